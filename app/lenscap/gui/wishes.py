"""What the person wishes: taken from the settings, and written down whenever it changes."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

from lenscap import settings
from lenscap.settings import Settings

_log = logging.getLogger(__name__)


class Wishes:
    """The settings as they are ``now``. A disk that is full is no reason to stop: they hold until the program ends."""

    def __init__(self, now: Settings) -> None:
        self.now = now

    def wish(self, **changes: object) -> None:
        """Wish something else; fields of the settings."""
        self._keep(replace(self.now, **changes))  # type: ignore[arg-type]

    def remember(self, folder: Path) -> None:
        """This folder was opened."""
        self._keep(self.now.with_recent(folder.absolute()))

    def _keep(self, wishes: Settings) -> None:
        self.now = wishes
        try:
            settings.save(wishes)
        except OSError:
            _log.warning("The settings could not be saved.")
