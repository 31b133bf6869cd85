"""``lenscap forget``: all that was remembered of photos goes."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from lenscap.cli.options import ALL_CLEAN, SOME_NOT, add_command

if TYPE_CHECKING:
    from lenscap.forgetting import Forgotten


def add(commands: Any) -> None:
    """Add the command."""
    add_command(
        commands,
        "forget",
        _forget,
        "Delete what is remembered of photos: what was seen in them, decisions, unfinished work, recent folders.",
    )


def _forget(options: argparse.Namespace) -> int:
    from lenscap import forgetting

    gone = forgetting.forget()
    print(json.dumps(gone._asdict()) if options.json else _said(gone))
    if gone.stuck:
        print(f"lenscap: {gone.stuck} could not be deleted. Look at who owns Lenscap's folders.", file=sys.stderr)
    return SOME_NOT if gone.stuck else ALL_CLEAN


def _said(gone: Forgotten) -> str:
    parts = [f"what was seen in photos ({gone.seen:,} bytes)"] if gone.seen else []
    parts += [f"{gone.files} more file{'s' * (gone.files > 1)} about photos"] if gone.files else []
    parts += [f"the list of {gone.folders} recent folder{'s' * (gone.folders > 1)}"] if gone.folders else []
    return f"Deleted: {', '.join(parts)}." if parts else "Nothing was remembered."
