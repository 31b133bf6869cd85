"""JPEG: which frames, scans and tables a decoder obeys."""

from __future__ import annotations

import io
import struct

import pytest
from PIL import Image

from lenscap.errors import MalformedError, UnsupportedError
from lenscap.formats import MOST_PARTS, jpeg
from lenscap.model import Block, Fresh, Layout, Role
from tests.samples import canary, exif, named, samples
from tests.samples.jpeg import APP1, APP2, COM, DHT, DNL, DQT, DRI, SOF0, SOS, Parts, pieces, plain, segment, splice
from tests.samples.jpeg_surplus import second_scan
from tests.samples.sample import Part

SECRET = canary("formats-jpeg")
DAC, SOF9 = 0xCC, 0xC9


def read(data: bytes, deep: bool = True) -> Layout:
    return jpeg.read(memoryview(data), deep)


def cleaned(data: bytes) -> bytes:
    layout = read(data)
    needed = (Role.STRUCTURE, Role.PIXELS, Role.COLOUR)
    return b"".join(jpeg.write(memoryview(data), layout, lambda block: block.role in needed, Fresh()))


def with_front(*data: bytes, base: bytes | None = None) -> bytes:
    """A picture with more segments before its scan."""
    return splice(base or plain(), Parts(before_scan=[Part("", each) for each in data]))


def with_end(*data: bytes, base: bytes | None = None) -> bytes:
    return splice(base or plain(), Parts(end=[Part("", each) for each in data]))


def block(layout: Layout, name: str) -> Block:
    return next(each for each in layout.blocks if each.name == name)


def replaced(marker: int, change: bytes) -> bytes:
    """A picture with bytes behind the fields of its first segment of a kind."""
    base = plain()
    old = next(piece for piece in pieces(base) if piece[1] == marker)
    return base.replace(old, segment(marker, old[4:] + change))


@pytest.mark.parametrize("marker", [DQT, DHT, SOF0])
def test_a_header_with_something_behind_its_fields_is_refused(marker: int) -> None:
    data = replaced(marker, SECRET[:3])
    with pytest.raises(MalformedError, match="holds more than"):
        read(data)
    assert read(data, deep=False).size == (96, 64)


def test_a_scan_header_with_something_behind_its_fields_is_refused() -> None:
    base = plain()
    at = base.index(b"\xff\xda") + 2
    length = int.from_bytes(base[at : at + 2])
    data = base[:at] + struct.pack(">H", length + 3) + base[at + 2 : at + length] + b"abc" + base[at + length :]
    with pytest.raises(MalformedError, match="holds more than a scan header"):
        read(data)


@pytest.mark.parametrize("marker", [DRI, DAC])
def test_a_table_of_a_wrong_length_is_refused(marker: int) -> None:
    with pytest.raises(MalformedError, match="holds more than a table"):
        read(with_front(segment(marker, b"\0\0" + SECRET + b"!" * (len(SECRET) % 2 == 0))))


def test_conditioning_is_needed_in_arithmetic_files_only() -> None:
    data = with_front(segment(DAC, b"\0\x10"))
    assert block(read(data), "arithmetic conditioning").role == Role.METADATA
    assert segment(DAC, b"\0\x10") not in cleaned(data)
    arithmetic = data.replace(b"\xff\xc0", b"\xff\xc9")
    assert block(read(arithmetic), "arithmetic conditioning").role == Role.STRUCTURE
    assert block(read(arithmetic), "Huffman table").role == Role.METADATA


def test_a_restart_interval_that_is_replaced_before_the_scan_goes() -> None:
    base = plain(restart_marker_blocks=3)
    first = next(piece for piece in pieces(base) if piece[1] == DRI)
    data = base.replace(first, segment(DRI, b"No") + first)
    assert cleaned(data) == base


def test_a_table_that_is_defined_anew_between_scans_stays_for_both() -> None:
    base = named("jpeg-progressive-420").data
    assert cleaned(cleaned(base)) == cleaned(base)
    assert _shown(cleaned(base)) == _shown(base)


def test_a_component_is_quantised_as_its_first_scan_says() -> None:
    base = next(each for each in samples() if each.name == "jpeg-by-component").data
    late = segment(DQT, b"\0" + bytes(range(1, 65)))
    scans = [piece for piece in pieces(base) if piece[1] == SOS]
    data = base.replace(scans[2], late + scans[2])
    assert _shown(cleaned(data)) == _shown(data) != _shown(base)
    assert late in cleaned(data)


