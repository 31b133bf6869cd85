"""Kinds of files that people take for photos, or give by mistake, and that are not cleaned: what to do instead."""

from __future__ import annotations

import re
from typing import NamedTuple

LOOKED_AT = 1024
"""How many bytes of a file decide which of these it is."""

_PICTURE = "export it as JPEG or PNG first"
_RAW = "export a JPEG from it first"
_FILM = "export it as MP4 first"
_PAGES = "export its pages as PNG first"
_INSIDE = "take the photos out of it and clean those"
_SOUND = "a program for sound can take out what it tells"


class Refused(NamedTuple):
    """A kind of file: ``what`` it is, how its name ends, what to do ``instead``, and how it ``begins``."""

    what: str
    suffixes: tuple[str, ...]
    instead: str
    begins: re.Pattern[bytes]

    @property
    def name(self) -> str:
        """What it is, without the article."""
        return self.what.partition(" ")[2]

    @property
    def sentence(self) -> str:
        """What a person is told who gives one."""
        return f"It is {self.what}. Lenscap does not clean those; {self.instead}."


def _kind(what: str, suffixes: str, instead: str, begins: bytes) -> Refused:
    return Refused(what, tuple(suffixes.split()), instead, re.compile(begins, re.DOTALL))


_TEXT = _kind("a text", ".txt .md .csv .json .xml", "export what it shows as PNG first", rb"(?!)")

KINDS = (
    _kind("a Photoshop document (PSD)", ".psd .psb", _PICTURE, rb"8BPS\0[\x01\x02]"),
    _kind("a GIMP picture (XCF)", ".xcf", _PICTURE, rb"gimp xcf "),
    _kind("a Fujifilm raw photo (RAF)", ".raf", _RAW, rb"FUJIFILMCCD-RAW"),
    _kind("a Canon raw photo (CR3)", ".cr3", _RAW, rb".{4}ftypcrx "),
    _kind("an older Canon raw photo (CRW)", ".crw", _RAW, rb".{6}HEAPCCDR"),
    _kind("an Olympus raw photo (ORF)", ".orf .ori", _RAW, rb"IIR[OS]|MMOR"),
    _kind("a Panasonic or Leica raw photo (RW2)", ".rw2 .rwl", _RAW, rb"IIU\0"),
    _kind("a Sigma raw photo (X3F)", ".x3f", _RAW, rb"FOVb"),
    _kind("a Minolta raw photo (MRW)", ".mrw", _RAW, rb"\0MRM"),
    _kind(
        "a JPEG 2000 picture", ".jp2 .j2k .jpf .jpx .jpm", _PICTURE, rb"\0\0\0\x0cjP  \r\n\x87\n|\xff\x4f\xff\x51"
    ),
    _kind("a JPEG XR picture", ".jxr .wdp .hdp", _PICTURE, rb"II\xbc[\0\x01]"),
    _kind("an icon or a mouse pointer (ICO, CUR)", ".ico .cur", _PICTURE, rb"\0\0[\x01\x02]\0[^\0]\0.{3}\0"),
    _kind("an Apple icon (ICNS)", ".icns", _PICTURE, rb"icns"),
    _kind("an OpenEXR picture", ".exr", _PICTURE, rb"\x76\x2f\x31\x01"),
    _kind("a Radiance picture (HDR)", ".hdr .pic", _PICTURE, rb"#\?R(?:ADIANCE|GBE)"),
    _kind("a QOI picture", ".qoi", _PICTURE, rb"qoif"),
    _kind("a DirectDraw surface (DDS)", ".dds", _PICTURE, rb"DDS \x7c\0\0\0"),
    _kind("a Netpbm picture (PPM, PGM, PBM, PAM)", ".ppm .pgm .pbm .pnm .pam", _PICTURE, rb"P[1-7]\s"),
    _kind("a PDF document", ".pdf", _PAGES, rb"\s*%PDF-"),
    _kind("a PostScript or Illustrator drawing (EPS, AI)", ".eps .ps .ai", _PICTURE, rb"%!PS|\xc5\xd0\xd3\xc6"),
    _kind("an SVG drawing", ".svg", _PICTURE, rb"(?:\xef\xbb\xbf)?\s*<(?:svg\b|[?!].*?<svg\b)"),
    _kind("a web page (HTML)", ".html .htm", "save its pictures and clean those", rb"\s*<(?i:!doctype html|html\b)"),
    _kind("a Matroska or WebM film", ".mkv .webm", _FILM, rb"\x1a\x45\xdf\xa3"),
    _kind("an AVI film", ".avi", _FILM, rb"RIFF.{4}AVI "),
    _kind("a Flash film (FLV)", ".flv", _FILM, rb"FLV\x01"),
    _kind("a Windows Media film or recording (WMV, ASF, WMA)", ".wmv .asf .wma", _FILM, rb"0&\xb2u\x8ef\xcf\x11"),
    _kind(
        "an MPEG film", ".mpg .mpeg .vob .ts .mts .m2ts", _FILM,
        rb"\0\0\x01[\xb3\xba]|G.{187}G.{187}G|.{4}G.{191}G.{191}G",
    ),
    _kind("an Ogg film or recording", ".ogv .ogg .oga .opus", _FILM, rb"OggS\0"),
    _kind("a sound recording (MP3)", ".mp3", _SOUND, rb"ID3[\x02-\x04]|\xff[\xf2\xf3\xfa\xfb]"),
    _kind("a sound recording (WAV)", ".wav", _SOUND, rb"(?:RIFF|RF64).{4}WAVE"),
    _kind("a sound recording (FLAC)", ".flac", _SOUND, rb"fLaC"),
    _kind(
        "an Office document", ".docx .xlsx .pptx .odt .ods .odp", _INSIDE,
        rb"PK\x03\x04.{26}(?:\[Content_Types\]|_rels/|docProps/|mimetypeapplication/vnd)",
    ),
    _kind("an older Office document or a message (OLE)", ".doc .xls .ppt .msg", _INSIDE, rb"\xd0\xcf\x11\xe0\xa1\xb1"),
    _kind("a ZIP archive", ".zip", _INSIDE, rb"PK\x03\x04|PK\x05\x06"),
    _kind("an archive (7Z, RAR, GZ)", ".7z .rar .gz", _INSIDE, rb"7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|\x1f\x8b\x08"),
    _TEXT,
)  # fmt: skip
"""In this order: of those that a file may be the first is said."""


def refused(head: bytes) -> Refused | None:
    """The kind of a file that begins with ``head`` (up to ``LOOKED_AT`` bytes), if it is one of these."""
    found = next((kind for kind in KINDS if kind.begins.match(head)), None)
    return found or (_TEXT if _is_text(head) else None)


def _is_text(head: bytes) -> bool:
    """Whether these are letters, and no more than the last of them is cut off."""
    try:
        text = head.decode("utf-8")
    except UnicodeDecodeError as error:
        if len(head) < LOOKED_AT or error.start < LOOKED_AT - 3:
            return False
        text = head[: error.start].decode("utf-8")
    return len(text) > 3 and all(char.isprintable() or char in "\t\r\n\f\ufeff" for char in text)
