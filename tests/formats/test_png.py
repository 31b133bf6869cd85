"""PNG: which chunks a viewer obeys."""

from __future__ import annotations

import struct
import time
import zlib

import pytest

from lenscap.errors import MalformedError
from lenscap.formats import MOST_PARTS, png
from lenscap.model import Block, Fresh, Layout, Role
from tests.samples import Sample, canary, exif, icc, samples
from tests.samples.picture import encode, picture
from tests.samples.png import SIGNATURE, Parts, animated, animated_with_still, chunk, chunks, paletted, pictures, splice
from tests.samples.sample import Part

SECRET = canary("formats-png")


def read(data: bytes, deep: bool = True) -> Layout:
    return png.read(memoryview(data), deep)


def cleaned(data: bytes) -> bytes:
    needed = (Role.STRUCTURE, Role.PIXELS, Role.COLOUR)
    return b"".join(png.write(memoryview(data), read(data), lambda block: block.role in needed, Fresh()))


def plain() -> bytes:
    return encode(picture(), "PNG")


def with_front(*data: bytes, base: bytes | None = None) -> bytes:
    return splice(base or plain(), Parts(before_data=[Part("", each) for each in data]))


def with_end(*data: bytes, base: bytes | None = None) -> bytes:
    return splice(base or plain(), Parts(end=[Part("", each) for each in data]))


def damaged(one: bytes) -> bytes:
    """A chunk with a wrong checksum."""
    return one[:-1] + bytes([one[-1] ^ 1])


def roles(layout: Layout, name: str) -> list[Role]:
    return [block.role for block in layout.blocks if block.name == name]


@pytest.mark.parametrize("sample", [each for each in samples() if each.format == "PNG"], ids=str)
def test_frames_are_those_that_a_viewer_may_show(sample: Sample) -> None:
    assert read(sample.data).frames == sample.frames


def test_a_still_picture_outside_the_animation_counts() -> None:
    assert read(animated()).frames == 3
    assert read(animated_with_still()).frames == 4


def test_a_frame_without_an_animation_is_a_hidden_picture() -> None:
    hidden = chunk(b"fdAT", bytes(4) + SECRET)
    assert cleaned(with_end(hidden)) == cleaned(with_front(hidden)) == plain()
    assert [payload.vocabulary for payload in read(with_end(hidden)).payloads] == ["preview"]


def test_a_claim_of_an_animation_without_frames_is_none() -> None:
    layout = read(with_front(chunk(b"acTL", struct.pack(">II", 3, 0))))
    assert (layout.frames, roles(layout, "acTL")) == (1, [Role.METADATA])


def _renumbered(base: bytes, by: int) -> bytes:
    """An animation whose sequence does not begin at 0."""
    found = []
    for one in chunks(base):
        if one[4:8] in (b"fcTL", b"fdAT"):
            number = struct.unpack(">I", one[8:12])[0] + by
            found.append(chunk(one[4:8], struct.pack(">I", number) + one[12:-4]))
        else:
            found.append(one)
    return SIGNATURE + b"".join(found)


def test_picture_data_before_the_first_frame_is_hidden_or_refused() -> None:
    base = animated_with_still()
    first = next(one for one in chunks(base) if one[4:8] == b"fcTL")
    hidden = chunk(b"fdAT", bytes(4) + SECRET)
    data = base.replace(first, hidden + first)
    assert roles(read(data), "hidden frame") == [Role.METADATA]
    assert cleaned(data) == base
    numbered = _renumbered(base, 1)
    first = next(one for one in chunks(numbered) if one[4:8] == b"fcTL")
    with pytest.raises(MalformedError, match="not in order"):
        read(numbered.replace(first, hidden + first))


def test_frame_controls_without_picture_data_are_hidden() -> None:
    base = animated()
    surplus = chunk(b"fcTL", SECRET[:26].ljust(26, b"!"))
    assert cleaned(with_end(surplus, base=base)) == base
    first = next(one for one in chunks(base) if one[4:8] == b"fcTL")
    assert cleaned(base.replace(first, surplus + first)) == base


def test_a_frame_larger_than_the_picture_is_refused() -> None:
    base = animated()
    last = [one for one in chunks(base) if one[4:8] == b"fcTL"][-1]
    large = chunk(b"fcTL", last[8:12] + struct.pack(">II", 4000, 4000) + last[20:-4])
    with pytest.raises(MalformedError, match="larger than the picture"):
        read(base.replace(last, large))


