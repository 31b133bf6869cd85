"""What the tags of Exif are called and what they tell (Exif 3.0, section 4.6; TIFF 6.0; TIFF/EP; DNG 1.7)."""

from __future__ import annotations

from typing import NamedTuple

import piexif

from lenscap.model import Kind


class Words(NamedTuple):
    """The kind of a tag that holds a text, and the sentence around that text."""

    kind: Kind
    sentence: str


EXIF_IFD, GPS_IFD, INTEROP_IFD, SUB_IFDS = 0x8769, 0x8825, 0xA005, 0x014A
POINTERS = frozenset((EXIF_IFD, GPS_IFD, INTEROP_IFD, SUB_IFDS))
PAYLOADS = {0x02BC: "xmp", 0x83BB: "iptc", 0x8649: "photoshop", 0x8773: "icc", 0xC68F: "icc", 0xC691: "icc"}
PAYLOAD_WORDS = {"xmp": "XMP", "iptc": "IPTC", "photoshop": "Photoshop", "icc": "colour profile"}
MAKE, MODEL, ORIENTATION = 0x010F, 0x0110, 0x0112
MAKER_NOTE, USER_COMMENT = 0x927C, 0x9286
THUMBNAIL, THUMBNAIL_LENGTH = 0x0201, 0x0202
STRIPS, TILES, NEW_SUBFILE = 0x0111, 0x0144, 0x00FE
LENS = (0xA433, 0xA434, 0xA432)
XP = frozenset(range(0x9C9B, 0x9CA0))
JPEG_TABLES = 0x015B

TEXTS = {
    0x000B: Words(Kind.HISTORY, "Processed with {}"),
    0x010D: Words(Kind.TEXT, "The document's name is {}"),
    0x010E: Words(Kind.TEXT, "A description: {}"),
    0x011D: Words(Kind.TEXT, "The page's name is {}"),
    0x0131: Words(Kind.HISTORY, "Written by {}"),
    0x013B: Words(Kind.NAME, "Made by {}"),
    0x013C: Words(Kind.DEVICE, "Made on the computer {}"),
    0x0151: Words(Kind.DEVICE, "Made for the printer {}"),
    0x0269: Words(Kind.TEXT, "A title: {}"),
    0x800D: Words(Kind.DEVICE, "A number of the picture: {}"),
    0x8298: Words(Kind.NAME, "A copyright line: {}"),
    0x9213: Words(Kind.HISTORY, "What was done to the picture: {}"),
    0x9C9B: Words(Kind.TEXT, "A title: {}"),
    0x9C9C: Words(Kind.TEXT, "A comment: {}"),
    0x9C9D: Words(Kind.NAME, "Made by {}"),
    0x9C9E: Words(Kind.TEXT, "Keywords: {}"),
    0x9C9F: Words(Kind.TEXT, "A subject: {}"),
    USER_COMMENT: Words(Kind.TEXT, "A comment: {}"),
    0xA004: Words(Kind.TEXT, "A sound file belongs to it: {}"),
    0xA420: Words(Kind.DEVICE, "A number that only this photo has: {}"),
    0xA430: Words(Kind.NAME, "The camera belongs to {}"),
    0xA431: Words(Kind.DEVICE, "The camera's serial number is {}"),
    0xA435: Words(Kind.DEVICE, "The lens's serial number is {}"),
    0xA436: Words(Kind.TEXT, "A title: {}"),
    0xA437: Words(Kind.NAME, "Photographed by {}"),
    0xA438: Words(Kind.NAME, "Edited by {}"),
    0xA439: Words(Kind.DEVICE, "The camera's firmware is {}"),
    0xA43A: Words(Kind.HISTORY, "Developed with {}"),
    0xA43B: Words(Kind.HISTORY, "Edited with {}"),
    0xA43C: Words(Kind.HISTORY, "Its metadata was edited with {}"),
    0xA480: Words(Kind.PLACE, "A map's metadata: {}"),
    0xC614: Words(Kind.DEVICE, "Taken with a camera of the model {}"),
    0xC615: Words(Kind.DEVICE, "Taken with a camera that is sold as {}"),
    0xC62F: Words(Kind.DEVICE, "The camera's serial number is {}"),
    0xC68B: Words(Kind.TEXT, "The raw file was called {}"),
    0xFDE8: Words(Kind.NAME, "The camera belongs to {}"),
    0xFDE9: Words(Kind.DEVICE, "The camera's serial number is {}"),
    0xFDEA: Words(Kind.DEVICE, "Taken with the lens {}"),
}

DATES = (
    (0x9003, 0x9291, 0x9011, "Taken on {}"),
    (0x9004, 0x9292, 0x9012, "Digitised on {}"),
    (0x0132, 0x9290, 0x9010, "Changed on {}"),
    (0xC71B, 0, 0, "A preview was made on {}"),
)
"""Date, fraction of a second, time zone, and the sentence."""

