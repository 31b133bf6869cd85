"""The nouns: what a file is made of, what it tells, what was wished, what happened.

Frozen, without I/O, and importing nothing of ours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

Bytes = bytes | memoryview

PICTURE = "In the picture"
"""Where a finding sits that is seen in the pixels. It cannot be removed, only covered."""

FILE_NAME = "File name"
"""Where a finding sits that the name of the file tells."""

SURE = 0.5
"""What is found with less certainty may be something else: the person is asked."""

_SAME = 0.35
"""The part of their union that two boxes share when they are taken for the same thing."""


class Role(StrEnum):
    """What a block of a file is there for."""

    STRUCTURE = "structure"
    PIXELS = "pixels"
    COLOUR = "colour"
    ORIENTATION = "orientation"
    METADATA = "metadata"
    UNKNOWN = "unknown"


class Kind(StrEnum):
    """What a finding tells somebody about."""

    FACE = "face"
    PERSON = "person"
    OBJECT = "object"
    TEXT = "text"
    CODE = "code"
    PLACE = "place"
    TIME = "time"
    DEVICE = "device"
    NAME = "name"
    PREVIEW = "preview"
    MOTION = "motion"
    HISTORY = "history"
    FILENAME = "filename"
    UNKNOWN = "unknown"


class Size(NamedTuple):
    """Width and height in pixels."""

    width: int
    height: int


class Box(NamedTuple):
    """A rectangle in pixels of the upright picture; ``x`` and ``y`` are its left upper corner."""

    x: int
    y: int
    w: int
    h: int

    @classmethod
    def within(cls, sides: Sequence[float], size: Size) -> Box:
        """The box between left, top, right and bottom, as far as it is in a picture of ``size``; never empty."""
        left, top = max(0, int(sides[0])), max(0, int(sides[1]))
        right, bottom = min(size.width, round(sides[2])), min(size.height, round(sides[3]))
        return cls(left, top, max(1, right - left), max(1, bottom - top))

    def shared(self, other: Box) -> int:
        """How many pixels this box and another one have in common."""
        across = min(self.x + self.w, other.x + other.w) - max(self.x, other.x)
        down = min(self.y + self.h, other.y + other.h) - max(self.y, other.y)
        return max(0, across) * max(0, down)

    def likeness(self, other: Box) -> float:
        """The part of their union that two boxes share, from 0 to 1."""
        shared = self.shared(other)
        return shared / max(1, self.w * self.h + other.w * other.h - shared)

    def is_same(self, other: Box) -> bool:
        """Whether two boxes have so much in common that they are around the same thing."""
        return self.likeness(other) > _SAME


class Block(NamedTuple):
    """The bytes ``start`` to ``end`` (exclusive) of a file. The blocks of a file tile it exactly."""

    role: Role
    name: str
    start: int
    end: int


class Payload(NamedTuple):
    """Bytes that one vocabulary of ``metadata`` can read, and where they sat ("Exif", "PNG tEXt")."""

    vocabulary: str
    where: str
    data: Bytes
    alone: Callable[[], Bytes] | None = None
    """Makes a file of its own of a picture that is none; may raise a ``LenscapError``."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A file as its container sees it.

    ``size`` is the size as stored, before any orientation is applied. ``payloads`` are what its
    metadata blocks hold, put together where a container splits them over several blocks.
    """

    size: Size
    blocks: tuple[Block, ...]
    payloads: tuple[Payload, ...] = ()
    icc: bytes | None = None
    frames: int = 1
    """How many pictures a viewer may show: an animation's, and a still one outside it."""
    exif: Bytes | None = None
    """The Exif, of all in the file, whose orientation viewers obey."""
    gain_map_icc: bytes | None = None
    """The colour profile of the HDR gain map that belongs to the picture."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """Metadata blocks that we wrote ourselves and that a container puts into a copy."""

    exif: bytes | None = None
    """A TIFF structure, without the ``Exif\\0\\0`` that JPEG puts before it."""
    xmp: bytes | None = None
    icc: bytes | None = None
    """Takes the place of the colour profile that the file has; empty to leave it out."""
    gain_map_icc: bytes | None = None
    """The same for that of its HDR gain map."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing somebody can learn.

    ``tells`` is a sentence that a person reads, ``where`` the place in the file ("Exif GPS").
    ``certainty`` runs from 0 to 1. ``box`` is in pixels of the upright picture. ``data`` holds the
    same for programs. ``traces`` are the bytes that must not be in a copy that says nothing of it.
    ``likeness`` is what a face can be known again by (128 numbers of single precision). It is biometric: it stays in
    memory, and is written and shown nowhere.
    """

    kind: Kind
    tells: str
    where: str
    certainty: float = 1.0
    box: Box | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    traces: tuple[bytes, ...] = ()
    likeness: bytes | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Looking:
    """What to look for in the pixels of a picture.

    ``faces`` is how hard: "off", "fast", "careful" or "thorough". ``people``: which faces are the same person's.
    """

    faces: str = "off"
    people: bool = False
    text: bool = False
    codes: bool = False
    objects: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """One file, inspected. ``size`` is that of the upright picture; ``orientation`` is Exif's, 1 to 8.

    ``looked`` is what was looked for in its pixels.
    """

    path: Path
    format: str
    size: Size
    findings: tuple[Finding, ...]
    orientation: int = 1
    looked: Looking = Looking()


@dataclass(frozen=True, slots=True)
class Cover:
    """An area of the upright picture that a copy shall not show, and the style that hides it."""

    box: Box
    style: str


@dataclass(frozen=True, slots=True)
class Edits:
    """What a person decided by hand about one photo; it wins over the policy.

    ``keep`` are areas that stay visible, ``cover`` areas that are covered although nothing was found there.
    ``details``: what becomes of what the file says beside its picture, by kind: "keep", "remove", or how much coarser.
    """

    keep: tuple[Box, ...] = ()
    cover: tuple[Box, ...] = ()
    details: Mapping[Kind, str] = field(default_factory=dict)

    def covers(self, box: Box) -> bool | None:
        """Whether what was found in ``box`` is covered: the box that is most like it says so; None if no one does."""
        cover, keep = (max((box.likeness(each) for each in boxes), default=0.0) for boxes in (self.cover, self.keep))
        return cover >= keep if max(cover, keep) > _SAME else None


@dataclass(frozen=True, slots=True)
class Keep:
    """What of a photo's metadata may stay although it goes, by its meaning.

    ``time`` is "year", "month", "day" or "exact", ``place`` "country", "town" or "exact", both empty for nothing.
    ``settings`` are those of the camera, without its name and numbers.
    """

    time: str = ""
    place: str = ""
    copyright: bool = False
    settings: bool = False


@dataclass(frozen=True, slots=True)
class Persons:
    """Whose faces are covered: those of everybody but certain people, or of these people ``only``.

    ``photos`` show one of them each. ``likenesses`` are those of the faces in these, in memory alone; as long as there
    are none, everybody is covered.
    """

    only: bool = False
    photos: tuple[Path, ...] = ()
    likenesses: tuple[bytes, ...] = field(default=(), repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Policy:
    """The wish: which kinds of findings go, which are covered in the picture and how.

    ``edits`` are by the name of the photo's path as it was given, by its file name, or by ``*`` for all photos.
    ``persons``: whose faces are covered, if not everybody's. ``file_times``: whether copies have their originals'
    time of modification.
    """

    name: str
    remove: frozenset[Kind]
    cover: frozenset[Kind] = frozenset()
    style: str = "soft"
    neutral_names: bool = False
    edits: Mapping[str, Edits] = field(default_factory=dict)
    keep: Keep = Keep()
    file_times: bool = False
    persons: Persons | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The decision for one file, made before anything is written. ``keep`` are the findings that are written anew."""

    source: Path
    target: Path
    keep: tuple[Finding, ...] = ()
    covers: tuple[Cover, ...] = ()


