"""Which items of a HEIF file a viewer needs: its pictures, their tiles, their transparency, their gain maps.

Thumbnails, depth maps and mattes are pictures that nobody is shown: they go, with all that only describes.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from lenscap.binary.boxes import title
from lenscap.errors import MalformedError, UnsupportedError
from lenscap.formats import check_numbers
from lenscap.formats.heif_list import Item, Meta, Reference
from lenscap.formats.heif_properties import ALPHA, DESCRIPTIONS, GAIN_MAPS, auxiliary_type

CODED = frozenset({b"hvc1", b"av01"})
DERIVED = frozenset({b"grid", b"iovl", b"iden", b"tmap"})
_OTHER_PICTURES = frozenset({
    b"hev1", b"lhv1", b"avc1", b"jpeg", b"j2k1", b"vvc1", b"evc1", b"unci", b"mski", b"jxl ", b"sato",
})  # fmt: skip
PICTURES = CODED | DERIVED | _OTHER_PICTURES
_BETWEEN = frozenset({b"dimg", b"auxl", b"prem", b"thmb"})
"""What a viewer has to know about how pictures belong together."""
_PREDICTED = frozenset({b"pred", b"tbas", b"exbl"})
_GROUPS = frozenset({b"altr", b"ster"})
"""Pictures that stand for each other, and those for the left and the right eye."""
_MOST_TIMES = 16
"""How often the bytes of a file may be looked at: items may lie over each other, and what that may cost is bounded."""
_GAIN_MAP_HEAD, _GAIN_MAP_CHANNEL = 22, 40


class Items:
    """The items of a file, divided into those that stay and those that go."""

    def __init__(self, data: memoryview, meta: Meta) -> None:
        self.data = data
        self.meta = meta
        self._left = _MOST_TIMES * len(data)
        self.by_kind: dict[bytes, list[Reference]] = {}
        for reference in meta.references:
            self.by_kind.setdefault(reference.kind, []).append(reference)
        if meta.items and (meta.primary not in meta.items or not _is_picture(meta.items[meta.primary])):
            raise MalformedError("It does not say which of its items is the picture.")
        for item in self.kept:
            self._check(item)

    def content(self, item: Item) -> memoryview:
        """The bytes of an item; they are copied only if they lie in several places."""
        self._left -= sum(end - start for start, end in item.spans)
        if self._left < 0:
            raise MalformedError("Its items lie over each other, which those of no picture do.")
        if len(item.spans) == 1:
            return self.data[slice(*item.spans[0])]
        return memoryview(b"".join(self.data[start:end] for start, end in item.spans))

    @cached_property
    def thumbnails(self) -> set[int]:
        """The pictures that are small copies of others."""
        return {each.source for each in self.by_kind.get(b"thmb", ())}

    @cached_property
    def auxiliaries(self) -> dict[int, bytes]:
        """The pictures that belong to others, and what they are to them."""
        return {number: self._auxiliary(number) for number in {each.source for each in self.by_kind.get(b"auxl", ())}}

    def _auxiliary(self, number: int) -> bytes:
        for index, _ in self.meta.has.get(number, ()):
            if index <= len(self.meta.properties) and (atom := self.meta.properties[index - 1]).kind == b"auxC":
                return auxiliary_type(self.data[atom.body : atom.end])
        return b""

    @cached_property
    def inputs(self) -> dict[int, tuple[int, ...]]:
        """The pictures that each derived one is made of."""
        found: dict[int, tuple[int, ...]] = {}
        for each in self.by_kind.get(b"dimg", ()):
            if each.source in found:
                raise MalformedError("It says twice what one of its pictures is made of.")
            found[each.source] = each.targets
        return found

    @cached_property
    def pages(self) -> list[Item]:
        """The pictures that a viewer may show one after the other."""
        return [item for item in self.meta.items.values() if self._is_page(item)]

    def _is_page(self, item: Item) -> bool:
        return _is_picture(item) and not (item.hidden or self._is_aside(item.number))

    @cached_property
    def kept(self) -> list[Item]:
        """The items that stay, in the order of the file."""
        makers: dict[int, list[int]] = {}
        for maker, parts in self.inputs.items():
            for part in parts:
                makers.setdefault(part, []).append(maker)
        aside = {part for part, found in makers.items() if all(map(self._is_aside, found))}
        found = self._with_inputs(
            {*([self.meta.primary] if self.meta.items else ()), *(item.number for item in self.pages)}
            - (aside - {self.meta.primary})
        )
        wanted = {
            each.source
            for each in self.by_kind.get(b"auxl", ())
            if self.auxiliaries[each.source] in ALPHA | GAIN_MAPS and found.intersection(each.targets)
        }
        found |= self._with_inputs(wanted)
        return [item for item in self.meta.items.values() if item.number in found]

    def _is_aside(self, number: int) -> bool:
        return number in self.thumbnails or number in self.auxiliaries

    def _with_inputs(self, roots: set[int]) -> set[int]:
        """Pictures and all that they are made of."""
        found, waiting = set[int](), list(roots)
        while waiting:
            number = waiting.pop()
            if number not in found:
                found.add(number)
                waiting += self.inputs.get(number, ())
        return found

    @cached_property
    def numbers(self) -> set[int]:
        """The numbers of the items that stay."""
        return {item.number for item in self.kept}

    @cached_property
    def gone(self) -> list[Item]:
        """The items that go."""
        return [item for item in self.meta.items.values() if item.number not in self.numbers]

    def _check(self, item: Item) -> None:
        """Raise a ``LenscapError`` if a picture cannot be taken over as it is."""
        missing = set(self.inputs.get(item.number, ())) - self.meta.items.keys()
        if missing or (item.kind not in CODED | DERIVED and not _is_picture(item)):
            raise MalformedError("One of its pictures is made of others that it does not have.")
        if item.kind not in CODED | DERIVED:
            raise UnsupportedError(
                f"It holds a picture of the kind “{title(item.kind)}”, which Lenscap cannot clean yet."
            )
        if item.is_protected or item.is_elsewhere:
            raise UnsupportedError("One of its pictures is encrypted or lies in another file.")
        if item.kind != b"iden" and not (item.spans and item.is_sound):
            raise MalformedError("It ends before its picture does, or says wrongly where it is.")
        if item.number in self._predicted:
            raise UnsupportedError("One of its pictures needs others to be decoded, which Lenscap cannot clean yet.")

    @cached_property
    def _predicted(self) -> set[int]:
        return {each.source for kind in _PREDICTED for each in self.by_kind.get(kind, ())}

    @cached_property
    def references(self) -> list[Reference]:
        """How the pictures that stay belong together."""
        found = []
        for each in self.meta.references:
            targets = tuple(number for number in each.targets if number in self.numbers)
            if each.kind in _BETWEEN and each.source in self.numbers and targets:
                found.append(Reference(each.kind, each.source, targets))
        return found

    @cached_property
    def groups(self) -> list[tuple[bytes, int, tuple[int, ...]]]:
        """The groups of pictures that stay."""
        found = []
        for kind, group, members in self.meta.groups:
            left = tuple(number for number in members if number in self.numbers)
            if kind in _GROUPS and len(left) > 1:
                found.append((kind, group, left))
        return found

    def properties(self, item: Item) -> Iterator[tuple[int, bool]]:
        """The numbers of what an item is like, and whether that is essential."""
        for index, is_essential in self.meta.has.get(item.number, ()):
            if index > len(self.meta.properties):
                raise MalformedError("One of its pictures is like something that it does not say.")
            yield index, is_essential

    def check_missing(self, kind: bytes, is_essential: bool) -> None:
        """Raise ``UnsupportedError`` if a property that goes changes how a picture is shown."""
        if is_essential and kind not in DESCRIPTIONS:
            raise UnsupportedError(f"Its picture needs “{title(kind)}”, which Lenscap does not know.")

    def derived(self, item: Item) -> bytes:
        """How a picture is made of others, written anew from its numbers."""
        body, inputs = bytes(self.content(item)[: 1 << 20]), self.inputs.get(item.number, ())
        length = _derived_length(item.kind, body, len(inputs))
        if length > len(body):
            raise MalformedError(f"Its “{title(item.kind)}” does not say how its picture is made of others.")
        check_numbers(body[:length])
        return _cleared(item.kind, body[:length])


def _is_picture(item: Item) -> bool:
    return item.kind in PICTURES


def _derived_length(kind: bytes, body: bytes, inputs: int) -> int:
    """How many bytes a derived picture with so many inputs takes (ISO/IEC 23008-12, section 6.6; ISO 21496-1)."""
    wide = 2 * (body[1:2] > b"\0" and body[1] & 1) + 2
    if kind == b"grid" and len(body) >= 4:
        if (body[2] + 1) * (body[3] + 1) != inputs or body[0]:
            raise MalformedError("Its picture has more tiles than it has room for, or fewer.")
        return 4 + 2 * wide
    if kind == b"iovl" and body[:1] == b"\0":
        return 10 + 2 * wide * (1 + inputs)
    if kind == b"tmap" and len(body) >= 6:
        if body[0] or body[1:3] != b"\0\0" or body[5] & 0x3F or inputs != 2:
            raise UnsupportedError("It has a gain map of a kind that Lenscap does not know.")
        return _GAIN_MAP_HEAD + _GAIN_MAP_CHANNEL * (3 if body[5] & 0x80 else 1)
    return 0 if kind == b"iden" and inputs == 1 else 1 << 30


def _cleared(kind: bytes, body: bytes) -> bytes:
    """The numbers of a derived picture without the bits that mean nothing."""
    if kind == b"tmap":  # not by which version of a program they were written
        return body[:3] + bytes(2) + body[5:]
    return body[:1] + bytes([body[1] & 1]) + body[2:] if body else body
