"""Pictures that belong to another one (ISO/IEC 23008-12, section 6.5.8), but that nobody is shown: depth, mattes.

The data is the name of what the picture is, a NUL, and its compressed bytes.
"""

from __future__ import annotations

from collections.abc import Iterator

from lenscap.metadata.wording import decoded, middle, quoted
from lenscap.model import Finding, Kind

NAME = "auxiliary"

_TELLS = {
    "auxid:2": "A depth map, which shows the shape of faces, bodies and rooms",
    "auxiliary:depth": "A depth map, which shows the shape of faces, bodies and rooms",
    "depth": "A depth map, which shows the shape of faces, bodies and rooms",
    "disparity": "A depth map, which shows the shape of faces, bodies and rooms",
    "portraiteffectsmatte": "The outline of a person, cut out of the picture",
    "skinmatte": "A map of where skin is in the picture",
    "hairmatte": "A map of where hair is in the picture",
    "teethmatte": "A map of where teeth are in the picture",
    "glassesmatte": "A map of where glasses are in the picture",
    "skymatte": "A map of where the sky is in the picture",
    "linearthumbnail": "A small copy of the picture, as it was before it was developed",
    "styledeltamap": "A map of how a style changed the picture",
    "hdrgainmap": "A map of how bright a picture that is not shown is",
}


def read(data: bytes, where: str) -> Iterator[Finding]:
    """Yield one finding: such pictures show the outlines of what was cropped or covered later."""
    name, _, body = bytes(data).partition(b"\0")
    text = decoded(name)
    tells = next((said for end, said in _TELLS.items() if text.endswith(end)), None)
    said = tells or f"A picture that belongs to this one and is not shown: {quoted(text)}"
    yield Finding(Kind.PREVIEW, said, where, data={"bytes": len(body), "type": quoted(text)}, traces=middle(body))
