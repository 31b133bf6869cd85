"""What kinds and outcomes are called in a report."""

from __future__ import annotations

from collections.abc import Mapping

from lenscap.model import Kind, Outcome, Result
from lenscap.reporting.entries import Say, entry_of

_NOUNS: dict[Kind, tuple[str, str]] = {
    Kind.FACE: ("1 face", "{n} faces"),
    Kind.PERSON: ("1 person", "{n} people"),
    Kind.OBJECT: ("1 object", "{n} objects"),
    Kind.TEXT: ("1 text", "{n} texts"),
    Kind.CODE: ("1 code", "{n} codes"),
    Kind.PLACE: ("1 position", "{n} positions"),
    Kind.TIME: ("1 date", "{n} dates"),
    Kind.DEVICE: ("1 detail of the device", "{n} details of the device"),
    Kind.NAME: ("1 name", "{n} names"),
    Kind.PREVIEW: ("1 small copy", "{n} small copies"),
    Kind.MOTION: ("1 video", "{n} videos"),
    Kind.HISTORY: ("1 trace of editing", "{n} traces of editing"),
    Kind.FILENAME: ("1 detail in the file name", "{n} details in the file name"),
    Kind.UNKNOWN: ("1 unknown part", "{n} unknown parts"),
}
_OUTCOMES = {
    Outcome.CLEANED: "Cleaned",
    Outcome.ALREADY_CLEAN: "Already clean",
    Outcome.REFUSED: "Left out",
    Outcome.FAILED: "Failed",
}


def counted(kind: Kind, n: int, say: Say) -> str:
    """So many of a kind."""
    one, many = _NOUNS[kind]
    return say(one) if n == 1 else say(many).format(n=n)


def listed(counts: Mapping[Kind, int], say: Say) -> list[str]:
    """All kinds with their numbers, in the order of the kinds."""
    return [counted(kind, counts[kind], say) for kind in _NOUNS if counts.get(kind)]


def outcome(of: Outcome, say: Say) -> str:
    """The name of an outcome."""
    return say(_OUTCOMES[of])


def stays(result: Result, say: Say) -> list[str]:
    """All that a copy tells: what its file says, and how much can be seen in the picture."""
    entry = entry_of(result)
    seen = listed(entry.in_picture, say)
    return [*map(say, entry.kept), *seen] or [say("Only the picture itself")]
