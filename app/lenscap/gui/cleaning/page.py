"""The page that cleans: it drives the pipeline in a thread and shows what becomes of each photo."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from lenscap.gui import icons
from lenscap.gui.cleaning import tally, words
from lenscap.gui.cleaning.model import ByOutcome, ResultModel
from lenscap.gui.cleaning.pace import Pace
from lenscap.gui.cleaning.progress import OutcomeBar
from lenscap.gui.cleaning.side import SoFar
from lenscap.gui.cleaning.table import ResultTable
from lenscap.gui.roll.words import folder as spoken
from lenscap.gui.tasks import Task
from lenscap.gui.thumbnails import Thumbnails
from lenscap.gui.widgets import Chip, button, label
from lenscap.model import Outcome, Policy, Result
from lenscap.sources import Source

_LOOK_AHEAD = 8
_MANY = 12
_MOST_JOBS = 4


class CleaningPage(QWidget):
    """Cleans photos into a folder. ``finished`` brings all results, also after somebody asked to see them early."""

    cleaned = Signal(list)  # results as they come
    finished = Signal(list)
    back = Signal()

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._paths: list[Path] = []
        self._to = Path()
        self._results: list[Result] = []
        self._waiting: dict[Path, None] = {}
        self._outcomes: Counter[Outcome] = Counter()
        self._gains: Counter[str] = Counter()
        self._task: Task | None = None
        self._pace = Pace(0)
        self._said = 0
        self._model, self._shown = ResultModel(self), ByOutcome(self)
        self._shown.setSourceModel(self._model)
        self.title, self.line = label("", "heading"), label("", "body", "secondary")
        self.bar, self.table, self.side = OutcomeBar(), ResultTable(self._shown, thumbnails), SoFar(thumbnails)
        self.pause, self.cancel = button(self.tr("Pause"), "pause"), button(self.tr("Cancel"))
        self.leave, self.see = button(self.tr("Back to photos")), button(self.tr("See the result"), primary=True)
        self.chips: dict[Outcome | None, Chip] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Cleaning"))
        self.line.setWordWrap(True)
        column = QVBoxLayout()
        column.setContentsMargins(32, 20, 28, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addSpacing(14)
        column.addWidget(self.bar)
        column.addSpacing(16)
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
        texts.addWidget(self.title)
        texts.addWidget(self.line)
        head.setSpacing(8)
        head.addLayout(texts, 1)
        for part in (self.pause, self.cancel, self.leave, self.see):
            head.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _filters(self) -> QHBoxLayout:
        row, group = QHBoxLayout(), QButtonGroup(self)
        row.setSpacing(8)
        self.chips[None] = Chip(self.tr("All"), "photos")
        for outcome, icon in words.ICONS.items():
            self.chips[outcome] = Chip(words.outcome(outcome), icon, words.COLORS[outcome])
        for chosen, chip in self.chips.items():
            group.addButton(chip)
            row.addWidget(chip)
            chip.clicked.connect(lambda _, chosen=chosen: self._shown.show_only(chosen))
        self.chips[None].setChecked(True)
        row.addStretch()
        return row

    def _connect(self) -> None:
        self.pause.clicked.connect(self._toggle_pause)
        self.cancel.clicked.connect(self._cancel)
        self.leave.clicked.connect(self.back)
        self.see.clicked.connect(lambda: self.finished.emit(self._results))

    # -- work --------------------------------------------------------------------------------------------------------

    def start(
        self, paths: Sequence[Path], to: Path, policy: Policy, under: Mapping[Path, Path] = MappingProxyType({})
    ) -> None:
        """Clean these photos into that folder; ``under`` says where in it a copy goes, if not right into it."""
        self._paths, self._to, self._results = list(paths), to, []
        self._waiting = dict.fromkeys(self._paths)
        self._outcomes, self._gains = Counter(), Counter()
        self._pace, self._said = Pace(len(paths)), 0
        self._model.start(self._paths)
        self.chips[None].click()
        sources = [Source(path, under.get(path, Path(path.name))) for path in paths]
        self._task = task = Task(lambda: _cleaning(sources, to, policy, lambda: task.cancelled))
        self._task.items.connect(self._take)
        self._task.done.connect(self._end)
        self._task.failed.connect(self._fail)
        self.title.setText(words.heading(len(paths)))
        self._show_buttons(working=True)
        self._show()
        self._task.start()

    @property
    def working(self) -> bool:
        """Whether photos are being cleaned."""
        return self._task is not None

    def stop(self) -> None:
        """Stop after the photo in hand and wait for it; for the end of the program."""
        if self._task:
            self._task.wait()

    def _take(self, items: list[tuple[Result, int]]) -> None:
        fresh = [result for result, _ in items]
        self._results += fresh
        for result in fresh:
            self._waiting.pop(result.path, None)
            self._outcomes[result.outcome] += 1
            self._gains.update(tally.gain(result))
        self._model.add(items, list(islice(self._waiting, _LOOK_AHEAD)))
        self._show()
        self.cleaned.emit(fresh)

    def _toggle_pause(self) -> None:
        if self._task is None:
            return
        if self._task.paused:
            self._task.resume()
            self._pace.resume()
        else:
            self._task.pause()
            self._pace.pause()
        paused = self._task.paused
        self.pause.setText(self.tr("Go on") if paused else self.tr("Pause"))
        icons.dress(self.pause, "right" if paused else "pause", "text.primary", 16)
        self._show()

    def _cancel(self) -> None:
        if self._task:
            self._task.cancel()
            self.pause.setEnabled(False)
            self.cancel.setEnabled(False)
            self.line.setText(self.tr("Stopping after the photo in hand…"))

    def _end(self) -> None:
        stopped, self._task = bool(self._waiting), None
        self._model.add([], [])
        self.side.show_now(None, "")
        self._announce(words.stopped(self._results) if stopped else self.tr("Finished."))
        if stopped:
            self._show_stopped(words.stopped(self._results), self._done_line())
        else:
            self.finished.emit(self._results)

    def _fail(self, reason: str) -> None:
        self._task = None
        self._model.add([], [])
        self.side.show_now(None, "")
        self._show_stopped(words.stopped(self._results), reason)

    def _show_stopped(self, title: str, line: str) -> None:
        self.title.setText(title)
        self.line.setText(line)
        self._show_buttons(working=False)

    # -- what is shown -----------------------------------------------------------------------------------------------

    def _show_buttons(self, working: bool) -> None:
        for part in (self.pause, self.cancel):
            part.setVisible(working)
            part.setEnabled(True)
        self.pause.setText(self.tr("Pause"))
        icons.dress(self.pause, "pause", "text.primary", 16)
        self.leave.setVisible(not working)
        self.see.setVisible(not working and bool(self._results))

    def _show(self) -> None:
        counts = self._outcomes
        self.bar.show_parts(counts, len(self._paths))
        for outcome, chip in self.chips.items():
            chip.set_count(len(self._results) if outcome is None else counts[outcome])
        self.side.show_gains(self._gains)
        now = next(iter(self._waiting), None)
        paused = self._task is not None and self._task.paused
        self.side.show_now(now, self.tr("Paused") if paused else self.tr("Making a copy and reading it again"))
        if self._task is None or not self._task.cancelled:
            self._show_line(paused)

    def _show_line(self, paused: bool) -> None:
        done, total = len(self._results), len(self._paths)
        parts = [self._done_words()]
        parts.append(self.tr("paused") if paused else self._pace.left(done))
        parts.append(self.tr("saving to {folder}").format(folder=spoken(self._to)))
        self.line.setText(" · ".join(part for part in parts if part))
        if total and done * 10 // total > self._said:
            self._said = done * 10 // total
            self._announce(parts[0])

    def _done_words(self) -> str:
        return self.tr("{done} of {total} done").format(done=len(self._results), total=len(self._paths))

    def _done_line(self) -> str:
        return self._done_words() + " · " + self.tr("saved to {folder}").format(folder=spoken(self._to))

    def _announce(self, text: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column on the right in proportion."""
        super().resizeEvent(event)
        self.side.fit_to(self.width())


def _cleaning(
    sources: Sequence[Source], to: Path, policy: Policy, is_cancelled: Callable[[], bool]
) -> Iterator[object]:
    """Results with the sizes of their originals, which the disk is asked for here and not in the window's thread."""
    from lenscap import pipeline

    run = pipeline.run(sources, to, policy, _jobs(len(sources)), apart=True, is_stopped=is_cancelled)
    with closing(run) as results:
        for result in results:
            yield result, _size(result.path)


def _jobs(photos: int) -> int:
    """How many processes are worth their start; one core is left to the window."""
    return 1 if photos < _MANY else max(1, min(_MOST_JOBS, (os.cpu_count() or 2) - 1))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1
