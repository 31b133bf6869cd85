"""Colours, type and measures, read from ``resources/styles/tokens.json``; light and dark are ours on every desktop.

High contrast is the desktop's own, where it has such a theme.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any, Literal, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from lenscap import resources
from lenscap.gui import contrast

Shade = Literal["light", "dark", "contrast"]
Scheme = Literal["light", "dark", "contrast", "system"]

TOKENS: dict[str, Any] = json.loads(resources.find("styles/tokens.json").read_text(encoding="utf-8"))
SPACE: tuple[int, ...] = tuple(TOKENS["space"]["steps"])
SIZE: dict[str, int] = TOKENS["size"]
RADIUS: dict[str, int] = TOKENS["radius"]
_LARGE_TEXT = 1.5

_FALLBACKS = {"", "sans", "sans serif", "sans-serif", "dejavu sans", "bitstream vera sans", "monospace"}
_BARE = ("offscreen", "minimal", "vnc")
_BUNDLED = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf")


class _Appearance(QObject):
    """The scheme that is in force, and who wants to hear of a new one."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.wished: Scheme = "system"
        self.scheme: Shade = "light"
        self.text_size = 100

    def follow_desktop(self) -> None:
        """The desktop went light, dark or high in contrast: go with it, if that was the wish."""
        app = QApplication.instance()
        if self.wished == "system" and isinstance(app, QApplication):
            apply(app, "system")


_appearance = _Appearance()
scheme_changed = _appearance.changed


def scheme() -> Shade:
    """The scheme in force."""
    return _appearance.scheme


def color(path: str, scheme: Shade | None = None) -> QColor:
    """The colour of a token ("text.primary", "exposure.face.fg", "overlay.face_blur"), by default as it is now."""
    return QColor(_color(path, _in_force(scheme or _appearance.scheme)))


def _in_force(scheme: Shade) -> Shade:
    """High contrast holds for what is always dark, too."""
    return "contrast" if _appearance.scheme == "contrast" else scheme


@cache
def _color(path: str, scheme: str) -> QColor:
    room = TOKENS["color"][scheme]
    if path.startswith(("overlay.", "map.")):
        room = TOKENS
    for step in path.split("."):
        room = room[step]
    return _parsed(cast(str, room))


def _parsed(text: str) -> QColor:
    """A colour written #RRGGBB or #RRGGBBAA."""
    parsed = QColor(text[:7])
    if len(text) == 9:
        parsed.setAlpha(int(text[7:], 16))
    return parsed


def font(name: str) -> QFont:
    """The font of a step of the type scale, at the size that the desktop's text size asks for."""
    step = TOKENS["type"][name]
    made = QFont(_family())
    made.setPixelSize(round(step["px"] * text_scale()))
    made.setWeight(QFont.Weight(step["weight"]))
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def fixed_font() -> QFont:
    """The system's fixed font in the size of small text, for positions and check sums."""
    made = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    made.setPixelSize(round(TOKENS["type"]["small"]["px"] * text_scale()))
    return made


def px(measure: int) -> int:
    """A measure that holds text, grown with the system's text size."""
    return round(measure * text_scale())


def text_scale() -> float:
    """How much larger than usual text is, as the desktop and the person have it: 1 to 2."""
    return min(2.0, max(1.0, _system_scale() * _appearance.text_size / 100))


def has_large_text() -> bool:
    """Whether text is so large that what else stands side by side stands one below the other."""
    return text_scale() >= _LARGE_TEXT


def set_text_size(percent: int) -> None:
    """What the person wishes on top of the desktop's size. Only what is made from now on follows."""
    _appearance.text_size = min(200, max(100, percent))


@cache
def _system_scale() -> float:
    if QGuiApplication.platformName() in _BARE:
        return 1.0
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return QFontInfo(system).pixelSize() / 13


@cache
def _family() -> str:
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    return _load_bundled() if _uses_bundled() else system


@cache
def _uses_bundled() -> bool:
    """True where there is no real font for user interfaces, as on a bare system."""
    family = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    bare = QGuiApplication.platformName() in _BARE
    return bare or family.casefold() in _FALLBACKS or not QFontDatabase.families()


