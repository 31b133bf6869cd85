"""The verbs: walk → inspect → plan → apply → verify → commit; ``clean`` is these for one file, ``run`` for many."""

from lenscap.pipeline.batch import check_all, inspect_all, run
from lenscap.pipeline.candidates import is_enough, predicted
from lenscap.pipeline.cleaning import clean, covered, preview, sketch
from lenscap.pipeline.inspecting import inspect, previews
from lenscap.pipeline.recalling import seen_before

__all__ = [
    "check_all",
    "clean",
    "covered",
    "inspect",
    "inspect_all",
    "is_enough",
    "predicted",
    "preview",
    "previews",
    "run",
    "seen_before",
    "sketch",
]
