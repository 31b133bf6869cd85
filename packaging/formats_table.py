"""Write the part of README.md that says which files Lenscap knows, from the code.

Run it when a format is new: ``uv run python packaging/formats_table.py``.
"""

from __future__ import annotations

import re
from pathlib import Path

from lenscap.formats import containers
from lenscap.formats.refused import KINDS

README = Path(__file__).resolve().parent.parent / "README.md"
BEGIN, END = "<!-- formats -->", "<!-- /formats -->"
_WIDTH = 120


def part() -> str:
    """The table of the formats that are cleaned, and a sentence on those that are not."""
    rows = [
        f"| {container.NAME} | {' '.join(container.SUFFIXES)} | yes | yes | {'yes' if container.COVERED else 'no'} |"
        for container in containers()
    ]
    table = ["| format | file names | inspected | cleaned | faces covered |", "|---|---|---|---|---|", *rows]
    return "\n".join([BEGIN, *table, "", _wrapped(_left_out()), END])


def _left_out() -> str:
    *most, last = (kind.what for kind in KINDS)
    return f"These are left out, with a sentence on what to do instead: {', '.join(most)}, and {last}."


def _wrapped(text: str) -> str:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= _WIDTH:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    return "\n".join(lines)


def rewritten(readme: str) -> str:
    """The README with this part as it has to be."""
    return re.sub(f"{BEGIN}.*{END}", lambda _: part(), readme, flags=re.DOTALL)


if __name__ == "__main__":
    README.write_text(rewritten(README.read_text(encoding="utf-8")), encoding="utf-8")
