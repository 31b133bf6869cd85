"""The page that cleans: it shows what becomes of each photo, and has the buttons to pause, stop and go on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from lenscap.gui import icons, speech, theme, writing
from lenscap.gui.cleaning import words
from lenscap.gui.cleaning.feed import without_copies
from lenscap.gui.cleaning.model import ByOutcome, ResultModel
from lenscap.gui.cleaning.pace import Pace
from lenscap.gui.cleaning.progress import OutcomeBar
from lenscap.gui.cleaning.record import Record
from lenscap.gui.cleaning.run import Run
from lenscap.gui.cleaning.side import SoFar
from lenscap.gui.cleaning.stopped import Stopped
from lenscap.gui.cleaning.table import ResultTable
from lenscap.gui.roll.words import folder as spoken
from lenscap.gui.thumbnails import Thumbnails
from lenscap.gui.widgets import Chip, Flow, button, label
from lenscap.model import Outcome, Policy, Result
from lenscap.sources import Source

_LOOK_AHEAD = 8
_WITH_SIDE = 700


class CleaningPage(QWidget):
    """Cleans photos into a folder. ``finished`` brings all results, also after somebody asked to see them early."""

    cleaned = Signal(list)  # results as they come
    finished = Signal(list)
    retry = Signal(list)
    folder_chosen = Signal(Path)
    back = Signal()

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.record = Record()
        self.policy = self.problem = ""
        self.took = 0.0
        self._to = Path()
        self._run: Run | None = None
        self._runs: list[Run] = []
        self._pace = Pace(0)
        self._said = self._before = 0
        self._model, self._shown = ResultModel(self), ByOutcome(self)
        self._shown.setSourceModel(self._model)
        self.title, self.line = label("", "heading", wrap=True), label("", "body", "secondary", wrap=True)
        self.notice = label("", "body", wrap=True)
        self.bar, self.table, self.side = OutcomeBar(), ResultTable(self._shown, thumbnails), SoFar(thumbnails)
        self.pause, self.cancel = button(self.tr("Pause"), "pause"), button(self.tr("Cancel"))
        self.ways = Stopped()
        self.leave, self.see = self.ways.leave, self.ways.see
        self.chips: dict[Outcome | None, Chip] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Cleaning"))
        column = QVBoxLayout()
        column.setContentsMargins(32, 20, 28, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addSpacing(14)
        column.addWidget(self.bar)
        column.addSpacing(16)
        column.addWidget(self.ways)
        column.addLayout(self._filters())
        column.addSpacing(10)
        column.addWidget(self.table, 1)
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(column, 1)
        page.addWidget(self.side)

    def _head(self) -> QHBoxLayout:
        texts, head = QVBoxLayout(), QHBoxLayout()
        texts.setSpacing(2)
        for text in (self.title, self.line, self.notice):
            texts.addWidget(text)
        head.setSpacing(8)
        head.addLayout(texts, 1)
        for part in (self.pause, self.cancel):
            head.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _filters(self) -> Flow:
        row, group = Flow(), QButtonGroup(self)
        self.chips[None] = Chip(self.tr("All"), "photos")
        for outcome, icon in words.ICONS.items():
            self.chips[outcome] = Chip(words.outcome(outcome), icon, words.COLORS[outcome])
        for chosen, chip in self.chips.items():
            group.addButton(chip)
            row.addWidget(chip)
            chip.clicked.connect(lambda _, chosen=chosen: self._shown.show_only(chosen))
        self.chips[None].setChecked(True)
        return row

    def _connect(self) -> None:
        self.pause.clicked.connect(self._toggle_pause)
        self.cancel.clicked.connect(self._cancel)
        self.ways.leave.clicked.connect(self.back)
        self.ways.see.clicked.connect(lambda: self.finished.emit(self.record.results))
        self.ways.more.clicked.connect(lambda: self.retry.emit(self.record.rest()))
        self.ways.elsewhere.connect(self._go_elsewhere)
        self.table.retry.connect(self._try_again)
        self.table.said.connect(self.say)

    # -- work --------------------------------------------------------------------------------------------------------

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
        self._model.add([], [])
        self.side.show_now(None, "")
        self._announce(words.stopped(self.record.results) if stopped else self.tr("Finished."))
        if stopped:
            self._show_buttons(working=False)
            self._show()
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

    # -- what is shown -----------------------------------------------------------------------------------------------

    def say(self, text: str) -> None:
        """Show a sentence under the title; nothing takes it away."""
        self.notice.setText(text)
        self.notice.setVisible(bool(text))
        if text:
            self._announce(text)

    def _show_buttons(self, working: bool) -> None:
        for part in (self.pause, self.cancel):
            part.setVisible(working)
            part.setEnabled(True)
        self.pause.setText(self.tr("Pause"))
        icons.dress(self.pause, "pause", "text.primary", 16)
        self.ways.setVisible(not working)

    def _show(self) -> None:
        record = self.record
        self.bar.show_parts(record.outcomes, record.total)
        for outcome, chip in self.chips.items():
            chip.set_count(len(record.results) if outcome is None else record.outcomes[outcome])
        self.side.show_gains(record.gains)
        if self._run is None:
            self._show_stopped()
            return
        self.title.setText(words.heading(record.total))
        paused = self._run.paused
        now = next(iter(record.waiting), None)
        self.side.show_now(now, self.tr("Paused") if paused else self.tr("Making a copy and reading it again"))
        if not self._run.cancelled:
            self._show_line(paused)

    def _show_stopped(self) -> None:
        self.title.setText(words.stopped(self.record.results))
        self.line.setText(self.problem or self._done_line())
        self.ways.show_ways(len(self.record.rest()), bool(self.record.results), bool(self.problem))

    def _show_line(self, paused: bool) -> None:
        done, total = len(self.record.results), self.record.total
        parts = [self._done_words()]
        parts.append(self.tr("paused") if paused else self._pace.left(done - self._before))
        parts.append(self.tr("saving to {folder}").format(folder=spoken(self._to)))
        self.line.setText(" · ".join(part for part in parts if part))
        if total and done * 10 // total > self._said:
            self._said = done * 10 // total
            self._announce(parts[0])

    def _done_words(self) -> str:
        return self.tr("{done} of {total} done").format(
            done=writing.number(len(self.record.results)), total=writing.number(self.record.total)
        )

    def _done_line(self) -> str:
        return self._done_words() + " · " + self.tr("saved to {folder}").format(folder=spoken(self._to))

    def _announce(self, text: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column on the right in proportion; large text in a small window takes its room."""
        super().resizeEvent(event)
        self.side.fit_to(self.width())
        self.side.setVisible(self.width() >= theme.px(_WITH_SIDE))
