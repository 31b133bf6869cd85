"""Films taken apart and put together (ISO/IEC 14496-12; QuickTime File Format)."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cache
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from .picture import picture
from .sample import Part, Sample, canaries_of, places_of

HOLDERS = frozenset(
    (b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"dinf", b"mvex", b"moof", b"traf", b"udta", b"tref")
)
UNDETERMINED = 0x55C4
IDENTITY = struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 1 << 30)
QUARTER = struct.pack(">9i", 0, 65536, 0, -65536, 0, 0, 96 << 16, 0, 1 << 30)
XMP_UUID = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
C2PA_UUID = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")


def box(kind: bytes, *parts: bytes) -> bytes:
    """Length, kind, body."""
    body = b"".join(parts)
    return struct.pack(">I4s", len(body) + 8, kind) + body


def full(kind: bytes, *parts: bytes, version: int = 0, flags: int = 0) -> bytes:
    """A box with a version and flags."""
    return box(kind, bytes([version]) + flags.to_bytes(3), *parts)


class Node:
    """A box that can be changed: it has children, or a body."""

    def __init__(self, kind: bytes, body: bytes = b"", children: list[Node] | None = None) -> None:
        self.kind, self.body, self.children = kind, body, children

    def __bytes__(self) -> bytes:
        """The box."""
        return box(self.kind, self.body if self.children is None else b"".join(map(bytes, self.children)))

    def __getitem__(self, path: str) -> Node:
        """The first box at a path, such as ``mdia/minf``."""
        node = self
        for kind in path.split("/"):
            node = next(each for each in node.children or () if each.kind == kind.encode("latin-1"))
        return node

    def all(self, kind: bytes) -> list[Node]:
        """All the boxes of a kind inside this one, at any depth."""
        inside = self.children or []
        return [one for each in inside for one in ([each] if each.kind == kind else []) + each.all(kind)]

    def add(self, *boxes: bytes) -> None:
        """More boxes behind the others."""
        assert self.children is not None
        self.children += nodes(b"".join(boxes))

    def put(self, at: int, value: bytes) -> None:
        """Write over a part of the body."""
        self.body = self.body[:at] + value + self.body[at + len(value) :]


def nodes(data: bytes) -> list[Node]:
    """The boxes in a row."""
    found, at = [], 0
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + length]
        found.append(Node(kind, children=nodes(body)) if kind in HOLDERS else Node(kind, body))
        at += length
    return found


class Film:
    """A film that can be changed. Offsets in its index count from the beginning of its media data."""

    def __init__(self, data: bytes) -> None:
        top = nodes(data)
        self.brands = next((bytes(node) for node in top if node.kind == b"ftyp"), b"")
        self.moov = next(node for node in top if node.kind == b"moov")
        self.media = next(node.body for node in top if node.kind == b"mdat")
        self.keeps: tuple[bytes, ...] = (self.media,)
        self._shift(-(data.index(self.media[:64])))

    @property
    def tracks(self) -> list[Node]:
        """The boxes ``trak``."""
        return self.moov.all(b"trak")

    def _shift(self, by: int, since: int = 0) -> None:
        for table in self.moov.all(b"stco"):
            moved = [offset + by * (offset >= since) for offset in _offsets(table)]
            table.put(8, struct.pack(f">{len(moved)}I", *moved))

    def insert(self, at: int, data: bytes) -> int:
        """Put bytes into the media data, between two chunks; return where they are."""
        starts = sorted({start for table in self.moov.all(b"stco") for start in _offsets(table)})
        place = next((start for start in starts if start >= at), len(self.media))
        self._shift(len(data), place)
        self.media = self.media[:place] + data + self.media[place:]
        self.keeps = tuple(
            part for kept in self.keeps for part in _cut(kept, self.media, place, len(data)) if part
        )  # fmt: skip
        return place

    def add_track(self, track: bytes) -> None:
        """One more track."""
        self.moov.add(track)

    def build(
        self, front: Sequence[bytes] = (), end: Sequence[bytes] = (), moov_first: bool = False, large: bool = False
    ) -> bytes:
        """The file: ``front`` is put before the media data, ``end`` behind all."""
        before = self.brands + b"".join(front)
        head = struct.pack(">I4sQ", 1, b"mdat", len(self.media) + 16) if large else b""
        head = head or struct.pack(">I4s", len(self.media) + 8, b"mdat")
        base = len(before) + len(head) + len(bytes(self.moov)) * moov_first
        self._shift(base)
        moov = bytes(self.moov)
        self._shift(-base)
        order = (before, moov, head, self.media) if moov_first else (before, head, self.media, moov)
        return b"".join((*order, *end))


def _offsets(table: Node) -> Iterable[int]:
    return struct.unpack_from(f">{int.from_bytes(table.body[4:8])}I", table.body, 8)


def _cut(kept: bytes, media: bytes, at: int, length: int) -> tuple[bytes, ...]:
    """A kept run, in two if bytes were put into it."""
    if kept in media:
        return (kept,)
    for size in range(1, len(kept)):
        if media[at - size : at] == kept[:size] and media[at + length : at + length + len(kept) - size] == kept[size:]:
            return kept[:size], kept[size:]
    raise AssertionError("a run was lost")


def track(
    number: int,
    handler: bytes,
    entry: bytes,
    samples: Sequence[bytes],
    at: int,
    more: Sequence[bytes] = (),
    flags: int = 3,
    name: bytes = b"",
) -> bytes:
    """A track of some other kind, whose samples lie in one chunk at ``at``."""
    head = full(b"tkhd", bytes(8), number.to_bytes(4), bytes(4), (1000).to_bytes(4), bytes(16), IDENTITY, bytes(8),
                flags=flags)  # fmt: skip
    sizes = b"".join(len(sample).to_bytes(4) for sample in samples)
    many = len(samples).to_bytes(4)
    one = b"\0\0\0\1"
    tables = [
        full(b"stsd", one, entry), full(b"stts", one, many, (100).to_bytes(4)), full(b"stsc", one, one, many, one),
        full(b"stsz", bytes(4), many, sizes), full(b"stco", one, at.to_bytes(4)),
    ]  # fmt: skip
    dinf = box(b"dinf", full(b"dref", one, full(b"url ", flags=1)))
    minf = box(b"minf", full(b"nmhd"), dinf, box(b"stbl", *tables))
    hdlr = full(b"hdlr", bytes(4), handler, bytes(12), name + b"\0")
    mdhd = full(b"mdhd", bytes(8), (1000).to_bytes(4), (1000).to_bytes(4), UNDETERMINED.to_bytes(2), bytes(2))
    return box(b"trak", head, box(b"mdia", mdhd, hdlr, minf), *more)


@cache
def film(
    video: str = "libx264", audio: str = "aac", form: str = "mp4", movflags: str = "", frames: int = 8,
    size: tuple[int, int] = (96, 64), pixels: str = "yuv420p",
) -> bytes:  # fmt: skip
    """A short film, without metadata as far as its writer leaves it out."""
    file = io.BytesIO()
    options = {"movflags": movflags} if movflags else {}
    with av.open(file, "w", format=form, options={**options, "fflags": "+bitexact"}) as out:
        seen: Any = out.add_stream(video, rate=Fraction(25), options=_options(video))
        seen.width, seen.height, seen.pix_fmt = *size, pixels
        seen.time_base = Fraction(1, 25)
        seen.codec_context.thread_count = 1
        heard: Any = out.add_stream(audio, rate=_rate(audio)) if audio else None
        if heard is not None and audio in ("aac", "pcm_s16le", "alac"):
            heard.layout = "mono"
        for number in range(frames):
            frame = av.VideoFrame.from_ndarray(_planes(picture(*size, shift=12 * number)), format=pixels)
            frame.pts = number
            out.mux(seen.encode(frame))
            if heard is not None:
                out.mux(heard.encode(_tone(heard, number, frames)))
        out.mux(seen.encode(None))
        if heard is not None:
            out.mux(heard.encode(None))
    return file.getvalue()


def _planes(image: Image.Image) -> NDArray[np.uint8]:
    """A picture as brightness and, at half the size, two colours: rounded the same on every computer."""
    bright, blue, red = (np.asarray(plane) for plane in image.convert("YCbCr").split())
    return np.concatenate([bright.ravel(), blue[::2, ::2].ravel(), red[::2, ::2].ravel()]).reshape(-1, image.width)


def _options(codec: str) -> dict[str, str]:
    """What makes an encoder write the same bytes each time: x264's fast code depends on where things are in memory."""
    options = {
        "libx264": {"g": "4", "x264-params": "no-asm=1"},
        "libx265": {"x265-params": "log-level=none:pools=1:keyint=4"},
        "libvpx-vp9": {"g": "4", "row-mt": "0"},
    }
    return options.get(codec, {"g": "4"})


def _rate(codec: str) -> int:
    return 48000 if codec in ("libopus", "opus") else 8000 if codec in ("pcm_s16le", "aac") else 44100


def _tone(stream: Any, number: int, frames: int) -> Any:
    """The sound of one frame."""
    context = stream.codec_context
    many = context.sample_rate // 25
    wave = np.sin(np.arange(number * many, (number + 1) * many) / 9) * 9000
    layout = context.layout.name
    values = np.repeat(wave.astype(np.int16)[None, :], 2 if layout == "stereo" else 1, 0)
    tone = av.AudioFrame.from_ndarray(values.T.reshape(1, -1).copy(), format="s16", layout=layout)
    tone.sample_rate, tone.pts, tone.time_base = context.sample_rate, number * many, Fraction(1, context.sample_rate)
    return tone


def sample(
    name: str, whole: bytes, parts: Sequence[Part] = (), keeps: tuple[bytes, ...] = (), suffix: str = ".mp4"
) -> Sample:
    """A film sample, whose ``parts`` were put in already."""
    return Sample(f"mp4-{name}", "MP4", suffix, whole, canaries_of(parts), places_of(parts), keeps=keeps)
