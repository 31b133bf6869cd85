"""The report on a run, for the person to keep: what became of each photo, and no detail that was removed.

``draft`` begins one, ``Draft.add`` takes results as they come, ``Draft.finish`` gives the file its name.
"""

from lenscap.reporting.entries import About, Say, as_it_is
from lenscap.reporting.phrases import stays
from lenscap.reporting.writing import SUFFIXES, Draft, draft, is_report

__all__ = ["SUFFIXES", "About", "Draft", "Say", "as_it_is", "draft", "is_report", "stays"]
