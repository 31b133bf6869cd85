"""Films: which tracks and boxes a player obeys, and that a film need not be in memory."""

from __future__ import annotations

import io
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from lenscap.binary.boxes import Sliced
from lenscap.errors import UnsupportedError
from lenscap.formats import HEAD, containers, mp4, recognise
from lenscap.formats.mp4_notes import Notes
from lenscap.model import PICTURE, Finding, Fresh, Kind, Layout, Looking, Outcome, Role, Size
from lenscap.pipeline import clean, inspect
from lenscap.policy import PRESETS
from tests.oracle import films
from tests.samples import canary, named, samples, survivors
from tests.samples.mp4 import IDENTITY, QUARTER, Film, box, film, nodes, track
from tests.samples.mp4_samples import FRAGMENTED

NEEDED = (Role.STRUCTURE, Role.PIXELS, Role.COLOUR, Role.ORIENTATION)
FILMS = [sample for sample in samples() if sample.format == "MP4"]


class Watched:
    """A film on a disk that counts how much of it is asked for at once."""

    def __init__(self, data: bytes) -> None:
        self.data, self.most = data, 0

    def __len__(self) -> int:
        return len(self.data)

    def __getitem__(self, span: slice, /) -> bytes:
        found = self.data[span]
        self.most = max(self.most, len(found))
        return found


def read(data: bytes, deep: bool = True) -> Layout:
    return mp4.read(memoryview(data), deep)


def written(data: Sliced, fresh: Fresh = Fresh()) -> list[bytes]:  # noqa: B008 (frozen)
    return [*map(bytes, mp4.write(data, mp4.read(data, deep=True), lambda block: block.role in NEEDED, fresh))]


def cleaned(data: bytes) -> bytes:
    return b"".join(written(memoryview(data)))


def numbers(data: bytes) -> list[int]:
    """The tracks of a film."""
    return [int.from_bytes(one["tkhd"].body[12:16]) for one in Film(data).tracks]


def kinds(data: bytes) -> list[bytes]:
    return [node.kind for node in nodes(data)]


@pytest.mark.parametrize(
    ("head", "known"),
    [
        (box(b"ftyp", b"isom", bytes(4), b"isommp42"), True),
        (box(b"ftyp", b"qt  ", bytes(4), b"qt  "), True),
        (box(b"ftyp", b"XAVC", bytes(4), b"XAVCmp42"), True),
        (box(b"ftyp", b"heic", bytes(4), b"mif1heic"), False),
        (box(b"ftyp", b"avif", bytes(4), b"avifmif1miaf"), False),
        (box(b"ftyp", b"mif1", bytes(4), b"isomheic"), False),
        (box(b"ftyp", b"crx ", bytes(4), b"crx isom"), False),
        (box(b"ftyp", b"jxl ", bytes(4), b"jxl "), False),
        (box(b"moov", bytes(99)), True),
        (box(b"wide"), True),
        (box(b"mdat", bytes(99)), True),
        (bytes(4) + b"mdat", True),
        (b"\0\0\0\2moov", False),
        (b"\xff\xd8\xff\xe0", False),
        (b"", False),
    ],
)
def test_brands_decide(head: bytes, known: bool) -> None:
    assert mp4.recognises(head[:HEAD]) == known


@pytest.mark.parametrize("sample", FILMS, ids=str)
def test_no_other_container_claims_a_film(sample: object) -> None:
    data = getattr(sample, "data", b"")
    assert [one.NAME for one in containers() if one.recognises(data[:HEAD])] == ["MP4"]
    assert recognise(data[:HEAD]) is not None


def test_the_size_is_that_of_the_picture_as_it_is_shown() -> None:
    one = Film(film())
    assert read(one.build()).size == Size(96, 64)
    one.tracks[0]["tkhd"].put(40, QUARTER)
    assert read(one.build()).size == Size(64, 96)
    one.tracks[0]["tkhd"].put(40, IDENTITY + bytes(8))
    assert read(one.build()).size == Size(96, 64)


