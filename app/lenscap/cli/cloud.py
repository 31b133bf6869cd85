"""``lenscap cloud``: what a whole roll gives away."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from datetime import date
from typing import Any

from lenscap.cli.options import ALL_CLEAN, SOME_NOT, add_command, add_looking, add_paths, add_store, looking, store
from lenscap.cli.showing import console, line, with_progress
from lenscap.model import Report, Result


def add(commands: Any) -> None:
    """Add the command."""
    command = add_command(
        commands, "cloud", _cloud, "Show what a cloud could make of all the photos together: an estimate."
    )
    add_paths(command)
    add_looking(command)
    add_store(command)
    _add_policy(command)
    command.add_argument(
        "--today", type=_day, default=None, metavar="YYYY-MM-DD", help="the day to count back from (default: today)"
    )


def _add_policy(command: Any) -> None:
    command.add_argument(
        "--policy", metavar="POLICY", help="say, too, what copies would still give away that this policy makes"
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("write a day as in 2026-06-28") from None


def _cloud(options: argparse.Namespace) -> int:
    from lenscap import pipeline, policy, sources
    from lenscap.cloud import page, view
    from lenscap.cloud.fates import fates
    from lenscap.people import people, told

    wish = policy.named(options.policy) if options.policy else None
    found = [source.path for source in sources.walk(options.paths)]
    wanted = looking(options, people=options.faces != "off")
    with store(options) as before:
        items = list(with_progress(pipeline.inspect_all(found, wanted, before), len(found), "Looking"))
    reports = [item for item in items if isinstance(item, Report)]
    persons = people(reports)
    reports = [told(report, persons) for report in reports]
    today = options.today or date.today()
    seen = view(reports, today)
    after = view((pipeline.predicted(report, wish) for report in reports), today) if wish else None
    if options.json:
        more = {"after": page.for_programs(after)} if after else {}
        print(json.dumps(page.for_programs(seen) | more))
    else:
        _show([*page.lines(seen), *(page.after(after, fates(seen, after)) if after else ())])
    left_out = [item for item in items if isinstance(item, Result)]
    for result in left_out:
        print(f"lenscap: {line(result.path)}: {line(result.reason)}", file=sys.stderr)
    return SOME_NOT if left_out else ALL_CLEAN


def _show(lines: Iterable[str]) -> None:
    """The page; headings stand out. What is quoted in it is no command to a terminal."""
    from rich.text import Text

    for each in lines:
        said = "".join(character if character.isprintable() else "\ufffd" for character in each)
        console().print(Text(said, style="" if each.startswith(" ") else "bold"))
