"""The bytes of files ↔ pixels: the only decoder and encoder, which is Pillow; films have theirs in ``media_film``."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from typing import Any

from PIL import ExifTags, Image, ImageFile, ImageOps, ImageSequence, UnidentifiedImageError
from PIL.JpegImagePlugin import get_sampling

from lenscap.errors import LenscapError, MalformedError, UnsupportedError

MOST_PIXELS = 300_000_000
"""The largest picture that is decoded; its bitmap takes about a gigabyte."""

Image.MAX_IMAGE_PIXELS = None  # ``_checked`` bounds the size, with a sentence instead of a warning

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_LOSSY_WEBP_QUALITY = 92
_AVIF_SPEED = 8
_RAISED = (
    OSError, SyntaxError, ValueError, TypeError, EOFError, KeyError, IndexError, AttributeError, RuntimeError
)  # fmt: skip
"""What Pillow and its plug-ins raise where a picture is damaged."""
_JXL, _JXL_SIZE = b"\xff\x0a", 16
"""How a JPEG XL codestream begins, and within how many bytes it says how large it is."""
_JXL_RATIOS = (60, 72, 80, 90, 107, 75, 120)
"""Width to height, in sixtieths, rounded up."""
_LARGEST_EMBEDDED = 640
_MOST_IN_ANIMATION = 150_000_000
"""How many pixels all the frames of an animation may have together."""


def upright(data: bytes, orientation: int | None = None, at_most: int | None = None, share: int = 1) -> Image.Image:
    """Decode the first frame in mode RGB or RGBA, its longer side at most ``at_most`` pixels.

    It is turned upright by ``orientation`` (Exif's, 1 to 8) or by what the file says. Of a JPEG only one ``share`` of
    the width and height (a half, a quarter) is decoded, which takes that much less memory.
    """
    with _sentences():
        image = _in_part(_checked(_opened(data)), share)
        if at_most is not None:
            image.draft(None, (at_most, at_most))
        image = image if orientation is None else _as_stored(image)
        image.load()
        if at_most is not None and max(image.size) > at_most:
            image.thumbnail((at_most, at_most), reducing_gap=2.0)
        turn = image.getexif().get(ExifTags.Base.Orientation, 1) if orientation is None else orientation
        return displayed(turned(image, turn))


def _in_part(image: Image.Image, share: int) -> Image.Image:
    """A picture of which only a part of the width and height is decoded, where its format knows how to."""
    if share > 1:
        image.draft(None, (max(1, image.width // share), max(1, image.height // share)))
    return image


def embedded(head: bytes) -> Image.Image | None:
    """The small picture that the Exif at the beginning of a JPEG holds, upright, if it has the shape of the large one.

    It takes a hundredth of the time, and may show what the picture does not any more: only to be looked at meanwhile.
    """
    with _sentences():
        image = _checked(_opened(head))
        exif = image.getexif() if image.format in ("JPEG", "MPO") else Image.Exif()
        place = exif.get_ifd(ExifTags.IFD.IFD1)
        start, length = place.get(0x201), place.get(0x202)
        if not isinstance(start, int) or not isinstance(length, int) or min(start, length) <= 0:
            return None
        small = Image.open(io.BytesIO(image.info["exif"][6 + start :][:length]), formats=["JPEG"])
        across, down = small.width * image.height, small.height * image.width
        if max(small.size) > _LARGEST_EMBEDDED or abs(across - down) > max(across, down) // 50:
            return None
        return displayed(turned(small, exif.get(ExifTags.Base.Orientation, 1)))


def displayed(image: Image.Image) -> Image.Image:
    """A picture in RGB or RGBA, as a screen shows it; one of more than 8 bits is stretched over its own range.

    One that is so already is not copied, as it may be large.
    """
    image.load()
    if image.mode.startswith(("I", "F")):
        low, high = image.getextrema()
        span = max(float(high) - float(low), 1e-12)  # type: ignore[arg-type]  # one band, so two numbers
        return image.convert("F").point(lambda value: (value - low) * (255 / span)).convert("L").convert("RGB")
    mode = "RGBA" if image.has_transparency_data else "RGB"
    return image if image.mode == mode else image.convert(mode)


def appearances(image: Image.Image) -> list[Image.Image]:
    """What a picture may look like, in RGB: as its colours are, and on white and on black if it is transparent."""
    shown = displayed(image)
    looks = [shown.convert("RGB")]
    if shown.mode == "RGBA" and shown.getchannel("A").getextrema() != (255, 255):
        grounds = (Image.new("RGBA", shown.size, colour) for colour in ("white", "black"))
        looks += [Image.alpha_composite(ground, shown).convert("RGB") for ground in grounds]
    return looks


def turned(image: Image.Image, orientation: int) -> Image.Image:
    """A picture as stored, turned upright (orientation is Exif's, 1 to 8)."""
    return image.transpose(_TURNS[orientation]) if orientation in _TURNS else image


def stored(data: bytes, share: int = 1) -> Image.Image:
    """Decode the first frame as it is stored: neither turned nor converted. ``share`` as in ``upright``."""
    with _sentences():
        image = _as_stored(_in_part(_checked(_opened(data)), share))
        image.load()
        return image


def page(data: bytes, number: int) -> Image.Image:
    """Decode one page of a TIFF as it is stored; ``number`` counts from 0."""
    with _sentences():
        image = _checked(_opened(data))
        image.seek(number)
        _checked(image)
        return _as_stored(image).copy()


def halves(data: bytes) -> Iterator[Image.Image]:
    """Decode a PNG of 16 bits a channel, in RGB or RGBA, twice: its high bytes, and its low ones."""
    for order in ("B", "L"):
        with _sentences():
            image = _checked(_opened(data))
            assert isinstance(image, ImageFile.ImageFile)
            image.tile = [tile._replace(args=str(tile.args).replace("16B", f"16{order}")) for tile in image.tile]
            image.load()
            yield image


def as_gif(image: Image.Image) -> bytes:
    """A grey picture as a GIF: the numbers of its pixels are those of its palette."""
    buffer = io.BytesIO()
    image.save(buffer, "GIF", optimize=False, interlace=0)
    return buffer.getvalue()


def header(data: bytes) -> Image.Image:
    """A picture as far as its header tells: its size, its mode, how it was compressed. Nothing is decoded."""
    with _sentences():
        return _checked(_opened(data))


def stored_frames(data: bytes) -> Iterator[Image.Image]:
    """Decode all the frames of an animation or a TIFF, with durations and orientations in ``info``."""
    with _sentences():
        image = _checked(_opened(data))
        frames = getattr(image, "n_frames", 1)
        if frames * image.width * image.height > _MOST_IN_ANIMATION:
            raise UnsupportedError(f"Its {frames:,} frames are more than Lenscap decodes. Cut the animation first.")
        for frame in ImageSequence.Iterator(image):
            turn = _checked(frame).getexif().get(ExifTags.Base.Orientation, 1)
            stored = _as_stored(frame).copy()
            if image.format == "TIFF":
                stored.info["orientation"] = turn
            yield stored


def encode(
    frames: Sequence[Image.Image],
    original: Image.Image,
    lossless: bool,
    form: str | None = None,
    quality: int | None = None,
    sampling: str | None = None,
) -> bytes:
    """Encode changed pixels in the format of ``original``, as near to its way as Pillow can, without metadata.

    ``form`` is another format to encode them in. ``lossless`` decides for WebP, ``quality`` where there is loss.
    """
    own = "JPEG" if original.format == "MPO" else str(original.format)
    form = form or own
    way = _way(form, original, lossless) if form == own and quality is None else _new_way(quality, lossless, sampling)
    options = {"icc_profile": original.info.get("icc_profile"), "exif": b""} | way
    if len(frames) > 1:
        options |= _animation(frames, original)
    buffer = io.BytesIO()
    with _sentences():
        frames[0].save(buffer, form, **{key: value for key, value in options.items() if value is not None})
    return buffer.getvalue()


def _new_way(quality: int | None, lossless: bool, sampling: str | None) -> dict[str, Any]:
    """Pillow's options for encoding in another format, or at another quality: each format takes what it knows."""
    return {
        "quality": quality, "subsampling": sampling, "lossless": lossless, "exact": True, "speed": _AVIF_SPEED,
        "comment": b"", "xmp": b"",
    }  # fmt: skip


def _way(form: str, original: Image.Image, lossless: bool) -> dict[str, Any]:
    """Pillow's options for encoding like the original."""
    if form == "JPEG":
        sampling = get_sampling(original)
        return {
            "qtables": getattr(original, "quantization", None),
            "subsampling": sampling if sampling >= 0 else None,
            "progressive": bool(original.info.get("progressive")),
            "dpi": original.info.get("dpi"),
            "comment": b"",
        }
    if form == "PNG":
        return {"transparency": original.info.get("transparency")}
    return {"lossless": lossless, "exact": True, "quality": 100 if lossless else _LOSSY_WEBP_QUALITY}


def _animation(frames: Sequence[Image.Image], original: Image.Image) -> dict[str, Any]:
    """Pillow's options for an animation; a still picture may stand before it, which has no duration."""
    still = bool(original.info.get("default_image"))
    return {
        "save_all": True,
        "append_images": frames[1:],
        "default_image": still,
        "duration": [frame.info.get("duration", 100) for frame in frames[still:]],
        "loop": original.info.get("loop", 0),
        "disposal": 0,
        "blend": 0,
    }


def block_size(image: Image.Image) -> tuple[int, int]:
    """Width and height of the blocks in which a JPEG was compressed: 8 times its largest sampling factors."""
    layers = getattr(image, "layer", None) or [(1, 2, 2, 0)]
    return 8 * max(layer[1] for layer in layers), 8 * max(layer[2] for layer in layers)


def _opened(data: bytes) -> Image.Image:
    """A picture of which only the header was read; what Pillow alone cannot decode is left to its plug-ins."""
    if data[4:8] == b"JXL " or data[:2] == _JXL:
        _register_plugins()
        data = _only_codestream(data)
    elif data[4:8] == b"ftyp":
        _register_plugins()
    return Image.open(io.BytesIO(data))


def _only_codestream(data: bytes) -> bytes:
    """A JPEG XL without what its plug-in would take for the picture's own: the Exif and the JPEG beside it.

    The plug-in decodes at once, so the size is looked at before.
    """
    changed, stream = bytearray(data), b"" if data[4:8] == b"JXL " else data
    for kind, start, end in _boxes(data) if not stream else ():
        if kind in (b"Exif", b"jbrd", b"brob"):
            changed[start - 4 : start] = b"skip"
        elif kind in (b"jxlc", b"jxlp") and len(stream) < _JXL_SIZE:
            stream += data[start + 4 * (kind == b"jxlp") : end][:_JXL_SIZE]
    _check_size(*_jxl_size(int.from_bytes(stream[2:_JXL_SIZE], "little")))
    return bytes(changed)


def _boxes(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """The types of boxes that are not large, and where what is in them begins and ends."""
    position = 0
    while position + 8 <= len(data):
        length = int.from_bytes(data[position : position + 4]) or len(data) - position
        if length == 1:
            length = int.from_bytes(data[position + 8 : position + 16])
        yield data[position + 4 : position + 8], position + 8, min(len(data), position + length)
        position += max(8, length)


def _jxl_size(bits: int) -> tuple[int, int]:
    """Width and height in the first bits of a JPEG XL codestream (ISO/IEC 18181-1, section D.2)."""

    def take(count: int) -> int:
        nonlocal bits
        value, bits = bits & ((1 << count) - 1), bits >> count
        return value

    def side() -> int:
        return 8 * (1 + take(5)) if in_eighths else 1 + take((9, 13, 18, 30)[take(2)])

    in_eighths = take(1)
    height, ratio = side(), take(3)
    return (height * _JXL_RATIOS[ratio - 1] // 60 if ratio else side()), height


def _as_stored(image: Image.Image) -> Image.Image:
    """A picture as its format shows it, before any Exif: Pillow turns TIFFs by it when they load, and no AVIFs."""
    if image.format not in ("TIFF", "AVIF") or image.getexif().get(ExifTags.Base.Orientation, 1) == 1:
        return image
    if image.format == "AVIF":  # the turns of its container, which Pillow hands out as Exif
        stored = ImageOps.exif_transpose(image)
    else:
        image.getexif()[ExifTags.Base.Orientation] = 1
        stored = image.copy()
    stored.format = image.format
    return stored


@cache
def _register_plugins() -> None:
    import_module("pillow_jxl")
    import_module("pillow_heif").register_heif_opener(thumbnails=False)


def _checked(image: Image.Image) -> Image.Image:
    _check_size(*image.size)
    return image


def _check_size(untrusted_width: int, untrusted_height: int) -> None:
    if untrusted_width * untrusted_height > MOST_PIXELS:
        raise UnsupportedError(
            f"It claims to be {untrusted_width:,} × {untrusted_height:,} pixels large, more than Lenscap decodes."
        )


@contextmanager
def _sentences() -> Iterator[None]:
    """Turn what Pillow raises on bad pictures into sentences, and keep its warnings about them quiet."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except LenscapError:
            raise
        except UnidentifiedImageError as error:
            raise MalformedError("Its picture cannot be decoded.") from error
        except MemoryError as error:
            raise UnsupportedError("Its picture needs more memory than there is.") from error
        except _RAISED as error:
            raise MalformedError("Its picture is damaged or incomplete.") from error
