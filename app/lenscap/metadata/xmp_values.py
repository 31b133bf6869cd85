"""How the values of an XMP packet are found again in a file."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lenscap.metadata.wording import MOST_TRACES, trace
from lenscap.metadata.xmp_packet import Leaf

_ESCAPED = re.compile("[&<>\"'\r\n\t]")


def found_again(leaves: Iterable[Leaf], encoding: str) -> tuple[bytes, ...]:
    """The bytes of values as they stand in the packet: the longest part of each that XML does not escape."""
    found: dict[bytes, None] = {}
    for leaf in leaves:
        found.update(dict.fromkeys(trace(_bytes(leaf.value, encoding))))
        if len(found) >= MOST_TRACES:
            break
    return tuple(found)[:MOST_TRACES]


def _bytes(value: str, encoding: str) -> bytes:
    if len(value) > 256:
        value = value[:256]
    if _ESCAPED.search(value):
        value = max(_ESCAPED.split(value), key=len)
    return value.encode(encoding, "replace")
