"""Series of pictures in HEIF (ISO/IEC 23008-12, 7) and AVIF (3): a ``moov`` box, mostly beside ``meta``.

It is the index of a film and is written anew as such. Its samples are coded pictures like those of items, and often
the same bytes: of them, too, only those units stay that a decoder needs.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lenscap.binary.boxes import Atom, boxes, title
from lenscap.errors import MalformedError, UnsupportedError
from lenscap.formats import MOST_PARTS, heif_streams
from lenscap.formats.heif_list import Span
from lenscap.formats.heif_properties import ALPHA, PROFILES, auxiliary_type
from lenscap.formats.mp4_codecs import PICTURE, Rule
from lenscap.formats.mp4_entries import PICTURE_HEAD, Entry
from lenscap.formats.mp4_movie import Movie, movie, movie_box, tell_gone
from lenscap.formats.mp4_notes import Notes
from lenscap.formats.mp4_runs import are_apart, merged
from lenscap.formats.mp4_samples import Samples
from lenscap.formats.mp4_tracks import Track, references, seen_and_heard
from lenscap.model import Size

_LONGEST_INDEX = 32 << 20
_HEVC = frozenset((b"hvc1", b"hev1"))
_CODECS = _HEVC | {b"av01"}
_SHOWN = (b"pict", b"vide")
_MOST_TIMES = 2
"""How often the bytes of a file may be samples: those of no file lie over each other."""
_AUXILIARY, _THUMBNAIL = frozenset((b"auxl",)), frozenset((b"thmb",))
_NO_RULES = frozenset((b"hvcE", b"lhvC"))
"""Set-ups of layers whose units do not stay."""


@dataclass(frozen=True, slots=True)
class Series:
    """The index, and the samples of each of its tracks by chunks, with the parts of each sample that stay."""

    movie: Movie
    notes: Notes
    chunks: dict[int, list[list[Span]]]
    needed: dict[Span, list[Span]]
    surplus: list[Span]
    gone: list[Span]
    profiles: tuple[bytes, ...]

    @property
    def icc(self) -> bytes | None:
        """The colour profile of its pictures."""
        return next(iter(self.profiles), None)

    @property
    def pictures(self) -> list[Track]:
        """The tracks that are shown."""
        return [track for track in self.movie.tracks if track.handler in _SHOWN]

    @property
    def frames(self) -> int:
        """How many pictures they show."""
        return sum(track.found.total for track in self.pictures if track.found)

    @property
    def size(self) -> Size:
        """How large they are."""
        size = self.pictures[0].size
        if not all(size):
            raise MalformedError("It does not say how large its picture is.")
        return size

    @property
    def pixels(self) -> set[Span]:
        """Where the parts of samples are that stay."""
        return {part for parts in self.needed.values() for part in parts}

    @property
    def samples(self) -> list[Span]:
        """Where samples are, also those of tracks that go."""
        return [*self.needed, *self.gone]


def series(data: memoryview, atom: Atom, deep: bool) -> Series:
    """Read the box ``moov`` of a file; raise a ``LenscapError`` if its pictures cannot be taken over as they are."""
    notes, profiles = Notes(), list[bytes]()
    found = _movie(data, atom, notes, _rules(profiles, None, deep))
    _check_count(found)
    chunks, codecs = dict[int, list[list[Span]]](), dict[Span, Entry | None]()
    for track in found.tracks:
        chunks[track.number] = []
        for samples, entry in _chunks(track):
            chunks[track.number].append(samples)
            codecs.update(dict.fromkeys(samples, entry))
    needed, surplus = _divided(data, codecs, deep)
    gone = [(min(start, len(data)), min(end, len(data))) for track in found.gone for start, end in track.spans]
    _check_length(data, gone)
    for other in found.gone:
        tell_gone(data, found, other, list(other.spans), notes)
    result = Series(found, notes, chunks, needed, surplus, merged(gone), tuple(dict.fromkeys(profiles)))
    if deep and not are_apart(merged(result.pixels), result.gone):
        raise UnsupportedError("A track that must go shares bytes with its pictures.")
    if not result.frames:
        raise MalformedError("It has no picture.")
    return result


def series_box(data: memoryview, old: Series, places: dict[Span, int], start: int, icc: bytes | None) -> bytes:
    """The box ``moov``, written anew: ``places`` are those of the parts of samples, counted from ``start``.

    ``icc`` takes the place of its colour profile, as ``Fresh`` says.
    """
    found = old.movie
    if icc is not None and old.profiles:
        found = _movie(data, found.atom, Notes(), _rules([], icc, False))
    tracks = tuple(
        replace(track, found=_moved(track, old.chunks[track.number], old.needed, places)) for track in found.tracks
    )
    return movie_box(replace(found, tracks=tracks), lambda offset: start + offset, wide=False)


def _movie(data: memoryview, atom: Atom, notes: Notes, rules: dict[bytes, Rule]) -> Movie:
    if atom.end - atom.start > _LONGEST_INDEX:
        raise MalformedError("Its “moov” box is longer than that of any series of pictures.")
    return movie(bytes(data[atom.start : atom.end]), atom, notes, _chosen, rules)


def _chosen(data: bytes, tracks: list[Track]) -> set[int]:
    """The tracks that are seen and heard, and those that say how transparent a seen one is."""
    as_films = [replace(track, handler=_as_in_films(data, track)) for track in tracks]
    chosen = seen_and_heard(data, as_films)
    if not any(as_films[place].handler == b"vide" for place in chosen):
        raise UnsupportedError("It has an index like a film, but no series of pictures in it.")
    numbers = {tracks[place].number for place in chosen}
    for place, track in enumerate(tracks):
        if track.handler == b"auxv" and _is_alpha(data, track) and numbers & _targets(data, track, _AUXILIARY):
            chosen.add(place)
    return chosen


def _as_in_films(data: bytes, track: Track) -> bytes:
    """What would handle a track in a film; nothing if it is of small copies, which nobody is shown."""
    if track.handler not in _SHOWN:
        return track.handler
    return b"" if _targets(data, track, _THUMBNAIL) else b"vide"


def _targets(data: bytes, track: Track, kinds: frozenset[bytes]) -> set[int]:
    return {number for _, numbers in references(data, track, kinds) for number in numbers}


def _is_alpha(data: bytes, track: Track) -> bool:
    """Whether an auxiliary track says that it is alpha; what does not say what it is, viewers take for that."""
    body = data[track.inside[b"stsd"].body : track.inside[b"stsd"].end]
    at = body.find(b"auxi")
    return at < 0 or auxiliary_type(body[at + 4 :]) in ALPHA


def _rules(profiles: list[bytes], icc: bytes | None, deep: bool) -> dict[bytes, Rule]:
    """What is written of the descriptions of samples; their colour profiles are added to ``profiles``."""

    def colour(body: bytes) -> bytes | None:
        if body[:4] not in PROFILES:
            return PICTURE[b"colr"](body)
        profiles.append(body[4:])
        if icc is None:
            return body
        return body[:4] + icc if icc else None

    own: dict[bytes, Rule] = {
        b"colr": colour,
        b"hvcC": lambda body: heif_streams.hevc_configuration(body, deep).body,
        b"av1C": lambda body: heif_streams.av1_configuration(body, deep).body,
        b"ccst": lambda body: bytes(4) + bytes([body[4] & 0xFC]) + bytes(3) if len(body) >= 8 else None,
        b"auxi": lambda body: bytes(4) + kind + b"\0" if (kind := auxiliary_type(body)) in ALPHA else None,
        b"irot": lambda body: bytes([body[0] & 3]) if body else None,
        b"imir": lambda body: bytes([body[0] & 1]) if body else None,
    }
    return {kind: rule for kind, rule in PICTURE.items() if kind not in _NO_RULES} | own


def _check_count(found: Movie) -> None:
    """Raise ``MalformedError`` if there are more samples than any series has: a table may claim many in few bytes."""
    tables = [track.found for track in found.tracks if track.found and track.handler != b"soun"]
    chunks = [len(track.found.chunks) for track in found.tracks if track.found]
    if sum(table.total for table in tables) + sum(chunks) > MOST_PARTS:
        raise MalformedError("It holds more pictures than any series does.")


def _chunks(track: Track) -> Iterator[tuple[list[Span], Entry | None]]:
    """The samples of each chunk, and how they are coded; the whole chunk, not looked into, if it is of sound."""
    assert track.found
    found = track.found
    if track.handler == b"soun":
        yield from (([span], None) for span in found.spans)
        return
    ends = [*(row[0] for row in found.rows[1:]), len(found.chunks) + 1][: len(found.rows)]
    number = 0
    for (first, many, description), end in zip(found.rows, ends, strict=True):
        for start in found.chunks[first - 1 : end - 1]:
            yield _spans(found, start, number, many), track.entries[description - 1]
            number += many


def _spans(found: Samples, start: int, number: int, many: int) -> list[Span]:
    """The samples of one chunk, one behind the other."""
    spans = []
    for at in range(number, number + many):
        spans.append((start, start + (found.size or found.sizes[at])))
        start = spans[-1][1]
    return spans


def _divided(
    data: memoryview, codecs: dict[Span, Entry | None], deep: bool
) -> tuple[dict[Span, list[Span]], list[Span]]:
    """The parts of each sample that stay, and those that go."""
    _check_length(data, codecs)
    needed, surplus, many = dict[Span, list[Span]](), list[Span](), 0
    for (start, end), entry in codecs.items():
        if end > len(data):
            raise MalformedError("Its index points to bytes that it does not have.")
        needed[start, end] = [(start, end)] if end > start else []
        if entry:
            units = _units(data[start:end], entry, deep)
            needed[start, end] = [(start + unit.start, start + unit.end) for unit in units if unit.needed]
            surplus += [(start + unit.start, start + unit.end) for unit in units if not unit.needed]
            many += len(units)
        if many > MOST_PARTS:
            raise MalformedError("Its pictures are made of more parts than any are.")
    return needed, surplus


def _check_length(data: memoryview, samples: Iterable[Span]) -> None:
    """Raise ``MalformedError`` if a file claims to have more bytes of samples than it can have."""
    if sum(end - start for start, end in samples) > _MOST_TIMES * len(data):
        raise MalformedError("Its samples lie over each other, which those of no series do.")


def _units(body: memoryview, entry: Entry, deep: bool) -> list[heif_streams.Unit]:
    if entry.codec not in _CODECS:
        raise UnsupportedError(f"Its pictures are coded as “{title(entry.codec)}”, which Lenscap cannot clean yet.")
    if entry.codec in _HEVC:
        width = _width(entry)
        units = heif_streams.hevc(body, width, is_still=False)
        if deep:
            heif_streams.check_hevc(body, units, width)
        return units
    units = heif_streams.av1(body, is_still=False)
    if deep:
        heif_streams.check_av1(body, units)
    return units


def _width(entry: Entry) -> int:
    """How many bytes the length of a NAL unit takes."""
    found = boxes(entry.fresh, 8 + PICTURE_HEAD.size, len(entry.fresh))
    start = next((atom.body for atom in found if atom.kind == b"hvcC"), None)
    if start is None:
        raise MalformedError("It does not say how its pictures are to be decoded.")
    return (entry.fresh[start + 21] & 3) + 1


def _moved(track: Track, chunks: list[list[Span]], needed: dict[Span, list[Span]], places: dict[Span, int]) -> Samples:
    """The tables of a track whose samples lie elsewhere; those of pictures may have become shorter."""
    assert track.found
    spans = []
    for chunk in chunks:
        parts = [part for sample in chunk for part in needed[sample]]
        begin = end = places[parts[0]] if parts else 0
        for part in parts:
            if places[part] != end:
                raise MalformedError("Its samples lie over each other, which those of no series do.")
            end += part[1] - part[0]
        spans.append((begin, end))
    if track.handler == b"soun":
        return track.found._replace(spans=tuple(spans))
    samples = (sample for chunk in chunks for sample in chunk)
    sizes = array("I", (sum(stop - start for start, stop in needed[sample]) for sample in samples))
    return track.found._replace(size=0, sizes=sizes, spans=tuple(spans))
