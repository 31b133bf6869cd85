"""Cleaning with the policies, on made photos with real faces."""

from __future__ import annotations

import io
import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import piexif
import pytest
from PIL import Image

from lenscap import detectors, media
from lenscap.model import PICTURE, Box, Edits, Kind, Looking, Outcome, Report, Result, Size
from lenscap.pipeline import clean, inspect, inspect_all, run
from lenscap.policy import PRESETS, styled
from lenscap.sources import walk
from tests.cover.kinds import unfiltered
from tests.pictures import ASTRONAUT_FACE, astronaut, encoded, grace_hopper, with_noise
from tests.samples import named

LISBON = {
    piexif.GPSIFD.GPSLatitudeRef: b"N",
    piexif.GPSIFD.GPSLatitude: ((38, 1), (42, 1), (4248, 100)),
    piexif.GPSIFD.GPSLongitudeRef: b"W",
    piexif.GPSIFD.GPSLongitude: ((9, 1), (7, 1), (4440, 100)),
}


def photo(path: Path, suffix: str = ".jpg") -> Path:
    """A photo of a real face with a position, a date, a camera, a name and a thumbnail."""
    thumbnail = encoded(astronaut().resize((160, 160)), "JPEG")
    exif = piexif.dump(
        {
            "0th": {piexif.ImageIFD.Make: b"Fabrikam", piexif.ImageIFD.Artist: b"Marta Sample"},
            "Exif": {
                piexif.ExifIFD.DateTimeOriginal: b"2026:06:15 18:42:07",
                piexif.ExifIFD.BodySerialNumber: b"SN-20260615-9A41",
            },
            "GPS": LISBON,
            "1st": {piexif.ImageIFD.Compression: 6},
            "thumbnail": thumbnail,
        }
    )
    file = path.with_suffix(suffix)
    astronaut().save(file, exif=exif, quality=92)
    return file


def kinds(report: Report | None) -> set[Kind]:
    assert report is not None
    return {finding.kind for finding in report.findings}


def copy_of(result: Result) -> bytes:
    assert result.outcome in (Outcome.CLEANED, Outcome.ALREADY_CLEAN), result.reason
    assert result.target is not None
    return result.target.read_bytes()


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp"])
def test_metadata_goes_and_the_picture_stays(suffix: str, tmp_path: Path) -> None:
    source = photo(tmp_path / "party", suffix)
    result = clean(source, tmp_path / "copies" / source.name, PRESETS["metadata"])
    assert kinds(result.before) >= {Kind.PLACE, Kind.TIME, Kind.DEVICE, Kind.NAME}
    assert kinds(result.after) == {Kind.FILENAME}
    assert b"Marta" not in copy_of(result)
    before, after = (Image.open(io.BytesIO(data)) for data in (source.read_bytes(), copy_of(result)))
    assert before.tobytes() == after.tobytes()


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp"])
def test_location_takes_places_only(suffix: str, tmp_path: Path) -> None:
    source = photo(tmp_path / "party", suffix)
    result = clean(source, tmp_path / "copies" / source.name, PRESETS["location"])
    copy = copy_of(result)
    assert kinds(result.before) - kinds(result.after) == {Kind.PLACE, Kind.PREVIEW}
    exif = piexif.load(Image.open(io.BytesIO(copy)).info["exif"])
    assert exif["GPS"] == {}
    assert exif["0th"][piexif.ImageIFD.Artist] == b"Marta Sample"
    assert exif["0th"][piexif.ImageIFD.Make] == b"Fabrikam"
    assert exif["Exif"][piexif.ExifIFD.DateTimeOriginal] == b"2026:06:15 18:42:07"


def test_location_leaves_a_photo_without_a_place_as_it_is(tmp_path: Path) -> None:
    source = tmp_path / "party.jpg"
    exif = piexif.dump({"0th": {piexif.ImageIFD.Artist: b"Marta Sample"}})
    source.write_bytes(encoded(astronaut(), "JPEG", exif=exif))
    result = clean(source, tmp_path / "copies" / source.name, PRESETS["location"])
    assert result.outcome == Outcome.ALREADY_CLEAN
    assert copy_of(result) == source.read_bytes()