def test_several_media_data_become_one_and_the_index_stays_where_it_was() -> None:
    for first in (False, True):
        copy = cleaned(Film(film()).build([box(b"free", b"x")], [box(b"mdat", b"unused")], moov_first=first))
        assert kinds(copy) == ([b"ftyp", b"moov", b"mdat"] if first else [b"ftyp", b"mdat", b"moov"])


def test_fragments_stay_fragments() -> None:
    copy = cleaned(film(movflags=FRAGMENTED))
    assert kinds(copy) == [b"ftyp", b"moov", b"moof", b"mdat", b"moof", b"mdat"]


def test_a_film_with_sound_only_is_refused() -> None:
    one = Film(film())
    assert one.moov.children
    one.moov.children.remove(one.tracks[0])
    with pytest.raises(UnsupportedError, match="sound only"):
        read(one.build())


def test_a_hidden_second_picture_goes_and_one_that_is_switched_on_stays() -> None:
    for flags, many in ((0, 1), (3, 2)):
        one = Film(film(audio=""))
        second = bytes(one.tracks[0])
        one.moov.add(second)
        one.tracks[1]["tkhd"].put(1, flags.to_bytes(3))
        one.tracks[1]["tkhd"].put(12, (5).to_bytes(4))
        data = one.build()
        if flags:
            assert len(films.streams(cleaned(data))) == many
        else:  # it shares the bytes of the first one
            with pytest.raises(UnsupportedError, match="shares bytes"):
                read(data)


def test_a_sound_in_another_language_stays_with_its_group() -> None:
    one = Film(film())
    samples = [one.media[-300:-200]]
    at = one.insert(len(one.media), samples[0])
    entry = one.tracks[1]["mdia/minf/stbl/stsd"].body[8:]
    one.add_track(track(9, b"soun", entry, samples, at, flags=2))
    assert numbers(cleaned(one.build())) == [1, 2]
    one.tracks[1]["tkhd"].put(34, b"\0\1")
    one.tracks[2]["tkhd"].put(34, b"\0\1")
    assert numbers(cleaned(one.build())) == [1, 2, 9]


def test_an_unknown_second_sound_does_not_keep_a_film_from_being_cleaned() -> None:
    one = Film(film())
    at = one.insert(len(one.media), canary("mp4-spatial"))
    one.add_track(track(9, b"soun", box(b"apac", bytes(28)), [canary("mp4-spatial")], at))
    copy = cleaned(one.build())
    assert sorted(films.streams(copy)) == [1, 2]
    assert canary("mp4-spatial") not in copy


def test_the_numbers_of_tracks_and_the_times_of_fragments_stay() -> None:
    data = film(movflags=FRAGMENTED)
    assert films.streams(cleaned(data)) == films.streams(data)


def test_only_what_is_asked_for_is_read() -> None:
    one = Film(film())
    one.insert(0, bytes(3 << 20))
    one.media += bytes(9 << 20)
    data = Watched(one.build(moov_first=True))
    layout = mp4.read(data)
    assert data.most < 5 << 20
    assert layout.size == Size(96, 64)
    data.most = 0
    pieces = written(data)
    assert max(map(len, pieces)) <= 1 << 20
    assert data.most < 5 << 20
    assert b"".join(pieces) == cleaned(film()) or films.streams(b"".join(pieces)) == films.streams(film())


