"""Small copies of a picture that are bare pixels, as in JFIF."""

from __future__ import annotations

from collections.abc import Iterator

from lenscap.model import Finding, Kind

NAME = "preview"

_TRACE = 64


def read(data: bytes, where: str) -> Iterator[Finding]:
    """Yield one finding: what was cropped or covered later may still be seen in it."""
    middle = data[len(data) // 2 :][:_TRACE]
    yield Finding(
        Kind.PREVIEW,
        "A small copy of the picture, which may show what was cropped or covered later",
        where,
        data={"bytes": len(data)},
        traces=(bytes(middle),) if len(set(middle)) >= 16 else (),
    )
