"""MP4, MOV, M4V, 3GP: ISO/IEC 14496-12 (ISO base media file format), and QuickTime, which it comes from.

A film is samples in ``mdat`` and an index in ``moov`` (and ``moof``, in fragments) that says where they lie. The index
is written anew with what a player needs; of the samples those of tracks stay that are seen or heard. All else goes.

What is inside a compressed sample stays as it is, so what an encoder or a camera writes into its stream (user data in
H.264, HEVC and MPEG-4, fill elements of AAC) is not reached.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lenscap.binary.boxes import Atom, Sliced, box, boxes, title
from lenscap.binary.ondisk import Piece, pieces
from lenscap.errors import MalformedError, UnsupportedError
from lenscap.formats import MOST_PARTS, mp4_stills
from lenscap.formats.mp4_brands import STILL, brands, fresh_brands
from lenscap.formats.mp4_fragments import Fragment, fragment, fragment_box
from lenscap.formats.mp4_movie import Movie, movie, movie_box, tell_gone
from lenscap.formats.mp4_notes import XMP, Notes, tell
from lenscap.formats.mp4_runs import are_apart, between, by_box, gaps, merged, moved
from lenscap.formats.mp4_samples import Place, Span
from lenscap.model import Block, Fresh, Layout, Role, Size

NAME = "MP4"
SUFFIXES = (".mp4", ".mov", ".m4v", ".3gp", ".3g2", ".qt")
TYPES = ("video/mp4", "video/quicktime", "video/x-m4v", "video/3gpp", "video/3gpp2")
SEEN = COVERED = False
SLICED = True

_FIRST = frozenset((b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"))
"""What a QuickTime file may begin with."""
_WHOLE = frozenset((b"moov", b"moof", b"mdat", b"ftyp"))
_LONGEST_INDEX, _LONGEST_INDICES, _LONGEST_TOLD = 32 << 20, 128 << 20, 4 << 20
_SHORT = (1 << 32) - 1
_C2PA = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")


@dataclass(frozen=True, slots=True)
class _Film:
    """A file, taken apart: its boxes, where they end, its index and fragments, the samples that stay in each box."""

    atoms: list[Atom]
    end: int
    brands: bytes
    movie: Movie
    fragments: dict[int, Fragment]
    runs: list[Span]
    parts: dict[int, list[Span]]
    notes: Notes


def recognises(head: bytes) -> bool:
    """A file of boxes whose brands are none of pictures, or that begins as old QuickTime files do."""
    if head[4:8] == b"ftyp":
        return not STILL & set(brands(head))
    return head[4:8] in _FIRST and (int.from_bytes(head[:4]) >= 8 or head[:4] in (bytes(4), b"\0\0\0\1"))


def read(data: Sliced, deep: bool = False) -> Layout:
    """Divide a film into boxes and runs of samples; ``deep`` also looks for bytes of tracks that go in the others."""
    film = _film(data)
    others = _told_others(data, film)
    if deep and not are_apart(film.runs, others):
        raise UnsupportedError("A track that must go shares bytes with its picture or sound.")
    if deep:
        mp4_stills.check(data, film.movie.tracks, bool(film.fragments))
    blocks = tuple(_blocks(data, film))
    if len(blocks) > MOST_PARTS:
        raise MalformedError(f"It is made of more than {MOST_PARTS:,} parts, which no film is.")
    _tell_boxes(data, film, others)
    return Layout(size=_size(film), blocks=blocks, payloads=tuple(film.notes.payloads))


def write(data: Sliced, layout: Layout, keep: Callable[[Block], bool], fresh: Fresh) -> Iterator[Piece]:
    """Yield the boxes that a player needs, with an index that fits the samples that are kept."""
    if all(map(keep, layout.blocks)) and fresh == Fresh():
        yield from pieces(data, 0, len(data))
        return
    film = _film(data)
    end = b"" if fresh.xmp is None else box(b"uuid", XMP, fresh.xmp)
    rows, starts, length = _arranged(film, wide=False)
    wide = length > _SHORT
    if wide:
        rows, starts, _ = _arranged(film, wide)
    place = moved(film.runs, starts)
    for start, row in rows:
        if isinstance(row, list):
            yield _head(sum(end - start for start, end in row))
            for run in row:
                yield from pieces(data, *run)
        else:
            yield _box(film, row, start, place, wide)
    yield end


_Row = tuple[int, Atom | list[Span]]


def _arranged(film: _Film, wide: bool) -> tuple[list[_Row], list[int], int]:
    """What is written and where: boxes, and runs in one ``mdat``; where each run begins; the whole length."""
    rows: list[_Row] = []
    starts: list[int] = []
    position = 0
    for row in _rows(film):
        rows.append((position, row))
        if isinstance(row, list):
            position += len(_head(sum(end - start for start, end in row)))
            for start, end in row:
                starts.append(position)
                position += end - start
        else:
            position += len(_box(film, row, 0, lambda _: 0, wide))
    return rows, starts, position


def _rows(film: _Film) -> Iterator[Atom | list[Span]]:
    """The boxes that are written, and between them the runs of samples, those of neighbouring boxes together."""
    runs: list[Span] = []
    for atom in film.atoms:
        if atom.kind == b"mdat":
            runs += film.parts[atom.start]
        elif _is_kept(film, atom):
            if runs:
                yield runs
            runs = []
            yield atom
    if runs:
        yield runs


def _is_kept(film: _Film, atom: Atom) -> bool:
    if atom.kind == b"moof":
        return bool(film.fragments[atom.start].of(film.movie.numbers))
    return atom == film.movie.atom or (atom.kind == b"ftyp" and atom is film.atoms[0])


def _box(film: _Film, atom: Atom, start: int, place: Place, wide: bool) -> bytes:
    """A box that a player needs, written anew to lie at ``start``."""
    if atom.kind == b"moof":
        return fragment_box(film.fragments[atom.start], film.movie.numbers, start, place)
    return movie_box(film.movie, place, wide) if atom.kind == b"moov" else box(b"ftyp", film.brands)


def _head(length: int) -> bytes:
    """The header of an ``mdat`` box."""
    if length + 8 <= _SHORT:
        return (length + 8).to_bytes(4) + b"mdat"
    return b"\0\0\0\1mdat" + (length + 16).to_bytes(8)


def _film(data: Sliced) -> _Film:
    atoms, end = _boxes_of(data)
    index = next((atom for atom in atoms if atom.kind == b"moov"), None)
    if index is None:
        raise MalformedError("It has no index, so that nothing in it can be played.")
    if sum(atom.end - atom.start for atom in atoms if atom.kind == b"moof") > _LONGEST_INDICES:
        raise MalformedError("Its fragments say more of its samples than those of any film.")
    notes = Notes()
    found = movie(_loaded(data, index), index, notes)
    whole = {
        atom.start: fragment(_loaded(data, atom), atom, found.defaults, notes) for atom in atoms if atom.kind == b"moof"
    }
    runs = merged([*found.spans, *_fragment_spans(whole, found.numbers)])
    parts = by_box(runs, [atom for atom in atoms if atom.kind == b"mdat"])
    first = atoms[0]
    listed = bytes(data[first.body : min(first.end, first.body + (1 << 12))]) if first.kind == b"ftyp" else b""
    return _Film(atoms, end, fresh_brands(listed) if listed else b"", found, whole, runs, parts, notes)


def _boxes_of(data: Sliced) -> tuple[list[Atom], int]:
    """The boxes of a file and where the last one ends: behind it may be a trailer that is none."""
    atoms: list[Atom] = []
    end = 0
    try:
        for atom in boxes(data, 0, len(data)):
            atoms.append(atom)
            end = atom.end
            if atom.kind == b"pssh":
                raise UnsupportedError("It is locked (encrypted), so that what is in it cannot be known.")
    except MalformedError:
        kinds = {atom.kind for atom in atoms}
        if not kinds >= {b"moov", b"mdat"} or bytes(data[end + 4 : end + 8]) in _WHOLE:
            raise
    return atoms, end


def _loaded(data: Sliced, atom: Atom) -> bytes:
    if atom.end - atom.start > _LONGEST_INDEX:
        raise MalformedError(f"Its “{title(atom.kind)}” box is longer than that of any film.")
    return bytes(data[atom.start : atom.end])


def _fragment_spans(fragments: dict[int, Fragment], numbers: set[int]) -> Iterator[Span]:
    for found in fragments.values():
        for part in found.of(numbers):
            yield from (run.span for run in part.runs)


def _size(film: _Film) -> Size:
    pictures = [track for track in film.movie.tracks if track.handler == b"vide"]
    if not pictures:
        raise UnsupportedError("It has sound only and no picture.")
    if not film.runs:
        raise MalformedError("It has no picture.")
    return next((track for track in pictures if track.is_on), pictures[0]).size


def _blocks(data: Sliced, film: _Film) -> Iterator[Block]:
    wide = len(data) > _SHORT
    for atom in film.atoms:
        runs = film.parts[atom.start] if atom.kind == b"mdat" else []
        if runs:
            yield Block(Role.STRUCTURE, "mdat", atom.start, atom.body)
            for (start, end), is_run in between((atom.body, atom.end), runs):
                role, name = (Role.PIXELS, "samples") if is_run else (Role.METADATA, "mdat (unused)")
                yield Block(role, name, start, end)
            continue
        role = Role.METADATA
        if _is_kept(film, atom) and bytes(data[atom.start : atom.end]) == _box(
            film, atom, atom.start, lambda offset: offset, wide
        ):
            role = Role.STRUCTURE
        yield Block(role, title(atom.kind), atom.start, atom.end)
    if film.end < len(data):
        yield Block(Role.METADATA, "trailer", film.end, len(data))


def _told_others(data: Sliced, film: _Film) -> list[Span]:
    """Tell of the tracks that go; all their samples."""
    spans: list[Span] = []
    for track in film.movie.gone:
        own = [*track.spans, *_fragment_spans(film.fragments, {track.number})]
        tell_gone(data, film.movie, track, own, film.notes)
        spans += own
    return merged((start, min(end, len(data))) for start, end in spans if start < len(data))


def _tell_boxes(data: Sliced, film: _Film, others: list[Span]) -> None:
    """Tell of the boxes that go, of media data that no track uses, and of what is behind the last box."""
    notes = film.notes
    left = _LONGEST_TOLD
    for atom in film.atoms:
        if atom.kind == b"mdat":
            for start, end in gaps((atom.body, atom.end), film.parts[atom.start], others):
                notes.add("Unused media data", data[start : min(end, start + left)])
                left -= min(left, end - start)
        elif not _is_kept(film, atom):
            _tell_box(data, atom, notes)
        elif atom.kind == b"ftyp":
            old = bytes(data[atom.body : min(atom.end, atom.body + (1 << 12))])
            if old != film.brands:
                notes.tell("quicktime", "File type", box(b"ftyp", old))
    if film.end < len(data):
        notes.tell("trailer", "Behind the film", bytes(data[film.end : film.end + _LONGEST_TOLD]))


def _tell_box(data: Sliced, atom: Atom, notes: Notes) -> None:
    shift = atom.start
    whole = bytes(data[shift : min(atom.end, shift + _LONGEST_TOLD)])
    near = Atom(atom.kind, 0, atom.body - shift, len(whole), atom.uuid)
    if atom.uuid == _C2PA:
        start = whole.find(b"\0", near.body + 4) + 9
        notes.tell("c2pa", "Content credentials", whole[start:])
    elif atom.kind == b"prft":
        notes.tell("quicktime", "Fragment clock", whole)
    elif atom.kind in (b"PICT", b"pict"):
        notes.tell("preview", "Film preview", whole[near.body :])
    else:
        tell(whole, near, "Film", notes)
