"""What a decoder has to know before its first sample (ISO/IEC 14496-1, -12, -14, -15; the bindings of AV1, VP9, Opus,
FLAC, AC-3, AMR and Dolby Vision; QuickTime File Format, "Sample descriptions").

Each rule takes the body of a box and gives it back as its own fields say that it is, or ``None`` if nobody needs it.
What a parameter set of a video codec holds behind its last field is not looked into.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lenscap.binary.boxes import box, boxes
from lenscap.binary.reader import Reader
from lenscap.errors import MalformedError
from lenscap.formats import check_numbers, is_text, mp4_aac

Rule = Callable[[bytes], bytes | None]

_SETS = frozenset((7, 8, 13, 15))
"""Parameter sets of H.264 (ITU-T H.264, table 7-1)."""
_HIGH = frozenset((100, 110, 122, 144))
_HEVC_SETS = frozenset((32, 33, 34))
_SEI = frozenset((39, 40))
_LIGHT = frozenset((137, 144, 147))
"""SEI messages that change how colours look: mastering display, light level, transfer (ITU-T H.265, annex D)."""
_LONGEST_CONFIG = 1024
_MPEG_VIDEO = frozenset((0x20, *range(0x60, 0x66), 0x6A))
_AAC = frozenset((0x40, 0x66, 0x67, 0x68))
_MP3 = frozenset((0x69, 0x6B))
_USER_DATA = re.compile(rb"\x00\x00\x01\xb2.*?(?=\x00\x00\x01|\Z)", re.DOTALL)
_STREAM_INFO = 34


def exactly(*lengths: int) -> Rule:
    """The rule for boxes of fixed lengths: what is longer is cut to the next shorter one."""
    return lambda body: next((body[:length] for length in sorted(lengths, reverse=True) if len(body) >= length), None)


def full(length: int) -> Rule:
    """The same for a box that begins with a version and flags, which are zero."""
    return lambda body: bytes(4) + body[4 : 4 + length] if len(body) >= 4 + length else None


def _within(rules: dict[bytes, Rule]) -> Rule:
    return lambda body: b"".join(
        box(atom.kind, fresh)
        for atom in boxes(body, 0, len(body))
        if atom.kind in rules and (fresh := rules[atom.kind](body[atom.body : atom.end])) is not None
    )


def _avcc(body: bytes) -> bytes:
    """AVCDecoderConfigurationRecord (ISO/IEC 14496-15, section 5.3.3)."""
    reader = Reader(body)
    head = reader.take(5)
    sequence = [reader.take(reader.u16()) for _ in range(reader.u8() & 31)]
    picture = [reader.take(reader.u16()) for _ in range(reader.u8())]
    fresh = head[:4] + bytes([head[4] | 0xFC]) + _nals(sequence, 0xE0) + _nals(picture, 0)
    if head[1] in _HIGH and reader.left >= 4:
        chroma, luma, depth = reader.take(3)
        extra = [reader.take(reader.u16()) for _ in range(reader.u8())]
        fresh += bytes([chroma | 0xFC, luma | 0xF8, depth | 0xF8]) + _nals(extra, 0)
    return fresh


def _nals(units: list[bytes], mark: int) -> bytes:
    kept = [unit for unit in units if unit and unit[0] & 31 in _SETS]
    return bytes([mark | len(kept)]) + b"".join(len(unit).to_bytes(2) + unit for unit in kept)


def _arrays(length: int, needed: frozenset[int]) -> Rule:
    """The rule for HEVCDecoderConfigurationRecord and its kin: a header, and arrays of NAL units by type."""

    def rule(body: bytes) -> bytes:
        reader = Reader(body)
        head = reader.take(length)
        kept = []
        for _ in range(reader.u8()):
            kind = reader.u8()
            units = [reader.take(reader.u16()) for _ in range(reader.u16())]
            units = [unit for unit in units if unit and unit[0] >> 1 & 63 == kind & 63]
            if kind & 63 not in needed:
                units = [unit for unit in units if kind & 63 in _SEI and _is_about_light(unit)]
            if units:
                listed = b"".join(len(unit).to_bytes(2) + unit for unit in units)
                kept.append(bytes([kind & 0xBF]) + len(units).to_bytes(2) + listed)
        return head + bytes([len(kept)]) + b"".join(kept)

    return rule


def _is_about_light(unit: bytes) -> bool:
    """Whether an SEI unit holds nothing but messages about colours."""
    position = 2
    while position + 2 <= len(unit) and unit[position] != 0x80:
        kind, length = unit[position], unit[position + 1]
        if kind not in _LIGHT or length > 24:
            return False
        position += 2 + length
    return unit[position:] in (b"", b"\x80") and not is_text(unit)


def _av1c(body: bytes) -> bytes | None:
    """AV1CodecConfigurationRecord: of its units (OBUs) only sequence headers."""
    if len(body) < 4:
        return None
    return body[:4] + b"".join(unit for kind, unit in _obus(body[4:]) if kind == 1)


def _obus(body: bytes) -> Iterator[tuple[int, bytes]]:
    position = 0
    while position < len(body) and body[position] & 2:
        start, extended = position, body[position] >> 2 & 1
        position += 1 + extended
        size = shift = 0
        while position < len(body) and shift < 28:
            size |= (body[position] & 127) << shift
            shift += 7
            position += 1
            if not body[position - 1] & 128:
                break
        position += size
        if position > len(body):
            raise MalformedError("Its “av1C” box claims bytes that it does not have.")
        yield body[start] >> 3 & 15, body[start:position]


def _vpcc(body: bytes) -> bytes | None:
    return body[:4] + body[4:10] + bytes(2) if len(body) >= 10 else None


def _dolby_vision(body: bytes) -> bytes | None:
    return body[:5] + bytes(19) if len(body) >= 5 else None


def _esds(body: bytes) -> bytes:
    """ES_Descriptor (ISO/IEC 14496-1, section 7.2.6.5): the decoder's configuration, and nothing else."""
    reader = Reader(body, 4)
    tag, length = reader.u8(), _length(reader)
    if tag == 3:
        reader.skip(2)
        flags = reader.u8()
        reader.skip(2 * (flags >> 7))
        if flags & 0x40:
            reader.skip(reader.u8())
        reader.skip(2 * (flags >> 5 & 1))
        tag, length = reader.u8(), _length(reader)
    if tag != 4:
        raise MalformedError("Its “esds” box does not say how its sound or picture is decoded.")
    head = reader.take(13)
    config = b""
    if length > 13 and reader.left and reader.u8() == 5:
        specific = _specific(head[0], reader.take(_length(reader)))
        config = _described(5, specific) if specific else b""
    return bytes(4) + _described(3, bytes(3) + _described(4, head + config) + b"\6\x80\x80\x80\1\2")


