"""The person's own policies in the window: made, changed, taken over, deleted, and used as the command line does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from lenscap import own_policies, pipeline, sources
from lenscap.cli import main
from lenscap.gui.policy import PoliciesDialog
from lenscap.gui.policy.answers import Answers, answered, answers
from lenscap.gui.policy.sentence import sentence
from lenscap.gui.widgets import Choice
from lenscap.gui.window import Window
from lenscap.model import Box, Edits, Keep, Kind, Persons
from lenscap.policy import IN_PIXELS, PRESETS, STYLES
from lenscap.policy_file import written
from lenscap.settings import load
from tests.gui.scenes import drop

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(window: Window, qtbot: QtBot) -> Iterator[PoliciesDialog]:
    """The dialog over the window, with a new policy in it."""
    made = window.own_policies.open()
    qtbot.waitExposed(made)
    yield made
    if window.own_policies._dialog is not None:
        window.own_policies._dialog._leave()


@pytest.fixture(autouse=True)
def nothing_lingers(qapp: QApplication) -> Iterator[None]:
    """Windows of earlier tests go at once: colours are put on all that there are."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def choose(field: Choice, key: str) -> None:
    """Choose an entry as a person does."""
    field.setCurrentIndex(field.findData(key))
    field.activated.emit(field.currentIndex())


def save(dialog: PoliciesDialog, name: str) -> Path:
    """Give it a name and press the button."""
    dialog.parts.editor.name.selectAll()
    QTest.keyClicks(dialog.parts.editor.name, name)
    QTest.mouseClick(dialog.parts.save, LEFT)
    return own_policies.folder() / f"{name}.toml"


def press(box: QMessageBox, kind: QMessageBox.StandardButton) -> None:
    QTest.mouseClick(box.button(kind), LEFT)


def test_the_last_entry_of_the_presets_leads_to_the_dialog(window: Window, qtbot: QtBot) -> None:
    field = window.roll.clean_bar.preset
    assert field.itemText(field.count() - 1) == "My own…"
    field.setCurrentIndex(field.count() - 1)
    dialog = window.findChild(PoliciesDialog)
    assert dialog is not None
    assert dialog.isVisible()
    assert window.roll.clean_bar.policy_name() == "faces"
    assert field.currentText() == "Share safely"
    dialog._leave()


def test_keys_that_step_through_the_presets_open_no_dialog(window: Window) -> None:
    field = window.roll.clean_bar.preset
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End)
    assert window.findChild(PoliciesDialog) is None
    for _ in range(9):
        QTest.keyClick(field, Qt.Key.Key_Down)
    assert window.findChild(PoliciesDialog) is None
    assert field.currentText() == "Everything off"


def test_a_policy_is_made_saved_used_and_remembered(window: Window, dialog: PoliciesDialog) -> None:
    editor = dialog.parts.editor
    choose(editor.date, "month")
    choose(editor.place, "country")
    QTest.mouseClick(editor.style_tiles.tile("solid"), LEFT)
    assert editor.tells.text().startswith("Copies keep the month and the country.")
    path = save(dialog, "Holiday")
    expected = replace(PRESETS["faces"], name="Holiday", style="solid", keep=Keep("month", "country"))
    assert own_policies.read(path) == expected
    assert window.roll.policy() == expected
    assert window.roll.clean_bar.preset.currentText() == "Holiday"
    assert load().policy == str(path)
    assert not dialog.isVisible()


