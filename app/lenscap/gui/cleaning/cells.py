"""How the table of results looks: thumbnail, name, outcome with its icon, what happened, size."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPainterPath
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from lenscap.gui import icons, theme
from lenscap.gui.cleaning import words
from lenscap.gui.cleaning.model import HAPPENED, OUTCOME, PHOTO, SIZE, Item, Role
from lenscap.gui.thumbnails import Thumbnails
from lenscap.gui.widgets import escaped

ROW = 52
_THUMB = 40
_PAD = 14
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
Index = QModelIndex | QPersistentModelIndex


class Header(QHeaderView):
    """The names of the columns on one quiet line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName(self.tr("Names of the columns"))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        """Words over the texts of the column, and the line under them."""
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.fillPath(self._ground(rect), theme.color("bg.window"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("line.default"))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text.secondary"))
        text = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        if logicalIndex == SIZE:
            painter.drawText(rect.adjusted(0, 0, -_PAD, 0), _RIGHT, text)
        else:
            left = _PAD + _THUMB + 14 if logicalIndex == PHOTO else 2
            painter.drawText(rect.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

    def _ground(self, rect: QRect) -> QPainterPath:
        """A section, without what the round corners of the frame around the table are drawn on."""
        round_one, section = QPainterPath(), QPainterPath()
        radius = theme.RADIUS["card"] - 1
        round_one.addRoundedRect(QRectF(self.viewport().rect()).adjusted(0, 0, 0, radius), radius, radius)
        section.addRect(QRectF(rect))
        return round_one.intersected(section)


class Cell(QStyledItemDelegate):
    """Paints a cell, and tells in a tooltip what had no room."""

    def __init__(self, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """The same for all."""
        return QSize(100, max(ROW, theme.px(40)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell with the line under it."""
        item: Item = index.data(Role.ITEM)
        area: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(area, theme.color("bg.selected" if item.working or selected else "bg.surface"))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.color("line.soft"))
        paint = {PHOTO: self._photo, OUTCOME: self._outcome, HAPPENED: self._happened, SIZE: self._size}
        paint[index.column()](painter, area, item, str(index.data()))
        painter.restore()

    def _photo(self, painter: QPainter, area: QRect, item: Item, text: str) -> None:
        cell = QRectF(area.left() + _PAD, area.center().y() - _THUMB / 2 + 0.5, _THUMB, _THUMB)
        paint_thumb(painter, cell, self._thumbnails, item.path)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.color(_ink(item, "text.primary")))
        _write(painter, area.adjusted(_PAD + _THUMB + 14, 0, -8, 0), text, Qt.TextElideMode.ElideMiddle)

    def _outcome(self, painter: QPainter, area: QRect, item: Item, text: str) -> None:
        icon, color = _sign(item)
        side = icons.grown(16)
        drawn = icons.pixmap(icon, theme.color(color), side, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(area.left() + 2, area.center().y() - side / 2 + 0.5), drawn)
        plain = item.result is None or color in ("accent.base", "text.tertiary")
        ink = "text.primary" if item.result and plain else color
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.color(ink))
        _write(painter, area.adjusted(side + 12, 0, -8, 0), text, Qt.TextElideMode.ElideRight)

    def _happened(self, painter: QPainter, area: QRect, item: Item, text: str) -> None:
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color(_ink(item, "text.secondary")))
        _write(painter, area.adjusted(2, 0, -8, 0), text, Qt.TextElideMode.ElideRight)

    def _size(self, painter: QPainter, area: QRect, _item: Item, text: str) -> None:
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text.tertiary"))
        painter.drawText(area.adjusted(0, 0, -_PAD, 0), _RIGHT, text)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """The whole text of a cell that had to be cut."""
        text = str(index.data() or "")
        room = option.rect.width() - (_PAD + _THUMB + 22 if index.column() == PHOTO else 30)
        if index.column() in (PHOTO, HAPPENED) and QFontMetrics(theme.font("strong")).horizontalAdvance(text) > room:
            QToolTip.showText(event.globalPos(), escaped(text), view)
            return True
        QToolTip.hideText()
        return False


def _sign(item: Item) -> tuple[str, str]:
    if item.result is None:
        return ("cap", "accent.base") if item.working else ("time", "text.tertiary")
    return words.ICONS[item.result.outcome], words.COLORS[item.result.outcome]


def _ink(item: Item, usual: str) -> str:
    return usual if item.result or item.working else "text.tertiary"


def _write(painter: QPainter, area: QRect, text: str, cut: Qt.TextElideMode) -> None:
    shown = painter.fontMetrics().elidedText(" ".join(text.split()), cut, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)


def paint_thumb(painter: QPainter, cell: QRectF, thumbnails: Thumbnails, path: Path) -> None:
    """The middle of a photo in a small square with round corners."""
    shape = QPainterPath()
    shape.addRoundedRect(cell, theme.RADIUS["thumb"], theme.RADIUS["thumb"])
    painter.fillPath(shape, theme.color("bg.hover"))
    made = thumbnails.get(path)
    if made is None:
        if not thumbnails.failed(path):
            thumbnails.request(path, round(cell.width() * 2))
        icon = icons.pixmap("photo", theme.color("text.tertiary"), 16, painter.device().devicePixelRatioF())
        painter.drawPixmap(cell.center() - QPointF(8, 8), icon)
        return
    edge = min(made.width(), made.height())
    painter.save()
    painter.setClipPath(shape)
    painter.drawPixmap(cell, made, QRectF((made.width() - edge) / 2, (made.height() - edge) / 2, edge, edge))
    painter.restore()
