"""Reports in so few bytes that those of 50,000 photos fit into memory, and those of a few as they are.

They are packed for this process alone: nothing of them is written anywhere, and nothing is unpacked that came from
outside.
"""

from __future__ import annotations

import pickle
import zlib
from collections import OrderedDict
from pathlib import Path

from lenscap.model import FILE_NAME, PICTURE, Box, Finding, Kind, Looking, Report, Size

Packed = bytes

_USUAL = (
    "JPEG",
    Size(4032, 3024),
    tuple(
        Finding(kind, tells, where, 0.5, Box(1, 2, 3, 4), dict.fromkeys(keys, ""), (b"\0",))
        for kind, tells, where, *keys in (
            (Kind.UNKNOWN, "1 more technical detail (OffsetTime)", "Exif", "fields", "text", "xmp"),
            (Kind.PREVIEW, "A small copy of the picture, which may show what was cropped or covered later", "Exif"),
            (Kind.DEVICE, "The camera's serial number is Taken with a Camera settings: ", "Exif", "make", "model"),
            (Kind.FILENAME, "The name is a camera's: its counter is 1", FILE_NAME, "counter"),
            (Kind.FACE, "A face", PICTURE, "width", "height", "bytes"),
            (Kind.TIME, "Taken on 1 January 2026 at 00:00:00", "Exif", "iso", "exif", "DateTimeOriginal"),
            (Kind.PLACE, "Taken in ", "Exif GPS", "lat", "lon", "name", "words", "GPSLatitudeRef", "GPSLongitude"),
        )
    ),
    1,
    Looking("careful", people=True),
)
_DICTIONARY = pickle.dumps(_USUAL, 5)
"""What most reports have in common need not be in each of them."""
_AT_HAND = 64

_unpacked: OrderedDict[int, tuple[Packed, Report]] = OrderedDict()


def pack(report: Report) -> Packed:
    """A report without its path. May be called from any thread."""
    what = report.format, report.size, report.findings, report.orientation, report.looked
    packer = zlib.compressobj(1, zdict=_DICTIONARY)
    return packer.compress(pickle.dumps(what, 5)) + packer.flush()


def unpack(packed: Packed, path: Path) -> Report:
    """The report again. May be called from any thread."""
    unpacker = zlib.decompressobj(zdict=_DICTIONARY)
    form, size, findings, orientation, looked = pickle.loads(unpacker.decompress(packed))  # noqa: S301 (our own bytes)
    return Report(path, form, size, findings, orientation, looked)


def at_hand(packed: Packed, path: Path) -> Report:
    """The report again, the same object as long as somebody looks at it. For the window's thread."""
    known = _unpacked.get(id(packed))
    if known is None or known[1].path != path:
        _keep(packed, unpack(packed, path))
    else:
        _unpacked.move_to_end(id(packed))
    return _unpacked[id(packed)][1]


def _keep(packed: Packed, report: Report) -> None:
    """Hold on to the last few; the packed ones are held, too, so that no other can have the same identity."""
    _unpacked[id(packed)] = packed, report
    if len(_unpacked) > _AT_HAND:
        _unpacked.popitem(last=False)
