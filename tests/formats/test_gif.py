"""GIF: which parts a viewer obeys, and where the data of a picture end."""

from __future__ import annotations

import subprocess
import time
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from PIL import Image

from lenscap.errors import LenscapError, MalformedError
from lenscap.formats.gif_lzw import find_end
from lenscap.model import Fresh, Role
from lenscap.opening import divided
from tests.formats import cleaning
from tests.oracle.exiftool import needs_exiftool
from tests.samples import Bad, Sample, canary, gif, icc, named, samples
from tests.samples.gif import END, chain, comment, control, extension, head, loop, parts_of
from tests.samples.gif_bad import gif_bad
from tests.samples.jpeg_parts import packet
from tests.samples.picture import encode, picture

SECRET = canary("formats-gif")
container = cleaning.container("GIF")
read, cleaned = partial(cleaning.read, container), partial(cleaning.cleaned, container)


def with_front(*data: bytes, base: bytes | None = None) -> bytes:
    base = base or gif.still()
    return head(base) + b"".join(data) + base[len(head(base)) :]


def pixels_of(data: bytes, deep: bool) -> list[bytes]:
    return [data[block.start : block.end] for block in read(data, deep).blocks if block.role == Role.PIXELS]


@pytest.mark.parametrize("sample", [each for each in samples() if each.format == "GIF"], ids=str)
def test_the_picture_data_of_a_copy_are_the_same_block_for_block(sample: Sample) -> None:
    copy = cleaned(sample.data)
    assert pixels_of(copy, False) == pixels_of(copy, True) == pixels_of(sample.data, True)
    assert read(sample.data).frames == sample.frames


@pytest.mark.parametrize("sample", [each for each in samples() if each.format == "GIF"], ids=str)
def test_all_that_goes_is_told(sample: Sample) -> None:
    gone = [block for block in read(sample.data).blocks if block.role not in cleaning.NEEDED and block.name != "length"]
    assert bool(gone) == bool(read(sample.data).payloads)


def test_what_stands_behind_the_end_of_the_data_is_seen_by_a_deep_look() -> None:
    base = gif.still()
    data = base[:-2] + chain(SECRET) + END
    assert not read(data, deep=False).payloads
    assert [(one.vocabulary, one.where) for one in read(data).payloads] == [("unknown", "Behind the picture data")]
    assert cleaned(data) == base


@pytest.mark.parametrize("end", [(5,), (4, 5), (), (1, 5), (4, 4, 5)])
def test_the_end_of_the_data_is_that_of_the_last_pixel_or_its_code_for_the_end(end: tuple[int, ...]) -> None:
    indices = bytes([1, 2, 3, 0] * 64)
    whole = gif.bits(gif.plain_codes(indices, 2, end if end in ((5,), (4, 5)) else ()))
    data = gif.bits(gif.plain_codes(indices, 2, end))
    assert data[: find_end(data + SECRET, 2, 256).used] == whole


@pytest.mark.parametrize("colours", [2, 3, 7, 16, 100, 256])
@pytest.mark.parametrize("size", [(1, 1), (7, 5), (300, 200), (640, 480)])
def test_what_an_encoder_writes_has_nothing_behind_its_end(colours: int, size: tuple[int, int]) -> None:
    noise = Image.effect_noise(size, 90).quantize(colours)
    for image in (noise, picture(*size).quantize(colours)):
        data = encode(image, "GIF")
        assert cleaned(data) == data


def test_a_full_table_is_followed_to_the_end() -> None:
    codes = [(256, 9)]
    entries, width = 258, 9
    for number in range(9000):
        codes.append((number * 7 % 256, width))
        entries += number > 0 and entries < 4096
        width = min(12, int(entries).bit_length())
    data = gif.bits([*codes, (257, 12)])
    assert find_end(data + SECRET, 8, 9000).used == len(data)


def test_an_end_before_the_last_pixel_is_an_end() -> None:
    data = gif.bits(gif.plain_codes(bytes(16), 2, (5,)))
    assert find_end(data + SECRET, 2, 256).used == len(data)


@pytest.mark.parametrize("data", [b"", b"\x04", gif.bits([(4, 3), (7, 3)]), gif.bits([(4, 3), (1, 3), (7, 3)])])
def test_data_that_no_decoder_can_follow_are_refused(data: bytes) -> None:
    with pytest.raises(MalformedError):
        find_end(data, 2, 256)


def test_a_table_that_is_cleared_without_end_takes_little_time() -> None:
    start = time.process_time()
    for least, count in ((2, 1), (8, 40)):
        data = gif.bits([(1 << least, least + 1), *[(1, least + 1)] * count] * 64) * 6000
        with pytest.raises(MalformedError, match="begins its table again"):
            find_end(data, least, 1 << 32)
    assert time.process_time() - start < 20


