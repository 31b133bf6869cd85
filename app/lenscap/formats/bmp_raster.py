"""The pixels of a BMP as numbers, and back. Runs are written as rows: what is shown is the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lenscap.errors import UnsupportedError
from lenscap.formats import bmp
from lenscap.formats.bmp_header import CORE, RGB, RLE4, Header, Span, written
from lenscap.formats.bmp_pixels import row_end
from lenscap.formats.sheet import Sheet, packed_bits, unpacked_bits

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_ALL_15 = (0x7C00, 0x03E0, 0x001F)
_ALL_32 = (0xFF0000, 0xFF00, 0xFF, 0xFF000000)


def sheets(data: bytes) -> list[Sheet]:
    """The picture, with a palette or in channels: blue first, or in the order of its masks."""
    import numpy as np

    picture = bmp.picture_in(memoryview(data), deep=True)
    header, pixels = picture.header, picture.pixels
    if header.is_run_length:
        return [Sheet(_of_runs(data[pixels.start : pixels.end], header), 0, _palette(data, header))]
    rows = np.frombuffer(data[pixels.start : pixels.end], np.uint8).reshape(-1, header.stride)
    rows = rows if header.height < 0 else rows[::-1]
    if header.bits <= 8:
        return [Sheet(unpacked_bits(rows, header.bits, header.width).copy(), 0, _palette(data, header))]
    if header.bits == 24:
        return [Sheet(rows[:, : row_end(header)].reshape(-1, header.width, 3).copy(), 255.0)]
    return [_of_masks(rows[:, : row_end(header)].copy().view(f"<u{header.bits // 8}"), _masks(header))]


def _palette(data: bytes, header: Header) -> NDArray[np.uint8]:
    import numpy as np

    if not header.colours:
        raise UnsupportedError("Its pixels have no colours. Export it as PNG first.")
    raw = np.frombuffer(data[header.palette.start : header.palette.end], np.uint8).reshape(-1, header.entry)
    return np.column_stack((raw[:, 2::-1], np.full(len(raw), 255, np.uint8)))


def _masks(header: Header) -> tuple[int, ...]:
    """The bits of each channel; those of none, which must not be lost, make a further one."""
    whole = (1 << header.bits) - 1
    told = header.masks if any(header.masks) else _ALL_15 if header.bits == 16 else _ALL_32
    masks = tuple(mask for mask in told if mask)
    return (*masks, *_runs_in(whole & ~sum(masks)))


def _runs_in(bits: int) -> Iterator[int]:
    """The bits that are set, those that stand together as one."""
    while bits:
        lowest = bits & -bits
        run = bits & ~(bits + lowest)
        yield run
        bits &= ~run


def _of_masks(values: NDArray[np.generic], masks: tuple[int, ...]) -> Sheet:
    import numpy as np

    numbers = values.astype(np.uint32)
    channels = [(numbers & mask) >> _shift(mask) for mask in masks]
    most = np.array([mask >> _shift(mask) for mask in masks], float)
    kind = np.uint8 if most.max() < 256 else np.uint32
    return Sheet(np.stack(channels, axis=-1).astype(kind), most)


def _shift(mask: int) -> int:
    return (mask & -mask).bit_length() - 1


def _of_runs(runs: bytes, header: Header) -> NDArray[np.uint8]:
    """Draw the runs, which are known to be sound. What they leave out has the first colour."""
    import numpy as np

    canvas = np.zeros((header.height, header.width), np.uint8)
    position = column = row = 0
    while runs[position : position + 2] not in (b"\0\1", b""):
        count, value = runs[position : position + 2]
        position += 2
        if count:
            canvas[-1 - row, column : column + count] = _pattern(bytes([value]) * count, count, header)
            column += count
        elif value == 0:
            column, row = 0, row + 1
        elif value == 2:
            column, row = column + runs[position], row + runs[position + 1]
            position += 2
        else:
            length = (value + 1) // 2 if header.compression == RLE4 else value
            canvas[-1 - row, column : column + value] = _pattern(runs[position : position + length], value, header)
            position, column = position + length + length % 2, column + value
    return canvas


def _pattern(raw: bytes, count: int, header: Header) -> NDArray[np.uint8]:
    import numpy as np

    return np.asarray(
        unpacked_bits(np.frombuffer(raw, np.uint8)[None], 4 if header.compression == RLE4 else 8, count)[0]
    )


def rebuilt(data: bytes, painted: Sequence[Sheet]) -> bytes:
    """The same file with other pixels."""
    picture = bmp.picture_in(memoryview(data), deep=True)
    header = picture.header
    if header.is_run_length:
        header = header._replace(compression=RGB)
    rows = _rows(painted[0], header)
    start = header.palette.end
    pixels = Span(start, start + len(rows))
    raw = data[picture.profile.start : picture.profile.end] if picture.profile else b""
    profile = Span(pixels.end, pixels.end + len(raw)) if picture.profile else None
    return written(header, _written_palette(painted[0], header), pixels, profile, pixels.end + len(raw)) + rows + raw


def _written_palette(sheet: Sheet, header: Header) -> bytes:
    """As many colours as there were; those that no pixel has are black."""
    import numpy as np

    table = np.zeros((header.colours, 3 if header.size == CORE else 4), np.uint8)
    if sheet.palette is not None:
        table[: len(sheet.palette), :3] = sheet.palette[:, 2::-1]
    return table.tobytes()


def _rows(sheet: Sheet, header: Header) -> bytes:
    """The rows from the bottom up, or from the top down if the header says so, each padded."""
    import numpy as np

    samples = sheet.samples if header.height < 0 else sheet.samples[::-1]
    height = len(samples)
    if header.bits <= 8:
        raw = packed_bits(samples.astype(np.uint8), header.bits)
    elif header.bits == 24:
        raw = samples.reshape(height, -1).astype(np.uint8)
    else:
        shifted = [samples[..., number].astype(np.uint32) << _shift(mask) for number, mask in enumerate(_masks(header))]
        values = np.bitwise_or.reduce(shifted).astype(f"<u{header.bits // 8}")
        raw = values.view(np.uint8).reshape(height, -1)
    return np.pad(raw, ((0, 0), (0, header.stride - raw.shape[1]))).tobytes()
