"""Where the window was, how large, and how its parts were arranged: what is written down, and taken up again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize

from lenscap.settings import Settings

if TYPE_CHECKING:
    from lenscap.gui.window import Window

_FIRST = QSize(1440, 900)
_LONGEST = 1000
"""Characters; Qt writes about 90."""


def restore(window: Window, wishes: Settings) -> None:
    """Put the window where it was. Qt moves it onto a screen that is there, and makes it no larger than that."""
    window.roll.arrange(wishes.inspector_width, wishes.inspector)
    written = QByteArray.fromBase64(wishes.geometry[:_LONGEST].encode("ascii", "ignore"))
    if not wishes.geometry or not window.restoreGeometry(written):
        window.resize(_FIRST.boundedTo(window.screen().availableSize()))


def of(window: Window) -> dict[str, object]:
    """What is to be remembered, as fields of the settings."""
    width, state = window.roll.arrangement()
    written = window.saveGeometry().toBase64().toStdString()
    return {"geometry": written, "inspector_width": width, "inspector": state}
