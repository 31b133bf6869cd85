"""A HEIF file taken apart: which of its items and properties stay, and where its coded pictures are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lenscap.binary.boxes import Atom, boxes, title
from lenscap.errors import MalformedError, UnsupportedError
from lenscap.formats import MOST_PARTS, heif_streams
from lenscap.formats.heif_items import CODED, Items
from lenscap.formats.heif_list import Item, Meta, Span
from lenscap.formats.heif_meta import parse
from lenscap.formats.heif_properties import PROFILES, Kept, canonical, shown_size
from lenscap.formats.heif_series import Series, series
from lenscap.model import Bytes, Size

_PARTS = frozenset({b"ftyp", b"meta", b"mdat", b"moov"})


@dataclass
class File:
    """A file taken apart."""

    data: memoryview
    deep: bool
    top: list[Atom]
    items: Items
    series: Series | None = None

    @cached_property
    def properties(self) -> dict[int, tuple[bytes, Kept]]:
        """The properties that stay, by their old numbers."""
        found: dict[int, tuple[bytes, Kept]] = {}
        for item in self.items.kept:
            for index, is_essential in self.items.properties(item):
                atom = self.items.meta.properties[index - 1]
                if index not in found and (kept := canonical(atom.kind, self.data[atom.body : atom.end], self.deep)):
                    found[index] = atom.kind, kept
                if index not in found:
                    self.items.check_missing(atom.kind, is_essential)
        return found

    def of(self, item: Item, kind: bytes) -> bytes | None:
        """The property of such a kind that an item has."""
        kinds = ((self.properties.get(index, (b"",))[0], index) for index, _ in self.items.properties(item))
        return next((self.properties[index][1].body for found, index in kinds if found == kind), None)

    @cached_property
    def units(self) -> dict[int, list[tuple[Span, bool, bool]]]:
        """The units of the coded pictures that stay: where they are, whether they begin there, and are needed."""
        found, many = dict[int, list[tuple[Span, bool, bool]]](), 0
        for item in self.items.kept:
            if item.kind in CODED:
                found[item.number] = list(self._placed(item))
                many += len(found[item.number])
            if many > MOST_PARTS:
                raise MalformedError("Its pictures are made of more parts than any are.")
        return found

    def _placed(self, item: Item) -> Iterator[tuple[Span, bool, bool]]:
        """The units of an item, each in as many parts as it lies in."""
        units = iter(self._divided(item, self.items.content(item)))
        unit, offset = next(units, None), 0
        for start, end in item.spans:
            stop = offset + end - start
            while unit and unit.start < stop:
                first, last = max(unit.start, offset), min(unit.end, stop)
                yield (start + first - offset, start + last - offset), first == unit.start, unit.needed
                if unit.end > stop:
                    break
                unit = next(units, None)
            offset = stop

    @cached_property
    def pixels(self) -> dict[Span, str]:
        """Where the units of coded pictures are that stay, in the order of the file, and what they are called."""
        found = dict.fromkeys(self.series.pixels if self.series else (), "samples")
        for number, units in self.units.items():
            name = f"{title(self.items.meta.items[number].kind)} {number}"
            found |= {span: name for span, _, is_needed in units if is_needed}
        return dict(sorted(found.items()))

    @property
    def surplus(self) -> list[Span]:
        """Where the units of coded pictures are that go."""
        spans = [span for units in self.units.values() for span, _, is_needed in units if not is_needed]
        return sorted({*spans, *(self.series.surplus if self.series else ())})

    def _divided(self, item: Item, body: memoryview) -> list[heif_streams.Unit]:
        if item.kind == b"av01":
            is_layered = any(self.of(item, kind) is not None for kind in (b"a1lx", b"a1op", b"lsel"))
            units = heif_streams.av1(body, is_layered)
            if self.deep:
                heif_streams.check_av1(body, units)
            return units
        configuration = self.of(item, b"hvcC")
        if configuration is None:
            raise MalformedError("It does not say how one of its pictures is to be decoded.")
        width = (configuration[21] & 3) + 1
        units = heif_streams.hevc(body, width)
        if self.deep:
            heif_streams.check_hevc(body, units, width)
        return units

    @cached_property
    def profiles(self) -> dict[int, bytes]:
        """The ICC profiles that stay, by the numbers of their properties."""
        return {
            index: kept.body[4:]
            for index, (kind, kept) in self.properties.items()
            if kind == b"colr" and kept.body[:4] in PROFILES
        }

    @property
    def icc(self) -> bytes | None:
        """The profile of the picture that is shown first, or of its first tile, or of a series."""
        return self._own_profile or (self.series.icc if self.series else None)

    @property
    def _own_profile(self) -> bytes | None:
        shown: Item | None = self.items.meta.items.get(self.items.meta.primary)
        for _ in range(4):
            if shown is None:
                break
            for index, _ in self.items.properties(shown):
                if self.profiles.get(index):
                    return self.profiles[index]
            inputs = self.items.inputs.get(shown.number, ())
            shown = self.items.meta.items.get(inputs[0]) if inputs else None
        return None

    @property
    def frames(self) -> int:
        """How many pictures there are; a still one is often one of the series, too."""
        pages = [item for item in self.items.pages if item.kind != b"tmap" and item.number in self.items.numbers]
        if self.series is None:
            return max(1, len(pages))
        shown = self.series.pixels
        return self.series.frames + sum(not shown.issuperset(self._coded(item) or [(0, 0)]) for item in pages)

    def _coded(self, item: Item) -> set[Span]:
        """The units of the coded picture that an item is; none if it is made of others."""
        return {span for span, _, is_needed in self.units.get(item.number, ()) if is_needed}

    @property
    def size(self) -> Size:
        """The size of the picture that is shown first, turned and cut."""
        if self.series and not self.items.meta.items:
            return self.series.size
        return shown_size(self._primary_properties())

    @property
    def cut_off(self) -> int:
        """How many pixels of the main picture are in the file and cut off when it is shown."""
        parts = self._primary_properties() if self.items.meta.items else []
        if not any(kind == b"clap" for kind, _ in parts):
            return 0
        whole, shown = shown_size([part for part in parts if part[0] != b"clap"]), shown_size(parts)
        return whole.width * whole.height - shown.width * shown.height

    def _primary_properties(self) -> list[tuple[bytes, Bytes]]:
        primary = self.items.meta.items[self.items.meta.primary]
        kept = (self.properties.get(index) for index, _ in self.items.properties(primary))
        return [(each[0], each[1].body) for each in kept if each]


def taken_apart(data: memoryview, deep: bool) -> File:
    """Take a file apart; raise a ``LenscapError`` if it cannot be known what a viewer would show."""
    top = _top(data)
    if any(atom.kind == b"moof" for atom in top):
        raise UnsupportedError("It holds a series of pictures in fragments, which Lenscap cannot clean yet.")
    lists, indexes = ([atom for atom in top if atom.kind == kind] for kind in (b"meta", b"moov"))
    if len(lists) > 1 or not lists + indexes:
        raise MalformedError(f"It has {len(lists)} lists of what is in it (“meta” boxes) instead of one.")
    if len(indexes) > 1:
        raise MalformedError("It has two lists of a series of pictures (“moov” boxes), so viewers may see two things.")
    items = Items(data, parse(data, lists[0]) if lists else Meta())
    if not items.meta.items and not indexes:
        raise MalformedError("It does not say which of its items is the picture.")
    file = File(data, deep, top, items, series(data, indexes[0], deep) if indexes else None)
    if file.series and any(profile != file.icc for profile in file.series.profiles):
        raise UnsupportedError("The pictures of its series have other colour profiles than the one beside it.")
    _check_places(file, [*((atom.body, atom.end) for atom in top if atom.kind == b"mdat"), items.meta.idat])
    return file


def _top(data: memoryview) -> list[Atom]:
    """The boxes of a file; a nameless one is what follows them and is none."""
    found: list[Atom] = []
    try:
        for atom in boxes(data, 0, len(data)):
            found.append(atom)
    except MalformedError:
        end = found[-1].end if found else 0
        if bytes(data[end + 4 : end + 8]) in _PARTS or not any(atom.kind in (b"meta", b"moov") for atom in found):
            raise
        found.append(Atom(b"", end, end, len(data)))
    return found


def _check_places(file: File, bodies: list[Span]) -> None:
    """Raise ``MalformedError`` if coded pictures share bytes, or are where no picture is."""
    end = 0
    nowhere = len(file.data), len(file.data)
    places = iter(sorted(bodies))
    body = next(places, nowhere)
    for start, stop in file.pixels:
        while start >= body[1] and body != nowhere:
            body = next(places, nowhere)
        if start < end or start < body[0] or stop > body[1]:
            raise MalformedError("Its “iloc” box says that a picture is where something else is.")
        end = stop
