"""Sample descriptions of films (ISO/IEC 14496-12, section 8.5.2; QuickTime File Format, "Sample descriptions").

Written anew: the size, the channels, and the boxes that a decoder needs. Names of encoders and vendors are left out.
"""

from __future__ import annotations

from struct import Struct
from typing import NamedTuple

from lenscap.binary.boxes import Atom, box, boxes, title
from lenscap.errors import MalformedError, UnsupportedError
from lenscap.formats import check_numbers
from lenscap.formats.mp4_codecs import PICTURE, SOUND, Rule
from lenscap.formats.mp4_notes import Notes
from lenscap.model import Size

PCM = frozenset(
    (
        b"raw ",
        b"twos",
        b"sowt",
        b"in24",
        b"in32",
        b"fl32",
        b"fl64",
        b"lpcm",
        b"ulaw",
        b"alaw",
        b"NONE",
        b"ipcm",
        b"fpcm",
    )
)
_SOUNDS = PCM | frozenset(
    (b"mp4a", b"alac", b"ac-3", b"ec-3", b"Opus", b"fLaC", b".mp3", b"ima4", b"samr", b"sawb", b"QDM2", b"QDMC",
     b"MAC3", b"MAC6", b"agsm", b"ms\0\2", b"ms\0\x11", b"ms\0\x31", b"ms\0\x55")
)  # fmt: skip
_PICTURES = frozenset(
    (b"avc1", b"avc2", b"avc3", b"avc4", b"hvc1", b"hev1", b"dvh1", b"dvhe", b"dvav", b"dva1", b"dav1", b"av01",
     b"vp08", b"vp09", b"mp4v", b"s263", b"h263", b"H263", b"jpeg", b"mjpa", b"mjpb", b"png ", b"SVQ1", b"cvid",
     b"rle ", b"smc ", b"rpza", b"raw ", b"yuv2", b"2vuy", b"v210", b"v308", b"v408", b"v410", b"apch", b"apcn",
     b"apcs", b"apco", b"ap4h", b"ap4x", b"dvc ", b"dvcp", b"dvpp", b"dv5n", b"dv5p", b"mpg2", b"mp2v", b"m2v1",
     b"xd5b", b"hdv1", b"hdv2", b"hdv3", b"xdvc", b"XVID", b"xvid", b"DIVX", b"DX50", b"3IV2", b"MJPG",
     b"tiff", b"gif ")
)  # fmt: skip
_SEEN = frozenset((b"vide", b"pict", b"auxv"))
_LOCKED = frozenset((b"encv", b"enca", b"drmi", b"drms", b"sinf"))
_LARGEST = 1 << 22
_MOST = 1024

PICTURE_HEAD = Struct(">6xHH14xHHIII H32sHh")
_SOUND_HEAD = Struct(">6xHHH4xHHhHI")
_VERSION_2 = Struct(">IdIIIIII")


class Entry(NamedTuple):
    """One way in which the samples of a track are coded.

    ``packet`` is how many bytes so many samples of a sound take, where tables count its single values.
    """

    codec: bytes
    fresh: bytes
    size: Size = Size(0, 0)
    packet: tuple[int, int] | None = None


def descriptions(
    data: bytes, atom: Atom, handler: bytes, where: str, notes: Notes, rules: dict[bytes, Rule] = PICTURE
) -> tuple[Entry, ...]:
    """The entries of an ``stsd`` box; raise ``UnsupportedError`` for codecs that are locked or not known."""
    body = data[atom.body : atom.end]
    if len(body) < 8 or not 0 < int.from_bytes(body[4:8]) <= _MOST:
        raise MalformedError("Its “stsd” box does not say how its samples are coded.")
    found: list[Entry] = []
    for each in boxes(data, atom.body + 8, atom.end):
        if len(found) == int.from_bytes(body[4:8]):
            notes.add(f"{where} stsd", data[each.start : atom.end])
            break
        if each.kind in _LOCKED:
            raise UnsupportedError("It is locked (encrypted), so that what is in it cannot be known.")
        if each.end - each.start > _LARGEST:
            raise MalformedError("A sample description is larger than any is.")
        entry = data[each.body : each.end]
        if handler in _SEEN:
            found.append(_picture(entry, each.kind, where, notes, rules))
        else:
            found.append(_sound(entry, each.kind, where, notes, body[0]))
    if not found:
        raise MalformedError("Its “stsd” box does not say how its samples are coded.")
    return tuple(found)


def table(entries: tuple[Entry, ...], version: int) -> bytes:
    """The box ``stsd``, written anew."""
    head = bytes([version, 0, 0, 0]) + len(entries).to_bytes(4)
    return box(b"stsd", head, *(entry.fresh for entry in entries))


