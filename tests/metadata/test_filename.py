"""What names of files tell."""

from __future__ import annotations

import pytest

from lenscap.metadata import filename
from lenscap.model import Kind


@pytest.mark.parametrize(
    ("name", "iso"),
    [
        ("IMG_20250613_101112.jpg", "2025-06-13T10:11:12"),
        ("PXL_20250613_101112345.jpg", "2025-06-13T10:11:12.345"),
        ("Screenshot_2026-06-11-09-08-07.png", "2026-06-11T09:08:07"),
        ("WhatsApp Image 2025-06-13 at 10.11.12.jpeg", "2025-06-13T10:11:12"),
        ("VID-20250613-WA0001.mp4", "2025-06-13"),
        ("2025-06-13 10.11.12.jpg", "2025-06-13T10:11:12"),
        ("Marta 2025-06-13.jpg", "2025-06-13"),
        ("signal-2025-06-13-101112.jpg", "2025-06-13T10:11:12"),
        ("received_1749809472.jpeg", "2025-06-13T10:11:12Z"),
    ],
)
def test_dates_in_names_are_told(name: str, iso: str) -> None:
    assert [found.data["iso"] for found in filename.read(name) if found.kind is Kind.TIME] == [iso]


@pytest.mark.parametrize("name", ["IMG_99999999_101112.jpg", "IMG_20251399.jpg", "12345678.jpg", "20991231.jpg"])
def test_dates_that_cannot_be_are_not_told(name: str) -> None:
    assert not [found for found in filename.read(name) if found.kind is Kind.TIME]


@pytest.mark.parametrize(
    ("name", "counter"),
    [
        ("IMG_4127.HEIC", 4127),
        ("DSC01234.JPG", 1234),
        ("DSCF0042.jpg", 42),
        ("GOPR0007.MP4", 7),
        ("_DSC5555.NEF", 5555),
    ],
)
def test_counters_of_cameras_are_told(name: str, counter: int) -> None:
    (found,) = filename.read(name)
    assert found.tells == f"The name is a camera's: its counter is {counter}"


def test_a_name_of_ones_own_is_told() -> None:
    (found,) = filename.read("Marta birthday.jpg")
    assert (found.kind, found.tells, found.where) == (
        Kind.FILENAME,
        "The file is called “Marta birthday.jpg”",
        "File name",
    )


@pytest.mark.parametrize(
    "name", ["image.jpg", "photo (2).png", "1.jpg", "Screenshot.png", "photo-0001.jpg", "photo-12345.png", ""]
)
def test_dull_names_tell_nothing(name: str) -> None:
    assert list(filename.read(name)) == []


@pytest.mark.parametrize("name", ["\ud800\udfff.jpg", "\x1b[31mred\u202e.jpg", "." * 300, "1" * 300, "\n"])
def test_strange_names_are_read(name: str) -> None:
    assert all(found.tells.isprintable() for found in filename.read(name))
