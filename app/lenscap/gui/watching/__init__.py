"""Watching a folder: what runs, and the dialog that says how it goes."""

from lenscap.gui.watching.dialog import WatchDialog

__all__ = ["WatchDialog"]
