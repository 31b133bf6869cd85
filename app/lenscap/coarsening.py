"""What a policy keeps by its meaning, coarser than it was: the year, the town, the copyright line. All pure.

It is told anew and written anew, the same in every container; nothing of the old blocks rides along.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from lenscap.gazetteer import nearest_town
from lenscap.model import FILE_NAME, PICTURE, Finding, Keep, Kind

FRESH = "Written anew"
"""Where a finding sits that is in no file yet."""

TIMES = {"year": len("2026"), "month": len("2026-06"), "day": len("2026-06-15"), "exact": None}
"""How exact a time may stay, and how much of ISO 8601 that is."""
PLACES = ("country", "town", "exact")

_SETTINGS = frozenset((
    "ExposureTime", "FNumber", "ExposureProgram", "ISOSpeedRatings", "ShutterSpeedValue", "ApertureValue",
    "BrightnessValue", "ExposureBiasValue", "MaxApertureValue", "MeteringMode", "LightSource", "Flash", "FocalLength",
    "ExposureMode", "WhiteBalance", "DigitalZoomRatio", "FocalLengthIn35mmFilm", "SceneCaptureType", "Contrast",
    "Saturation", "Sharpness",
))  # fmt: skip
"""Exif's names of what says how a camera was set, and neither which camera it was nor where."""
_RIGHTS = ("Copyright", "dc:rights", "tiff:Copyright", "xmpDM:copyright", "plus:CopyrightOwner")
_ELSEWHERE = ("Colour profile", FILE_NAME, PICTURE)
"""Where times are told that are not the photo's."""


class Anew(NamedTuple):
    """What is told anew, and the findings on the file that told as much."""

    finding: Finding
    sources: tuple[Finding, ...]


def coarsened(findings: Iterable[Finding], keep: Keep) -> tuple[Finding, ...]:
    """What of the ``findings`` on a file its copy shall still tell."""
    return tuple(each.finding for each in anew(findings, keep))


def anew(findings: Iterable[Finding], keep: Keep) -> tuple[Anew, ...]:
    """The same, with what each was told by."""
    told = [finding for finding in findings if not finding.where.startswith(_ELSEWHERE)]
    kept = (
        _time(told, keep.time),
        _place(told, keep.place),
        _copyright(told) if keep.copyright else None,
        _settings(told) if keep.settings else None,
    )
    return tuple(each for each in kept if each)


def _time(told: list[Finding], exactness: str) -> Anew | None:
    """When it was taken; if nothing says that, the earliest time of all."""
    times = [finding for finding in told if finding.kind == Kind.TIME and finding.data.get("iso")]
    if not exactness or not times:
        return None
    taken = [finding for finding in times if finding.tells.startswith("Taken")] or times
    iso = min(str(finding.data["iso"]) for finding in taken)[: TIMES[exactness]]
    fresh = _fresh(Kind.TIME, f"Taken in {iso}", {"photoshop:DateCreated": iso})
    return Anew(fresh, tuple(each for each in taken if str(each.data["iso"]).startswith(iso)))


def _place(told: list[Finding], exactness: str) -> Anew | None:
    places = [finding for finding in told if finding.kind == Kind.PLACE]
    position = next((each.data for each in places if "lat" in each.data and "lon" in each.data), None)
    if not exactness or not places:
        return None
    if position is None:
        return _address(places, exactness)
    fresh = _position(position, exactness)
    same = (each for each in places if all(each.data.get(name) == position[name] for name in ("lat", "lon")))
    return Anew(fresh, tuple(same)) if fresh else None


def _position(data: Mapping[str, Any], exactness: str) -> Finding | None:
    """A position as it was, as that of the nearest town, or as the country's name; ``None`` if no town is near."""
    lat, lon = float(data["lat"]), float(data["lon"])
    if exactness == "exact":
        return _fresh(Kind.PLACE, f"Taken in {data.get('name', '')}", {}, _gps(lat, lon))
    town = nearest_town(lat, lon) if data.get("words") else None
    if town is None:
        return None
    country = {"photoshop:Country": town.country} if town.country else {}
    if exactness == "country":
        return _fresh(Kind.PLACE, f"Taken in {town.country}", country) if country else None
    return _fresh(Kind.PLACE, f"Taken in {town}", {"photoshop:City": town.name, **country}, _gps(town.lat, town.lon))


def _address(places: list[Finding], exactness: str) -> Anew | None:
    """A place without a position, as far as it is told in words."""
    allowed = ("photoshop:Country",) if exactness == "country" else ("photoshop:City", "photoshop:Country")
    by = [each for each in places if any(name in allowed for name in each.data.get("xmp", {}))]
    words = {name: value for each in by for name, value in each.data["xmp"].items() if name in allowed}
    return Anew(_fresh(Kind.PLACE, f"Taken in {', '.join(words.values())}", words), tuple(by)) if words else None


def _gps(lat: float, lon: float) -> dict[str, Any]:
    """A position in Exif's words, to a hundredth of a second of arc."""
    return {
        "GPSLatitudeRef": "S" if lat < 0 else "N",
        "GPSLatitude": _sexagesimal(abs(lat)),
        "GPSLongitudeRef": "W" if lon < 0 else "E",
        "GPSLongitude": _sexagesimal(abs(lon)),
    }


def _sexagesimal(degrees: float) -> list[list[int]]:
    minutes, hundredths = divmod(round(degrees * 360_000), 6000)
    return [[minutes // 60, 1], [minutes % 60, 1], [hundredths, 100]]


def _copyright(told: list[Finding]) -> Anew | None:
    names = (finding for finding in told if finding.kind == Kind.NAME)
    line, source = next(((line, each) for each in names for line in _lines(each.data) if line), ("", None))
    if source is None:
        return None
    return Anew(_fresh(Kind.NAME, f"A copyright line: {line}", {"dc:rights": line}, {"Copyright": line}), (source,))


def _lines(data: Mapping[str, Any]) -> Iterator[str]:
    for name in _RIGHTS:
        for value in (data.get("exif", {}).get(name), data.get("xmp", {}).get(name)):
            if value:
                yield ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _settings(told: list[Finding]) -> Anew | None:
    """How the camera was set, without anything by which it is known again."""
    said: dict[str, Any] = {}
    sources = []
    for finding in told:
        own = {name: value for name, value in finding.data.get("exif", {}).items() if name in _SETTINGS}
        if own and "thumbnail" not in finding.where:
            said = own | said
            sources.append(finding)
    return Anew(_fresh(Kind.DEVICE, "Camera settings", {}, said), tuple(sources)) if said else None


def _fresh(kind: Kind, tells: str, xmp: Mapping[str, Any], exif: Mapping[str, Any] | None = None) -> Finding:
    return Finding(kind, tells, FRESH, data={"xmp": xmp, "exif": exif or {}})


CHOICES: Mapping[str, Callable[[Any], bool]] = {
    "time": lambda value: value in (*TIMES, "remove"),
    "place": lambda value: value in (*PLACES, "remove"),
    "copyright": lambda value: isinstance(value, bool),
    "settings": lambda value: isinstance(value, bool),
}
"""What can be kept, and which values are a way of keeping it."""