def test_the_window_and_the_command_line_make_the_same_copies(
    window: Window, dialog: PoliciesDialog, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    editor = dialog.parts.editor
    choose(editor.start, "metadata")
    choose(editor.date, "day")
    choose(editor.place, "town")
    choose(editor.names, "neutral")
    choose(editor.times, "keep")
    path = save(dialog, "Both")
    ours, theirs = tmp_path / "window", tmp_path / "line"
    results = list(pipeline.run(sources.walk([folder]), ours, window.roll.policy()))
    assert len([each for each in results if each.target]) == 3
    main(["clean", str(folder), "--to", str(theirs), "--policy", str(path)])
    copies = sorted(each.relative_to(ours) for each in ours.rglob("*") if each.is_file())
    assert len(copies) == 3
    assert copies == sorted(each.relative_to(theirs) for each in theirs.rglob("*") if each.is_file())
    assert all((ours / each).read_bytes() == (theirs / each).read_bytes() for each in copies)


def test_what_the_editor_does_not_ask_about_is_not_lost(window: Window, dialog: PoliciesDialog) -> None:
    own = own_policies.folder() / "hand.toml"
    own.parent.mkdir(exist_ok=True)
    own.write_text(
        '# by hand\nbase = "everything"\n[photos."a.jpg"]\nkeep = [[1, 2, 3, 4]]\ncover = [[5, 6, 7, 8]]\n'
        '[photos."a.jpg".details]\ntime = "year"\n[photos."*".details]\ndevice = "keep"\n'
    )
    before = own_policies.read(own)
    dialog._leave()
    again = window.own_policies.open()
    assert "2 photos by name" in again.parts.editor.note.text()
    assert "without them" in again.parts._hint.text()
    choose(again.parts.editor.date, "year")
    QTest.mouseClick(again.parts.save, LEFT)
    assert own_policies.read(own) == replace(before, keep=Keep("year"))
    assert before.edits["a.jpg"] == Edits((Box(1, 2, 3, 4),), (Box(5, 6, 7, 8),), {Kind.TIME: "year"})


def test_a_policy_that_is_only_looked_at_keeps_its_words(window: Window) -> None:
    own = own_policies.folder() / "hand.toml"
    own.parent.mkdir(exist_ok=True)
    own.write_text('# by hand\nbase = "faces"\n')
    dialog = window.own_policies.open()
    QTest.mouseClick(dialog.parts.save, LEFT)
    assert own.read_text() == '# by hand\nbase = "faces"\n'
    assert window.roll.clean_bar.policy_name() == str(own)


def test_a_broken_file_stops_nothing_and_is_told(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = own_policies.folder() / "<b>torn.toml"
    broken.parent.mkdir(exist_ok=True)
    broken.write_text("base =")
    window.roll.renew_presets()
    field = window.roll.clean_bar.preset
    row = field.findData(str(broken))
    assert field.itemText(row) == "<b>torn (cannot be read)"
    assert "is not a TOML file" in field.itemData(row, Qt.ItemDataRole.ToolTipRole)
    field.set_name(str(broken))
    assert window.roll.policy().name == "faces"
    dialog = window.own_policies.open()
    assert "is not a TOML file" in dialog.parts._why.text()
    assert dialog.parts._why.textFormat() is Qt.TextFormat.PlainText
    assert not dialog.parts.save.isEnabled()
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    QTest.mouseClick(dialog.parts.show, LEFT)
    assert opened == [str(broken)]
    QTest.mouseClick(dialog.parts.delete, LEFT)
    press(dialog.findChildren(QMessageBox)[-1], QMessageBox.StandardButton.Yes)
    assert not broken.exists()
    assert field.findData(str(broken)) == -1
    dialog._leave()


def test_a_broken_file_that_was_chosen_does_not_stop_the_start(dressed: QApplication, qtbot: QtBot) -> None:
    broken = own_policies.folder() / "torn.toml"
    broken.parent.mkdir(exist_ok=True)
    broken.write_text("style = 'glitter'")
    window = Window(replace(load(), policy=str(broken)))
    qtbot.addWidget(window)
    assert "no cover style" in window.roll.presets.problem
    assert window.roll.policy().name == "faces"
    window.close()


def test_the_policy_in_use_can_be_deleted(window: Window, dialog: PoliciesDialog) -> None:
    path = save(dialog, "Gone")
    again = window.own_policies.open()
    assert again.draft().path == path
    again.delete()
    assert not path.exists()
    assert window.roll.clean_bar.policy_name() == "faces"
    assert load().policy == "faces"
    again._leave()


def test_a_duplicate_is_another_file(window: Window, dialog: PoliciesDialog) -> None:
    first = save(dialog, "First")
    again = window.own_policies.open()
    QTest.mouseClick(again.parts.copy, LEFT)
    assert again.parts.list.currentItem().text() == "First copy (not saved)"
    choose(again.parts.editor.date, "year")
    QTest.mouseClick(again.parts.save, LEFT)
    assert own_policies.listed() == [first.with_name("First copy.toml"), first] or own_policies.listed() == [
        first,
        first.with_name("First copy.toml"),
    ]
    assert own_policies.read(first).keep == Keep()


def test_a_policy_that_is_dropped_on_the_window_is_taken_over(window: Window, tmp_path: Path) -> None:
    file = tmp_path / "from a friend.toml"
    file.write_text('base = "everything"\nstyle = "mosaic"\n')
    drop(window, file)
    dialog = window.findChild(PoliciesDialog)
    assert dialog is not None
    assert dialog.draft().path == own_policies.folder() / file.name
    assert window.photos.rowCount() == 0
    QTest.mouseClick(dialog.parts.save, LEFT)
    assert window.roll.policy() == replace(PRESETS["everything"], name="from a friend", style="mosaic")


def test_what_is_dropped_and_is_no_policy_is_said(window: Window, tmp_path: Path) -> None:
    file = tmp_path / "other.toml"
    file.write_text('[tool]\nname = "x"\n')
    drop(window, file)
    dialog = window.findChild(PoliciesDialog)
    assert dialog is not None
    assert "asks for “tool”" in dialog.parts.said.text()
    assert own_policies.listed() == []
    dialog._leave()


def test_what_is_not_saved_is_asked_about(dialog: PoliciesDialog, qtbot: QtBot) -> None:
    choose(dialog.parts.editor.date, "year")
    QTest.mouseClick(dialog.parts.close, LEFT)
    box = dialog.findChild(QMessageBox)
    assert box is not None
    press(box, QMessageBox.StandardButton.Cancel)
    assert dialog.isVisible()
    QTest.mouseClick(dialog.parts.close, LEFT)
    press(dialog.findChildren(QMessageBox)[-1], QMessageBox.StandardButton.Discard)
    assert not dialog.isVisible()
    assert own_policies.listed() == []


def test_rules_about_people_need_a_photo(dialog: PoliciesDialog, tmp_path: Path) -> None:
    editor = dialog.parts.editor
    choose(editor.whose.choice, "but")
    assert "Choose a photo of somebody" in dialog.parts.said.text()
    assert not dialog.parts.save.isEnabled()
    editor.whose.add_photos([tmp_path / "me.jpg"])
    assert dialog.parts.save.isEnabled()
    assert editor.policy().persons == Persons(False, (tmp_path / "me.jpg",))
    away = next(each for each in editor.whose.findChildren(QToolButton) if each.accessibleName())
    QTest.mouseClick(away, LEFT)
    assert not dialog.parts.save.isEnabled()


def test_a_name_of_nothing_is_a_sentence(dialog: PoliciesDialog) -> None:
    dialog.parts.editor.name.selectAll()
    QTest.keyClicks(dialog.parts.editor.name, "///")
    QTest.mouseClick(dialog.parts.save, LEFT)
    assert "Give the policy a name" in dialog.parts.said.text()
    assert dialog.isVisible()


def test_a_style_of_ones_own_policy_holds_until_a_preset_is_chosen(window: Window, dialog: PoliciesDialog) -> None:
    QTest.mouseClick(dialog.parts.editor.style_tiles.tile("solid"), LEFT)
    save(dialog, "Solid")
    assert window.roll.policy().style == "solid"
    window.roll.clean_bar.set_policy("faces")
    assert window.roll.policy().style == "soft"


ANSWERS = st.builds(
    Answers,
    rest=st.booleans(),
    date=st.sampled_from(["remove", "year", "month", "day", "exact"]),
    place=st.sampled_from(["remove", "country", "town", "exact"]),
    settings=st.booleans(),
    copyright=st.booleans(),
    neutral_names=st.booleans(),
    file_times=st.booleans(),
    cover=st.sets(st.sampled_from(sorted(IN_PIXELS))).map(frozenset),
    style=st.sampled_from(STYLES),
)


@given(ANSWERS, st.sampled_from(sorted(PRESETS)))
@settings(max_examples=300, deadline=None)
def test_answers_are_kept_by_the_policy_and_a_file_can_say_them(said: Answers, base: str) -> None:
    policy = answered(PRESETS[base], said)
    heard = answers(policy)
    assert heard == (said if said.rest else replace(said, settings=True, copyright=True))
    assert answered(policy, heard) == policy
    assert written(policy)
    assert sentence(said)


@pytest.mark.parametrize(
    ("preset", "words"),
    [
        ("faces", "Copies keep nothing of what the file tells. In the picture, faces are covered."),
        ("metadata", "Copies keep nothing of what the file tells. The picture stays as it is."),
        ("location", "Copies keep all that can be written anew, but not the position. The picture stays as it is."),
        ("everything", "In the picture, faces, text and codes are covered. Copies are called photo-0001 and so on."),
    ],
)
def test_the_sentence_says_what_copies_tell(preset: str, words: str) -> None:
    assert words in sentence(answers(PRESETS[preset]))
