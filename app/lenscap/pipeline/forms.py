"""As what a picture is encoded again when parts of it are covered: mostly as what it was."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from lenscap.errors import UnsupportedError
from lenscap.opening import Opened

_JPEG_QUALITY, _AVIF_QUALITY = 95, 85
"""So little loss is added that a difference to the decoded picture is one to two levels of 256 on average."""


class Form(NamedTuple):
    """The name of a container, what Pillow calls it, the suffix of the copy if it is another, and options."""

    name: str
    pillow: str
    suffix: str = ""
    lossless: bool = False
    quality: int | None = None
    sampling: str | None = None


def form_of(file: Opened) -> Form:
    """What the copy of a file is, if something is covered in it."""
    name = file.container.NAME
    if name in ("HEIF", "AVIF", "JPEG XL") and file.layout.frames > 1:
        raise UnsupportedError(f"In {name} files with several pictures, nothing can be covered yet. Export it as WebP.")
    if name == "HEIF":
        return _of_heif(file)
    if name == "AVIF":
        return _avif(file)
    if name == "JPEG XL":
        return _of_jxl(file)
    return Form(name, name.upper(), lossless=not is_lossy(file), quality=_of_webp(file))


def is_lossy(file: Opened) -> bool:
    """Whether the picture was compressed with loss, so that encoding it again changes it a little."""
    name = file.container.NAME
    if name == "JPEG XL":
        from lenscap.formats import jxl

        return jxl.is_lossy(memoryview(file.picture))
    return name in ("JPEG", "HEIF", "AVIF") or any(block.name.endswith("VP8") for block in file.layout.blocks)


def _of_webp(file: Opened) -> int | None:
    """The quality of a WebP that is lossy, or one of whose frames is."""
    from lenscap.formats.webp_quality import quality

    frames = [block for block in file.layout.blocks if block.name.endswith("VP8")]
    if not frames or file.container.NAME != "WebP":
        return None
    return max(quality(file.picture[block.start + 8 : block.end]) for block in frames)


def _of_heif(file: Opened) -> Form:
    """JPEG, which all programs open; AVIF where a JPEG could not show what the picture does."""
    from lenscap import media
    from lenscap.formats.heif_coding import coding

    coded = coding(file.picture)
    is_opaque = media.header(file.picture).mode in ("RGB", "L")
    if is_opaque and (file.layout.icc or coded.is_usual):
        return Form("JPEG", "JPEG", ".jpg", quality=_JPEG_QUALITY, sampling=_of_jpeg(coded.sampling))
    return _avif(file)._replace(suffix=".avif")


def _of_jpeg(sampling: str) -> str | None:
    return sampling if sampling != "4:0:0" else None


def _avif(file: Opened) -> Form:
    from lenscap.formats.heif_coding import coding

    return Form("AVIF", "AVIF", quality=_AVIF_QUALITY, sampling=coding(file.picture).sampling)


def _of_jxl(file: Opened) -> Form:
    """What was compressed with loss becomes a JPEG; the rest, and what is transparent, a PNG.

    The plug-in that decodes JPEG XL cannot write a colour profile.
    """
    from lenscap import media

    if is_lossy(file) and media.header(file.picture).mode in ("RGB", "L"):
        return Form("JPEG", "JPEG", ".jpg", quality=_JPEG_QUALITY, sampling="4:4:4")
    return Form("PNG", "PNG", ".png", lossless=True)


def target_for(file: Opened, target: Path) -> Path:
    """Where the covered copy of a file goes: with another suffix, if it is something else than it was."""
    suffix = form_of(file).suffix if file.container.NAME in ("HEIF", "JPEG XL") else ""
    return target.with_suffix(suffix) if suffix else target


def remark(file: Opened) -> str:
    """What the person should know about a picture that was encoded again."""
    form = form_of(file)
    way = "; outside the covers every pixel is the same." if form.lossless else ", at its own quality."
    if form.quality and file.container.NAME != "WebP":
        way = ", at a high quality." if form.name == file.container.NAME else f" as {form.name}, at a high quality."
    elif form.name != file.container.NAME:
        way = f" as {form.name}{way}"
    return f"To cover parts of it, the picture was encoded again{way}{_of_bits(file)}"


def _of_bits(file: Opened) -> str:
    """That a copy has fewer bits a channel."""
    if file.container.NAME not in ("HEIF", "AVIF"):
        return ""
    from lenscap.formats.heif_coding import coding

    bits = coding(file.picture).bits
    return f" It has 8 bits a channel now, not {bits}." if bits > 8 else ""