def _shown(data: bytes) -> bytes:
    return Image.open(io.BytesIO(data)).tobytes()


def test_lines_are_counted_for_a_frame_that_does_not_know_them() -> None:
    base = plain()
    at = base.index(b"\xff\xc0") + 5
    unknown = base[:at] + b"\0\0" + base[at + 2 :]
    layout = read(with_end(segment(DNL, b"\0\x40"), base=unknown))
    assert layout.size == (96, 64)
    assert block(layout, "line count").role == Role.STRUCTURE
    with pytest.raises(MalformedError, match="line count holds more"):
        read(with_end(segment(DNL, b"\0\x40" + SECRET), base=unknown))


def test_a_second_scan_of_a_whole_picture_is_a_hidden_picture() -> None:
    layout = read(with_end(second_scan().data))
    assert block(layout, "hidden scan").role == Role.METADATA
    assert [payload.vocabulary for payload in layout.payloads] == ["preview"]
    assert cleaned(with_end(second_scan().data)) == plain()


def test_a_second_frame_is_a_hidden_picture() -> None:
    more = [piece for piece in pieces(plain(quality=60)) if piece[1] in (DQT, DHT, SOF0, SOS)]
    for progressive in (False, True):
        base = plain(progressive=progressive)
        assert cleaned(with_end(*more, base=base)) == base


def test_two_frames_before_a_scan_are_refused() -> None:
    frame = next(piece for piece in pieces(plain()) if piece[1] == SOF0)
    with pytest.raises(MalformedError, match="two frame headers"):
        read(with_front(frame))


def test_a_part_of_a_picture_that_is_drawn_twice_is_refused() -> None:
    for base in (named("jpeg-by-component").data, plain(progressive=True)):
        scan = next(piece for piece in pieces(base) if piece[1] == SOS)
        with pytest.raises(MalformedError, match="scans do not fit together"):
            read(base.replace(scan, scan + scan))


def test_tables_that_stay_are_not_told_of() -> None:
    table = next(piece for piece in pieces(plain()) if piece[1] == DQT)
    layout = read(with_front(segment(DQT, b"\3" + table[5:69])))
    assert layout.payloads == ()
    assert [each.role for each in layout.blocks if each.name == "quantisation table"].count(Role.METADATA) == 1


def test_the_last_adobe_segment_is_obeyed() -> None:
    sample = named("jpeg-adobe-repeated")
    names = [each.name for each in read(sample.data).blocks]
    assert names.index("Adobe") > names.index("another Adobe")
    assert names.count("Adobe") == 1


def test_the_first_exif_before_the_picture_is_obeyed() -> None:
    first, second = (exif.simple("<", f"formats-{turn}", turn) for turn in (3, 6))
    one, other = (segment(APP1, b"Exif\0\0" + part.data) for part in (first, second))
    assert bytes(read(with_front(one, other)).exif or b"") == first.data
    assert read(with_end(one)).exif is None
    assert read(plain()).exif is None


def test_a_profile_behind_the_picture_is_none() -> None:
    profile = segment(APP2, b"ICC_PROFILE\0\1\1" + SECRET)
    assert read(with_front(profile)).icc == SECRET
    layout = read(with_end(profile))
    assert layout.icc is None
    assert cleaned(with_end(profile)) == plain()


def test_a_profile_that_a_jpeg_cannot_hold_is_a_sentence() -> None:
    data = memoryview(plain())
    fresh = Fresh(icc=bytes(255 * 65519 + 1))
    with pytest.raises(UnsupportedError, match="colour profile"):
        list(jpeg.write(data, jpeg.read(data), lambda _: True, fresh))


def test_extended_xmp_may_be_there_twice() -> None:
    base = named("jpeg-xmp-extended").data
    extended = next(piece for piece in pieces(base) if piece[4:].startswith(b"http://ns.adobe.com/xmp/extension/"))
    layout = read(base.replace(extended, extended + extended))
    assert layout.payloads[-1].where == "Extended XMP"


def test_a_file_of_too_many_segments_is_a_sentence() -> None:
    data = plain()
    with pytest.raises(MalformedError, match="100,000 parts"):
        read(data[:2] + segment(COM, b"") * MOST_PARTS + data[2:])
