"""The headers ``mvhd``, ``tkhd`` and ``mdhd`` (ISO/IEC 14496-12, sections 8.2.2, 8.3.2, 8.4.2), in both versions."""

from __future__ import annotations

from struct import Struct, error
from typing import Any

from lenscap.binary.boxes import Atom, box, title
from lenscap.errors import MalformedError
from lenscap.formats import check_numbers
from lenscap.formats.mp4_notes import Notes

_MOVIE = {0: Struct(">IIIIIH10x36s24xI"), 1: Struct(">QQIQIH10x36s24xI")}
TRACK = {0: Struct(">IIIxxxxI8xhhHxx36sII"), 1: Struct(">QQIxxxxQ8xhhHxx36sII")}
MEDIA = {0: Struct(">IIIIHxx"), 1: Struct(">QQIQHxx")}


def header(data: bytes, atom: Atom, shapes: dict[int, Struct], where: str, notes: Notes) -> tuple[int, int, list[Any]]:
    """Version, flags and values of one of the headers that begin with two times; reserved fields are left out."""
    body = data[atom.body : atom.end]
    shape = shapes.get(body[0] if body else 255)
    try:
        values = list(shape.unpack_from(body, 4)) if shape else []
    except error:
        values = []
    if not shape or not values:
        raise MalformedError(f"Its “{title(atom.kind)}” box ends early.")
    notes.compare(f"{where} {title(atom.kind)}", body, body[:4] + shape.pack(*values))
    return body[0], int.from_bytes(body[1:4]), values


def timeless(kind: bytes, version: int, flags: int, values: list[Any], shapes: dict[int, Struct]) -> bytes:
    """One of those headers, written anew without its times; raise ``MalformedError`` if there is text in the rest."""
    body = shapes[version].pack(0, 0, *values[2:])
    check_numbers(body)
    return box(kind, bytes([version]) + flags.to_bytes(3), body)


def movie_header(data: bytes, atom: Atom, notes: Notes) -> bytes:
    """The box ``mvhd``, written anew."""
    version, _, values = header(data, atom, _MOVIE, "Film", notes)
    return timeless(b"mvhd", version, 0, values, _MOVIE)


def second_of(data: bytes, atom: Atom) -> int:
    """How many units of a film are a second, as its ``mvhd`` says."""
    return int(header(data, atom, _MOVIE, "Film", Notes())[2][2])
