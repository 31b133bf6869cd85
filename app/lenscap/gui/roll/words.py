"""What the presets are called in the window, and small facts of a photo in words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime

from lenscap.gui.roll.photo import Photo
from lenscap.gui.writing import number as number

PRESETS = ("faces", "metadata", "location", "everything")
"""The policies in the order in which the window offers them."""


def preset(name: str) -> str:
    """What a policy is called in the window; one of the person's own is called what its file is."""
    return {
        "faces": QCoreApplication.translate("Presets", "Share safely"),
        "metadata": QCoreApplication.translate("Presets", "Metadata off"),
        "location": QCoreApplication.translate("Presets", "Position off"),
        "everything": QCoreApplication.translate("Presets", "Everything off"),
    }.get(name, Path(name).stem)


def explained(name: str) -> str:
    """One line on what a policy does."""
    return {
        "faces": QCoreApplication.translate("Presets", "Removes all that the file tells, and covers faces."),
        "metadata": QCoreApplication.translate(
            "Presets", "Removes all that the file tells. The picture stays the same."
        ),
        "location": QCoreApplication.translate("Presets", "Removes only the position. All the rest stays."),
        "everything": QCoreApplication.translate(
            "Presets", "Removes all that the file tells, covers faces, text and codes, and gives new file names."
        ),
    }.get(name, QCoreApplication.translate("Presets", "Your own policy, from the file {file}.").format(file=name))


def folder(path: Path) -> str:
    """A folder as a person would say it: from their own folder on, with " / " between."""
    try:
        parts = path.relative_to(Path.home()).parts
    except ValueError:
        parts = path.parts[1:] if path.anchor == "/" else path.parts
    return " / ".join(part.rstrip("\\") for part in parts) or str(path)


def moment(photo: Photo) -> str:
    """When a photo was taken, by the clock of the place where it was; or when the file is from."""
    taken = photo.taken
    if taken is None and not photo.moment:
        return ""
    when = QDateTime.fromSecsSinceEpoch(int(photo.moment))
    if taken is not None:
        when = QDateTime(QDate(taken.year, taken.month, taken.day), QTime(taken.hour, taken.minute))
    said = QLocale().toString(when, QCoreApplication.translate("Dates", "ddd d MMMM yyyy, HH:mm"))
    return said if taken else QCoreApplication.translate("Words", "File from {date}").format(date=said)


def measures(photo: Photo) -> str:
    """Size in pixels, size of the file, format."""
    said = [QLocale().formattedDataSize(photo.bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat)]
    if photo.report:
        width, height = photo.report.size
        said = [f"{width} × {height}", *said, photo.report.format]
    return " · ".join(said if photo.bytes else said[:0])


def photos(count: int) -> str:
    """So many photos, in words."""
    if count == 1:
        return QCoreApplication.translate("Words", "1 photo")
    return QCoreApplication.translate("Words", "{n} photos").format(n=number(count))
