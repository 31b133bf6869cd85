"""HEIF and AVIF files that lie: about where things are, how many there are, and what leads to what."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from . import exif
from .bad import SHARES, Bad
from .heif import IN_IDAT, IN_ITEM, File, Item, Property, Reference, avif, build, coded, full, heic
from .heif_samples import added, everything, exif_item, grid, in_item, liked, tiled
from .sample import Part, canary
from .trailers import box

SECRET = canary("bad-heif")


def heif_bad() -> Iterator[Bad]:
    """All of them."""
    for suffix, base in ((".heic", heic("alpha")), (".avif", avif("alpha"))):
        yield from _cut(suffix, base)
        yield from _exif(suffix, base)
        yield from _twice(suffix, base)
        yield from _places(suffix, base)
        yield from _bombs(suffix, base)
    yield from _pictures()


def _with_secret(file: File) -> bytes:
    """A file with something behind it that must not stay."""
    return build(file._replace(behind=box(b"free", SECRET)))


def _cut(suffix: str, base: File) -> Iterator[Bad]:
    whole = build(everything(base, "bad").file)
    for share in SHARES:
        yield Bad(f"heif-cut-{share}{suffix}", suffix, whole[: len(whole) * share // 100], f"the first {share} %")
    yield Bad(f"heif-cut-front{suffix}", suffix, whole[4:], "a file without its first four bytes")
    yield Bad(f"heif-brand-only{suffix}", suffix, box(b"ftyp", base.brands), "brands and nothing else")
    yield Bad(f"heif-raw{suffix}", suffix, box(b"ftyp", b"crx \0\0\0\1crx isom") + SECRET, "a raw file", SECRET)


def _exif(suffix: str, base: File) -> Iterator[Bad]:
    tiff = exif.simple("<", "bad-heif")
    late = Part("", SECRET + tiff.data)
    lie = added(base, late, b"Exif", b"\xff\xff\xff\xff" + late.data).file
    yield Bad(f"exif-lie{suffix}", suffix, build(lie), "an Exif that begins behind its end", SECRET)
    far = exif_item(base, tiff, SECRET).file
    yield Bad(f"exif-far{suffix}", suffix, build(far), "an Exif with something before it", SECRET)
    inner = in_item(base, "bad-heif").file
    yield Bad(f"in-item{suffix}", suffix, build(inner), "pictures that are parts of another item", SECRET)


def _twice(suffix: str, base: File) -> Iterator[Bad]:
    """What a file should say once."""
    data = build(base)
    start = data.index(b"meta") - 4
    meta = data[start : start + int.from_bytes(data[start : start + 4], "big")]
    yield Bad(f"two-lists{suffix}", suffix, data + meta + box(b"free", SECRET), "two lists of items", SECRET)
    for kind in (b"pitm", b"iinf", b"iloc", b"iprp"):
        at = data.index(kind) - 4
        again = data[at : at + int.from_bytes(data[at : at + 4], "big")]
        name = kind.decode()
        twice = build(base._replace(inside=again, behind=box(b"free", SECRET)))
        yield Bad(f"two-{name}{suffix}", suffix, twice, f"two “{name}” boxes", SECRET)
        gone = data.replace(kind, b"free", 1)
        yield Bad(f"no-{name}{suffix}", suffix, gone, f"no “{name}” box")
    film = build(base._replace(behind=box(b"moov", SECRET)))
    yield Bad(f"film{suffix}", suffix, film, "a film beside the picture", SECRET)
    same = base._replace(items=(*base.items, base.items[0]))
    yield Bad(f"same-number{suffix}", suffix, _with_secret(same), "two items with the same number", SECRET)


def _places(suffix: str, base: File) -> Iterator[Bad]:
    """Items that are not where they should be."""
    data = _with_secret(base)
    at = data.index(b"iloc") + 4
    first = at + 8 + 8
    for name, change in {
        "far": b"\xff\xff\xff\0", "beginning": bytes(4), "length-zero": None, "index": bytes(4),
    }.items():  # fmt: skip
        broken = bytearray(data)
        if change is None:
            broken[first + 8 : first + 12] = bytes(4)
        else:
            broken[first + 4 : first + 8] = change
        yield Bad(f"place-{name}{suffix}", suffix, bytes(broken), "a picture that is elsewhere", SECRET)
    sizes = data[: at + 4] + b"\x33" + data[at + 5 :]
    yield Bad(f"place-sizes{suffix}", suffix, sizes, "numbers of three bytes", SECRET)
    many = data[: at + 6] + b"\xff\xff" + data[at + 8 :]
    yield Bad(f"place-many{suffix}", suffix, many, "65535 places", SECRET)
    shared = list(base.items)
    shared[-1] = coded(base, shared[-1].number)._replace(method=IN_IDAT)
    lone = build(base._replace(items=(base.items[0], shared[-1]), idat_gap=SECRET))
    yield Bad(f"place-idat{suffix}", suffix, lone, "a picture inside of the list", SECRET)


def _bombs(suffix: str, base: File) -> Iterator[Bad]:
    """Files that would take memory or time."""
    things = tuple(Item(number, b"zzzz", b"", hidden=True) for number in range(100, 20_000))
    yield Bad(
        f"many-items{suffix}", suffix, build(base._replace(items=(*base.items, *things))), "twenty thousand items"
    )
    yield Bad(f"too-many-items{suffix}", suffix, _over_each_other(base, 25_000), "25,000 items in the same place")
    yield Bad(f"over-each-other{suffix}", suffix, _over_each_other(base, 5_000), "5,000 items in the same place")
    boxes = box(b"free", b"") * 200_000
    yield Bad(f"many-boxes{suffix}", suffix, build(base._replace(behind=boxes)), "two hundred thousand boxes")
    everyone = Reference(b"dimg", 1, tuple(range(1, 60_000)))
    yield Bad(
        f"many-parts{suffix}", suffix, build(base._replace(references=(everyone,) * 8)), "half a million references"
    )
    yield from _bombs_in_items(suffix, base)
    huge = struct.pack(">I4sQ", 1, b"free", 1 << 60) + SECRET
    yield Bad(f"huge-box{suffix}", suffix, build(base) + huge, "a box of an exabyte", SECRET)
    extent = Property(b"ispe", bytes(4) + b"\xff" * 8)
    item = base.items[0]
    has = tuple(extent if one.kind == b"ispe" else one for one in item.has)
    big = base._replace(items=(item._replace(has=has), *base.items[1:]))
    yield Bad(f"huge-picture{suffix}", suffix, build(big), "a picture of four thousand million pixels a side")


def _bombs_in_items(suffix: str, base: File) -> Iterator[Bad]:
    """Items that are parts of others: what each is part of must not be looked for from the beginning."""
    first = base.items[0]
    parts = tuple(Item(number, b"zzzz", first.data[:4], hidden=True, method=IN_ITEM) for number in range(100, 15_000))
    whole = build(base._replace(items=(*base.items, *parts)))
    yield Bad(f"many-inner-items{suffix}", suffix, whole, "fifteen thousand items inside of another")
    texts = Property(b"udes", bytes(60 << 20))
    yield Bad(f"many-texts{suffix}", suffix, build(liked(base, texts)), "sixty million empty texts")
    many = 20_000
    pieces = Item(100, b"zzzz", bytes(many), hidden=True, extents=many)
    inner = Item(101, b"zzzz", first.data[:4], hidden=True, method=IN_ITEM)
    reference = Reference(b"iloc", inner.number, (pieces.number,))
    data = build(base._replace(items=(*base.items, pieces, inner), references=(reference, *base.references)))
    row = struct.pack(">HHHHIII", inner.number, IN_ITEM, 0, 1, 1, 0, 4)
    start, more = data.index(row[:8]), struct.pack(">III", 1, 1 << 30, 1) * many
    row = row[:6] + struct.pack(">H", many) + more
    whole = data[:start] + row + data[start + 20 :]
    for kind in (b"meta", b"iloc"):
        at = whole.index(kind) - 4
        length = int.from_bytes(whole[at : at + 4], "big") + len(row) - 20
        whole = whole[:at] + struct.pack(">I", length) + whole[at + 4 :]
    yield Bad(f"many-pieces-of-pieces{suffix}", suffix, whole, "twenty thousand pieces of twenty thousand pieces")


def _over_each_other(base: File, many: int) -> bytes:
    """A file of which many items are the whole ``mdat``."""
    things = tuple(Item(number, b"Exif", b"", hidden=True, method=3) for number in range(100, 100 + many))
    data = bytearray(build(base._replace(items=(*base.items, *things))))
    length = len(data)
    at = data.index(b"iloc") + 12
    row = struct.pack(">HHHHIII", 100, 0, 0, 1, 1, 0, length)
    start = at + sum(20 for _ in base.items)
    rows = b"".join(struct.pack(">H", number) + row[2:] for number in range(100, 100 + many))
    end = start + many * 8
    data[start:end] = rows
    grown = len(rows) - many * 8
    for kind in (b"meta", b"iloc"):
        place = data.index(kind) - 4
        data[place : place + 4] = struct.pack(">I", int.from_bytes(data[place : place + 4], "big") + grown)
    for number in range(len(base.items)):
        place = at + 20 * number + 12
        data[place : place + 4] = struct.pack(">I", int.from_bytes(data[place : place + 4], "big") + grown)
    return bytes(data)


def _pictures() -> Iterator[Bad]:
    """Pictures that are made of themselves, of too much, or of nothing that is known."""
    base = heic()
    round_about = base._replace(items=(grid(1), *base.items[1:]), references=(Reference(b"dimg", 1, (1, 1)),))
    tiles = tiled()
    short = tiles._replace(references=(Reference(b"dimg", 1, (2,)),))
    lost = tiles._replace(references=(Reference(b"dimg", 1, (2, 9)),))
    twice = tiles._replace(references=tiles.references * 2)
    nested = tuple(grid(number, tail=b"")._replace(hidden=number > 1) for number in range(1, 200))
    steps = tuple(Reference(b"dimg", number, (number + 1, number + 1)) for number in range(1, 199))
    item = base.items[0]
    other = item._replace(kind=b"jpeg", data=SECRET)
    bare = item._replace(has=tuple(one for one in item.has if one.kind != b"hvcC"))
    found = {
        "made-of-itself": (round_about, "tiles that are the picture itself"),
        "tiles-missing": (short, "a tile too few"), "tiles-lost": (lost, "a tile that is not there"),
        "tiles-twice": (twice, "tiles that are told twice"),
        "tiles-of-tiles": (base._replace(items=nested, references=steps), "two to the power of 200 tiles"),
        "other-kind": (base._replace(items=(other,)), "a picture of another kind"),
        "no-configuration": (base._replace(items=(bare,)), "a picture that cannot be decoded"),
        "essential": (liked(base, Property(b"zzzz", SECRET, True)), "something unknown that is essential"),
        "no-primary": (base._replace(primary=9), "a picture that is not there"),
        "predicted": (base._replace(references=(Reference(b"pred", 1, (1,)),)), "a picture that needs another"),
        "two-in-one": (base._replace(items=(item._replace(data=item.data * 2),)), "two pictures in one"),
        "half-a-unit": (base._replace(items=(item._replace(data=item.data + b"\0\0\1"),)), "half a unit"),
        "thumbnail-of-itself": (base._replace(references=(Reference(b"thmb", 1, (1,)),)), "its own thumbnail"),
        "empty-groups": (base._replace(groups=full(b"altr", struct.pack(">II", 9, 1 << 30))), "a group of a billion"),
    }  # fmt: skip
    for name, (file, what) in found.items():
        yield Bad(f"heif-{name}", ".heic", _with_secret(file), what, SECRET)
