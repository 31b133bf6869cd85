"""The list in the viewer's panel: one row for each area of the photo. Only rows that changed are made anew."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from lenscap.gui.viewer.marks import Mark
from lenscap.gui.viewer.rows import Row, crop


class Listing(QWidget):
    """Rows in the order of the marks; ``first`` is the number of the mark that the first one is about."""

    chosen = Signal(int)
    decided = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.first = 0
        self._rows: list[Row] = []
        self._image: QImage | None = None
        self._scale = 1.0
        self._style = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 6, 6, 6)
        self._column.setSpacing(2)

    def set_picture(self, image: QImage | None, scale: float) -> None:
        """Where the crops come from; ``scale`` leads from boxes to pixels of the image."""
        self._image, self._scale = image, scale
        for row in self._rows:
            row.show_crop(self._crop(row.mark))

    def show_marks(self, marks: list[Mark], style: str) -> None:
        """List these areas."""
        if style != self._style:
            self._cut(0)
        self._style = style
        focus = self._focus()
        for number, mark in enumerate(marks):
            if number >= len(self._rows):
                self._put(number, mark)
            elif self._rows[number].mark != mark:
                self._drop(self._rows.pop(number))
                self._put(number, mark)
        self._cut(len(marks))
        self._order()
        self._restore(*focus)

    def row(self, number: int) -> Row | None:
        """The row of a mark, if it is here."""
        number -= self.first
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def set_chosen(self, chosen: int) -> None:
        """Show the row of the frame that is chosen on the stage."""
        for number, row in enumerate(self._rows, self.first):
            row.set_chosen(number == chosen)

    def _put(self, number: int, mark: Mark) -> None:
        row = Row(mark, self._crop(mark), self._style)
        row.chosen.connect(lambda: self.chosen.emit(self.first + number))
        row.decided.connect(lambda what: self.decided.emit(self.first + number, what))
        self._rows.insert(number, row)
        self._column.insertWidget(number, row)
        row.show()

    def _crop(self, mark: Mark) -> QPixmap:
        return crop(self._image, self._scale, mark, self.devicePixelRatioF())

    def _order(self) -> None:
        """Tab goes down the list, whenever its rows were made."""
        buttons = [button for row in self._rows for button in row.buttons()]
        for one, following in pairwise(buttons):
            QWidget.setTabOrder(one, following)

    def _cut(self, length: int) -> None:
        """Take the rows from ``length`` on away."""
        for row in self._rows[length:]:
            self._drop(row)
        del self._rows[length:]

    def _drop(self, row: Row) -> None:
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _focus(self) -> tuple[int, str]:
        """The row and the button that have the keyboard: they may be made anew."""
        button = QApplication.focusWidget()
        rows = (number for number, row in enumerate(self._rows) if button and row.isAncestorOf(button))
        return next(rows, -1), str(button.property("verdict")) if button else ""

    def _restore(self, number: int, verdict: str) -> None:
        if number >= 0 and self._rows:
            self._rows[min(number, len(self._rows) - 1)].take_focus(verdict)
