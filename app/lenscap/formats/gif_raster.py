"""What the frames of a GIF look like when they are shown, and back (GIF89a, section 23 and appendix D).

Each frame is written anew from what is shown: only what differs from the frame before it, in the smallest rectangle.
How the original divided it may tell what moved under a cover.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from struct import Struct
from typing import TYPE_CHECKING, NamedTuple

from lenscap.errors import MalformedError, UnsupportedError
from lenscap.formats.gif_parts import (
    CONTROL,
    EXTENSION,
    FRAME_LENGTH,
    ICC,
    IMAGE,
    SCREEN_LENGTH,
    Part,
    application_name,
    fit_control,
    fit_loop,
    is_netscape,
    parts,
    table_length,
)
from lenscap.formats.sheet import Sheet

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SCREEN, _FRAME = Struct("<HHBBB"), Struct("<BHHHHB")
_TABLE, _INTERLACED, _HAS_TRANSPARENT = 0x80, 0x40, 0x01
_KEEP, _CLEAR, _RESTORE = 1, 2, 3
_MOST_COLOURS = 256
_MOST_PIXELS = 150_000_000
_OPAQUE = 0xFF000000


class _Drawing(NamedTuple):
    """A frame to write: what it draws in which rectangle, and how it is disposed of."""

    top: int
    left: int
    colours: NDArray[np.uint32]
    """The pixels of the rectangle; 0 where nothing is drawn."""
    disposal: int


def sheets(data: bytes) -> list[Sheet]:
    """All the frames as they are shown, each with the colours that it has."""
    import numpy as np

    found = []
    for canvas in _shown(data):
        colours, numbers = np.unique(canvas, return_inverse=True)
        palette = np.ascontiguousarray(colours.astype("<u4")).view(np.uint8).reshape(-1, 4)
        kind = np.uint16 if len(colours) <= 1 << 16 else np.uint32
        found.append(Sheet(numbers.reshape(canvas.shape).astype(kind), 0, palette.copy()))
    return found


def _shown(data: bytes) -> Iterator[NDArray[np.uint32]]:
    """The screen after each frame is drawn: pixels of red, green, blue and 255 in one number, or 0 for none."""
    import numpy as np

    view = memoryview(data)
    width, height, *_ = _SCREEN.unpack_from(data, 6)
    body = SCREEN_LENGTH + table_length(data[10])
    table = data[SCREEN_LENGTH:body]
    found = list(parts(view, body))
    if sum(part.kind == IMAGE for part in found) * width * height > _MOST_PIXELS:
        raise UnsupportedError("Its frames are more than Lenscap decodes. Cut the animation first.")
    screen, control = np.zeros((height, width), np.uint32), b""
    for part in found:
        if part.kind == EXTENSION and part.label == CONTROL:
            control = fit_control(view, part.start)
        elif part.kind == IMAGE:
            before = screen.copy()
            place = _draw(data, part, table, control, screen)
            yield screen.copy()
            disposal = control[3] >> 2 & 7 if control else 0
            if disposal == _CLEAR:
                screen[place] = 0
            elif disposal == _RESTORE:
                screen = before
            control = b""


def _draw(data: bytes, part: Part, table: bytes, control: bytes, screen: NDArray[np.uint32]) -> tuple[slice, slice]:
    """Draw a frame onto the screen; return where."""
    import numpy as np

    _, left, top, width, height, packed = _FRAME.unpack_from(data, part.start)
    start = part.start + FRAME_LENGTH
    raw = np.frombuffer(data[start : start + table_length(packed)] or table, np.uint8).reshape(-1, 3)
    colours = np.zeros(256, np.uint32)
    colours[: len(raw)] = raw @ np.array([1, 1 << 8, 1 << 16], np.uint32)
    colours |= _OPAQUE
    numbers = _numbers(data, part, width, height, packed)
    place = slice(top, top + height), slice(left, left + width)
    if not len(raw) or screen[place].shape != numbers.shape:
        raise MalformedError("One of its pictures has no colours, or lies outside the area that is shown.")
    drawn = colours[numbers]
    if control and control[3] & _HAS_TRANSPARENT:
        drawn = np.where(numbers == control[6], screen[place], drawn)
    screen[place] = drawn
    return place


def _numbers(data: bytes, part: Part, width: int, height: int, packed: int) -> NDArray[np.uint8]:
    """The numbers of a frame's colours, which are those of a file with it alone, and a grey ramp for a palette."""
    import numpy as np

    from lenscap import media

    ramp = bytes(level for grey in range(256) for level in (grey, grey, grey))
    head = b"GIF89a" + _SCREEN.pack(width, height, 0, 0, 0)
    frame = _FRAME.pack(IMAGE, 0, 0, width, height, _TABLE | packed & _INTERLACED | 7)
    return np.array(media.stored(head + frame + ramp + data[part.body : part.end] + b";"))


