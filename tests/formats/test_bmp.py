"""BMP: which fields a viewer obeys, and where nothing may hide."""

from __future__ import annotations

import io
import struct
import subprocess
import time
from contextlib import suppress
from functools import partial
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from lenscap.errors import LenscapError, MalformedError, UnsupportedError
from lenscap.formats import HEAD, recognise
from lenscap.model import Fresh, Outcome
from lenscap.opening import divided
from lenscap.pipeline import clean
from lenscap.policy import PRESETS
from tests.formats import cleaning
from tests.oracle.exiftool import needs_exiftool
from tests.samples import Bad, Sample, canary, icc, named, samples
from tests.samples.bmp import (
    CALIBRATION,
    EMBEDDED,
    LINKED,
    V4,
    V5,
    Bmp,
    coloured,
    high,
    indexed,
    packed,
    palette_of,
    rows,
    run_length,
    wide,
)
from tests.samples.bmp_bad import bmp_bad
from tests.samples.bmp_samples import pictures
from tests.samples.picture import picture

SECRET = canary("formats-bmp")
container = cleaning.container("BMP")
read, cleaned = partial(cleaning.read, container), partial(cleaning.cleaned, container)


def told(data: bytes) -> dict[str, bytes]:
    return {one.where: bytes(one.data) for one in read(data).payloads}


@pytest.mark.parametrize("name", pictures())
def test_a_picture_without_anything_else_is_clean(name: str) -> None:
    data = pictures()[name].made()
    assert cleaned(data) == data
    assert not read(data).payloads


@pytest.mark.parametrize("sample", [each for each in samples() if each.format == "BMP"], ids=str)
def test_ffmpeg_shows_a_copy_as_it_shows_the_original(sample: Sample) -> None:
    before, after = _frame(sample.data), _frame(cleaned(sample.data))
    assert before is None or (after is not None and np.array_equal(before, after))


def _frame(data: bytes) -> np.ndarray | None:
    """The picture as ffmpeg decodes it; it does not know every kind."""
    try:
        with av.open(io.BytesIO(data), "r", "bmp_pipe") as film:
            return next(film.decode(video=0)).to_ndarray(format="rgba")
    except (av.FFmpegError, StopIteration, ValueError):
        return None


def test_ffmpeg_can_be_asked() -> None:
    seen = [_frame(made.made()) is not None for made in pictures().values()]
    assert sum(seen) > len(seen) * 0.7


def test_pixels_of_two_bits_are_kept() -> None:
    image = picture().quantize(4)
    data = Bmp(rows(packed(np.asarray(image, np.uint8), 2)), 96, 64, 2, palette_of(image, 4))
    assert cleaned(data._replace(behind=SECRET).made()) == data.made()


def test_the_fields_of_the_headers_are_told_where_they_are_odd() -> None:
    odd = coloured(V5)._replace(reserved=b"Eve!", calibration=(SECRET * 3)[:48], last=b"Eve?")
    assert told(odd.made()) == {"BMP file header": b"Eve!", "BMP header": (SECRET * 3)[:48] + b"Eve?"}
    assert cleaned(odd.made()) == coloured(V5).made()


def test_a_calibration_that_can_be_one_is_kept() -> None:
    data = coloured(V4)._replace(space=bytes(4), calibration=CALIBRATION).made()
    assert cleaned(data) == data
    odd = coloured(V4)._replace(space=bytes(4), calibration=(SECRET * 3)[:48]).made()
    assert cleaned(odd) == coloured(V4).made()


def test_the_path_of_a_linked_profile_is_told_and_goes() -> None:
    path = b"C:\\Users\\Eve\\my.icm\0"
    data = coloured(V5)._replace(space=LINKED, profile=path).made()
    (payload,) = read(data).payloads
    assert (payload.vocabulary, bytes(payload.data)) == ("text", b"Linked colour profile\0" + path)
    assert read(data).icc is None
    assert cleaned(data) == coloured(V5)._replace(intent=4).made()


@needs_exiftool
def test_the_embedded_profile_of_a_copy_is_the_one_that_the_witness_reads(tmp_path: Path) -> None:
    base = coloured(V5)._replace(space=EMBEDDED, profile=icc.private("formats-bmp").data)
    for fresh in (Fresh(), Fresh(icc=icc.plain())):
        copy = cleaned(base._replace(behind=SECRET).made(), fresh)
        (tmp_path / "copy.bmp").write_bytes(copy)
        question = ["exiftool", "-b", "-icc_profile", str(tmp_path / "copy.bmp")]
        done = subprocess.run(question, capture_output=True, check=True)
        assert done.stdout == read(copy).icc == (fresh.icc or base.profile)
        assert cleaned(copy) == copy
    assert cleaned(base.made(), Fresh(icc=b"")) == coloured(V5).made()


def test_the_ends_of_rows_are_looked_at_by_a_deep_look() -> None:
    data = coloured(width=61, height=43, padding=b"@").made()
    assert not read(data, deep=False).payloads
    assert told(data) == {"Between the rows": b"@" * 43}
    assert cleaned(data) == coloured(width=61, height=43).made()


