"""What people see, and what programs read."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

from lenscap.model import Finding, Report, Result

if TYPE_CHECKING:
    from rich.console import Console

Item = TypeVar("Item")


def print_json(item: Report | Result) -> None:
    """One line for programs."""
    print(json.dumps(report_data(item) if isinstance(item, Report) else item.for_programs()))


def report_data(report: Report) -> dict[str, Any]:
    """A report for programs."""
    return {
        "path": str(report.path),
        "format": report.format,
        "width": report.size.width,
        "height": report.size.height,
        "findings": [_finding_data(finding) for finding in report.findings],
    }


def _finding_data(finding: Finding) -> dict[str, Any]:
    return {
        "kind": finding.kind,
        "tells": finding.tells,
        "where": finding.where,
        "certainty": finding.certainty,
        "box": list(finding.box) if finding.box else None,
        "data": dict(finding.data),
    }


def console() -> Console:
    """Where people read; nothing in a text is a command to it."""
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False, soft_wrap=True)


def line(said: object) -> str:
    """A path, or words that may quote one, as one line of text that no terminal takes for a command."""
    from lenscap.metadata.wording import printable

    return printable(str(said), 4096)


def with_progress(items: Iterator[Item], total: int | Callable[[], Iterable[object]], what: str) -> Iterator[Item]:
    """Pass items on while a bar on stderr shows how many there were; only where somebody looks at it.

    ``total`` may be what has to be counted for it first, which is done meanwhile.
    """
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=total if isinstance(total, int) else None)
        if not isinstance(total, int):
            count = partial(_count, total, lambda number: progress.update(task, total=number))
            Thread(target=count, daemon=True).start()
        for item in items:
            progress.advance(task)
            yield item


def _count(items: Callable[[], Iterable[object]], tell: Callable[[int], None]) -> None:
    tell(sum(1 for _ in items()))
