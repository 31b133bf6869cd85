"""QR codes, bar codes and their like, found and read by ZXing-C++, in the process beside ours.

Its readers of codes made of bars pass over those that are inverted, and over those so tilted that no straight line
crosses all bars: for them the picture is shown inverted and turned.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from lenscap import isolation
from lenscap.detectors.contents import contents
from lenscap.model import PICTURE, Box, Finding, Kind, Looking, Size
from lenscap.quoting import LONG, printable

if TYPE_CHECKING:
    from PIL.Image import Image

NAME = "codes"
NEEDS = ("zxingcpp",)

_SIDE = 4096
_TURNED_SIDE = 1600
_ZOOMED_SIDE = 1600
"""Smaller pictures are looked at in twice their size, too."""
_TURNS = range(10, 90, 10)
"""Degrees; quarter turns are tried in each."""
_MARGIN = 0.1
"""How much wider than its symbol a code is with the light zone around it, on each side, in its longer side."""
_ROWS = 128
"""Bars are looked for in every so manieth row: how far they go on is known to this part of the picture's height."""
_MOST = 100
_UNREAD = 0.4
_GREY = 128
_CORNERS = ("top_left", "top_right", "bottom_right", "bottom_left")
_KNOWN_UNREAD = ("QR", "Aztec")
"""What is there also where it cannot be read, if it is square; of other kinds, most that cannot be read are none."""
_SLANT = 1.25
_SYMBOLS = {
    "QR": "A QR code",
    "Micro QR": "A QR code",
    "rMQR": "A QR code",
    "Aztec": "An Aztec code",
    "Data Matrix": "A Data Matrix code",
    "PDF417": "A PDF417 code",
    "MaxiCode": "A MaxiCode",
}


class Symbol(NamedTuple):
    """A code: its corners as parts of the picture's size, what kind it is, what it holds, and whether it was read."""

    left: float
    top: float
    right: float
    bottom: float
    form: str
    text: str
    is_read: bool


def longest_side(looking: Looking) -> int:
    """How large a picture the reader wants to see."""
    return _SIDE if looking.codes else 0


def find(picture: Image, size: Size, looking: Looking) -> list[Finding]:
    """Find the codes in an upright RGB picture; boxes are in pixels of a picture of ``size``, light zones included."""
    grey = picture.convert("L")
    grey.thumbnail((_SIDE, _SIDE), reducing_gap=2.0)
    return [_finding(symbol, size) for symbol in isolation.call(read, grey.tobytes(), Size(*grey.size))]


def _finding(symbol: Symbol, size: Size) -> Finding:
    width, height = (symbol.right - symbol.left) * size.width, (symbol.bottom - symbol.top) * size.height
    margin = _MARGIN * max(width, height) + max(size) / _ROWS
    left, top = max(0, int(symbol.left * size.width - margin)), max(0, int(symbol.top * size.height - margin))
    right = min(size.width, int(symbol.right * size.width + margin) + 1)
    bottom = min(size.height, int(symbol.bottom * size.height + margin) + 1)
    box = Box(left, top, max(1, right - left), max(1, bottom - top))
    name = next((said for start, said in _SYMBOLS.items() if symbol.form.startswith(start)), "A bar code")
    if not symbol.is_read:
        data = {"text": "", "is": None, "format": symbol.form}
        return Finding(
            Kind.CODE, f"Perhaps {name[0].lower()}{name[1:]}, which cannot be read", PICTURE, _UNREAD, box, data
        )
    tells, what = contents(name, symbol.text)
    data = {"text": printable(symbol.text, LONG), "is": what, "format": symbol.form}
    return Finding(Kind.CODE, tells, PICTURE, 1.0, box, data)


# what follows runs in the other process


