"""Rows that stand together, which Qt wants to hear of as ranges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of each run in rising numbers: 1 2 3 7 8 gives (1, 3) and (7, 8)."""
    if rows and rows[-1] - rows[0] == len(rows) - 1:
        yield rows[0], rows[-1]  # all of 50,000, mostly
        return
    first = last = -2
    for row in rows:
        if row == last + 1:
            last = row
            continue
        if first >= 0:
            yield first, last
        first = last = row
    if first >= 0:
        yield first, last
