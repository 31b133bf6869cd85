"""Series of pictures in HEIF and AVIF: what stays of them, and that it plays the same."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageSequence

from lenscap.errors import MalformedError, UnsupportedError
from lenscap.formats import heif
from lenscap.model import Fresh, Outcome, Role
from lenscap.pipeline import clean
from lenscap.policy import PRESETS
from tests.formats import cleaning
from tests.oracle import films
from tests.samples import Sample, canary, icc, named, samples, sequence
from tests.samples.heif import DEPTH
from tests.samples.mp4 import Node, box, nodes
from tests.samples.picture import picture

cleaned = partial(cleaning.cleaned, cleaning.container("HEIF"))
SERIES = [sample for sample in samples() if "-series-" in sample.name]


def index(data: bytes) -> Node:
    """The box ``moov``."""
    return next(node for node in nodes(data) if node.kind == b"moov")


def animation(**options: bytes) -> bytes:
    """Three pictures, as Pillow writes them."""
    frames = [picture(shift=50 * number) for number in range(3)]
    file = BytesIO()
    durations = [70, 30, 500]
    frames[0].save(
        file, "AVIF", save_all=True, append_images=frames[1:], duration=durations, speed=8, max_threads=1, **options
    )
    return file.getvalue()


@pytest.mark.parametrize("sample", SERIES, ids=str)
def test_every_picture_of_a_series_counts_and_the_first_one_once(sample: Sample) -> None:
    assert heif.read(memoryview(sample.data)).frames == sample.frames


def test_pictures_are_shown_as_long_and_as_often_as_they_were() -> None:
    one = sequence.avif()
    for loops in (0, 1):
        for edits in one.moov.all(b"elst"):
            edits.put(0, bytes([1, 0, 0, loops]))
        copy = cleaned(one.whole())
        assert [bytes(edits) for edits in index(copy).all(b"elst")] == [bytes(each) for each in one.moov.all(b"elst")]
        shown = [frame.copy().info["duration"] for frame in ImageSequence.Iterator(Image.open(BytesIO(copy)))]
        assert shown == list(sequence.DURATIONS)


def test_a_picture_that_is_an_item_and_a_sample_is_written_once() -> None:
    one = sequence.avif()
    copy = cleaned(one.whole())
    mdat = next(node for node in nodes(copy) if node.kind == b"mdat")
    assert mdat.body == one.media
    assert one.still
    assert all(copy.count(item.data) == 1 for item in one.still.items)


def test_transparency_stays_with_its_pictures_and_depth_goes() -> None:
    one = sequence.avif()
    one.add_track(sequence.coded_track(one, 20, b"auxv", b"auxl", canary("depth"), DEPTH))
    before, after = films.streams(sequence.avif().whole()), cleaned(one.whole())
    assert films.streams(after) == before
    assert len(index(after).all(b"trak")) == 2
    assert [bytes(each) for each in index(after).all(b"auxl")] == [box(b"auxl", b"\0\0\0\1")]
    assert Image.open(BytesIO(after)).mode == "RGBA"


def test_messages_inside_of_samples_go_and_the_tables_fit() -> None:
    for name in ("avif-series-messages", "heif-series-messages"):
        before, after = films.streams(named(name).data), films.streams(cleaned(named(name).data))
        assert [each.frames for each in before.values()] == [each.frames for each in after.values()]
        assert sum(map(_length, after.values())) < sum(map(_length, before.values()))


def _length(stream: films.Stream) -> int:
    """How many bytes the packets of a stream are."""
    return sum(len(row[0]) for row in stream.packets if isinstance(row[0], bytes))


def test_an_animation_that_is_turned_stays_turned() -> None:
    data = named("avif-series-turned").data
    copy = cleaned(data)
    assert index(copy).all(b"stsd")[0].body.count(box(b"irot", b"\1")) == 1
    one, other = (Image.open(BytesIO(each)) for each in (data, copy))
    assert one.getexif().get(0x112) == other.getexif().get(0x112) == 8
    assert one.tobytes() == other.tobytes()


@pytest.mark.parametrize("profile", [icc.plain(), b""], ids=["another", "none"])
def test_a_colour_profile_is_replaced_in_the_series_too(profile: bytes) -> None:
    old = icc.private("avif-series")
    copy = cleaned(animation(icc_profile=old.data), Fresh(icc=profile))
    assert not any(each in copy for each in old.canaries)
    assert Image.open(BytesIO(copy)).info.get("icc_profile", b"") == profile
    layout = heif.read(memoryview(copy), True)
    assert sum(block.role == Role.COLOUR for block in layout.blocks) == (2 if profile else 0)


def test_a_profile_of_the_series_alone_is_that_of_the_file() -> None:
    one = sequence.avif("rgb", icc_profile=icc.plain())
    assert one.still
    item, *others = one.still.items
    bare = item._replace(has=tuple(each for each in item.has if each.kind != b"colr"))
    one.still = one.still._replace(items=(bare, *others))
    assert heif.read(memoryview(one.whole())).icc == icc.plain()


def test_a_series_without_a_list_of_items_gets_none() -> None:
    copy = cleaned(sequence.hevc(with_still=False).whole())
    assert [node.kind for node in nodes(copy)] == [b"ftyp", b"moov", b"mdat"]
    assert heif.read(memoryview(copy)).size == (96, 64)


@pytest.mark.parametrize("name", ["heif-series-rgb", "heif-series-alone", "heif-series-still", "avif-series-still"])
def test_faces_are_not_called_absent_from_pictures_that_nobody_looked_at(name: str, tmp_path: Path) -> None:
    sample = named(name)
    source = tmp_path / f"original{sample.suffix}"
    source.write_bytes(sample.data)
    result = clean(source, tmp_path / "copies" / source.name, PRESETS["faces"])
    assert result.outcome == Outcome.REFUSED


def test_faces_are_looked_for_in_every_picture_of_an_animation(tmp_path: Path) -> None:
    source = tmp_path / "original.avif"
    source.write_bytes(named("avif-series-alpha").data)
    assert clean(source, tmp_path / "copies" / source.name, PRESETS["faces"]).outcome == Outcome.CLEANED


def test_fragments_are_refused() -> None:
    data = sequence.avif().whole(behind=box(b"moof", b""))
    with pytest.raises(UnsupportedError, match="in fragments"):
        heif.read(memoryview(data))


def test_two_indexes_are_refused() -> None:
    one = sequence.avif()
    with pytest.raises(MalformedError, match="two lists"):
        heif.read(memoryview(one.whole(behind=bytes(one.moov))))


def test_an_index_of_sound_alone_is_refused() -> None:
    one = sequence.avif("rgb")
    one.tracks[0]["mdia/hdlr"].put(8, b"text")
    with pytest.raises(UnsupportedError, match="no series of pictures"):
        heif.read(memoryview(one.whole()))
