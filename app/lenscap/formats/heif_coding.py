"""How the picture of a HEIF or AVIF file is coded: what an encoder has to know to write one like it."""

from __future__ import annotations

from typing import NamedTuple

from lenscap.formats.heif_file import File, taken_apart
from lenscap.formats.heif_list import Item

_SRGB = (b"\0\1", b"\0\2"), (b"\0\1", b"\0\2", b"\0\6", b"\0\x0d")
"""The numbers of primaries and of transfer functions that an untagged picture is taken to have (ITU-T H.273)."""


class Coding(NamedTuple):
    """How many bits a channel has, how its colours are sampled, and the numbers of its colour space."""

    bits: int = 8
    sampling: str = "4:2:0"
    space: bytes = b""
    """Primaries and transfer function, two bytes each, where the file tells them."""

    @property
    def is_usual(self) -> bool:
        """Whether its colours mean without a profile what they do on the web."""
        return not self.space or (self.space[:2] in _SRGB[0] and self.space[2:] in _SRGB[1])


def coding(data: bytes) -> Coding:
    """Of the picture that is shown first."""
    file = taken_apart(memoryview(data), False)
    shown = list(_shown(file))
    bodies = [
        (kind, kept.body)
        for item in shown
        for index, _ in file.items.properties(item)
        for kind, kept in [file.properties.get(index, (b"", None))]
        if kept
    ]
    bits, sampling = next((found for kind, body in bodies if (found := _sampling(kind, body))), (8, "4:2:0"))
    space = next((body[4:8] for kind, body in bodies if kind == b"colr" and body[:4] in (b"nclx", b"nclc")), b"")
    return Coding(bits, sampling, space)


def _shown(file: File) -> list[Item]:
    """The picture that is shown first, and the first of those that it is made of."""
    found, number = list[Item](), file.items.meta.primary
    while len(found) < 4 and (item := file.items.meta.items.get(number)):
        found.append(item)
        inputs = file.items.inputs.get(number, ())
        if not inputs:
            break
        number = inputs[0]
    return found


def _sampling(kind: bytes, body: bytes) -> tuple[int, str] | None:
    """Bits of a channel and sampling out of a configuration record (AV1-ISOBMFF 2.3.3; ISO/IEC 14496-15, 8.3.3)."""
    if kind == b"av1C":
        flags = body[2]
        bits = 12 if flags & 0x60 == 0x60 else 10 if flags & 0x40 else 8
        fine = {0x00: "4:4:4", 0x08: "4:2:2", 0x0C: "4:2:0"}.get(flags & 0x0C, "4:2:0")
        return bits, "4:0:0" if flags & 0x10 else fine
    if kind == b"hvcC":
        return 8 + (body[17] & 7), ("4:0:0", "4:2:0", "4:2:2", "4:4:4")[body[16] & 3]
    return None
