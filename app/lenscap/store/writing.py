"""A report ↔ bytes: JSON, compressed. What is read is looked at as if somebody else had written it.

The path is no part of it, nor are likenesses: whoever asks knows the first, and may not know the others.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from isal import isal_zlib

from lenscap.model import Box, Finding, Kind, Looking, Report, Size

_LARGEST = 1 << 25
"""In bytes, when it is not compressed."""
_BYTES = "latin-1"
"""Has a character for every byte."""


def written(report: Report) -> bytes:
    """A report as bytes."""
    findings = [_row(finding) for finding in report.findings]
    text = json.dumps([report.format, report.size, report.orientation, findings], separators=(",", ":"))
    return isal_zlib.compress(text.encode("ascii"), 1)


def read(data: bytes, path: Path, looking: Looking) -> Report:
    """The report that was written, on the file at ``path``; raise ``ValueError`` if these bytes are none."""
    try:
        form, size, orientation, findings = json.loads(_expanded(data))
        made = Report(path, str(form), Size(*map(int, size)), tuple(map(_finding, findings)), int(orientation), looking)
    except (zlib.error, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("It is no report.") from error
    if not 1 <= made.orientation <= 8:
        raise ValueError("There is no such orientation.")
    return made


def _expanded(data: bytes) -> bytes:
    made = zlib.decompressobj()
    text = made.decompress(data, _LARGEST)
    if not made.eof:
        raise ValueError("It is too long, or was cut off.")
    return text


def _row(finding: Finding) -> list[Any]:
    traces = [trace.decode(_BYTES) for trace in finding.traces]
    return [finding.kind, finding.tells, finding.where, finding.certainty, finding.box, dict(finding.data), traces]


def _finding(row: list[Any]) -> Finding:
    kind, tells, where, certainty, box, data, traces = row
    if not isinstance(data, Mapping) or not isinstance(tells, str) or not isinstance(where, str):
        raise ValueError("It is no finding.")
    return Finding(
        Kind(kind),
        tells,
        where,
        float(certainty),
        Box(*map(int, box)) if box is not None else None,
        data,
        tuple(trace.encode(_BYTES) for trace in traces),
    )


def written_likenesses(report: Report) -> bytes:
    """What the faces of a report are known by, each with the number of its finding."""
    known = {number: each.likeness.decode(_BYTES) for number, each in enumerate(report.findings) if each.likeness}
    return json.dumps(known).encode("ascii")


def with_likenesses(report: Report, data: bytes) -> Report:
    """A report with what its faces are known by; raise ``ValueError`` if these bytes do not say that."""
    try:
        known = {int(number): likeness.encode(_BYTES) for number, likeness in json.loads(data).items()}
    except (TypeError, AttributeError, RecursionError) as error:
        raise ValueError("These are no likenesses.") from error
    if any(len(likeness) != _LIKENESS for likeness in known.values()):
        raise ValueError("A likeness has another length.")
    findings = (replace(each, likeness=known.get(number)) for number, each in enumerate(report.findings))
    return replace(report, findings=tuple(findings), looked=replace(report.looked, people=True))


_LIKENESS = 128 * 4
"""128 numbers of single precision, in bytes."""
