"""The page that says how camera roll processing is switched off, and what that does and does not do."""

from lenscap.gui.guide.page import GuidePage

__all__ = ["GuidePage"]
