"""Codes are found and read, also turned, inverted, small and compressed."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageOps

from lenscap import detectors
from lenscap.detectors import codes
from lenscap.errors import MissingPartError
from lenscap.model import PICTURE, Box, Finding, Kind, Looking, Size
from tests.detectors.writing import PASS, code
from tests.pictures import astronaut, encoded

pytest.importorskip("zxingcpp")

ASKED = Looking(codes=True)
KINDS = {
    "QRCode": ("https://example.com/x", "A QR code with the web address “https://example.com/x”"),
    "PDF417": (PASS, "A boarding pass: SMITH/ANNA, LIS → ZRH, flight LX2087"),
    "Aztec": (PASS, "A boarding pass: SMITH/ANNA, LIS → ZRH, flight LX2087"),
    "DataMatrix": ("hello", "A Data Matrix code with “hello”"),
    "EAN13": ("4006381333931", "A bar code with “4006381333931”"),
    "Code128": ("ABC-1234567", "A bar code with “ABC-1234567”"),
}
every_kind = pytest.mark.parametrize("kind", KINDS)


def found(picture: Image.Image, size: Size | None = None) -> list[Finding]:
    return codes.find(picture, size or Size(*picture.size), ASKED)


def scene(symbol: Image.Image) -> Image.Image:
    """A photo with a symbol on it, as a camera keeps it."""
    picture = astronaut().resize((1200, 1200))
    picture.paste(symbol, (300, 400))
    return Image.open(io.BytesIO(encoded(picture, "JPEG", quality=80))).convert("RGB")


@every_kind
def test_a_code_is_read_where_it_is(kind: str) -> None:
    text, tells = KINDS[kind]
    symbol = code(text, kind)

    (finding,) = found(scene(symbol))

    assert (finding.kind, finding.where, finding.tells) == (Kind.CODE, PICTURE, tells)
    assert finding.box is not None
    assert finding.box.is_same(Box(300, 400, *symbol.size))


@every_kind
@pytest.mark.parametrize("turn", [37, 90, 200])
def test_a_turned_code_is_read(kind: str, turn: int) -> None:
    text, tells = KINDS[kind]
    picture = scene(code(text, kind)).rotate(turn, Image.Resampling.BICUBIC, fillcolor="white")

    assert tells in {each.tells for each in found(picture)}


@every_kind
def test_an_inverted_code_is_read(kind: str) -> None:
    text, tells = KINDS[kind]

    assert tells in {each.tells for each in found(ImageOps.invert(scene(code(text, kind))))}


@every_kind
def test_all_bars_of_a_code_are_in_its_box(kind: str) -> None:
    """Of bars, a reader only looks at some rows; a strip of them that stays is a code of its own."""
    symbol = code(KINDS[kind][0], kind)
    for picture in (scene(symbol), scene(symbol).rotate(37, Image.Resampling.BICUBIC, fillcolor="white")):
        for finding in found(picture):
            assert finding.box
            picture.paste("grey", (finding.box.x, finding.box.y, *_corner(finding.box)))

        assert found(picture) == []


def _corner(box: Box) -> tuple[int, int]:
    return box.x + box.w, box.y + box.h


def test_a_code_of_two_pixels_a_module_is_read() -> None:
    assert found(scene(code("https://example.com/x", scale=2)))[0].data["is"] == "url"


def test_every_code_of_a_picture_is_told_once() -> None:
    picture = scene(code("one"))
    picture.paste(code("one"), (800, 100))
    picture.paste(code("4006381333931", "EAN13"), (600, 900))

    assert sorted(each.data["text"] for each in found(picture)) == ["4006381333931", "one", "one"]


def test_boxes_are_in_pixels_of_the_full_picture() -> None:
    (finding,) = found(scene(code("one")), Size(2400, 2400))

    assert finding.box is not None
    assert finding.box.is_same(Box(600, 800, 232, 232))


def test_a_damaged_code_is_found_although_nobody_can_read_it() -> None:
    symbol = code("https://example.com/some/page", scale=6)
    symbol.paste("grey", (80, 80, 140, 140))

    (finding,) = found(scene(symbol))

    assert finding.tells == "Perhaps a QR code, which cannot be read"


def test_a_picture_without_codes_has_none() -> None:
    assert found(astronaut()) == []


@pytest.mark.parametrize("size", [(1, 1), (1, 3000), (3000, 1), (31, 33)])
def test_any_size_can_be_looked_at(size: tuple[int, int]) -> None:
    assert found(Image.new("RGB", size)) == []


def test_a_binary_code_is_one_line_of_bounded_length() -> None:
    (finding,) = found(scene(code("\x1b[31m\u202e" + "x\n" * 300, scale=2)))

    assert finding.tells.isprintable()
    assert len(finding.tells) < 300


def test_without_its_package_a_sentence_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(detectors, "find_spec", lambda _: None)

    with pytest.raises(MissingPartError, match=r"codes in pictures.*lenscap\[text\]"):
        detectors.check(ASKED)
