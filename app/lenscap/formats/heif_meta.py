"""The ``meta`` box of HEIF: its items, where their bytes are, what they are to each other (ISO/IEC 14496-12, 8.11).

What is read here is plain numbers. Whatever else stands in these boxes is collected, so that it can be told.
"""

from __future__ import annotations

from collections.abc import Iterator

from lenscap.binary.boxes import Atom, boxes, title
from lenscap.binary.reader import Reader
from lenscap.errors import MalformedError, UnsupportedError
from lenscap.formats import MOST_PARTS
from lenscap.formats.heif_list import Item, Meta, Reference, Span

_IN_FILE, _IN_IDAT, _IN_ITEM = 0, 1, 2
_ONCE = (b"hdlr", b"pitm", b"iinf", b"iloc", b"iref", b"iprp", b"idat", b"grpl", b"dinf")
_DINF = bytes.fromhex("0000001c 64726566 00000000 00000001 0000000c 75726c20 00000001")
"""A data information box that says that all is in this file."""
_MOST_ITEMS = 20_000


class _Reading:
    """The walk through a ``meta`` box."""

    def __init__(self, data: memoryview) -> None:
        self.data = data
        self.meta = Meta()
        self.parts = 0

    def read(self, atom: Atom) -> Meta:
        reader, _ = self.full(atom)
        found: dict[bytes, Atom] = {}
        for child in boxes(self.data, reader.position, atom.end):
            if child.kind not in _ONCE:
                self.tell(title(child.kind), bytes(self.data[child.body : child.end]))
            elif child.kind in found:
                raise MalformedError(f"It has two “{title(child.kind)}” boxes, so viewers may see two things in it.")
            else:
                found[child.kind] = child
        for kind in (b"hdlr", b"pitm", b"iinf", b"iloc", b"iprp"):
            if kind not in found:
                raise MalformedError(f"It has no “{title(kind)}” box, so it has no picture.")
        if idat := found.get(b"idat"):
            self.meta.idat = idat.body, idat.end
        for kind, read in (
            (b"hdlr", self.handler), (b"pitm", self.primary), (b"iinf", self.items), (b"iref", self.references),
            (b"iloc", self.locations), (b"iprp", self.properties), (b"grpl", self.groups), (b"dinf", self.sources),
        ):  # fmt: skip
            if kind in found:
                read(found[kind])
        return self.meta

    def tell(self, where: str, surplus: bytes) -> None:
        if surplus:
            self.meta.surplus.append((where, surplus))

    def full(self, atom: Atom, known: int = 0) -> tuple[Reader, int]:
        """A reader behind the version and flags of a box, and the version; only ``known`` flags mean anything."""
        reader = Reader(self.data, atom.body, atom.end)
        version, flags = reader.u8(), reader.take(3)
        if int.from_bytes(flags, "big") & ~known:
            self.tell(f"{title(atom.kind)} flags", flags)
        return reader, version

    def count(self, many: int) -> None:
        """Raise ``MalformedError`` if a file says more than any does about one picture."""
        self.parts += many
        if self.parts > 4 * MOST_PARTS:
            raise MalformedError("Its list of items is longer than that of any picture.")

    def end(self, atom: Atom, reader: Reader) -> None:
        """Tell what stands behind the end of what a box should hold."""
        self.tell(title(atom.kind), reader.take(reader.left))

    def handler(self, atom: Atom) -> None:
        reader, _ = self.full(atom)
        before, kind, behind = reader.take(4), reader.take(4), reader.take(12)
        if kind != b"pict":
            raise UnsupportedError("What it describes is not a picture.")
        self.tell("hdlr", (before + behind).strip(b"\0"))
        self.meta.author = reader.take(reader.left).strip(b"\0")

    def primary(self, atom: Atom) -> None:
        reader, version = self.full(atom)
        self.meta.primary = reader.u32() if version else reader.u16()
        self.end(atom, reader)

    def items(self, atom: Atom) -> None:
        reader, version = self.full(atom)
        count = reader.u32() if version else reader.u16()
        for child in boxes(self.data, reader.position, atom.end):
            if child.kind != b"infe":
                self.tell(title(child.kind), bytes(self.data[child.body : child.end]))
                continue
            item = self.item(child)
            if item.number in self.meta.items or len(self.meta.items) >= _MOST_ITEMS:
                raise MalformedError("Two of its items have the same number, or there are more than any picture has.")
            self.meta.items[item.number] = item
        if count != len(self.meta.items):
            raise MalformedError(f"It says that it has {count:,} items; it has {len(self.meta.items):,}.")

    def item(self, atom: Atom) -> Item:
        reader, version = self.full(atom, known=1)
        hidden = bool(self.data[atom.body + 3] & 1)
        number = reader.u32() if version >= 3 else reader.u16()
        is_protected = bool(reader.u16())
        kind = reader.take(4) if version >= 2 else b""
        name, _, rest = reader.take(reader.left).partition(b"\0")
        item = Item(number, kind, hidden, name, surplus=rest, is_protected=is_protected)
        if kind in (b"mime", b"uri ", b""):
            item.content_type, _, item.surplus = rest.partition(b"\0")
        return item

    def references(self, atom: Atom) -> None:
        reader, version = self.full(atom)
        width = 4 if version else 2
        for child in boxes(self.data, reader.position, atom.end):
            inner = Reader(self.data, child.body, child.end)
            source, count = int.from_bytes(inner.take(width), "big"), inner.u16()
            row = inner.take(width * count)
            numbers = tuple(int.from_bytes(row[at : at + width], "big") for at in range(0, len(row), width))
            self.count(count)
            self.meta.references.append(Reference(child.kind, source, numbers))
            self.tell(f"iref {title(child.kind)}", inner.take(inner.left))

    def locations(self, atom: Atom) -> None:
        reader, version = self.full(atom)
        sizes = reader.u16()
        widths = [sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15, sizes & 15 if version else 0]
        if version > 2 or not {0, 4, 8}.issuperset(widths):
            raise MalformedError("Its “iloc” box is of a kind that does not exist.")
        later = list[tuple[Item, list[tuple[int, int, int]]]]()
        seen = set[int]()
        for _ in range(reader.u32() if version == 2 else reader.u16()):
            number = reader.u32() if version == 2 else reader.u16()
            method = reader.u16() & 15 if version else _IN_FILE
            is_elsewhere = bool(reader.u16())
            base = int.from_bytes(reader.take(widths[2]), "big")
            extents = []
            for _ in range(reader.u16()):
                place, offset, length = (int.from_bytes(reader.take(widths[at]), "big") for at in (3, 0, 1))
                extents.append((place, base + offset, length))
            self.count(1 + len(extents))
            if number in seen:
                raise MalformedError("Its “iloc” box says twice where an item is.")
            seen.add(number)
            item = self.meta.items.get(number)
            if item is None:
                continue
            item.is_elsewhere = is_elsewhere
            if method == _IN_ITEM:
                later.append((item, extents))
            else:
                self.place(item, method, extents)
        holders = {each.source: each.targets for each in reversed(self.meta.references) if each.kind == b"iloc"}
        for item, extents in later:
            self.place_in_items(item, extents, holders.get(item.number, ()))
        self.end(atom, reader)

    def place(self, item: Item, method: int, extents: list[tuple[int, int, int]]) -> None:
        """Extents that count from the beginning of the file, or of the ``idat`` box."""
        start, end = self.meta.idat if method == _IN_IDAT else (0, len(self.data))
        for _, offset, length in extents:
            first, last = start + offset, start + offset + length
            if method > _IN_IDAT or not length or last > end:
                item.is_sound = False
            if (first := min(first, end)) < (last := min(last, end)):
                item.spans.append((first, last))

    def place_in_items(self, item: Item, extents: list[tuple[int, int, int]], targets: tuple[int, ...]) -> None:
        """Extents that count from the beginning of another item, one of ``targets``."""
        for place, offset, length in extents:
            number = targets[max(1, place) - 1] if max(1, place) <= len(targets) else -1
            whole = self.meta.items.get(number)
            spans = []
            if whole and whole is not item:
                self.count(len(whole.spans))  # before it is walked through, maybe for nothing
                spans = list(_part(whole.spans, offset, length))
            if not spans or sum(end - start for start, end in spans) != length:
                item.is_sound = False
            item.spans += spans

    def properties(self, atom: Atom) -> None:
        lists = []
        for child in boxes(self.data, atom.body, atom.end):
            if child.kind == b"ipco":
                lists.append(child)
            elif child.kind == b"ipma":
                self.associations(child)
            else:
                self.tell(title(child.kind), bytes(self.data[child.body : child.end]))
        if len(lists) != 1:
            raise MalformedError("It has no list of what its pictures are like, or more than one.")
        self.meta.properties = list(boxes(self.data, lists[0].body, lists[0].end))

    def associations(self, atom: Atom) -> None:
        reader, version = self.full(atom, known=1)
        width = 2 if self.data[atom.body + 3] & 1 else 1
        top = 0x80 << 8 * (width - 1)
        for _ in range(reader.u32()):
            number = reader.u32() if version else reader.u16()
            row = reader.take(width * reader.u8())
            self.count(1 + len(row))
            if number in self.meta.has:
                raise MalformedError("It says twice what one of its pictures is like.")
            values = (int.from_bytes(row[at : at + width], "big") for at in range(0, len(row), width))
            self.meta.has[number] = [(value & ~top, bool(value & top)) for value in values if value & ~top]
        self.end(atom, reader)

    def groups(self, atom: Atom) -> None:
        for child in boxes(self.data, atom.body, atom.end):
            reader, _ = self.full(child)
            group, count = reader.u32(), reader.u32()
            row = reader.take(4 * count)
            self.count(1 + count)
            numbers = tuple(int.from_bytes(row[at : at + 4], "big") for at in range(0, len(row), 4))
            self.meta.groups.append((child.kind, group, numbers))
            self.end(child, reader)

    def sources(self, atom: Atom) -> None:
        body = bytes(self.data[atom.body : atom.end])
        self.tell("dinf", b"" if body == _DINF else body)


def _part(spans: list[Span], offset: int, length: int) -> Iterator[Span]:
    """The spans of ``length`` bytes, ``offset`` bytes behind the beginning of others."""
    for start, end in spans:
        first, last = start + offset, min(end, start + offset + length)
        if first < last:
            yield first, last
            length -= last - first
            offset = 0
        else:
            offset = max(0, offset - (end - start))


def parse(data: memoryview, atom: Atom) -> Meta:
    """Read the ``meta`` box ``atom``; raise a ``LenscapError`` if viewers may see two things in it."""
    return _Reading(data).read(atom)
