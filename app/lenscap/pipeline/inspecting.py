"""One file → what it tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from lenscap import detectors, metadata
from lenscap.errors import LenscapError, MalformedError, UnsupportedError
from lenscap.metadata import exif, filename, icc
from lenscap.metadata.wording import middle
from lenscap.model import PICTURE, Bytes, Finding, Kind, Layout, Looking, Payload, Report, Size
from lenscap.opening import Opened, divided, opened
from lenscap.pipeline.surroundings import look_around

if TYPE_CHECKING:
    from PIL.Image import Image

_USUAL_PROFILE = 1 << 16
_MOST_FINDINGS = 4000
_DEEPEST = 4
"""How many times a picture may be inside the metadata of a picture."""
_GAIN_MAP = "gain map"
_ANOTHER = "Another picture"
_LARGEST_PREVIEW = 32 << 20
_INSIDE = ": "
"""Stands between the name of a hidden picture and that of a place in it."""


NOT_SEEN = Finding(Kind.UNKNOWN, "Who and what the film shows: Lenscap does not look at that yet", PICTURE)


def inspect(path: Path, looking: Looking = Looking()) -> Report:  # noqa: B008 (frozen)
    """Say what the file at ``path`` tells.

    Raises a ``LenscapError`` if it cannot be read or is none that Lenscap knows.
    """
    with opened(path) as file:
        return with_surroundings(told_and_seen(path, file, looking))


def told_and_seen(path: Path, file: Opened, looking: Looking) -> Report:
    """The report on a file; where Lenscap cannot look at its picture, that is told."""
    if looking == Looking() or file.container.SEEN:
        return report(path, file, looking)
    found = report(path, file, Looking())
    return replace(found, findings=(*found.findings, NOT_SEEN))


def with_surroundings(report: Report) -> Report:
    """A report on a file, and on what lies around it."""
    return replace(report, findings=(*report.findings, *look_around(report.path)))


def report(path: Path, file: Opened, looking: Looking) -> Report:
    """The report on a file that was read already."""
    findings, orientation = told(file.layout)
    findings += filename.read(path.name)
    upright = upright_size(file.layout.size, orientation)
    if looking != Looking():
        findings += seen(file, orientation, upright, looking)
    return Report(path, file.container.NAME, upright, tuple(findings), orientation, looking)


def upright_size(stored: Size, orientation: int) -> Size:
    """The size of a picture when it is turned as its orientation asks (Exif: 5 to 8 lie on their side)."""
    return Size(stored.height, stored.width) if orientation >= 5 else stored


def seen(file: Opened, orientation: int, upright: Size, looking: Looking) -> list[Finding]:
    """What the senses find in the picture, in every frame of it."""
    from lenscap import media  # decoders load only when there is something to decode

    if not file.container.SEEN:
        raise UnsupportedError(
            f"Faces in {file.container.NAME} files cannot be found yet. Choose to remove metadata only."
        )
    if file.layout.frames == 1:
        picture = media.upright(file.picture, orientation, detectors.longest_side(looking, upright))
        return detectors.look(media.appearances(picture), upright, looking)
    faces = "off" if looking.faces == "off" else "fast"
    return detectors.look(_upright_frames(file, orientation), upright, replace(looking, faces=faces))


def _upright_frames(file: Opened, orientation: int) -> Iterator[Image]:
    from lenscap import media

    decoded = 0
    for frame in media.stored_frames(file.picture):
        yield from media.appearances(media.turned(frame, frame.info.get("orientation", orientation)))
        decoded += 1
    if decoded < file.layout.frames:
        some = "one" if decoded == 1 else f"{decoded:,}"
        raise UnsupportedError(
            f"Faces can be found in only {some} of its {file.layout.frames:,} frames. Choose to remove metadata only."
        )


def told(layout: Layout) -> tuple[list[Finding], int]:
    """What the metadata of a file tells, and the orientation that it asks for (1 to 8)."""
    reading = _read(layout)
    if layout.icc is not None:
        reading.findings += colour_findings(layout.icc)
    if layout.gain_map_icc is not None:
        reading.findings += (
            replace(each, where=f"Gain map: {each.where}") for each in colour_findings(layout.gain_map_icc)
        )
    orientation = exif.orientation(layout.exif) if layout.exif is not None else reading.written_as_text
    return reading.findings, orientation


def _read(layout: Layout) -> _Reading:
    reading = _Reading(layout.size)
    for payload in layout.payloads:
        reading.read(payload)
    return reading


def previews(path: Path) -> Iterator[tuple[Finding, bytes]]:
    """Yield the pictures and clips that are hidden in a file, as files of their own, with what was found of each.

    Nobody keeps them with a report: the file is read again. Raises a ``LenscapError`` as ``inspect`` does.
    """
    with opened(path) as file:
        reading = _read(file.layout)
        for number, picture in reading.pictures:
            data = _alone(picture)
            if data is not None and len(data) <= _LARGEST_PREVIEW:
                yield reading.findings[number], bytes(data)


def _alone(picture: Bytes | Callable[[], Bytes]) -> Bytes | None:
    """The file that a hidden picture is, or is made into; ``None`` where that cannot be done."""
    if not callable(picture):
        return picture
    try:
        return picture()
    except LenscapError:
        return None


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

    def __init__(self, size: Size) -> None:
        self.size = size
        self.findings: list[Finding] = []
        self.pictures: list[tuple[int, Bytes | Callable[[], Bytes]]] = []
        """The hidden pictures, or how a file is made of one, each with the number of its finding."""
        self.written_as_text = 1
        """The orientation in an Exif that is written out as text, which some viewers obey where there is no other."""

    def read(self, payload: Payload, depth: int = 0, parents: str = "") -> None:
        """Add what ``payload`` tells. ``parents`` names the picture that it is inside of, if it is a nested one."""
        where = parents + payload.where
        if payload.vocabulary == "picture":
            self._read_picture(payload.data, depth, where, bool(self.findings) and self.findings[-1].where == where)
            return
        data, before = bytes(payload.data), len(self.findings)
        vocabulary = metadata.vocabularies().get(payload.vocabulary) or metadata.vocabularies()["unknown"]
        try:
            self._take(vocabulary.read(data, where), payload.vocabulary, depth, parents)
        except MalformedError:
            self._damaged(data, where)
        if payload.vocabulary == _GAIN_MAP:
            self.pictures.append((len(self.findings) - 1, payload.data))
        elif payload.alone and len(self.findings) == before + 1:
            self.pictures.append((before, payload.alone))

    def _take(self, items: Iterator[Finding | Payload], vocabulary: str, depth: int, parents: str) -> None:
        """Add findings, and what payloads inside of this one tell; the finding of a picture stands before it."""
        is_told = False
        for item in items:
            if len(self.findings) >= _MOST_FINDINGS:
                return
            if isinstance(item, Finding):
                self.findings.append(_cannot_stay(item) if parents or _INSIDE in item.where else item)
            elif depth < _DEEPEST and item.vocabulary == "picture":
                self._read_picture(item.data, depth + 1, parents + item.where, is_told)
            elif depth < _DEEPEST:
                if (vocabulary, item.vocabulary, parents) == ("text", "exif", "") and _INSIDE not in item.where:
                    self.written_as_text = exif.orientation(bytes(item.data))
                self.read(item, depth + 1, parents)
            is_told = isinstance(item, Finding)

    def _read_picture(self, data: Bytes, depth: int, where: str, is_told: bool) -> None:
        """What the metadata of a hidden picture tells, and how large it is."""
        if not is_told:
            said, again = (
                "A small copy of the picture, which may show what was cropped or covered later",
                middle(bytes(data)),
            )
            self.findings.append(Finding(Kind.PREVIEW, said, where, data={"bytes": len(data)}, traces=again))
        number = len(self.findings) - 1
        self.pictures.append((number, data))
        try:
            layout = divided(bytes(data)).layout
        except LenscapError:
            return
        self.findings[number] = _sized(self.findings[number], layout.size, self.size)
        if depth < _DEEPEST:
            for payload in layout.payloads:
                self.read(payload, depth + 1, f"{where}{_INSIDE}")

    def _damaged(self, data: bytes, where: str) -> None:
        finding = next(metadata.vocabularies()["unknown"].read(data, where))
        if isinstance(finding, Finding):
            self.findings.append(replace(finding, kind=Kind.UNKNOWN, tells=f"{len(data):,} damaged bytes"))


def _sized(finding: Finding, size: Size, whole: Size) -> Finding:
    """The finding of a hidden picture with its size, which may say that it shows more than the picture does."""
    words = f"{size.width:,} × {size.height:,} pixels"
    if size.width * size.height > whole.width * whole.height:
        words += ", larger than this one"
    elif finding.tells.startswith(_ANOTHER) and not (_is_like(size, whole) or _is_like(size, Size(*reversed(whole)))):
        words += ", of another shape than this one"
    data = {**finding.data, "width": size.width, "height": size.height}
    return replace(finding, tells=f"{finding.tells} ({words})", data=data)


def _is_like(size: Size, whole: Size) -> bool:
    """Whether two pictures have the same shape, but for rounding."""
    return abs(size.width * whole.height - size.height * whole.width) <= whole.width + whole.height


def _cannot_stay(finding: Finding) -> Finding:
    """What a hidden picture tells is not about the picture, so it is never written anew."""
    return replace(finding, data={key: value for key, value in finding.data.items() if key not in ("exif", "xmp")})
