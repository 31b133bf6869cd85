"""How the parts of the clean bar stand: in one line with captions, in one without, or in two where words are large."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

SPACING, _MARGIN, _ABOVE = 12, 16, 10


class Fold(Enum):
    """The ways to stand, the widest first. Captions are there only if nothing is shortened for them."""

    CAPTIONS, LINE, TWO_LINES = range(3)


class Folding(QVBoxLayout):
    """Puts ``fields`` in one line before ``said`` and ``act``, or below ``scope`` and ``said``.

    ``captions`` are the parts of ``fields`` that may be left out. ``said`` takes the room that is left.
    """

    def __init__(
        self,
        bar: QWidget,
        scope: QWidget,
        fields: Sequence[QWidget],
        captions: Sequence[QWidget],
        said: QWidget,
        act: QWidget,
    ) -> None:
        super().__init__(bar)
        self._scope, self._fields, self._captions, self._said, self._act = scope, fields, captions, said, act
        self._gap = QWidget(bar)
        self._lines = QHBoxLayout(), QHBoxLayout()
        self.now: Fold | None = None
        self.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        self.setSpacing(0)
        for line in self._lines:
            line.setSpacing(SPACING)
            self.addLayout(line)

    def fit(self, width: int) -> None:
        """Take the widest way to stand that has room."""
        ways = (way for way in (Fold.CAPTIONS, Fold.LINE) if self._needs(way) <= width)
        self._stand(next(ways, Fold.TWO_LINES))

    def least(self) -> int:
        """The width of the longer of the two lines, below which nothing fits."""
        upper = _together((self._scope, self._said))
        return max(upper, _together((*self._without_captions(), self._act))) + 2 * _MARGIN

    def _needs(self, way: Fold) -> int:
        if way is Fold.LINE:
            return _together((self._scope, *self._without_captions(), self._said, self._act)) + 2 * _MARGIN
        shortened = sum(field.sizeHint().width() - _least(field) for field in self._without_captions())
        return _together((self._scope, *self._fields, self._said, self._act)) + shortened + 2 * _MARGIN

    def _without_captions(self) -> list[QWidget]:
        return [each for each in self._fields if each not in self._captions]

    def _stand(self, way: Fold) -> None:
        if way is self.now:
            return
        self.now = way
        folded = way is Fold.TWO_LINES
        self._gap.setVisible(folded)
        for line in self._lines:  # no item is taken in Python, which would then own it
            for part in (self._scope, *self._fields, self._said, self._gap, self._act):
                line.removeWidget(part)
        for caption in self._captions:
            caption.setVisible(way is Fold.CAPTIONS)
        self._lines[0].addWidget(self._scope)
        if folded:
            self._lines[0].addWidget(self._said, 1)
        for field in self._fields:
            self._lines[folded].addWidget(field)
        self._lines[folded].addWidget(self._gap if folded else self._said, 1)
        self._lines[folded].addWidget(self._act)
        self._space(_ABOVE if folded else 0)

    def _space(self, above: int) -> None:
        self.setContentsMargins(_MARGIN, above, _MARGIN, above)
        self.setSpacing(above)


def _together(parts: Iterable[QWidget]) -> int:
    """How wide parts are side by side, none wider than it has to be."""
    widths = [_least(part) for part in parts]
    return sum(widths) + SPACING * (len(widths) - 1)


def _least(part: QWidget) -> int:
    return min(max(part.minimumSizeHint().width(), part.minimumWidth()), part.maximumWidth())