@pytest.mark.parametrize(
    ("kind", "name", "right", "wrong"),
    [
        ("grey", b"tRNS", (2,), (1, 3, 6)), ("rgb", b"tRNS", (6,), (2, 25)), ("palette", b"tRNS", (1, 16), (17,)),
        ("rgba", b"tRNS", (), (2, 6)), ("grey-alpha", b"tRNS", (), (2,)),
        ("grey", b"bKGD", (2,), (1, 6)), ("rgb", b"bKGD", (6,), (2,)), ("palette", b"bKGD", (1,), (6,)),
        ("rgba", b"bKGD", (6,), (1,)), ("grey-alpha", b"bKGD", (2,), (6,)),
        ("grey", b"sBIT", (1,), (4,)), ("rgb", b"sBIT", (3,), (4,)), ("palette", b"sBIT", (3,), (1,)),
        ("rgba", b"sBIT", (4,), (3,)), ("grey-alpha", b"sBIT", (2,), (4,)),
        ("grey", b"PLTE", (), (3,)), ("rgb", b"PLTE", (), (9,)), ("rgba", b"PLTE", (), (9,)),
    ],
)  # fmt: skip
def test_chunks_have_the_length_that_the_colour_type_asks_for(
    kind: str, name: bytes, right: tuple[int, ...], wrong: tuple[int, ...]
) -> None:
    for length in (*right, *wrong):
        found = _added(read(with_front(chunk(name, SECRET[:length].ljust(length, b"!")), base=pictures()[kind])), name)
        assert found.role == (Role.STRUCTURE if length in right else Role.METADATA), length


def _added(layout: Layout, name: bytes) -> Block:
    names = (name.decode(), "suggested palette")
    return [block for block in layout.blocks if block.name in names][-1]


def test_transparency_before_the_palette_is_none() -> None:
    before, palette, *rest = chunks(pictures()["palette"])
    data = SIGNATURE + before + chunk(b"tRNS", b"\0\1") + palette + b"".join(rest)
    assert roles(read(data), "tRNS") == [Role.METADATA]


def test_a_palette_of_broken_colours_is_refused() -> None:
    before, palette, *rest = chunks(paletted(alpha=False))
    with pytest.raises(MalformedError, match="palette is damaged"):
        read(SIGNATURE + before + chunk(b"PLTE", palette[8:-5]) + b"".join(rest))


def test_a_second_palette_and_a_late_one_go() -> None:
    base = paletted(alpha=False)
    more = chunk(b"PLTE", SECRET.ljust(48, b"!"))
    assert cleaned(with_front(more, base=base)) == base
    assert cleaned(with_end(more, base=base)) == base
    no_palette = SIGNATURE + b"".join(one for one in chunks(base) if one[4:8] != b"PLTE")
    assert SECRET not in cleaned(with_end(more, base=no_palette))


def _profile(data: bytes, name: bytes = b"icc") -> bytes:
    return chunk(b"iCCP", name + b"\0\0" + zlib.compress(data))


def test_the_first_sound_profile_before_the_picture_is_obeyed() -> None:
    good, other = _profile(icc.plain()), _profile(icc.private("formats").data)
    assert read(with_front(good, other)).icc == icc.plain()
    assert cleaned(with_front(good, other)) == with_front(good)
    assert read(with_front(damaged(other), good)).icc == icc.plain()
    for data in (with_end(other), with_front(damaged(other)), with_front(other, base=paletted())):
        layout = read(data)
        assert (layout.icc, roles(layout, "iCCP")) == (None, [Role.METADATA])
        assert b"iCCP" not in cleaned(data)


def test_a_profile_with_a_private_name_is_written_anew() -> None:
    again = read(cleaned(with_front(_profile(icc.plain(), SECRET))))
    assert again.icc == icc.plain()
    assert roles(again, "iCCP") == [Role.COLOUR]


def test_the_first_sound_exif_is_obeyed() -> None:
    first, second = (exif.simple("<", f"formats-png-{turn}", turn).data for turn in (3, 6))
    one, other = chunk(b"eXIf", b"Exif\0\0" + first), chunk(b"eXIf", second)
    assert read(with_front(one, other)).exif == first
    assert read(with_front(damaged(one), other)).exif == second
    assert read(with_end(one)).exif == first
    assert read(with_front(damaged(one))).exif is None


def test_texts_are_inflated_up_to_a_bound() -> None:
    text = chunk(b"zTXt", b"k\0\0" + zlib.compress(bytes(15 << 20)))
    payloads = read(with_front(*[text] * 40)).payloads
    assert len(payloads) == 40
    assert sum(len(payload.data) for payload in payloads) < 80 << 20
    assert payloads[-1].vocabulary == "unknown"


def test_what_stands_behind_the_picture_data_is_looked_for_once() -> None:
    stream = b"".join(one[8:-4] for one in chunks(encode(picture(3000, 2000), "PNG")) if one[4:8] == b"IDAT")
    head, end = chunks(encode(picture(3000, 2000), "PNG"))[0], chunk(b"IEND")
    data = SIGNATURE + head + chunk(b"IDAT", stream) + chunk(b"IDAT", b"x") * 500 + end
    layout = read(data)
    start = time.process_time()
    copy = b"".join(png.write(memoryview(data), layout, lambda block: block.role != Role.METADATA, Fresh()))
    assert time.process_time() - start < 2
    assert copy == SIGNATURE + head + chunk(b"IDAT", stream) + end


def test_a_file_of_too_many_chunks_is_a_sentence() -> None:
    with pytest.raises(MalformedError, match="100,000 parts"):
        read(with_end(chunk(b"abCd") * MOST_PARTS))