def test_a_caption_that_names_the_place_goes_with_the_place(tmp_path: Path) -> None:
    source = tmp_path / "party.jpg"
    xmp = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        b'<rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:City="Lissabon"'
        b' photoshop:Headline="Sunset in Lissabon"/></rdf:RDF></x:xmpmeta>'
    )
    source.write_bytes(encoded(astronaut(), "JPEG", xmp=xmp))
    result = clean(source, tmp_path / "copies" / source.name, PRESETS["location"])
    assert b"Lissabon" in source.read_bytes()
    assert b"Lissabon" not in copy_of(result)


@pytest.mark.parametrize("style", ["soft", "mosaic", "solid"])
@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp"])
def test_faces_are_covered_and_no_copy_of_them_is_left(suffix: str, style: str, tmp_path: Path) -> None:
    source = photo(tmp_path / "party", suffix)
    result = clean(source, tmp_path / "copies" / source.name, styled(PRESETS["faces"], style))
    copy = copy_of(result)
    assert result.covered >= 1
    assert ("encoded again" in (result.reason or "")) == (suffix != ".jpg")
    assert Kind.PREVIEW not in kinds(result.after)
    assert copy.count(b"\xff\xd8\xff") <= 1
    seen = detectors.look([media.upright(copy).convert("RGB")], Size(512, 512), Looking("careful"))
    assert not [each for each in seen if each.certainty > 0.5 and each.box and each.box.shared(ASTRONAUT_FACE)]


def test_a_face_that_the_person_keeps_stays(tmp_path: Path) -> None:
    source = photo(tmp_path / "party")
    face = next(each for each in inspect(source, Looking("careful")).findings if each.kind == Kind.FACE)
    assert face.box is not None
    policy = replace(PRESETS["faces"], edits={source.name: Edits(keep=(face.box,))})
    result = clean(source, tmp_path / "copies" / source.name, policy)
    before, after = (np.asarray(media.upright(data)) for data in (source.read_bytes(), copy_of(result)))
    inside = (slice(face.box.y, face.box.y + face.box.h), slice(face.box.x, face.box.x + face.box.w))
    assert np.abs(before[inside].astype(int) - after[inside]).mean() < 3


def faint(name: str) -> Image.Image:
    """A face that only some ways of looking at a picture show."""
    grey = astronaut().convert("L")
    if name == "in 16 bits":
        return Image.fromarray(np.asarray(grey).astype(np.uint16) * 16)
    picture = Image.new("RGBA", grey.size, "white")
    if name == "in the alpha channel":
        picture.putalpha(grey)
        return picture
    picture = astronaut().convert("RGBA")
    picture.putalpha(0)
    return picture


@pytest.mark.parametrize("name", ["in 16 bits", "in the alpha channel", "under full transparency"])
def test_a_face_is_found_and_covered(name: str, tmp_path: Path) -> None:
    source = tmp_path / "party.png"
    faint(name).save(source)
    result = clean(source, tmp_path / "out" / "party.png", PRESETS["faces"])
    assert result.covered >= 1
    before, after = (np.asarray(Image.open(path)).astype(int) for path in (source, result.target or source))
    face = ASTRONAUT_FACE
    inside = (slice(face.y + 30, face.y + face.h - 30), slice(face.x + 30, face.x + face.w - 30))
    assert np.abs(before[inside] - after[inside]).max() > 40


def test_16_bits_a_channel_are_not_thrown_away(tmp_path: Path) -> None:
    source = tmp_path / "party.png"
    source.write_bytes(named("png-rgb-16").data)
    policy = replace(PRESETS["metadata"], edits={source.name: Edits(cover=(Box(5, 5, 20, 20),))})
    result = clean(source, tmp_path / "out" / "party.png", policy)
    assert result.outcome == Outcome.CLEANED
    before, after = (unfiltered(data) for data in (source.read_bytes(), copy_of(result)))
    assert np.array_equal(before[28:], after[28:])
    assert np.array_equal(before[:, 28:], after[:, 28:])
    assert (after[28:] % 257).any()


