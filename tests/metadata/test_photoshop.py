"""Photoshop's image resources."""

from __future__ import annotations

import pytest

from lenscap.model import Kind, Payload
from tests.metadata.metadata_samples import JPEG, photoshop_sample, resource
from tests.metadata.telling import everything, findings, tells


def test_what_is_inside_is_handed_on() -> None:
    found = [found for found in everything("photoshop", photoshop_sample()) if isinstance(found, Payload)]
    assert [(one.vocabulary, one.where) for one in found] == [("iptc", "Here IPTC"), ("picture", "Here thumbnail")]
    assert bytes(found[1].data) == JPEG


def test_names_addresses_and_the_rest_are_told() -> None:
    told = tells("photoshop", photoshop_sample())
    assert "An address: “https://canary.example”" in told
    assert "Parts of it are called “Marta's outline”" in told
    assert "2 more details of Photoshop (Path, Slices)" in told
    rest = findings("photoshop", photoshop_sample(), Kind.UNKNOWN)[-1]
    assert rest.data["fields"]["Slices"] == "canary slic"


@pytest.mark.parametrize("number", [0x03ED, 0x0425, 0x0BB7, 0x040B, 0x1234, 0x0409])
def test_every_resource_is_told(number: int) -> None:
    assert tells("photoshop", resource(number, b"\1\2"))


def test_what_is_no_resource_is_told() -> None:
    assert "cannot be read" in tells("photoshop", resource(0x0404, b"") + b"8BIMcanary")[-1]
