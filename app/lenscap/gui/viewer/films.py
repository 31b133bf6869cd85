"""What the viewer says of films: it shows their first picture, and nothing can be covered in them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lenscap.formats import containers
from lenscap.model import Report


def is_film(report: Report | None) -> bool:
    """Whether a report is on a film: nobody looks for faces in it."""
    return report is not None and any(report.format == each.NAME and not each.SEEN for each in containers())


def said(shown: bool) -> str:
    """The sentence in the place of the faces; ``shown``: the first picture is."""
    if shown:
        return QCoreApplication.translate(
            "Viewer",
            "This is the first picture of the film. Lenscap does not look for faces in films, and no boxes can be "
            "drawn on them: the copy shows all that the film shows.",
        )
    return QCoreApplication.translate(
        "Viewer",
        "Lenscap does not look for faces in films, and no boxes can be drawn on them: the copy shows all that the "
        "film shows.",
    )
