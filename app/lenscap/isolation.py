"""A process beside this one, for libraries that may end it, hang, or change it for everybody.

It starts with the first call, is used again for later ones, and ends with this process, however that ends.
"""

from __future__ import annotations

import logging
import os
import signal
import threading
from collections.abc import Callable
from enum import StrEnum
from itertools import count
from multiprocessing import current_process, get_context, parent_process
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import NamedTuple, ParamSpec, TypeVar, cast

from lenscap import offline
from lenscap.errors import LenscapError, LostWorkerError, UnsupportedError, outline

_log = logging.getLogger(__name__)

P = ParamSpec("P")
R = TypeVar("R")

_LONGEST_CALL = 120.0
"""Seconds; the slowest that is known takes about ten."""

_LAST_WORDS = 1.0
"""Seconds in which a process that has closed its pipe ends by itself."""

_TRIES_IF_KILLED = 100
_KILLED = (-getattr(signal, "SIGKILL", 9), None)
"""How a process ends that was killed, and one of which the system does not say how it did."""
_COUNTS = Path("/proc/vmstat")

_one_at_a_time = threading.Lock()
_worker: Worker | None = None


def call(function: Callable[P, R], *arguments: P.args, **options: P.kwargs) -> R:
    """Call a module's ``function`` in the other process; both ways, what is passed must be picklable.

    Raises what it raises, ``UnsupportedError`` if it takes too long, and ``LostWorkerError`` if its process ends. One
    that something else killed tells nothing about the call, which is made again.
    """
    with _one_at_a_time:
        answer = _asked(function, arguments, options)
    return cast(R, said(answer))


def _asked(function: object, arguments: object, options: object) -> object:
    global _worker
    for tries in count(1):
        worker = _worker = _worker or Worker()
        try:
            return worker.ask(function, arguments, options, _LONGEST_CALL)
        except LostWorkerError:
            _worker = None
            if worker.end() != Ending.KILLED or tries >= _TRIES_IF_KILLED:
                raise
        except BaseException:
            _worker = None
            worker.kill()
            worker.end()
            raise
    raise AssertionError("counting does not end")


def said(answer: object) -> object:
    """What a call returned; raises what it raised."""
    if isinstance(answer, LenscapError):
        raise answer
    if isinstance(answer, _Fault):
        _log.error("a call in the other process failed: %s", answer.outline)
        raise RuntimeError("a call in the other process failed")
    return answer


class _Fault(NamedTuple):
    """An error that nobody foresaw; its text stays where it was raised, for it may name what is private."""

    outline: str


class Ending(StrEnum):
    """How a process ended."""

    BY_ITSELF = "by itself"  # or by what it did
    FOR_MEMORY = "for memory"  # the system killed it, or another one, for there was no more
    KILLED = "killed"


class Worker:
    """The other process, and our end of the pipe to it."""

    def __init__(self) -> None:
        context = get_context("spawn")
        self._killed_for_memory = _killed_for_memory()
        self._pipe, theirs = context.Pipe()
        # A daemon ends with us; if we are killed, it reads the end of the pipe.
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()

    @property
    def pid(self) -> int | None:
        """Its number."""
        return self._process.pid

    def ask(self, function: object, arguments: object, options: object, seconds: float) -> object:
        """What a call returns; raises ``UnsupportedError`` if it takes longer, ``LostWorkerError`` if all is over."""
        try:
            self._pipe.send((function, arguments, options))
            if not self._pipe.poll(seconds):
                raise UnsupportedError("Working on its picture takes longer than Lenscap waits.")
            return self._pipe.recv()
        except (EOFError, OSError) as error:
            raise LostWorkerError("Working on its picture ended the part of Lenscap that did it.") from error

    def kill(self) -> None:
        """End the process, whatever it does; who waits for an answer gets a ``LostWorkerError``."""
        self._process.kill()

    def end(self) -> Ending:
        """The same, once nobody waits any more; say how the process had ended."""
        self._pipe.close()
        self._process.join(_LAST_WORDS)  # what ends closes its pipes a moment before it says how
        code = self._process.exitcode
        self._process.kill()
        self._process.join()
        if code not in _KILLED:
            return Ending.BY_ITSELF
        return Ending.KILLED if self._killed_for_memory == _killed_for_memory() else Ending.FOR_MEMORY


def _killed_for_memory() -> bytes:
    """How many processes this computer has killed for want of memory since it runs, where it counts them."""
    try:
        return next((line for line in _COUNTS.read_bytes().splitlines() if line.startswith(b"oom_kill ")), b"")
    except OSError:
        return b""


def _serve(pipe: Connection) -> None:
    """Answer calls until the pipe is closed."""
    offline.refuse()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program; it ends this process when it ends
    current_process().daemon = False  # a process that is one may have none of its own
    threading.Thread(target=_end_with_parent, daemon=True).start()
    while True:
        try:
            function, arguments, options = pipe.recv()
            pipe.send(_answer(function, arguments, options))
        except (EOFError, OSError):
            return


def _end_with_parent() -> None:
    """End at once when the process that asks is gone, in the middle of a call too: nobody waits for the answer."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(0)


def _answer(function: Callable[..., object], arguments: tuple[object, ...], options: dict[str, object]) -> object:
    """What a call returns or raises."""
    try:
        return function(*arguments, **options)
    except LenscapError as error:
        return error
    except MemoryError:
        return UnsupportedError("Its picture needs more memory than Lenscap takes for one.")
    except Exception as error:
        return _Fault(outline(error))
