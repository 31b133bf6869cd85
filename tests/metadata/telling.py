"""What a vocabulary tells, with the payloads inside it followed."""

from __future__ import annotations

from collections.abc import Iterator

from lenscap.metadata import vocabularies
from lenscap.model import Finding, Kind, Payload


def everything(vocabulary: str, data: bytes, where: str = "Here") -> Iterator[Finding | Payload]:
    """Findings and payloads, those of payloads too. A picture in it is not looked into."""
    for found in vocabularies()[vocabulary].read(data, where):
        yield found
        if isinstance(found, Payload) and found.vocabulary != "picture":
            yield from everything(found.vocabulary, bytes(found.data), found.where)


def findings(vocabulary: str, data: bytes, kind: Kind | None = None) -> list[Finding]:
    """The findings of one kind, or all."""
    told = (found for found in everything(vocabulary, data) if isinstance(found, Finding))
    return [found for found in told if kind in (None, found.kind)]


def tells(vocabulary: str, data: bytes, kind: Kind | None = None) -> list[str]:
    return [finding.tells for finding in findings(vocabulary, data, kind)]
