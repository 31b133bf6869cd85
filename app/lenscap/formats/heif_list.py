"""The nouns of HEIF: items, where they are, what they are like and what they are to each other."""

from __future__ import annotations

from dataclasses import dataclass, field

from lenscap.binary.boxes import Atom

Span = tuple[int, int]
"""The first byte of something in a file, and the one behind it."""


@dataclass(slots=True)
class Item:
    """One item: a picture, a part of one, or metadata. ``spans`` are where its bytes are in the file."""

    number: int
    kind: bytes
    hidden: bool = False
    name: bytes = b""
    content_type: bytes = b""
    surplus: bytes = b""
    is_protected: bool = False
    is_elsewhere: bool = False
    spans: list[Span] = field(default_factory=list)
    is_sound: bool = True
    """Whether all its bytes are in the file."""


@dataclass(frozen=True, slots=True)
class Reference:
    """That the item ``source`` refers to others, and as what."""

    kind: bytes
    source: int
    targets: tuple[int, ...]


@dataclass(slots=True)
class Meta:
    """What a ``meta`` box says. Properties are numbered from 1; an item has them with "is it essential"."""

    primary: int = 0
    items: dict[int, Item] = field(default_factory=dict)
    references: list[Reference] = field(default_factory=list)
    properties: list[Atom] = field(default_factory=list)
    has: dict[int, list[tuple[int, bool]]] = field(default_factory=dict)
    groups: list[tuple[bytes, int, tuple[int, ...]]] = field(default_factory=list)
    surplus: list[tuple[str, bytes]] = field(default_factory=list)
    """What no viewer reads, and where it stood."""
    author: bytes = b""
    """The name of the handler, where programs write their own."""
    idat: Span = (0, 0)
