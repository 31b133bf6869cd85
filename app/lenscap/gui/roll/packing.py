"""Reports in so few bytes that those of 50,000 photos fit into memory, and those of a few as they are.

What the photos of a roll tell is much the same from one to the next: each is written down as what it has other than a
few that came before it. All of it is for this process alone: nothing is written anywhere, and nothing is unpacked that
came from outside.
"""

from __future__ import annotations

import pickle
import zlib
from collections import OrderedDict, deque
from pathlib import Path

from lenscap.model import Report

Packed = bytes
"""The number of a dictionary, and what is compressed with it."""
_AT_HAND = 64
_LEARN, _MOST_DICTIONARIES = 2000, 250
"""After how many reports a dictionary is made of the last ones, and how many of them there are at most."""
_SAMPLES, _LARGEST_SAMPLE = 12, 4096

_dictionaries = [b""]
_samples: deque[bytes] = deque(maxlen=_SAMPLES)
_until = _SAMPLES
_unpacked: OrderedDict[int, tuple[Packed, Report]] = OrderedDict()


def written(report: Report) -> bytes:
    """A report without its path. May be called from any thread and process."""
    return pickle.dumps((report.format, report.size, report.findings, report.orientation, report.looked), 5)


def pack(data: bytes) -> Packed:
    """What was written, compressed. May be called from any thread: two that learn at once learn twice."""
    number = len(_dictionaries) - 1
    packer = zlib.compressobj(6, wbits=-zlib.MAX_WBITS, zdict=_dictionaries[number])
    _learn(data)
    return bytes([number]) + packer.compress(data) + packer.flush()


def unpack(packed: Packed, path: Path) -> Report:
    """The report again. May be called from any thread."""
    unpacker = zlib.decompressobj(wbits=-zlib.MAX_WBITS, zdict=_dictionaries[packed[0]])
    form, size, findings, orientation, looked = pickle.loads(unpacker.decompress(packed[1:]))  # noqa: S301 (our own)
    return Report(path, form, size, findings, orientation, looked)


def _learn(data: bytes) -> None:
    """Make a dictionary of the first reports, and of others later on: who has two cameras has two sorts of photos."""
    global _until
    if len(data) > _LARGEST_SAMPLE:
        return
    _samples.append(data)
    _until -= 1
    if _until <= 0 and len(_dictionaries) < _MOST_DICTIONARIES:
        _until = _LEARN
        _dictionaries.append(b"".join(_samples))


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
