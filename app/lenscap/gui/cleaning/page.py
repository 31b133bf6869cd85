"""The page that cleans: it shows what becomes of each photo, and has the buttons to pause, stop and go on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import Signal

from lenscap.gui import icons, speech
from lenscap.gui.cleaning import words
from lenscap.gui.cleaning.feed import without_copies
from lenscap.gui.cleaning.pace import Pace
from lenscap.gui.cleaning.record import Record
from lenscap.gui.cleaning.run import Run
from lenscap.gui.cleaning.telling import Telling
from lenscap.gui.thumbnails import Thumbnails
from lenscap.model import Policy, Result
from lenscap.sources import Source

_LOOK_AHEAD = 8


class CleaningPage(Telling):
    """Cleans photos into a folder. ``finished`` brings all results, also after somebody asked to see them early.

    ``ended`` tells that nothing is being cleaned any more, for whatever reason.
    """

    cleaned = Signal(list)  # results as they come
    finished = Signal(list)
    ended = Signal()
    retry = Signal(list)
    folder_chosen = Signal(Path)
    back = Signal()

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__(thumbnails)
        self.policy = ""
        self.took = 0.0
        self._runs: list[Run] = []
        self._connect()

    def _connect(self) -> None:
        self.pause.clicked.connect(self._toggle_pause)
        self.cancel.clicked.connect(self._cancel)
        self.ways.leave.clicked.connect(self.back)
        self.ways.see.clicked.connect(lambda: self.finished.emit(self.record.results))
        self.ways.more.clicked.connect(lambda: self.retry.emit(self.record.rest()))
        self.ways.elsewhere.connect(self._go_elsewhere)
        self.table.retry.connect(self._try_again)
        self.table.said.connect(self.say)

    def start(
        self, paths: Sequence[Path], to: Path, policy: Policy, under: Mapping[Path, Path] = MappingProxyType({})
    ) -> None:
        """Clean these photos into that folder; ``under`` says where in it a copy goes, if not right into it."""
        meant = without_copies(paths, to)
        sources = [Source(path, under.get(path, Path(path.name))) for path in meant]
        self.record = Record(sources)
        self._model.start(meant)
        self._begin(sources, to, policy)
        self.say(words.passed_over(len(paths) - len(meant)))

    def again(self, paths: Sequence[Path], to: Path, policy: Policy) -> None:
        """Try photos once more, beside what became of the others."""
        sources = self.record.again(paths)
        self._model.again([source.path for source in sources])
        self._begin(sources, to, policy)

    def add(self, paths: Sequence[Path]) -> None:
        """Clean these files and folders, too, in the run that goes on."""
        if self._run is not None:
            self._run.add(paths)

    def _begin(self, sources: Sequence[Source], to: Path, policy: Policy) -> None:
        self._to, self.policy, self.problem = to, policy.name, ""
        self._pace, self._said = Pace(len(sources)), 0
        self._before = len(self.record.results)
        self.chips[None].click()
        self.say("")
        run = self._run = Run(sources, to, policy, self)
        self._runs = [each for each in self._runs if each.still_working] + [run]
        run.taken.connect(lambda items: self._take(run, items))
        run.added.connect(self._take_added)
        run.ended.connect(self._end)
        self._show_buttons(working=True)
        self.table.setFocus()  # what had the keyboard may be gone
        self._show()

    @property
    def working(self) -> bool:
        """Whether photos are being cleaned."""
        return self._run is not None

    def stop(self) -> None:
        """Stop after the photo in hand and wait for it; for the end of the program."""
        for run in self._runs:
            run.wait()
        self.table.wait()

    def _take(self, run: Run, items: list[tuple[Result, int]]) -> None:
        fresh = [result for result, _ in items]
        if run is self._runs[-1]:
            self.record.take(fresh)
            self._model.add(items, self._ahead())
            self._show()
        self.cleaned.emit(fresh)

    def _take_added(self, sources: list[Source]) -> None:
        fresh = self.record.add(sources)
        self._pace.expect(len(self.record.results) - self._before + len(self.record.waiting))
        self._model.add([], self._ahead())
        self._show()
        self.say(words.added(len(fresh)))

    def _ahead(self) -> list[Path]:
        """The next photos; none once the run has ended."""
        return list(islice(self.record.waiting, _LOOK_AHEAD)) if self._run else []

    def _toggle_pause(self) -> None:
        if self._run is None:
            return
        if self._run.paused:
            self._run.resume()
            self._pace.resume()
        else:
            self._run.pause()
            self._pace.pause()
        paused = self._run.paused
        self.pause.setText(self.tr("Go on") if paused else self.tr("Pause"))
        icons.dress(self.pause, "right" if paused else "pause", "text.primary", 16)
        self._show()

    def _cancel(self) -> None:
        if self._run:
            self._run.cancel()
            self.pause.setEnabled(False)
            self.cancel.setEnabled(False)
            self.line.setText(self.tr("Stopping after the photo in hand…"))

    def _end(self, problem: str) -> None:
        stopped = bool(problem) or bool(self._run and self._run.cancelled)
        self._run, self.problem = None, speech.spoken(problem)
        self.took = self._pace.elapsed()
        self.ended.emit()
        self._model.add([], [])
        self.side.show_now(None, "")
        self._announce(words.stopped(self.record.results) if stopped else self.tr("Finished."))
        if stopped:
            self._show_buttons(working=False)
            self._show()
            if not self.table.hasFocus():
                self.ways.take_keyboard()
        else:
            self.finished.emit(self.record.results)

    def _try_again(self, paths: list[Path]) -> None:
        if self._run is None:
            self.retry.emit(paths)
        else:
            self.say(self.tr("They can be tried again when this run has ended."))

    def _go_elsewhere(self, folder: Path) -> None:
        self.folder_chosen.emit(folder)
        self.retry.emit(self.record.rest())