def test_the_last_control_before_a_picture_is_obeyed() -> None:
    film = gif.animated()
    idle = control(1, delay=77, colour=0)
    assert cleaned(film[:-1] + idle + END) == film
    with pytest.raises(MalformedError, match="contradict each other"):
        read(with_front(control(5, colour=2), control(4)))
    assert read(with_front(control(4), control(5, colour=2))).frames == 1
    text = extension(0x01, b"\x0c" + bytes(12) + chain(SECRET))
    assert cleaned(with_front(control(4), text)) == with_front(control(4))


def test_a_control_keeps_its_timing_and_nothing_else() -> None:
    odd = control(0xE4, 35, ord("!"), SECRET)
    assert cleaned(with_front(odd)) == with_front(control(4, 35))
    assert [bytes(one.data) for one in read(with_front(odd)).payloads] == [b"\xe4!" + SECRET]


@pytest.mark.parametrize("name", [b"NETSCAPE2.0", b"ANIMEXTS1.0"])
def test_a_loop_keeps_its_number_and_nothing_else(name: bytes) -> None:
    data = with_front(loop(b"\x05\2" + SECRET[:4] + b"\x03\1\7\0" + chain(SECRET), name))
    assert cleaned(data) == with_front(loop(chain(b"\1\7\0"), name))
    assert SECRET[:4] in b"".join(bytes(one.data) for one in read(data).payloads)


def test_loops_that_contradict_each_other_are_refused() -> None:
    one, other = loop(chain(b"\1\2\0")), loop(chain(b"\1\3\0"))
    with pytest.raises(MalformedError, match="how often"):
        read(with_front(one, other))
    assert cleaned(with_front(one, one)) == with_front(one)


def test_xmp_is_read_without_its_tail_and_in_sub_blocks() -> None:
    packet_ = packet("formats-gif-xmp").data
    named_ = b"XMP DataXMP"
    for data in (gif.xmp(packet_), gif.application(named_, chain(packet_))):
        (payload,) = read(with_front(data)).payloads
        assert (payload.vocabulary, bytes(payload.data)) == ("xmp", packet_)


def test_xmp_that_we_write_is_found_and_goes_again() -> None:
    packet_ = packet("formats-gif-fresh").data
    copy = cleaned(b"GIF87a" + gif.still()[6:], Fresh(xmp=packet_))
    assert copy[:6] == b"GIF89a"
    assert [bytes(one.data) for one in read(copy).payloads] == [packet_]
    assert cleaned(copy, Fresh(xmp=packet_)) == copy
    assert cleaned(copy)[6:] == gif.still()[6:]


@needs_exiftool
def test_xmp_that_we_write_is_what_the_witness_reads(tmp_path: Path) -> None:
    packet_ = packet("formats-gif-fresh").data
    (tmp_path / "copy.gif").write_bytes(cleaned(gif.still(), Fresh(xmp=packet_)))
    done = subprocess.run(["exiftool", "-b", "-xmp", str(tmp_path / "copy.gif")], capture_output=True, check=True)
    assert done.stdout == packet_


@needs_exiftool
def test_a_profile_that_we_write_is_the_one_that_the_witness_reads(tmp_path: Path) -> None:
    old = icc.private("formats-gif").data
    for base in (gif.still(), with_front(gif.profile(old))):
        copy = cleaned(base, Fresh(icc=icc.plain()))
        (tmp_path / "copy.gif").write_bytes(copy)
        done = subprocess.run(
            ["exiftool", "-b", "-icc_profile", str(tmp_path / "copy.gif")], capture_output=True, check=True
        )
        assert done.stdout == read(copy).icc == icc.plain()
        assert cleaned(copy) == copy
    assert cleaned(with_front(gif.profile(old)), Fresh(icc=b"")) == gif.still()


def test_payloads_have_their_vocabularies() -> None:
    found = {one.where: one.vocabulary for one in read(named("gif-everything").data).payloads}
    assert found["XMP"] == "xmp"
    assert found["Content credentials"] == "c2pa"
    assert found["IPTC"] == "iptc"
    assert found["GIF comment"] == found["GIF plain text"] == "text"
    assert found["Behind the picture"] == "trailer"
    assert found["GIF MIDICTRLJon"] == "unknown"


def test_a_file_without_its_end_stays_as_it_is() -> None:
    base = gif.still()[:-1]
    assert cleaned(base) == base
    assert cleaned(base + comment(SECRET)[:-3]) == base


def test_zeros_between_parts_go_and_other_bytes_are_refused() -> None:
    film = gif.animated()
    first = parts_of(film)[-1]
    assert cleaned(film.replace(first, bytes(4) + first)) == film
    with pytest.raises(MalformedError, match="do not agree"):
        read(film.replace(first, SECRET + first))


@pytest.mark.parametrize("bad", list(gif_bad()), ids=str)
def test_a_bad_file_takes_little_time(bad: Bad) -> None:
    start = time.process_time()
    with suppress(LenscapError):
        divided(bad.data, deep=True)
    assert time.process_time() - start < 10


def test_a_file_of_too_many_parts_is_a_sentence() -> None:
    with pytest.raises(MalformedError, match="100,000 parts"):
        read(with_front(comment(b"x") * 100_000))
