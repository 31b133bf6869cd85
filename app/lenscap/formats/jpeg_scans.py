"""Which frames, scans and tables of a JPEG its picture is made of (ITU-T T.81, annexes B, F and G).

A decoder obeys one frame header, and of the tables those that a scan refers to before they are defined anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from struct import Struct
from typing import NamedTuple

from lenscap.errors import MalformedError
from lenscap.model import Size

SOS, DNL = 0xDA, 0xDC
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
TABLES = {0xC4: "Huffman table", 0xCC: "arithmetic conditioning", 0xDB: "quantisation table", 0xDD: "restart interval"}
_DHT, _DAC, _DQT, _DRI = TABLES

_ARITHMETIC = 0xC9
"""From this frame header on, scans are coded arithmetically."""
_MOST_COMPONENTS = 4
_NO_FIT = "Its picture data is damaged: its scans do not fit together."
_SHARED = 4
"""So many bytes in a row are the same by intention."""
_MOST_COMPARED = 1 << 16
_SOF = Struct(">xHHB")
_U16 = Struct(">H")

Key = tuple[int, int]
"""Which table a definition replaces: the marker, and the byte that has class and number in it."""


class Segment(NamedTuple):
    """One marker with its body, or a span without one (a negative marker)."""

    marker: int
    start: int
    body: int
    end: int


class Use(NamedTuple):
    """What the picture needs: its size, and where segments begin that are left out or cut down."""

    size: Size
    hidden: frozenset[int]
    tables: dict[int, bytes]
    """The bodies that remain of segments in which no scan needs every table."""
    surplus: bytes
    """The tables that no scan needs, as far as they differ from the needed ones."""


class _Frame(NamedTuple):
    marker: int
    size: Size
    quantised_by: dict[int, int]
    """The quantisation table of each component."""

    @property
    def is_progressive(self) -> bool:
        return self.marker & 3 == 2

    @property
    def is_lossless(self) -> bool:
        return self.marker & 3 == 3


class _Scan(NamedTuple):
    components: tuple[tuple[int, int], ...]
    """Each component, and the numbers of its two entropy coding tables."""
    first: int
    last: int
    high: int
    low: int


class _Table(NamedTuple):
    start: int
    key: Key
    body: bytes


def use(data: memoryview, segments: Sequence[Segment], deep: bool) -> Use:
    """Follow a decoder through a file. ``deep`` raises ``MalformedError`` where a decoder's way is not sure."""
    walk = _Walk(data, deep)
    before: Segment | None = None
    for segment in segments:
        walk.take(segment, before)
        before = segment
    if walk.frame is None:
        raise MalformedError("It has no frame header, so there is no picture in it.")
    needed = [table for number, table in enumerate(walk.tables) if number in walk.used]
    surplus = [table for number, table in enumerate(walk.tables) if number not in walk.used]
    cut = {table.start: b"" for table in surplus}
    for table in needed:
        if table.start in cut:
            cut[table.start] += table.body
    told = _told(surplus, needed) if surplus else b""
    return Use(Size(walk.frame.size.width, walk.height), frozenset(walk.hidden), cut, told)


def _told(surplus: list[_Table], needed: list[_Table]) -> bytes:
    """The tables that go, with zeros for what those that stay tell too: standard tables have much in common."""
    told = bytearray(b"".join(table.body[1:] if table.key[0] in (_DHT, _DQT) else table.body for table in surplus))
    stays = b"\0".join(table.body for table in needed)
    known = {stays[at : at + _SHARED] for at in range(len(stays) - _SHARED + 1)}
    same = [at for at in range(min(len(told), _MOST_COMPARED)) if bytes(told[at : at + _SHARED]) in known]
    for at in same:
        told[at : at + _SHARED] = bytes(len(told[at : at + _SHARED]))
    return bytes(told) if any(told) else b""


