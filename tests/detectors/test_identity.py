"""Likenesses of real faces."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from PIL import Image, ImageEnhance, ImageFile

from lenscap import detectors, isolation
from lenscap.detectors import identity
from lenscap.errors import MissingPartError
from lenscap.model import Finding, Kind, Looking, Size
from lenscap.people import NEAR, SAME_PERSON, distance
from tests.benchmarks.knowing_people import b_cubed, central, looked_at
from tests.pictures import astronaut, grace_hopper

KNOWN = Looking("careful", people=True)
COLLINS, HOPPER = (90, 20, 370, 300), (120, 90, 400, 370)
"""Their heads, without what else is in the pictures and may look like a face to the detector."""


def head(who: str) -> Image.Image:
    return astronaut().crop(COLLINS) if who == "collins" else grace_hopper().crop(HOPPER)


def faces(*frames: Image.Image, looking: Looking = KNOWN) -> list[Finding]:
    found = detectors.look(frames, Size(*frames[0].size), looking)
    return [each for each in found if each.kind == Kind.FACE]


def likeness(picture: Image.Image, looking: Looking = KNOWN) -> bytes:
    """That of the surest face."""
    return next(each.likeness for each in faces(picture, looking=looking) if each.likeness)


@cache
def of(who: str) -> bytes:
    return likeness(head(who))


def beside(*pictures: Image.Image) -> Image.Image:
    """Pictures of the same height, side by side."""
    both = Image.new("RGB", (sum(each.width for each in pictures), pictures[0].height))
    left = 0
    for each in pictures:
        both.paste(each, (left, 0))
        left += each.width
    return both


def compressed(picture: Image.Image) -> Image.Image:
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=30)
    return Image.open(buffer).convert("RGB")


CHANGES: dict[str, Callable[[Image.Image], Image.Image]] = {
    "smaller": lambda picture: picture.resize((150, 150)),
    "larger": lambda picture: picture.resize((1200, 1200)),
    "compressed": compressed,
    "darker": lambda picture: ImageEnhance.Brightness(picture).enhance(0.5),
    "brighter": lambda picture: ImageEnhance.Brightness(picture).enhance(1.5),
    "mirrored": lambda picture: picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
    "grey": lambda picture: picture.convert("L").convert("RGB"),
    "tilted": lambda picture: picture.rotate(20),
}


@pytest.mark.parametrize("who", ["collins", "hopper"])
@pytest.mark.parametrize("change", CHANGES)
def test_a_person_is_known_again(who: str, change: str) -> None:
    again = likeness(CHANGES[change](head(who)))
    assert distance(again, of(who)) < NEAR
    assert distance(again, of("hopper" if who == "collins" else "collins")) > SAME_PERSON


@pytest.mark.parametrize("turn", [Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_270])
def test_a_face_that_lies_on_its_side_is_known_too(turn: Image.Transpose) -> None:
    turned = likeness(head("collins").transpose(turn), Looking("thorough", people=True))
    assert distance(turned, of("collins")) < NEAR


def test_each_face_of_a_picture_has_its_own() -> None:
    found = [each for each in faces(beside(head("collins"), head("hopper"))) if each.likeness]
    left, right = (each.likeness or b"" for each in sorted(found, key=lambda each: each.box or (0,)))
    assert distance(left, of("collins")) < NEAR < SAME_PERSON < distance(right, of("collins"))
    assert distance(right, of("hopper")) < NEAR


def test_of_many_faces_the_largest_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(identity, "_MOST", 1)
    small = Image.new("RGB", (280, 280))
    small.paste(head("collins").resize((160, 160)))
    found = faces(beside(small, head("hopper")))
    assert len([each for each in found if each.certainty > 0.5]) == 2
    (known,) = (each.likeness for each in found if each.likeness)
    assert distance(known, of("hopper")) < NEAR


def test_a_small_face_is_not_known() -> None:
    small = beside(head("collins").resize((60, 60)), Image.new("RGB", (60, 60)))
    (face,) = faces(small)
    assert face.certainty > 0.5
    assert face.likeness is None


def test_nobody_is_known_unless_it_is_asked_for() -> None:
    assert [each.likeness for each in faces(head("collins"), looking=Looking("careful"))] == [None]
    assert faces(head("collins"), looking=Looking("off", people=True)) == []
    assert detectors.longest_side(Looking("off", people=True)) == 0


@pytest.mark.parametrize("box", [(0, 60, 300, 300), (110, 0, 300, 300), (80, 90, 220, 220), (150, 50, 180, 300)])
def test_a_face_that_the_edge_cuts_is_no_fault(box: tuple[int, int, int, int]) -> None:
    faces(astronaut().crop((box[0] + 60, box[1], box[2] + 60, box[3])))


def test_in_the_same_place_of_another_frame_may_be_somebody_else() -> None:
    frames = [head("collins"), compressed(head("collins")), head("hopper")]
    found = faces(*frames, looking=Looking("fast", people=True))
    assert len([each for each in found if each.likeness]) == 2


def changed_by_libraries() -> tuple[bool, set[str]]:
    return ImageFile.LOAD_TRUNCATED_IMAGES, {"dlib", "face_recognition", "face_recognition_models"} & set(sys.modules)


def test_libraries_change_nothing_for_others() -> None:
    of("collins")
    assert isolation.call(changed_by_libraries) == (False, {"dlib"})
    script = (
        "from tests.detectors.test_identity import changed_by_libraries, of\n"
        "if __name__ == '__main__': of('collins'); print(changed_by_libraries())"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "(False, set())"


@pytest.mark.parametrize("name", identity._SHA256)
def test_a_model_that_was_altered_or_is_missing_is_not_used(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(identity._SHA256, name, "0" * 64)
    with pytest.raises(MissingPartError, match=f"“{name}” is missing or was altered"):
        identity._model.__wrapped__(name, "shape_predictor")
    monkeypatch.setattr(identity, "find_spec", lambda _: None)
    with pytest.raises(MissingPartError, match="Install Lenscap again"):
        identity._model.__wrapped__(name, "shape_predictor")


@pytest.mark.slow
def test_the_people_of_a_public_test_set_are_told_apart(face_pictures: Path) -> None:
    from lenscap.people import people

    reports = looked_at(face_pictures / "identity")
    counted = [(each.path, face) for each in reports if (face := central(each)) is not None]
    truth: dict[tuple[Path, object], object] = {(path, face.box): path.parent.name for path, face in counted}
    found: dict[tuple[Path, object], object] = {
        (face.path, face.box): person.name for person in people(reports) for face in person.faces
    }
    precision, recall = b_cubed(truth, {each: found.get(each, each) for each in truth})
    assert len(truth) == 50
    assert 2 * precision * recall / (precision + recall) >= 0.97
