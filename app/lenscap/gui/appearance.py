"""How the person wants the program to look: colours, size of text, whether anything moves."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStyle

from lenscap.gui import theme
from lenscap.settings import Settings

TEXT_SIZES = (100, 125, 150, 200)

_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)
_still = False


def dress(app: QApplication, wishes: Settings) -> None:
    """Dress the program before its first window."""
    theme.set_text_size(wishes.text_size)
    theme.apply(app, theme.scheme_named(wishes.scheme))
    set_less_motion(app, wishes.less_motion)


def set_less_motion(app: QApplication, less: bool) -> None:
    """Let nothing fade, slide or blink; or else what the desktop lets."""
    global _still
    moving, flash = _of_desktop(app)
    _still = less
    for effect in _EFFECTS:
        app.setEffectEnabled(effect, effect in moving and duration(1) > 0)
    app.setCursorFlashTime(flash if duration(1) else 0)


def duration(milliseconds: int) -> int:
    """How long a movement takes: no time where the person or the desktop wants none."""
    moves = QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
    return milliseconds if moves and not _still else 0


@cache
def _of_desktop(app: QApplication) -> tuple[frozenset[Qt.UIEffect], int]:
    """What moves, and how fast the caret blinks, as long as nobody wished otherwise."""
    return frozenset(effect for effect in _EFFECTS if app.isEffectEnabled(effect)), app.cursorFlashTime()
