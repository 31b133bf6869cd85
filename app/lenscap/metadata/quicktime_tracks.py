"""Tracks that are neither picture nor sound: what they are, and where they say that the camera was.

GoPro's KLV (``gpmd``), Google's camera motion (``camm``), Apple's timed metadata (``mebx``), texts, timecodes.
The data is the inside of a ``trak`` box with its ``hdlr``, its ``stsd``, and its samples in a box ``smpl``.
"""

from __future__ import annotations

from collections.abc import Iterator
from struct import Struct
from typing import NamedTuple

from lenscap.binary.boxes import Atom, boxes, title
from lenscap.errors import MalformedError
from lenscap.metadata.places import place
from lenscap.metadata.wording import decoded, listing, middle, plural, printable, quoted, strings, traces
from lenscap.model import Finding, Kind, Payload

_GPMD, _CAMM, _MEBX = b"gpmd", b"camm", b"mebx"
_TEXTS = frozenset((b"text", b"tx3g", b"wvtt", b"stpp", b"sbtt", b"stxt", b"c608", b"c708", b"mp4s"))
_PICTURES = frozenset((b"jpeg", b"png ", b"MJPG"))
_NAMES = {
    b"fdsc": "recovery data of a GoPro camera", b"rtmd": "a Sony camera's own records",
    b"priv": "a program's own records", b"djmd": "a DJI drone's own records", b"dbgi": "a drone's own records",
    b"hint": "hints for sending it", b"rtp ": "hints for sending it", b"CTMD": "a Canon camera's own records",
    b"sett": "settings of a camera", b"fdat": "a camera's own records",
}  # fmt: skip
_MOST_POINTS, _MOST_STRINGS, _LEVELS = 1_000_000, 1 << 20, 8
_CAMM_LENGTHS = {0: 12, 1: 8, 2: 12, 3: 12, 4: 12, 5: 24, 6: 56, 7: 12}
_CAMM_5, _CAMM_6 = Struct("<ddd"), Struct("<dIdd")
_KLV = Struct(">4sBBH")
_GPS_5, _GPS_9 = Struct(">iiiii"), Struct(">iiiiiiiHH")


class _Fix(NamedTuple):
    """Where a track says that it was: the position, and its bytes."""

    lat: float
    lon: float
    raw: bytes


def real(raw: bytes) -> float:
    """A number of four or eight bytes."""
    return float(Struct(">f" if len(raw) == 4 else ">d").unpack(raw)[0])


def read(body: bytes, where: str) -> Iterator[Finding | Payload]:
    """Yield what a track tells."""
    parts = {atom.kind: body[atom.body : atom.end] for atom in _boxes(body, 0, len(body))}
    entry, samples = parts.get(b"stsd", b"")[8:], parts.get(b"smpl", b"")
    codec, handler = entry[4:8], parts.get(b"hdlr", b"")[8:12]
    if codec == _GPMD:
        yield from gpmf(samples, where)
    elif codec == _CAMM:
        yield from _camera_motion(samples, where)
    elif codec == _MEBX:
        yield from _timed(entry, samples, where)
    elif codec in _PICTURES or handler in (b"vide", b"pict", b"auxv"):
        yield from _pictures(samples, where)
    elif handler == b"soun":
        said = f"Another sound, which players do not play ({len(samples):,} bytes)"
        yield Finding(Kind.UNKNOWN, said, where, data={"bytes": len(samples)})
    elif codec in _TEXTS or handler in (b"text", b"sbtl", b"subt", b"clcp"):
        yield from _written(samples, where)
    elif codec == b"tmcd":
        said = "A timecode, which may be the time of day"
        yield Finding(Kind.TIME, said, where, data={"bytes": len(samples)}, traces=traces(*strings(entry)))
    else:
        yield from _other(codec or handler, entry, samples, where)


def _boxes(data: bytes, start: int, end: int) -> Iterator[Atom]:
    try:
        yield from boxes(data, start, end)
    except MalformedError:
        return


def _words(samples: bytes) -> tuple[bytes, ...]:
    return traces(*strings(samples[:_MOST_STRINGS]))


