"""The frames around faces and texts, with their tags and handles; sizes of lines and tags are those of the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from lenscap.gui import icons, theme
from lenscap.gui.viewer.marks import Look, Mark
from lenscap.model import Kind

HANDLE = theme.TOKENS["overlay"]["handle"]
REACH = 10
"""How far from the middle of a handle or line the pointer takes hold of it: half of the 20 px hit area."""

_TAG_HEIGHT, _GLYPH = 22, 14
_TAG_GAP = 6
_TAG_FROM = 36
"""On-screen width from which a frame has a tag without being chosen; in a crowd tags would hide the faces."""

_COLORS = {
    Look.COVERED: "overlay.face_blur",
    Look.KEPT: "overlay.face_keep",
    Look.DRAWN: "overlay.face_drawn",
    Look.UNSURE: "overlay.face_unsure",
}


class BoxItem(QGraphicsItem):
    """One frame. It only draws; what the pointer does with it is decided by ``gestures``."""

    def __init__(self, mark: Mark, row: int, style: str) -> None:
        super().__init__()
        self.mark = mark
        self.row = row
        self.rect = QRectF(*mark.box)
        self.chosen = False
        self._style = style
        self.setZValue(1 / max(1.0, self.rect.width() * self.rect.height()))
        self.setToolTip(tip(mark))

    def set_chosen(self, chosen: bool) -> None:
        """Ring the frame, and bring its tag before the others."""
        self.chosen = chosen
        self.setZValue(2 if chosen else 1 / max(1.0, self.rect.width() * self.rect.height()))
        self.update()

    def place(self, rect: QRectF) -> None:
        """Show the frame elsewhere while it is being dragged."""
        self.prepareGeometryChange()
        self.rect = rect

    def boundingRect(self) -> QRectF:
        """The frame and, generously, its tag: how large that is depends on the zoom."""
        margin = max(self.rect.width(), self.rect.height(), 40.0) * 8
        return self.rect.adjusted(-margin, -margin, margin, margin)

    @property
    def movable(self) -> bool:
        """Whether a drag moves it: what was found has to be chosen first, for else a drag is about the picture."""
        return self.mark.look is Look.DRAWN or self.chosen

    def is_under(self, point: QPointF, scale: float) -> bool:
        """Whether a point is on it; what is small on the screen can be met as well as what is larger."""
        least = 2 * REACH / scale
        across, down = (max(0.0, least - side) / 2 for side in (self.rect.width(), self.rect.height()))
        return self.rect.adjusted(-across, -down, across, down).contains(point)

    def edges_at(self, point: QPointF, scale: float) -> tuple[int, int] | None:
        """The handle of a frame under ``point``: -1, 0, 1 for left, middle, right and for top, middle, bottom."""
        width, height = self.rect.width() / 3, self.rect.height() / 3
        if not self.movable or self.rect.adjusted(width, height, -width, -height).contains(point):
            return None  # the middle of a small frame is for moving it
        near = [edges for edges in _HANDLES if _close(_handle(self.rect, edges), point, REACH / scale)]
        return min(near, key=lambda edges: (_handle(self.rect, edges) - point).manhattanLength(), default=None)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw in pixels of the screen, so that nothing grows with the zoom."""
        view = painter.worldTransform()
        painter.save()
        painter.scale(1 / view.m11(), 1 / view.m11())
        frame = self._frame(view)
        _draw_frame(painter, frame, self.mark, self.chosen)
        if self.chosen or frame.width() >= _TAG_FROM:
            _draw_tag(painter, self.tag_place(view), self.mark, self._style)
        painter.restore()

    def _frame(self, view: QTransform) -> QRectF:
        """The frame in pixels of the screen, counted from where the picture begins."""
        return QRectF(self.rect.topLeft() * view.m11(), self.rect.size() * view.m11())

    def tag_place(self, view: QTransform) -> QRectF:
        """Where the words at the frame stand, counted like it: never beyond the right end of the view."""
        frame, height = self._frame(view), theme.px(_TAG_HEIGHT)
        size = QFontMetricsF(theme.font("caption")).horizontalAdvance(tag(self.mark, self._style)) + height + 12
        below = self.mark.look is Look.UNSURE or frame.top() < height + _TAG_GAP
        top = frame.bottom() + _TAG_GAP if below else frame.top() - height - _TAG_GAP
        end = max((each.viewport().width() for each in self.scene().views()), default=0) - view.dx()
        return QRectF(min(frame.left(), end - size - _TAG_GAP), top, size, height)


_HANDLES = [(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1) if (x, y) != (0, 0)]


def _handle(rect: QRectF, edges: tuple[int, int]) -> QPointF:
    """The middle of a handle."""
    x, y = edges
    return QPointF(rect.center().x() + x * rect.width() / 2, rect.center().y() + y * rect.height() / 2)


def _close(one: QPointF, other: QPointF, reach: float) -> bool:
    return max(abs(one.x() - other.x()), abs(one.y() - other.y())) <= reach


