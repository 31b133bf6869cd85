"""``lenscap check``: is anything private left? For builds and hooks: it changes nothing and quotes nothing."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

from lenscap.cli.options import ALL_CLEAN, SOME_NOT, add_command, add_paths, add_store, store
from lenscap.cli.showing import line, with_progress
from lenscap.model import Result

if TYPE_CHECKING:
    from lenscap.pipeline.checking import Verdict


def add(commands: Any) -> None:
    """Add the command."""
    command = add_command(commands, "check", _check, "Say which photos still tell something. Exit code 1: some do.")
    add_paths(command)
    add_store(command)
    command.add_argument(
        "--policy",
        default="metadata",
        help="what nobody should be told: metadata (default), location, faces (metadata and faces), everything, or a "
        "file that ends in .toml",
    )


def _check(options: argparse.Namespace) -> int:
    from lenscap import pipeline, policy, sources

    wish = policy.named(options.policy)
    found = [source.path for source in sources.walk(options.paths)]
    telling = 0
    with store(options) as seen:
        for item in with_progress(pipeline.check_all(found, wish, seen), len(found), "Checking"):
            is_clean = not isinstance(item, Result) and not item.left
            telling += not is_clean
            if options.json:
                print(json.dumps(_for_programs(item)))
            elif not is_clean:
                print(f"{line(item.path)}: {_said(item)}")
    if not found:
        print("lenscap: No photos were found there.", file=sys.stderr)
    return SOME_NOT if telling else ALL_CLEAN


def _said(item: Verdict | Result) -> str:
    """The kinds of what is left, never what it says; or why that cannot be told."""
    return line(item.reason) if isinstance(item, Result) else ", ".join(_kinds(item))


def _kinds(verdict: Verdict) -> dict[str, int]:
    return dict(Counter(finding.kind.value for finding in verdict.left))


def _for_programs(item: Verdict | Result) -> dict[str, Any]:
    kinds, reason = ({}, item.reason) if isinstance(item, Result) else (_kinds(item), None)
    return {"path": str(item.path), "clean": not (kinds or reason), "left": kinds, "reason": reason}
