"""Colours, contrast, size of text, motion, and where the window was: as the person and the desktop have them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from lenscap import settings
from lenscap.gui import appearance, contrast, fitting, theme
from lenscap.gui.about import AboutDialog
from lenscap.gui.preferences import SettingsDialog
from lenscap.gui.window import Window
from lenscap.settings import Settings
from tests.gui import tour

ON_GROUND = ("text.primary", "text.secondary", "text.tertiary", "text.link", "state.note", "exposure.face.fg")
GROUNDS = ("bg.window", "bg.chrome", "bg.surface", "bg.sunken", "bg.hover", "bg.pressed", "bg.selected")
PAIRS = (
    *((text, ground) for text in ON_GROUND[:3] for ground in GROUNDS),
    *((text, ground) for text in ON_GROUND[3:] for ground in GROUNDS[:4]),
    ("text.on_accent", "accent.base"),
    ("text.on_accent", "accent.hover"),
    ("accent.on_soft", "accent.soft"),
    ("text.primary", "control.seg_on"),
    ("text.secondary", "control.seg_track"),
    ("state.error", "state.error_soft"),
    ("exposure.hidden.fg", "exposure.hidden.soft"),
)


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication) -> Iterator[None]:
    """Other tests have the usual colours, text and direction."""
    yield
    theme.set_text_size(100)
    appearance.set_less_motion(qapp, False)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    if theme.scheme() != "light":
        theme.apply(qapp, "light")


def test_high_contrast_has_seven_to_one_wherever_there_is_text(qapp: QApplication) -> None:
    theme.apply(qapp, "contrast")
    for front, ground in PAIRS:
        assert contrast.ratio(theme.color(front), theme.color(ground)) >= contrast.ENOUGH, (front, ground)
    for front in ("line.strong", "focus.ring", "text.disabled", "accent.base"):
        assert contrast.ratio(theme.color(front), theme.color("bg.window")) >= 3, front


def test_high_contrast_has_every_colour_and_holds_in_what_is_always_dark(dressed: QApplication) -> None:
    theme.apply(dressed, "contrast")
    assert _paths(theme.TOKENS["color"]["contrast"]) == _paths(theme.TOKENS["color"]["dark"])
    assert theme.color("bg.window", "dark") == theme.color("bg.window")
    outer = QWidget()
    outer.setProperty("scheme", "dark")
    assert theme.scheme_of(outer) == "contrast"


def _paths(room: dict[str, Any], above: str = "") -> set[str]:
    return {
        path
        for name, value in room.items()
        for path in (_paths(value, f"{above}{name}.") if isinstance(value, dict) else {f"{above}{name}"})
    }


def test_the_palette_of_a_desktop_with_high_contrast_is_used() -> None:
    theirs = QPalette(QColor("#0000AA"), QColor("#000033"))
    for role, colour in ((QPalette.ColorRole.WindowText, "#FFFF00"), (QPalette.ColorRole.Base, "#000022")):
        theirs.setColor(role, QColor(colour))
    theirs.setColor(QPalette.ColorRole.Highlight, QColor("#FFFFFF"))
    theirs.setColor(QPalette.ColorRole.HighlightedText, QColor("#000000"))
    assert contrast._suffices(theirs)
    assert contrast._of(theirs)["text"]["primary"] == "#ffff00"
    theirs.setColor(QPalette.ColorRole.WindowText, QColor("#606060"))
    assert not contrast._suffices(theirs)


@pytest.mark.parametrize(
    ("file", "written", "asks"),
    [
        ("kdeglobals", "[General]\nColorScheme=BreezeHighContrast\n", True),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-theme-name = HighContrastInverse\n", True),
        ("kdeglobals", "[General]\nColorScheme=BreezeLight\nName=no high contrast\n", False),
        ("gtk-3.0/settings.ini", "\0\xff" * 9999, False),
    ],
)
def test_a_theme_of_high_contrast_is_known_by_its_name(
    dressed: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, written: str, asks: bool
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text(written, encoding="latin-1")
    assert contrast._is_named() is asks
    theme.apply(dressed, "system")
    assert theme.scheme() == ("contrast" if asks else "light")


def test_a_palette_of_black_and_white_is_high_contrast_and_an_ordinary_one_is_not() -> None:
    stark = QPalette(QColor("black"))
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base, QPalette.ColorRole.Button):
        stark.setColor(role, QColor("black"))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        stark.setColor(role, QColor("white"))
    assert contrast._is_stark(stark)
    assert not contrast._is_stark(theme.palette("light"))
    assert not contrast._is_stark(theme.palette("dark"))
    assert not contrast._is_stark(QPalette())


def test_the_window_follows_the_desktop_while_it_runs(
    window: Window, dressed: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.apply(dressed, "system")
    assert theme.scheme() == "light"
    monkeypatch.setattr("lenscap.gui.contrast.is_wished", lambda _: True)
    contrast.hints()[1].contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert theme.scheme() == "contrast"
    monkeypatch.undo()
    contrast.hints()[0].colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.scheme() == "light"
    theme.apply(dressed, "dark")
    contrast.hints()[0].colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.scheme() == "dark"


def test_text_grows_as_wished_up_to_twice() -> None:
    small = theme.font("body").pixelSize()
    theme.set_text_size(200)
    assert theme.font("body").pixelSize() == 2 * small
    assert theme.px(10) == 20
    theme.set_text_size(10_000)
    assert theme.text_scale() == 2
    theme.set_text_size(-1)
    assert theme.text_scale() == 1


def test_with_less_motion_nothing_takes_time(dressed: QApplication) -> None:
    assert appearance.duration(140) == 140
    appearance.set_less_motion(dressed, True)
    assert appearance.duration(140) == 0
    assert not any(dressed.isEffectEnabled(effect) for effect in appearance._EFFECTS)
    assert dressed.cursorFlashTime() == 0
    appearance.set_less_motion(dressed, False)
    assert dressed.cursorFlashTime() > 0


def test_nothing_moves_where_the_style_of_the_desktop_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    class Still:
        def styleHint(self, _hint: object) -> int:  # noqa: N802
            return 0

    with monkeypatch.context() as changed:
        changed.setattr(QApplication, "style", staticmethod(Still))
        assert appearance.duration(140) == 0


def test_every_choice_of_the_settings_holds_at_once_and_is_remembered(window: Window, folder: Path) -> None:
    window.wishes.remember(folder)
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = window.findChildren(SettingsDialog)
    for choice, key in (
        (dialog.colours, "contrast"),
        (dialog.sizes, 150),
        (dialog.languages, "de"),
        (dialog.motion, True),
    ):
        choice.setCurrentIndex(choice.findData(key))
    QTest.mouseClick(dialog.forget, Qt.MouseButton.LeftButton)
    assert theme.scheme() == "contrast"
    assert appearance.duration(1) == 0
    kept = settings.load()
    assert (kept.scheme, kept.text_size, kept.language, kept.less_motion) == ("contrast", 150, "de", True)
    assert kept.recent == ()
    assert window.toolbar._schemes["contrast"].isChecked()
    assert not window.welcome.recent.rows


def test_settings_that_cannot_be_saved_are_no_reason_to_stop(
    window: Window, own_settings: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(_: Settings) -> None:
        raise PermissionError("/home/marta")

    monkeypatch.setattr(settings, "save", closed)
    with caplog.at_level("CRITICAL"):
        window.dialogs.take_wishes({"scheme": "dark"})
    assert theme.scheme() == "dark"


def test_the_window_is_as_it_was_left(window: Window, qtbot: QtBot) -> None:
    window.setGeometry(QRect(5, 30, 788, 700))  # the screen of tests is 800 × 800
    window.show_roll()
    window.roll.toggle_inspector()
    window.roll._split.setSizes([400, 380])
    qtbot.wait(50)
    width = window.roll.inspector.width()
    window.close()
    again = Window(settings.load())
    qtbot.addWidget(again)
    again.show()
    again.show_roll()
    qtbot.wait(50)
    assert again.size() == window.size()
    assert again.roll.inspector.isVisible()
    assert abs(again.roll.inspector.width() - width) <= 2
    again.showMaximized()
    again.close()
    third = Window(settings.load())
    qtbot.addWidget(third)
    third.show()
    assert third.isMaximized()


@pytest.mark.parametrize("geometry", ["", "nonsense", "AdnQywAD" * 500, "é"])
def test_a_place_that_makes_no_sense_is_as_if_there_was_none(
    qtbot: QtBot, dressed: QApplication, geometry: str
) -> None:
    window = Window(replace(Settings(), geometry=geometry, inspector="x", inspector_width=-5))
    qtbot.addWidget(window)
    assert window.size().width() >= fitting.smallest().width()
    available = QGuiApplication.primaryScreen().availableGeometry()
    assert available.intersects(window.geometry())


def test_a_window_on_a_screen_that_is_gone_comes_onto_one_that_is_there(window: Window, qtbot: QtBot) -> None:
    window.move(50_000, 50_000)
    window.close()
    again = Window(settings.load())
    qtbot.addWidget(again)
    again.show()
    assert QGuiApplication.primaryScreen().availableGeometry().intersects(again.geometry())


def test_what_it_can_and_cannot_do_is_one_click_away(window: Window, qtbot: QtBot) -> None:
    QTest.mouseClick(window.welcome.about_link, Qt.MouseButton.LeftButton)
    (dialog,) = window.findChildren(AboutDialog)
    said = " ".join(each.text() for each in tour.controls(dialog) if hasattr(each, "text"))
    for words in ("JPEG XL", "phone", "missed", "Photos of you that other people have", "uploaded before"):
        assert words in said


@pytest.mark.slow
@pytest.mark.parametrize(
    ("percent", "direction", "size"),
    [
        (200, Qt.LayoutDirection.LeftToRight, (1024, 680)),
        (100, Qt.LayoutDirection.RightToLeft, (1440, 900)),
        (150, Qt.LayoutDirection.RightToLeft, (1024, 680)),
        (100, Qt.LayoutDirection.LeftToRight, (784, 552)),
    ],
    ids=["large text", "from the right", "both", "small screen"],
)
def test_whatever_is_there_can_be_seen_or_scrolled_to(
    dressed: QApplication, qtbot: QtBot, folder: Path, tmp_path: Path,
    percent: int, direction: Qt.LayoutDirection, size: tuple[int, int],
) -> None:  # fmt: skip
    appearance.dress(dressed, replace(Settings(), scheme="light", text_size=percent))
    dressed.setLayoutDirection(direction)
    window = Window(replace(Settings(), output=tmp_path / "copies"))
    qtbot.addWidget(window)
    window.setMinimumSize(1, 1)
    window.resize(*size)
    window.show()
    lost = []
    for stop, root in tour.stops(window, qtbot, folder):
        if root is window:
            assert (root.width(), root.height()) == size, stop
        lost += [
            f"{stop}: {type(each).__name__} {each.accessibleName()}" for each in tour.controls(root) if _is_lost(each)
        ]
    window.close()
    assert not lost, "\n".join(sorted(set(lost)))


def _is_lost(widget: QWidget) -> bool:
    """Whether a control juts out of what it stands in, where nothing scrolls."""
    above = widget.parentWidget()
    if above is None or not widget.focusPolicy() or widget.isWindow():
        return False
    scrolled = isinstance(above.parentWidget(), QScrollArea)
    return not scrolled and not above.rect().adjusted(-2, -2, 2, 2).contains(widget.geometry())


def test_a_small_screen_gets_a_small_window(monkeypatch: pytest.MonkeyPatch) -> None:
    class Small:
        def availableSize(self) -> object:  # noqa: N802
            from PySide6.QtCore import QSize

            return QSize(800, 600)

    monkeypatch.setattr(QGuiApplication, "primaryScreen", staticmethod(Small))
    assert fitting.smallest().toTuple() == (784, 552)
