"""Content credentials."""

from __future__ import annotations

from lenscap.model import Kind, Payload
from tests.metadata.metadata_samples import JPEG, box, c2pa_sample, superbox
from tests.metadata.telling import everything, findings, tells


def test_who_made_and_signed_it_is_told() -> None:
    summary = tells("c2pa", c2pa_sample(), Kind.HISTORY)[0]
    assert summary.startswith("Content credentials: who made and edited this picture; made with “Canary Maker 2.0”")
    assert "signed by “Canary Ltd”, “Marta S.”" in summary
    assert "The content credentials name “Marta Canary”" in tells("c2pa", c2pa_sample(), Kind.NAME)
    assert "The content credentials name 16 June 2026 at 08:00:00 (UTC)" in tells("c2pa", c2pa_sample(), Kind.TIME)


def test_the_picture_in_it_is_handed_on() -> None:
    (picture,) = (found for found in everything("c2pa", c2pa_sample()) if isinstance(found, Payload))
    assert picture.vocabulary == "picture"
    assert picture.data == JPEG


def test_other_boxes_are_told_as_unknown() -> None:
    (found,) = findings("c2pa", superbox(b"canary.label", box(b"json", b"{}")))
    assert found.kind is Kind.UNKNOWN
    assert found.data["labels"] == ["canary.label"]


def test_boxes_without_end_are_bounded() -> None:
    nested = b"x"
    for _ in range(200):
        nested = box(b"jumb", nested)
    assert findings("c2pa", nested)
    assert "The content credentials are damaged" in tells("c2pa", box(b"free", b"") * 5000 + b"\0")
