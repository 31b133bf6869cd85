"""What happened to photos, in words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLocale

from lenscap.gui.cleaning import tally
from lenscap.gui.speech import spoken
from lenscap.gui.writing import number
from lenscap.model import Kind, Outcome, Result

_AT_MOST = 4


def outcome(of: Outcome) -> str:
    """The name of an outcome."""
    return {
        Outcome.CLEANED: QCoreApplication.translate("Cleaning", "Cleaned"),
        Outcome.ALREADY_CLEAN: QCoreApplication.translate("Cleaning", "Already clean"),
        Outcome.REFUSED: QCoreApplication.translate("Cleaning", "Left out"),
        Outcome.FAILED: QCoreApplication.translate("Cleaning", "Failed"),
    }[of]


ICONS = {
    Outcome.CLEANED: "capcheck",
    Outcome.ALREADY_CLEAN: "check",
    Outcome.REFUSED: "minus",
    Outcome.FAILED: "note",
}
COLORS = {
    Outcome.CLEANED: "accent.base",
    Outcome.ALREADY_CLEAN: "text.tertiary",
    Outcome.REFUSED: "state.note",
    Outcome.FAILED: "state.error",
}


def happened(result: Result) -> str:
    """One line on what was done to a photo, or why nothing was."""
    if result.outcome in (Outcome.REFUSED, Outcome.FAILED):
        return spoken(result.reason or "") or QCoreApplication.translate("Cleaning", "No copy was made.")
    said = _done(result) or _nothing_told(result)
    return f"{said.removesuffix('.')}. {spoken(result.reason)}" if result.reason else said


def _nothing_told(result: Result) -> str:
    if result.outcome is Outcome.ALREADY_CLEAN:
        return QCoreApplication.translate("Cleaning", "Nothing to remove. Copied as is.")
    return QCoreApplication.translate("Cleaning", "Written again with only what the picture needs.")


def _done(result: Result) -> str:
    parts = [part for part in (_faces(result), _texts(result), _removed(result)) if part]
    said = ", ".join(parts)
    return said[:1].upper() + said[1:]


def _faces(result: Result) -> str:
    return faces_covered(tally.covered_faces(result))


def faces_covered(n: int) -> str:
    """How many faces were covered; nothing where none was."""
    if n == 1:
        return QCoreApplication.translate("Cleaning", "1 face covered")
    return QCoreApplication.translate("Cleaning", "{n} faces covered").format(n=number(n)) if n else ""


def _texts(result: Result) -> str:
    n = tally.covered_texts(result)
    if n == 1:
        return QCoreApplication.translate("Cleaning", "1 text covered")
    return QCoreApplication.translate("Cleaning", "{n} texts covered").format(n=number(n)) if n else ""


def _removed(result: Result) -> str:
    kinds = {finding.kind for finding in result.removed}
    names = list(dict.fromkeys(name for kind, name in _nouns().items() if kind in kinds))
    if not names:
        return ""
    if len(names) > _AT_MOST:
        more = QCoreApplication.translate("Cleaning", "{n} more").format(n=len(names) - _AT_MOST + 1)
        names = [*names[: _AT_MOST - 1], more]
    return QCoreApplication.translate("Cleaning", "{things} removed").format(things=", ".join(names))


def _nouns() -> dict[Kind, str]:
    """What a kind is called in a list, the most telling first."""
    return {
        Kind.PLACE: QCoreApplication.translate("Cleaning", "position"),
        Kind.NAME: QCoreApplication.translate("Cleaning", "name"),
        Kind.DEVICE: QCoreApplication.translate("Cleaning", "device"),
        Kind.TIME: QCoreApplication.translate("Cleaning", "date"),
        Kind.PREVIEW: QCoreApplication.translate("Cleaning", "small copy"),
        Kind.MOTION: QCoreApplication.translate("Cleaning", "video"),
        Kind.TEXT: QCoreApplication.translate("Cleaning", "text"),
        Kind.CODE: QCoreApplication.translate("Cleaning", "text"),
        Kind.HISTORY: QCoreApplication.translate("Cleaning", "editing history"),
        Kind.FILENAME: QCoreApplication.translate("Cleaning", "file name"),
        Kind.UNKNOWN: QCoreApplication.translate("Cleaning", "unknown data"),
    }


def heading(n: int) -> str:
    """What is being done."""
    if n == 1:
        return QCoreApplication.translate("Cleaning", "Cleaning 1 photo")
    return QCoreApplication.translate("Cleaning", "Cleaning {n} photos").format(n=number(n))


def stopped(results: Iterable[Result]) -> str:
    """What is left of the work after it was stopped."""
    n = sum(result.outcome in tally.COPIED for result in results)
    if n == 0:
        return QCoreApplication.translate("Cleaning", "Stopped. No copy was finished.")
    if n == 1:
        return QCoreApplication.translate("Cleaning", "Stopped. 1 finished copy is kept.")
    return QCoreApplication.translate("Cleaning", "Stopped. {n} finished copies are kept.").format(n=number(n))


def added(n: int) -> str:
    """What came of photos that were added to a run."""
    if n == 0:
        return QCoreApplication.translate("Cleaning", "Nothing was added: no other photo is in it.")
    if n == 1:
        return QCoreApplication.translate("Cleaning", "1 photo was added to this run.")
    return QCoreApplication.translate("Cleaning", "{n} photos were added to this run.").format(n=number(n))


def passed_over(n: int) -> str:
    """What is said of photos in the folder for the copies; nothing where there are none."""
    if n == 0:
        return ""
    if n == 1:
        return QCoreApplication.translate("Cleaning", "1 photo in the folder for the copies was passed over.")
    return QCoreApplication.translate("Cleaning", "{n} photos in the folder for the copies were passed over.").format(
        n=n
    )


def size(n: int) -> str:
    """A number of bytes as people read it."""
    if n < 0:
        return ""
    if n < 1_000_000:
        return QCoreApplication.translate("Cleaning", "{n} kB").format(n=number(max(1, round(n / 1000))))
    whole = n / 1_000_000
    shown = QLocale().toString(whole, "f", 1 if whole < 10 else 0)
    return QCoreApplication.translate("Cleaning", "{n} MB").format(n=shown)


def gain(key: str) -> str:
    """What a sum of ``tally.gains`` counts."""
    return {
        "face": QCoreApplication.translate("Cleaning", "Faces covered"),
        "place": QCoreApplication.translate("Cleaning", "Positions removed"),
        "time": QCoreApplication.translate("Cleaning", "Dates removed"),
        "identity": QCoreApplication.translate("Cleaning", "Devices and names removed"),
        "text": QCoreApplication.translate("Cleaning", "Texts removed or covered"),
        "hidden": QCoreApplication.translate("Cleaning", "Hidden extras removed"),
        "theme": QCoreApplication.translate("Cleaning", "Themes removed"),
    }[key]
