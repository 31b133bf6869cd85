"""What was cut off and is still in the file: the edit list of a film, or the clean aperture of a picture, hides it."""

from __future__ import annotations

from collections.abc import Iterator

from lenscap.model import Finding, Kind

NAME = "trimming"


def read(data: bytes, where: str) -> Iterator[Finding]:
    """Yield one finding; ``data`` are a unit and a number. It stays: to take it away, all is to be encoded again."""
    unit, number = data.decode("ascii").split()
    if unit == "seconds":
        said = f"{float(number):,.1f} s that were cut off: no player shows them, but they are still in the file"
        yield Finding(Kind.MOTION, said, where, data={"seconds": float(number)})
    else:
        said = f"{int(number):,} pixels that were cut off: no viewer shows them, but they are still in the file"
        yield Finding(Kind.PREVIEW, said, where, data={"pixels": int(number)})