def _pictures(samples: bytes, where: str) -> Iterator[Finding | Payload]:
    said = f"Other pictures inside the film, which players do not show ({len(samples):,} bytes)"
    yield Finding(Kind.PREVIEW, said, where, data={"bytes": len(samples)}, traces=middle(samples))
    if samples[:3] == b"\xff\xd8\xff" or samples[:4] == b"\x89PNG":
        yield Payload("picture", f"{where}, picture", samples)


def _written(samples: bytes, where: str) -> Iterator[Finding]:
    """Texts that are shown with the film, each with its length before it: subtitles and chapters."""
    found, position = list[bytes](), 0
    while position + 2 <= len(samples) and len(found) < 64:
        length = int.from_bytes(samples[position : position + 2])
        raw = samples[position + 2 : position + 2 + length]
        position += 2 + length
        if position < len(samples) - 8 and samples[position + 4 : position + 8].isalpha():
            position += int.from_bytes(samples[position : position + 4])  # how it is written: a box
        if raw.strip(b"\0") and printable(decoded(raw)):
            found.append(raw)
    texts = [quoted(decoded(raw)) for raw in found]
    said = f"Texts beside the film, as subtitles or chapters are: {listing(texts)}" if texts else "A track for texts"
    data = {"text": [printable(decoded(raw)) for raw in found]}
    yield Finding(Kind.TEXT, said, where, data=data, traces=traces(*found, *strings(samples[:_MOST_STRINGS])))


def _other(codec: bytes, entry: bytes, samples: bytes, where: str) -> Iterator[Finding]:
    name = _NAMES.get(codec) or f"data that are called {quoted(title(codec))}"
    said = f"A track with {name} ({len(samples):,} bytes)"
    words = strings(samples[:_MOST_STRINGS]) + strings(entry[16:])
    yield Finding(Kind.UNKNOWN, said, where, data={"bytes": len(samples)}, traces=traces(*words))


def gpmf(samples: bytes, where: str) -> Iterator[Finding]:
    """What GoPro's cameras write beside a film: nested keys, lengths and values."""
    walk = _Klv()
    walk.read(samples, 0, len(samples), 0)
    yield from _journey(walk.fixes, where)
    if walk.moment:
        yield Finding(Kind.TIME, f"The satellites said {walk.moment}", where, traces=traces(walk.clock))
    if walk.device:
        said = f"Recorded with {quoted(decoded(walk.device))}"
        yield Finding(Kind.DEVICE, said, where, traces=traces(walk.device))
    if walk.names:
        names = [printable(decoded(name), 60) for name in walk.names]
        said = f"What the sensors of the camera measured: {listing(names, 6)}"
        yield Finding(Kind.DEVICE, said, where, data={"streams": names}, traces=_words(samples))
    elif samples.strip(b"\0"):
        said = f"{len(samples):,} bytes of a camera's own records"
        yield Finding(Kind.UNKNOWN, said, where, traces=_words(samples))


class _Klv:
    """The walk through GoPro's records."""

    def __init__(self) -> None:
        self.fixes: list[_Fix] = []
        self.names: dict[bytes, None] = {}
        self.device = self.clock = b""
        self._scale: list[int] = []

    @property
    def moment(self) -> str:
        """The first time that a receiver gave: two digits each of year, month, day, hour, minute and second."""
        text = decoded(self.clock)
        if len(text) < 12 or not text[:12].isdecimal():
            return ""
        year, month, day, hour, minute, second = (text[at : at + 2] for at in range(0, 12, 2))
        return f"20{year}-{month}-{day} {hour}:{minute}:{second} (UTC)"

    def read(self, data: bytes, start: int, end: int, depth: int) -> None:
        """Take in the records from ``start`` to ``end``."""
        while start + _KLV.size <= end and len(self.fixes) < _MOST_POINTS:
            key, form, size, repeat = _KLV.unpack_from(data, start)
            body, length = start + _KLV.size, size * repeat
            if body + length > end or not any(key):
                return
            if form == 0 and depth < _LEVELS:
                self.read(data, body, body + length, depth + 1)
            else:
                self._value(key, form, size, data[body : body + length])
            start = body + (length + 3) // 4 * 4

    def _value(self, key: bytes, form: int, size: int, raw: bytes) -> None:
        if key == b"SCAL":
            width = 2 if form in b"sS" else 4
            self._scale = [int.from_bytes(raw[at : at + width], signed=True) for at in range(0, len(raw), width)]
        elif key == b"STNM" and len(self.names) < 64:
            self.names[raw.rstrip(b"\0")] = None
        elif key == b"DVNM":
            self.device = self.device or raw.rstrip(b"\0")
        elif key == b"GPSU":
            self.clock = self.clock or raw
        elif key in (b"GPS5", b"GPS9") and size == (20 if key == b"GPS5" else 32) and len(self._scale) >= 2:
            lat, lon = (abs(number) or 1 for number in self._scale[:2])
            shape = _GPS_5 if key == b"GPS5" else _GPS_9
            for at in range(0, len(raw) - size + 1, size):
                values = shape.unpack_from(raw, at)
                self.fixes.append(_Fix(values[0] / lat, values[1] / lon, raw[at : at + 12]))


