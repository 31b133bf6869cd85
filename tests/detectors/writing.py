"""Pictures with text and codes for tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFont

FONT = Path(__file__).resolve().parents[2] / "resources" / "fonts" / "Inter-Medium.otf"
PASS = "M1SMITH/ANNA          EABC123 LISZRHLX 2087 123Y012A0034 100"


def write(picture: Image.Image, text: str, place: tuple[int, int], height: int, colour: str = "black") -> None:
    """Draw ``text`` into a picture, with its left upper corner at ``place``."""
    ImageDraw.Draw(picture).text(place, text, colour, ImageFont.truetype(str(FONT), height))


def code(text: str, form: str = "QRCode", scale: int = 4) -> Image.Image:
    """A code with the light zone around it; ``form`` is ZXing's name for its kind."""
    import zxingcpp

    symbol: Any = zxingcpp.create_barcode(text, getattr(zxingcpp.BarcodeFormat, form))
    return Image.fromarray(np.array(symbol.to_image(scale=scale))).convert("RGB")