@pytest.mark.parametrize("bits", [1, 4])
def test_bits_behind_the_last_pixel_of_a_row_go(bits: int) -> None:
    base = indexed(bits, width=61, height=43)
    stride = len(base.rows) // 43
    used = 61 * bits // 8
    lines = [base.rows[at : at + stride] for at in range(0, len(base.rows), stride)]
    odd = b"".join(line[:used] + bytes([line[used] | 3, *line[used + 1 :]]) for line in lines)
    assert cleaned(base._replace(rows=odd).made()) == base.made()


def test_a_picture_with_dirty_rows_is_cleaned_by_the_whole_pipeline(tmp_path: Path) -> None:
    data = coloured(width=61, height=43, padding=b"@").made()
    (tmp_path / "one.bmp").write_bytes(data)
    result = clean(tmp_path / "one.bmp", tmp_path / "copies" / "one.bmp", PRESETS["metadata"])
    assert result.outcome == Outcome.CLEANED
    assert result.target
    assert result.target.read_bytes() == coloured(width=61, height=43).made()


@pytest.mark.parametrize("made", [wide(), high(5), wide()._replace(compression=3, masks=(0xFF0000, 0xFF00, 0xFF))])
def test_bits_that_are_no_colour_are_the_same_in_all_pixels_or_refused(made: Bmp) -> None:
    size = made.bits // 8
    full = bytes(byte | 0x80 if at % size == size - 1 else byte for at, byte in enumerate(made.rows))
    one = full[: size - 1] + bytes([full[size - 1] & 0x7F]) + full[size:]
    if size == 2:
        assert read(made._replace(rows=full).made()).size == (96, 64)
    for odd in (one,) if size == 2 else (one, full):
        with pytest.raises(UnsupportedError, match="not all viewers show alike"):
            read(made._replace(rows=odd).made())


@pytest.mark.parametrize("bits", [4, 8])
def test_what_follows_the_end_of_runs_goes(bits: int) -> None:
    base = run_length(bits)
    assert cleaned(base._replace(rows=base.rows + SECRET).made()) == base.made()
    assert cleaned(base._replace(length=7, behind=SECRET).made()) == base.made()
    with pytest.raises(MalformedError, match="no end"):
        read(base._replace(rows=base.rows[:-2]).made())


@pytest.mark.parametrize(
    "rows_", [b"\0\2\1\1\5\1\0\1", b"\0\0\0\0\0\1", b"\0\1", b"\0\4\1\2\3\4\0\1", b"\0\3\1\2\3\0\0\1"]
)
def test_runs_may_leave_pixels_out(rows_: bytes) -> None:
    made = run_length(8)._replace(rows=rows_)
    assert cleaned(made._replace(behind=SECRET).made()) == made.made()


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (coloured()._replace(compression=4), "whole JPEG or PNG"),
        (coloured()._replace(compression=5), "whole JPEG or PNG"),
        (coloured()._replace(compression=11), "compressed in a way"),
        (coloured()._replace(bits=64), "have 64 bits"),
        (coloured()._replace(compression=3), "have 24 bits"),
        (coloured()._replace(width=0), "0 × 64 pixels"),
        (coloured()._replace(height=65), "some are missing"),
        (run_length(8)._replace(height=-64), "-64 pixels"),
        (wide()._replace(compression=3, masks=(0xF0F, 0xFF0000, 0xFF000000)), "make no sense"),
        (wide()._replace(compression=3, masks=(0xFF, 0xFF, 0xFF00)), "make no sense"),
    ],
)
def test_what_viewers_may_see_otherwise_is_refused(made: Bmp, sentence: str) -> None:
    with pytest.raises((MalformedError, UnsupportedError), match=sentence):
        read(made.made())


def test_a_palette_that_runs_into_the_picture_is_refused() -> None:
    data = indexed(8).made()
    with pytest.raises(MalformedError, match="own headers"):
        read(data[:10] + struct.pack("<I", 200) + data[14:])


def test_arrays_of_bitmaps_and_texts_are_not_taken_for_one() -> None:
    for data in (b"BA" + coloured().made(), b"BMW and other cars. " * 9, b"BM" + bytes(100)):
        assert recognise(data[:HEAD]) is None


def test_a_picture_with_a_palette_stays_one() -> None:
    base = indexed(4)
    data = base._replace(palette=base.palette + b"Eve!" * 16, colours=32).made()
    copy = Image.open(io.BytesIO(cleaned(data)))
    assert copy.mode == Image.open(io.BytesIO(data)).mode == "P"
    assert told(data) == {"BMP header": struct.pack("<I", 32), "Before the picture": b"Eve!" * 16}


def test_what_stands_around_a_profile_goes() -> None:
    for name in ("bmp-icc-surrounded", "bmp-icc-before-the-picture"):
        copy = cleaned(named(name).data)
        assert read(copy).icc == icc.plain()
        assert not read(copy).payloads


@pytest.mark.parametrize("bad", list(bmp_bad()), ids=str)
def test_a_bad_file_takes_little_time(bad: Bad) -> None:
    start = time.process_time()
    with suppress(LenscapError):
        divided(bad.data, deep=True)
    assert time.process_time() - start < 10
