"""``lenscap clean``: copies that tell less."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lenscap.cli.options import ALL_CLEAN, SOME_NOT, add_command, add_paths
from lenscap.cli.showing import console, line, print_json, with_progress
from lenscap.errors import PolicyError
from lenscap.model import Outcome, Report, Result

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from lenscap.reporting import Draft


JOBS = "how many files at a time, each on one processor (default: one, on all of them)"


def add(commands: Any) -> None:
    """Add the command."""
    command = add_command(commands, "clean", _clean, "Make copies that tell less, each checked by a second look.")
    add_paths(command)
    command.add_argument("--to", type=Path, required=True, metavar="DIR", help="the folder for the copies")
    command.add_argument(
        "--policy",
        default="metadata",
        help="metadata (default: all of it goes, the picture stays), location (only places go), faces (metadata, "
        "and faces are covered), everything (text, codes and file names, too), or a file that ends in .toml",
    )
    command.add_argument("--style", choices=("soft", "mosaic", "solid"), help="how covers look (default: soft)")
    for option, what in (
        ("--keep-person", "a photo of somebody whose face stays visible; those of all others are covered"),
        ("--only-person", "a photo of somebody whose face is covered; those of others stay visible"),
    ):
        command.add_argument(
            option, action="append", default=[], type=Path, metavar="PHOTO", help=f"{what} (repeatable)"
        )
    for option, what in (("--keep", "stays visible"), ("--cover", "is covered")):
        command.add_argument(
            option,
            action="append",
            default=[],
            metavar="X,Y,W,H",
            help=f"an area of every photo, in pixels, that {what} whatever the policy says (repeatable)",
        )
    command.add_argument("--names", choices=("keep", "neutral"), help="neutral: photo-0001.jpg and so on")
    command.add_argument(
        "--report",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="write down what became of each photo, as a web page (.html) or for programs (.json; repeatable)",
    )
    command.add_argument("--jobs", type=count, metavar="N", help=JOBS)
    command.add_argument(
        "--no-store",
        action="store_true",
        help="make every copy anew, and remember nothing of the run (“lenscap forget” says what is remembered)",
    )
    command.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help="have the work done by a Dask cluster that sees the same disks (needs lenscap[cluster]); opens network "
        "connections to your cluster, and only then",
    )


def count(text: str) -> int:
    """A number of files, as an option says it."""
    if not (text.isdecimal() and len(text) <= 3 and 1 <= int(text) <= 256):
        raise argparse.ArgumentTypeError("choose a number between 1 and 256")
    return int(text)


def _clean(options: argparse.Namespace) -> int:
    from dataclasses import replace

    from lenscap import pipeline, policy, sources

    wish = policy.named(options.policy)
    if options.style:
        wish = policy.styled(wish, options.style)
    if options.names:
        wish = replace(wish, neutral_names=options.names == "neutral")
    wish = policy.with_people(wish, options.keep_person, options.only_person)
    wish = policy.with_boxes(wish, options.keep, options.cover)
    if options.cluster:  # whose working folder is another one
        options.paths, options.to = [path.absolute() for path in options.paths], options.to.absolute()
        wish = policy.from_anywhere(wish)
    if os.path.lexists(options.to) and not options.to.is_dir():
        raise PolicyError("What --to names is a file. Name a folder for the copies.")
    if any(sources.is_folder(path) and path.resolve() == options.to.resolve() for path in options.paths):
        raise PolicyError("What --to names is the folder of the photos itself. Name another folder for the copies.")
    found = partial(sources.walk, options.paths, leave_out=options.to)
    total: Counter[str] = Counter()
    show = print_json if options.json else show_result
    with (
        _drafts(options, wish.name) as reports,
        _workers(options) as (executor, jobs),
        closing(
            pipeline.run(found(), options.to, wish, jobs, apart=True, executor=executor, remembers=not options.no_store)
        ) as results,
    ):
        for result in with_progress(results, found, "Cleaning"):
            total[result.outcome] += 1
            show(result)
            for report in reports:
                report.add(result)
    if not options.json:
        _show_total(total, options.to)
    return ALL_CLEAN if total.keys() <= {Outcome.CLEANED, Outcome.ALREADY_CLEAN} else SOME_NOT


def _workers(options: argparse.Namespace) -> AbstractContextManager[tuple[Executor | None, int | None]]:
    """Who does the work, and how many files at a time."""
    if not options.cluster:
        return nullcontext((None, options.jobs))
    from lenscap.pipeline import cluster

    return cluster.connected(options.cluster)


@contextmanager
def _drafts(options: argparse.Namespace, policy: str) -> Iterator[list[Draft]]:
    """The reports that were asked for; what stands in the way of one is said before the first photo."""
    from datetime import datetime

    from lenscap.reporting import About, draft

    about = About(policy, options.to, datetime.now())
    with ExitStack() as stack:
        yield [stack.enter_context(draft(to, about)) for to in options.report]


def show_result(result: Report | Result) -> None:
    """Say in a line what became of a photo."""
    from rich.text import Text

    if isinstance(result, Result):
        word, style = _OUTCOMES[result.outcome]
        renamed = result.target is not None and result.target.name != result.path.name
        name = line(result.path) + (f" → {line(Path(result.target.name))}" if renamed and result.target else "")
        console().print(Text.assemble((f"{word:<14}", style), name, "  ", (_happened(result), "dim")))


_OUTCOMES = {
    Outcome.CLEANED: ("cleaned", "green"),
    Outcome.ALREADY_CLEAN: ("already clean", "green"),
    Outcome.REFUSED: ("left out", "yellow"),
    Outcome.FAILED: ("failed", "red"),
}


def _happened(result: Result) -> str:
    """What was done, in words; or why nothing was."""
    kinds = Counter(finding.kind for finding in result.removed)
    removed = [f"{number} {kind}" for kind, number in kinds.items()]
    parts = [f"removed: {', '.join(removed)}"] if removed else []
    parts += [f"covered: {result.covered}"] if result.covered else []
    parts += [line(result.reason)] if result.reason else []
    return " · ".join(parts)


def _show_total(total: Counter[str], to: Path) -> None:
    from rich.text import Text

    ready = total[Outcome.CLEANED] + total[Outcome.ALREADY_CLEAN]
    words = f"{ready} of {total.total()} photos are ready to share in {line(to)}. Each copy was read again."
    missing = total.total() - ready
    words += f" {missing} left out or failed: no copy was made of them." if missing else ""
    console().print(Text(words if total else "No photos were found there.", style="bold"))
