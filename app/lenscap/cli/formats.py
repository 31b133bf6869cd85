"""``lenscap formats``: the kinds of files that are known."""

from __future__ import annotations

import argparse
import json
from typing import Any

from lenscap.cli.options import ALL_CLEAN, add_command


def add(commands: Any) -> None:
    """Add the command."""
    add_command(commands, "formats", _formats, "List the kinds of files that Lenscap knows.")


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
    return ALL_CLEAN
