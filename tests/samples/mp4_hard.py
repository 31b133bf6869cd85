"""Films that hide something in the set-up of a decoder, or in the numbers of their index."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .mp4 import Film, box, film, full, nodes
from .sample import Sample, canary

AAC, MP3, VORBIS, MPEG_2 = 0x40, 0x6B, 0xDD, 0x61
SECRET = canary("mp4-hard").ljust(24, b"!")
INDEX = "mdia/minf/stbl"

Change = Callable[[Film], None]

_UNPLAYABLE = ("in-channels-of-aac", "set-up-of-mp3", "set-up-of-vorbis", "user-data-of-mpeg-2", "edits")
"""Their set-up does not fit their samples, or their edits play few of them."""


def mp4_hard() -> Iterator[Sample]:
    """All of them."""
    for name, (codec, change) in _places().items():
        one = Film(film(codec))
        change(one)
        yield Sample(f"mp4-{name}", "MP4", ".mp4", one.build(), (SECRET[:12],), (name,), opens=name not in _UNPLAYABLE)


def _places() -> dict[str, tuple[str, Change]]:
    picture = "libx264"
    user_data = bytes.fromhex("000001b3 06004014 ffffe018 000001b2") + SECRET
    return {
        "behind-aac": (picture, _sound(AAC, b"\x15\x88" + SECRET[:16])),
        "in-channels-of-aac": (picture, _sound(AAC, channels(SECRET))),
        "set-up-of-mp3": (picture, _sound(MP3, SECRET)),
        "set-up-of-vorbis": (picture, _sound(VORBIS, SECRET)),
        "user-data-of-mpeg-2": ("mpeg4", _set_up(0, b"esds", described(MPEG_2, user_data))),
        "message-called-parameters": ("libx265", _misnamed),
        "matrix-of-the-film": (picture, lambda one: one.moov["mvhd"].put(36, SECRET)),
        "matrix-of-a-track": (picture, lambda one: one.tracks[0]["tkhd"].put(40, SECRET)),
        "edits": (picture, lambda one: one.tracks[0]["edts/elst"].put(8, SECRET[:12])),
        "shifts": (picture, _table(full(b"cslg", SECRET[:20]))),
        "descriptions-of-groups": (picture, _table(_descriptions())),
        "rows-of-groups": (picture, _rows),
        "defaults-of-fragments": (picture, lambda one: one.moov.add(_defaults(one.tracks[0]["tkhd"].body[12:16]))),
        "light": (picture, _set_up(0, b"", b"", box(b"mdcv", SECRET))),
    }


def channels(comment: bytes) -> bytes:
    """The set-up of AAC with four channels, and a comment behind them."""
    return bytes.fromhex("1200 0504 0400 2110") + bytes([len(comment)]) + comment + bytes.fromhex("56e500")


def described(kind: int, config: bytes) -> bytes:
    """The body of an ``esds`` box."""
    specific = b"\5" + bytes([len(config)]) + config
    decoder = bytes([kind, 0x15]) + bytes(11) + specific
    stream = bytes(3) + b"\4" + bytes([len(decoder)]) + decoder + b"\6\1\2"
    return bytes(4) + b"\3" + bytes([len(stream)]) + stream


def _sound(kind: int, config: bytes) -> Change:
    return _set_up(1, b"esds", described(kind, config))


def _set_up(number: int, kind: bytes, body: bytes, more: bytes = b"") -> Change:
    """Another body for a box in a sample description, and more boxes."""

    def change(one: Film) -> None:
        table = one.tracks[number][f"{INDEX}/stsd"]
        entry = nodes(table.body[8:])[0]
        head = 28 if number else 78
        inside = [box(kind, body) if node.kind == kind else bytes(node) for node in nodes(entry.body[head:])]
        table.body = table.body[:8] + box(entry.kind, entry.body[:head], *inside, more)

    return change


def _misnamed(one: Film) -> None:
    """A message to nobody in a row of parameter sets."""
    table = one.tracks[0][f"{INDEX}/stsd"]
    entry = nodes(table.body[8:])[0]
    (body,) = (node.body for node in nodes(entry.body[78:]) if node.kind == b"hvcC")
    unit = b"\x4e\1" + SECRET
    more = bytes([33]) + b"\0\1" + len(unit).to_bytes(2) + unit
    _set_up(0, b"hvcC", body[:22] + bytes([body[22] + 1]) + body[23:] + more)(one)


def _table(data: bytes) -> Change:
    return lambda one: one.tracks[0][INDEX].add(data)


def _descriptions() -> bytes:
    return full(b"sgpd", b"rap \0\0\0\1", len(SECRET).to_bytes(4), SECRET, version=1)


def _rows(one: Film) -> None:
    """Groups of samples that do not exist."""
    table = one.tracks[1][f"{INDEX}/sbgp"]
    many = int.from_bytes(table.body[8:12])
    table.body = table.body[:8] + (many + 3).to_bytes(4) + table.body[12:] + SECRET


def _defaults(track: bytes) -> bytes:
    return box(b"mvex", full(b"trex", track, SECRET[:16]))