def _length(reader: Reader) -> int:
    length = 0
    for _ in range(4):
        byte = reader.u8()
        length = length << 7 | byte & 127
        if byte < 128:
            break
    return length


def _described(tag: int, body: bytes) -> bytes:
    return bytes([tag, *(len(body) >> shift & 127 | 128 for shift in (21, 14, 7)), len(body) & 127]) + body


def _specific(kind: int, config: bytes) -> bytes:
    """A decoder's own configuration, cut where its fields end as far as they are known."""
    if kind in _MP3:
        return b""
    if kind in _MPEG_VIDEO:
        config = without_user_data(config)
    if len(config) > _LONGEST_CONFIG:
        raise MalformedError("A decoder's configuration is longer than any is.")
    if kind in _AAC:
        return mp4_aac.plain(config)
    check_numbers(config)
    return config


def without_user_data(header: bytes) -> bytes:
    """The headers of an MPEG-4 film without the texts that encoders leave there (ISO/IEC 14496-2, section 6.2.2.1).

    Those of MPEG-1 and MPEG-2 begin with the same code.
    """
    return _USER_DATA.sub(b"", header)


def _dops(body: bytes) -> bytes | None:
    if len(body) < 11:
        return None
    return body[: 11 + (2 + body[1]) * bool(body[10])]


def _dfla(body: bytes) -> bytes | None:
    """Of FLAC's blocks only the first, which decoders need."""
    info = body[8 : 8 + _STREAM_INFO]
    return bytes(4) + b"\x80\0\0\x22" + info if len(info) == _STREAM_INFO and body[4] & 127 == 0 else None


