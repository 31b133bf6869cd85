"""Words beside points so that no two lie on each other: the first come first, on whichever side is free. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF

_GAP = 5.0


def placed(
    points: Sequence[tuple[QPointF, float, Sequence[QSizeF]]], bounds: QRectF, taken: Iterable[QRectF] = ()
) -> Iterator[QRectF | None]:
    """For each point, its radius and the sizes that its words can have: where they go, or ``None`` without room."""
    full = [*taken, *(_around(point, radius) for point, radius, _ in points)]
    for point, radius, sizes in points:
        own = _around(point, radius)
        free = (
            spot
            for size in sizes
            for spot in _sides(point, radius, size)
            if bounds.contains(spot) and not any(spot.intersects(other) for other in full if other != own)
        )
        found = next(free, None)
        if found is not None:
            full.append(found)
        yield found


def _around(point: QPointF, radius: float) -> QRectF:
    return QRectF(point.x() - radius, point.y() - radius, 2 * radius, 2 * radius)


def _sides(point: QPointF, radius: float, size: QSizeF) -> Iterator[QRectF]:
    """To the right, to the left, below, above, and at the corners."""
    width, height, off = size.width(), size.height(), radius + _GAP
    middle = point.y() - height / 2
    yield QRectF(point.x() + off, middle, width, height)
    yield QRectF(point.x() - off - width, middle, width, height)
    yield QRectF(point.x() - width / 2, point.y() + off, width, height)
    yield QRectF(point.x() - width / 2, point.y() - off - height, width, height)
    for down in (off * 0.5, -off * 0.5 - height):
        yield QRectF(point.x() + off * 0.8, point.y() + down, width, height)
        yield QRectF(point.x() - off * 0.8 - width, point.y() + down, width, height)
