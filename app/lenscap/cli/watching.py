"""``lenscap watch``: photos are cleaned as they come to a folder."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lenscap.cli.cleaning import JOBS, count, show_result
from lenscap.cli.options import ALL_CLEAN, add_command
from lenscap.cli.showing import line, print_json
from lenscap.errors import PolicyError
from lenscap.model import Result

if TYPE_CHECKING:
    from lenscap.watching import News
    from lenscap.watching.waking import Waking


def add(commands: Any) -> None:
    """Add the command."""
    command = add_command(commands, "watch", _watch, "Clean the photos in a folder, and those that come, until Ctrl+C.")
    command.add_argument("folder", type=Path, metavar="DIR", help="the folder that photos come to")
    command.add_argument("--to", type=Path, required=True, metavar="DIR", help="the folder for the copies")
    command.add_argument(
        "--policy", default="metadata", help="metadata (default), location, faces, everything, or a file in .toml"
    )
    command.add_argument("--style", choices=("soft", "mosaic", "solid"), help="how covers look (default: soft)")
    command.add_argument("--jobs", type=count, metavar="N", help=JOBS)


def _watch(options: argparse.Namespace) -> int:
    from lenscap import policy
    from lenscap.watching import watch
    from lenscap.watching.waking import Waking

    wish = policy.named(options.policy)
    if options.style:
        wish = policy.styled(wish, options.style)
    if not options.folder.is_dir():
        raise PolicyError(f"There is no folder “{options.folder.name}”. Name the folder that photos come to.")
    waking, copies, news = Waking(options.folder, options.to), 0, None
    with _ended_by_signals(waking):
        for item in watch(options.folder, options.to, wish, waking, options.jobs):
            if isinstance(item, Result):
                copies += item.target is not None
                print_json(item) if options.json else show_result(item)
            elif item != news:
                print(f"lenscap: {_said(item, options.folder)}", file=sys.stderr)
            news = None if isinstance(item, Result) else item
    print(f"lenscap: Stopped. {copies} photos were copied to {line(options.to)}.", file=sys.stderr)
    return ALL_CLEAN


def _said(news: News, folder: Path) -> str:
    from lenscap.watching import News

    return {
        News.WAITING: f"Waiting for photos in {line(folder)}. Ctrl+C ends this.",
        News.GONE: f"{line(folder)} is not there any more. Lenscap waits until it is back.",
        News.BACK: f"{line(folder)} is back.",
    }[news]


@contextmanager
def _ended_by_signals(waking: Waking) -> Iterator[None]:
    """Let the photo in hand be finished when somebody wants this to end; who asks twice is heard at once."""

    def end(_number: int, _frame: object) -> None:
        if waking.is_ended():
            raise KeyboardInterrupt
        waking.end()

    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
