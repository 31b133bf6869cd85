"""High contrast: does the desktop ask for it, and the colours of every token out of the few of a palette."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QAccessibilityHints, QColor, QGuiApplication, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication

ENOUGH = 7.0
"""The contrast of text that WCAG asks for at its level AAA."""
_STARK = 20.0
"""Window, field and button of a palette that is so stark can only be meant so; ordinary ones stay below 19."""
_READABLE = 3.0

_OURS = {
    QPalette.ColorRole.Window: "#000000",
    QPalette.ColorRole.WindowText: "#FFFFFF",
    QPalette.ColorRole.Base: "#000000",
    QPalette.ColorRole.Highlight: "#FFE100",
    QPalette.ColorRole.HighlightedText: "#000000",
    QPalette.ColorRole.Link: "#7FE9FF",
}
_FILES = ("kdeglobals", "gtk-4.0/settings.ini", "gtk-3.0/settings.ini")
_NAMED = re.compile(r"^\s*(?:ColorScheme|LookAndFeelPackage|gtk-theme-name)\s*=.*high[ _-]?contrast", re.I | re.M)
_MUCH = 1 << 16

_Role = QPalette.ColorRole


def ratio(one: QColor, other: QColor) -> float:
    """The contrast of two colours, 1 to 21, as WCAG computes it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    shares = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def hints() -> tuple[QStyleHints, QAccessibilityHints]:
    """What the desktop says of contrast, kept with what it belongs to, without which PySide loses it."""
    around = QGuiApplication.styleHints()
    return around, around.accessibility()


def is_wished(app: QApplication) -> bool:
    """Whether the desktop has a theme of high contrast; ``app`` has the desktop's palette now."""
    asked = hints()[1].contrastPreference()
    return asked is Qt.ContrastPreference.HighContrast or _is_named() or _is_stark(app.palette())


def _is_named() -> bool:
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation))
    by_name = "highcontrast" in os.environ.get("GTK_THEME", "").lower()
    return by_name or any(_names_one(folder / file) for file in _FILES)


def _names_one(file: Path) -> bool:
    try:
        with file.open(encoding="utf-8", errors="replace") as opened:
            return bool(_NAMED.search(opened.read(_MUCH)))
    except OSError:
        return False


def _is_stark(palette: QPalette) -> bool:
    pairs = ((_Role.Window, _Role.WindowText), (_Role.Base, _Role.Text), (_Role.Button, _Role.ButtonText))
    return all(ratio(palette.color(ground), palette.color(text)) >= _STARK for ground, text in pairs)


def tokens(app: QApplication) -> dict[str, Any]:
    """The room ``color.contrast`` of the tokens: the desktop's palette if that has enough contrast, or else ours."""
    theirs = app.palette()
    return _of(theirs if is_wished(app) and _suffices(theirs) else _own())


def _own() -> QPalette:
    made = QPalette()
    for role, colour in _OURS.items():
        made.setColor(role, QColor(colour))
    return made


def _suffices(palette: QPalette) -> bool:
    text = palette.color(_Role.WindowText)
    grounds = ratio(text, palette.color(_Role.Window)), ratio(text, palette.color(_Role.Base))
    return min(*grounds, ratio(palette.color(_Role.Highlight), palette.color(_Role.HighlightedText))) >= ENOUGH


def _of(palette: QPalette) -> dict[str, Any]:
    ground, surface, text = (palette.color(role) for role in (_Role.Window, _Role.Base, _Role.WindowText))
    chosen, on_chosen, link = (palette.color(role) for role in (_Role.Highlight, _Role.HighlightedText, _Role.Link))
    link = link if min(ratio(link, ground), ratio(link, surface)) >= ENOUGH else text
    ring = chosen if ratio(chosen, ground) >= _READABLE else text
    lifted, raised = _mixed(ground, text, 0.15), _mixed(ground, text, 0.25)
    return {
        "bg": dict.fromkeys(("chrome", "window", "sunken", "stage", "scrim"), ground.name())
        | {"surface": surface.name(), "hover": lifted, "pressed": raised, "selected": raised},
        "line": dict.fromkeys(("soft", "default", "strong"), text.name()),
        "text": dict.fromkeys(("primary", "secondary", "tertiary"), text.name())
        | {"disabled": _mixed(ground, text, 0.6), "on_accent": on_chosen.name(), "link": link.name()},
        "accent": dict.fromkeys(("base", "hover", "pressed"), chosen.name())
        | {"soft": ground.name(), "on_soft": text.name()},
        "focus": {"ring": ring.name(), "halo": ground.name()},
        "control": {"seg_track": ground.name(), "seg_on": raised},
        "state": dict.fromkeys(("ok", "note", "error"), text.name())
        | dict.fromkeys(("ok_soft", "note_soft", "error_soft"), ground.name()),
        "exposure": {key: {"fg": text.name(), "soft": ground.name()} for key in _EXPOSED},
    }


_EXPOSED = ("face", "place", "time", "identity", "text", "hidden", "theme")


def _mixed(one: QColor, other: QColor, share: float) -> str:
    """A colour between two, with that share of the second."""
    parts = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(first + (second - first) * share) for first, second in parts)).name()
