"""Whom a policy speaks of: the faces on the photos that it names, looked at once before anything is cleaned."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lenscap.errors import LenscapError, MissingPartError, PolicyError
from lenscap.model import PICTURE, SURE, Kind, Looking, Policy
from lenscap.pipeline.inspecting import inspect

_SMALLEST = 64
"""Pixels of height. A face by which others are known must be larger than these have to be."""
_INSTEAD = "Choose a photo that shows one person, large and from the front."


def acquainted(policy: Policy) -> Policy:
    """The same policy, which knows the faces of those it speaks of; raise ``PolicyError`` if a photo does not tell."""
    persons = policy.persons
    if persons is None or persons.likenesses:
        return policy
    return replace(policy, persons=replace(persons, likenesses=tuple(map(_likeness, persons.photos))))


def _likeness(photo: Path) -> bytes:
    """That of the only face in a photo."""
    try:
        report = inspect(photo, Looking("careful", people=True))
    except MissingPartError:
        raise
    except LenscapError as error:
        raise PolicyError(f"The photo “{photo.name}”, which shall show a person, cannot be used. {error}") from error
    findings = (each for each in report.findings if each.kind == Kind.FACE and each.where == PICTURE)
    faces = [each for each in findings if each.certainty >= SURE]
    if len(faces) != 1:
        number = f"{len(faces)} faces" if faces else "no face for sure"
        raise PolicyError(f"The photo “{photo.name}”, which shall show a person, shows {number}. {_INSTEAD}")
    (face,) = faces
    if face.likeness is None or face.box is None or face.box.h < _SMALLEST:
        raise PolicyError(f"The face in “{photo.name}” is too small or too unclear to be known again. {_INSTEAD}")
    return face.likeness
