"""What the cards of the page are put together from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QLayout, QWidget

from lenscap.gui import theme
from lenscap.gui.widgets import label, tile


def tr(text: str) -> str:
    """Words of this page in the language of the window."""
    return QCoreApplication.translate("Cloud", text)


class Pressable(QAbstractButton):
    """Something that is pressed as a whole, with the mouse, the space bar or Enter. Those below say how it looks."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a ground under the mouse; what stands in it draws itself."""
        if self.underMouse():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.ink(self, "bg.pressed" if self.isDown() else "bg.hover"))
            painter.drawRoundedRect(QRectF(self.rect()), theme.RADIUS["control"], theme.RADIUS["control"])


class PressableCard(Pressable):
    """A card that is pressed as a whole."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the surface and its edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.ink(self, "line.strong" if self.underMouse() else "line.default"), 1))
        painter.setBrush(theme.ink(self, "bg.hover" if self.isDown() else "bg.surface"))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, theme.RADIUS["card"], theme.RADIUS["card"])


def unpressed(widget: QWidget) -> QWidget:
    """Let the mouse through to what a widget stands in."""
    widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return widget


def card_frame(frame: QFrame, name: str) -> None:
    """Dress a frame as a card."""
    frame.setProperty("frame", "card")
    frame.setAccessibleName(name)


def head(key: str, title: str, *right: QWidget) -> QHBoxLayout:
    """The line over a card: icon, title, and what is said on the right."""
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(tile(key, 26))
    row.addWidget(label(title, "title"))
    row.addStretch(1)
    for each in right:
        row.addWidget(each)
    return row


def sentence(text: str = "") -> QLabel:
    """What stands where there is nothing to show."""
    return label(text, "body", "secondary", wrap=True)


def cleared(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (old := layout.takeAt(0)) is not None:
        if (widget := old.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := old.layout()) is not None:
            cleared(inner)
