"""Reports as bytes: they are the same again, and bytes that are none are refused."""

from __future__ import annotations

import json
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from lenscap.errors import LenscapError
from lenscap.model import PICTURE, Box, Finding, Kind, Looking, Report, Size
from lenscap.pipeline import inspect
from lenscap.store.writing import read, with_likenesses, written, written_likenesses
from tests.samples import Sample, samples

LIKENESS = bytes(range(256)) * 2
FACE = Finding(Kind.FACE, "A face", PICTURE, 0.94, Box(1, 2, 3, 4), likeness=LIKENESS)
REPORT = Report(Path("a.jpg"), "JPEG", Size(4, 3), (FACE,), 6, Looking("careful", people=True))


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.name)
def test_what_a_file_tells_is_the_same_again(sample: Sample, tmp_path: Path) -> None:
    path = tmp_path / "IMG_4127.jpg"
    path.write_bytes(sample.data)
    try:
        report = inspect(path)
    except LenscapError:
        pytest.skip("is refused")
    assert read(written(report), path, Looking()) == report


def test_no_likeness_is_written_with_a_report() -> None:
    text = zlib.decompress(written(REPORT))
    assert LIKENESS[:40].decode("latin-1").encode() not in text
    assert read(written(REPORT), REPORT.path, Looking("careful")).findings[0].likeness is None


def test_likenesses_are_the_same_again_with_their_faces() -> None:
    other = Finding(Kind.PLACE, "Taken in Lisbon", "Exif GPS")
    report = replace(REPORT, findings=(other, FACE))
    plain = read(written(report), report.path, Looking("careful"))
    again = with_likenesses(plain, written_likenesses(report))
    assert again == report
    assert [each.likeness for each in again.findings] == [None, LIKENESS]


def _packed(*parts: object) -> bytes:
    return zlib.compress(json.dumps(parts).encode())


WRONG = {
    "nothing": b"",
    "no compression": b"[]",
    "no JSON": zlib.compress(b"[1, 2"),
    "another shape": _packed(1),
    "an unknown kind": _packed("JPEG", [1, 1], 1, [["secret", "A", "B", 1, None, {}, []]]),
    "a box of two": _packed("JPEG", [1, 1], 1, [["face", "A", "B", 1, [1, 2], {}, []]]),
    "words that are none": _packed("JPEG", [1, 1], 1, [["face", 3, "B", 1, None, {}, []]]),
    "data that are none": _packed("JPEG", [1, 1], 1, [["face", "A", "B", 1, None, [], []]]),
    "an orientation of 9": _packed("JPEG", [1, 1], 9, []),
    "cut off": written(REPORT)[:-4],
    "a bomb": zlib.compress(b" " * (1 << 26)),
    "too many brackets": zlib.compress(b"[" * 100_000),
}


@pytest.mark.parametrize("name", WRONG)
def test_bytes_that_are_no_report_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read(WRONG[name], Path("a.jpg"), Looking())


@pytest.mark.parametrize("data", [b"", b"[]", b'{"0": 1}', b'{"x": "a"}', b'{"0": "short"}'])
def test_bytes_that_are_no_likenesses_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        with_likenesses(REPORT, data)
