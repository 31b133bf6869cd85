"""ExifTool as an outside witness: what it reads out of real photos, we tell too."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from lenscap.errors import MalformedError
from lenscap.metadata.wording import printable
from lenscap.model import Finding, Kind
from tests.metadata.metadata_samples import payloads
from tests.metadata.telling import everything

_DATES = re.compile(r"(?:Date|Time)(?:TimeOriginal|TimeDigitized|Time|Created|)$|(?:Create|Modify|Metadata)Date$")
_PEOPLE = re.compile(r"(?:SerialNumber|Artist|Creator|By-line|OwnerName|(?<!Look)Copyright|Rights|PersonInImage)$")
_DAY = re.compile(r"((?:19|20)\d\d):(0[1-9]|1[0-2]):(0[1-9]|[12]\d|3[01])(?:\D|$)")

_BEHIND = frozenset(("AFCP.jpg",))
"""Files whose metadata lies behind the picture, which is another reader's."""


@pytest.fixture(scope="module")
def witness(corpus: list[Path]) -> dict[Path, dict[str, Any]]:
    tool = shutil.which("exiftool")
    if tool is None:
        pytest.skip("ExifTool is not here")
    order = [tool, "-json", "-n", "-a", "-G0:1", "-EXIF:all", "-XMP:all", "-IPTC:all", *map(str, corpus)]
    said = subprocess.run(order, capture_output=True, check=False, timeout=120).stdout
    return {Path(one["SourceFile"]): one for one in json.loads(said)}


def ours(path: Path) -> list[Finding]:
    told: list[Finding] = []
    for vocabulary, where, data in payloads(path.read_bytes()):
        try:
            told += [found for found in everything(vocabulary, data, where) if isinstance(found, Finding)]
        except MalformedError as error:
            told.append(Finding(Kind.UNKNOWN, str(error), where))
    return told


def values(one: dict[str, Any], pattern: re.Pattern[str]) -> list[str]:
    """The values of the tags that ``pattern`` wants, as texts."""
    found = [value for name, value in one.items() if pattern.search(name)]
    return [str(part) for value in found for part in (value if isinstance(value, list) else [value])]


def test_positions_are_told(witness: dict[Path, dict[str, Any]]) -> None:
    missed, seen = [], 0
    for path, one in witness.items():
        lat, lon = one.get("EXIF:GPS:GPSLatitude"), one.get("EXIF:GPS:GPSLongitude")
        if isinstance(lat, float | int) and isinstance(lon, float | int):
            seen += 1
            places = [found.data for found in ours(path) if "lat" in found.data]
            near = [at for at in places if abs(abs(at["lat"]) - lat) + abs(abs(at["lon"]) - lon) < 1e-4]
            missed += [] if near else [(path.name, lat, lon)]
    assert seen > 10
    assert missed == []


def test_dates_are_told(witness: dict[Path, dict[str, Any]]) -> None:
    missed, seen = [], 0
    for path, one in witness.items():
        told = " ".join(f"{found.tells} {dict(found.data)}" for found in ours(path))
        for match in map(_DAY.match, values(one, _DATES)):
            if match and path.name not in _BEHIND:
                seen += 1
                missed += (
                    [] if "-".join(match.groups()) in told or match[0].strip() in told else [(path.name, match[0])]
                )
    assert seen > 300
    assert missed == []


def test_serial_numbers_and_names_are_told(witness: dict[Path, dict[str, Any]]) -> None:
    missed, seen = [], 0
    for path, one in witness.items():
        told = " ".join(f"{found.tells} {dict(found.data)}" for found in ours(path)).replace(" ", "")
        for text in values(one, _PEOPLE):
            word = printable(text, 40).rstrip("…·").replace(" ", "").split("·")[0].split("\\")[0]
            seen += bool(word)
            missed += [] if word in told or path.name in _BEHIND else [(path.name, word)]
    assert seen > 60
    assert missed == []
