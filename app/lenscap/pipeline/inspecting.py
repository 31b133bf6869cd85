"""One file → what it tells."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from lenscap import detectors, metadata
from lenscap.errors import LenscapError, MalformedError, UnreadableError, UnsupportedError
from lenscap.formats import HEAD, Container, recognise
from lenscap.formats.refused import LOOKED_AT, refused
from lenscap.metadata import exif, filename, icc
from lenscap.model import Finding, Kind, Layout, Payload, Report, Size

if TYPE_CHECKING:
    from PIL.Image import Image

_LARGEST_FILE = 1 << 30
_USUAL_PROFILE = 1 << 16
_MOST_FINDINGS = 4000
_DEEPEST = 4
"""How many times a picture may be inside the metadata of a picture."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file in memory, and how its container divides it."""

    data: bytes
    container: Container
    layout: Layout


def inspect(path: Path, faces: str = "off") -> Report:
    """Say what the file at ``path`` tells; ``faces`` is one of ``detectors.EFFORTS``.

    Raises a ``LenscapError`` if it cannot be read or is none that Lenscap knows.
    """
    return report(path, opened(path), faces)


def opened(path: Path, deep: bool = False) -> Opened:
    """Read a file and divide it into blocks; ``deep`` as in ``Container.read``."""
    return divided(content(path), deep)


def divided(data: bytes, deep: bool = False) -> Opened:
    """Divide the bytes of a file into blocks."""
    if not data:
        raise MalformedError("It is empty.")
    container = recognise(data[:HEAD])
    if container is None:
        kind = refused(data[:LOOKED_AT])
        general = "Lenscap does not know this kind of file. Export it as JPEG, PNG or WebP first."
        raise UnsupportedError(kind.sentence if kind else general)
    return Opened(data, container, container.read(memoryview(data), deep))


def content(path: Path) -> bytes:
    """The bytes of a file, read without leaving a trace on it where the system allows that."""
    try:
        handle = _open(path)
    except (OSError, ValueError) as error:
        raise UnreadableError(f"It cannot be read: {_why(error)}.") from error
    try:
        with os.fdopen(handle, "rb") as file:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                raise UnreadableError("It is not a file.")
            if status.st_size > _LARGEST_FILE:
                raise UnsupportedError("It is larger than a gigabyte, which no photo of a known kind is.")
            return file.read()
    except OSError as error:
        raise UnreadableError(f"It cannot be read: {_why(error)}.") from error


def suffix_for(path: Path) -> str:
    """The suffix that fits what a file holds; none if that cannot be known."""
    try:
        with os.fdopen(_open(path), "rb") as file:
            container = recognise(file.read(HEAD))
    except (OSError, ValueError):
        return ""
    return container.SUFFIXES[0] if container else ""


