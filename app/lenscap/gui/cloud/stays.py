"""What copies still tell, by the view of them. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from lenscap.cloud import CloudView
from lenscap.gui.cloud import words
from lenscap.gui.cloud.parts import tr
from lenscap.gui.speech import spoken


def stays(after: CloudView) -> Iterator[tuple[str, str, str]]:
    """Exposure key, title and sentence of each."""
    named = [spoken(each.says) for each in after.themes]
    picture = tr("A picture always shows what is in it: places, things, clothes, signs.")
    yield "theme", tr("Themes"), f"{words.listed(named)}. {picture}" if named else picture
    yield from _faces(after)
    if after.placed:
        yield "place", tr("Positions in {photos}").format(photos=words.photos(len(after.placed))), _kept()
    yield from _dates(after)


def _faces(after: CloudView) -> Iterator[tuple[str, str, str]]:
    pictures = len({path for each in after.people for path in each.photos})
    persons = sum(each.kind == "person" for each in after.people)
    if pictures:
        photos = words.photos(pictures)
        said = words.people_in(persons, pictures) if persons else tr("Faces in {photos}").format(photos=photos)
        yield "face", said, tr("Not covered: left visible by the preset or by you.")


def _dates(after: CloudView) -> Iterator[tuple[str, str, str]]:
    days = sum(len(paths) for told, paths in after.dates.items() if len(told) >= len("2026-06-15"))
    vague = sum(map(len, after.dates.values())) - days
    if days:
        yield "time", tr("The day in {photos}").format(photos=words.photos(days)), _kept()
    if vague:
        said = tr("The preset that you chose makes it vaguer and keeps that.")
        yield "time", tr("The month or year in {photos}").format(photos=words.photos(vague)), said


def _kept() -> str:
    return tr("The preset that you chose keeps this.")
