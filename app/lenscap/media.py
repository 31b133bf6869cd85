"""The bytes of files ↔ pixels: the only decoder and encoder, which is Pillow."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from typing import Any

from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError
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
_MOST_IN_ANIMATION = 150_000_000
"""How many pixels all the frames of an animation may have together."""


def upright(data: bytes, orientation: int | None = None, at_most: int | None = None) -> Image.Image:
    """Decode the first frame in mode RGB or RGBA, its longer side at most ``at_most`` pixels.

    It is turned upright by ``orientation`` (Exif's, 1 to 8) or by what the file says.
    """
    with _sentences():
        image = _checked(_opened(data))
        if at_most is not None:
            image.draft(None, (at_most, at_most))
        image.load()
        if at_most is not None and max(image.size) > at_most:
            image.thumbnail((at_most, at_most), reducing_gap=2.0)
        image = ImageOps.exif_transpose(image) if orientation is None else turned(image, orientation)
        return displayed(image)


def displayed(image: Image.Image) -> Image.Image:
    """A picture in RGB or RGBA, as a screen shows it; one of more than 8 bits is stretched over its own range."""
    if image.mode.startswith(("I", "F")):
        low, high = image.getextrema()
        span = max(float(high) - float(low), 1e-12)  # type: ignore[arg-type]  # one band, so two numbers
        return image.convert("F").point(lambda value: (value - low) * (255 / span)).convert("L").convert("RGB")
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


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


def stored(data: bytes) -> Image.Image:
    """Decode the first frame as it is stored: neither turned nor converted."""
    with _sentences():
        image = _checked(_opened(data))
        image.load()
        return image


def header(data: bytes) -> Image.Image:
    """A picture as far as its header tells: its size, its mode, how it was compressed. Nothing is decoded."""
    with _sentences():
        return _checked(_opened(data))


def stored_frames(data: bytes) -> Iterator[Image.Image]:
    """Decode all the frames of an animation as a viewer shows them, with their durations in ``info``."""
    with _sentences():
        image = _checked(_opened(data))
        frames = getattr(image, "n_frames", 1)
        if frames * image.width * image.height > _MOST_IN_ANIMATION:
            raise UnsupportedError(f"Its {frames:,} frames are more than Lenscap decodes. Cut the animation first.")
        for frame in ImageSequence.Iterator(image):
            yield frame.copy()


def encode(frames: Sequence[Image.Image], original: Image.Image, lossless: bool) -> bytes:
    """Encode changed pixels in the format of ``original``, as near to its way as Pillow can, without metadata.

    ``lossless`` decides for WebP.
    """
    form = "JPEG" if original.format == "MPO" else str(original.format)
    options = {"icc_profile": original.info.get("icc_profile"), "exif": b""} | _way(form, original, lossless)
    if len(frames) > 1:
        options |= _animation(frames, original)
    buffer = io.BytesIO()
    with _sentences():
        frames[0].save(buffer, form, **{key: value for key, value in options.items() if value is not None})
    return buffer.getvalue()


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
    if data[4:8] in (b"ftyp", b"JXL ") or data[:2] == b"\xff\x0a":
        _register_plugins()
    return Image.open(io.BytesIO(data))


@cache
def _register_plugins() -> None:
    import_module("pillow_jxl")
    import_module("pillow_heif").register_heif_opener(thumbnails=False)


def _checked(image: Image.Image) -> Image.Image:
    untrusted_width, untrusted_height = image.size
    if untrusted_width * untrusted_height > MOST_PIXELS:
        raise UnsupportedError(
            f"It claims to be {untrusted_width:,} × {untrusted_height:,} pixels large, more than Lenscap decodes."
        )
    return image


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
        except (OSError, SyntaxError, ValueError, TypeError, EOFError, KeyError, IndexError, AttributeError) as error:
            raise MalformedError("Its picture is damaged or incomplete.") from error
