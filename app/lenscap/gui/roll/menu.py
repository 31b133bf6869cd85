"""The menu of the photos that are chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from lenscap.gui.roll import words

translate = QCoreApplication.translate


class Deeds(NamedTuple):
    """What can be done with photos."""

    open: Callable[[], object]
    clean: Callable[[], object]
    show_folder: Callable[[], object]
    remove: Callable[[], object]
    look_again: Callable[[], object]
    copy: Callable[[], object]
    show_copy: Callable[[], object]


def menu(parent: QWidget, count: int, can_clean: bool, copied: int, deeds: Deeds) -> QMenu:
    """The menu for so many photos, of which so many were ``copied``.

    What is about one photo is there for the one that has the keyboard.
    """
    made = QMenu(parent)
    number = words.photos(count)
    clean = translate("PhotoMenu", "Clean this photo")
    if count > 1:
        clean = translate("PhotoMenu", "Clean {photos}").format(photos=number)
    made.addAction(translate("PhotoMenu", "Open"), QKeySequence("Return"), deeds.open)
    made.addAction(clean, deeds.clean).setEnabled(can_clean)
    made.addAction(translate("PhotoMenu", "Show in folder"), deeds.show_folder)
    if copied:
        made.addSeparator()
        one, several = translate("PhotoMenu", "Copy the clean copy"), translate("PhotoMenu", "Copy the clean copies")
        made.addAction(one if copied == 1 else several, deeds.copy)
        made.addAction(translate("PhotoMenu", "Show the copy in its folder"), deeds.show_copy)
    made.addSeparator()
    made.addAction(translate("PhotoMenu", "Remove from this view"), QKeySequence("Del"), deeds.remove)
    made.addAction(translate("PhotoMenu", "Look again"), deeds.look_again)
    return made
