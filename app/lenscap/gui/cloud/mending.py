"""Who is who, mended by hand: a name is given, two persons are one, faces are somebody else's.

It holds while the photos are open, and is written nowhere.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QInputDialog, QMenu, QWidget

from lenscap.gui.cloud.apart import ApartDialog
from lenscap.gui.cloud.faces import Face, FacePictures
from lenscap.gui.cloud.parts import tr
from lenscap.people import Face as Known
from lenscap.people import People, Person, merged, renamed, split

Change = Callable[[People], People]

_MOST_OTHERS = 30
_LONGEST_NAME = 60


class Mending(QObject):
    """``mended`` tells how the people are to be changed."""

    mended = Signal(object)

    def __init__(self, parent: QWidget, pictures: FacePictures) -> None:
        super().__init__(parent)
        self._widget, self._pictures = parent, pictures
        self.menu: QMenu | None = None

    def offer(self, known: People, name: str, at: QPoint) -> None:
        """Open the menu for a person, at a place on the screen."""
        person = next((each for each in known if each.name == name), None)
        if person is None:
            return
        self.menu = QMenu(self._widget)
        self.menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu.addAction(tr("Give a name…"), partial(self._ask_name, person))
        self._add_others(self.menu, person, known)
        if len(person.faces) > 1:
            self.menu.addAction(tr("Some of these are somebody else…"), partial(self._ask_faces, person))
        self.menu.popup(at)

    def _add_others(self, menu: QMenu, person: Person, known: People) -> None:
        others = [each for each in known if each != person][:_MOST_OTHERS]
        same = menu.addMenu(tr("Is the same person as"))
        same.setEnabled(bool(others))
        for other in others:
            action = same.addAction(other.name.replace("&", "&&"))
            action.triggered.connect(partial(self._join, other, person))
            if (picture := self._pictures.get(shown(other.cover))) is not None:
                action.setIcon(QIcon(picture))

    def _join(self, one: Person, other: Person) -> None:
        self.mended.emit(lambda people: merged(people, _found(people, one), _found(people, other)))

    def _ask_name(self, person: Person) -> None:
        name, chosen = QInputDialog.getText(self._widget, tr("Give a name"), tr("Name"), text=person.name)
        name = " ".join(name.split())[:_LONGEST_NAME]
        if chosen and name and name != person.name:
            self.mended.emit(lambda people: renamed(people, _found(people, person), name))

    def _ask_faces(self, person: Person) -> None:
        dialog = ApartDialog(person.faces, shown, self._pictures, self._widget)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if dialog.exec() == QDialog.DialogCode.Accepted and (faces := dialog.chosen()):
            self.mended.emit(lambda people: split(people, _found(people, person), faces))


def _found(people: People, person: Person) -> Person:
    """The same person among people who may have changed meanwhile."""
    return next((each for each in people if person.faces[0] in each.faces), person)


def shown(face: Known) -> Face:
    """Where a face that is known is to be cut out."""
    return Face(face.path, face.box)