def read(pixels: bytes, size: Size) -> list[Symbol]:
    """The codes in the grey ``pixels`` of a picture of ``size``, each once."""
    from PIL import Image as Pillow

    found: list[Symbol] = []
    for symbol in _seen(Pillow.frombytes("L", size, pixels)):
        same = next((number for number, other in enumerate(found) if _is_same(symbol, other)), None)
        if same is None:
            found.append(symbol)
        else:
            found[same] = _both(found[same], symbol)
    return found[:_MOST]


def _seen(picture: Image) -> Iterator[Symbol]:
    """What all looks find."""
    from PIL import Image as Pillow
    from PIL import ImageOps
    from zxingcpp import BarcodeFormat

    of_bars = BarcodeFormat.AllLinear | BarcodeFormat.PDF417
    yield from _look(picture, 0, return_errors=True)
    yield from _look(ImageOps.invert(picture), 0, formats=of_bars)
    if max(picture.size) <= _ZOOMED_SIDE:
        yield from _look(picture.resize((2 * picture.width, 2 * picture.height), Pillow.Resampling.BICUBIC), 0)
    small = picture.copy()
    small.thumbnail((_TURNED_SIDE, _TURNED_SIDE), reducing_gap=2.0)
    for turn in _TURNS:
        yield from _look(small, turn, formats=of_bars)


def _look(picture: Image, turn: int, **options: Any) -> Iterator[Symbol]:
    """The codes in a picture that is turned to the left by ``turn`` degrees."""
    import numpy as np
    import zxingcpp
    from PIL import Image as Pillow

    turned = picture.rotate(turn, Pillow.Resampling.BILINEAR, expand=True, fillcolor=_GREY) if turn else picture
    for code in zxingcpp.read_barcodes(np.asarray(turned), text_mode=zxingcpp.TextMode.Plain, **options):
        form = str(code.format)
        corners = [(corner.x, corner.y) for corner in (getattr(code.position, name) for name in _CORNERS)]
        if code.valid or (form.startswith(_KNOWN_UNREAD) and _is_square(corners)):
            places = [_back(*corner, turned.size, picture.size, turn) for corner in corners]
            yield _symbol(places, form, code.text[:LONG] if code.valid else "", code.valid)


def _is_square(corners: list[tuple[int, int]]) -> bool:
    """Whether four corners are those of a square, seen almost from the front."""
    sides = [math.dist(one, other) for one, other in pairwise([*corners, corners[0]])]
    diagonals = [math.dist(corners[0], corners[2]), math.dist(corners[1], corners[3])]
    return max(sides) <= _SLANT * min(sides) and max(diagonals) <= _SLANT * min(diagonals)


def _back(x: float, y: float, turned: tuple[int, int], size: tuple[int, int], turn: int) -> tuple[float, float]:
    """Where a point of a turned picture is in the picture as it was, as parts of its size."""
    x, y = x - turned[0] / 2, y - turned[1] / 2
    cosine, sine = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    return 0.5 + (x * cosine - y * sine) / size[0], 0.5 + (x * sine + y * cosine) / size[1]


def _symbol(places: list[tuple[float, float]], form: str, text: str, is_read: bool) -> Symbol:
    across, down = zip(*places, strict=True)
    return Symbol(min(across), min(down), max(across), max(down), form, text, is_read)


def _is_same(one: Symbol, other: Symbol) -> bool:
    """Whether two looks found the same code: of bars, one may have found a part."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    smaller = min((each.right - each.left) * (each.bottom - each.top) for each in (one, other))
    is_one_text = one.text == other.text or not (one.is_read and other.is_read)
    return is_one_text and across > 0 and down > 0 and 2 * across * down >= smaller


def _both(one: Symbol, other: Symbol) -> Symbol:
    """The area of two, and what the one that was read says."""
    better = one if one.is_read else other
    left, top = min(one.left, other.left), min(one.top, other.top)
    right, bottom = max(one.right, other.right), max(one.bottom, other.bottom)
    return better._replace(left=left, top=top, right=right, bottom=bottom)
