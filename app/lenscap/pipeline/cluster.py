"""The work of a run done by a Dask cluster, on disks that its computers see under the same names.

This is the one part of Lenscap that opens network connections, and only to the address that the person gives. It needs
``lenscap[cluster]``, is imported for ``--cluster`` alone, and the rest of Lenscap knows nothing of it.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from multiprocessing import current_process
from typing import Any

from lenscap import __version__, offline
from lenscap.errors import LenscapError, MissingPartError
from lenscap.hands import Hand
from lenscap.pipeline.jobs import Answer, Job
from lenscap.pipeline.workers import made, work

_SECONDS = 20
"""For how long a cluster is looked for."""
_INSTEAD = "Start it, or clean without --cluster."

_own = threading.local()


@contextmanager
def connected(address: str) -> Iterator[tuple[Executor, int]]:
    """Give an executor whose work is done on the cluster at ``address``, and how many files it does at a time.

    Raises ``MissingPartError`` if there is none, or if what works there is another version of Lenscap.
    """
    offline.lift()
    try:
        from distributed import Client
    except ImportError as error:
        raise MissingPartError("To work on a cluster, Lenscap needs lenscap[cluster]. Install that first.") from error
    _hush()
    try:
        begin: Any = Client
        client = begin(address, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError, ImportError) as error:
        raise MissingPartError(f"No Dask cluster answers at “{address}”. {_INSTEAD}") from error
    with client:
        yield There(client), _cores(client)


def _hush() -> None:
    """What matters of what Dask logs is said in our own words."""
    for name in [each for each in logging.root.manager.loggerDict if each.startswith("distributed")]:
        logging.getLogger(name).setLevel(logging.CRITICAL)


def _cores(client: Any) -> int:
    """How many files a cluster does at a time, once it is known that its workers are like us."""
    try:
        versions = client.run(version)
        cores = sum(client.nthreads().values())
    except LenscapError:
        raise
    except Exception as error:
        raise MissingPartError(f"The workers of the cluster have no Lenscap that answers. {_INSTEAD}") from error
    if not cores:
        raise MissingPartError(f"The cluster has no workers. {_INSTEAD}")
    if other := next((each for each in versions.values() if each != __version__), None):
        raise MissingPartError(
            f"A worker of the cluster has Lenscap {other}, and this is {__version__}. Make them equal."
        )
    return int(cores)


class There(Executor):
    """Dask's own executor, which gives work that a lost worker had to another one."""

    def __init__(self, client: Any) -> None:
        self._executor = client.get_executor(pure=False)

    def submit(self, function: Any, /, *arguments: Any, **_: Any) -> Future[Any]:
        """Have a job done on some computer."""
        future: Future[Any] = self._executor.submit(do_there, function, *arguments)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take back what nobody has begun; what is under way ends by itself."""
        self._executor.shutdown(wait=wait and not cancel_futures)


def version() -> str:
    """Which Lenscap a worker has."""
    return __version__


def do_there(function: Callable[[Job], Answer], job: Job) -> Answer:
    """Do a job on a worker, in a process beside it: that has its limits, and may have processes of its own."""
    current_process().daemon = False  # Dask's workers are, and would be let have none
    if not hasattr(_own, "hand"):
        _own.hand = made()
    hand: Hand = _own.hand
    return work(hand, function, job)