@pytest.mark.parametrize("suffix", [".png", ".webp"])
def test_an_animation_in_which_only_the_covered_part_moves_is_cleaned(suffix: str, tmp_path: Path) -> None:
    box = Box(160, 64, 96, 128)
    frames = [with_noise(astronaut(), box, seed) for seed in range(3)]
    source = tmp_path / f"party{suffix}"
    frames[0].save(source, save_all=True, append_images=frames[1:], duration=[50, 60, 70], lossless=True)
    policy = replace(PRESETS["metadata"], edits={source.name: Edits(cover=(box,))})
    assert clean(source, tmp_path / "out" / source.name, policy).outcome == Outcome.CLEANED


def test_a_face_is_covered_in_a_photo_that_lies_on_its_side(tmp_path: Path) -> None:
    source = tmp_path / "party.jpg"
    exif = piexif.dump({"0th": {piexif.ImageIFD.Orientation: 6}})
    astronaut().transpose(Image.Transpose.ROTATE_90).save(source, exif=exif, quality=92)
    result = clean(source, tmp_path / "copies" / source.name, PRESETS["faces"])
    assert result.before is not None
    assert any(each.box and each.box.is_same(ASTRONAUT_FACE) for each in result.before.findings)
    after = np.asarray(media.upright(copy_of(result)).convert("RGB")).astype(int)
    difference = np.abs(after - np.asarray(astronaut())).mean(axis=2)
    face = ASTRONAUT_FACE
    assert difference[face.y + 20 : face.y + face.h - 20, face.x + 20 : face.x + face.w - 20].mean() > 20
    assert difference[300:, 300:].mean() < 4


def test_what_only_the_second_look_finds_is_covered_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = photo(tmp_path / "party")
    real = detectors.look
    looks = 0

    def blind_at_first(*arguments: object) -> object:
        nonlocal looks
        looks += 1
        return [] if looks == 1 else real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(detectors, "look", blind_at_first)
    drawn = Box(400, 400, 40, 40)
    policy = replace(PRESETS["faces"], edits={source.name: Edits(cover=(drawn,))})
    result = clean(source, tmp_path / "copies" / source.name, policy)
    assert result.covered >= 2
    monkeypatch.undo()
    seen = inspect(result.target or source, Looking("careful")).findings
    assert not [each for each in seen if each.where == PICTURE and each.certainty > 0.5]


