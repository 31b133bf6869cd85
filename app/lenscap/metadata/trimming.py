"""What of a film was cut off and is still in the file: its edit list alone keeps it from being played."""

from __future__ import annotations

from collections.abc import Iterator

from lenscap.model import Finding, Kind

NAME = "trimming"


def read(data: bytes, where: str) -> Iterator[Finding]:
    """Yield one finding; ``data`` are seconds, as text. It stays: to take it away, the film is to be encoded again."""
    seconds = float(data)
    said = f"{seconds:,.1f} s that were cut off: no player shows them, but they are still in the file"
    yield Finding(Kind.MOTION, said, where, data={"seconds": seconds})
