"""Series of pictures in HEIF (ISO/IEC 23008-12, section 7) and AVIF: a ``moov`` box, mostly beside ``meta``.

It is the index of a film and is written anew as such. Its samples are coded pictures like those of items, and often
the same bytes: of them, too, only those units stay that a decoder needs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from lenscap.binary.boxes import Atom
from lenscap.errors import MalformedError, UnsupportedError
from lenscap.formats import heif_streams
from lenscap.formats.heif_frames import check_count, check_length, divided, moved, samples_by_chunk
from lenscap.formats.heif_list import Span
from lenscap.formats.heif_properties import ALPHA, PROFILES, auxiliary_type
from lenscap.formats.mp4_codecs import PICTURE, Rule
from lenscap.formats.mp4_entries import Entry
from lenscap.formats.mp4_movie import Movie, movie, movie_box, tell_gone
from lenscap.formats.mp4_notes import Notes
from lenscap.formats.mp4_runs import are_apart, merged
from lenscap.formats.mp4_tracks import Track, references, seen_and_heard
from lenscap.model import Size

_LONGEST_INDEX = 32 << 20
_SHOWN = (b"pict", b"vide")
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
    check_count(found)
    chunks, codecs = dict[int, list[list[Span]]](), dict[Span, Entry | None]()
    for track in found.tracks:
        chunks[track.number] = []
        for samples, entry in samples_by_chunk(track):
            chunks[track.number].append(samples)
            codecs.update(dict.fromkeys(samples, entry))
    needed, surplus = divided(data, codecs, deep)
    gone = [(min(start, len(data)), min(end, len(data))) for track in found.gone for start, end in track.spans]
    check_length(data, gone)
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
        replace(track, found=moved(track, old.chunks[track.number], old.needed, places)) for track in found.tracks
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
