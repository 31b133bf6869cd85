"""What a JPEG XL keeps to give back the JPEG that it was made from (ISO/IEC 18181-2, annex A: ``jbrd``)."""

from __future__ import annotations

from collections.abc import Iterator

from lenscap.metadata.wording import strings, traces
from lenscap.model import Finding, Kind

NAME = "reconstruction"


def read(data: bytes, where: str) -> Iterator[Finding]:
    """Yield one finding: the data is compressed, and what it says is a JPEG's segments and the way it was written."""
    yield Finding(
        Kind.HISTORY,
        "It can give back the JPEG that it was made from, with what that one tells",
        where,
        data={"bytes": len(data)},
        traces=traces(*strings(data)),
    )
