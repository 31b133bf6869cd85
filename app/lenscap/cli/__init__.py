"""The command line: tables and a progress bar for people, JSON lines for programs. One command a file."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Iterable, Sequence
from io import TextIOWrapper

from lenscap import __version__
from lenscap.cli import checking, cleaning, cloud, forgetting, formats, inspecting, models, watching
from lenscap.cli.options import SOME_NOT, USAGE
from lenscap.cli.showing import line
from lenscap.errors import LenscapError

_OBJECTS_BETWEEN = 20_000
"""How many objects come between two searches for garbage: a report has hundreds, and no cycles."""

_EPILOG = """\
Exit code 0: all is well. 1: some file was refused or failed; the others are done. 2: wrong usage.
Originals are never changed, and nothing leaves this computer."""


def main(arguments: Sequence[str]) -> int:
    """Do what ``arguments`` ask for; return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A character that the terminal lacks must not end a long run; who reads along hears of each photo at once.
            stream.reconfigure(errors="backslashreplace", line_buffering=True)
    options = _parser().parse_args(arguments)
    gc.freeze()  # modules and tables stay: looking for garbage among them costs a tenth of a long run
    gc.set_threshold(_OBJECTS_BETWEEN)
    try:
        return int(options.action(options))
    except LenscapError as error:
        print(f"lenscap: {line(error)}", file=sys.stderr)
        return USAGE
    except BrokenPipeError:  # whoever reads, as “head” does, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return SOME_NOT
    except KeyboardInterrupt:
        print("lenscap: Stopped. Copies that were finished are kept.", file=sys.stderr)
        return 130


def is_for_the_window(arguments: Sequence[str]) -> bool:
    """Whether these are files and folders and nothing else, as a file manager gives them. A command comes first."""
    return arguments[0] not in _add_commands(argparse.ArgumentParser()) and all(
        each and os.path.lexists(each) for each in arguments
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="lenscap",
        description="See what a cloud would see in your photos, and cover it before you upload. "
        "Without arguments, the window opens; with photos and folders alone, it opens with these.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"lenscap {__version__}")
    _add_commands(parser)
    return parser


def _add_commands(parser: argparse.ArgumentParser) -> Iterable[str]:
    """Add all the commands; return their names."""
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for each in (inspecting, cloud, cleaning, watching, checking, formats, models, forgetting):
        each.add(commands)
    return commands.choices
