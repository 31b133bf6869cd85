"""The page on what the whole roll gives away, now and after cleaning."""

from lenscap.gui.cloud.page import CloudPage

__all__ = ["CloudPage"]
