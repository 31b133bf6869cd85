"""Fields that open a list: an icon, what is chosen, and an arrow down."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate, QToolButton, QWidget

from lenscap.gui import icons, theme

_ICON = 16


def _paint_field(field: QWidget, icon: str, text: str, down: bool) -> None:
    """Draw the frame, the icon, the text (shortened in the middle) and the arrow."""
    painter = QPainter(field)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = theme.ink(field, "text.primary" if field.isEnabled() else "text.disabled")
    painter.setPen(QPen(theme.ink(field, "line.strong" if field.isEnabled() else "line.soft"), 1))
    painter.setBrush(theme.ink(field, _ground(field, down)))
    area = QRectF(field.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(area, theme.RADIUS["control"], theme.RADIUS["control"])
    _glyph(painter, icon, 11, field)
    side = icons.grown(_ICON)
    _glyph(painter, "down", field.width() - 11 - side, field)
    painter.setPen(ink)
    painter.setFont(field.font())
    room = field.rect().adjusted(19 + side, 0, -18 - side, 0)
    fitted = field.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fitted)


def _glyph(painter: QPainter, name: str, x: int, field: QWidget) -> None:
    ink = theme.ink(field, "text.primary" if field.isEnabled() else "text.disabled")
    side = icons.grown(_ICON)
    painter.drawPixmap(x, (field.height() - side) // 2, icons.pixmap(name, ink, side, field.devicePixelRatioF()))


def _ground(field: QWidget, down: bool) -> str:
    if down:
        return "bg.pressed"
    return "bg.hover" if field.underMouse() and field.isEnabled() else "bg.surface"


class Choice(QComboBox):
    """A choice out of a list; at the ``most`` so wide, with usual text. It can be made narrower than its entries."""

    def __init__(self, icon: str, name: str, most: int = 280) -> None:
        super().__init__()
        self._icon, self._most = icon, most
        self.setItemDelegate(QStyledItemDelegate(self))  # the one that style sheets reach
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as the longest entry, within reason."""
        texts = [self.itemText(row) for row in range(self.count())]
        widest = max((self.fontMetrics().horizontalAdvance(text) for text in texts), default=0)
        wanted = max(178, widest + 40 + 2 * icons.grown(_ICON))
        return QSize(min(theme.px(self._most), wanted), theme.px(theme.SIZE["control"]))

    def minimumSizeHint(self) -> QSize:
        """No wider than with usual text; entries are shortened then."""
        return self.sizeHint().boundedTo(QSize(self._most, self.sizeHint().height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field."""
        _paint_field(self, self._icon, self.currentText(), down=self.view().isVisible())


class MenuField(QToolButton):
    """A field whose list is a menu. It can be made narrower than its text."""

    def __init__(self, icon: str, name: str) -> None:
        super().__init__()
        self._icon, self._name, self._whole = icon, name, ""
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Show another text and tell the screen reader. “&” means nothing here."""
        super().setText(text.replace("&", "&&"))
        self._whole = text
        self.setAccessibleName(f"{self._name} {text}")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as the text, within reason."""
        wanted = self.fontMetrics().horizontalAdvance(self._whole) + 44 + 2 * icons.grown(_ICON)
        return QSize(min(theme.px(280), max(theme.px(190), wanted)), theme.px(theme.SIZE["control"]))

    def minimumSizeHint(self) -> QSize:
        """Room for a shortened text."""
        return QSize(theme.px(130), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field."""
        _paint_field(self, self._icon, self._whole, down=self.isDown())