def _open(path: Path) -> int:
    """Open for reading; never wait for a pipe, and leave the time of last access alone where we may."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        return os.open(path, flags | getattr(os, "O_NOATIME", 0))
    except PermissionError:
        return os.open(path, flags)


def _why(error: Exception) -> str:
    return (getattr(error, "strerror", None) or "its name cannot be used").lower()


def report(path: Path, file: Opened, faces: str) -> Report:
    """The report on a file that was read already."""
    findings, orientation = told(file.layout)
    findings += filename.read(path.name)
    upright = upright_size(file.layout.size, orientation)
    if faces != "off":
        findings += seen(file, orientation, upright, faces)
    return Report(path, file.container.NAME, upright, tuple(findings), orientation)


def upright_size(stored: Size, orientation: int) -> Size:
    """The size of a picture when it is turned as its orientation asks (Exif: 5 to 8 lie on their side)."""
    return Size(stored.height, stored.width) if orientation >= 5 else stored


def seen(file: Opened, orientation: int, upright: Size, faces: str) -> list[Finding]:
    """What the senses find in the picture, in every frame of it."""
    from lenscap import media  # decoders load only when there is something to decode

    if not file.container.SEEN:
        raise UnsupportedError(
            f"Faces in {file.container.NAME} files cannot be found yet. Choose to remove metadata only."
        )
    if file.layout.frames == 1:
        picture = media.upright(file.data, orientation, detectors.longest_side(faces))
        return detectors.look(media.appearances(picture), upright, faces)
    return detectors.look(_upright_frames(file, orientation), upright, "fast")


def _upright_frames(file: Opened, orientation: int) -> Iterator[Image]:
    from lenscap import media

    decoded = 0
    for frame in media.stored_frames(file.data):
        yield from media.appearances(media.turned(frame, orientation))
        decoded += 1
    if decoded == 1:
        raise UnsupportedError(
            f"Faces can be found in only one of its {file.layout.frames:,} frames. Choose to remove metadata only."
        )


def told(layout: Layout) -> tuple[list[Finding], int]:
    """What the metadata of a file tells, and the orientation that it asks for (1 to 8)."""
    reading = _Reading()
    for payload in layout.payloads:
        reading.read(payload)
    if layout.icc is not None:
        reading.findings += colour_findings(layout.icc)
    orientation = exif.orientation(layout.exif) if layout.exif is not None else reading.written_as_text
    return reading.findings, orientation


def colour_findings(profile: bytes) -> tuple[Finding, ...]:
    """What a colour profile tells. The photos of a roll share a few profiles, so the answers are kept."""
    return _colour_findings(profile) if len(profile) <= _USUAL_PROFILE else tuple(_of_profile(profile))


def _of_profile(profile: bytes) -> Iterator[Finding]:
    return (item for item in icc.read(profile, "Colour profile") if isinstance(item, Finding))


@lru_cache(maxsize=64)
def _colour_findings(profile: bytes) -> tuple[Finding, ...]:
    return tuple(_of_profile(profile))


class _Reading:
    """The walk through payloads and the payloads in them."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.written_as_text = 1
        """The orientation in an Exif that is written out as text, which some viewers obey where there is no other."""

    def read(self, payload: Payload, depth: int = 0, parents: str = "") -> None:
        """Add what ``payload`` tells. ``parents`` names the picture that it is inside of, if it is a nested one."""
        where = parents + payload.where
        if payload.vocabulary == "picture":
            return self._read_picture(bytes(payload.data), depth, where)
        data = bytes(payload.data)
        vocabulary = metadata.vocabularies().get(payload.vocabulary) or metadata.vocabularies()["unknown"]
        try:
            for item in vocabulary.read(data, where):
                if len(self.findings) >= _MOST_FINDINGS:
                    return None
                if isinstance(item, Finding):
                    self.findings.append(_cannot_stay(item) if parents else item)
                elif depth < _DEEPEST:
                    if (payload.vocabulary, item.vocabulary, parents) == ("text", "exif", ""):
                        self.written_as_text = exif.orientation(bytes(item.data))
                    self.read(item, depth + 1, parents)
        except MalformedError:
            self._damaged(data, where)
        return None

    def _read_picture(self, data: bytes, depth: int, where: str) -> None:
        """What the metadata of a hidden picture tells; that there is one has been said already."""
        try:
            layout = divided(data).layout
        except LenscapError:
            return
        if depth < _DEEPEST:
            for payload in layout.payloads:
                self.read(payload, depth + 1, f"{where}: ")

    def _damaged(self, data: bytes, where: str) -> None:
        finding = next(metadata.vocabularies()["unknown"].read(data, where))
        if isinstance(finding, Finding):
            self.findings.append(replace(finding, kind=Kind.UNKNOWN, tells=f"{len(data):,} damaged bytes"))


def _cannot_stay(finding: Finding) -> Finding:
    """What a hidden picture tells is not about the picture, so it is never written anew."""
    return replace(finding, data={key: value for key, value in finding.data.items() if key not in ("exif", "xmp")})
