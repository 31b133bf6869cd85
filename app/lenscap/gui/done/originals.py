"""The word on the originals: an app may still read them. It leads to the page on how to switch that off."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lenscap.gui.hint import Hint


def originals() -> Hint:
    """The card."""
    said = _tr("An app with access to your whole camera roll can still read the originals.")
    return Hint("info", _tr("Share the copies, not the originals"), said, _tr("Switch that off"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Done", text)
