"""BMP files that lie."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from .bad import SHARES, Bad
from .bmp import EMBEDDED, LINKED, V5, Bmp, coloured, indexed, run_length, wide
from .sample import canary

SECRET = canary("bad-bmp")


def bmp_bad() -> Iterator[Bad]:
    """All of them."""
    whole = coloured(V5)._replace(space=EMBEDDED, profile=bytes(600), behind=SECRET).made()
    for share in SHARES:
        yield _bad(f"cut-{share}", whole[: len(whole) * share // 100], f"the first {share} % of a file")
    yield _bad("signature", b"BM", "two letters")
    yield _bad("text-that-begins-so", b"BMW and other cars. " * 99, "a text")
    yield _bad("zeros-behind-the-signature", b"BM" + bytes(5000), "two letters and zeros")
    for name, data, what in (*_fields(), *_colours(), *_runs()):
        yield _bad(name, data, what)


def _bad(name: str, data: bytes, what: str) -> Bad:
    return Bad(f"{name}.bmp", ".bmp", data, what, SECRET if SECRET in data else b"")


def _with(bmp: Bmp, at: int, data: bytes) -> bytes:
    """A file with other bytes at a place, and the secret behind it."""
    made = bmp._replace(behind=SECRET).made()
    return made[:at] + data + made[at + len(data) :]


def _fields() -> Iterator[tuple[str, bytes, str]]:
    base = coloured()
    numbers = (0, 1, 16, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
    places = {"file-size": 2, "pixels": 10, "header": 14, "width": 18, "height": 22, "compression": 30, "length": 34,
              "colours": 46, "important": 50}  # fmt: skip
    for name, at in places.items():
        for number in numbers:
            for kind, bmp in (("24", base), ("8", indexed(8)), ("rle", run_length(8))):
                data = _with(bmp, at, struct.pack("<I", number))
                yield f"{name}-{number:x}-{kind}", data, f"{number} as {name}"
    for bits in (0, 2, 3, 5, 24, 33, 64, 65535):
        yield f"bits-{bits}", _with(base, 28, struct.pack("<H", bits)), f"pixels of {bits} bits"
    for compression in range(16):
        data = _with(base, 30, struct.pack("<I", compression))
        yield f"compression-{compression}", data, f"a compression of number {compression}"
    array = b"BA" + struct.pack("<IIHH", 14, 0, 96, 64) + _with(base, 0, b"")
    yield "os2-array", array, "an array of bitmaps"


def _colours() -> Iterator[tuple[str, bytes, str]]:
    base = coloured(V5)._replace(space=EMBEDDED, profile=bytes(600))
    for offset in (0, 14, 124, 200, 0x7FFFFFFF, 0xFFFFFFF0):
        for length in (0, 1, 600, 0xFFFFFFFF):
            place = struct.pack("<II", offset, length)
            yield f"profile-{offset:x}-{length:x}", _with(base, 126, place), f"{length} bytes of profile at {offset}"
    linked = base._replace(space=LINKED, profile=SECRET)
    yield "link-into-the-picture", _with(linked, 126, struct.pack("<II", 300, 30)), "a path in the picture"
    for name, masks in (("same", (255, 255, 255)), ("holes", (0xA0, 0xF00, 0xF000)), ("one", (255, 0, 0))):
        data = wide()._replace(compression=3, masks=masks, behind=SECRET).made()
        yield f"masks-{name}", data, f"masks: {name}"
    rows = wide().rows
    fourth = b"".join(rows[at : at + 3] + SECRET[at // 4 % len(SECRET) :][:1] for at in range(0, len(rows), 4))
    yield "fourth-bytes-of-pixels", wide()._replace(rows=fourth, behind=SECRET).made(), "a byte in each pixel"


def _runs() -> Iterator[tuple[str, bytes, str]]:
    base = run_length(8)
    streams = {
        "empty": b"", "one-byte": b"\5", "no-end": base.rows[:-2], "end-only": b"\0\1", "literal-cut": b"\0\xff\1\2",
        "delta-cut": b"\0\2\1", "nowhere": b"\0\2\0\0" * 999 + b"\0\1", "too-wide": b"\xff\1\0\1",
        "too-high": b"\0\0" * 99 + b"\0\1", "far": b"\0\2\xff\xff\0\1",
        "behind-the-last-row": b"\0\0" * 64 + b"\5\1\0\1",
        "padding": b"\0\3\1\2\3@\0\1", "delta-after-delta": b"\0\2\1\0" * 400_000,
    }  # fmt: skip
    for name, rows in streams.items():
        yield f"runs-{name}", base._replace(rows=rows, behind=SECRET).made(), f"runs: {name}"
    four = run_length(4)
    yield "runs-half-byte", four._replace(rows=b"\0\3\x12\x3a\0\1", behind=SECRET).made(), "half a byte too many"
    lines = base._replace(rows=b"\1\1" * 3_000_000 + b"\0\1", width=3_000_000, height=1)
    yield "runs-many", lines._replace(behind=SECRET).made(), "three million runs"
