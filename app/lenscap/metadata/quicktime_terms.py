"""The words of films: what a name in ``udta``, ``ilst`` or ``keys`` tells (QuickTime File Format; 3GPP TS 26.244).

Names are written without ``©`` or ``@``, those of keys without ``com.apple.quicktime.``.
"""

from __future__ import annotations

from typing import NamedTuple

from lenscap.model import Kind


class Term(NamedTuple):
    """The kind of a text, the sentence around it, and the property of XMP that says the same, if there is one."""

    kind: Kind
    sentence: str
    xmp: str = ""


_MADE = Term(Kind.NAME, "Made by {}", "dc:creator")
_HELPED = Term(Kind.NAME, "With the help of {}", "dc:contributor")
_RIGHTS = Term(Kind.NAME, "A copyright line: {}", "dc:rights")
_TITLE = Term(Kind.TEXT, "A title: {}", "dc:title")
_DESCRIBED = Term(Kind.TEXT, "A description: {}", "dc:description")
_COMMENT = Term(Kind.TEXT, "A comment: {}", "exif:UserComment")
_KEYWORDS = Term(Kind.TEXT, "Keywords: {}", "dc:subject")
_MAKE = Term(Kind.DEVICE, "The camera was made by {}", "tiff:Make")
_MODEL = Term(Kind.DEVICE, "Taken with {}", "tiff:Model")
_WRITTEN = Term(Kind.HISTORY, "Written by {}", "xmp:CreatorTool")
_SERIAL = Term(Kind.DEVICE, "The camera's serial number is {}", "aux:SerialNumber")
_FIRMWARE = Term(Kind.DEVICE, "The camera's firmware is {}", "aux:Firmware")
_LENS = Term(Kind.DEVICE, "Taken with the lens {}", "aux:Lens")
_NAMED_PLACE = Term(Kind.PLACE, "Taken in {}")
_ALBUM = Term(Kind.TEXT, "It belongs to the album {}")
_PUBLISHED = Term(Kind.NAME, "Published by {}", "dc:publisher")
_LENS_SERIAL = Term(Kind.DEVICE, "The lens's serial number is {}", "aux:LensSerialNumber")

TERMS = {
    "nam": _TITLE, "titl": _TITLE, "title": _TITLE, "displayname": _TITLE, "name": _TITLE, "TITL": _TITLE,
    "ART": _MADE, "aART": _MADE, "aut": _MADE, "auth": _MADE, "art": _MADE, "artist": _MADE, "author": _MADE,
    "dir": _MADE, "director": _MADE, "perf": _MADE, "wrt": _MADE, "com": _MADE, "creator": _MADE, "camera": _MADE,
    "prd": _HELPED, "producer": _HELPED, "prf": _HELPED, "performer": _HELPED, "nrt": _HELPED, "credits": _HELPED,
    "src": _HELPED, "originalArtist": _HELPED, "composer": _HELPED, "arg": _HELPED,
    "cpy": _RIGHTS, "cprt": _RIGHTS, "copyright": _RIGHTS,
    "des": _DESCRIBED, "desc": _DESCRIBED, "ldes": _DESCRIBED, "dscp": _DESCRIBED, "inf": _DESCRIBED,
    "description": _DESCRIBED, "information": _DESCRIBED, "synopsis": _DESCRIBED,
    "cmt": _COMMENT, "comment": _COMMENT, "key": _KEYWORDS, "keywords": _KEYWORDS, "kywd": _KEYWORDS,
    "alb": _ALBUM, "albm": _ALBUM, "album": _ALBUM, "collection.user": _ALBUM,
    "mak": _MAKE, "manu": _MAKE, "make": _MAKE, "com.android.manufacturer": _MAKE,
    "mod": _MODEL, "modl": _MODEL, "model": _MODEL, "com.android.model": _MODEL, "CAME model": _MODEL, "mdl": _MODEL,
    "swr": _WRITTEN, "swf": _WRITTEN, "software": _WRITTEN, "too": _WRITTEN, "enc": _WRITTEN, "encoder": _WRITTEN,
    "com.android.version": Term(Kind.HISTORY, "Written by Android {}"),
    "pub": _PUBLISHED, "publisher": _PUBLISHED,
    "FIRM": _FIRMWARE, "LENS": _LENS_SERIAL, "lens": _LENS, "camera.lens_model": _LENS,
    "SNum": _SERIAL, "serial": _SERIAL, "sern": _SERIAL,
    "camera.identifier": Term(Kind.DEVICE, "The camera is called {}"),
    "content.identifier": Term(Kind.HISTORY, "The number that it has in common with a Live Photo: {}"),
    "MUID": Term(Kind.DEVICE, "A number that only this film has: {}"),
    "location.name": _NAMED_PLACE, "location.body": Term(Kind.PLACE, "Taken on {}"),
    "location.note": Term(Kind.PLACE, "A note on the place: {}"),
    "location.role": Term(Kind.PLACE, "The role of the place: {}"),
    "location.accuracy.horizontal": Term(Kind.PLACE, "The position is accurate to {} m"),
    "gen": Term(Kind.TEXT, "A genre: {}"), "gnre": Term(Kind.TEXT, "A genre: {}"),
    "genre": Term(Kind.TEXT, "A genre: {}"),
    "url": Term(Kind.TEXT, "An address: {}"), "rating.user": Term(Kind.TEXT, "A rating: {}"),
    "apID": Term(Kind.NAME, "Bought by {}"), "ownr": Term(Kind.NAME, "It belongs to {}"),
}  # fmt: skip
"""Texts."""

POSITIONS = frozenset(("xyz", "location.ISO6709"))
TIMES = {
    "day": "Made on {}", "creationdate": "Taken on {}", "date": "Taken on {}", "location.date": "Was there on {}",
    "year": "Made in {}", "DateTimeOriginal": "Taken on {}", "purd": "Bought on {}", "dat": "Made on {}",
}  # fmt: skip
NUMBERS = frozenset(("MUID",))
"""Boxes that hold no text but a number of many digits."""
LANGUAGE_BOXES = frozenset(("titl", "auth", "perf", "gnre", "dscp", "cprt", "albm", "kywd", "clsf", "rtng"))
"""Boxes of 3GPP: version, flags, a language, and a text."""
