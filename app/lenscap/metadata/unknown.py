"""Blocks that nobody needs to see a picture: what they are is not known, so they are suspect and go."""

from __future__ import annotations

from collections.abc import Iterator

from lenscap.metadata.wording import strings, traces
from lenscap.model import Finding, Kind

NAME = "unknown"

_MOST_SEARCHED = 1 << 20


def read(data: bytes, where: str) -> Iterator[Finding]:
    """Yield one finding for the whole block; the words in it are its traces."""
    yield Finding(
        Kind.UNKNOWN,
        f"{len(data):,} bytes that the picture does not need",
        where,
        data={"bytes": len(data)},
        traces=traces(*strings(data[:_MOST_SEARCHED])),
    )
