"""The box ``moov`` as a whole: which tracks stay, and what is told of the others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lenscap.binary.boxes import Atom, Sliced, box, boxes
from lenscap.errors import LenscapError, MalformedError, UnsupportedError
from lenscap.formats import bounded
from lenscap.formats.mp4_codecs import PICTURE, Rule
from lenscap.formats.mp4_entries import Entry
from lenscap.formats.mp4_fragments import defaults, extension
from lenscap.formats.mp4_headers import movie_header, second_of
from lenscap.formats.mp4_notes import Notes, tell
from lenscap.formats.mp4_samples import Place, Span, samples
from lenscap.formats.mp4_tracks import (
    MOST_TRACKS,
    Track,
    kept,
    outline,
    rows_of,
    seen_and_heard,
    tell_rest,
    track_box,
    unplayed,
)
from lenscap.model import PICTURE as IN_THE_PICTURE

_LONGEST_TOLD = 4 << 20
_STILL = frozenset((b"pict", b"auxv"))
"""What handles a series of pictures, and what belongs to them, such as how transparent they are."""
_HARDLY_ANY = 0.2
"""Seconds; codecs need some samples before the first one that is played."""
_PROFILES = 20
"""The length of an ``iods`` box that holds nothing but the profiles that a player must know."""


@dataclass(frozen=True, slots=True)
class Gone:
    """A track that goes: its number, what is told of it, and where its samples lie."""

    number: int
    where: str
    told: bytes
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Movie:
    """An index: the tracks that stay, those that go, and what fragments need to know."""

    atom: Atom
    head: bytes
    tracks: tuple[Track, ...]
    gone: tuple[Gone, ...]
    defaults: dict[int, bytes]
    extension: bytes

    @property
    def numbers(self) -> set[int]:
        """The numbers of the tracks that stay."""
        return {track.number for track in self.tracks}

    @property
    def spans(self) -> list[Span]:
        """Where the samples that stay lie, as far as they are in no fragment."""
        return [span for track in self.tracks if track.found for span in track.found.spans]


def movie(
    data: bytes,
    atom: Atom,
    notes: Notes,
    choose: Callable[[bytes, list[Track]], set[int]] = seen_and_heard,
    rules: dict[bytes, Rule] = PICTURE,
) -> Movie:
    """Read a box ``moov``; ``data`` is the box alone, ``atom`` says where in the file it lies.

    ``choose`` names the tracks that stay, ``rules`` say what is written of the description of a picture.
    """
    inside = bounded(boxes(data, atom.body - atom.start, len(data)))
    header = next((each for each in inside if each.kind == b"mvhd"), None)
    _check_supported(inside)
    if header is None:
        raise MalformedError("Its index has no header, so that nothing in it can be played.")
    found = [each for each in inside if each.kind == b"trak"]
    if len(found) > MOST_TRACKS:
        raise MalformedError(f"It has more than {MOST_TRACKS:,} tracks, which no film has.")
    outlines = [outline(data, each, number, notes) for number, each in enumerate(found, start=1)]
    if len({track.number for track in outlines}) < len(outlines):
        raise MalformedError("Two of its tracks have the same number.")
    _tell_heads(data, header, outlines, notes)
    tracks = _kept_tracks(data, outlines, sorted(choose(data, outlines)), rules, notes)
    _tell_unplayed(data, header, tracks, notes)
    numbers = {track.number for track in tracks}
    gone = tuple(_gone(data, track) for track in outlines if track.number not in numbers)
    more = next((each for each in inside if each.kind == b"mvex"), None)
    used = [header, more, *found]
    for each in inside:
        is_usual = each.kind == b"iods" and each.end - each.body <= _PROFILES
        if each not in used and not is_usual:
            tell(data, each, "Film", notes)
    extended = extension(data, more, numbers, notes) if more else b""
    return Movie(
        atom, movie_header(data, header, notes), tracks, gone, defaults(data, more) if more else {}, extended
    )  # fmt: skip


def _check_supported(inside: list[Atom]) -> None:
    kinds = {each.kind for each in inside}
    if b"cmov" in kinds:
        raise UnsupportedError("Its index is compressed, as in old QuickTime films. Export it anew first.")
    if b"rmra" in kinds:
        raise UnsupportedError("Its picture or sound lies in another file, whose path it names.")
    if b"pssh" in kinds:
        raise UnsupportedError("It is locked (encrypted), so that what is in it cannot be known.")


def _tell_heads(data: bytes, header: Atom, tracks: list[Track], notes: Notes) -> None:
    """Tell the times and languages in headers, and the names of handlers."""
    heads = [header, *(track.inside[kind] for track in tracks for kind in (b"tkhd", b"mdhd"))]
    notes.tell("quicktime", "Film headers", b"".join(data[each.start : each.end] for each in heads))
    for track in tracks:
        handlers = [track.inside[kind] for kind in (b"hdlr", b"minf/hdlr") if kind in track.inside]
        notes.tell("quicktime", f"{track.where} handler", b"".join(data[each.start : each.end] for each in handlers))


def _kept_tracks(
    data: bytes, outlines: list[Track], chosen: list[int], rules: dict[bytes, Rule], notes: Notes
) -> tuple[Track, ...]:
    """The tracks that are seen or heard; the first picture and the first sound must be of a known kind."""
    first = {next((place for place in chosen if outlines[place].handler == kind), -1) for kind in (b"vide", b"soun")}
    first.update(place for place in chosen if outlines[place].handler in _STILL)
    tracks = []
    for place in chosen:
        own = Notes()
        try:
            tracks.append(kept(data, outlines[place], own, rules))
        except UnsupportedError:
            if place in first:
                raise
            continue
        tell_rest(data, outlines[place], own)
        for payload in own.payloads:
            notes.tell(payload.vocabulary, payload.where, bytes(payload.data))
    return tuple(tracks)


def _tell_unplayed(data: bytes, film: Atom, tracks: tuple[Track, ...], notes: Notes) -> None:
    """Tell of what was cut off and is still there: the samples stay as they are, for others may be made from them."""
    second = second_of(data, film)
    longest = max((unplayed(data, track, second) for track in tracks), default=0.0)
    if longest > _HARDLY_ANY:
        notes.tell("trimming", IN_THE_PICTURE, f"seconds {longest:.1f}".encode())


def _gone(data: bytes, track: Track) -> Gone:
    """What is to be told of a track that goes."""
    told = [track.inside[kind] for kind in (b"hdlr", b"stsd", b"udta", b"meta", b"uuid") if kind in track.inside]
    return Gone(
        track.number, track.where, b"".join(data[each.start : each.end] for each in told), _spans(data, track)
    )  # fmt: skip


def _spans(data: bytes, track: Track) -> tuple[Span, ...]:
    """Where the samples of a track lie that goes, as far as its tables are sound."""
    try:
        return samples(data, rows_of(data, track), (Entry(b"", b""),) * 1024, track.where, Notes()).spans
    except LenscapError:
        return ()


def tell_gone(data: Sliced, found: Movie, track: Gone, spans: list[Span], notes: Notes) -> None:
    """Tell of a track that goes with its samples, as a ``trak`` box that has them in a box ``smpl``."""
    left, parts = min(_LONGEST_TOLD, notes.left), []
    for start, end in spans:
        if left <= 0:
            break
        parts.append(bytes(data[start : min(end, start + left)]))
        left -= len(parts[-1])
    notes.tell("quicktime", track.where, box(b"trak", track.told, box(b"smpl", *parts)))


def movie_box(found: Movie, place: Place, wide: bool) -> bytes:
    """The box ``moov``, written anew."""
    tracks = [track_box(track, found.numbers, place, wide) for track in found.tracks]
    return box(b"moov", found.head, *tracks, found.extension)