def _color(mark: Mark) -> QColor:
    if mark.look is Look.KEPT and mark.kind is not Kind.FACE:
        return theme.color("overlay.text_box")
    return theme.color(_COLORS[mark.look])


def _draw_frame(painter: QPainter, frame: QRectF, mark: Mark, chosen: bool) -> None:
    look, overlay = mark.look, theme.TOKENS["overlay"]
    radius = 0 if look is Look.DRAWN else min(4.0, frame.width() / 6)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if chosen:
        _outline(painter, frame.adjusted(-5, -5, 5, 5), radius + 4, QPen(theme.color("overlay.casing"), 4))
        _outline(painter, frame.adjusted(-5, -5, 5, 5), radius + 4, QPen(QColor("white"), 2))
    _outline(painter, frame, radius, QPen(theme.color("overlay.casing"), overlay["casing_width"] + 1))
    line = QPen(_color(mark), overlay["stroke"])
    if look is Look.UNSURE:
        line.setDashPattern([length / overlay["stroke"] for length in overlay["dash"]])
        line.setCapStyle(Qt.PenCapStyle.FlatCap)
    _outline(painter, frame, radius, line)
    if chosen or (look is Look.DRAWN and min(frame.width(), frame.height()) >= 4 * HANDLE):
        _draw_handles(painter, frame)


def _outline(painter: QPainter, rect: QRectF, radius: float, pen: QPen) -> None:
    painter.setPen(pen)
    painter.drawRoundedRect(rect, radius, radius)


def _draw_handles(painter: QPainter, frame: QRectF) -> None:
    painter.setPen(QPen(QColor("#1a1b1c"), 1.5))
    painter.setBrush(QColor("white"))
    for edges in _HANDLES:
        middle = _handle(frame, edges)
        painter.drawRoundedRect(QRectF(middle.x() - HANDLE / 2, middle.y() - HANDLE / 2, HANDLE, HANDLE), 2, 2)


def _draw_tag(painter: QPainter, pill: QRectF, mark: Mark, style: str) -> None:
    font, text, height = theme.font("caption"), tag(mark, style), pill.height()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(20, 21, 22, 225))
    painter.drawRoundedRect(pill, height / 2, height / 2)
    side = theme.px(_GLYPH)
    drawn = icons.pixmap(_icon(mark), _color(mark), side, painter.device().devicePixelRatioF())
    painter.drawPixmap(QPointF(pill.left() + (height - side) / 2 + 3, pill.center().y() - side / 2), drawn)
    painter.setFont(font)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.setPen(QColor("white"))
    painter.drawText(pill.adjusted(height + 2, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)


def _icon(mark: Mark) -> str:
    if mark.kind is not Kind.FACE:
        return "text"
    return {Look.COVERED: "cap", Look.KEPT: "eye", Look.DRAWN: "draw", Look.UNSURE: "face"}[mark.look]


def tag(mark: Mark, style: str) -> str:
    """The few words at a frame."""
    if mark.look is Look.UNSURE:
        return QCoreApplication.translate("Viewer", "Is this a face?")
    if mark.look is Look.DRAWN:
        return QCoreApplication.translate("Viewer", "Drawn · {verb}").format(verb=verb(style).lower())
    word = QCoreApplication.translate("Viewer", "Keep") if mark.look is Look.KEPT else verb(style)
    if mark.kind is Kind.FACE:
        return word
    if mark.kind is Kind.CODE:
        return QCoreApplication.translate("Viewer", "Code · {what}").format(what=word.lower())
    return QCoreApplication.translate("Viewer", "Text · {what}").format(what=word.lower())


def verb(style: str) -> str:
    """What a cover of that style is called on a button: only the soft one is a blur."""
    if style == "soft":
        return QCoreApplication.translate("Viewer", "Blur")
    return QCoreApplication.translate("Viewer", "Cover")


def tip(mark: Mark) -> str:
    """What a click on a frame does."""
    if mark.look is Look.UNSURE:
        return QCoreApplication.translate("Viewer", "Covered until you have answered. Click if it is a face.")
    if mark.look is Look.DRAWN:
        return QCoreApplication.translate("Viewer", "Drag to move, drag a handle to resize, Del removes it.")
    if mark.look is Look.KEPT:
        return QCoreApplication.translate("Viewer", "Stays visible. Click to cover it.")
    return QCoreApplication.translate("Viewer", "Covered in the copy. Click to keep it visible.")


def name(mark: Mark) -> str:
    """What an area is called in lists and by a screen reader; faces by the numbers that their persons have."""
    if mark.look is Look.DRAWN:
        return QCoreApplication.translate("Viewer", "Drawn by you")
    if mark.look is Look.UNSURE:
        return QCoreApplication.translate("Viewer", "Is this a face?")
    if mark.kind is Kind.FACE:
        return mark.person or QCoreApplication.translate("Viewer", "Face {number}").format(number=mark.number)
    if mark.kind is Kind.CODE:
        return QCoreApplication.translate("Viewer", "Code {number}").format(number=mark.number)
    return QCoreApplication.translate("Viewer", "Text {number}").format(number=mark.number)
