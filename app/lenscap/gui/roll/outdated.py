"""Boxes that are older than the photo they are on: it was changed elsewhere since, and they may sit beside their faces.

``Photo.outdated`` holds the boxes that there were when the photo changed. One that was moved since is another box, and
one that was drawn since is none of them; so what a person looked at again is not asked about.
"""

from __future__ import annotations

from dataclasses import replace

from lenscap.gui.roll.photo import Photo
from lenscap.model import Box, Edits


def boxes(edits: Edits) -> frozenset[Box]:
    """All that was drawn or kept by hand."""
    return frozenset((*edits.keep, *edits.cover)) if edits.keep or edits.cover else frozenset()


def old_boxes(photo: Photo) -> frozenset[Box]:
    """Those of a photo's boxes that are older than it."""
    return photo.outdated & boxes(photo.edits) if photo.outdated else photo.outdated


def without_old(photo: Photo) -> Edits:
    """What is decided about a photo without them."""
    old = old_boxes(photo)
    keep, cover = (tuple(box for box in made if box not in old) for made in (photo.edits.keep, photo.edits.cover))
    return replace(photo.edits, keep=keep, cover=cover)