SETTINGS = (
    0x829A, 0x829D, 0x8822, 0x8827, 0x8830, 0x8831, 0x8832, 0x8833, 0x9201, 0x9202, 0x9203, 0x9204, 0x9205, 0x9206,
    0x9207, 0x9208, 0x9209, 0x920A, 0x9214, 0x9400, 0x9401, 0x9402, 0x9403, 0x9404, 0x9405, 0xA20B, 0xA20E, 0xA20F,
    0xA210, 0xA214, 0xA215, 0xA217, 0xA300, 0xA301, 0xA401, 0xA402, 0xA403, 0xA404, 0xA405, 0xA406, 0xA407, 0xA408,
    0xA409, 0xA40A, 0xA40C,
)  # fmt: skip
"""How the camera was set: told in one sentence."""

MAP_TAGS = frozenset((0x830E, 0x8480, 0x8482, 0x85D8, 0x87AF, 0x87B0, 0x87B1, 0xC6D8, 0xA481))
"""GeoTIFF: where on Earth the picture lies."""

LAYERS = 0x935C
"""Photoshop's ImageSourceData: the layers of the picture, hidden ones too."""

HARMLESS = {
    0x00FE: 4, 0x00FF: 4, 0x0100: 8, 0x0101: 8, 0x0102: 32, 0x0103: 4, 0x0106: 4, 0x0107: 4, 0x0108: 4, 0x0109: 4,
    0x010A: 4, ORIENTATION: 4, 0x0115: 4, 0x0116: 8, 0x0118: 32, 0x0119: 32, 0x011A: 8, 0x011B: 8, 0x011C: 4, 0x0122: 4,
    0x0124: 4, 0x0125: 4, 0x0128: 4, 0x0129: 4, 0x013D: 4, 0x013E: 16, 0x013F: 48, 0x0141: 4, 0x0142: 8, 0x0143: 8,
    0x014C: 4, 0x014E: 4, 0x0150: 32, 0x0152: 32, 0x0153: 32, 0x0154: 64, 0x0155: 64, 0x0200: 4, 0x0203: 4, 0x0211: 24,
    0x0212: 4, 0x0213: 4, 0x0214: 48, 0x80E5: 4, 0x80E6: 4, 0x828D: 4, 0xC5F2: 16,
    0x9000: 4, 0x9101: 4, 0xA000: 4, 0xA001: 4, 0xA002: 8, 0xA003: 8, 0xA500: 8, 0xEA1D: 4,
}  # fmt: skip
"""Tags that say how to show the picture and nothing of anybody, and how long such a value may be."""

STRUCTURE = frozenset(
    (
        STRIPS, 0x0117, TILES, 0x0145, THUMBNAIL, THUMBNAIL_LENGTH, 0x0120, 0x0121, 0x0207, 0x0208, 0x0209, 0x012D,
        0x0140, 0x0123, 0x0205, 0x0206,
    )
)  # fmt: skip
"""Tags that lead to the picture data, or are as long as it needs."""

HARMLESS_INTEROP = {0x0001: 4, 0x0002: 4, 0x1000: 32, 0x1001: 4, 0x1002: 4}
HARMLESS_GPS = {0x0000: 4}

_MORE = {
    LAYERS: "ImageSourceData", 0x9010: "OffsetTime", 0xA460: "CompositeImage", 0xA461: "CompositeImageCount",
    0xA462: "CompositeImageExposureTimes", 0xEA1C: "Padding", 0x4746: "Rating", 0xC4A5: "PrintImageMatching",
    0x830E: "ModelPixelScale", 0x8482: "ModelTiepoint", 0x85D8: "ModelTransformation", 0x87AF: "GeoKeyDirectory",
    0x87B0: "GeoDoubleParams", 0x87B1: "GeoAsciiParams", 0xA481: "GDALNoData", 0x9999: "XiaomiSettings",
    0x8895: "ModelId", 0x889A: "Face", 0x1001: "RelatedImageWidth", 0x1002: "RelatedImageHeight",
}  # fmt: skip

_TAGS = piexif.TAGS
NAMES: dict[int, str] = _MORE | {tag: kept["name"] for room in ("Image", "Exif") for tag, kept in _TAGS[room].items()}
GPS_NAMES: dict[int, str] = {tag: kept["name"] for tag, kept in _TAGS["GPS"].items()}
INTEROP_NAMES = {1: "InteroperabilityIndex", 2: "InteroperabilityVersion"}

HOMES: dict[str, tuple[str, int, int]] = {
    kept["name"]: (room, tag, kept["type"])
    for group, room in (("Image", "0th"), ("Exif", "Exif"), ("GPS", "GPS"))
    for tag, kept in _TAGS[group].items()
}
"""Where a tag is written, by its name: the directory as piexif calls it, the tag, and the type of its value."""
