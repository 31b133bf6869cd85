"""Options that several commands have."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lenscap.errors import MissingPartError, PolicyError
from lenscap.model import Looking

if TYPE_CHECKING:
    from lenscap.store import Store

ALL_CLEAN, SOME_NOT, USAGE = 0, 1, 2
"""Exit codes."""


def add_command(commands: Any, name: str, action: Callable[[argparse.Namespace], int], what: str) -> Any:
    """Add a command."""
    command = commands.add_parser(name, help=what, description=what)
    command.set_defaults(action=action)
    command.add_argument("--json", action="store_true", help="one JSON object a line on stdout, and nothing else")
    return command


def add_paths(command: Any) -> None:
    """What a command looks at."""
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a photo, or a folder with all in it")


def add_looking(command: Any) -> None:
    """What a command looks for in the pictures."""
    command.add_argument(
        "--faces",
        choices=("off", "fast", "careful", "thorough"),
        default="careful",
        help="how hard to look for faces (default: careful)",
    )
    command.add_argument("--text", action="store_true", help="look for text, too: some seconds a photo")
    command.add_argument("--codes", action="store_true", help="look for QR codes and bar codes, too")
    command.add_argument("--objects", action="store_true", help="look for objects with the models that were added, too")


def looking(options: argparse.Namespace, people: bool) -> Looking:
    """What was asked for."""
    if people and options.faces == "off":
        raise PolicyError("People are known by their faces: --people and --faces off do not go together.")
    if options.objects:
        from lenscap import models

        if not models.installed():
            raise MissingPartError(
                "To find objects, Lenscap needs a model. “lenscap models list” says where it is got."
            )
    return Looking(options.faces, people, options.text, options.codes, options.objects)


def add_store(command: Any) -> None:
    """Whether what was seen before is looked up."""
    command.add_argument(
        "--no-store",
        action="store_true",
        help="look at every photo anew, and remember nothing of it (“lenscap forget” says what is remembered)",
    )


@contextmanager
def store(options: argparse.Namespace) -> Iterator[Store | None]:
    """What was seen before, unless the person wants none of it."""
    if options.no_store:
        yield None
        return
    from lenscap import settings
    from lenscap import store as stored

    with stored.opened(settings.remembers_people) as opened:
        yield opened
