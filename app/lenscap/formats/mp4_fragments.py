"""Films in fragments (ISO/IEC 14496-12, section 8.8): each has an index of its own, which is written anew.

Where samples lie is told from the beginning of the fragment, so that it can be moved; wall clocks and the indices of
streaming players go.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from struct import Struct

from lenscap.binary.boxes import Atom, box, boxes, title
from lenscap.binary.reader import Reader
from lenscap.errors import MalformedError, UnsupportedError
from lenscap.formats import bounded, check_numbers
from lenscap.formats.mp4_notes import Notes, tell
from lenscap.formats.mp4_samples import GROUPS, Place, Span, big_endian

_BASE, _DESCRIPTION, _DURATION, _SIZE, _FLAGS, _EMPTY, _FROM_HERE = 1, 2, 8, 16, 32, 0x10000, 0x20000
_OFFSET, _FIRST, _DURATIONS, _SIZES, _FLAGGED, _SHIFTED = 1, 4, 0x100, 0x200, 0x400, 0x800
_SIGNED = Struct(">i")
_MOST = 1 << 31


@dataclass(frozen=True, slots=True)
class Run:
    """Samples in a row: the body of its box without the offset, and where they lie."""

    version: int
    flags: int
    count: int
    rest: bytes
    span: Span


@dataclass(frozen=True, slots=True)
class Part:
    """What a fragment has of one track."""

    track: int
    head: bytes
    runs: tuple[Run, ...]
    groups: bytes


@dataclass(frozen=True, slots=True)
class Fragment:
    """A box ``moof``: its number, and its parts."""

    atom: Atom
    number: bytes
    parts: tuple[Part, ...]

    def of(self, numbers: set[int]) -> tuple[Part, ...]:
        """The parts of these tracks."""
        return tuple(part for part in self.parts if part.track in numbers)


def defaults(data: bytes, atom: Atom) -> dict[int, bytes]:
    """The body of each ``trex`` box in ``mvex``, by track."""
    bodies = (data[each.body : each.end] for each in bounded(boxes(data, atom.body, atom.end)) if each.kind == b"trex")
    return {int.from_bytes(body[4:8]): bytes(4) + body[4:24] for body in bodies if len(body) >= 24}


def extension(data: bytes, atom: Atom, numbers: set[int], notes: Notes) -> bytes:
    """The box ``mvex``, written anew."""
    fresh = b""
    for each in bounded(boxes(data, atom.body, atom.end)):
        body = data[each.body : each.end]
        if each.kind == b"mehd" and len(body) >= (12 if body[0] else 8):
            fresh = box(b"mehd", body[:1] + bytes(3) + body[4 : 12 if body[0] else 8])
        elif each.kind == b"trex":
            notes.add("Film trex", body[24:])
            check_numbers(body[4:24])
        else:
            tell(data, each, "Film", notes)
    found = defaults(data, atom)
    return box(b"mvex", fresh, *(box(b"trex", found[number]) for number in sorted(found.keys() & numbers)))


def fragment(data: bytes, atom: Atom, known: dict[int, bytes], notes: Notes) -> Fragment:
    """Read a box ``moof``; ``data`` is the box alone, ``atom`` says where in the file it lies."""
    number, parts = bytes(4), []
    end = atom.start
    for each in bounded(boxes(data, atom.body - atom.start, len(data))):
        if each.kind == b"mfhd":
            number = data[each.body + 4 : each.body + 8].rjust(4, b"\0")
            notes.add("Fragment mfhd", data[each.body + 8 : each.end])
        elif each.kind == b"traf":
            part, end = _part(data, each, atom.start, end, known, notes)
            parts.append(part)
        else:
            tell(data, each, "Fragment", notes)
    return Fragment(atom, number, tuple(parts))


def _part(data: bytes, atom: Atom, start: int, end: int, known: dict[int, bytes], notes: Notes) -> tuple[Part, int]:
    """One box ``traf``, and where its last sample ends; ``end`` is where that of the part before it does."""
    inside = bounded(boxes(data, atom.body, atom.end))
    head = next((each for each in inside if each.kind == b"tfhd"), None)
    if head is None:
        raise MalformedError("A fragment does not say what track it is of.")
    reader = Reader(data[head.body : head.end])
    flags, track = reader.u32() & 0xFFFFFF, reader.u32()
    base = reader.u64() if flags & _BASE else start if flags & _FROM_HERE else end
    rest = reader.take(4 * (flags & (_DESCRIPTION | _DURATION | _SIZE | _FLAGS)).bit_count())
    notes.add("Fragment tfhd", reader.take(reader.left))
    usual = known.get(track, bytes(24))[16:20]
    if flags & _SIZE:
        at = 4 * (flags & (_DESCRIPTION | _DURATION)).bit_count()
        usual = rest[at : at + 4]
    flags &= _DESCRIPTION | _DURATION | _SIZE | _FLAGS | _EMPTY
    fresh = box(b"tfhd", (flags | _FROM_HERE).to_bytes(4), track.to_bytes(4), rest)
    runs: list[Run] = []
    groups, end, timed = b"", base, False
    for each in inside:
        body = data[each.body : each.end]
        if each.kind == b"trun":
            runs.append(_run(body, base, end, int.from_bytes(usual), notes))
            end = runs[-1].span[1]
        elif each.kind == b"tfdt" and not timed and len(body) >= (length := 12 if body[:1] == b"\1" else 8):
            fresh, timed = fresh + box(b"tfdt", body[:1] + bytes(3) + body[4:length]), True
            notes.add("Fragment tfdt", body[length:])
        elif each.kind in GROUPS and (group := GROUPS[each.kind](body, _MOST)):
            groups += box(each.kind, group)
            notes.compare(f"Fragment {title(each.kind)}", body, group)
        elif each.kind == b"senc":
            raise UnsupportedError("It is locked (encrypted), so that what is in it cannot be known.")
        elif each is not head:
            tell(data, each, "Fragment", notes)
    return Part(track, fresh, tuple(runs), groups), end


def _run(body: bytes, base: int, end: int, usual: int, notes: Notes) -> Run:
    reader = Reader(body)
    flags = reader.u32()
    version, flags = min(flags >> 24, 1), flags & 0xFFFFFF
    count = reader.u32()
    start = base + _SIGNED.unpack(reader.take(4))[0] if flags & _OFFSET else end
    first = reader.take(4) if flags & _FIRST else b""
    flags &= _FIRST | _DURATIONS | _SIZES | _FLAGGED | _SHIFTED
    fields = (flags & (_DURATIONS | _SIZES | _FLAGGED | _SHIFTED)).bit_count()
    if count > _MOST:
        raise MalformedError(f"It claims {count:,} samples, which no film has.")
    table = reader.take(4 * fields * count)
    notes.add("Fragment trun", reader.take(reader.left))
    length = count * usual
    if flags & _SIZES:
        at = 4 * bool(flags & _DURATIONS)
        length = sum(_column(table, at, 4 * fields))
    return Run(version, flags, count, first + table, (start, start + length))


def _column(table: bytes, at: int, step: int) -> Iterator[int]:
    return iter(big_endian(array("I", table))[at // 4 :: step // 4])


def fragment_box(found: Fragment, numbers: set[int], start: int, place: Place) -> bytes:
    """The box ``moof``, written anew to lie at ``start``."""
    parts = []
    for part in found.of(numbers):
        runs = [_run_box(run, start, place) for run in part.runs]
        parts.append(box(b"traf", part.head, *runs, part.groups))
    return box(b"moof", box(b"mfhd", bytes(4), found.number), *parts)


def _run_box(run: Run, start: int, place: Place) -> bytes:
    offset = place(run.span[0]) - start if run.span[1] > run.span[0] else 0
    if not -_MOST <= offset < _MOST:
        raise UnsupportedError("A fragment lies too far from its samples.")
    head = run.version << 24 | run.flags | _OFFSET
    return box(b"trun", head.to_bytes(4), run.count.to_bytes(4), _SIGNED.pack(offset), run.rest)
