"""The report that a person can keep: what was done to each photo, as JSON, without the details that were removed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lenscap.gui.cleaning import tally
from lenscap.model import Result


def as_json(results: Sequence[Result]) -> str:
    """One object a photo, as ``lenscap clean --json`` gives it."""
    return json.dumps([_entry(result) for result in results], indent=2, ensure_ascii=False) + "\n"


def _entry(result: Result) -> dict[str, Any]:
    kept = result.after.findings if result.after else ()
    return {
        "path": str(result.path),
        "target": str(result.target) if result.target else None,
        "outcome": result.outcome.value,
        "removed": dict(Counter(finding.kind.value for finding in tally.removed(result))),
        "kept": [finding.tells for finding in kept],
        "covered": result.covered,
        "reason": result.reason,
    }


def save(results: Sequence[Result], to: Path) -> str | None:
    """Write the report; give the reason in words where that is not possible."""
    try:
        to.write_text(as_json(results), encoding="utf-8", errors="backslashreplace")  # names that are no UTF-8
    except OSError as error:
        return error.strerror or str(error)
    return None
