"""The corpora, where they are."""

from __future__ import annotations

from pathlib import Path

import pytest

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"


@pytest.fixture(scope="session")
def corpus() -> list[Path]:
    if not CORPORA.is_dir():
        pytest.skip("the corpora are not here")
    files = sorted(path for path in CORPORA.rglob("*") if path.is_file())
    return [path for path in files if _is_jpeg(path)]


def _is_jpeg(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(2) == b"\xff\xd8"
