"""The dialog in which somebody picks the faces that are somebody else's."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from lenscap.gui import theme
from lenscap.gui.cloud.faces import Face, FacePictures
from lenscap.gui.cloud.parts import sentence, tr
from lenscap.people import Face as Known

_SIDE = 84


class ApartDialog(QDialog):
    """Shows all the faces of a person; ``chosen`` are those that were picked."""

    def __init__(
        self, faces: Sequence[Known], shown: Callable[[Known], Face], pictures: FacePictures, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Somebody else"))
        self._faces, self._shown, self._pictures = list(faces), shown, pictures
        self.list = self._list()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = buttons.addButton(tr("These are somebody else"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(sentence(tr("Pick the faces that are not this person.")))
        column.addWidget(self.list)
        column.addWidget(buttons)
        self.list.itemSelectionChanged.connect(self._allow)
        self._allow()
        pictures.ready.connect(self._refresh)
        pictures.want([shown(face) for face in faces])
        self._refresh()
        self.resize(theme.px(560), theme.px(400))

    def chosen(self) -> list[Known]:
        """The faces that are somebody else's."""
        return [self._faces[self.list.row(item)] for item in self.list.selectedItems()]

    def _list(self) -> QListWidget:
        made = QListWidget()
        made.setAccessibleName(tr("Faces"))
        made.setViewMode(QListView.ViewMode.IconMode)
        made.setResizeMode(QListView.ResizeMode.Adjust)
        made.setMovement(QListView.Movement.Static)
        made.setSelectionMode(QListWidget.SelectionMode.MultiSelection)
        made.setIconSize(QSize(theme.px(_SIDE), theme.px(_SIDE)))
        made.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        made.setGridSize(QSize(theme.px(_SIDE + 24), theme.px(_SIDE + 30)))
        for face in self._faces:
            made.addItem(QListWidgetItem(face.path.name))
        return made

    def _allow(self) -> None:
        """All of them cannot be somebody else, nor none."""
        self.take.setEnabled(0 < len(self.list.selectedItems()) < len(self._faces))

    def _refresh(self) -> None:
        for number, face in enumerate(self._faces):
            if (made := self._pictures.get(self._shown(face))) is not None:
                self.list.item(number).setIcon(QIcon(made))
