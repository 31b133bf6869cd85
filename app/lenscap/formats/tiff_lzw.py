"""Where a stream of LZW codes ends (TIFF 6.0, section 13). The codes are counted, not decoded."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from lenscap.errors import MalformedError, UnsupportedError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_CLEAR, _END, _FIRST = 256, 257, 258
_MOST_CODES = 4096 - _FIRST + 1
"""How many codes there are at most before the next code that clears the table."""
_FEW, _LEAST_BETWEEN = 4, 512
"""How often even a short stream may clear the table, and after how many bytes a long one may do so once more."""
_PENDING = [0]
"""What GraphicConverter writes behind the last code that clears the table."""
_DAMAGED = "Its picture data are damaged."


@cache
def _steps() -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Of each code behind a clearing one: its width in bits, and by how many bits it begins later."""
    import numpy as np

    known = _FIRST + np.maximum(np.arange(_MOST_CODES) - 1, 0)
    widths = 9 + (known >= 511).astype(np.int64) + (known >= 1023) + (known >= 2047)
    return widths, np.concatenate(([0], np.cumsum(widths)[:-1]))


def lzw_end(raw: bytes, size: int) -> int:
    """Where the stream ends that unpacks to ``size`` bytes or fewer; raise ``MalformedError`` if it is more."""
    import numpy as np

    if raw[:1] == b"\0" and len(raw) > 1 and raw[1] & 1:
        raise UnsupportedError("It is compressed in a way from before TIFF 6.0. Save it again, as TIFF with LZW.")
    padded = np.frombuffer(raw + bytes(4), np.uint8).astype(np.uint32)
    position, unpacked = 0, 0
    for _ in range(_FEW + len(raw) // _LEAST_BETWEEN):
        codes = _codes(padded, position, 8 * len(raw))
        stops = np.flatnonzero((codes == _CLEAR) | (codes == _END))
        if not len(stops) and len(codes) == _MOST_CODES:
            raise MalformedError(_DAMAGED)
        many = int(stops[0]) if len(stops) else len(codes)
        unpacked += _unpacked(codes[:many])
        if unpacked > size and not (unpacked == size + 1 and codes[:many].tolist() == _PENDING):
            raise MalformedError("Its picture data hold more than the picture.")
        if not len(stops):
            return len(raw)
        widths, starts = _steps()
        position += int(starts[many] + widths[many])
        if codes[many] == _END:
            return -(-position // 8)
    raise MalformedError("Its picture data begin their table again more often than any do.")


def _codes(padded: NDArray[np.uint32], position: int, end: int) -> NDArray[np.int64]:
    """The next codes from bit ``position`` on, as if the table had just been cleared."""
    widths, starts = _steps()
    places = position + starts
    many = int((places + widths <= end).sum())
    places, widths = places[:many], widths[:many]
    at = places >> 3
    words: NDArray[np.int64] = padded[at] << 16 | padded[at + 1] << 8 | padded[at + 2]
    return (words >> (24 - (places & 7) - widths)) & ((1 << widths) - 1)


def _unpacked(codes: NDArray[np.int64]) -> int:
    """How many bytes codes stand for. Each makes a new one known, which is the one before it and a byte more."""
    import numpy as np

    if (codes >= _FIRST + np.arange(len(codes))).any():
        raise MalformedError(_DAMAGED)
    shorter = np.concatenate((np.arange(_FIRST), codes[:-1]))
    more = np.repeat((0, 1), (_FIRST, len(shorter) - _FIRST))
    while (shorter >= _FIRST).any():  # each time twice as far back, down to single bytes
        more, shorter = more + more[shorter], shorter[shorter]
    return int((more[codes] + 1).sum())
