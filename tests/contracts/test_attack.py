"""Somebody has the copy and other photos of the person: what a recogniser and a detector make of a cover."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import piexif
import pytest
from PIL import Image

from lenscap import isolation, media
from lenscap.cover import raster
from lenscap.detectors import faces, identity
from lenscap.model import SURE, Box, Looking, Outcome, Size
from lenscap.people import SAME_PERSON, distance
from lenscap.pipeline import clean, previews
from lenscap.policy import PRESETS, STYLES, cover
from tests.pictures import ASTRONAUT_FACE, astronaut

FORMS: dict[str, dict[str, Any]] = {
    ".jpg": {"quality": 88},
    ".png": {},
    ".webp": {"quality": 85},
    ".tif": {"compression": "tiff_lzw"},
    ".gif": {},
    ".bmp": {},
    ".avif": {"quality": 80},
}

WITH_EXIF = (".jpg", ".png", ".webp", ".avif")


def with_thumbnail() -> bytes:
    """An Exif with a small copy of the uncovered picture."""
    small = io.BytesIO()
    astronaut().resize((160, 160)).save(small, "JPEG")
    return bytes(piexif.dump({"1st": {259: 6}, "thumbnail": small.getvalue()}))


def likenesses(pictures: Sequence[Image.Image], boxes: Sequence[Box]) -> list[bytes]:
    """What the recogniser takes the places for, whether there is a face or not."""
    crops = [
        np.asarray(identity._around(each.convert("RGB"), box, 1.0)) for each, box in zip(pictures, boxes, strict=True)
    ]
    return isolation.call(identity._likenesses, crops)


def is_found(picture: Image.Image, box: Box) -> bool:
    """Whether the detector, looking as hard as it can, is sure of a face there."""
    found = faces.find(picture.convert("RGB"), Size(*picture.size), Looking("thorough"))
    return any(each.certainty >= SURE and each.box is not None and each.box.is_same(box) for each in found)


@pytest.mark.parametrize(
    ("suffix", "style"),
    [*product((".jpg", ".png"), STYLES), *((each, "soft") for each in FORMS if each not in (".jpg", ".png"))],
)
def test_a_covered_face_is_neither_found_nor_known_in_any_picture_of_a_copy(
    suffix: str, style: str, tmp_path: Path
) -> None:
    source = tmp_path / f"party{suffix}"
    astronaut().save(source, **FORMS[suffix] | ({"exif": with_thumbnail()} if suffix in WITH_EXIF else {}))
    hidden = [Image.open(io.BytesIO(data)) for finding, data in previews(source)]
    assert bool(hidden) == (suffix in WITH_EXIF)
    result = clean(source, tmp_path / "copies" / source.name, replace(PRESETS["faces"], style=style))
    assert result.outcome == Outcome.CLEANED
    assert result.target is not None
    copy = media.upright(result.target.read_bytes()).convert("RGB")
    [known, seen] = likenesses([astronaut(), copy], [ASTRONAUT_FACE] * 2)
    [again] = likenesses([astronaut().point(lambda value: value * 0.8)], [ASTRONAUT_FACE])
    assert distance(known, again) < SAME_PERSON  # the recogniser would know her
    assert distance(known, seen) > SAME_PERSON
    assert not is_found(copy, ASTRONAUT_FACE)
    assert not list(previews(result.target))


def test_the_detector_would_find_a_face_that_is_not_covered() -> None:
    assert is_found(astronaut(), ASTRONAUT_FACE)


@pytest.mark.slow
def test_a_recogniser_finds_no_better_match_than_under_one_colour(face_pictures: Path) -> None:
    """Which of all the photos is most like a covered face? As often as by chance it is one of the same person."""
    people = sorted((face_pictures / "identity").iterdir())
    names, pictures, boxes = [], [], []
    for person in people:
        for path in sorted(person.iterdir())[:10]:
            picture = Image.open(path).convert("RGB")
            found = [each for each in faces.find(picture, Size(*picture.size), Looking("careful")) if each.box]
            names.append(person.name)
            pictures.append(picture)
            boxes.append(max((each.box for each in found if each.box), key=lambda box: box.h))
    known = likenesses(pictures, boxes)
    right = {"none": _recognised(known, known, names)}
    for style in STYLES:
        covered = [_covered(picture, box, style) for picture, box in zip(pictures, boxes, strict=True)]
        right[style] = _recognised(likenesses(covered, boxes), known, names)
    chance = 1 / len(people)
    spread = (chance * (1 - chance) / len(names)) ** 0.5
    assert right["none"] > 0.95
    assert all(right[style] <= max(right["solid"], chance) + 3 * spread for style in STYLES), right


def _covered(picture: Image.Image, box: Box, style: str) -> Image.Image:
    pixels = np.array(picture)
    raster.cover(pixels, raster.areas([cover(box, style)], Size(*picture.size), 1, None))
    return Image.fromarray(pixels)


def _recognised(seen: Sequence[bytes], known: Sequence[bytes], names: Sequence[str]) -> float:
    """The part of the faces whose nearest other photo is one of the same person."""
    right = 0
    for number, face in enumerate(seen):
        others = [(distance(face, other), names[place]) for place, other in enumerate(known) if place != number]
        right += min(others)[1] == names[number]
    return right / len(seen)
