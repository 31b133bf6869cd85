"""All the directories of an Exif structure or TIFF file, in groups (TIFF 6.0, section 2; Exif 3.0, section 4.6.3)."""

from __future__ import annotations

from collections.abc import Iterator

from lenscap.binary.ifd import MOST_ENTRIES, Directory, Tiff
from lenscap.errors import MalformedError
from lenscap.metadata import exif_tags as tags
from lenscap.metadata.exif_values import Tags
from lenscap.metadata.wording import plural, strings, traces
from lenscap.model import Finding, Kind

_MOST_DIRECTORIES = 64


class Album:
    """The groups of tags: of each picture, of the position, of interoperability; and what is broken or left over."""

    def __init__(self, tiff: Tiff, where: str) -> None:
        self.tiff, self.where = tiff, where
        self.pictures: list[Tags] = []
        self.gps: list[Tags] = []
        self.interop: list[Tags] = []
        self._read: dict[int, Directory] = {}
        self._many = 0
        self.damaged = False
        self._chain(tiff.first)

    def _chain(self, first: int) -> None:
        """Follow the directories from one to the next."""
        offset, sub_pictures = first, [0][:0]
        while offset and (directory := self._directory(offset)):
            sub_pictures += self._picture(directory)
            offset = directory.next
        for offset in sub_pictures:
            if directory := self._directory(offset):
                self._picture(directory)

    def _directory(self, offset: int) -> Directory | None:
        """The directory at ``offset``; ``None`` if it was read before, is broken, or is one too many."""
        if offset in self._read or len(self._read) >= _MOST_DIRECTORIES or self._many > MOST_ENTRIES:
            self.damaged = True
            return None
        try:
            directory = self.tiff.directory(offset)
        except MalformedError:
            self.damaged = True
            return None
        self._read[offset] = directory
        self._many += len(directory.entries)
        self.damaged |= directory.damaged
        return directory

    def _picture(self, directory: Directory) -> list[int]:
        """Take in a picture's directory and those below it; return where its SubIFDs are."""
        group = Tags(self.tiff, self._name(directory))
        self.pictures.append(group)
        group.add(directory.entries)
        for below in self._below(group, tags.EXIF_IFD):
            group.add(below.entries)
        for pointer, name, names, groups in (
            (tags.GPS_IFD, "GPS", tags.GPS_NAMES, self.gps),
            (tags.INTEROP_IFD, "interoperability", tags.INTEROP_NAMES, self.interop),
        ):
            for below in self._below(group, pointer):
                groups.append(Tags(self.tiff, f"{self.where} {name}", names))
                groups[-1].add(below.entries)
        return self._pointed(group, tags.SUB_IFDS)

    def _name(self, directory: Directory) -> str:
        """The first picture goes by the block's name; another one is a page of a TIFF file, or the thumbnail."""
        found = {entry.tag: entry for entry in directory.entries}
        if not self.pictures:
            return self.where
        reduced = found.get(tags.NEW_SUBFILE)
        is_page = self._is_file() and not (reduced and self.tiff.numbers(reduced, 1)[:1] == [1])
        return f"{self.where} page {len(self.pictures) + 1}" if is_page else f"{self.where} thumbnail"

    def _is_file(self) -> bool:
        return bool(self.pictures) and (tags.STRIPS in self.pictures[0] or tags.TILES in self.pictures[0])

    def _below(self, group: Tags, pointer: int) -> Iterator[Directory]:
        for offset in self._pointed(group, pointer)[:1]:
            if directory := self._directory(offset):
                yield directory

    def _pointed(self, group: Tags, pointer: int) -> list[int]:
        return [offset for offset in group.numbers(pointer) if isinstance(offset, int)]

    def leftovers(self) -> Iterator[Finding]:
        """What is broken, and bytes that no directory leads to."""
        if self.damaged:
            yield Finding(Kind.UNKNOWN, "The Exif is damaged: parts of it cannot be read", self.where)
        if self._is_file() or tags.SUB_IFDS in (self.pictures[0] if self.pictures else ()):
            return
        lost = [raw for raw in self._gaps() if len(raw.strip(b"\0 ")) > 3]
        if lost:
            said = f"{plural(sum(map(len, lost)), 'byte', 'bytes')} in the Exif that nothing leads to"
            found = traces(*(run for raw in lost[:64] for run in strings(raw, 8)))
            yield Finding(Kind.UNKNOWN, said, self.where, data={"bytes": sum(map(len, lost))}, traces=found)

    def _gaps(self) -> Iterator[bytes]:
        """The bytes between those that directories and values take up."""
        end = 8
        for start, stop in sorted(self._spans()):
            if start > end:
                yield bytes(self.tiff.data[end:start])
            end = max(end, stop)
        yield bytes(self.tiff.data[end:])

    def _spans(self) -> Iterator[tuple[int, int]]:
        for directory in self._read.values():
            yield directory.start, directory.end
            yield from [(entry.start, entry.end) for entry in directory.entries if entry.many]
        for group in self.pictures:
            yield from _pointed_data(group, tags.THUMBNAIL, tags.THUMBNAIL_LENGTH)
            yield from _pointed_data(group, tags.STRIPS, 0x0117)


def _pointed_data(group: Tags, at: int, length: int) -> Iterator[tuple[int, int]]:
    for start, size in zip(group.numbers(at), group.numbers(length), strict=False):
        if isinstance(start, int) and isinstance(size, int):
            yield start, start + size
