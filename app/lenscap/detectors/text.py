"""Text, found and read by RapidOCR with the PaddleOCR models that its package carries.

It runs in the process beside ours: it needs much memory, and loads much that ours must not.
"""

from __future__ import annotations

import hashlib
import os
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from lenscap import isolation
from lenscap.detectors.meaning import Meaning, meaning
from lenscap.errors import MissingPartError
from lenscap.model import PICTURE, SURE, Box, Finding, Kind, Looking, Size
from lenscap.quoting import LONG, printable, quoted

if TYPE_CHECKING:
    from PIL.Image import Image

NAME = "text"
NEEDS = ("rapidocr",)

_SIDE = 1600
"""Capital letters 6 pixels high are found, those of 9 are read; twice the side takes four times the time."""
_MULTIPLE = 32
_LARGEST_ZOOM = 2.0
_MOST_READ = 300
"""How many areas of one picture are read; the others are found all the same."""
_LONGEST = 60
"""The longest line that is read, in its own heights."""
_A_LETTER_OR_TWO = 2
_LARGE_LETTER = 0.05
"""Its part of the picture's longer side."""
_SURE_OF_LARGE = 0.75
_MODELS = {
    "Det": ("PP-OCRv6_det_small.onnx", "090f04abcd9d9a7498bc4ebf677e4cb9bdce1fe4197ddb7e529f1ef44e1ff94f"),
    "Cls": ("ch_ppocr_mobile_v2.0_cls_mobile.onnx", "e47acedf663230f8863ff1ab0e64dd2d82b838fceb5957146dab185a89d6215c"),
    "Rec": ("PP-OCRv6_rec_small.onnx", "6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884"),
}
_CALLED = {
    "email": "The e-mail address",
    "iban": "The bank account",
    "card": "The payment card number",
    "phone": "The phone number",
    "url": "The web address",
    "address": "The address",
    "plate": "Perhaps a licence plate,",
}


class Area(NamedTuple):
    """Where text is, as parts of the picture's size, what it reads and how sure that is."""

    left: float
    top: float
    right: float
    bottom: float
    text: str
    certainty: float


def longest_side(looking: Looking) -> int:
    """How large a picture the reader wants to see."""
    return _SIDE if looking.text else 0


def find(picture: Image, size: Size, looking: Looking) -> list[Finding]:
    """Find the text in an upright RGB picture, from top to bottom; boxes are in pixels of a picture of ``size``."""
    seen = _resized(picture)
    areas = isolation.call(read, seen.tobytes(), Size(*seen.size))
    return [_finding(area, size) for area in areas if not _is_blot(area, size)]


def _is_blot(area: Area, size: Size) -> bool:
    """Whether this is a large shape that is hardly a letter or two: letters of that size are read with certainty."""
    across, down = (area.right - area.left) * size.width, (area.bottom - area.top) * size.height
    is_large = min(across, down) > _LARGE_LETTER * max(size)
    return area.certainty < _SURE_OF_LARGE and is_large and len(area.text.strip()) <= _A_LETTER_OR_TWO


def _finding(area: Area, size: Size) -> Finding:
    left, top = int(area.left * size.width), int(area.top * size.height)
    right, bottom = -int(-area.right * size.width // 1), -int(-area.bottom * size.height // 1)
    box = Box(left, top, max(1, right - left), max(1, bottom - top))
    certainty = round(area.certainty, 3)
    text = printable(area.text, LONG)
    what = meaning(text) if certainty >= SURE else None
    data = {"text": text, "is": what.name if what else None}
    return Finding(Kind.TEXT, _tells(text, certainty, what), PICTURE, certainty, box, data)


def _tells(text: str, certainty: float, what: Meaning | None) -> str:
    if not text:
        return "Perhaps text, which cannot be read"
    if what:
        return f"{_CALLED[what.name]} {quoted(what.part)}"
    return f"{'The' if certainty >= SURE else 'Perhaps the'} text {quoted(text)}"


def _resized(picture: Image) -> Image:
    """The picture with its longer side near ``_SIDE``, both sides multiples of what the network asks for."""
    scale = min(_SIDE / max(picture.size), _LARGEST_ZOOM)
    width, height = (max(_MULTIPLE, round(length * scale / _MULTIPLE) * _MULTIPLE) for length in picture.size)
    return picture.resize((width, height), reducing_gap=2.0)


# what follows runs in the other process


def read(pixels: bytes, size: Size) -> list[Area]:
    """The text in the RGB ``pixels`` of a picture of ``size``."""
    import numpy as np

    picture = np.frombuffer(pixels, np.uint8).reshape(size.height, size.width, 3)[:, :, ::-1]
    engine = _engine()
    found = engine.text_det(picture)
    if found.boxes is None:
        return []
    crops = engine.crop_text_regions(picture, found.boxes)
    short = [number for number, crop in enumerate(crops) if 0 < max(crop.shape[:2]) <= _LONGEST * min(crop.shape[:2])]
    said = dict(zip(short, _words(engine, [crops[number] for number in short[:_MOST_READ]]), strict=False))
    return [_area(corners, *said.get(number, ("", 0.0)), size) for number, corners in enumerate(found.boxes)]


def _words(engine: Any, crops: list[Any]) -> list[tuple[str, float]]:
    """What small pictures of lines read, and how sure that is."""
    from rapidocr.ch_ppocr_rec import TextRecInput

    if not crops:
        return []
    words = engine.text_rec(TextRecInput(img=engine.text_cls(crops).img_list, return_word_box=False))
    return [(str(text), float(score)) for text, score in zip(words.txts, words.scores, strict=True)]


def _area(corners: Any, text: str, certainty: float, size: Size) -> Area:
    left, top = (corners.min(axis=0) / size).tolist()
    right, bottom = (corners.max(axis=0) / size).tolist()
    return Area(left, top, min(1.0, right), min(1.0, bottom), text, certainty if text.strip() else 0.0)


@cache
def _engine() -> Any:
    """The reader with its three models, loaded once."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # as in inference.py
    _forbid_downloads()
    from rapidocr import RapidOCR

    folder = Path(sys.modules["rapidocr"].__file__ or "").with_name("models")
    options = {f"{part}.model_path": str(_checked(folder / name, sha256)) for part, (name, sha256) in _MODELS.items()}
    quiet = {"Global.log_level": "critical"}  # what it logs names what it read
    as_it_is = {"Det.limit_type": "max", "Det.limit_side_len": 2 * _SIDE}
    engine: Any = RapidOCR(params=options | quiet | as_it_is)
    for load in (engine._load_det_model, engine._load_cls_model, engine._load_rec_model):
        load()
    return engine


def _forbid_downloads() -> None:
    """Put empty modules where RapidOCR has what fetches models and pictures; it would fetch without asking."""
    part = ModuleType("rapidocr.utils.download_file")
    part.DownloadFile = part.DownloadFileInput = None  # type: ignore[attr-defined]
    sys.modules[part.__name__] = part
    sys.modules.setdefault("requests", ModuleType("requests"))  # the real one opens a socket as it is imported


def _checked(path: Path, sha256: str) -> Path:
    content = path.read_bytes() if path.is_file() else b""
    if hashlib.sha256(content).hexdigest() != sha256:
        raise MissingPartError(f"The model “{path.name}” is missing or was altered. Install Lenscap again.")
    return path
