"""The command line: tables and a progress bar for people, JSON lines for programs."""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from lenscap import __version__
from lenscap.errors import LenscapError, PolicyError
from lenscap.model import Finding, Kind, Looking, Outcome, Report, Result

if TYPE_CHECKING:
    from rich.console import Console

    from lenscap.people import People

Item = TypeVar("Item")

_ALL_CLEAN, _SOME_NOT, _USAGE = 0, 1, 2

_OBJECTS_BETWEEN = 20_000
"""How many objects come between two searches for garbage: a report has hundreds, and no cycles."""

_EPILOG = """\
Exit code 0: all is well. 1: some file was refused or failed; the others are done. 2: wrong usage.
Originals are never changed, and nothing leaves this computer."""


def main(arguments: Sequence[str]) -> int:
    """Do what ``arguments`` ask for; return the exit code."""
    for stream in (sys.stdout, sys.stderr):  # a character that the terminal lacks must not end a long run
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    gc.freeze()  # modules and tables stay: looking for garbage among them costs a tenth of a long run
    gc.set_threshold(_OBJECTS_BETWEEN)
    try:
        return int(options.action(options))
    except LenscapError as error:
        print(f"lenscap: {_line(error)}", file=sys.stderr)
        return _USAGE
    except BrokenPipeError:  # whoever reads, as “head” does, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _SOME_NOT
    except KeyboardInterrupt:
        print("lenscap: Stopped. Copies that were finished are kept.", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="lenscap",
        description="See what a cloud would see in your photos, and cover it before you upload. "
        "Without arguments, the window opens.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"lenscap {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _add_inspect(commands)
    _add_clean(commands)
    _add_formats(commands)
    return parser


def _add_command(commands: Any, name: str, action: Callable[[argparse.Namespace], int], what: str) -> Any:
    command = commands.add_parser(name, help=what, description=what)
    command.set_defaults(action=action)
    command.add_argument("--json", action="store_true", help="one JSON object a line on stdout, and nothing else")
    return command


def _add_inspect(commands: Any) -> None:
    command = _add_command(commands, "inspect", _inspect, "Show what photos tell.")
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a photo, or a folder with all in it")
    command.add_argument(
        "--faces",
        choices=("off", "fast", "careful", "thorough"),
        default="careful",
        help="how hard to look for faces (default: careful)",
    )
    command.add_argument("--text", action="store_true", help="look for text, too: some seconds a photo")
    command.add_argument("--codes", action="store_true", help="look for QR codes and bar codes, too")
    command.add_argument("--people", action="store_true", help="say which faces are the same person's")


def _add_clean(commands: Any) -> None:
    command = _add_command(commands, "clean", _clean, "Make copies that tell less, each checked by a second look.")
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a photo, or a folder with all in it")
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
    command.add_argument("--jobs", type=_count, default=1, metavar="N", help="how many files at a time (default: 1)")


def _add_formats(commands: Any) -> None:
    _add_command(commands, "formats", _formats, "List the kinds of files that Lenscap knows.")


def _count(text: str) -> int:
    if not (text.isdecimal() and len(text) <= 3 and 1 <= int(text) <= 256):
        raise argparse.ArgumentTypeError("choose a number between 1 and 256")
    return int(text)


# inspect


def _inspect(options: argparse.Namespace) -> int:
    from lenscap import pipeline, sources

    code = _ALL_CLEAN
    if options.people and options.faces == "off":
        raise PolicyError("People are known by their faces: --people and --faces off do not go together.")
    found = [source.path for source in sources.walk(options.paths)]
    show = _print_json if options.json else _show_report
    items = _with_progress(pipeline.inspect_all(found, _looking(options)), len(found), "Looking")
    for item in items if not options.people else _with_people(items, options.json):
        if isinstance(item, Result):
            code = _SOME_NOT
        show(item)
    if not found:
        print("lenscap: No photos were found there.", file=sys.stderr)
    return code


def _looking(options: argparse.Namespace) -> Looking:
    return Looking(options.faces, options.people, options.text, options.codes)


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
        table.add_row(Text(person.name, style="cyan"), str(len(person.photos)), Text(_line(person.cover.path)))
    _console().print(table if persons else "No face is clear enough to be known again.")


def _print_json(item: Report | Result) -> None:
    print(json.dumps(_report_data(item) if isinstance(item, Report) else item.for_programs()))


def _report_data(report: Report) -> dict[str, Any]:
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


def _show_report(item: Report | Result) -> None:
    """A heading for the file, and a row for each thing that it tells."""
    from rich.table import Table
    from rich.text import Text

    console = _console()
    console.print(Text(_line(item.path), style="bold"))
    if isinstance(item, Result):
        console.print(Text(f"  {_line(item.reason)}", style="yellow"))
        return
    if not item.findings:
        console.print(Text(f"  {item.format}, {item.size.width} × {item.size.height}: nothing is told.", style="green"))
        return
    table = Table(box=None, padding=(0, 2), show_header=False)
    for finding in sorted(item.findings, key=lambda each: list(Kind).index(each.kind)):
        table.add_row(Text(finding.kind, style="cyan"), Text(finding.tells), Text(finding.where, style="dim"))
    console.print(table)


# clean


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
    if os.path.lexists(options.to) and not options.to.is_dir():
        raise PolicyError("What --to names is a file. Name a folder for the copies.")
    found = list(sources.walk(options.paths, leave_out=options.to))
    total: Counter[str] = Counter()
    show = _print_json if options.json else _show_result
    for result in _with_progress(pipeline.run(found, options.to, wish, options.jobs), len(found), "Cleaning"):
        total[result.outcome] += 1
        show(result)
    if not options.json:
        _show_total(total, options.to)
    return _ALL_CLEAN if total.keys() <= {Outcome.CLEANED, Outcome.ALREADY_CLEAN} else _SOME_NOT


def _show_result(result: Report | Result) -> None:
    from rich.text import Text

    if isinstance(result, Result):
        word, style = _OUTCOMES[result.outcome]
        renamed = result.target is not None and result.target.name != result.path.name
        name = _line(result.path) + (f" → {_line(Path(result.target.name))}" if renamed and result.target else "")
        line = Text.assemble((f"{word:<14}", style), name, "  ", (_happened(result), "dim"))
        _console().print(line)


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
    parts += [_line(result.reason)] if result.reason else []
    return " · ".join(parts)


def _show_total(total: Counter[str], to: Path) -> None:
    from rich.text import Text

    ready = total[Outcome.CLEANED] + total[Outcome.ALREADY_CLEAN]
    words = f"{ready} of {total.total()} photos are ready to share in {_line(to)}. Each copy was read again."
    missing = total.total() - ready
    words += f" {missing} left out or failed: no copy was made of them." if missing else ""
    _console().print(Text(words if total else "No photos were found there.", style="bold"))


# formats


def _formats(options: argparse.Namespace) -> int:
    from lenscap.formats import containers
    from lenscap.formats.refused import KINDS

    known = [(container.NAME, container.SUFFIXES, True, container.COVERED) for container in containers()]
    known += [(kind.name, kind.suffixes, False, False) for kind in KINDS]
    widths = max(len(name) for name, *_ in known), max(len(" ".join(suffixes)) for _, suffixes, *_ in known)
    for name, suffixes, cleaned, covered in known:
        if options.json:
            facts = {"inspected": cleaned, "cleaned": cleaned, "covered": covered}
            print(json.dumps({"format": name, "suffixes": list(suffixes)} | facts))
        else:
            done = "inspected, cleaned" + ", faces covered" * covered if cleaned else "left out"
            print(f"{name:<{widths[0]}}  {' '.join(suffixes):<{widths[1]}}  {done}")
    return _ALL_CLEAN


# what people see


def _console() -> Console:
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False, soft_wrap=True)


def _line(said: object) -> str:
    """A path, or words that may quote one, as one line of text that no terminal takes for a command."""
    from lenscap.metadata.wording import printable

    return printable(str(said), 4096)


def _with_progress(items: Iterator[Item], total: int, what: str) -> Iterator[Item]:
    """Pass items on while a bar on stderr shows how many there were; only where somebody looks at it."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, what, total, console=Console(stderr=True), transient=True)
