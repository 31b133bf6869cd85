"""What the page that cleans says: how far it is, what becomes of the photos, and how it was stopped."""

from __future__ import annotations

from pathlib import Path

from lenscap.gui import writing
from lenscap.gui.cleaning import words
from lenscap.gui.cleaning.pace import Pace
from lenscap.gui.cleaning.parts import Parts
from lenscap.gui.cleaning.record import Record
from lenscap.gui.cleaning.run import Run
from lenscap.gui.roll.words import folder as spoken
from lenscap.gui.thumbnails import Thumbnails


class Telling(Parts):
    """Tells of the run that goes on, or of the one that was stopped."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__(thumbnails)
        self.record = Record()
        self.problem = ""
        self._to = Path()
        self._run: Run | None = None
        self._pace = Pace(0)
        self._said = self._before = 0
        """Tenths that were told, and how many results there were when the run began."""

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
