"""The HDR gain map of a picture: Ultra HDR, ISO 21496-1."""

from __future__ import annotations

from collections.abc import Iterator

from lenscap.model import Finding, Kind

NAME = "gain map"


def read(data: bytes, where: str) -> Iterator[Finding]:
    """Yield one finding. HDR screens need the map: it stays with the picture, unless a part of that is covered."""
    yield Finding(Kind.PREVIEW, "An HDR gain map: a small copy of the picture in light and dark", where)