def _load_bundled() -> str:
    for name in _BUNDLED:
        QFontDatabase.addApplicationFont(str(resources.find(f"fonts/{name}")))
    return "Inter"


def scheme_of(widget: QWidget) -> Shade:
    """The scheme that a widget is drawn in: a property ``scheme`` of it or of one above it, or the program's."""
    if _appearance.scheme == "contrast":
        return "contrast"
    above: QWidget | None = widget
    while above is not None:
        if above.property("scheme") in ("light", "dark"):
            return cast(Shade, above.property("scheme"))
        above = above.parentWidget()
    return _appearance.scheme


def ink(widget: QWidget, path: str) -> QColor:
    """The colour of a token in the scheme that ``widget`` is drawn in."""
    return color(path, scheme_of(widget))


def stylesheet(scheme: Shade | None = None, name: str = "lenscap") -> str:
    """A style sheet with the colours of a scheme, by default as it is now. Fonts are set with ``QFont``, never here."""
    sheet = resources.find(f"styles/{name}.qss").read_text(encoding="utf-8")
    tokens = re.compile(r"@([a-z_]+(?:\.[a-z_]+)+)")
    return tokens.sub(lambda found: color(found[1], scheme).name(QColor.NameFormat.HexArgb), sheet)


def palette(scheme: Shade | None = None) -> QPalette:
    """The palette of a scheme, by default of the current one, for what no style sheet reaches."""
    made = QPalette()
    for role, path in _ROLES.items():
        made.setColor(role, color(path, scheme))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, color("text.disabled", scheme))
    return made


_ROLES = {
    QPalette.ColorRole.Window: "bg.window",
    QPalette.ColorRole.WindowText: "text.primary",
    QPalette.ColorRole.Base: "bg.surface",
    QPalette.ColorRole.AlternateBase: "bg.hover",
    QPalette.ColorRole.Text: "text.primary",
    QPalette.ColorRole.PlaceholderText: "text.tertiary",
    QPalette.ColorRole.Button: "bg.surface",
    QPalette.ColorRole.ButtonText: "text.primary",
    QPalette.ColorRole.BrightText: "text.on_accent",
    QPalette.ColorRole.Highlight: "accent.base",
    QPalette.ColorRole.HighlightedText: "text.on_accent",
    QPalette.ColorRole.Link: "text.link",
    QPalette.ColorRole.LinkVisited: "text.link",
    QPalette.ColorRole.ToolTipBase: "bg.surface",
    QPalette.ColorRole.ToolTipText: "text.primary",
    QPalette.ColorRole.Light: "bg.hover",
    QPalette.ColorRole.Midlight: "line.soft",
    QPalette.ColorRole.Mid: "line.default",
    QPalette.ColorRole.Dark: "line.strong",
    QPalette.ColorRole.Shadow: "line.strong",
    QPalette.ColorRole.Accent: "accent.base",
}


def scheme_named(name: str) -> Scheme:
    """The scheme of a setting; what is not one is the system's."""
    return cast(Scheme, name) if name in ("light", "dark", "contrast") else "system"


def apply(app: QApplication, wished: Scheme) -> None:
    """Dress the program in a scheme and tell ``scheme_changed``."""
    if app.style().objectName() != "fusion":
        app.setStyle("fusion")
        app.styleHints().colorSchemeChanged.connect(_appearance.follow_desktop)
        contrast.hints()[1].contrastPreferenceChanged.connect(_appearance.follow_desktop)
    _appearance.wished = wished
    _appearance.scheme = _chosen(app, wished)
    app.setPalette(palette())
    app.setFont(font("body"))
    app.setStyleSheet(stylesheet())
    scheme_changed.emit()


def _chosen(app: QApplication, wished: Scheme) -> Shade:
    """The scheme that a wish comes to on this desktop."""
    if wished in ("light", "dark"):
        return cast(Shade, wished)
    app.setPalette(QPalette())  # which makes it the desktop's
    if wished != "contrast" and not contrast.is_wished(app):
        return "dark" if app.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"
    TOKENS["color"]["contrast"] = contrast.tokens(app)
    _color.cache_clear()
    return "contrast"