def rebuilt(data: bytes, painted: Sequence[Sheet]) -> bytes:
    """The same animation with other pixels: as many frames, as long, and as often repeated."""
    view = memoryview(data)
    body = SCREEN_LENGTH + table_length(data[10])
    found = list(parts(view, body))
    drawings = list(_drawings(painted))
    common = _common_colours(drawings)
    bits = _bits(len(common) + 1)
    packed = _TABLE | 0x70 | bits - 1 if len(common) else 0x70
    width, height, _, _, aspect = _SCREEN.unpack_from(data, 6)
    pieces = [b"GIF89a", _SCREEN.pack(width, height, packed, 0, aspect), _table(common, bits) if len(common) else b""]
    loops = [loop for part in found if (loop := fit_loop(view, part))]
    pieces += sorted(loops, key=is_netscape)[-1:]
    profiles = (data[part.start : part.end] for part in found if application_name(view, part) == ICC)
    pieces += list(profiles)[:1]
    for (delay, is_awaited), drawing in zip(_controls(view, found), drawings, strict=True):
        pieces.append(_frame(drawing, delay, is_awaited, common))
    return b"".join([*pieces, b";"])


def _packed(sheet: Sheet) -> NDArray[np.uint32]:
    """The pixels of a frame, each as one number; those that cannot be seen are all the same."""
    import numpy as np

    assert sheet.palette is not None
    colours = np.ascontiguousarray(sheet.palette).view("<u4").ravel().astype(np.uint32)
    colours[sheet.palette[:, 3] < 128] = 0
    return np.asarray(np.where(colours, colours | _OPAQUE, 0)[sheet.samples], np.uint32)


def _controls(view: memoryview, found: list[Part]) -> Iterator[tuple[bytes, int]]:
    """Of each frame, for how long it is shown, and whether a viewer waits for a key."""
    control = bytes(8)
    for part in found:
        if part.kind == EXTENSION and part.label == CONTROL:
            control = fit_control(view, part.start)
        elif part.kind == IMAGE:
            yield control[4:6], control[3] & 0x02
            control = bytes(8)


def _drawings(painted: Sequence[Sheet]) -> Iterator[_Drawing]:
    """What each frame has to draw. Where something becomes transparent, the frame before it is cleared away."""
    import numpy as np

    wanted = _packed(painted[0])
    screen = np.zeros_like(wanted)
    for next_one in (*painted[1:], painted[-1]):
        following = _packed(next_one)
        gone = (wanted != 0) & (following == 0)
        new = wanted != screen
        top, left, bottom, right = _bounds(new | gone)
        place = slice(top, bottom), slice(left, right)
        drawn = np.where(new[place], wanted[place], 0).astype(np.uint32)
        yield _Drawing(top, left, drawn, _CLEAR if gone.any() else _KEEP)
        screen = wanted
        if gone.any():
            screen[place] = 0
        wanted = following


def _bounds(where: NDArray[np.bool_]) -> tuple[int, int, int, int]:
    """The smallest rectangle around what is true; one pixel if nothing is."""
    import numpy as np

    rows, columns = np.flatnonzero(where.any(axis=1)), np.flatnonzero(where.any(axis=0))
    if not rows.size:
        return 0, 0, 1, 1
    return int(rows[0]), int(columns[0]), int(rows[-1]) + 1, int(columns[-1]) + 1


def _common_colours(drawings: Sequence[_Drawing]) -> NDArray[np.uint32]:
    """The colours of all frames, if one palette has room for them; none otherwise."""
    import numpy as np

    colours = np.unique(np.concatenate([np.unique(drawing.colours) for drawing in drawings]))
    colours = colours[colours != 0]
    return np.asarray(colours if len(colours) < _MOST_COLOURS else colours[:0])


def _frame(drawing: _Drawing, delay: bytes, is_awaited: int, common: NDArray[np.uint32]) -> bytes:
    """A control, a descriptor, the colours if they are its own, and the compressed numbers."""
    import numpy as np

    own = np.unique(drawing.colours)
    has_gaps = bool((own == 0).any())
    own = own[own != 0]
    colours = common if len(common) else own
    if len(colours) + has_gaps > _MOST_COLOURS:
        raise UnsupportedError("More than 256 of its colours change at a time. Save it as WebP or APNG first.")
    numbers = np.searchsorted(colours, drawing.colours).astype(np.uint8)
    if has_gaps:
        numbers[drawing.colours == 0] = len(colours)
    bits = _bits(len(colours) + has_gaps)
    flags = drawing.disposal << 2 | is_awaited | (_HAS_TRANSPARENT if has_gaps else 0)
    control = bytes([EXTENSION, CONTROL, 4, flags]) + delay + bytes([len(colours) if has_gaps else 0, 0])
    height, width = numbers.shape
    packed = 0 if len(common) else _TABLE | bits - 1
    place = _FRAME.pack(IMAGE, drawing.left, drawing.top, width, height, packed)
    return control + place + (b"" if len(common) else _table(colours, bits)) + _compressed(numbers)


def _bits(many: int) -> int:
    """How many bits name so many colours."""
    return max(1, (many - 1).bit_length())


def _table(colours: NDArray[np.uint32], bits: int) -> bytes:
    """Colours, filled up with black."""
    import numpy as np

    rows = np.ascontiguousarray(colours.astype("<u4")).view(np.uint8).reshape(-1, 4)[:, :3]
    return rows.tobytes().ljust(3 << bits, b"\0")


def _compressed(numbers: NDArray[np.uint8]) -> bytes:
    """The compressed data of a frame, with their length of codes before them: what Pillow writes."""
    from PIL import Image

    from lenscap import media

    data = media.as_gif(Image.fromarray(numbers))
    found = parts(memoryview(data), SCREEN_LENGTH + table_length(data[10]))
    part = next(part for part in found if part.kind == IMAGE)
    return data[part.body : part.end]
