"""What stands behind the end of a picture."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from lenscap.metadata import trailer
from lenscap.model import Finding, Kind, Payload
from tests.metadata.metadata_samples import JPEG


def encoded(form: str) -> bytes:
    file = io.BytesIO()
    Image.linear_gradient("L").save(file, form)
    return file.getvalue()


PICTURES = {"JPEG": JPEG, "PNG": encoded("PNG"), "WEBP": encoded("WEBP")}


def pictures(data: bytes) -> list[bytes]:
    return [bytes(found.data) for found in trailer.read(data, "Behind") if isinstance(found, Payload)]


@pytest.mark.parametrize("form", PICTURES)
def test_a_picture_of_any_kind_is_handed_on(form: str) -> None:
    said, payload = trailer.read(PICTURES[form], "Behind")
    assert isinstance(said, Finding)
    assert (said.kind, said.traces) == (Kind.PREVIEW, ())
    assert isinstance(payload, Payload)
    assert (payload.vocabulary, bytes(payload.data)) == ("picture", PICTURES[form])


@pytest.mark.parametrize("form", PICTURES)
def test_a_picture_behind_something_else_is_found(form: str) -> None:
    assert pictures(b"made by a phone" + PICTURES[form]) == [PICTURES[form]]


def test_each_picture_of_a_row_ends_where_the_next_begins() -> None:
    row = [PICTURES["PNG"], JPEG + bytes(20), JPEG, PICTURES["PNG"], PICTURES["PNG"]]
    assert pictures(b"".join(row)) == row


def test_a_clip_behind_a_picture_is_told() -> None:
    found = list(trailer.read(JPEG + b"\0\0\0\x14ftypmp42" + bytes(40), "Behind"))
    assert [one.kind for one in found if isinstance(one, Finding)] == [Kind.PREVIEW, Kind.MOTION]
    assert isinstance(found[1], Payload)
    assert bytes(found[1].data) == JPEG


def test_what_is_no_picture_is_told_with_its_words() -> None:
    (found,) = trailer.read(b"a canary behind the picture", "Behind")
    assert isinstance(found, Finding)
    assert (found.kind, found.traces) == (Kind.UNKNOWN, (b"a canary behind the picture",))
