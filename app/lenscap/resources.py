"""Where the files are that come with the program: in a checkout, an installed wheel, a frozen app."""

from __future__ import annotations

import sys
from pathlib import Path

from lenscap.errors import MissingPartError

_PACKAGE = Path(__file__).parent
_ROOMS = (
    _PACKAGE / "_resources",
    Path(getattr(sys, "_MEIPASS", _PACKAGE)) / "resources",
    _PACKAGE.parent.parent / "resources",
)


def find(name: str) -> Path:
    """The path of a file or folder in ``resources/``, such as ``"icons/face.svg"``."""
    for room in _ROOMS:
        if (room / name).exists():
            return room / name
    raise MissingPartError(f"Lenscap's own file “{name}” is missing. Install Lenscap again.")
