"""Files that are not cleaned: each is called by its name, and a person is told what to do instead."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import av
import pytest

from lenscap.formats import HEAD, containers, recognise
from lenscap.formats.refused import KINDS, LOOKED_AT, refused
from lenscap.model import Outcome
from lenscap.pipeline import clean
from lenscap.policy import PRESETS
from tests.samples import samples
from tests.samples.picture import encode, picture


def zipped(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return file.getvalue()


def film(form: str, codec: str) -> bytes:
    """A film of two frames."""
    file = io.BytesIO()
    with av.open(file, "w", format=form) as output:
        stream: Any = output.add_stream(codec, rate=25, width=96, height=64)
        _fill(output, stream, [_frame(shift) for shift in (0, 50)])
    return file.getvalue()


def sound(form: str, codec: str) -> bytes:
    """A moment of silence."""
    file = io.BytesIO()
    with av.open(file, "w", format=form) as output:
        stream: Any = output.add_stream(codec, rate=48000)
        frame = av.AudioFrame(stream.codec_context.format.name, "stereo", 960)
        frame.rate = 48000
        for plane in frame.planes:
            plane.update(bytes(plane.buffer_size))
        _fill(output, stream, [frame])
    return file.getvalue()


def _frame(shift: int) -> Any:
    frame: Any = av.VideoFrame
    return frame.from_image(picture(shift=shift))


def _fill(output: Any, stream: Any, frames: list[Any]) -> None:
    for frame in [*frames, None]:
        output.mux(stream.encode(frame))


MADE: dict[str, Callable[[], bytes]] = {
    "JPEG 2000": lambda: encode(picture(), "JPEG2000"),
    "JPEG 2000 picture": lambda: encode(picture(), "JPEG2000", no_jp2=True),
    "icon": lambda: encode(picture(), "ICO"),
    "Apple icon": lambda: encode(picture(64, 64), "ICNS"),
    "PDF": lambda: encode(picture(), "PDF"),
    "PostScript": lambda: encode(picture(), "EPS"),
    "Netpbm": lambda: encode(picture(), "PPM"),
    "DirectDraw": lambda: encode(picture(), "DDS"),
    "Matroska": lambda: film("matroska", "mpeg4"),
    "Matroska or WebM": lambda: film("webm", "libvpx"),
    "AVI": lambda: film("avi", "mpeg4"),
    "Flash film": lambda: film("flv", "flv"),
    "Windows Media": lambda: film("asf", "mpeg4"),
    "MPEG film": lambda: film("mpeg", "mpeg2video"),
    "an MPEG film": lambda: film("mpegts", "mpeg2video"),
    "MP3": lambda: sound("mp3", "libmp3lame"),
    "WAV": lambda: sound("wav", "pcm_s16le"),
    "FLAC": lambda: sound("flac", "flac"),
    "Ogg": lambda: sound("ogg", "libopus"),
    "ZIP": lambda: zipped("photo.jpg"),
    "an Office document": lambda: zipped("[Content_Types].xml", "word/document.xml"),
    "SVG": lambda: b'<?xml version="1.0"?>\n<!-- made -->\n<svg xmlns="http://www.w3.org/2000/svg"/>',
    "SVG drawing": lambda: b'<svg width="1"/>',
    "web page": lambda: b"\n<!DOCTYPE html><html></html>",
    "a text": "Grüße aus Lissabon.\n".encode,
    "is a text": lambda: b"x" * (LOOKED_AT - 1) + "ü".encode() * 9,
    "Photoshop": lambda: b"8BPS\0\1" + bytes(6) + b"\0\3\0\0\0\x40\0\0\0\x60\0\x08\0\3",
    "GIMP": lambda: b"gimp xcf v011\0\0\0\0\x60\0\0\0\x40",
    "Fujifilm": lambda: b"FUJIFILMCCD-RAW 0201FF159503X-T3",
    "Canon raw": lambda: b"\0\0\0\x18ftypcrx \0\0\0\1crx isom",
    "older Canon": lambda: b"II\x1a\0\0\0HEAPCCDR\2\0\1\0",
    "Olympus": lambda: b"IIRO\x08\0\0\0",
    "Panasonic": lambda: b"IIU\0\x18\0\0\0",
    "Sigma": lambda: b"FOVb\0\0\2\0",
    "Minolta": lambda: b"\0MRM\0\1\2\3\0PRD",
    "JPEG XR": lambda: b"II\xbc\1\x20\0\0\0",
    "OpenEXR": lambda: b"\x76\x2f\x31\1\2\0\0\0",
    "Radiance": lambda: b"#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n",
    "QOI": lambda: b"qoif\0\0\0\x60\0\0\0\x40\3\0",
    "older Office": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16),
    "archive": lambda: b"7z\xbc\xaf\x27\x1c\0\4",
}


@pytest.mark.parametrize("called", MADE)
def test_a_person_is_told_what_it_is_and_what_to_do_instead(called: str, tmp_path: Path) -> None:
    source = tmp_path / "photo.jpg"
    source.write_bytes(MADE[called]())
    result = clean(source, tmp_path / "copy.jpg", PRESETS["metadata"])
    assert result.outcome == Outcome.REFUSED
    assert result.reason
    assert called in result.reason
    assert re.fullmatch(r"It is an? .+\. Lenscap does not clean those; .+\. The original is unchanged\.", result.reason)
    assert not (tmp_path / "copy.jpg").exists()


def test_every_kind_of_the_list_is_tried() -> None:
    tried = {kind.what for made in MADE.values() if (kind := refused(made()[:LOOKED_AT]))}
    assert tried == {kind.what for kind in KINDS}


@pytest.mark.parametrize("data", [b"\xff", bytes(5000), b"\x81\x92\xa3" * 400, b"ab\0cd", "ü".encode("latin-1") * 2000])
def test_what_is_on_no_list_gets_the_general_sentence(data: bytes, tmp_path: Path) -> None:
    source = tmp_path / "photo.jpg"
    source.write_bytes(data)
    result = clean(source, tmp_path / "copy.jpg", PRESETS["metadata"])
    assert result.reason
    assert result.reason.startswith("Lenscap does not know this kind of file.")


def test_what_is_cleaned_is_not_on_the_list() -> None:
    for sample in samples():
        assert recognise(sample.data[:HEAD])
        assert refused(sample.data[:LOOKED_AT]) is None
    cleaned = {suffix for container in containers() for suffix in container.SUFFIXES}
    assert not cleaned & {suffix for kind in KINDS for suffix in kind.suffixes}


@pytest.mark.parametrize("form", sorted({sample.format for sample in samples()}))
def test_the_content_decides_and_the_copy_keeps_its_name(form: str, tmp_path: Path) -> None:
    sample = next(sample for sample in samples() if sample.format == form)
    source = tmp_path / "IMG_1.psd"
    source.write_bytes(sample.data)
    result = clean(source, tmp_path / "copies" / source.name, PRESETS["metadata"])
    assert result.target == tmp_path / "copies" / "IMG_1.psd"
    assert result.before
    assert result.before.format == form
    assert result.after
    assert result.after.size == result.before.size
