"""Samples of every vocabulary, each with canaries in it, and a walk through the segments of a JPEG."""

from __future__ import annotations

import struct
from collections.abc import Iterator

import piexif

_SCAN = bytes(number * 37 % 251 for number in range(600))
JPEG = b"\xff\xd8\xff\xdb\0\x43\0" + bytes(range(64)) + b"\xff\xda\0\x08\1\1\0\0\x3f\0" + _SCAN + b"\xff\xd9"


def exif_sample() -> bytes:
    """An Exif structure with a position, dates, names, numbers, a maker note and a thumbnail."""
    image = {
        piexif.ImageIFD.Make: b"Apple",
        piexif.ImageIFD.Model: b"iPhone 12",
        piexif.ImageIFD.Orientation: 6,
        piexif.ImageIFD.Software: b"Canary Editor 7.2",
        piexif.ImageIFD.DateTime: b"2026:06:16 08:00:00",
        piexif.ImageIFD.Artist: "Zoë Canary".encode(),
        piexif.ImageIFD.Copyright: b"(c) Canary & Sons",
        piexif.ImageIFD.ImageDescription: b"Marta's birthday",
        piexif.ImageIFD.DocumentName: b"C:\\Users\\marta\\party.tif",
        piexif.ImageIFD.HostComputer: b"martas-laptop",
        piexif.ImageIFD.XPKeywords: tuple("Marta;Lisbon".encode("utf-16-le") + b"\0\0"),
        piexif.ImageIFD.XMLPacket: tuple(xmp_sample()),
    }
    details = {
        piexif.ExifIFD.DateTimeOriginal: b"2026:06:15 18:42:07",
        piexif.ExifIFD.SubSecTimeOriginal: b"123",
        piexif.ExifIFD.OffsetTimeOriginal: b"+01:00",
        piexif.ExifIFD.ExposureTime: (1, 125),
        piexif.ExifIFD.FNumber: (16, 10),
        piexif.ExifIFD.ISOSpeedRatings: 64,
        piexif.ExifIFD.Flash: 1,
        piexif.ExifIFD.FileSource: b"\x03",
        piexif.ExifIFD.LensModel: b"iPhone 12 back camera",
        piexif.ExifIFD.LensSpecification: ((155, 100), (42, 10), (16, 10), (24, 10)),
        piexif.ExifIFD.BodySerialNumber: b"SN-CANARY-001",
        piexif.ExifIFD.LensSerialNumber: b"LENS-CANARY-2",
        piexif.ExifIFD.CameraOwnerName: b"Marta S.",
        piexif.ExifIFD.UserComment: b"UNICODE\0" + "Ölá, canary".encode("utf-16-be"),
        piexif.ExifIFD.ImageUniqueID: b"0123456789abcdefcanary",
        piexif.ExifIFD.MakerNote: b"Apple iOS\0\0\1MM" + b"\0\1\2" * 20 + b"canary-burst-uuid" + b"\xfe\7\6" * 30,
        piexif.ExifIFD.RelatedSoundFile: b"",
        piexif.ExifIFD.DeviceSettingDescription: b"secret settings",
    }
    position = {
        piexif.GPSIFD.GPSLatitudeRef: b"N",
        piexif.GPSIFD.GPSLatitude: ((38, 1), (42, 1), (4210, 100)),
        piexif.GPSIFD.GPSLongitudeRef: b"W",
        piexif.GPSIFD.GPSLongitude: ((9, 1), (7, 1), (4832, 100)),
        piexif.GPSIFD.GPSAltitudeRef: 0,
        piexif.GPSIFD.GPSAltitude: (744, 10),
        piexif.GPSIFD.GPSImgDirectionRef: b"T",
        piexif.GPSIFD.GPSImgDirection: (2251, 10),
        piexif.GPSIFD.GPSTimeStamp: ((17, 1), (42, 1), (75, 10)),
        piexif.GPSIFD.GPSDateStamp: b"2026:06:15",
        piexif.GPSIFD.GPSProcessingMethod: b"ASCII\0\0\0CELLID",
    }
    small = {piexif.ImageIFD.Compression: 6}
    tags = {"0th": image, "Exif": details, "GPS": position, "1st": small, "thumbnail": JPEG}
    return bytes(piexif.dump(tags)[6:])


