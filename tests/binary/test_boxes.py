"""Boxes: what is read of them, and what a file may not claim."""

from __future__ import annotations

import pytest

from lenscap.binary.boxes import Atom, box, boxes, title
from lenscap.errors import MalformedError


def test_boxes_of_all_three_sizes_are_read() -> None:
    large = (1).to_bytes(4, "big") + b"wide" + (20).to_bytes(8, "big") + b"abcd"
    last = (0).to_bytes(4, "big") + b"mdat" + b"xyz"
    data = box(b"free", b"12") + large + last
    assert list(boxes(data, 0, len(data))) == [
        Atom(b"free", 0, 8, 10),
        Atom(b"wide", 10, 26, 30),
        Atom(b"mdat", 30, 38, 41),
    ]


def test_a_uuid_box_says_its_type() -> None:
    data = box(b"uuid", b"0123456789abcdef", b"body")
    assert list(boxes(data, 0, len(data))) == [Atom(b"uuid", 0, 24, 28, b"0123456789abcdef")]


@pytest.mark.parametrize(
    "data",
    [
        b"\0\0\0\x10free",
        b"\0\0\0\x07free",
        b"\0\0\0",
        b"\0\0\0\x01free" + b"\0" * 7,
        b"\0\0\0\x01free" + b"\xff" * 8,
        b"\0\0\0\x0cuuid" + b"abcd",
    ],
)
def test_a_box_that_claims_what_is_not_there_is_an_error(data: bytes) -> None:
    with pytest.raises(MalformedError):
        list(boxes(data, 0, len(data)))


def test_a_row_of_boxes_without_end_is_an_error() -> None:
    data = box(b"free") * 100_001
    with pytest.raises(MalformedError, match="100,000 parts"):
        list(boxes(data, 0, len(data)))


def test_letters_that_no_screen_should_get_are_replaced() -> None:
    assert title(b"a\x1b\xffb") == "a··b"