class _Walk:
    """A decoder's state on its way from segment to segment."""

    def __init__(self, data: memoryview, deep: bool) -> None:
        self.data, self.deep = data, deep
        self.frame: _Frame | None = None
        self.height = 0
        self.tables: list[_Table] = []
        self.used: set[int] = set()
        self.hidden: set[int] = set()
        self._in_force: dict[Key, int] = {}
        self._scans = 0
        self._is_over = False
        self._quantised: set[int] = set()
        self._precision: dict[tuple[int, int], int] = {}
        """How many low bits of each coefficient of each component are still missing."""

    def take(self, segment: Segment, before: Segment | None) -> None:
        marker = segment.marker
        if marker in TABLES:
            self._define(segment)
        elif marker in FRAMES:
            self._begin(segment)
        elif marker == SOS:
            self._scan(segment)
        elif marker == DNL:
            self._count_lines(segment, before)

    def _define(self, segment: Segment) -> None:
        """Note the tables in a segment. What is behind the last one is a table that nobody needs."""
        tables, rest = _tables_in(segment.marker, bytes(self.data[segment.body : segment.end]))
        for key, body in tables:
            self._in_force[key] = len(self.tables)
            self.tables.append(_Table(segment.start, key, body))
        if rest:
            self._doubt(f"Its {TABLES[segment.marker]} holds more than a table, or less.")
        if rest or not tables:
            self.tables.append(_Table(segment.start, (0, 0), rest))

    def _begin(self, segment: Segment) -> None:
        """Take a frame header. A second one begins another picture, which no decoder shows."""
        if self.frame is None:
            self.frame = self._frame_in(segment)
            self.height = self.frame.size.height
            return
        if not self._scans:
            raise MalformedError("It has two frame headers before its picture.")
        self._is_over = True
        self.hidden.add(segment.start)

    def _frame_in(self, segment: Segment) -> _Frame:
        body = bytes(self.data[segment.body : segment.end])
        height, width, count = _SOF.unpack_from(body) if len(body) >= _SOF.size else (0, 0, 0)
        if len(body) < _SOF.size + 3 * max(count, 1):
            raise MalformedError("It has no frame header, so there is no picture in it.")
        components = [body[at : at + 3] for at in range(_SOF.size, _SOF.size + 3 * count, 3)]
        if len(body) > _SOF.size + 3 * count or count > _MOST_COMPONENTS:
            self._doubt("Its frame header holds more than a frame header.")
        if any(number > 3 or not 0x11 <= sampling <= 0x44 for _, sampling, number in components):
            self._doubt("Its frame header is damaged.")
        return _Frame(segment.marker, Size(width, height), {name: number for name, _, number in components})

    def _scan(self, segment: Segment) -> None:
        if self.frame is None:
            raise MalformedError("Its picture begins before its frame header.")
        scan = self._scan_in(segment)
        names = [name for name, _ in scan.components]
        if self._is_over or (self._is_whole() and not self.frame.is_progressive):
            self.hidden.add(segment.start)
            return
        if any(name not in self.frame.quantised_by for name in names):
            self._doubt("Its picture data is damaged: a scan is of a component that it does not have.")
        self.used.update(self._in_force[key] for key in self._needed_by(scan) if key in self._in_force)
        self._quantised.update(names)
        self._scans += 1
        self._refine(scan)

    def _scan_in(self, segment: Segment) -> _Scan:
        start = segment.body
        length = _U16.unpack_from(self.data, start - 2)[0] - 2
        count = self.data[start] if length > 0 else 0
        if length < 4 + 2 * count or not count:
            raise MalformedError("Its picture data is damaged: a scan header is cut short.")
        if length > 4 + 2 * count or count > _MOST_COMPONENTS:
            self._doubt("Its scan header holds more than a scan header.")
        fields = bytes(self.data[start + 1 : start + 4 + 2 * count])
        first, last, bits = fields[-3:]
        components = tuple((fields[at], fields[at + 1]) for at in range(0, 2 * count, 2))
        return _Scan(components, first, last, bits >> 4, bits & 15)

    def _is_whole(self) -> bool:
        """Whether the first scan of a sequential file had all components: then decoders read no further one."""
        return self._scans == 1 and self.frame is not None and self._quantised >= self.frame.quantised_by.keys()

    def _needed_by(self, scan: _Scan) -> Iterator[Key]:
        """The tables that a scan reads; a component's quantisation table is the one at its first scan."""
        frame = self.frame
        assert frame is not None
        marker = _DAC if frame.marker >= _ARITHMETIC else _DHT
        reads_first = not frame.is_progressive or (scan.first == 0 and scan.high == 0)
        reads_second = scan.first > 0 if frame.is_progressive else not frame.is_lossless
        yield _DRI, 0
        for name, numbers in scan.components:
            if reads_first:
                yield marker, numbers >> 4
            if reads_second:
                yield marker, 0x10 | numbers & 15
            if name in frame.quantised_by and name not in self._quantised:
                yield _DQT, frame.quantised_by[name]

    def _refine(self, scan: _Scan) -> None:
        """Note what a scan adds; each coefficient may come once, and then bit by bit (section G.1.1.1)."""
        progressive = self.frame is not None and self.frame.is_progressive
        if progressive and (scan.first > scan.last or scan.last > 63 or (scan.first == 0) != (scan.last == 0)):
            self._doubt(_NO_FIT)
            return
        for name, _ in scan.components:
            for coefficient in range(scan.first, scan.last + 1) if progressive else (0,):
                missing = self._precision.get((name, coefficient), 0)
                known = (name, coefficient) in self._precision
                fits = (scan.high == missing == scan.low + 1) if known else not (progressive and scan.high)
                if not fits or (known and not progressive):
                    self._doubt(_NO_FIT)
                self._precision[name, coefficient] = scan.low

    def _count_lines(self, segment: Segment, before: Segment | None) -> None:
        """A DNL segment counts, right behind the first scan, the lines of a frame that does not know their number."""
        counts = self._scans == 1 and not self.height and before is not None and before.marker == SOS
        if not counts or segment.end - segment.body < 2:
            self.hidden.add(segment.start)
            return
        if segment.end - segment.body > 2:
            self._doubt("Its line count holds more than a number.")
        self.height = _U16.unpack_from(self.data, segment.body)[0]

    def _doubt(self, sentence: str) -> None:
        if self.deep:
            raise MalformedError(sentence)