def xmp_sample() -> bytes:
    """A packet as programs write it, with faces, a history and an embedded picture."""
    return """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Canary Core 1.0">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
    xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:tiff="http://ns.adobe.com/tiff/1.0/"
    xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:stEvt="http://ns.adobe.com/xap/1.0/sType/ResourceEvent#"
    xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/"
    xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/"
    xmlns:stArea="http://ns.adobe.com/xmp/sType/Area#" xmlns:GCamera="http://ns.google.com/photos/1.0/camera/"
    xmlns:xmpGImg="http://ns.adobe.com/xap/1.0/g/img/" xmlns:mine="http://example.org/mine/"
    xmp:CreateDate="2026-06-15T18:42:07+01:00" exif:GPSLatitude="38,42.7017N" exif:GPSLongitude="9,7.8053W"
    photoshop:City="Alfama" photoshop:Country="Portugal" tiff:Make="Apple" tiff:Model="iPhone 12"
    aux:SerialNumber="XSN-CANARY" GCamera:MotionPhoto="1" crs:RawFileName="canary_0042.dng" mine:secret="canary-secret">
   <dc:creator><rdf:Seq><rdf:li>Zoë Canary</rdf:li><rdf:li>Ann &amp; Co</rdf:li></rdf:Seq></dc:creator>
   <dc:subject><rdf:Bag><rdf:li>Marta</rdf:li><rdf:li>birthday</rdf:li></rdf:Bag></dc:subject>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">A &lt;b&gt;party&lt;/b&gt;</rdf:li></rdf:Alt></dc:title>
   <xmpMM:History><rdf:Seq><rdf:li stEvt:action="saved" stEvt:softwareAgent="Canary Shop 3"
     stEvt:when="2026-06-16T08:00:00Z"/></rdf:Seq></xmpMM:History>
   <mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:RegionList><rdf:Bag><rdf:li><rdf:Description
     mwg-rs:Name="Marta S." mwg-rs:Type="Face"><mwg-rs:Area stArea:x="0.5" stArea:y="0.25" stArea:w="0.1"
     stArea:h="0.2" stArea:unit="normalized"/></rdf:Description></rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>
   <xmp:Thumbnails><rdf:Alt><rdf:li rdf:parseType="Resource"><xmpGImg:format>JPEG</xmpGImg:format>
     <xmpGImg:image>/9j/2wABAgMEBQ==</xmpGImg:image></rdf:li></rdf:Alt></xmp:Thumbnails>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>""".encode()


def dataset(record: int, number: int, value: bytes) -> bytes:
    return struct.pack(">BBBH", 0x1C, record, number, len(value)) + value


def iptc_sample() -> bytes:
    fields = [
        (5, b"A party"),
        (25, b"Marta"),
        (25, b"birthday"),
        (55, b"20260615"),
        (60, b"184207+0100"),
        (80, b"Zo\xc3\xab C."),
    ]
    fields += [(90, b"Alfama"), (101, b"Portugal"), (118, b"zoe@canary.example"), (120, b"Marta's cake"), (10, b"5")]
    head = dataset(1, 90, b"\x1b%G") + dataset(2, 0, b"\0\4")
    return head + b"".join(dataset(2, number, value) for number, value in fields)


def resource(number: int, data: bytes, name: bytes = b"") -> bytes:
    title = bytes([len(name)]) + name
    return (
        b"8BIM"
        + struct.pack(">H", number)
        + title
        + b"\0" * (len(title) % 2)
        + struct.pack(">I", len(data))
        + data
        + b"\0" * (len(data) % 2)
    )


def photoshop_sample() -> bytes:
    thumbnail = struct.pack(">IIIIIIHH", 1, 160, 120, 480, 57600, len(JPEG), 24, 1) + JPEG
    parts = [(0x0404, iptc_sample(), b""), (0x040C, thumbnail, b""), (0x040B, b"https://canary.example", b"")]
    parts += [(0x07D0, b"\0" * 26, b"Marta's outline"), (0x041A, "canary slice".encode("utf-16-be"), b"")]
    return b"".join(resource(*part) for part in parts)


WELL_KNOWN_DATE = (1998, 2, 9, 6, 49, 0)


