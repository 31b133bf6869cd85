"""One root error and its children. Each message is a sentence that a person can act on.

Errors that nobody foresaw have none: ``outline`` says of them what may be logged and shown.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
_MOST_FRAMES = 40


class LenscapError(Exception):
    """What is wrong with *this* file or wish; what was left untouched; what to do next."""


class MalformedError(LenscapError):
    """The bytes contradict their own format."""


class UnsupportedError(LenscapError):
    """A file that is sound, or may be, but that Lenscap cannot clean without harm."""


class UnreadableError(LenscapError):
    """The operating system does not let us read or write a file."""


class NotCleanError(LenscapError):
    """The second look found something in the copy that should be gone."""


class PolicyError(LenscapError):
    """A policy, or a file that holds one, asks for something that does not exist."""


class MissingPartError(LenscapError):
    """A part that Lenscap needs (a model, a display) is missing or was altered."""


class NotStartedError(MissingPartError):
    """No process starts that would do the work; it may later, as where there was no memory for one."""


class LostWorkerError(LenscapError):
    """The process that worked on a file ended before its work was done."""


class NetworkError(LenscapError):
    """Something asked for the network, which Lenscap does not use."""


def outline(error: BaseException) -> str:
    """Where an error came from, for whoever mends it, a line for each call.

    Its message and the folders of the files are left out: they may name what is the person's own.
    """
    import traceback  # only where something went wrong: it takes long to load

    frames = traceback.extract_tb(error.__traceback__, limit=-_MOST_FRAMES)
    return "\n".join(
        [type(error).__name__, *(f"{_module(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames)]
    )


def _module(file: str) -> str:
    path = Path(file)
    return f"lenscap/{path.relative_to(_PACKAGE).as_posix()}" if path.is_relative_to(_PACKAGE) else path.name
