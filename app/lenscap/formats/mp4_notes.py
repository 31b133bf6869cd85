"""What a film loses when its index is written anew: kept as payloads, so that the person learns of it."""

from __future__ import annotations

from lenscap.binary.boxes import Atom, title
from lenscap.model import Bytes, Payload

XMP = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
"""The type of the ``uuid`` box that XMP is in."""
_LONGEST = 1 << 20
_MOST, _ROOM = 4000, 64 << 20
"""How many payloads are kept, and how many bytes of all together."""


class Notes:
    """The payloads of a film, in the order in which they were met."""

    def __init__(self) -> None:
        self.payloads: list[Payload] = []
        self.left = _ROOM

    def tell(self, vocabulary: str, where: str, data: bytes) -> None:
        """Keep what a vocabulary can read, as long as there is room."""
        if len(self.payloads) < _MOST:
            self.payloads.append(Payload(vocabulary, where, data[: self.left]))
            self.left -= len(self.payloads[-1].data)

    def add(self, where: str, data: Bytes) -> None:
        """Keep bytes that nobody needs, unless they are nothing but zeros."""
        data = bytes(data[:_LONGEST])
        if data.strip(b"\0"):
            self.tell("unknown", where, data)

    def compare(self, where: str, old: bytes, fresh: bytes, told: tuple[slice, ...] = ()) -> None:
        """Keep what of ``old`` is not in ``fresh``; the spans ``told`` were told by others."""
        if old == fresh:
            return
        rest = bytearray(old)
        for span in told:
            rest[span] = fresh[span].ljust(len(rest[span]), b"\0")
        start = next(
            (n for n, (a, b) in enumerate(zip(rest, fresh, strict=False)) if a != b), min(len(old), len(fresh))
        )
        stop, other = len(rest), len(fresh)
        while stop > start and other > start and rest[stop - 1] == fresh[other - 1]:
            stop, other = stop - 1, other - 1
        self.add(where, bytes(rest[start:stop]))


def tell(data: bytes, atom: Atom, where: str, notes: Notes) -> None:
    """Note a box that goes: what programs and cameras say of the film, or bytes that are not known."""
    if atom.kind in (b"udta", b"meta"):
        notes.tell("quicktime", f"{where} {title(atom.kind)}", data[atom.start : atom.end])
    elif atom.uuid == XMP:
        notes.tell("xmp", f"{where} XMP", data[atom.body : atom.end])
    else:
        notes.add(f"{where} {title(atom.kind)}", data[atom.start + 8 : atom.end])
