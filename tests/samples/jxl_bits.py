"""JPEG XL codestreams with headers of our own around what Pillow compressed (ISO/IEC 18181-1, annexes A to G)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from .picture import encode, picture, translucent

WIDTH, HEIGHT = 96, 64


class Writer:
    """Bits one behind the other, the lowest of a byte first."""

    def __init__(self) -> None:
        self.value = self.count = 0

    def put(self, *fields: tuple[int, int]) -> Writer:
        """Add numbers, each with how many bits it has."""
        for number, bits in fields:
            self.value |= number << self.count
            self.count += bits
        return self

    def align(self) -> Writer:
        """Go on to the next byte."""
        self.count += -self.count % 8
        return self

    def done(self) -> bytes:
        return self.align().value.to_bytes(self.count // 8, "little")


def name_fields(name: bytes) -> list[tuple[int, int]]:
    """A name and its length."""
    lengths = [(0, 2)] if not name else [(1, 2), (len(name), 4)] if len(name) < 16 else [(2, 2), (len(name) - 16, 5)]
    return lengths + [(letter, 8) for letter in name]


def size_fields() -> list[tuple[int, int]]:
    """96 × 64, in eighths, with a ratio of 3:2 (which is not 4)."""
    return [(1, 1), (HEIGHT // 8 - 1, 5), (4, 3)]


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame: the bits of its header that Pillow chose, and its compressed picture."""

    body: bytes
    lossless: bool = False
    alpha: bool = False
    scales: int = 0
    name: bytes = b""
    duration: int = 0
    timecode: int = 0
    extension: bytes = b""
    last: bool = True

    def write(self, to: Writer, animated: bool = False) -> None:
        to.put((0, 1), (0, 2), (self.lossless, 1), (0, 2))
        to.put(*([(0, 1)] if self.lossless else []), (0, 2), *([(0, 2)] if self.alpha else []))
        to.put((0, 2) if self.lossless else (self.scales, 6))
        to.put((0, 2), (0, 1), (0, 2), *([(0, 2)] if self.alpha else []))
        if animated:
            to.put((2, 2), (self.duration, 8), (self.timecode, 32))
        to.put((self.last, 1))
        if not self.last:
            to.put((0, 2))
            if not self.duration:
                to.put((0, 1))
        to.put(*name_fields(self.name))
        to.put(*([(0, 1), (0, 1), (0, 2), (0, 2)] if self.lossless else [(1, 1)]))
        to.put(*extension_fields(self.extension), (0, 1)).align()
        section = (0, 2), (len(self.body), 10)
        to.put(*(section if len(self.body) < 1024 else ((1, 2), (len(self.body) - 1024, 14)))).align()
        to.put(*((byte, 8) for byte in self.body))


def extension_fields(data: bytes) -> list[tuple[int, int]]:
    """A field that no version of the format has."""
    if not data:
        return [(0, 2)]
    count = 8 * len(data)
    return [(1, 2), (0, 4), (3, 2), (count & 0xFFF, 12), (0, 1), *((byte, 8) for byte in data)]


class Head(NamedTuple):
    """What stands before the frames."""

    orientation: int = 1
    preview: Frame | None = None
    animated: bool = False
    channel: bytes = b""
    extension: bytes = b""
    profile: bytes = b""


def codestream(frames: list[Frame], head: Head = Head()) -> bytes:  # noqa: B008 (frozen)
    """A whole codestream."""
    first, to = frames[0], Writer().put((0xFF, 8), (0x0A, 8), *size_fields())
    to.put((0, 1), (1, 1), (head.orientation - 1, 3), (0, 1), (head.preview is not None, 1))
    if head.preview:
        to.put((1, 1), (2, 2), (HEIGHT // 8 - 1, 5), (4, 3))
    to.put((head.animated, 1), *([(0, 2), (0, 2), (0, 2), (1, 1)] if head.animated else []))
    to.put((0, 1), (0, 2), (1, 1), (first.alpha, 2))
    if first.alpha:
        to.put((0, 1), (0, 2), (0, 1), (0, 2), (0, 2), *name_fields(head.channel), (0, 1))
    to.put((not first.lossless, 1))
    to.put(*([(0, 1), (1, 1), (0, 2)] if head.profile else [(1, 1)]))
    to.put((1, 1), *extension_fields(head.extension), (1, 1))
    if head.profile:
        _profile(to, head.profile)
    to.align()
    for frame in [*([head.preview] if head.preview else []), *frames]:
        frame.write(to, head.animated)
    return to.done()


def _profile(to: Writer, profile: bytes) -> None:
    """A colour profile with a code of eight bits for each byte."""
    data = _predicted(profile)
    to.put((3, 2), (len(data) & 0xFFF, 12), (0, 1))
    to.put((0, 1), (1, 1), (0, 2), (1, 1), (8, 4), (0, 4), (0, 4))  # no repeats, one code, a prefix code of whole bytes
    to.put((1, 1), (7, 4), (127, 7), (0, 2))
    for symbol in (1, 2, 3, 4, 0, 5, 17, 6, 16, 7, 8, 9, 10, 11, 12, 13, 14, 15):
        to.put((7, 4) if symbol == 8 else (0, 2))
    to.put(*((int(f"{byte:08b}"[::-1], 2), 8) for byte in data))


def _predicted(profile: bytes) -> bytes:
    guess = bytearray(128)
    guess[:4] = len(profile).to_bytes(4, "big")
    guess[8:9], guess[12:24], guess[36:40] = b"\4", b"mntrRGB XYZ ", b"acsp"
    guess[40:44] = {b"A": b"APPL", b"M": b"MSFT"}.get(profile[40:41], bytes(4))
    guess[40] = 0
    guess[68:80] = b"\0\0\xf6\xd6\0\1\0\0\0\0\xd3\x2d"
    guess[80:84] = profile[4:8]
    head = bytes((byte - other) & 0xFF for byte, other in zip(profile, guess, strict=False))
    rest = profile[128:]
    commands = b"\0\1" + _varint(len(rest))
    return _varint(len(profile)) + _varint(len(commands)) + commands + head + rest


def _varint(number: int) -> bytes:
    return bytes([number]) if number < 128 else bytes([number & 127 | 128]) + _varint(number >> 7)


@cache
def frame(lossless: bool = False, alpha: bool = False, shift: int = 0) -> Frame:
    """The frame that Pillow makes of the picture."""
    image = translucent(shift=shift) if alpha else picture(shift=shift)
    made = encode(image, "JXL", **({"lossless": True} if lossless else {"quality": 80}))
    at = {(False, False): 10, (False, True): 11, (True, False): 11, (True, True): 11}[lossless, alpha]
    scales = 0 if lossless else _scales(made, alpha)
    found = Frame(made[at:], lossless, alpha, scales)
    to = Writer()
    found.write(to)
    assert made.endswith(to.done()), "Pillow writes other headers than those known here"
    return found


def _scales(made: bytes, alpha: bool) -> int:
    start = 8 * (4 if not alpha else 5) + (8 if not alpha else 10)
    return int.from_bytes(made, "little") >> start & 63
