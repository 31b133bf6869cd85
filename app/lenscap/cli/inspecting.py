"""``lenscap inspect``: what photos tell, one by one."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lenscap.cli.options import ALL_CLEAN, SOME_NOT, add_command, add_looking, add_paths, add_store, looking, store
from lenscap.cli.showing import console, line, print_json, with_progress
from lenscap.model import Kind, Report, Result

if TYPE_CHECKING:
    from lenscap.people import People


def add(commands: Any) -> None:
    """Add the command."""
    command = add_command(commands, "inspect", _inspect, "Show what photos tell.")
    add_paths(command)
    add_looking(command)
    add_store(command)
    command.add_argument("--people", action="store_true", help="say which faces are the same person's")


def _inspect(options: argparse.Namespace) -> int:
    from lenscap import pipeline, sources

    code = ALL_CLEAN
    found = [source.path for source in sources.walk(options.paths)]
    show = print_json if options.json else _show_report
    with store(options) as seen:
        items = pipeline.inspect_all(found, looking(options, options.people), seen)
        items = with_progress(items, len(found), "Looking")
        for item in items if not options.people else _with_people(items, options.json):
            if isinstance(item, Result):
                code = SOME_NOT
            show(item)
    if not found:
        print("lenscap: No photos were found there.", file=sys.stderr)
    return code


def _with_people(items: Iterator[Report | Result], json: bool) -> Iterator[Report | Result]:
    """The items with the names of people in the data of their faces; who is who is known when all are read."""
    from lenscap.people import people, told

    read = list(items)
    persons = people(item for item in read if isinstance(item, Report))
    for item in read:
        yield told(item, persons) if isinstance(item, Report) else item
    if not json:
        _show_people(persons)


def _show_people(persons: People) -> None:
    """A row for each person: in how many photos she is, and which of them shows her best."""
    from rich.table import Column, Table
    from rich.text import Text

    table = Table("Who", "Photos", Column("Shown best in", overflow="fold"), box=None, padding=(0, 2))
    for person in persons:
        table.add_row(Text(person.name, style="cyan"), str(len(person.photos)), Text(line(person.cover.path)))
    console().print(table if persons else "No face is clear enough to be known again.")


def _show_report(item: Report | Result) -> None:
    """A heading for the file, and a row for each thing that it tells."""
    from rich.table import Table
    from rich.text import Text

    page = console()
    page.print(Text(line(item.path), style="bold"))
    if isinstance(item, Result):
        page.print(Text(f"  {line(item.reason)}", style="yellow"))
        return
    if not item.findings:
        page.print(Text(f"  {item.format}, {item.size.width} × {item.size.height}: nothing is told.", style="green"))
        return
    table = Table(box=None, padding=(0, 2), show_header=False)
    for finding in sorted(item.findings, key=lambda each: list(Kind).index(each.kind)):
        table.add_row(Text(finding.kind, style="cyan"), Text(finding.tells), Text(finding.where, style="dim"))
    page.print(table)