def test_a_picture_whose_faces_cannot_be_looked_for_is_refused_under_faces_and_not_written(tmp_path: Path) -> None:
    source = photo(tmp_path / "party")
    whole = source.read_bytes()
    source.write_bytes(whole[: len(whole) // 2])
    result = clean(source, tmp_path / "copies" / source.name, PRESETS["faces"])
    assert result.outcome == Outcome.REFUSED
    assert result.reason == "Its picture is damaged or incomplete. The original is unchanged."
    assert list((tmp_path / "copies").glob("*")) == [] if (tmp_path / "copies").exists() else True


def test_everything_gives_neutral_names(tmp_path: Path) -> None:
    for name in ("IMG_20260615_184207.jpg", "Marta birthday.jpg"):
        (tmp_path / "in").mkdir(exist_ok=True)
        grace_hopper().save(tmp_path / "in" / name)
    results = list(run(walk([tmp_path / "in"]), tmp_path / "out", PRESETS["everything"]))
    assert [result.outcome for result in results] == [Outcome.CLEANED] * 2
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["photo-0001.jpg", "photo-0002.jpg"]
    assert all(not kinds(result.after) & {Kind.FILENAME, Kind.TIME} for result in results)


def test_a_batch_goes_on_after_bad_files_and_keeps_the_tree(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    photo(folder / "deep" / "good")
    (folder / "empty.jpg").touch()
    (folder / "text.png").write_text("not a picture")
    (folder / "folder.jpg").mkdir()
    (folder / "gone.jpg").symlink_to(tmp_path / "nowhere")
    (folder / "loop").symlink_to(folder)
    results = {result.path.name: result for result in run(walk([folder]), tmp_path / "out", PRESETS["metadata"])}
    assert results["good.jpg"].target == tmp_path / "out" / "deep" / "good.jpg"
    assert results["empty.jpg"].reason == "It is empty. The original is unchanged."
    assert results["empty.jpg"].outcome == results["text.png"].outcome == Outcome.REFUSED
    assert results["gone.jpg"].outcome == Outcome.FAILED
    assert (results["gone.jpg"].reason or "").startswith("It is not there: it may have been moved or deleted.")
    assert results.keys() == {"good.jpg", "empty.jpg", "text.png", "gone.jpg"}
    assert [path.name for path in (tmp_path / "out").rglob("*") if path.is_file()] == ["good.jpg"]


def test_names_with_newlines_quotes_surrogates_and_marks_survive(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    names = ["new\nline.jpg", "quo\"te'.jpg", os.fsdecode(b"bad\xff.jpg"), "\u202egpj.exe.jpg", "-rf.jpg"]
    for name in names:
        (folder / name).write_bytes(photo(tmp_path / "party").read_bytes())
    results = list(run(walk([folder]), tmp_path / "out", PRESETS["metadata"]))
    assert {result.outcome for result in results} == {Outcome.CLEANED}
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(names)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    result = clean(tmp_path / "pipe.jpg", tmp_path / "copy.jpg", PRESETS["metadata"])
    assert result.outcome == Outcome.FAILED
    assert result.reason == "It is not a file. The original is unchanged."


def test_nothing_is_overwritten_and_the_same_copy_is_not_made_twice(tmp_path: Path) -> None:
    source = photo(tmp_path / "party")
    out = tmp_path / "out"
    out.mkdir()
    (out / "party.jpg").write_text("somebody else's")
    os.utime(out / "party.jpg", (946_684_800, 946_684_800))
    for _ in range(2):
        results = list(run(walk([source]), out, PRESETS["metadata"]))
        assert results[0].target == out / "party (2).jpg"
    assert (out / "party.jpg").read_text() == "somebody else's"
    assert sorted(path.name for path in out.iterdir()) == ["party (2).jpg", "party.jpg"]


def test_photos_of_two_runs_with_the_same_name_are_both_kept(tmp_path: Path) -> None:
    out = tmp_path / "out"
    for number, picture in enumerate((astronaut(), grace_hopper())):
        folder = tmp_path / str(number)
        folder.mkdir()
        picture.save(folder / "any.jpg")
        list(run(walk([folder]), out, PRESETS["everything"]))
    assert sorted(path.name for path in out.iterdir()) == ["photo-0001 (2).jpg", "photo-0001.jpg"]


def test_a_file_that_appears_meanwhile_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, target = photo(tmp_path / "party"), tmp_path / "out" / "party.jpg"
    real = os.utime

    def appear(*arguments: object, **options: object) -> None:
        target.write_text("somebody else's")
        real(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr("os.utime", appear)
    result = clean(source, target, PRESETS["metadata"])
    assert result.target == tmp_path / "out" / "party (2).jpg"
    assert target.read_text() == "somebody else's"


def test_a_disk_without_hard_links_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", fail)
    source = photo(tmp_path / "party")
    for name in ("party.jpg", "party.jpg"):
        result = clean(source, tmp_path / "out" / name, PRESETS["metadata"])
        assert result.target == tmp_path / "out" / "party.jpg"
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["party.jpg"]


def test_a_neutral_name_has_nothing_of_the_old_one(tmp_path: Path) -> None:
    source = tmp_path / "trip.LisbonWithAnna"
    source.write_bytes(photo(tmp_path / "party", ".png").read_bytes())
    (result,) = run(walk([source]), tmp_path / "out", PRESETS["everything"])
    assert result.target == tmp_path / "out" / "photo-0001.png"


def test_names_as_long_as_they_can_be_take_a_number(tmp_path: Path) -> None:
    source = photo(tmp_path / "party")
    name = "x" * 251 + ".jpg"
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / name).write_text("somebody else's")
    result = clean(source, tmp_path / "out" / name, PRESETS["metadata"])
    assert result.target is not None
    assert result.target.name == "x" * 247 + " (2).jpg"


def test_copies_inside_the_roll_are_not_cleaned_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "roll").mkdir()
    photo(tmp_path / "roll" / "party")
    monkeypatch.chdir(tmp_path)
    for _ in range(2):
        found = list(walk([tmp_path / "roll"], leave_out=Path("roll/clean")))
        assert [source.path.name for source in found] == ["party.jpg"]
        list(run(found, Path("roll/clean"), PRESETS["metadata"]))


def test_a_hidden_picture_s_camera_is_never_written_anew(tmp_path: Path) -> None:
    hidden = encoded(grace_hopper(), "JPEG", exif=piexif.dump({"0th": {piexif.ImageIFD.Artist: b"Bob Hidden"}}))
    source = photo(tmp_path / "party")
    source.write_bytes(source.read_bytes() + hidden)
    copy = copy_of(clean(source, tmp_path / "out" / "party.jpg", PRESETS["location"]))
    exif = piexif.load(Image.open(io.BytesIO(copy)).info["exif"])
    assert exif["0th"][piexif.ImageIFD.Artist] == b"Marta Sample"
    assert b"Bob Hidden" not in copy


def test_copies_into_the_folder_of_the_originals_never_replace_them(tmp_path: Path) -> None:
    source = photo(tmp_path / "party")
    before = source.read_bytes()
    results = list(run(walk([source]), tmp_path, PRESETS["metadata"]))
    assert results[0].target == tmp_path / "party (2).jpg"
    assert source.read_bytes() == before


def test_a_folder_that_cannot_be_written_to_fails_with_a_sentence(tmp_path: Path) -> None:
    source = photo(tmp_path / "party")
    (tmp_path / "out").write_text("a file")
    result = clean(source, tmp_path / "out" / "party.jpg", PRESETS["metadata"])
    assert result.outcome == Outcome.FAILED
    assert result.reason == "The folder for copies cannot be written to: file exists. The original is unchanged."


def test_a_copy_that_fails_the_second_look_never_gets_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The writer is broken on purpose: it keeps every block."""
    source = photo(tmp_path / "party")
    for room in ("candidates", "verifying"):
        monkeypatch.setattr(f"lenscap.pipeline.{room}.is_needed", lambda _: True)
    result = clean(source, tmp_path / "out" / "party.jpg", PRESETS["metadata"])
    assert result.outcome == Outcome.REFUSED
    assert result.reason is not None
    assert result.reason.startswith("The copy still held something (Exif")
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.expects_log
def test_a_fault_of_ours_costs_one_file_and_is_logged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("one", "two"):
        photo(tmp_path / name)

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("lenscap.pipeline.cleaning.plan", fail)
    results = list(run(walk([tmp_path / "one.jpg", tmp_path / "two.jpg"]), tmp_path / "out", PRESETS["metadata"]))
    assert [result.outcome for result in results] == [Outcome.FAILED] * 2
    assert "a file could not be worked on" in caplog.text
    assert str(tmp_path) not in caplog.records[0].getMessage()


@pytest.mark.slow
def test_two_processes_give_the_same_copies_as_one(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(5):
        photo(folder / f"photo {number}")
    (folder / "bad.jpg").touch()
    one = list(run(walk([folder]), tmp_path / "one", PRESETS["faces"]))
    two = list(run(walk([folder]), tmp_path / "two", PRESETS["faces"], jobs=2))
    assert [(each.path, each.outcome) for each in one] == [(each.path, each.outcome) for each in two]
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_inspecting_many_says_what_is_wrong_with_a_bad_one(tmp_path: Path) -> None:
    (tmp_path / "empty.jpg").touch()
    good, bad = inspect_all([photo(tmp_path / "party"), tmp_path / "empty.jpg"])
    assert isinstance(good, Report)
    assert isinstance(bad, Result)
    assert bad.reason == "It is empty."
