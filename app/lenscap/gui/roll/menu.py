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


def menu(parent: QWidget, count: int, can_clean: bool, deeds: Deeds) -> QMenu:
    """The menu for so many photos; what is about one photo is there for the one that has the keyboard."""
    made = QMenu(parent)
    several = words.photos(count)
    clean = translate("PhotoMenu", "Clean this photo")
    if count > 1:
        clean = translate("PhotoMenu", "Clean {photos}").format(photos=several)
    made.addAction(translate("PhotoMenu", "Open"), QKeySequence("Return"), deeds.open)
    made.addAction(clean, deeds.clean).setEnabled(can_clean)
    made.addAction(translate("PhotoMenu", "Show in folder"), deeds.show_folder)
    made.addSeparator()
    made.addAction(translate("PhotoMenu", "Remove from this view"), QKeySequence("Del"), deeds.remove)
    made.addAction(translate("PhotoMenu", "Look again"), deeds.look_again)
    return made
