"""One photo that is open: what is known of it, in little memory, for there may be 50,000."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from lenscap.cloud.window import first_day
from lenscap.gui.roll.facts import NOTHING_KNOWN, Facts, Tells, facts
from lenscap.gui.roll.packing import at_hand, unpack
from lenscap.model import Box, Edits, Outcome, Report, Result

NO_EDITS = Edits()
AWAY, OUTDATED = 64, 128
"""Stand beside the bits of ``Tells``, so that photos that are away or outdated are counted in an instant, too."""
_CLEANED, _WINDOW = Tells.CLEANED.value, Tells.WINDOW.value


class Window:
    """The days that a feature reads which takes the last thirty."""

    today = date.today()
    first = first_day(today).toordinal()


class Photo:
    """What is known of one photo. ``seen`` says that its pixels were searched for faces too.

    ``moment`` is what it is sorted by: the time of the file (which stays in ``written``) until its report tells better.
    ``identity`` is what the system knows the file by, ``content`` what decisions about it are kept under.
    ``away`` says that the file is not there at the moment; ``problem`` then says why. ``facts`` is what is at hand of
    the report; ``row`` is the model's. ``outdated``: the boxes by hand that there were when the file was changed.
    """

    __slots__ = (
        "_name", "away", "bytes", "content", "edits", "facts", "group", "identity", "moment", "outdated", "path",
        "problem", "result", "row", "seen", "tells", "written",
    )  # fmt: skip
    _name: str | int
    content: bytes | None

    def __init__(
        self,
        path: Path,
        name: str,
        report: Report | None = None,
        problem: str | None = None,
        result: Result | None = None,
        edits: Edits = NO_EDITS,
        moment: float = 0.0,
        bytes: int = 0,
        seen: bool = False,
        identity: int | None = None,
    ) -> None:
        self.path, self.problem, self.result, self.edits = path, problem, result, edits
        whole = str(path)
        self._name = len(whole) - len(name) if whole.endswith(name) else name
        self.moment = self.written = moment
        self.bytes, self.seen, self.identity = bytes, seen, identity
        self.content = None
        self.away = False
        self.outdated: frozenset[Box] = frozenset()
        self.group: int | str = ""
        self.row = -1
        self.report = report

    @property
    def name(self) -> str:
        """What it is called in the folder that was opened; mostly the end of its path, which is kept once."""
        return str(self.path)[self._name :] if isinstance(self._name, int) else self._name

    @property
    def report(self) -> Report | None:
        """What was found in it. It is unpacked when asked for: ask ``known`` where many photos are asked."""
        return at_hand(self.facts.packed, self.path) if self.facts.packed else None

    @report.setter
    def report(self, report: Report | None) -> None:
        self.facts: Facts = facts(report) if report else NOTHING_KNOWN
        self.note()

    @property
    def known(self) -> bool:
        """Whether there is a report."""
        return bool(self.facts.packed)

    def report_apart(self) -> Report | None:
        """The report for another thread."""
        return unpack(self.facts.packed, self.path) if self.facts.packed else None

    @property
    def counts(self) -> Mapping[str, int]:
        """How many findings of each sort, by ``exposure`` key."""
        return self.facts.common.counts

    @property
    def taken(self) -> datetime | None:
        """When it was taken, as the file says it."""
        return self.facts.taken

    @property
    def cleaned(self) -> bool:
        """Whether there is a copy that was found clean."""
        return self.result is not None and self.result.outcome in (Outcome.CLEANED, Outcome.ALREADY_CLEAN)

    def note(self) -> None:
        """Keep at hand what filters and orders ask of every photo."""
        self.moment = self.written
        with suppress(ValueError, OverflowError):  # clocks of computers do not go back to the year 1
            self.moment = self.taken.timestamp() if self.taken else self.moment
        told = self.facts.common.tells + _CLEANED * self.cleaned + _WINDOW * (self.facts.day >= Window.first)
        self.tells = told + AWAY * self.away + OUTDATED * bool(self.outdated)


def identity(status: os.stat_result) -> int | None:
    """What the system knows a file by, the numbers of its disk and of itself in one; ``None`` where it has none."""
    return status.st_dev << 64 | status.st_ino if status.st_ino else None