def _picture(body: bytes, codec: bytes, where: str, notes: Notes, rules: dict[bytes, Rule]) -> Entry:
    if codec not in _PICTURES:
        raise UnsupportedError(f"Its picture is coded as “{title(codec)}”, which Lenscap does not know.")
    if len(body) < PICTURE_HEAD.size:
        raise MalformedError(f"Its “{title(codec)}” box is too short.")
    _, kind, width, height, across, down, _, frames, _, depth, colours = PICTURE_HEAD.unpack_from(body)
    if codec in _WITH_COLOURS and colours == 0:
        raise UnsupportedError("It is an old film with a palette of its own, which Lenscap cannot write anew.")
    fresh = PICTURE_HEAD.pack(1, kind, width, height, across, down, 0, frames, bytes(32), depth, colours)
    if (body[12:16] + body[42:74]).strip(b"\0"):
        notes.tell("quicktime", f"{where} encoder", box(b"stsd", bytes(8), box(codec, body[: PICTURE_HEAD.size])))
    notes.compare(f"{where} {title(codec)}", body[:42], fresh[:42], (slice(6, 8), slice(12, 24)))
    inside = _inside(body[PICTURE_HEAD.size :], rules, where, notes)
    return Entry(codec, box(codec, fresh, inside), Size(width, height))


_WITH_COLOURS = frozenset((b"rle ", b"smc ", b"rpza", b"raw ", b"cvid", b"8BPS"))


def _sound(body: bytes, codec: bytes, where: str, notes: Notes, version: int) -> Entry:
    if codec not in _SOUNDS:
        raise UnsupportedError(f"Its sound is coded as “{title(codec)}”, which Lenscap does not know.")
    if len(body) < _SOUND_HEAD.size:
        raise MalformedError(f"Its “{title(codec)}” box is too short.")
    _, kind, _, channels, bits, coding, size, rate = _SOUND_HEAD.unpack_from(body)
    fresh = _SOUND_HEAD.pack(1, kind, 0, channels, bits, coding, size, rate)
    packet = (channels * max(bits, 8) // 8, 1) if codec in PCM else None
    if codec in (b"ulaw", b"alaw"):
        packet = (channels, 1)
    extra = {1: 16, 2: _VERSION_2.size}.get(kind, 0) if version == 0 else 0
    more = body[_SOUND_HEAD.size : _SOUND_HEAD.size + extra]
    if len(more) < extra:
        raise MalformedError(f"Its “{title(codec)}” box is too short.")
    check_numbers(more)
    if extra == 16:
        frames, _, length, _ = Struct(">IIII").unpack(more)
        packet = (length, frames) if frames and length else packet
    elif extra:
        _, _, _, _, _, _, length, frames = _VERSION_2.unpack(more)
        packet = (length, frames) if frames and length else packet
    if body[12:16].strip(b"\0"):
        notes.tell("quicktime", f"{where} encoder", box(b"stsd", bytes(8), box(codec, body[: _SOUND_HEAD.size])))
    notes.compare(f"{where} {title(codec)}", body[: len(fresh)], fresh, (slice(6, 8), slice(12, 16)))
    inside = _inside(body[_SOUND_HEAD.size + extra :], SOUND, where, notes)
    return Entry(codec, box(codec, fresh, more, inside), packet=packet)


def _inside(body: bytes, rules: dict[bytes, Rule], where: str, notes: Notes) -> bytes:
    """The boxes that a decoder needs, one of each kind; four zeros may stand behind them."""
    end, position = len(body), 0
    fresh, seen = [], set[bytes]()
    while end - position >= 8 and int.from_bytes(body[position : position + 4]):
        atom = next(boxes(body, position, end))
        if atom.kind in _LOCKED:
            raise UnsupportedError("It is locked (encrypted), so that what is in it cannot be known.")
        kind = _told_apart(body, atom)
        rule = rules.get(atom.kind) if kind not in seen else None
        kept = _kept(rule, atom.kind, body[atom.body : atom.end]) if rule else None
        if kept is None:
            notes.add(f"{where} {title(atom.kind)}", body[atom.body : atom.end])
        else:
            seen.add(kind)
            if kind not in _WITH_TEXT:
                check_numbers(kept)
            _tell_change(atom.kind, body[atom.body : atom.end], kept, where, notes)
            fresh.append(box(atom.kind, kept))
        position = atom.end
    notes.add(f"{where} sample description", body[position:])
    return b"".join(fresh)


def _told_apart(body: bytes, atom: Atom) -> bytes:
    """The kind of a box; a colour profile may stand beside the numbers of a colour space."""
    is_profile = atom.kind == b"colr" and body[atom.body : atom.body + 4] in (b"prof", b"rICC")
    return b"profile" if is_profile else atom.kind


def _kept(rule: Rule, kind: bytes, body: bytes) -> bytes | None:
    try:
        return rule(body)
    except MalformedError:
        raise MalformedError(f"Its “{title(kind)}” box contradicts itself.") from None


_CONFIGURATIONS = frozenset((b"avcC", b"hvcC", b"lhvC", b"hvcE", b"av1C", b"esds", b"wave", b"dfLa"))
"""Boxes in which encoders leave their names, as they do in the samples too."""
_WITH_TEXT = _CONFIGURATIONS | {b"profile", b"auxi"}
"""Those that are more than a few numbers: rules of their own say what of them stays."""


def _tell_change(kind: bytes, old: bytes, fresh: bytes, where: str, notes: Notes) -> None:
    if kind not in _CONFIGURATIONS:
        notes.compare(f"{where} {title(kind)}", old, fresh)
    elif len(old) > len(fresh):  # otherwise the same is only written in another way
        notes.tell("quicktime", f"{where} encoder", box(kind, old))
