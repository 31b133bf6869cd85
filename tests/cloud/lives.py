"""Made lives: a home, a place of work, habits, outings, journeys, a party; and reports on the photos of them.

What was planned is the truth that a view is held against.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from math import cos, radians
from pathlib import Path
from random import Random

from lenscap.model import Finding, Kind, Report, Size

Place = tuple[float, float]

TOWNS: tuple[tuple[Place, float], ...] = (
    ((45.7640, 4.8357), 2),
    ((38.7223, -9.1393), 1),
    ((52.5200, 13.4050), 2),
    ((40.7128, -74.0060), -4),
    ((35.6762, 139.6503), 9),
    ((-36.8485, 174.7633), 12),
    ((-17.7134, 178.0650), 12),
    ((64.1466, -21.9426), 0),
    ((41.3874, 2.1686), 2),
    ((-33.4489, -70.6693), -4),
)
"""Positions, and by how many hours the clocks there are ahead of UTC."""
TODAY = date(2026, 6, 28)
_DEGREE = 111_320.0


@dataclass
class Life:
    """The reports on somebody's photos, and the truth behind them."""

    reports: list[Report] = field(default_factory=list)
    home: Place = (0.0, 0.0)
    work: Place = (0.0, 0.0)
    trips: list[set[Path]] = field(default_factory=list)
    events: list[set[Path]] = field(default_factory=list)


class Author:
    """Writes a life, day by day."""

    def __init__(self, seed: int, days: int = 240, at_home: bool = True) -> None:
        self.random = Random(seed)  # noqa: S311 (the same life every time)
        self.life = Life()
        (self.town, self.ahead) = self.random.choice(TOWNS)
        self.life.home = self._near(self.town, 3000)
        self.life.work = self._near(self.town, 15000)
        while _metres(self.life.home, self.life.work) < 2000:
            self.life.work = self._near(self.town, 15000)
        self.at_home = at_home
        self.writes_zone = self.random.random() < 0.7
        self.positions = self.random.uniform(0.75, 1.0)
        self.days = days

    def write(self) -> Life:
        day = TODAY - timedelta(days=self.days)
        while day < TODAY:
            if self.random.random() < 0.035:
                day = self._journey(day)
            else:
                self._usual_day(day)
                day += timedelta(days=1)
        return self.life

    def _usual_day(self, day: date) -> None:
        random = self.random
        if self.at_home and random.random() < 0.45:
            hour = random.choice([6.5, 7, 20.3, 21, 21.5, 22])
            self._event(day, hour, self.life.home, random.randint(1, 5), 0.3)
        if day.weekday() < 5 and random.random() < 0.3:
            self._event(day, random.uniform(9.5, 15.5), self.life.work, random.randint(1, 3), 0.3)
        if day.weekday() >= 5 and random.random() < 0.5:
            self._event(day, random.uniform(11, 15), self._near(self.town, 18000), random.randint(5, 25), 2.5)
        if random.random() < 0.05:  # a party, often past midnight
            self._event(day, random.uniform(18.5, 19.5), self._near(self.town, 8000), random.randint(15, 40), 5.5)

    def _journey(self, day: date) -> date:
        place, ahead = self.random.choice([town for town in TOWNS if town[0] != self.town])
        nights = self.random.randint(1, 7)
        hotel = self._near(place, 2000)
        seen: set[Path] = set()
        for number in range(nights + 1):
            now = day + timedelta(days=number)
            hours = [14.5] if number == 0 else [10.5] if number == nights else [9.5, 15.5]
            for hour in hours:
                spot = self._near(place, 9000)
                seen |= self._event(
                    now, hour + self.random.uniform(-0.5, 0.5), spot, self.random.randint(4, 20), 2, ahead
                )
            if 0 < number < nights and self.random.random() < 0.5:
                seen |= self._event(now, 21.5, hotel, self.random.randint(1, 4), 0.3, ahead)
        self.life.trips.append(seen)
        return day + timedelta(days=nights + 2)

    def _event(
        self, day: date, hour: float, place: Place, number: int, hours: float, ahead: float | None = None
    ) -> set[Path]:
        """Photos in bursts, over some hours at a place."""
        start = datetime(day.year, day.month, day.day) + timedelta(hours=hour)
        times = sorted(self.random.random() for _ in range(number))
        seen = {self._photo(start + timedelta(hours=hours * time), place, ahead) for time in times}
        self.life.events.append(seen)
        return seen

    def _photo(self, at: datetime, place: Place, ahead: float | None) -> Path:
        path = Path(f"roll/IMG_{len(self.life.reports):05}.jpg")
        zone = timedelta(hours=self.ahead if ahead is None else ahead)
        hours = int(zone.total_seconds()) // 3600
        iso = at.isoformat(timespec="seconds") + (f"{hours:+03}:00" if self.writes_zone else "")
        findings = [taken(iso)]
        if self.random.random() < self.positions:
            findings.append(taken_at(*self._near(place, 60)))
        self.life.reports.append(report(path, *findings))
        return path

    def _near(self, place: Place, metres: float) -> Place:
        north, east = self.random.gauss(0, metres / 2), self.random.gauss(0, metres / 2)
        return place[0] + north / _DEGREE, place[1] + east / (_DEGREE * cos(radians(place[0])))


def taken(iso: str) -> Finding:
    return Finding(Kind.TIME, f"Taken on {iso}", "Exif", data={"iso": iso})


def taken_at(lat: float, lon: float) -> Finding:
    return Finding(Kind.PLACE, "Taken somewhere", "Exif GPS", data={"lat": lat, "lon": lon})


def report(path: Path, *findings: Finding) -> Report:
    return Report(path, "JPEG", Size(4000, 3000), tuple(findings))


def life(seed: int, days: int = 240, at_home: bool = True) -> Life:
    return Author(seed, days, at_home).write()


def _metres(one: Place, other: Place) -> float:
    across = (one[1] - other[1]) * cos(radians(one[0]))
    return _DEGREE * float(((one[0] - other[0]) ** 2 + across**2) ** 0.5)
