"""The headers of a JPEG XL codestream (ISO/IEC 18181-1, annexes A, D, E and F): what it shows, and where it ends.

The pixels are not decoded. What a header holds that no viewer needs (names, times, extensions, a preview) is found bit
by bit, with what the bits would have to be without it.
"""

from __future__ import annotations

from typing import NamedTuple

from lenscap.errors import MalformedError
from lenscap.formats.jxl_bits import Bits, fixed
from lenscap.formats.jxl_entropy import Numbers
from lenscap.formats.jxl_icc import profile
from lenscap.model import Bytes, Size

SIGNATURE = b"\xff\x0a"
_RATIOS = ((1, 1), (12, 10), (4, 3), (3, 2), (16, 9), (5, 4), (2, 1))
_SIZES = ((1, 9), (1, 13), (1, 18), (1, 30))
_PREVIEW_SIZES, _PREVIEW_EIGHTHS = ((1, 6), (65, 8), (321, 10), (1345, 12)), (*fixed(16, 32), (1, 5), (33, 9))
_NAME = (*fixed(0), (0, 4), (16, 5), (48, 10))
_FACTORS = fixed(1, 2, 4, 8)
_SECTION = ((0, 10), (1024, 14), (17408, 22), (4211712, 30))
_CROP = ((0, 8), (256, 11), (2304, 14), (18688, 30))
_ALPHA, _SPOT, _CFA = 0, 2, 5
_GREY, _XYB = 1, 2
_CUSTOM = 2
_REGULAR, _DC, _REFERENCE = 0, 1, 2
_USES_DC = 32
_REPLACE, _BLEND, _WEIGHTED, _MULTIPLY = 0, 2, 3, 4
_WEIGHTS = (15, 55, 210)
_MOST_SIDE = 1 << 30
_PERMUTATION_CONTEXTS = 8


class Cut(NamedTuple):
    """Bits that say something that no viewer needs, by their place; ``instead`` is how many zeros take theirs."""

    start: int
    end: int
    instead: int
    what: str
    told: bytes


