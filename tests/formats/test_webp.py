"""WebP: which chunks a viewer obeys."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from lenscap.errors import MalformedError
from lenscap.formats import MOST_PARTS, webp
from lenscap.model import Fresh, Layout, Role
from tests.samples import canary, exif, icc, samples
from tests.samples.sample import Sample
from tests.samples.webp import ALPHA_BIT, ANIMATION_BIT, EXIF_BIT, ICC_BIT, animated, chunk, chunks, extended, pictures
from tests.samples.webp import riff as around

SECRET = canary("formats-webp") + b"!" * (len(canary("formats-webp")) % 2)
LOSSY = pictures()["lossy"][12:]
LOSSLESS = pictures()["lossless"][12:]
_, ALPHA, COLOURS = chunks(pictures()["lossy-alpha"][12:])
HEADER, LOOP, *FRAMES = chunks(animated()[12:])
HIDDEN = chunk(b"ALPH", SECRET)


def header(flags: int) -> bytes:
    return extended(96, 64, flags)


def read(body: bytes, deep: bool = True) -> Layout:
    return webp.read(memoryview(around(body)), deep)


def cleaned(body: bytes) -> bytes:
    """The chunks of a copy."""
    needed = (Role.STRUCTURE, Role.PIXELS, Role.COLOUR)
    data = memoryview(around(body))
    return b"".join(webp.write(data, read(body), lambda block: block.role in needed, Fresh()))[12:]


def shown(body: bytes) -> list[bytes] | None:
    """All the frames of a WebP, or nothing if it cannot be decoded."""
    try:
        image = Image.open(io.BytesIO(around(body)))
        frames = []
        for number in range(getattr(image, "n_frames", 1)):
            image.seek(number)
            frames.append(image.convert("RGBA").tobytes())
    except OSError:
        return None
    return frames


FRAME = FRAMES[0][8:24]
FILES = {
    "second": LOSSY + LOSSLESS,
    "second, extended": header(0) + LOSSY + LOSSLESS,
    "header behind": LOSSY + header(ALPHA_BIT) + ALPHA,
    "chunk before": chunk(b"ABCD", SECRET) + LOSSY,
    "alpha before a simple one": HIDDEN + LOSSY,
    "alpha behind a simple one": LOSSY + HIDDEN,
    "alpha": header(ALPHA_BIT) + ALPHA + COLOURS,
    "alpha without flag": header(0) + ALPHA + COLOURS,
    "alpha twice": header(ALPHA_BIT) + ALPHA + HIDDEN + COLOURS,
    "alpha behind": header(ALPHA_BIT) + COLOURS + HIDDEN,
    "alpha behind, without flag": header(0) + COLOURS + HIDDEN,
    "alpha of a lossless one": header(ALPHA_BIT) + HIDDEN + LOSSLESS,
    "alpha and a chunk": header(ALPHA_BIT) + ALPHA + chunk(b"ABCD", SECRET) + COLOURS,
    "animation": HEADER + LOOP + b"".join(FRAMES),
    "animation, untold": header(0) + LOSSY + LOOP + b"".join(FRAMES),
    "animation and a picture": HEADER + LOOP + b"".join(FRAMES) + LOSSY,
    "picture and an animation": HEADER + LOSSY + LOOP + b"".join(FRAMES),
    "loop twice": HEADER + LOOP + chunk(b"ANIM", SECRET) + b"".join(FRAMES),
    "frame of two": HEADER + LOOP + chunk(b"ANMF", FRAME + LOSSY + LOSSLESS),
    "frame with alpha": HEADER + LOOP + chunk(b"ANMF", FRAME + ALPHA + COLOURS) + FRAMES[1],
    "frame with alpha twice": HEADER + LOOP + chunk(b"ANMF", FRAME + ALPHA + HIDDEN + COLOURS),
    "frame with alpha behind": HEADER + LOOP + chunk(b"ANMF", FRAME + COLOURS + HIDDEN),
    "frame with alpha of lossless": HEADER + LOOP + chunk(b"ANMF", FRAME + HIDDEN + LOSSLESS),
    "frame without picture": HEADER + LOOP + FRAMES[0] + chunk(b"ANMF", FRAME + chunk(b"ABCD", SECRET)),
    "short frame": HEADER + LOOP + FRAMES[0] + chunk(b"ANMF", SECRET[:10]),
    "reserved bits": extended(96, 64, 0x41) + LOSSY,
    "reserved bytes": header(0)[:9] + b"Eve" + header(0)[12:] + LOSSY,
}


@pytest.mark.parametrize("name", FILES)
def test_a_copy_is_shown_as_the_original_is(name: str) -> None:
    copy = cleaned(FILES[name])
    before, after = shown(FILES[name]), shown(copy)
    assert after is not None
    assert before in (None, after)
    assert SECRET[:10] not in copy
    assert copy.count(b"VP8 ") + copy.count(b"VP8L") == len(after)
    assert cleaned(copy) == copy


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (HEADER + LOSSY, "ends before its picture begins"),
        (HEADER + b"".join(FRAMES), "ends before its picture begins"),
        (header(0) + LOOP + b"".join(FRAMES), "ends before its picture begins"),
        (chunk(b"VP8X", header(0)[8:] + b"No") + LOSSY, "Its header holds more"),
        (HEADER + chunk(b"ANIM", bytes(6) + SECRET) + b"".join(FRAMES), "header of its animation"),
    ],
)
def test_what_a_viewer_may_see_otherwise_is_refused(body: bytes, sentence: str) -> None:
    with pytest.raises(MalformedError, match=sentence):
        read(body)


def test_reserved_bytes_of_the_header_go() -> None:
    layout = read(FILES["reserved bytes"])
    assert [bytes(payload.data) for payload in layout.payloads] == [b"\0Eve"]
    assert cleaned(FILES["reserved bytes"]) == header(0) + LOSSY


@pytest.mark.parametrize("sample", [each for each in samples() if each.format == "WebP"], ids=str)
def test_frames_are_those_that_a_viewer_may_show(sample: Sample) -> None:
    assert webp.read(memoryview(sample.data)).frames == sample.frames


def test_exif_is_obeyed_if_the_header_tells_of_it() -> None:
    first, second = (exif.simple("<", f"formats-webp-{turn}", turn).data for turn in (3, 6))
    both = chunk(b"EXIF", b"Exif\0\0" + first) + chunk(b"EXIF", second)
    assert read(header(EXIF_BIT) + LOSSY + both).exif == first
    assert read(header(0) + LOSSY + both).exif is None
    assert read(LOSSY + both).exif is None
    inside = chunk(b"ANMF", FRAMES[0][8:] + both)
    assert read(header(ANIMATION_BIT | EXIF_BIT) + LOOP + inside).exif is None


def test_a_profile_is_obeyed_if_the_header_tells_of_it() -> None:
    first, second = chunk(b"ICCP", icc.plain()), chunk(b"ICCP", SECRET)
    assert read(header(ICC_BIT) + first + second + LOSSY).icc == icc.plain()
    assert read(header(0) + first + LOSSY).icc is None
    assert read(LOSSY + first).icc is None
    late = header(ICC_BIT) + LOSSY + first
    assert read(late).icc == Image.open(io.BytesIO(around(late))).info["icc_profile"]


def test_a_file_of_too_many_chunks_is_a_sentence() -> None:
    with pytest.raises(MalformedError, match="100,000 parts"):
        read(header(0) + LOSSY + chunk(b"ABCD", b"") * MOST_PARTS)
    with pytest.raises(MalformedError, match="more parts"):
        read(HEADER + LOOP + chunk(b"ANMF", FRAME + LOSSY + chunk(b"ABCD", b"") * (MOST_PARTS // 2)) * 3)
