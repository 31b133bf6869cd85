"""Python's own way to the network is closed: whoever in this process asks for a connection or an address is refused.

It closes with the first thing that ``main`` does, and in every process that works for it. Sockets between processes
of this computer stay, as Python's own pipes need them. Qt and other libraries that are not written in Python do not
come by here; tests look at what they ask the system for.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from lenscap.errors import NetworkError

_AF_UNIX = 1
"""The number of the family of sockets that do not leave this computer. ``socket`` itself is not imported here."""

_is_closed = False
_is_lifted = False


def refuse() -> None:
    """Close the network to this process, for good."""
    global _is_closed
    if not _is_closed:
        _is_closed = True
        sys.addaudithook(_look)


def lift() -> None:
    """Open it again, for work that the person wants to be shared with other computers, and for nothing else."""
    global _is_lifted
    _is_lifted = True


def _look(event: str, arguments: tuple[Any, ...]) -> None:
    if event.startswith("socket.") and not _is_lifted and _REFUSED.get(event, _never)(arguments):
        raise NetworkError(
            "Something in Lenscap asked for the network, and was refused: nothing was sent. Please report this."
        )


def _never(_arguments: tuple[Any, ...]) -> bool:
    return False


def _always(_arguments: tuple[Any, ...]) -> bool:
    return True


def _leaves_by_family(arguments: tuple[Any, ...]) -> bool:
    """Of a socket that is made: the socket itself, its family, type and protocol."""
    return bool(arguments[1] != _AF_UNIX)


def _leaves(arguments: tuple[Any, ...]) -> bool:
    """Of a socket that is used: the socket itself, and an address."""
    return bool(arguments[0].family != _AF_UNIX)


_REFUSED: dict[str, Callable[[tuple[Any, ...]], bool]] = {
    "socket.__new__": _leaves_by_family,
    "socket.connect": _leaves,
    "socket.bind": _leaves,
    "socket.sendto": _leaves,
    "socket.sendmsg": _leaves,
    "socket.getaddrinfo": _always,
    "socket.gethostbyname": _always,
    "socket.gethostbyaddr": _always,
    "socket.getnameinfo": _always,
}
"""Python's audit events that lead to the network, with what tells whether this one does."""
