"""The language of the window: which it is, that all is said in it, and how numbers, dates and the core's words are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lenscap.formats import containers
from lenscap.gui import language, speech, writing
from lenscap.gui.about import AboutDialog
from lenscap.gui.addon import AddOnDialog
from lenscap.gui.crash import CrashDialog
from lenscap.gui.window import Window
from lenscap.model import Looking
from lenscap.pipeline import inspect
from lenscap.pipeline.batch import inspect_all
from lenscap.settings import load
from tests.gui.languages import all_texts, bracketed, german, left_over
from tests.gui.scenes import drop, photos_in
from tests.samples import bad_samples, named, samples

GERMAN = re.compile(r"[äöüß„]|\b(?:der|die|das|ein|eine|von|mit|und|ist)\b", re.IGNORECASE)


@pytest.fixture
def in_german(qapp: QApplication) -> Iterator[None]:
    yield from german(qapp)


@pytest.fixture
def in_brackets(qapp: QApplication) -> Iterator[None]:
    yield from bracketed(qapp)


# -- which language ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "chosen"),
    [
        (["de-CH", "de", "en"], "de"),
        (["de_DE"], "de"),
        (["fr-FR", "de"], "de"),
        (["en-US", "de"], "en"),
        (["pt-PT"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_language_is_the_first_of_the_systems_that_the_window_speaks(wanted: list[str], chosen: str) -> None:
    assert language.of_system(wanted) == chosen


def test_numbers_are_written_as_the_system_does_where_it_speaks_the_same_language() -> None:
    swiss = QLocale("de_CH")
    assert language.locale("de", swiss) == swiss
    assert language.locale("de", QLocale("en_US")).language() is QLocale.Language.German


def test_the_window_and_the_dialogs_of_qt_speak_german(dressed: QApplication, in_german: None, qtbot: QtBot) -> None:
    window = Window(load())
    qtbot.addWidget(window)
    assert window.toolbar.tabs.segment("cloud").text() == "Was die Cloud sieht"
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_words_of_a_base_class_are_found_in_those_below_it(in_brackets: None) -> None:
    class Above(QObject):
        def said(self) -> str:
            return self.tr("Photos")

    class Below(Above):
        pass

    assert Below().said() == "⟦Photos⟧"


# -- all is said in it -------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_every_string_of_every_page_is_looked_up(
    dressed: QApplication, in_brackets: None, qtbot: QtBot, tmp_path: Path
) -> None:
    roll = tmp_path / "roll"
    roll.mkdir()
    photos_in(roll)
    (roll / "told.jpg").write_bytes(named("jpeg-everything").data)
    window = Window(replace(load(), output=tmp_path / "copies"))
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    data = _data(roll)
    _nothing_is_left(window, data)
    with qtbot.waitSignal(window.roll.reading.finished, timeout=120_000):
        drop(window, roll)
    for row in range(window.photos.rowCount()):
        window.roll.grid.go_to_row(row)
        qtbot.wait(50)
        _nothing_is_left(window, data)
    window.roll.opened.emit(roll / "told.jpg")
    qtbot.waitUntil(lambda: not window.viewer.stage.empty, timeout=20_000)
    _nothing_is_left(window, data)
    window.show_roll()
    window.toolbar.tabs.segment("cloud").click()
    qtbot.wait(1000)
    _nothing_is_left(window, data)
    window.toolbar.tabs.segment("guide").click()
    _nothing_is_left(window, data)
    window.work.start([photo.path for photo in window.photos.photos()])
    qtbot.wait(50)
    _nothing_is_left(window, data)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.done, timeout=120_000)
    _nothing_is_left(window, data)
    for dialog in (AboutDialog(window), AddOnDialog(window), CrashDialog("report")):
        qtbot.addWidget(dialog)
        _nothing_is_left(dialog, data)


def _nothing_is_left(top: QWidget, data: re.Pattern[str]) -> None:
    """All that is on the screen was looked up, but for what comes out of files and what has no language."""
    QApplication.processEvents()
    texts = [text for text in all_texts(top) if text.count("⟦") == text.count("⟧")]  # the others are looked up, and cut
    assert any("⟦" in text for text in texts)
    rest = {text: data.sub("", left_over(re.sub(r"<[^>]*>|&\w+;", "", text))) for text in texts}
    found = sorted({text[:90] for text, left in rest.items() if re.search(r"[^\W\d_]{2}", left)})
    assert not found, "\n".join(found)


def _data(roll: Path) -> re.Pattern[str]:
    """Names of files and folders, formats, key caps, units, what is written in a sample, and addresses."""
    parts = [re.escape(part) for path in (roll, Path.home()) for part in path.parts if len(part) > 1]
    words = [
        *(re.escape(" ".join(container.SUFFIXES)) for container in containers()),
        "separator",
        "Ctrl",
        "Return",
        "Del",
        "Esc",
        "Tab",
        "bytes",
        "kB",
        "MB",
        "copies",
        "copie",
        "YOLOX",
        "report",
        "XL",
    ]
    words += [
        "https?://\\S+",
        "(?:[0-9a-f]\u200b?){32,}",
        "Exif",
        "IPTC",
        "Photoshop",
        "XMP",
        "SHA",
        "interoperability",
        "Lisbon",
        "Portugal",
    ]
    words += [container.NAME for container in containers()]
    return re.compile("|".join([r"\w*CANARY\S*", r"\S+\.(?:jpg|toml|onnx)", *parts, *words]))


# -- numbers and dates -------------------------------------------------------------------------------------------------


def test_dates_and_numbers_are_german(in_german: None) -> None:
    assert writing.day(date(2026, 6, 14)) == "14. Juni 2026"
    assert writing.day(date(2026, 6, 14), year=False) == "14. Juni"
    assert writing.month(date(2026, 3, 1)) == "März 2026"
    assert writing.span(date(2026, 6, 13), date(2026, 6, 15)) == "13.–15. Juni 2026"
    assert writing.span(date(2025, 12, 30), date(2026, 1, 2)) == "30. Dezember 2025 – 2. Januar 2026"
    assert writing.number(12345) == "12.345"


@pytest.mark.parametrize(
    ("english", "words"),
    [
        ("14 June 2026", "14. Juni 2026"),
        ("on 14 June 2026 at 10:20 (UTC)", "am 14. Juni 2026, 10:20 (UTC)"),
        ("in June 2026", "im Juni 2026"),
        ("in 2026", "2026"),
        ("2026-06", "Juni 2026"),
        ("13–15 June 2026", "13.–15. Juni 2026"),
        ("30 May – 2 June 2026", "30. Mai – 2. Juni 2026"),
        ("30 December 2025 – 2 January 2026", "30. Dezember 2025 – 2. Januar 2026"),
        ("31 June 2026", None),
        ("15–13 Smarch 2026", None),
        ("Lisbon", None),
    ],
)
def test_dates_of_the_core_are_said_anew(in_german: None, english: str, words: str | None) -> None:
    assert writing.said(english) == words


# -- what the core says ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("english", "words"),
    [
        ("A face", "Ein Gesicht"),
        ("Taken in Lisbon, Portugal", "Aufgenommen in Lisbon, Portugal"),
        ("Taken on 14 June 2026 at 10:20", "Aufgenommen am 14. Juni 2026, 10:20"),
        ("Taken in June 2026", "Aufgenommen im Juni 2026"),
        ("Taken on “nonsense”", "Aufgenommen „nonsense“"),
        ("Taken with an Apple iPhone 15", "Kamera: Apple iPhone 15"),
        ("This photo hides a 1.5 s video with sound", "Dieses Foto enthält versteckt ein Video von 1,5 s mit Ton"),
        ("12,345 bytes that the picture does not need", "12.345 Bytes, die das Bild nicht braucht"),
        ("Made by “Jane Doe”", "Gemacht von „Jane Doe“"),
        ("Facing north-west, 1,120 m above sea level", "Blick nach Nordwesten, 1.120 m über dem Meer"),
        ("Camera settings: 1/100 s, f/2.8, no flash", "Kameraeinstellungen: 1/100 s, f/2.8, ohne Blitz"),
        (
            "It is a PDF document. Lenscap does not clean those; export its pages as PNG first.",
            "Das ist ein PDF-Dokument. Lenscap bereinigt so etwas nicht; exportiere die Seiten zuerst als PNG.",
        ),
        ("It is empty. The original is unchanged.", "Die Datei ist leer. Das Original ist unverändert."),
        (
            "Another picture, hidden behind this one (640 × 480 pixels, larger than this one)",
            "Ein weiteres Bild, hinter diesem versteckt (640 × 480 Pixel, größer als dieses)",
        ),
        ("A QR code with the phone number “+351”", "Ein QR-Code mit der Telefonnummer „+351“"),
        (
            "Person 7 is in 1,012 photos, mostly in Lisbon, mostly at weekends",
            "Person 7 ist auf 1.012 Fotos, meist in Lisbon, meist am Wochenende",
        ),
        ("14 June 2026, 10:00–12:30, Lisbon", "14. Juni 2026, 10:00–12:30, Lisbon"),
        ("Trip to Lisbon, 3 nights", "Reise nach Lisbon, 3 Nächte"),
        ("2026 so far", "2026 bis jetzt"),
        ("The folder for copies cannot be written to: permission denied.", None),
    ],
)
def test_sentences_of_the_core_are_german(in_german: None, english: str, words: str | None) -> None:
    said = speech.spoken(english)
    assert said == words if words else said != english


@pytest.mark.parametrize(
    ("english", "words"),
    [
        ("Exif thumbnail: Exif GPS", "Exif: Vorschaubild: Exif: GPS"),
        ("In the picture", "Auf dem Bild"),
        ("Beside it, in IMG.xmp", "Daneben, in IMG.xmp"),
        ("XMP", "XMP"),
    ],
)
def test_places_in_a_file_are_german(in_german: None, english: str, words: str) -> None:
    assert speech.place(english) == words


@pytest.mark.parametrize(
    ("english", "words"),
    [
        ("The file is called “{name} {0.__class__} %s”", "Die Datei heißt „{name} {0.__class__} %s“"),
        ("The file is called “A face”", "Die Datei heißt „A face“"),
        ("Made by “14 June 2026”", "Gemacht von „14 June 2026“"),
        ("Made by “1,000 bytes”", "Gemacht von „1,000 bytes“"),
        ("Taken in A face", "Aufgenommen in A face"),
        ("A title: “x” and “y”", "Ein Titel: „x” and “y“"),
        ("A sentence that nobody knows", "A sentence that nobody knows"),
        ("", ""),
    ],
)
def test_values_out_of_files_stay_as_they_are(in_german: None, english: str, words: str) -> None:
    assert speech.spoken(english) == words


def test_english_stays_english(qapp: QApplication) -> None:
    speech.forget()
    assert speech.spoken("Taken on 14 June 2026") == "Taken on 14 June 2026"
    assert speech.place("Exif thumbnail") == "Exif thumbnail"


def test_a_long_text_made_to_match_slowly_takes_no_time(in_german: None) -> None:
    for text in ("A text that is called “" + "”: “" * 900, ", flight → " * 300, "“" * 3900, "is in in photos, " * 200):
        speech.spoken(text)
    assert speech.spoken("x" * 100_000) == "x" * 100_000


@pytest.mark.slow
def test_all_that_the_samples_tell_is_german(in_german: None, tmp_path: Path) -> None:
    files = []
    contents = {each.name: each.data for each in samples()} | {each.name: each.data for each in bad_samples()}
    for name, data in contents.items():
        files.append(tmp_path / name)
        files[-1].write_bytes(data)
    told, reasons = set(), set()
    for item in inspect_all(files, Looking()):
        told |= {each.tells for each in getattr(item, "findings", ())}
        reasons |= {reason} if (reason := getattr(item, "reason", None)) else set()
    assert len(told) > 1000
    assert len(reasons) > 20
    assert {text for text in told | reasons if speech.spoken(text) == text and not text.startswith("exif")} == set()
    assert sum(bool(GERMAN.search(speech.spoken(text))) for text in reasons) > 0.9 * len(reasons)


def test_the_core_itself_stays_english(in_german: None, tmp_path: Path) -> None:
    (tmp_path / "told.jpg").write_bytes(named("jpeg-everything").data)
    assert any(each.tells.startswith("Taken ") for each in inspect(tmp_path / "told.jpg").findings)
