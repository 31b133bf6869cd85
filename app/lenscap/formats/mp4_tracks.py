"""The index of a film (ISO/IEC 14496-12, sections 8.2 to 8.7; QuickTime File Format, "Movie atoms"), written anew.

Kept are the tracks that are seen or heard: the picture, other pictures that are switched on, and sounds. Times are
zero, languages undetermined, names empty; the rest of what a player obeys is what it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from struct import Struct

from lenscap.binary.boxes import Atom, box, boxes, title
from lenscap.errors import MalformedError, UnsupportedError
from lenscap.formats import bounded, mp4_edits
from lenscap.formats.mp4_codecs import PICTURE, Rule, full
from lenscap.formats.mp4_entries import Entry, descriptions, table
from lenscap.formats.mp4_headers import MEDIA, TRACK, header, timeless
from lenscap.formats.mp4_notes import Notes, tell
from lenscap.formats.mp4_samples import Place, Samples, samples, written
from lenscap.model import Size

MOST_TRACKS = 1000
_STILL = frozenset((b"jpeg", b"png ", b"tiff", b"gif ", b"MJPG"))
_SEEN = (b"vide", b"soun")
_SWITCHED_ON = 1
_UNDETERMINED = 0x55C4
_REFERENCES = frozenset((b"fall", b"folw", b"auxl", b"prem"))
_TRACK_FLAGS = 15


@dataclass(frozen=True, slots=True)
class Track:
    """One track: its number, what handles it, and whether it is kept."""

    number: int
    handler: bytes
    is_on: bool
    group: int
    atom: Atom
    where: str
    inside: dict[bytes, Atom]
    """Its boxes, also those further inside, the first of each kind."""
    size: Size
    entries: tuple[Entry, ...] = ()
    found: Samples | None = None
    fresh: bytes = b""
    media: bytes = b""
    information: bytes = b""
    references: tuple[tuple[bytes, tuple[int, ...]], ...] = ()
    version: int = 0


def outline(data: bytes, atom: Atom, number: int, notes: Notes) -> Track:
    """What kind of track this is, and where its boxes are."""
    inside = _inside(data, atom)
    missing = next((name for name in (b"tkhd", b"mdhd", b"hdlr", b"stsd") if name not in inside), None)
    if missing:
        raise MalformedError(f"One of its tracks has no “{title(missing)}” box.")
    where = f"Track {number}"
    _, flags, values = header(data, inside[b"tkhd"], TRACK, where, notes)
    handler = data[inside[b"hdlr"].body + 8 : inside[b"hdlr"].body + 12]
    width, height = values[8] / 65536, values[9] / 65536
    a, b, _, c, d, *_ = Struct(">iiiiiiiii").unpack(values[7])
    if abs(b) + abs(c) > abs(a) + abs(d):
        width, height = height, width
    size = Size(round(width), round(height))
    return Track(values[2], handler, bool(flags & _SWITCHED_ON), values[5], atom, where, inside, size)


_HOLDERS = frozenset((b"mdia", b"minf", b"stbl", b"edts", b"dinf"))


def _inside(data: bytes, atom: Atom, found: dict[bytes, Atom] | None = None, depth: int = 0) -> dict[bytes, Atom]:
    """The boxes of a track by kind. A data handler, which QuickTime calls ``hdlr`` too, is that of ``minf``."""
    found = {} if found is None else found
    for each in bounded(boxes(data, atom.body, _end(data, atom))):
        kind = b"minf/hdlr" if (atom.kind, each.kind) == (b"minf", b"hdlr") else each.kind
        if kind in found and kind in _USED:
            raise MalformedError(f"One of its tracks has two “{title(each.kind)}” boxes.")
        found.setdefault(kind, each)
        if each.kind in _HOLDERS and depth < 4:
            _inside(data, each, found, depth + 1)
    return found


def _end(data: bytes, atom: Atom) -> int:
    """Where the boxes in a box end: QuickTime allows for four zeros behind the last one."""
    return atom.end - 4 if data[atom.end - 4 : atom.end] == bytes(4) and _is_ended(data, atom) else atom.end


def _is_ended(data: bytes, atom: Atom) -> bool:
    position = atom.body
    while position <= atom.end - 8 and (length := int.from_bytes(data[position : position + 4])) >= 8:
        position += length
    return position == atom.end - 4


def seen_and_heard(data: bytes, tracks: list[Track]) -> set[int]:
    """The tracks (by their place in the list) that a person sees or hears, if every codec were known."""
    pictures = [place for place, track in enumerate(tracks) if track.handler == b"vide"]
    moving = [place for place in pictures if tracks[place].is_on and _codec(data, tracks[place]) not in _STILL]
    shown = moving or [place for place in pictures if tracks[place].is_on][:1] or pictures[:1]
    sounds = [place for place, track in enumerate(tracks) if track.handler == b"soun"]
    heard = [place for place in sounds if tracks[place].is_on] or sounds[:1]
    groups = {tracks[place].group for place in heard} - {0}
    heard += [place for place in sounds if place not in heard and tracks[place].group in groups]
    return {*shown, *heard}


def _codec(data: bytes, track: Track) -> bytes:
    start = track.inside[b"stsd"].body + 12
    return data[start : start + 4]


def kept(data: bytes, track: Track, notes: Notes, rules: dict[bytes, Rule] = PICTURE) -> Track:
    """A track with all that is written of it."""
    where, inside = track.where, track.inside
    entries = descriptions(data, inside[b"stsd"], track.handler, where, notes, rules)
    if b"dref" in inside:
        _check_at_home(data, inside[b"dref"], where, notes)
    found = samples(data, rows_of(data, track), entries, where, notes)
    size = track.size if all(track.size) else entries[0].size
    version = data[inside[b"stsd"].body]
    return Track(
        track.number, track.handler, track.is_on, track.group, track.atom, where, inside, size, entries, found,
        _head(data, track, notes), _media(data, track, notes), _information(data, track, notes),
        references(data, track), min(version, 1),
    )  # fmt: skip


def unplayed(data: bytes, track: Track, second: int) -> float:
    """How many seconds of a track are in the file and never played; ``second`` is one in the units of the film."""
    edits = track.inside.get(b"elst")
    _, _, values = header(data, track.inside[b"mdhd"], MEDIA, track.where, Notes())
    return mp4_edits.unplayed(data[edits.body : edits.end], second, values[2], values[3]) if edits else 0.0


def rows_of(data: bytes, track: Track) -> list[Atom]:
    """The tables of a track."""
    if b"stbl" not in track.inside:
        raise MalformedError("One of its tracks has no tables.")
    return bounded(boxes(data, track.inside[b"stbl"].body, _end(data, track.inside[b"stbl"])))


def _head(data: bytes, track: Track, notes: Notes) -> bytes:
    """The boxes ``tkhd``, ``tapt`` and ``edts``."""
    version, flags, values = header(data, track.inside[b"tkhd"], TRACK, track.where, Notes())
    fresh = timeless(b"tkhd", version, flags & _TRACK_FLAGS, values, TRACK)
    if aperture := track.inside.get(b"tapt"):
        sizes = {each.kind: data[each.body : each.end] for each in boxes(data, aperture.body, aperture.end)}
        rule = full(8)
        fresh += box(b"tapt", *(box(k, rule(v) or b"") for k, v in sizes.items() if k in _APERTURES and rule(v)))
    if edits := track.inside.get(b"elst"):
        fresh += box(b"edts", box(b"elst", mp4_edits.written(data[edits.body : edits.end], track.where, notes)))
    return fresh


_APERTURES = frozenset((b"clef", b"prof", b"enof"))


def _media(data: bytes, track: Track, notes: Notes) -> bytes:
    """The boxes ``mdhd`` and ``hdlr``."""
    version, _, values = header(data, track.inside[b"mdhd"], MEDIA, track.where, notes)
    values[4] = _UNDETERMINED
    return timeless(b"mdhd", version, 0, values, MEDIA) + _handler(data, track.inside[b"hdlr"])


def _handler(data: bytes, atom: Atom) -> bytes:
    """A box ``hdlr`` without vendor and name: nothing, which is an empty text in QuickTime as elsewhere."""
    kind = data[atom.body + 4 : atom.body + 8]
    component = kind if kind in (b"mhlr", b"dhlr") else bytes(4)
    return box(b"hdlr", bytes(4), component, data[atom.body + 8 : atom.body + 12], bytes(13))


def _information(data: bytes, track: Track, notes: Notes) -> bytes:
    """What stands in ``minf`` before the tables: a header for the kind of track, and that its data is in this file."""
    lengths = {b"vmhd": 8, b"smhd": 4}
    fresh = b""
    for kind, length in lengths.items():
        if atom := track.inside.get(kind):
            body = data[atom.body : atom.end]
            values = body[4 : 4 + length] if kind == b"vmhd" else body[4:6] + bytes(2)
            notes.compare(f"{track.where} {title(kind)}", body, body[:4] + values)
            fresh += box(kind, bytes(3) + bytes([kind == b"vmhd"]), values)
    if b"minf/hdlr" in track.inside:
        fresh += box(b"hdlr", bytes(4), b"dhlr", b"url ", bytes(13))
    return fresh + box(b"dinf", box(b"dref", bytes(7) + b"\1", box(b"url ", b"\0\0\0\1")))


def _check_at_home(data: bytes, atom: Atom, where: str, notes: Notes) -> None:
    """Raise ``UnsupportedError`` if samples lie in another file, whose path is named."""
    for each in bounded(boxes(data, atom.body + 8, atom.end)):
        body = data[each.body : each.end]
        if body[3:4] != b"\1" and len(body) > 4:
            raise UnsupportedError("Its picture or sound lies in another file, whose path it names.")
        notes.add(f"{where} dref", body[4:])


def references(
    data: bytes, track: Track, kinds: frozenset[bytes] = _REFERENCES
) -> tuple[tuple[bytes, tuple[int, ...]], ...]:
    """What a track is to others, by their numbers, as far as it is of these kinds."""
    atom = track.inside.get(b"tref")
    if atom is None:
        return ()
    found = []
    for each in bounded(boxes(data, atom.body, atom.end)):
        if each.kind in kinds:
            body = data[each.body : each.end]
            found.append((each.kind, tuple(int.from_bytes(body[at : at + 4]) for at in range(0, len(body) - 3, 4))))
    return tuple(found)


def track_box(track: Track, others: set[int], place: Place, wide: bool) -> bytes:
    """A kept track, written anew; ``others`` are the numbers of the tracks in the copy."""
    if track.found is None:
        return b""
    pairs = ((kind, [number for number in numbers if number in others]) for kind, numbers in track.references)
    named = [box(kind, b"".join(number.to_bytes(4) for number in numbers)) for kind, numbers in pairs if numbers]
    references = box(b"tref", *named) if named else b""
    tables = box(b"stbl", table(track.entries, track.version), written(track.found, place, wide))
    return box(b"trak", track.fresh, references, box(b"mdia", track.media, box(b"minf", track.information, tables)))


def tell_rest(data: bytes, track: Track, notes: Notes) -> None:
    """Note the boxes of a track that nobody needs to see or hear it."""
    pending = [track.atom]
    while pending:
        holder = pending.pop()
        for each in bounded(boxes(data, holder.body, _end(data, holder))):
            kind = b"minf/hdlr" if (holder.kind, each.kind) == (b"minf", b"hdlr") else each.kind
            if track.inside.get(kind) == each and each.kind in _HOLDERS:
                pending += [each] * (each.kind != b"stbl")
            elif track.inside.get(kind) != each or kind not in _USED:
                tell(data, each, track.where, notes)


_USED = frozenset(
    (
        b"tkhd",
        b"tapt",
        b"elst",
        b"tref",
        b"mdhd",
        b"hdlr",
        b"vmhd",
        b"smhd",
        b"minf/hdlr",
        b"dref",
        b"stbl",
        b"stsd",
        b"mdia",
        b"minf",
    )
)
