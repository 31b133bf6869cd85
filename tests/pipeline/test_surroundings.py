"""What lies around a file is told, and does not go along into a copy."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lenscap.model import Finding, Kind, Outcome
from lenscap.output import Names
from lenscap.pipeline import clean, inspect
from lenscap.policy import PRESETS
from tests.samples import named

ADDRESS = b"https://photos.example/marta/party.jpg"
PACKET = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:City="Lisbon"/>'
    b"</rdf:RDF></x:xmpmeta>"
)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "party.jpg"
    path.write_bytes(named("jpeg-clean").data)
    return path


def around(path: Path) -> list[Finding]:
    return [finding for finding in inspect(path).findings if finding.where.startswith(("Beside it", "File attribute"))]


def test_a_photo_that_lies_alone_has_nothing_around_it(photo: Path) -> None:
    assert around(photo) == []


def test_where_a_file_was_loaded_from_is_told_and_the_copy_does_not_know_it(photo: Path) -> None:
    try:
        os.setxattr(photo, "user.xdg.origin.url", ADDRESS)
        os.setxattr(photo, "user.comment", b"at the party")
    except OSError:
        pytest.skip("this disk has no extended attributes")
    loaded, note = sorted(around(photo), key=lambda finding: finding.kind)
    assert (loaded.kind, loaded.data["address"]) == (Kind.HISTORY, ADDRESS.decode())
    assert note.tells == "A note of 12 bytes that the system keeps about the file"
    result = clean(photo, photo.with_name("copy.jpg"), PRESETS["metadata"])
    assert result.target is not None
    assert os.listxattr(result.target) == []
    assert os.getxattr(photo, "user.xdg.origin.url") == ADDRESS


@pytest.mark.parametrize("name", ["party.xmp", "party.jpg.xmp", "party.XMP"])
def test_what_a_sidecar_tells_is_told_of_the_photo(name: str, photo: Path) -> None:
    photo.with_name(name).write_bytes(PACKET)
    finding, = around(photo)  # fmt: skip
    assert (finding.kind, finding.tells, finding.where) == (Kind.PLACE, "Taken in Lisbon", f"Beside it, in {name}")


def test_what_a_sidecar_tells_is_not_written_into_the_copy(photo: Path) -> None:
    photo.with_name("party.xmp").write_bytes(PACKET.replace(b"City", b"Credit"))
    result = clean(photo, photo.with_name("copy.jpg"), PRESETS["location"])
    assert result.outcome in (Outcome.CLEANED, Outcome.ALREADY_CLEAN)
    assert result.target is not None
    assert b"Lisbon" not in result.target.read_bytes()


@pytest.mark.parametrize("content", [b"", b"no XML", b"<x"])
def test_a_sidecar_that_cannot_be_read_stops_nothing(content: bytes, photo: Path) -> None:
    photo.with_name("party.xmp").write_bytes(content)
    photo.with_name("party.xmp.xmp").mkdir()
    assert all(finding.kind == Kind.UNKNOWN for finding in around(photo))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("party.AAE", Kind.HISTORY),
        ("party.jpg.json", Kind.HISTORY),
        ("party.mov", Kind.MOTION),
        ("party.MP4", Kind.MOTION),
    ],
)
def test_files_that_belong_to_a_photo_are_recognised(name: str, kind: Kind, photo: Path) -> None:
    photo.with_name(name).write_bytes(b"...")
    assert [(finding.kind, finding.where) for finding in around(photo)] == [(kind, f"Beside it, in {name}")]


def test_a_live_photo_keeps_together_under_a_neutral_name() -> None:
    names = Names(Path("out"), neutral=True)
    wanted = [("a/IMG_1.heic", ".heic"), ("a/IMG_1.mov", ".mov"), ("b/IMG_1.heic", ".heic"), ("a/IMG_2.jpg", ".jpg")]
    found = [names.target(Path(name), suffix).name for name, suffix in wanted]
    assert found == ["photo-0001.heic", "photo-0001.mov", "photo-0002.heic", "photo-0003.jpg"]