class Outcome(StrEnum):
    """How the cleaning of one file ended. Only the first two leave a copy."""

    CLEANED = "cleaned"
    ALREADY_CLEAN = "already_clean"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Result:
    """What happened to one file.

    ``before`` and ``after`` are the reports on the original and the copy, as far as it got.
    ``reason`` is a sentence: why there is no copy, or what else the person should know about it.
    """

    path: Path
    target: Path | None
    outcome: Outcome
    before: Report | None = None
    after: Report | None = None
    covered: int = 0
    reason: str | None = None

    @property
    def removed(self) -> list[Finding]:
        """What the original tells beside its picture and the copy does not."""
        if self.before is None or self.after is None:
            return []
        left = Counter((finding.kind, finding.tells) for finding in self.after.findings)
        gone = []
        for finding in self.before.findings:
            if finding.where == PICTURE:
                continue
            if left[finding.kind, finding.tells]:
                left[finding.kind, finding.tells] -= 1
            else:
                gone.append(finding)
        return gone

    def for_programs(self) -> dict[str, Any]:
        """What is said of it in JSON: no detail that was removed, but how many of each kind."""
        return {
            "path": str(self.path),
            "target": str(self.target) if self.target else None,
            "outcome": self.outcome.value,
            "removed": dict(Counter(finding.kind.value for finding in self.removed)),
            "kept": [finding.tells for finding in self.after.findings] if self.after else [],
            "covered": self.covered,
            "reason": self.reason,
        }
