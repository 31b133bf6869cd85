"""Where the cells of a grid lie: arithmetic, so that 50,000 photos take no longer than fifty."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRect

from lenscap.gui.roll.groups import Section


@dataclass(frozen=True)
class Layout:
    """Square cells in lines that fill a width, and a heading as high as ``heading`` above each section.

    All is measured from the top of the whole; ``margin`` is around it.
    """

    count: int
    columns: int
    cell: int
    margin: int = 0
    heading: int = 0
    sections: Sequence[Section] = ()
    _firsts: list[int] = field(init=False, repr=False)
    _tops: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        tops, top = [], self.margin
        for section in self._parts():
            tops.append(top)
            top += self._above() + self._lines(section) * self.cell
        object.__setattr__(self, "_tops", [*tops, top])
        object.__setattr__(self, "_firsts", [section.first for section in self._parts()])

    @property
    def height(self) -> int:
        """From the upper margin to the lower one."""
        return self._tops[-1] + self.margin

    def rect(self, row: int) -> QRect:
        """The cell of a photo."""
        number = self.number(row)
        line, column = divmod(row - self._firsts[number], self.columns)
        top = self._tops[number] + self._above() + line * self.cell
        return QRect(self.margin + column * self.cell, top, self.cell, self.cell)

    def row_at(self, x: int, y: int) -> int:
        """The photo at a point, or -1."""
        number = bisect_right(self._tops, y) - 1
        if not 0 <= number < len(self._firsts) or x < self.margin:
            return -1
        line = (y - self._tops[number] - self._above()) // self.cell
        column = (x - self.margin) // self.cell
        section = self._parts()[number]
        within = line * self.columns + column
        return section.first + within if line >= 0 and column < self.columns and within < section.size else -1

    def rows(self, top: int, bottom: int) -> range:
        """The photos of which something is between two heights."""
        if not self.count or bottom < top:
            return range(0)
        return range(self._first_below(top), self._last_above(bottom) + 1)

    def headings(self, top: int, bottom: int) -> Iterator[tuple[Section, int]]:
        """The sections whose heading is between two heights, each with the height of its heading."""
        for number in range(max(0, bisect_right(self._tops, top) - 1), len(self.sections)):
            if self._tops[number] > bottom:
                return
            yield self.sections[number], self._tops[number]

    def section(self, row: int) -> Section | None:
        """The section that a photo stands in."""
        return self.sections[self.number(row)] if self.sections else None

    def beside(self, row: int, lines: int) -> int:
        """The photo so many lines further down (or up) in the same column, or the last one of a shorter line."""
        number = self.number(row)
        line, column = divmod(row - self._firsts[number], self.columns)
        line += lines
        while line < 0 and number > 0:
            number -= 1
            line += self._lines(self._parts()[number])
        while line >= (own := self._lines(self._parts()[number])) and number + 1 < len(self._firsts):
            line -= own
            number += 1
        section = self._parts()[number]
        if not 0 <= line < self._lines(section):
            return row
        return section.first + min(line * self.columns + column, section.size - 1)

    def number(self, row: int) -> int:
        """The number of the section that a photo stands in."""
        return max(0, bisect_right(self._firsts, row) - 1)

    def _parts(self) -> Sequence[Section]:
        return self.sections or (Section("", 0, self.count),)

    def _above(self) -> int:
        return self.heading if self.sections else 0

    def _lines(self, section: Section) -> int:
        return -(-section.size // self.columns)

    def _first_below(self, y: int) -> int:
        number = min(max(0, bisect_right(self._tops, y) - 1), len(self._firsts) - 1)
        section = self._parts()[number]
        line = max(0, (y - self._tops[number] - self._above()) // self.cell)
        return section.first + min(line * self.columns, section.size)

    def _last_above(self, y: int) -> int:
        number = min(max(0, bisect_right(self._tops, y) - 1), len(self._firsts) - 1)
        section = self._parts()[number]
        line = (y - self._tops[number] - self._above()) // self.cell
        return section.first + min((max(-1, line) + 1) * self.columns, section.size) - 1
