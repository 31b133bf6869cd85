"""After cleaning: what was gained, what needs a look, and what stays visible."""

from lenscap.gui.done.page import DonePage

__all__ = ["DonePage"]
