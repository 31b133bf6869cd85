"""The BMP samples, and the places that can hide something."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from . import icc
from .bmp import (
    BGR,
    CALIBRATION,
    CORE,
    EMBEDDED,
    LINKED,
    MASKED,
    MASKED_ALPHA,
    OS2,
    V4,
    V5,
    Bmp,
    coloured,
    high,
    indexed,
    run_length,
    wide,
)  # fmt: skip
from .sample import Sample, canary
from .trailers import archive, second_jpeg


def sample(
    name: str,
    bmp: Bmp,
    canaries: Sequence[bytes] = (),
    hides: str = "",
    profile: bytes | None = None,
    keeps: Sequence[bytes] = (),
) -> Sample:
    """A BMP sample; what must be kept is the whole picture, if nothing else is said."""
    data = bmp.made()
    places = (hides,) if hides else ()
    return Sample(
        f"bmp-{name}", "BMP", ".bmp", data, tuple(canaries), places, icc=profile, keeps=tuple(keeps) or (bmp.rows,)
    )


def pictures() -> dict[str, Bmp]:
    """BMPs of all kinds, without anything else."""
    top_down = coloured()
    lines = [top_down.rows[at : at + 288] for at in range(0, len(top_down.rows), 288)]
    return {
        "24-bit": coloured(),
        "odd-size": coloured(width=61, height=43),
        "one-pixel": coloured(width=1, height=1),
        "top-down": top_down._replace(rows=b"".join(lines[::-1]), height=-64),
        "core": coloured(CORE),
        "core-8-bit": indexed(8, CORE),
        "core-1-bit": indexed(1, CORE),
        "1-bit": indexed(1),
        "1-bit-odd": indexed(1, width=61, height=43),
        "4-bit": indexed(4),
        "4-bit-odd": indexed(4, width=61, height=43),
        "8-bit": indexed(8),
        "few-colours": _few_colours(),
        "rle8": run_length(8),
        "rle4": run_length(4),
        "16-bit-555": high(5),
        "16-bit-565": high(6),
        "32-bit": wide(),
        "32-bit-opaque": wide(spare=255),
        "32-bit-alpha-v3": wide(MASKED_ALPHA, alpha=True),
        "32-bit-alpha-v4": wide(V4, alpha=True),
        "32-bit-masks": wide()._replace(compression=3, masks=BGR),
        "32-bit-masks-v2": wide(MASKED)._replace(compression=3, masks=BGR),
        "os2": coloured(OS2),
        "v2": coloured(MASKED),
        "v4": coloured(V4),
        "v4-calibrated": coloured(V4)._replace(space=bytes(4), calibration=CALIBRATION),
        "v5": coloured(V5),
        "no-length": coloured()._replace(length=0),
    }


def _few_colours() -> Bmp:
    base = indexed(4)
    return base._replace(bits=4, colours=16, important=4)


def bmp_samples() -> Iterator[Sample]:
    """All of them."""
    yield sample("clean", coloured())
    for name, made in pictures().items():
        tail = canary(f"bmp-{name}-tail")
        yield sample(name, made._replace(behind=tail), [tail], "bytes behind the picture")
    yield from _spans()
    yield from _fields()
    yield from _palettes()
    yield from _rows()
    yield from _runs()
    yield from _profiles()
    yield _everything()


def _spans() -> Iterator[Sample]:
    """What stands between the parts."""
    gap, tail = canary("bmp-gap"), canary("bmp-tail")
    yield sample("gap", coloured()._replace(gap=gap + b"!" * (-len(gap) % 4)), [gap], "a gap before the picture")
    yield sample("gap-8-bit", indexed(8)._replace(gap=bytes(8) + gap), [gap], "a gap before the picture")
    yield sample("behind-zeros", coloured()._replace(behind=bytes(100)), [], "zeros behind the end")
    for part, name in ((second_jpeg("bmp-second"), "second"), (archive("bmp-archive"), "archive")):
        yield sample(f"behind-{name}", coloured()._replace(behind=part.data), part.canaries, part.place)
    told = coloured()._replace(behind=tail, file_size=54 + 288 * 64)
    yield sample("behind-the-told-size", told, [tail], "bytes behind the size that it tells")


def _fields() -> Iterator[Sample]:
    """Numbers that nobody obeys."""
    four = {name: canary(f"bmp-{name}")[-4:] for name in ("reserved", "size", "length", "planes", "important", "last")}
    base = coloured()
    head = base.made()
    yield sample("reserved", base._replace(reserved=four["reserved"]), [head[:6] + four["reserved"]], "reserved fields")
    size = struct.unpack("<I", four["size"])[0]
    yield sample("file-size", base._replace(file_size=size), [b"BM" + four["size"] + bytes(4)], "the size of the file")
    length = struct.unpack("<I", four["length"])[0]
    hidden = bytes(4) + four["length"] + head[38:46]
    yield sample("length", base._replace(length=length), [hidden], "the length of the picture")
    planes = base._replace(planes=0x4243)
    yield sample("planes", planes, [head[22:26] + b"CB\x18\0"], "the number of planes")
    word = canary("bmp-density")[-8:]
    density = struct.unpack("<ii", word)
    yield sample("density", base._replace(density=density), [word], "the density")
    many, few = struct.unpack("<II", canary("bmp-colours")[-8:])
    told = base._replace(colours=many, important=few)
    yield sample("colours", told, [canary("bmp-colours")[-8:]], "the number of colours")
    masks = canary("bmp-masks")[:16]
    for size in (MASKED_ALPHA, V4, V5):
        odd = coloured(size)._replace(masks=struct.unpack("<4I", masks))
        yield sample(f"masks-{size}", odd, [masks], "masks of colours that are not masked")
    numbers = (canary("bmp-calibration") * 3)[:48]
    for name, space in (("calibration", bytes(4)), ("calibration-srgb", b"BGRs"), ("calibration-windows", b" niW")):
        odd = coloured(V4)._replace(space=space, calibration=numbers)
        yield sample(name, odd, [canary("bmp-calibration")], "numbers of a calibration")
    lines = b"CAN-ARY-bmp-cal-ibr-ati-on -wit-h 12".ljust(48, b"\0")  # each fourth byte is small, as in a coordinate
    odd = coloured(V4)._replace(space=bytes(4), calibration=lines)
    yield sample("calibration-in-range", odd, [lines[:36]], "numbers of a calibration that are in their range")
    odd = coloured(V4)._replace(space=canary("bmp-space")[-4:])
    yield sample("space", odd, [bytes(16) + canary("bmp-space")[-4:]], "a colour space that is none")
    odd = coloured(V5)._replace(intent=struct.unpack("<I", four["size"])[0], last=four["last"])
    hidden = four["size"] + bytes(8) + four["last"]
    yield sample("v5-fields", odd, [hidden, four["last"] + odd.rows[:8]], "fields of the last header")
    more = canary("bmp-os2-identifier").ljust(24, b"!")
    yield sample("os2-fields", coloured(OS2)._replace(more=more), [more], "fields of OS/2")


def _palettes() -> Iterator[Sample]:
    base = indexed(8)
    word = canary("bmp-fourth")
    fourth = bytearray(base.palette)
    for number, byte in enumerate(word):
        fourth[4 * number + 3] = byte
    yield sample("fourth-bytes", base._replace(palette=bytes(fourth)), [bytes(fourth[:64])], "fourth bytes of colours")
    surplus = canary("bmp-surplus-colours").ljust(64, b"!")
    small = indexed(4)
    many = small._replace(palette=small.palette + surplus, colours=32)
    yield sample("surplus-colours", many, [surplus], "colours that no pixel can name")
    needless = coloured()._replace(palette=surplus, colours=16)
    yield sample("palette-of-24-bit", needless, [surplus], "a palette that is not needed")


def _rows() -> Iterator[Sample]:
    """Bytes at the ends of rows, and bits."""
    word = canary("bmp-rows")
    base = coloured(width=61, height=43)
    plain = [base.rows[at : at + 183] for at in range(0, len(base.rows), 184)]
    letters = [bytes([word[row % len(word)]]) for row in range(43)]
    dirty = b"".join(line + letter for line, letter in zip(plain, letters, strict=True))
    hidden = [letters[0] + plain[1] + letters[1]]
    yield sample("row-ends", base._replace(rows=dirty), hidden, "ends of rows", keeps=plain)
    bits = indexed(1, width=61, height=43)
    lines = [bits.rows[at : at + 8] for at in range(0, len(bits.rows), 8)]
    dirty = b"".join(line[:7] + bytes([line[7] | 5]) for line in lines)
    yield sample("row-bits", bits._replace(rows=dirty), [dirty[:16]], "bits at the ends of rows",
                 keeps=[line[:7] for line in lines])  # fmt: skip


def _runs() -> Iterator[Sample]:
    for bits in (4, 8):
        word = canary(f"bmp-rle{bits}")
        base = run_length(bits)
        hidden = base._replace(rows=base.rows + word)
        yield sample(f"rle{bits}-behind", hidden, [word], "data behind the end of the runs", keeps=[base.rows])


def _profiles() -> Iterator[Sample]:
    base = coloured(V5)._replace(space=EMBEDDED)
    profiles = {"well-known": icc.plain(), "private": icc.private("bmp").data, "utf-16": icc.localised("bmp").data}
    hidden = {"well-known": (), "private": icc.private("bmp").canaries, "utf-16": icc.localised("bmp").canaries}
    for name, data in profiles.items():
        place = "ICC profile, well-known" if name == "well-known" else "ICC profile texts"
        yield sample(f"icc-{name}", base._replace(profile=data), hidden[name], place, data)
    between, behind = canary("bmp-between"), canary("bmp-behind-profile")
    around = base._replace(profile=icc.plain(), between=between, behind=behind)
    yield sample("icc-surrounded", around, [between, behind], "bytes around the profile", icc.plain())
    early = base._replace(profile=icc.plain(), gap=between, early_profile=True)
    yield sample("icc-before-the-picture", early, [between], "bytes around the profile", icc.plain())
    path = b"C:\\Users\\" + canary("bmp-linked") + b"\\my.icm\0"
    linked = base._replace(space=LINKED, profile=path)
    yield sample("linked", linked, [path[:-1]], "the path of a profile")
    untold = base._replace(space=b"BGRs", profile=path)
    yield sample("untold-profile", untold, [path[:-1]], "a profile that is not told of")


def _everything() -> Sample:
    word = canary("bmp-everything")
    base = coloured(V5, width=61, height=43, padding=b"@")
    plain = [base.rows[at : at + 183] for at in range(0, len(base.rows), 184)]
    texts = {name: canary(f"bmp-everything-{name}") for name in ("gap", "between", "behind", "calibration")}
    made = base._replace(
        space=EMBEDDED, profile=icc.plain(), reserved=word[-4:], last=word[-4:], gap=texts["gap"],
        between=texts["between"], behind=texts["behind"], calibration=(texts["calibration"] * 2)[:48],
    )  # fmt: skip
    hidden = [*texts.values(), made.made()[:6] + word[-4:], b"@" + plain[1] + b"@"]
    return sample("everything", made, hidden, "everywhere", icc.plain(), plain)
