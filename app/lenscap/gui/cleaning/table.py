"""The table of results: what is chosen in it can be taken along, shown, or tried again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import (
    QAbstractItemModel,
    Qt,
    QUrl,
    Signal,
)  # fmt: skip
from PySide6.QtGui import (
    QContextMenuEvent,
    QDesktopServices,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QTreeView,
)

from lenscap.gui import theme
from lenscap.gui.cleaning.cells import Cell, Header
from lenscap.gui.cleaning.model import HAPPENED, OUTCOME, PHOTO, SIZE, Role
from lenscap.gui.handing import Copying, copies, drag
from lenscap.gui.thumbnails import Thumbnails
from lenscap.model import Result


class ResultTable(QTreeView):
    """A list with four columns; it has no branches. Copies can be dragged and copied out of it."""

    retry = Signal(list)
    said = Signal(str)

    def __init__(self, model: QAbstractItemModel, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("What happened to each photo"))
        self.setProperty("frame", "card")
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setItemsExpandable(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self._copying = Copying(self)
        self._copying.said.connect(self.said)
        self.setItemDelegate(Cell(thumbnails, self))
        self.setModel(model)
        self._dress_header()
        thumbnails.ready.connect(self._refresh)

    def _dress_header(self) -> None:
        header = Header(self)
        header.setStyleSheet("QHeaderView { border: none; background: transparent; }")
        self.setHeader(header)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setStretchLastSection(False)
        header.setSectionsClickable(False)
        header.setSectionsMovable(False)
        header.setFixedHeight(theme.px(34))

    def chosen(self) -> list[Result]:
        """The results of the rows that are selected, from top to bottom."""
        rows = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        return [item.result for index in rows if (item := index.data(Role.ITEM)).result]

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Carry the copies of the rows that are selected."""
        drag(self, copies(self.chosen()))

    def copy(self) -> None:
        """Put the copies of the rows that are selected into the clipboard."""
        self._copying.copy(copies(self.chosen()))

    def wait(self) -> None:
        """For the end of the program."""
        self._copying.wait()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C takes the copies, and not a word of the table."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the rows that are selected."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if not menu.isEmpty():
            menu.popup(event.globalPos())

    def menu(self) -> QMenu:
        """The ways on for the rows that are selected."""
        made, chosen = QMenu(self), self.chosen()
        there, missing = copies(chosen), [each.path for each in chosen if each.target is None]
        if there:
            action = made.addAction(self.tr("Copy"), self.copy)
            action.setShortcut(QKeySequence.StandardKey.Copy)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            made.addAction(self.tr("Show in folder"), lambda: self._show(there[0].parent))
        if missing:
            made.addAction(self.tr("Try again"), lambda: self.retry.emit(missing))
            made.addAction(self.tr("Show the original in its folder"), lambda: self._show(missing[0].parent))
        return made

    def _show(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.said.emit(self.tr("The folder could not be opened. It is {folder}.").format(folder=folder))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out: names and what happened take what is left."""
        super().resizeEvent(event)
        width, hidden = self.viewport().width(), self.isColumnHidden
        outcome = 0 if hidden(OUTCOME) else theme.px(150)
        size = theme.px(84) if width >= theme.px(760) and not hidden(SIZE) else 0
        name = min(theme.px(330), max(theme.px(170), round((width - outcome - size) * 0.4)))
        for column, share in ((PHOTO, name), (OUTCOME, outcome), (SIZE, size)):
            self.header().resizeSection(column, share)
        self.header().resizeSection(HAPPENED, max(80, width - name - outcome - size))

    def _refresh(self, _path: Path) -> None:
        self.viewport().update()
