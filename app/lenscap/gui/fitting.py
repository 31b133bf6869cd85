"""Room for the pages: where a page needs more than the window has, as with large text, it scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

_WISHED = QSize(1024, 680)
_FRAME = QSize(16, 48)
"""What a desktop puts around a window, roughly."""


def smallest() -> QSize:
    """How small the window may be made: as designed, or as small as the screen is."""
    screen = QGuiApplication.primaryScreen()
    return _WISHED.boundedTo(screen.availableSize() - _FRAME) if screen else _WISHED


class FittingArea(QScrollArea):
    """Holds the pages, and gives the one that is shown at least the room that it cannot do without."""

    def __init__(self, pages: QStackedWidget) -> None:
        super().__init__()
        self._pages = pages
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(pages)
        pages.installEventFilter(self)
        pages.currentChanged.connect(self.fit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Something on a page grew or shrank."""
        if watched is self._pages and event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the page the new room."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Make the page as large as the room, or as large as it has to be."""
        room, page = self.maximumViewportSize(), self._pages.currentWidget()
        least = _least(page, room.width()) if page else QSize()
        bar = self.verticalScrollBar().sizeHint().width()
        if page and least.height() > room.height():
            room.setWidth(room.width() - bar)
            least = _least(page, room.width())
        if least.width() > room.width():
            room.setHeight(room.height() - bar)
        self._pages.resize(room.expandedTo(least))

    def minimumSizeHint(self) -> QSize:
        """It can always scroll."""
        return QSize(0, 0)

    def sizeHint(self) -> QSize:
        """What the pages would like."""
        return self._pages.sizeHint()


def _least(page: QWidget, width: int) -> QSize:
    """What a page cannot do without; its height is that at ``width``, as texts that break are higher when narrow."""
    least = page.minimumSizeHint().expandedTo(page.minimumSize())
    layout = page.layout()
    if layout is not None and layout.hasHeightForWidth():
        least.setHeight(max(least.height(), layout.minimumHeightForWidth(max(width, least.width()))))
    return least
