"""The phrases of a report in the language of the window; their English is that of ``lenscap.reporting``."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lenscap.gui.speech import spoken


def say(phrase: str) -> str:
    """A phrase, or a sentence of the core's, as the person reads it."""
    return _phrases().get(phrase) or spoken(phrase)


def _phrases() -> dict[str, str]:
    return _page() | _counts()


def _page() -> dict[str, str]:
    return {
        "What became of your photos": QCoreApplication.translate("Report", "What became of your photos"),
        "{n} of {total} photos are ready to share.": QCoreApplication.translate(
            "Report", "{n} of {total} photos are ready to share."
        ),
        "Each copy was read again before it got its name.": QCoreApplication.translate(
            "Report", "Each copy was read again before it got its name."
        ),
        "What was removed is counted here and not repeated.": QCoreApplication.translate(
            "Report", "What was removed is counted here and not repeated."
        ),
        "This page names your original files: keep it apart from the copies.": QCoreApplication.translate(
            "Report", "This page names your original files: keep it apart from the copies."
        ),
        "Photo": QCoreApplication.translate("Report", "Photo"),
        "Outcome": QCoreApplication.translate("Report", "Outcome"),
        "Removed": QCoreApplication.translate("Report", "Removed"),
        "Covered": QCoreApplication.translate("Report", "Covered"),
        "Kept in the file": QCoreApplication.translate("Report", "Kept in the file"),
        "Seen in the picture": QCoreApplication.translate("Report", "Seen in the picture"),
        "Date": QCoreApplication.translate("Report", "Date"),
        "Policy": QCoreApplication.translate("Report", "Policy"),
        "The original still tells: {things}.": QCoreApplication.translate(
            "Report", "The original still tells: {things}."
        ),
        "and {n} more": QCoreApplication.translate("Report", "and {n} more"),
        "Written by Lenscap on this computer. Nothing was sent anywhere.": QCoreApplication.translate(
            "Report", "Written by Lenscap on this computer. Nothing was sent anywhere."
        ),
        "Only the picture itself": QCoreApplication.translate("Report", "Only the picture itself"),
        "Cleaned": QCoreApplication.translate("Report", "Cleaned"),
        "Already clean": QCoreApplication.translate("Report", "Already clean"),
        "Left out": QCoreApplication.translate("Report", "Left out"),
        "Failed": QCoreApplication.translate("Report", "Failed"),
    }


def _counts() -> dict[str, str]:
    return {
        "1 face": QCoreApplication.translate("Report", "1 face"),
        "{n} faces": QCoreApplication.translate("Report", "{n} faces"),
        "1 person": QCoreApplication.translate("Report", "1 person"),
        "{n} people": QCoreApplication.translate("Report", "{n} people"),
        "1 object": QCoreApplication.translate("Report", "1 object"),
        "{n} objects": QCoreApplication.translate("Report", "{n} objects"),
        "1 text": QCoreApplication.translate("Report", "1 text"),
        "{n} texts": QCoreApplication.translate("Report", "{n} texts"),
        "1 code": QCoreApplication.translate("Report", "1 code"),
        "{n} codes": QCoreApplication.translate("Report", "{n} codes"),
        "1 position": QCoreApplication.translate("Report", "1 position"),
        "{n} positions": QCoreApplication.translate("Report", "{n} positions"),
        "1 date": QCoreApplication.translate("Report", "1 date"),
        "{n} dates": QCoreApplication.translate("Report", "{n} dates"),
        "1 detail of the device": QCoreApplication.translate("Report", "1 detail of the device"),
        "{n} details of the device": QCoreApplication.translate("Report", "{n} details of the device"),
        "1 name": QCoreApplication.translate("Report", "1 name"),
        "{n} names": QCoreApplication.translate("Report", "{n} names"),
        "1 small copy": QCoreApplication.translate("Report", "1 small copy"),
        "{n} small copies": QCoreApplication.translate("Report", "{n} small copies"),
        "1 video": QCoreApplication.translate("Report", "1 video"),
        "{n} videos": QCoreApplication.translate("Report", "{n} videos"),
        "1 trace of editing": QCoreApplication.translate("Report", "1 trace of editing"),
        "{n} traces of editing": QCoreApplication.translate("Report", "{n} traces of editing"),
        "1 detail in the file name": QCoreApplication.translate("Report", "1 detail in the file name"),
        "{n} details in the file name": QCoreApplication.translate("Report", "{n} details in the file name"),
        "1 unknown part": QCoreApplication.translate("Report", "1 unknown part"),
        "{n} unknown parts": QCoreApplication.translate("Report", "{n} unknown parts"),
    }
