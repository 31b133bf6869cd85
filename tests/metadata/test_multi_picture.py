"""The index of a file with several pictures."""

from __future__ import annotations

import pytest

from lenscap.metadata import multi_picture
from lenscap.model import Kind
from tests.samples.trailers import mp_index


def test_the_pictures_are_counted_and_named() -> None:
    (found,) = multi_picture.read(mp_index(1000, 500, 900), "Index")
    assert (found.kind, found.tells) == (Kind.UNKNOWN, "A list of 2 pictures in the file: the picture itself")


@pytest.mark.parametrize(
    ("kind", "said"),
    [(0x010002, "a large copy for a screen"), (0x020002, "another viewpoint"), (0x050000, "a gain map")],
)
def test_the_kind_of_a_picture_is_told(kind: int, said: str) -> None:
    data = mp_index(1000, 500, 900).replace(b"\x20\x03\0\0", kind.to_bytes(4), 1)
    (found,) = multi_picture.read(data, "Index")
    assert found.tells.endswith(said)


def test_an_index_without_pictures_is_told() -> None:
    (found,) = multi_picture.read(b"II*\0\x08\0\0\0\0\0", "Index")
    assert found.tells == "A list of 0 pictures in the file"
