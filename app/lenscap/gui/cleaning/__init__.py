"""Cleaning many photos: how far it is, what happened to each, and the buttons to pause and stop."""

from lenscap.gui.cleaning.leaving import Leaving
from lenscap.gui.cleaning.page import CleaningPage

__all__ = ["CleaningPage", "Leaving"]
