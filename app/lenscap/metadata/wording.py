"""Text out of a file, made fit to be read by a person, and the bytes by which it is recognised again."""

from __future__ import annotations

import re

from lenscap.quoting import LONG as LONG
from lenscap.quoting import SHORT as SHORT
from lenscap.quoting import printable as printable
from lenscap.quoting import quoted as quoted

MOST_TRACES = 64
_SHORTEST_TRACE = 6

_LETTERS = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 \0"
_PRINTABLE = re.compile(rb"[\x20-\x7e]{6,}")
# Finds UTF-16 of both byte orders: in the other one the run is a byte later and ends a character earlier.
_PRINTABLE_16 = re.compile(rb"[\x20-\x7e]\0(?:[\x20-\x7e]\0){4,}")

# Values that are nobody's in particular and that stay in the colour profile or the tables of a clean picture.
_COMMON = b"\n".join(
    [
        b"sRGB IEC61966-2.1 IEC http://www.iec.ch IEC 61966-2.1 Default RGB colour space - sRGB",
        b"Display P3 Adobe RGB (1998) ProPhoto RGB Generic RGB Profile Color LCD GIMP built-in sRGB Rec. 2020",
        b"Copyright (c) 1998 Hewlett-Packard Company HEWLETT-PACKARD hewlett-packard Google Inc. 2016 GOOGLE google",
        b"Adobe Systems Incorporated Microsoft Corporation Samsung Electronics SAMSUNG samsung Nikon Corporation",
        b"Copyright Apple Inc., 2017 Eastman Kodak Company KODAK Facebook Public Domain Reference Viewing Condition",
        b"No copyright, use freely image/jpeg image/png image/webp image/heic image/tiff application/rdf+xml",
        b"0100 0210 0220 0221 0230 0231 0232 unknown UNKNOWN Unknown default DEFAULT Default ASCII\0\0\0 UNICODE\0",
        # What any XMP packet begins and ends with, and what leads to a gain map.
        b'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?> <?xpacket begin="\xef\xbb\xbf" <?xpacket end="w"?>',
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"> <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
        b'<rdf:Description rdf:about="" </rdf:Description></rdf:RDF></x:xmpmeta> </rdf:RDF> </x:xmpmeta> image/jpeg',
        b'hdrgm:Version="1.0" xmlns:hdrgm="http://ns.adobe.com/hdr-gain-map/1.0/" urn:iso:std:iso:ts:21496:-1',
        # The alphabets of the standard Huffman tables (ITU-T T.81, annex K).
        b"\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b",
        b"&'()*56789:CDEFGHIJSTUVWXYZcdefghijstuvwxyz\x82\x83\x84",
        b"\x16\x17\x18\x19\x1a%&'()*456789:CDEFGHIJSTUVWXYZcdefghijstuvwxyz\x83\x84\x85",
    ]
)


def decoded(raw: bytes) -> str:
    """Text in an encoding that nobody named: UTF-8 where it fits, otherwise that of old Windows programs."""
    raw = raw.strip(b"\0 \t\r\n")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def trace(raw: bytes) -> tuple[bytes, ...]:
    """The bytes by which ``raw`` is found again in a file; none where they would be found in any file."""
    raw = raw.strip(b"\0 \t\r\n") if len(raw) >= _SHORTEST_TRACE else b""
    if len(raw) < _SHORTEST_TRACE or len(set(raw[:256])) < 4 or raw in _COMMON:
        return ()
    return (raw,) if len(raw) <= 256 else (raw[:64], raw[-64:])


def traces(*raws: bytes) -> tuple[bytes, ...]:
    """The traces of several values, each once."""
    found: dict[bytes, None] = {}
    for raw in raws:
        found.update(dict.fromkeys(trace(raw)))
        if len(found) >= MOST_TRACES:
            break
    return tuple(found)[:MOST_TRACES]


def middle(raw: bytes) -> tuple[bytes, ...]:
    """Traces of an embedded picture: from the middle and end of its scan, since pictures begin alike."""
    scan = raw[max(0, raw.rfind(b"\xff\xda")) :]
    half = len(scan) // 2
    # Even areas repeat a few bytes, in every picture the same.
    spans = (scan[half : half + 64], scan[-66:-2]) if len(scan) > 128 else ()
    return traces(*(span for span in spans if len(set(span)) >= 24))


def strings(raw: bytes, most: int = 40) -> list[bytes]:
    """Words and numbers in bytes of an unknown format, as they stand there (ASCII or UTF-16)."""
    found: list[bytes] = []
    for pattern in (_PRINTABLE, _PRINTABLE_16):
        for match in pattern.finditer(raw):
            run = match[0][:256]
            if _is_wordy(run):
                found.append(run)
            if len(found) >= most:
                return found
    return found


def _is_wordy(run: bytes) -> bool:
    """Whether characters look like words or numbers rather than like chance."""
    signs = len(run.translate(None, _LETTERS))
    return signs * 4 <= len(run)


def readable(raw: bytes, most: int = 8) -> list[str]:
    """The same as text for people: what looks like words or numbers rather than like chance."""
    plain = (run.replace(b"\0", b"").decode("ascii").strip() for run in strings(raw))
    return [printable(run, 80) for run in plain][:most]


def plural(number: int, one: str, more: str) -> str:
    """``number`` with the noun that fits it."""
    return f"{number:,} {one if number == 1 else more}"


def listing(names: list[str], most: int = 4) -> str:
    """The first of some names, with an ellipsis where there are more."""
    return ", ".join(names[:most]) + (", …" if len(names) > most else "")
