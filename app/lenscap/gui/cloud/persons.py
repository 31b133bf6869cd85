"""Who is in the photos, as the row of people shows it, now and after cleaning. Pure."""

from __future__ import annotations

from collections.abc import Sequence, Set
from pathlib import Path
from typing import NamedTuple

from lenscap.cloud import CloudView, Statement
from lenscap.gui.cloud import words
from lenscap.gui.cloud.faces import Face, best, largest
from lenscap.gui.cloud.parts import tr

_SAMPLES = 8
_MOST_FACES = 16
"""More persons than that do not fit into any window."""


class Shown(NamedTuple):
    """One of the row: two lines, the photos, and a face, a cap (``covered``) or a number (``more``) in the circle."""

    name: str
    line: str
    photos: tuple[Path, ...]
    face: Face | None = None
    covered: bool = False
    more: str = ""


def called(shown: Shown) -> str:
    """What a circle without a name stands for."""
    if shown.more:
        return tr("Photos with faces")
    return tr("Face in {photo}").format(photo=shown.photos[0].name)


def pictures_with(view: CloudView) -> tuple[Path, ...]:
    """The photos with faces. Who is together is in the photos of each."""
    return tuple(dict.fromkeys(path for each in view.people if each.kind != "together" for path in each.photos))


def persons(now: CloudView, after: CloudView | None, visible: Set[Path]) -> list[Shown]:
    """Those who were found in several photos, and whether they still are in the copies."""
    left = {str(each.data["name"]): each for each in after.people if each.kind == "person"} if after else {}
    made = []
    for number, each in enumerate(said for said in now.people if said.kind == "person"):
        name, still = str(each.data["name"]), left.get(str(each.data["name"]))
        face = best(still or each) if number < _MOST_FACES else None
        count = len(still.photos) if still else 0
        if after is None:
            made.append(Shown(name, words.photos(len(each.photos)), each.photos, face))
        elif count or (still is None and _seen_once(name, each, visible, after)):
            kept = tr("kept in {n}").format(n=words.number(count or 1))
            made.append(Shown(name, kept, each.photos, face))
        else:
            made.append(Shown(name, tr("covered"), each.photos, covered=True))
    return made


def _seen_once(name: str, said: Statement, visible: Set[Path], after: CloudView) -> bool:
    """Whether a person is in a single copy: those are counted, not named."""
    paths = visible & set(said.photos)
    findings = (each.finding for whole in after.people for each in whole.because if each.photo in paths)
    return any(finding.data.get("person") == name for finding in findings)


def nameless(now: CloudView, after: CloudView | None, visible: Set[Path]) -> list[Shown]:
    """Some of the faces, where which of them are the same person's was not looked at."""
    said = [each for each in now.people if each.kind in ("faces", "once")]
    faces = largest([because for each in said for because in each.because], _SAMPLES)
    return [Shown("", "", (face.path,), face, covered=after is not None and face.path not in visible) for face in faces]


def others(rest: Sequence[Shown]) -> Shown:
    """One for all for whom there is no room."""
    photos = tuple(dict.fromkeys(path for each in rest for path in each.photos))
    covered = all(each.covered for each in rest)
    line = tr("covered") if covered else words.photos(len(photos))
    if not covered and any(each.covered for each in rest):
        line = tr("partly covered")
    return Shown(tr("Others"), line, photos, covered=covered, more=f"+{words.number(len(rest))}")


def counted(now: CloudView, after: CloudView | None, pictures: int) -> str:
    """The line on the right of the title."""
    view = now if after is None else after
    persons = [each for each in view.people if each.kind == "person"]
    if after is not None and not pictures:
        return tr("No face stays visible") if now.people else ""
    if persons:
        said = words.people_in(len(persons), pictures)
        return tr("{said}, the rest covered").format(said=said) if after else said
    return tr("Faces in {photos}").format(photos=words.photos(pictures)) if pictures else ""


def said(now: CloudView, pictures: int) -> str:
    """The sentence under the row."""
    if any(each.kind == "person" for each in now.people):
        return ""
    said = tr("Faces in {photos}. Which are the same person was not looked at.")
    return said.format(photos=words.photos(pictures))