def icc_sample(
    description: str = "Marta's monitor",
    rights: str = "Copyright Canary Ltd.",
    wide: bool = False,
    date: tuple[int, ...] = (2026, 6, 15, 18, 42, 7),
    more: tuple[tuple[bytes, bytes], ...] = (),
) -> bytes:
    """A small profile; ``wide`` has its texts in UTF-16, ``more`` are further tags and their values."""
    if wide:
        text = description.encode("utf-16-be")
        desc = b"mluc" + bytes(4) + struct.pack(">II4sII", 1, 12, b"enUS", len(text), 28) + text
    else:
        text = description.encode() + b"\0"
        desc = b"desc" + bytes(4) + struct.pack(">I", len(text)) + text + bytes(78)
    values = [(b"desc", desc), (b"cprt", b"text" + bytes(4) + rights.encode() + b"\0")]
    values += [(b"wtpt", b"XYZ " + bytes(4) + struct.pack(">iii", 63190, 65536, 54061))]
    values += more
    table, body = struct.pack(">I", len(values)), b""
    for tag, value in values:
        table += tag + struct.pack(">II", 132 + 12 * len(values) + len(body), len(value))
        body += value.ljust((len(value) + 3) // 4 * 4, b"\0")
    header = struct.pack(
        ">I4sI4s4s4s6H4s",
        132 + len(table) - 4 + len(body),
        b"lcms",
        0x02400000,
        b"mntr",
        b"RGB ",
        b"XYZ ",
        *date,
        b"acsp",
    )
    return header.ljust(128, b"\0") + table + body


def box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(content), kind) + content


def superbox(label: bytes, *content: bytes) -> bytes:
    return box(b"jumb", box(b"jumd", bytes(16) + b"\x03" + label + b"\0") + b"".join(content))


def c2pa_sample() -> bytes:
    claim = b"\xa2\x6fclaim_generator\x70Canary Maker 2.0\x68dc:title\x78\x1acanary-birthday-picture.jpg"[:-1]
    certificate = b"\x30\x20\x06\x03\x55\x04\x0a\x0c\x0aCanary Ltd\x06\x03\x55\x04\x03\x13\x08Marta S."
    author = b'{"@type":"CreativeWork","author":[{"@type":"Person","name":"Marta Canary"}]}'
    thumbnail = superbox(b"c2pa.thumbnail.claim.jpeg", box(b"bfdb", b"\0image/jpeg\0"), box(b"bidb", JPEG))
    made = superbox(b"c2pa.actions", box(b"cbor", b"\x64when\x74" + b"2026-06-16T08:00:00Z"))
    return superbox(
        b"c2pa",
        superbox(b"c2pa.claim", box(b"cbor", claim)),
        superbox(b"c2pa.signature", box(b"cbor", certificate)),
        superbox(b"stds.schema-org.CreativeWork", box(b"json", author)),
        thumbnail,
        made,
    )


def text_sample() -> bytes:
    return (
        b"Raw profile type exif\0\nexif\n %d\n" % (len(exif_sample()) + 6)
        + (b"Exif\0\0" + exif_sample()).hex().encode()
    )


SAMPLES = {
    "exif": exif_sample,
    "xmp": xmp_sample,
    "iptc": iptc_sample,
    "photoshop": photoshop_sample,
    "text": text_sample,
    "c2pa": c2pa_sample,
    "icc": icc_sample,
}


def segments(jpeg: bytes) -> Iterator[tuple[int, bytes]]:
    """The marker segments of a JPEG up to the picture data."""
    position = 2
    while position + 4 <= len(jpeg) and jpeg[position] == 0xFF and jpeg[position + 1] != 0xDA:
        length = int.from_bytes(jpeg[position + 2 : position + 4], "big")
        yield jpeg[position + 1], jpeg[position + 4 : position + 2 + length]
        position += 2 + length


def payloads(jpeg: bytes) -> Iterator[tuple[str, str, bytes]]:
    """The metadata of a JPEG: vocabulary, place, bytes."""
    photoshop, extended = b"", b""
    for marker, body in segments(jpeg):
        if marker == 0xE1 and body.startswith(b"Exif\0\0"):
            yield "exif", "Exif", body[6:]
        elif marker == 0xE1 and body.startswith(b"http://ns.adobe.com/xap/1.0/\0"):
            yield "xmp", "XMP", body[29:]
        elif marker == 0xE1 and body.startswith(b"http://ns.adobe.com/xmp/extension/\0"):
            extended += body[75:]
        elif marker == 0xED and body.startswith(b"Photoshop 3.0\0"):
            photoshop += body[14:]
    if photoshop:
        yield "photoshop", "Photoshop", photoshop
    if extended:
        yield "xmp", "Extended XMP", extended
