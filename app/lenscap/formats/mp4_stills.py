"""Films whose pictures are picture files, as in Motion JPEG: each of them may hold notes of its own.

ITU-T T.81 annex B; the QuickTime File Format Specification, "Motion-JPEG" (the markers that it adds itself).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lenscap.binary.boxes import Sliced
from lenscap.errors import UnsupportedError
from lenscap.formats.mp4_samples import Span
from lenscap.formats.mp4_tracks import Track

_JPEG, _PNG = b"\xff\xd8", b"\x89PNG"
_OTHERS = (b"GIF8", b"II*\0", b"MM\0*")
_NOTES = {
    _JPEG: re.compile(
        rb"\xff(?:[\xe2-\xed\xef]|\xe0(?!\0\x10JFIF\0|..AVI1)|\xe1(?!.{6}mjpg)|\xee(?!\0\x0eAdobe)"
        rb"|\xfe(?!\0.Lavc[\d.]{5,11}\0))",
        re.DOTALL,
    ),
    _PNG: re.compile(rb"[tiz]TXt|tEXt|eXIf|iCCP|tIME"),
}
"""What begins a note. In the coded picture itself it is nowhere, or hardly ever.

The version of an encoder that most programs use may stay, as it may in other kinds of compressed pictures.
"""
_WINDOW, _LONGEST = 1 << 20, 24


def check(data: Sliced, tracks: Iterable[Track], is_fragmented: bool) -> None:
    """Raise ``UnsupportedError`` if pictures of a film may hold more than what is seen of them."""
    for track in tracks:
        if track.handler == b"vide" and track.found is not None:
            spans = track.found.spans
            head = bytes(data[spans[0][0] : spans[0][0] + _LONGEST]) if spans else b""
            kind = next((kind for kind in (*_NOTES, *_OTHERS) if head.startswith(kind)), None)
            if kind and (is_fragmented or kind in _OTHERS or _has_notes(data, spans, _NOTES[kind])):
                raise UnsupportedError(
                    "Its pictures are picture files that hold notes of their own. Export it as H.264 first."
                )


def _has_notes(data: Sliced, spans: Iterable[Span], notes: re.Pattern[bytes]) -> bool:
    return any(
        notes.search(bytes(data[at : min(end, at + _WINDOW + _LONGEST)]))
        for start, end in spans
        for at in range(start, end, _WINDOW)
    )
