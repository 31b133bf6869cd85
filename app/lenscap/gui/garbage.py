"""Looking for garbage in small steps, in the window's thread, between two things that a person does.

Python looks through all objects there are whenever a fourth of them is new: with 50,000 photos the window then does not
answer for a tenth of a second, and it may happen in a worker, too, where nothing of Qt's may be let go of. Here what
has lived for a while is taken for what stays and is not looked at again until other photos are opened.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_OFTEN = 200
"""Milliseconds between two looks at what is new; every tenth is one at all that has not stayed for long."""
_MANY = 40_000
"""When so many objects have come since the last time, those that are left are taken for what stays."""


class Garbage(QObject):
    """Takes over from Python. ``look_at_all`` lets the next look be at everything, for when much has gone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        gc.collect()
        gc.freeze()  # modules, tables and the window stay
        self._come = self._looks = 0
        self._clock = QTimer(self, interval=_OFTEN)
        self._clock.timeout.connect(self.look)
        self._clock.start()

    def look(self) -> None:
        """Look at what is new."""
        self._come += gc.get_count()[0]
        self._looks += 1
        if self._come >= _MANY:
            gc.collect()
            gc.freeze()
            self._come = 0
        elif self._looks % 10 == 0:
            gc.collect()
        else:
            gc.collect(0)

    def look_at_all(self) -> None:
        """What was taken for what stays may have gone."""
        gc.unfreeze()
        self._come = _MANY

    def stop(self) -> None:
        """Let Python do it again."""
        self._clock.stop()
        gc.unfreeze()
        gc.enable()