def _camera_motion(samples: bytes, where: str) -> Iterator[Finding]:
    """Google's camera motion: small records, each with its type."""
    fixes: list[_Fix] = []
    position, kinds = 0, set[int]()
    while position + 4 <= len(samples):
        kind = int.from_bytes(samples[position + 2 : position + 4], "little")
        length, body = _CAMM_LENGTHS.get(kind, 0), position + 4
        if not length or body + length > len(samples):
            break
        kinds.add(kind)
        if kind in (5, 6):
            lat, lon = _CAMM_5.unpack_from(samples, body)[:2] if kind == 5 else _CAMM_6.unpack_from(samples, body)[2:]
            at = body if kind == 5 else body + 12
            fixes.append(_Fix(lat, lon, samples[at : at + 16]))
        position = body + length
    yield from _journey(fixes, where)
    said = "How the camera was turned and moved" if kinds & {0, 2, 3, 4} else "A track of a camera's motion"
    yield Finding(Kind.DEVICE, said, where, data={"bytes": len(samples)}, traces=_words(samples))


def _journey(fixes: list[_Fix], where: str) -> Iterator[Finding]:
    """A row of positions: how many, and where the first real one is."""
    real_ones = [fix for fix in fixes if fix.lat or fix.lon]
    if not real_ones:
        return
    first, last = real_ones[0], real_ones[-1]
    verb = f"A GPS track of {plural(len(fixes), 'point', 'points')}, beginning"
    found = place(first.lat, first.lon, where, traces(first.raw, last.raw), {"points": len(fixes)}, verb)
    yield found or Finding(Kind.PLACE, f"A GPS track of {len(fixes):,} points", where, traces=traces(first.raw))


def _timed(entry: bytes, samples: bytes, where: str) -> Iterator[Finding]:
    """Apple's timed metadata: keys in the sample description, and samples of boxes with the numbers of keys."""
    keys: dict[int, str] = {}
    for atom in _boxes(entry, 16, len(entry)):
        for each in _boxes(entry, atom.body, atom.end) if atom.kind == b"keys" else ():
            named = (one for one in _boxes(entry, each.body, each.end) if one.kind == b"keyd")
            keys[int.from_bytes(each.kind)] = next((decoded(entry[one.body + 4 : one.end]) for one in named), "")
    names = [printable(name.removeprefix("com.apple.quicktime."), 80) for name in keys.values() if name]
    kind = _kind_of(names)
    said = f"A timed track that tells: {listing(names)}" if names else f"A timed track ({len(samples):,} bytes)"
    words = traces(*strings(samples[:_MOST_STRINGS]), *(decoded_name.encode() for decoded_name in keys.values()))
    yield Finding(kind, said, where, data={"keys": names, "bytes": len(samples)}, traces=words)


def _kind_of(names: list[str]) -> Kind:
    if any("location" in name for name in names):
        return Kind.PLACE
    if any("face" in name or "human" in name for name in names):
        return Kind.FACE
    if any("live-photo" in name or "still-image" in name for name in names):
        return Kind.MOTION
    return Kind.UNKNOWN
