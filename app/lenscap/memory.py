"""How much memory a process takes, and whether it keeps what it has got for the next photo."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Mapping
from contextlib import suppress

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _MOST_ARENAS = -1, -3, -8
"""Parameters of the C library's ``mallopt`` (glibc)."""
_KEPT, _LARGEST_KEPT = 1 << 28, 1 << 25
"""How many bytes may be kept for the next photo, and the largest piece; no larger number is taken for that."""
_SMALL = 1 << 17
"""From how many bytes on a piece goes back at once."""

_MOST = 6 << 30
"""What the largest picture that is decoded needs, its copy and what the senses make of it, and as much again."""
_PART = 0.8
"""Of the memory that there is."""


def keep_freed_memory() -> None:
    """Let the next photo take the memory of the last one: to get it from the system anew costs as much as reading."""
    _tune({_TRIM_THRESHOLD: _KEPT, _MMAP_THRESHOLD: _LARGEST_KEPT})


def give_back_freed_memory() -> None:
    """Let the system have back what a picture took, and threads share what is left: for a process that stays long."""
    _tune({_MMAP_THRESHOLD: _SMALL, _MOST_ARENAS: 1})


def _tune(parameters: Mapping[int, int]) -> None:
    if sys.platform == "linux" and hasattr(c_library := ctypes.CDLL(None), "mallopt"):
        for parameter, value in parameters.items():
            c_library.mallopt(parameter, value)


def limit_memory() -> None:
    """Let this process, and those that it starts, each take only so much.

    Only on Linux: what is limited there is what is written to. Address space is no measure, for every thread and
    every model takes gigabytes of it that nobody uses.
    """
    if sys.platform != "linux":
        return
    import resource

    with suppress(OSError, ValueError):
        there_is = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
        most = min(_MOST, int(there_is * _PART))
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        if hard == resource.RLIM_INFINITY or hard > most:
            resource.setrlimit(resource.RLIMIT_DATA, (most, most))
