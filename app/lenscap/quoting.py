"""Words out of a file or a picture, made fit to be read by a person.

They are data, whoever wrote them: nothing in them may move a cursor, turn the direction of writing or break a line.
"""

from __future__ import annotations

import re

SHORT = 200
"""How much of a text a sentence shows."""
LONG = 2000
"""How much of a text is kept for programs."""

_ESCAPES = re.compile("\x1b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\x07\x1b]*\x07?)")
_SPACES = re.compile(r"\s+")


def printable(text: str, most: int = SHORT) -> str:
    """``text`` in one line of at most ``most`` characters, with ``·`` where something cannot be shown."""
    if len(text) <= most and text.isprintable() and "  " not in text:
        return text.strip()
    cut = len(text) > most
    text = text[: 4 * most].strip()
    if not text.isprintable() or "  " in text:
        text = _SPACES.sub(" ", _ESCAPES.sub("·", text))
        text = "".join([char if char.isprintable() else "·" for char in text]).strip(" ·")
    if len(text) > most:
        return text[: most - 1] + "…"
    return text[: most - 1] + "…" if cut and len(text) == most else text


def quoted(text: str) -> str:
    """``text`` as a sentence shows it."""
    return f"“{printable(text)}”"
