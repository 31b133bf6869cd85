"""A JPEG XL codestream (ISO/IEC 18181-1): what it shows, and where it ends.

The pixels are not decoded. What a header holds that no viewer needs (names, times, extensions, a preview) is found bit
by bit, with what the bits would have to be without it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from lenscap.errors import UnsupportedError
from lenscap.formats.jxl_frame import Frame, Span
from lenscap.formats.jxl_header import SIGNATURE, Cut, Header, size_of
from lenscap.model import Bytes, Size

_MOST_FRAMES = 20_000

__all__ = ["SIGNATURE", "Codestream", "read", "size_of"]


class Codestream(NamedTuple):
    """What the headers say. ``size`` is that of the upright picture; ``frames`` are those that a viewer shows."""

    size: Size
    frames: int
    icc: bytes | None
    spans: tuple[Span, ...]
    cuts: tuple[Cut, ...]
    seams: tuple[int, ...]
    """The bits behind which a header goes on with the next byte."""
    preview: Span | None
    """A frame before the others, which is a small copy of the picture."""

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.spans[-1].end

    def has_cuts(self, start: int, end: int) -> bool:
        """Whether something has to be cut out of the bytes from ``start`` to ``end``."""
        return bool(self._cuts(8 * start, 8 * end))

    def header(self, data: Bytes, start: int, end: int) -> bytes:
        """The header from ``start`` to ``end``, written anew without what nobody needs."""
        written = b""
        for seam in self.seams[bisect_right(self.seams, 8 * start) : bisect_right(self.seams, 8 * end)]:
            written += self._segment(data, 8 * start, seam)
            start = (seam + 7) // 8
        return written

    def _segment(self, data: Bytes, start: int, end: int) -> bytes:
        bits = int.from_bytes(data[start // 8 : (end + 7) // 8], "little")
        count = end - start
        for cut in reversed(self._cuts(start, end)):
            at = cut.start - start
            bits = bits & ((1 << at) - 1) | bits >> (cut.end - start) << (at + cut.instead)
            count -= cut.end - cut.start - cut.instead
        return bits.to_bytes((count + 7) // 8, "little")

    def _cuts(self, start: int, end: int) -> tuple[Cut, ...]:
        """The cuts between two bits. There may be many frames, so that they are not looked through one by one."""
        first, last = (bisect_left(self.cuts, bit, key=lambda cut: cut.start) for bit in (start, end))
        return self.cuts[first:last]


def read(data: Bytes) -> Codestream:
    """Read all the headers; raise ``MalformedError`` where they make no sense."""
    header = Header(data)
    header.read()
    start = header.bits.align()
    preview = Frame(header, header.preview).span(start) if header.preview else None
    spans, shown = _frames(header, preview.end if preview else 0)
    return Codestream(
        size=Size(*header.size[::-1]) if header.orientation >= 5 else header.size,
        frames=max(1, shown) if header.animated else 1,
        icc=header.icc,
        spans=tuple(spans),
        cuts=tuple(header.cuts),
        seams=tuple(header.bits.seams),
        preview=preview,
    )


def is_lossy(data: Bytes) -> bool:
    """Whether its colours are in the space that is made for compression with loss."""
    header = Header(data)
    header.read()
    return header.xyb


def _frames(header: Header, start: int) -> tuple[list[Span], int]:
    """All the frames, and how many are shown. The first header has that of the codestream before it."""
    spans, shown, last = list[Span](), 0, False
    while not last:
        if len(spans) == _MOST_FRAMES:
            raise UnsupportedError(f"It has more than {_MOST_FRAMES:,} frames. Cut the animation first.")
        frame = Frame(header, header.size)
        spans.append(frame.span(start))
        start, last = spans[-1].end, frame.is_last
        shown += frame.is_shown
    return spans, shown
