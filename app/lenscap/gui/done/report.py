"""The report that a person can keep: what was done to each photo, as JSON, without the details that were removed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from lenscap.gui.speech import spoken
from lenscap.model import Result


def as_json(results: Sequence[Result]) -> str:
    """One object a photo, as ``lenscap clean --json`` gives it."""
    return json.dumps([result.for_programs() for result in results], indent=2, ensure_ascii=False) + "\n"


def save(results: Sequence[Result], to: Path) -> str | None:
    """Write the report; give the reason in words where that is not possible."""
    try:
        to.write_text(as_json(results), encoding="utf-8", errors="backslashreplace")  # names that are no UTF-8
    except OSError as error:
        return spoken((error.strerror or str(error)).lower())
    return None
