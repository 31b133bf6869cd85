"""``lenscap models``: the models that the person added, to find objects."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from lenscap.cli.options import ALL_CLEAN, add_command
from lenscap.cli.showing import line


def add(commands: Any) -> None:
    """Add the command."""
    command = add_command(commands, "models", _list, "Add, remove or list models that find objects in pictures.")
    actions = command.add_subparsers(metavar="ACTION")
    adding = actions.add_parser("add", help="check a model and keep a copy of it")
    adding.add_argument("file", type=Path, metavar="FILE", help="a model in ONNX form")
    adding.set_defaults(action=_add)
    removing = actions.add_parser("remove", help="delete a model that was added")
    removing.add_argument("name", metavar="NAME", help="what “lenscap models list” calls it")
    removing.set_defaults(action=_remove)
    listing = actions.add_parser("list", help="list the models that were added")
    listing.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="one JSON object a line")
    listing.set_defaults(action=_list)


def _add(options: argparse.Namespace) -> int:
    from lenscap import models

    added = models.add(options.file)
    print(f"Added “{line(added.name)}”. It tells {len(added.labels)} things apart; ask for it with --objects.")
    return ALL_CLEAN


def _remove(options: argparse.Namespace) -> int:
    from lenscap import models

    models.remove(options.name)
    print(f"Removed “{line(options.name)}”.")
    return ALL_CLEAN


def _list(options: argparse.Namespace) -> int:
    from lenscap import models

    found = models.installed()
    for model in found:
        if options.json:
            facts = {"name": model.name, "sha256": model.sha256, "labels": list(model.labels)}
            print(json.dumps(facts))
        else:
            print(f"{line(model.name)}: tells {len(model.labels)} things apart")
    if not found and not options.json:
        print(f"There is none. Get {models.YOLOX_NANO.name}.onnx with a browser, and then: lenscap models add FILE")
        print(f"  {models.ADDRESS}")
        print(f"  SHA-256 {models.YOLOX_NANO.sha256}")
    return ALL_CLEAN