def _dec3(body: bytes) -> bytes | None:
    """EC3SpecificBox (ETSI TS 102 366, annex F.6), with the extension for Atmos."""
    if len(body) < 2:
        return None
    position = 2
    for _ in range((body[1] & 7) + 1):
        dependent = body[position + 2 : position + 3]
        position += 4 if dependent and dependent[0] >> 1 & 15 else 3
    return body[: position + 2] if len(body) >= position else None


def _colr(body: bytes) -> bytes | None:
    lengths = {b"nclx": 11, b"nclc": 10}
    return body[: lengths[body[:4]]] if len(body) >= lengths.get(body[:4], 1 << 30) else None


def _chan(body: bytes) -> bytes | None:
    """AudioChannelLayout: a layout, a bit map, and descriptions of channels."""
    if len(body) < 16:
        return None
    return bytes(4) + body[4 : 16 + 20 * int.from_bytes(body[12:16])]


def _amr(body: bytes) -> bytes | None:
    """AMRSpecificBox and H263SpecificBox, without the four letters of a vendor."""
    return bytes(4) + body[4:9] if len(body) >= 7 else None


def _sa3d(body: bytes) -> bytes | None:
    return body[: 12 + 4 * int.from_bytes(body[8:12])] if len(body) >= 12 else None


def _wave(body: bytes) -> bytes:
    """What QuickTime puts around the configurations of sound: a row of boxes that a nameless one ends."""
    rules = SOUND | {b"frma": exactly(4), b"mp4a": exactly(4), b"enda": exactly(2), b"wave": lambda _: None}
    fresh = []
    for atom in _children(body):
        rule = rules.get(atom[0])
        if rule and (kept := rule(atom[1])) is not None:
            fresh.append(box(atom[0], kept))
    return b"".join(fresh) + box(bytes(4))


def _children(body: bytes) -> Iterator[tuple[bytes, bytes]]:
    end = len(body) - 8
    position = 0
    while position <= end:
        length, kind = int.from_bytes(body[position : position + 4]), body[position + 4 : position + 8]
        if length < 8:
            return
        yield kind, body[position + 8 : position + length]
        position += length


def _projection(body: bytes) -> bytes:
    """How a film of the whole sphere is laid out (Spherical Video V2), without the name of the program."""
    rules = {b"prhd": full(12), b"equi": full(16), b"cbmp": full(8)}
    return box(b"svhd", bytes(5)) + (_within({b"proj": _within(rules)})(body) or b"")


_EYES = {b"stri": full(1), b"hero": full(1), b"cams": _within({b"blin": full(4)}), b"cmfy": _within({b"dadj": full(4)})}

PICTURE: dict[bytes, Rule] = {
    b"avcC": _avcc, b"hvcC": _arrays(22, _HEVC_SETS), b"lhvC": _arrays(5, _HEVC_SETS), b"av1C": _av1c, b"vpcC": _vpcc,
    b"dvcC": _dolby_vision, b"dvvC": _dolby_vision, b"dvwC": _dolby_vision, b"hvcE": _arrays(22, _HEVC_SETS),
    b"esds": _esds, b"d263": _amr, b"colr": _colr, b"pasp": exactly(8), b"clap": exactly(32), b"fiel": exactly(2),
    b"gama": exactly(4), b"btrt": exactly(12), b"mdcv": exactly(24), b"clli": exactly(4), b"SmDm": full(24),
    b"CoLL": full(4), b"amve": exactly(8), b"st3d": full(1), b"sv3d": _projection, b"hfov": exactly(4),
    b"vexu": _within({b"eyes": _within(_EYES), b"proj": _within({b"prji": full(4)})}),
}  # fmt: skip
"""The boxes that describe a picture."""

SOUND: dict[bytes, Rule] = {
    b"esds": _esds, b"alac": exactly(28, 52), b"dac3": exactly(3), b"dec3": _dec3, b"dOps": _dops, b"dfLa": _dfla,
    b"damr": _amr, b"srat": full(4), b"chan": _chan, b"pcmC": full(2), b"btrt": exactly(12), b"SA3D": _sa3d,
    b"wave": _wave,
}  # fmt: skip
"""The boxes that describe a sound."""
