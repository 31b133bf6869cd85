"""The pixels of a TIFF as numbers, page by page, and back (TIFF 6.0, sections 3 to 15; technical note 3).

They are written in strips, each as it is or deflated: what every reader of TIFF reads. Numbers that were computed from
all the pixels, as the largest of them, are not written again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from lenscap.binary.ifd import LONG, SHORT
from lenscap.errors import UnsupportedError
from lenscap.formats import tiff_shape as form
from lenscap.formats import tiff_tags as tags
from lenscap.formats import tiff_write
from lenscap.formats.sheet import Sheet, packed_bits, unpacked_bits
from lenscap.formats.tiff_page import Page
from lenscap.formats.tiff_pages import Book, book
from lenscap.formats.tiff_tags import Value
from lenscap.formats.tiff_unpack import unpacked
from lenscap.model import Fresh

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_DEFLATE = 8
_RGB = 2
_STRIP = 1 << 18
"""About how many bytes a strip has before it is compressed."""
_MOST_IN_ALL = 2_000_000_000
_FORMAT, _COLOURS = 339, 320
_KINDS = {1: "u", 2: "i", 3: "f", 4: "u"}
_ANEW = frozenset((
    form.COMPRESSION, form.FILL_ORDER, form.ROWS, form.PLANAR, form.PREDICTOR, form.TILE_WIDTH, form.TILE_HEIGHT, 280,
    281, 292, 293, 340, 341, tags.JPEG_TABLES, _COLOURS, *tags.PLACES,
))  # fmt: skip
_OF_YCBCR = frozenset((form.PHOTOMETRIC, 529, form.SUBSAMPLING, 531, 532))
_LARGEST_BLOCK = 32
"""Pixels that a JPEG inside may have compressed together: four blocks across."""


def sheets(data: bytes) -> list[Sheet]:
    """All the pages."""
    found = book(memoryview(data))
    sizes = (
        page.shape.width * page.shape.height * page.shape.samples * -(-page.shape.bits // 8) for page in found.pages
    )
    if sum(sizes) > _MOST_IN_ALL:
        raise UnsupportedError("Its pages are larger than Lenscap decodes. Save each as a file of its own first.")
    return [_sheet(data, found, page) for page in found.pages]


def _sheet(data: bytes, found: Book, page: Page) -> Sheet:
    order, shape = found.tiff.order, page.shape
    orientation = _number(page, order, tags.ORIENTATION, 1)
    if shape.compression == form.JPEG:
        return _of_jpeg(data, found, page, orientation)
    _refuse_strange(page)
    samples = _joined(data, page, _dtype(page, order), _number(page, order, form.PREDICTOR, 1))
    palette = _palette(page, order) if shape.photometric == tags.PALETTE else None
    most = float((1 << shape.bits - (samples.dtype.kind == "i")) - 1) if samples.dtype.kind != "f" else 1.0
    return Sheet(samples[..., 0] if shape.samples == 1 else samples, most, palette, orientation)


def _refuse_strange(page: Page) -> None:
    """Raise ``UnsupportedError`` for what few programs write."""
    shape = page.shape
    is_mixed = shape.photometric == form.YCBCR and not shape.separate and shape.subsampling != (1, 1)
    is_odd = shape.photometric == tags.PALETTE and (shape.samples > 1 or shape.bits > 8)
    if is_mixed or is_odd or shape.bits not in (1, 2, 4, 8, 16, 32, 64):
        raise UnsupportedError("Its pixels are stored in a way that cannot be covered. Export it as RGB first.")


def _number(page: Page, order: str, tag: int, default: int) -> int:
    value = next((value for value in page.values if value.tag == tag), None)
    size = {1: 1, SHORT: 2, LONG: 4}.get(value.type, 0) if value else 0
    return int.from_bytes(value.data[:size], "little" if order == "<" else "big") if value and size else default


def _dtype(page: Page, order: str) -> np.dtype[np.generic]:
    """How a sample is stored; those of less than a byte are bytes here."""
    import numpy as np

    kind = _KINDS.get(_number(page, order, _FORMAT, 1))
    if kind is None or (kind == "f" and page.shape.bits < 16) or (kind == "i" and page.shape.bits < 8):
        raise UnsupportedError("Its pixels are stored in a way that cannot be covered. Export it as RGB first.")
    return np.dtype(f"{order}{kind}{max(1, page.shape.bits // 8)}")


def _palette(page: Page, order: str) -> NDArray[np.uint8]:
    import numpy as np

    raw = next((value.data for value in page.values if value.tag == _COLOURS), b"")
    colours = np.frombuffer(raw, f"{order}u2").reshape(3, -1).T >> 8
    if len(colours) != 1 << page.shape.bits:
        raise UnsupportedError("Its pixels have no colours. Export it as PNG first.")
    return np.column_stack((colours, np.full(len(colours), 255))).astype(np.uint8)


def _joined(data: bytes, page: Page, dtype: np.dtype[np.generic], predictor: int) -> NDArray[np.generic]:
    """All the strips or tiles of a page together; those that are left out are zeros."""
    import numpy as np

    shape = page.shape
    inside = 1 if shape.separate else shape.samples
    across = -(-shape.width // shape.across)
    whole = np.zeros((shape.height, shape.width, shape.samples), dtype.newbyteorder("="))
    for part, (start, end) in enumerate(page.strips):
        if not end:
            continue
        rows = shape.size_of(part) // -(-shape.across * inside * shape.bits // 8)
        raw = unpacked(data[start:end], page, part, rows)
        plane, place = divmod(part, shape.parts // shape.planes)
        top, left = place // across * shape.down, place % across * shape.across
        piece = _numbers(raw, rows, shape, inside, dtype, predictor)[: shape.height - top, : shape.width - left]
        planes = slice(plane, plane + 1) if shape.separate else slice(None)
        whole[top : top + len(piece), left : left + piece.shape[1], planes] = piece
    return whole


def _numbers(
    raw: bytes, rows: int, shape: form.Shape, inside: int, dtype: np.dtype[np.generic], predictor: int
) -> NDArray[np.generic]:
    """The bytes of one strip or tile as numbers, of shape (rows, columns, samples)."""
    import numpy as np

    lines = np.frombuffer(raw, np.uint8).reshape(rows, -1)
    if shape.bits < 8:
        return unpacked_bits(lines, shape.bits, shape.across * inside).reshape(rows, shape.across, inside)
    if predictor == 3:
        return _of_float_differences(lines, inside, dtype).reshape(rows, shape.across, inside)
    numbers = lines.view(dtype).reshape(rows, shape.across, inside)
    numbers = numbers.astype(dtype.newbyteorder("="))
    if predictor == 2:
        bits = numbers.view(f"u{dtype.itemsize}")
        np.cumsum(bits, axis=1, dtype=bits.dtype, out=bits)
    return numbers


def _of_float_differences(lines: NDArray[np.uint8], inside: int, dtype: np.dtype[np.generic]) -> NDArray[np.generic]:
    """Floating point numbers whose highest bytes stand together, and so on, each less the one before it."""
    import numpy as np

    rows = len(lines)
    summed = np.cumsum(lines.reshape(rows, -1, inside), axis=1, dtype=np.uint8).reshape(rows, dtype.itemsize, -1)
    numbers = np.ascontiguousarray(summed.transpose(0, 2, 1)).view(dtype.newbyteorder(">"))
    return numbers.astype(dtype.newbyteorder("="))


def _of_jpeg(data: bytes, found: Book, page: Page, orientation: int) -> Sheet:
    """A page that Pillow decodes, in which black and white or red, green and blue, or the four inks are numbers."""
    import numpy as np

    from lenscap import media

    image = media.page(data, found.chain.index(page))
    if image.mode not in ("L", "RGB", "CMYK") or image.size != (page.shape.width, page.shape.height):
        raise UnsupportedError("Its pixels are stored in a way that cannot be covered. Export it as RGB first.")
    return Sheet(np.array(image), 255.0, None, orientation, _LARGEST_BLOCK)


def rebuilt(data: bytes, painted: Sequence[Sheet]) -> bytes:
    """The same pages with other pixels, and without any metadata."""
    found = book(memoryview(data))
    order = found.tiff.order
    pages, places, pieces = [], [], []
    end = 0
    for page, sheet in zip(found.pages, painted, strict=True):
        values, strips = _written(page, sheet, order)
        shape = page.shape._replace(tiled=False)
        pages.append(replace(page, values=values, shape=shape))
        spans = []
        for strip in strips:
            spans.append((end, end + len(strip)))
            end += len(strip)
        places.append(spans)
        pieces += strips
    profile = next((bytes(data[page.icc.start : page.icc.end]) for page in found.pages if page.icc), None)
    return b"".join([tiff_write.head(replace(found, pages=pages), places, profile, Fresh()), *pieces])


def _written(page: Page, sheet: Sheet, order: str) -> tuple[list[Value], list[bytes]]:
    """The tags of a page that do not say where its strips are, and its strips."""
    compressed = page.shape.compression != form.UNCOMPRESSED
    predictor = 2 if compressed and page.shape.bits in (8, 16, 32) and sheet.samples.dtype.kind != "f" else 1
    predictor = 1 if sheet.palette is not None else predictor
    gone = _ANEW | (_OF_YCBCR if page.shape.photometric == form.YCBCR and sheet.block else frozenset())
    values = [value for value in page.values if value.tag not in gone]
    rows = max(1, _STRIP // len(_line(sheet.samples[:1], page, order)))
    numbers = [(form.COMPRESSION, _DEFLATE if compressed else form.UNCOMPRESSED), (form.PREDICTOR, predictor)]
    numbers += [(form.PHOTOMETRIC, _RGB)] if form.PHOTOMETRIC in gone else []
    values += [Value(tag, SHORT, 1, tags.packed(order, SHORT, [number])) for tag, number in numbers]
    values.append(Value(form.ROWS, LONG, 1, tags.packed(order, LONG, [min(rows, page.shape.height)])))
    if sheet.palette is not None:
        values.append(_colour_map(sheet.palette, 1 << page.shape.bits, order))
    return values, list(_strips(sheet, page, order, rows, predictor if compressed else 0))


def _colour_map(palette: NDArray[np.uint8], many: int, order: str) -> Value:
    """The colours, as many as there have to be."""
    import numpy as np

    table = np.zeros((3, many), np.uint16)
    table[:, : len(palette)] = palette[:, :3].T.astype(np.uint16) * 257
    return Value(_COLOURS, SHORT, 3 * many, tags.packed(order, SHORT, table.ravel().tolist()))


def _strips(sheet: Sheet, page: Page, order: str, rows: int, predictor: int) -> Iterator[bytes]:
    """The strips, deflated if there is a predictor, of which 1 is none."""
    import zlib

    import numpy as np

    for top in range(0, len(sheet.samples), rows):
        lines = sheet.samples[top : top + rows]
        if predictor == 2:
            bits = np.ascontiguousarray(lines).view(f"u{lines.dtype.itemsize}")
            lines = np.diff(bits, axis=1, prepend=np.zeros_like(bits[:, :1]))
        raw = _line(lines, page, order)
        yield zlib.compress(raw) if predictor else raw


def _line(samples: NDArray[np.generic], page: Page, order: str) -> bytes:
    """Rows of samples as they are stored."""
    flat = samples.reshape(len(samples), -1)
    if page.shape.bits < 8:
        return packed_bits(flat.astype("u1"), page.shape.bits).tobytes()
    return flat.astype(flat.dtype.newbyteorder(order)).tobytes()  # type: ignore[arg-type]  # < or >
