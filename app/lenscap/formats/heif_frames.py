"""The samples of a series of pictures in HEIF and AVIF: where they are, which parts of them stay, where those go."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator

from lenscap.binary.boxes import boxes, title
from lenscap.errors import MalformedError, UnsupportedError
from lenscap.formats import MOST_PARTS, heif_streams
from lenscap.formats.heif_list import Span
from lenscap.formats.mp4_entries import PICTURE_HEAD, Entry
from lenscap.formats.mp4_movie import Movie
from lenscap.formats.mp4_samples import Samples
from lenscap.formats.mp4_tracks import Track

_HEVC = frozenset((b"hvc1", b"hev1"))
_CODECS = _HEVC | {b"av01"}
_MOST_TIMES = 2
"""How often the bytes of a file may be samples: those of no file lie over each other."""


def check_count(found: Movie) -> None:
    """Raise ``MalformedError`` if there are more samples than any series has: a table may claim many in few bytes."""
    tables = [track.found for track in found.tracks if track.found and track.handler != b"soun"]
    chunks = [len(track.found.chunks) for track in found.tracks if track.found]
    if sum(table.total for table in tables) + sum(chunks) > MOST_PARTS:
        raise MalformedError("It holds more pictures than any series does.")


def samples_by_chunk(track: Track) -> Iterator[tuple[list[Span], Entry | None]]:
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


def divided(
    data: memoryview, codecs: dict[Span, Entry | None], deep: bool
) -> tuple[dict[Span, list[Span]], list[Span]]:
    """The parts of each sample that stay, and those that go."""
    check_length(data, codecs)
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


def check_length(data: memoryview, samples: Iterable[Span]) -> None:
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


def moved(track: Track, chunks: list[list[Span]], needed: dict[Span, list[Span]], places: dict[Span, int]) -> Samples:
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