class Span(NamedTuple):
    """A header of the codestream, and where its picture data begins and ends. Bytes."""

    header: int
    body: int
    end: int


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
        return any(start <= cut.start // 8 < end for cut in self.cuts)

    def header(self, data: Bytes, start: int, end: int) -> bytes:
        """The header from ``start`` to ``end``, written anew without what nobody needs."""
        written = b""
        for seam in (seam for seam in self.seams if start < (seam + 7) // 8 <= end):
            written += self._segment(data, 8 * start, seam)
            start = (seam + 7) // 8
        return written

    def _segment(self, data: Bytes, start: int, end: int) -> bytes:
        bits = int.from_bytes(data[start // 8 : (end + 7) // 8], "little")
        count = end - start
        for cut in (cut for cut in reversed(self.cuts) if start <= cut.start < end):
            at = cut.start - start
            bits = bits & ((1 << at) - 1) | bits >> (cut.end - start) << (at + cut.instead)
            count -= cut.end - cut.start - cut.instead
        return bits.to_bytes((count + 7) // 8, "little")


def size_of(data: Bytes) -> Size:
    """The size of the upright picture, from the first bytes alone."""
    bits = _begun(data)
    size = _size(bits)
    flags = bits.u(2)  # nothing is as always; there are further fields
    return Size(*size[::-1]) if flags == 2 and bits.u(3) >= 4 else size


def read(data: Bytes) -> Codestream:
    """Read all the headers; raise ``MalformedError`` where they make no sense."""
    return _Reader(data).read()


def _begun(data: Bytes) -> Bits:
    bits = Bits(data)
    if bytes(data[:2]) != SIGNATURE:
        raise MalformedError("Its picture does not begin as one does.")
    bits.skip(16)
    return bits


def _size(bits: Bits) -> Size:
    eighths = bits.flag()
    height = 8 * (1 + bits.u(5)) if eighths else bits.u32(*_SIZES)
    ratio = bits.u(3)
    if ratio:
        return Size(height * _RATIOS[ratio - 1][0] // _RATIOS[ratio - 1][1], height)
    return Size(8 * (1 + bits.u(5)) if eighths else bits.u32(*_SIZES), height)


def _preview_size(bits: Bits) -> Size:
    eighths = bits.flag()
    height = 8 * bits.u32(*_PREVIEW_EIGHTHS) if eighths else bits.u32(*_PREVIEW_SIZES)
    ratio = bits.u(3)
    if ratio:
        return Size(height * _RATIOS[ratio - 1][0] // _RATIOS[ratio - 1][1], height)
    return Size(8 * bits.u32(*_PREVIEW_EIGHTHS) if eighths else bits.u32(*_PREVIEW_SIZES), height)


class _Reader:
    """The walk through the headers, and what the later ones need to know of the earlier."""

    def __init__(self, data: Bytes) -> None:
        self.bits = _begun(data)
        self.cuts: list[Cut] = []
        self.orientation = 1
        self.preview: Size | None = None
        self.animated = self.timed = False
        self.channels = 0
        self.xyb = True
        self.icc: bytes | None = None

    def read(self) -> Codestream:
        bits = self.bits
        size = _size(bits)
        has_profile = False if bits.flag() else self._metadata()
        self._transforms()
        if has_profile:
            self.icc = profile(bits)
        start = bits.align()
        preview = _Frame(self, self.preview).span(start) if self.preview else None
        spans, shown = self._frames(size, preview.end if preview else 0)
        return Codestream(
            size=Size(*size[::-1]) if self.orientation >= 5 else size,
            frames=max(1, shown) if self.animated else 1,
            icc=self.icc,
            spans=tuple(spans),
            cuts=tuple(self.cuts),
            seams=tuple(bits.seams),
            preview=preview,
        )

    def _frames(self, size: Size, start: int) -> tuple[list[Span], int]:
        """All the frames, and how many are shown. The first header has that of the codestream before it."""
        spans, shown, last = list[Span](), 0, False
        while not last:
            frame = _Frame(self, size)
            spans.append(frame.span(start))
            start, last = spans[-1].end, frame.is_last
            shown += frame.is_shown
        return spans, shown

    def _metadata(self) -> bool:
        """The description of the picture; whether a colour profile follows."""
        bits = self.bits
        extra = bits.flag()
        if extra:
            self._extra_fields()
        _depth(bits)
        bits.skip(1)
        self.channels = bits.u32(*fixed(0, 1), (2, 4), (1, 12))
        for _ in range(self.channels):
            self._channel()
        self.xyb = bits.flag()
        has_profile = _colours(bits)
        if extra and not bits.flag():
            bits.floats(2)
            bits.skip(1)
            bits.floats(1)
        self.extensions()
        return has_profile

    def _extra_fields(self) -> None:
        bits = self.bits
        self.orientation = 1 + bits.u(3)
        if bits.flag():
            _size(bits)
        start = bits.position
        if bits.flag():
            self.preview = _preview_size(bits)
            self.cuts.append(Cut(start, bits.position, 1, "", b""))
        self.animated = bits.flag()
        if self.animated:
            bits.u32(*fixed(100, 1000), (1, 10), (1, 30))
            bits.u32(*fixed(1, 1001), (1, 8), (1, 10))
            bits.u32(*fixed(0), (0, 3), (0, 16), (0, 32))
            self.timed = bits.flag()

    def _channel(self) -> None:
        bits = self.bits
        if bits.flag():
            return
        kind = bits.enum()
        _depth(bits)
        bits.u32(*fixed(0, 3, 4), (1, 3))
        self.name("Channel name")
        if kind == _ALPHA:
            bits.skip(1)
        elif kind == _SPOT:
            bits.floats(4)
        elif kind == _CFA:
            bits.u32(*fixed(1), (0, 2), (3, 4), (19, 8))

    def _transforms(self) -> None:
        bits = self.bits
        if bits.flag():
            return
        if self.xyb and not bits.flag():
            bits.floats(16)
        weights = bits.u(3)
        for number, count in enumerate(_WEIGHTS):
            bits.floats(count if weights >> number & 1 else 0)

    def name(self, what: str) -> None:
        """A name, which nobody needs."""
        start = self.bits.position
        letters = bytes(self.bits.u(8) for _ in range(self.bits.u32(*_NAME)))
        if self.bits.position > start + 2:
            self.cuts.append(Cut(start, self.bits.position, 2, what, letters))

    def timecode(self) -> None:
        """A frame's place in a recording, which nobody needs."""
        start, code = self.bits.position, self.bits.u(32)
        if code:
            self.cuts.append(Cut(start, start + 32, 32, "Time code", code.to_bytes(4)))

    def extensions(self) -> None:
        """Fields that no version of the format has yet."""
        start = self.bits.position
        mask = self.bits.u64()
        lengths = [self.bits.u64() for _ in range(mask.bit_count())]
        content = self.bits.position
        self.bits.skip(sum(lengths))
        if self.bits.position > start + 2:
            self.cuts.append(Cut(start, self.bits.position, 2, "Extension", _cut_out(self.bits, content)))


def _cut_out(bits: Bits, start: int) -> bytes:
    """The bits from ``start`` to where they were read to, as bytes."""
    count = min(bits.position - start, 1 << 16)
    whole = int.from_bytes(bits.data[start // 8 : (start + count + 7) // 8], "little") >> start % 8
    return (whole & ((1 << count) - 1)).to_bytes((count + 7) // 8, "little")


def _depth(bits: Bits) -> None:
    if bits.flag():
        bits.u32(*fixed(32, 16, 24), (1, 6))
        bits.skip(4)
    else:
        bits.u32(*fixed(8, 10, 12), (1, 6))


def _colours(bits: Bits) -> bool:
    """The colour space; whether it is a profile that follows."""
    if bits.flag():
        return False
    has_profile, space = bits.flag(), bits.enum()
    if has_profile:
        return True
    if space != _XYB:
        _points(bits, 1)
        if space != _GREY:
            _points(bits, 3)
        if bits.flag():
            bits.skip(24)
        else:
            bits.enum()
    bits.enum()
    return False


def _points(bits: Bits, count: int) -> None:
    """A white point, or three primaries: well-known ones or numbers."""
    if bits.enum() == _CUSTOM:
        for _ in range(2 * count):
            bits.u32((0, 19), (524288, 19), (1048576, 20), (2097152, 21))


class _Frame:
    """The header of a frame and the table of its sections; ``picture`` is the size of the whole."""

    def __init__(self, reader: _Reader, picture: Size) -> None:
        self.reader, self.bits = reader, reader.bits
        self.size, self.picture = picture, picture
        self.kind, self.modular, self.flags, self.passes = _REGULAR, False, 0, 1
        self.upsampling, self.group, self.shifts = 1, 1, (0, 0)
        self.duration, self.is_last = 0, True
        if not self.bits.flag():
            self._fields()

    @property
    def is_shown(self) -> bool:
        """Whether a viewer of an animation shows it for a while."""
        return self.kind not in (_DC, _REFERENCE) and (self.duration > 0 or self.is_last)

    def span(self, start: int) -> Span:
        """Read the table of sections; the frame's header began at ``start``."""
        count, bits = self._sections(), self.bits
        bits.spend(count)
        if bits.flag():
            _skip_permutation(bits, count)
        bits.align()
        length = sum(bits.u32(*_SECTION) for _ in range(count))
        body = bits.align()
        if not length:
            raise MalformedError("One of its frames is empty.")
        bits.skip(8 * length)
        return Span(start, body, body + length)

    def _fields(self) -> None:
        bits, reader = self.bits, self.reader
        self.kind, self.modular, self.flags = bits.u(2), bits.flag(), bits.u64()
        is_ycc = not reader.xyb and bits.flag()
        if not self.flags & _USES_DC:
            self._scales(is_ycc)
        if self.modular:
            self.group = bits.u(2)
        elif reader.xyb:
            bits.skip(6)
        if self.kind != _REFERENCE:
            self._passes()
        level = bits.u32(*fixed(1, 2, 3, 4)) if self.kind == _DC else 0
        partial = self.kind != _DC and bits.flag() and self._crop()
        if self.kind == _DC:
            self.size = Size(*(-(-side // 8**level) for side in self.size))
        self._end(partial)

    def _scales(self, is_ycc: bool) -> None:
        if is_ycc:
            modes = [self.bits.u(2) for _ in range(3)]
            self.shifts = int(any(mode in (1, 2) for mode in modes)), int(any(mode in (1, 3) for mode in modes))
        self.upsampling = self.bits.u32(*_FACTORS)
        for _ in range(self.reader.channels):
            self.bits.u32(*_FACTORS)

    def _passes(self) -> None:
        bits = self.bits
        self.passes = bits.u32(*fixed(1, 2, 3), (4, 3))
        if self.passes > 1:
            smaller = bits.u32(*fixed(0, 1, 2), (3, 1))
            bits.skip(2 * (self.passes - 1))
            for _ in range(smaller):
                bits.u32(*_FACTORS)
            for _ in range(smaller):
                bits.u32(*fixed(0, 1, 2), (0, 3))

    def _crop(self) -> bool:
        """A size of the frame's own; whether it leaves some of the picture as it was."""
        bits, x, y = self.bits, 0, 0
        if self.kind != _REFERENCE:
            x, y = (_signed(bits.u32(*_CROP)) for _ in range(2))
        self.size = Size(*(bits.u32(*_CROP) for _ in range(2)))
        if not all(0 < side <= _MOST_SIDE for side in self.size):
            raise MalformedError("One of its frames has no size.")
        whole = x <= 0 and y <= 0 and all(
            side + at >= full for side, at, full in zip(self.size, (x, y), self.picture, strict=True)
        )  # fmt: skip
        return self.kind != _REFERENCE and not whole

    def _end(self, partial: bool) -> None:
        bits, reader = self.bits, self.reader
        replaces = False
        self.is_last = False
        if self.kind not in (_DC, _REFERENCE):
            replaces = self._blending(partial) == _REPLACE and not partial
            for _ in range(reader.channels):
                self._blending(partial)
            if reader.animated:
                self.duration = bits.u32(*fixed(0, 1), (0, 8), (0, 32))
                if reader.timed:
                    reader.timecode()
            self.is_last = bits.flag()
        saved = bits.u(2) if self.kind != _DC and not self.is_last else 0
        is_referenced = not self.is_last and self.kind != _DC and (self.duration == 0 or saved != 0)
        if self.kind == _REFERENCE or (replaces and is_referenced):
            bits.skip(1)
        reader.name("Layer name")
        self._filters()
        reader.extensions()

    def _blending(self, partial: bool) -> int:
        bits, channels = self.bits, self.reader.channels
        mode = bits.u32(*fixed(0, 1, 2), (3, 2))
        with_alpha = channels > 0 and mode in (_BLEND, _WEIGHTED)
        if with_alpha:
            bits.u32(*fixed(0, 1, 2), (3, 3))
        if with_alpha or mode == _MULTIPLY:
            bits.skip(1)
        if mode != _REPLACE or partial:
            bits.skip(2)
        return mode

    def _filters(self) -> None:
        bits = self.bits
        if bits.flag():
            return
        if bits.flag() and bits.flag():
            bits.floats(6)
        if bits.u(2):
            if not self.modular and bits.flag():
                bits.floats(8)
            if bits.flag():
                bits.floats(5)
            if bits.flag():
                bits.floats(3 if self.modular else 4)
            if self.modular:
                bits.floats(1)
        self.reader.extensions()

    def _sections(self) -> int:
        """How many sections the frame has."""
        side = 128 << self.group
        width, height = (-(-each // self.upsampling) for each in self.size)
        groups = -(-width // side) * -(-height // side)
        if groups == 1 and self.passes == 1:
            return 1
        across, down = (
            -(-each // (8 << shift)) << shift for each, shift in zip((width, height), self.shifts, strict=True)
        )
        return 2 + -(-across // side) * -(-down // side) + groups * self.passes


def _signed(number: int) -> int:
    return -(number + 1) // 2 if number & 1 else number // 2


def _skip_permutation(bits: Bits, count: int) -> None:
    """The order of the sections, if it is not the usual one."""
    numbers = Numbers(bits, _PERMUTATION_CONTEXTS)
    many = numbers.next(min(count.bit_length(), _PERMUTATION_CONTEXTS - 1))
    if many > count:
        raise MalformedError("Its picture has more parts than it says.")
    last = 0
    for _ in range(many):
        last = numbers.next(min(last.bit_length(), _PERMUTATION_CONTEXTS - 1))
    numbers.finish()