def test_a_long_film_takes_little_memory() -> None:
    """A table for 500,000 samples in 50,000 chunks."""
    import tracemalloc

    one = Film(film(audio="", frames=1))
    stbl = one.tracks[0]["mdia/minf/stbl"]
    many, per = 50_000, 10
    stbl["stsz"].body = bytes(8) + (many * per).to_bytes(4) + (2).to_bytes(4) * (many * per)
    stbl["stsc"].body = bytes(4) + (1).to_bytes(4) + (1).to_bytes(4) + per.to_bytes(4) + (1).to_bytes(4)
    offsets = b"".join((2 * per * number).to_bytes(4) for number in range(many))
    stbl["stco"].body = bytes(4) + many.to_bytes(4) + offsets
    stbl["stts"].body = bytes(4) + (1).to_bytes(4) + (many * per).to_bytes(4) + (512).to_bytes(4)
    one.media = bytes(range(1, 255)) * (2 * per * many // 254 + 1)
    data = memoryview(one.build())
    tracemalloc.start()
    for _ in mp4.write(data, mp4.read(data, deep=True), lambda block: block.role in NEEDED, Fresh()):
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 64 << 20


def test_fresh_xmp_stands_at_the_end_and_is_written_again() -> None:
    fresh = Fresh(xmp=b"<x:xmpmeta/>")
    copy = b"".join(written(memoryview(film()), fresh))
    assert kinds(copy)[-1] == b"uuid"
    assert copy.endswith(b"<x:xmpmeta/>")
    assert b"".join(written(memoryview(copy), fresh)) == copy


class Hole:
    """A film on a disk that is mostly zeros: some bytes, and so many zeros behind them."""

    def __init__(self, head: bytes, zeros: int) -> None:
        self.head, self.length = head, len(head) + zeros

    def __len__(self) -> int:
        return self.length

    def __getitem__(self, span: slice, /) -> bytes:
        start, stop, _ = span.indices(self.length)
        return self.head[start:stop].ljust(max(0, stop - start), b"\0")


def test_offsets_behind_four_gigabytes_take_eight_bytes() -> None:
    one = Film(film(audio=""))
    stbl = one.tracks[0]["mdia/minf/stbl"]
    longest = (1 << 32) - 1
    stbl["stsz"].put(12, longest.to_bytes(4) * 8)
    stbl["stsc"].body = bytes(4) + (1).to_bytes(4) * 4
    stbl["stco"].kind = b"co64"
    stbl["co64"].body = bytes(4) + (8).to_bytes(4) + bytes(64)
    start = len(one.brands) + len(bytes(one.moov)) + 16
    stbl["co64"].put(8, b"".join((start + number * longest).to_bytes(8) for number in range(8)))
    data = Hole(one.brands + bytes(one.moov) + b"\0\0\0\1mdat" + (16 + 8 * longest).to_bytes(8), 8 * longest)
    layout = mp4.read(data, deep=True)
    pieces = mp4.write(data, layout, lambda block: block.role in NEEDED, Fresh())
    brands, index, head = (bytes(piece) for piece, _ in zip(pieces, range(3), strict=False))
    assert brands == one.brands
    start = len(brands + index + head)
    assert nodes(index)[0].all(b"co64")[0].body[8:16] == start.to_bytes(8)
    assert head == b"\0\0\0\1mdat" + (16 + 8 * longest).to_bytes(8)


@pytest.mark.parametrize("sample", FILMS, ids=str)
def test_what_goes_is_told(sample: object, tmp_path: Path) -> None:
    data = getattr(sample, "data", b"")
    source = tmp_path / "film.mp4"
    source.write_bytes(data)
    result = clean(source, tmp_path / "copies" / "film.mp4", PRESETS["metadata"])
    assert result.outcome == Outcome.CLEANED
    assert result.before
    assert any(finding.where != "File name" for finding in result.before.findings)


def test_inspecting_says_that_faces_in_films_are_not_looked_for(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(named("mp4-everything").data)
    quiet, looked = (inspect(path, Looking(faces)).findings for faces in ("off", "careful"))
    assert [each for each in looked if each not in quiet] == [
        Finding(Kind.UNKNOWN, "Who and what the film shows: Lenscap does not look at that yet", PICTURE)
    ]
    assert clean(path, tmp_path / "copy.mp4", PRESETS["faces"]).outcome == Outcome.REFUSED


@pytest.mark.parametrize(
    ("edits", "hidden"),
    [
        ([(200, 0)], "0.6 s"),
        ([(300, 512)], "0.5 s"),
        ([(100, 0), (100, 0)], "0.7 s"),
        ([(1000, 0)], ""),
        ([(0, 0)], ""),
    ],
)
def test_what_was_cut_off_a_film_and_is_still_in_it_is_said(
    edits: list[tuple[int, int]], hidden: str, tmp_path: Path
) -> None:
    one = Film(film("libx264"))
    seen = one.tracks[0]
    seen["mdia/mdhd"].put(12, (1000).to_bytes(4) + (800).to_bytes(4))
    one.moov["mvhd"].put(12, (1000).to_bytes(4))
    rows = b"".join(length.to_bytes(4) + start.to_bytes(4) + bytes([0, 1, 0, 0]) for length, start in edits)
    seen["edts/elst"].body = bytes(4) + len(edits).to_bytes(4) + rows
    source = tmp_path / "film.mp4"
    source.write_bytes(one.build())
    result = clean(source, tmp_path / "copy.mp4", PRESETS["metadata"])
    for report in (result.before, result.after):
        assert report is not None
        said = [each.tells for each in report.findings if each.where == PICTURE and "cut off" in each.tells]
        assert [words.split(" that")[0] for words in said] == [hidden] * bool(hidden)


def test_what_is_told_of_many_tracks_has_an_end() -> None:
    notes = Notes()
    for _ in range(100):
        notes.tell("quicktime", "Film", bytes(1 << 20))
    assert sum(len(payload.data) for payload in notes.payloads) == 64 << 20


@pytest.mark.parametrize(("form", "video"), [("mov", "mjpeg"), ("mp4", "mjpeg"), ("mov", "png")])
def test_a_film_of_picture_files_is_cleaned_if_these_hold_no_notes(form: str, video: str, tmp_path: Path) -> None:
    pixels = {"mjpeg": "yuvj420p", "png": "rgb24"}[video]
    plain = _of_pictures(video, form, pixels)
    source = tmp_path / f"film.{form}"
    source.write_bytes(plain)
    assert clean(source, tmp_path / f"copy.{form}", PRESETS["metadata"]).outcome == Outcome.CLEANED
    secret = canary("note-of-a-frame")
    noted = plain.replace(b"\xff\xdb", b"\xff\xe5", 1) if video == "mjpeg" else plain.replace(b"IDAT", b"tEXt", 1)
    assert noted != plain
    source.write_bytes(noted + secret)
    result = clean(source, tmp_path / f"other.{form}", PRESETS["metadata"])
    assert result.outcome == Outcome.REFUSED
    assert "notes of their own" in (result.reason or "")


def _of_pictures(video: str, form: str, pixels: str) -> bytes:
    file = io.BytesIO()
    with av.open(file, "w", format=form, options={"fflags": "+bitexact"}) as out:
        stream: Any = out.add_stream(video, rate=Fraction(25))
        stream.width, stream.height, stream.pix_fmt = 96, 64, pixels
        stream.codec_context.flags |= 1 << 23  # bit exact: without the writer's name in each picture
        for number in range(4):
            frame = av.VideoFrame.from_ndarray(np.full((64, 96, 3), number * 40, np.uint8), format="rgb24")
            frame.pts = number
            out.mux(stream.encode(frame.reformat(format=pixels)))
        out.mux(stream.encode(None))
    return file.getvalue()


def test_a_still_picture_that_would_be_shown_instead_of_the_film_keeps_no_notes(tmp_path: Path) -> None:
    sample = named("mp4-everything")
    data = bytearray(sample.data)
    switched_on = data.index(b"tkhd") + 7
    assert data[switched_on] == 3
    data[switched_on] = 0
    source = tmp_path / "film.mp4"
    source.write_bytes(data)
    result = clean(source, tmp_path / "copy.mp4", PRESETS["metadata"])
    assert result.target is None or not survivors(sample, result.target.read_bytes())