@lru_cache(maxsize=64)
def _tables_in(marker: int, body: bytes) -> tuple[tuple[tuple[Key, bytes], ...], bytes]:
    """The tables in the body of a segment, and what is behind the last one. The photos of a camera share most."""
    tables, position = [], 0
    for end, number in _TABLE_ENDS[marker](body):
        tables.append(((marker, number), body[position:end]))
        position = end
    return tuple(tables), body[position:]


def _quantisation_ends(body: bytes) -> Iterator[tuple[int, int]]:
    """Where each quantisation table ends, and its number."""
    position = 0
    while position < len(body):
        wide, number = body[position] >> 4, body[position] & 15
        position += 1 + 64 * (1 + wide)
        if position > len(body) or wide > 1:
            return
        yield position, number


def _huffman_ends(body: bytes) -> Iterator[tuple[int, int]]:
    position = 0
    while position + 17 <= len(body):
        number = body[position]
        position += 17 + sum(body[position + 1 : position + 17])
        if position > len(body):
            return
        yield position, number


def _conditioning_ends(body: bytes) -> Iterator[tuple[int, int]]:
    return ((position + 2, body[position]) for position in range(0, len(body) - 1, 2))


def _interval_end(body: bytes) -> Iterator[tuple[int, int]]:
    return iter([(2, 0)] if len(body) >= 2 else [])


_TABLE_ENDS = {_DHT: _huffman_ends, _DAC: _conditioning_ends, _DQT: _quantisation_ends, _DRI: _interval_end}
