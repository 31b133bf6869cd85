"""Reports: what they say, what they never say, and that nothing a file is called becomes part of the page."""

from __future__ import annotations

import gc
import json
import os
import re
import tracemalloc
from collections.abc import Iterator
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest

from lenscap.errors import LenscapError, PolicyError, UnreadableError
from lenscap.model import FILE_NAME, PICTURE, Box, Finding, Kind, Outcome, Report, Result, Size
from lenscap.reporting import About, draft, is_report
from tests.disks import disk, make_read_only
from tests.pictures import astronaut

ABOUT = About("faces", Path("copies"), datetime(2026, 6, 28, 14, 5))
PLACE = Finding(Kind.PLACE, "Taken in Lisbon", "Exif GPS")
MONTH = Finding(Kind.TIME, "Taken in June 2026", "Exif")
FACE = Finding(Kind.FACE, "A face", PICTURE, box=Box(0, 0, 9, 9))
OURS = {
    "html", "head", "meta", "title", "style", "body", "header", "h1", "p", "dl", "div", "dt", "dd", "main", "table",
    "thead", "tr", "th", "tbody", "td", "b", "bdi", "small", "footer",
}  # fmt: skip
HOSTILE = (
    "<script>alert(1)</script>.jpg",
    '"><img src=x onerror=alert(1)>.jpg',
    "\u202egpj.exe",
    os.fsdecode(b"caf\xe9.jpg"),
    "\x1b[2J\x1b]0;title\x07\x9b31m.jpg",
    "line\nbreak\r.jpg",
    "</table></body><!--.jpg",
    "&amp;lt;.jpg",
    "{title}{0}.jpg",
)


class Reader(HTMLParser):
    """Collects the tags, the attributes and the words of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[tuple[str, str | None]] = set()
        self.comments: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= set(attrs)

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)


def told(*findings: Finding) -> Report:
    return Report(Path("a.jpg"), "JPEG", Size(9, 9), findings)


def cleaned(name: str = "a.jpg", target: Path = Path("copies/a.jpg")) -> Result:
    return Result(Path("roll") / name, target, Outcome.CLEANED, told(PLACE, PLACE, FACE), told(MONTH, FACE), 2)


def refused(name: str = "b.psd", reason: str = "Export it as JPEG first.") -> Result:
    return Result(Path("roll") / name, None, Outcome.REFUSED, told(PLACE), None, reason=reason)


def saved(to: Path, *results: Result, about: About = ABOUT) -> str:
    with draft(to, about) as report:
        for result in results:
            report.add(result)
    return to.read_text(encoding="utf-8")


def stopped(to: Path, by: BaseException) -> None:
    with draft(to, ABOUT) as report:
        report.add(cleaned())
        raise by


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    return reader


def test_a_page_counts_what_was_removed_and_says_what_stays(tmp_path: Path) -> None:
    words = read(saved(tmp_path / "r.html", cleaned(), refused())).words
    for said in (
        "1 of 2 photos are ready to share.", "2 positions", "Taken in June 2026", "1 face", "Left out",
        "Export it as JPEG first.", "The original still tells: 1 position.", "faces", "2026-06-28 14:05",
    ):  # fmt: skip
        assert said in words


@pytest.mark.parametrize("suffix", [".html", ".json"])
def test_no_report_repeats_what_was_removed(suffix: str, tmp_path: Path) -> None:
    assert "Lisbon" not in saved(tmp_path / f"r{suffix}", cleaned(), refused())


def test_json_is_an_entry_for_each_photo_and_the_totals(tmp_path: Path) -> None:
    report = json.loads(saved(tmp_path / "r.json", cleaned(), refused()))
    assert report["totals"] == {
        "photos": 2, "outcomes": {"cleaned": 1, "refused": 1}, "removed": {"place": 2}, "covered": 2,
    }  # fmt: skip
    first, second = report["photos"]
    assert first["removed"] == {"place": 2}
    assert first["kept"] == ["Taken in June 2026", "A face"]
    assert first["in_picture"] == {"face": 1}
    assert second["could_not_be_removed"] == {"place": 1}
    assert second["reason"] == "Export it as JPEG first."


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_becomes_part_of_the_page(name: str, tmp_path: Path) -> None:
    finding = Finding(Kind.NAME, f"By {name}", FILE_NAME)
    result = Result(Path(name) / name, Path(name), Outcome.CLEANED, told(), told(finding), reason=name)
    page = saved(tmp_path / "r.html", result, refused(name, name), about=ABOUT._replace(policy=name))
    reader = read(page)
    assert set(reader.tags) <= OURS
    assert reader.tags.count("table") == 1
    assert reader.tags.count("tr") == 3
    assert reader.comments == [" Lenscap report 1 "]
    assert all(char.isprintable() or char == "\n" for char in page)


@pytest.mark.parametrize("name", HOSTILE)
def test_json_shows_every_name_in_ascii_and_gives_it_back(name: str, tmp_path: Path) -> None:
    text = saved(tmp_path / "r.json", refused(name, name))
    assert text.isascii()
    assert all(char.isprintable() or char == "\n" for char in text)
    assert json.loads(text)["photos"][0]["reason"] == name


def test_a_page_loads_and_runs_nothing(tmp_path: Path) -> None:
    page = saved(tmp_path / "r.html", cleaned(), refused("http://evil.example/x.jpg"))
    reader = read(page)
    policy = next(value or "" for name, value in reader.attributes if value and "default-src" in value)
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not {name for name, _ in reader.attributes} & {"src", "href", "style", "onclick", "onerror", "srcset"}
    assert "url(" not in page
    assert "@import" not in page


def test_the_style_is_the_one_that_the_policy_lets_through(tmp_path: Path) -> None:
    from base64 import b64encode
    from hashlib import sha256

    page = saved(tmp_path / "r.html", cleaned())
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert f"style-src 'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" in page


def test_every_cell_says_by_itself_what_it_counts_where_the_heads_of_the_columns_have_no_room(tmp_path: Path) -> None:
    page = saved(tmp_path / "r.html", cleaned())
    for name, value in (("Removed", "2 positions"), ("Covered", "2"), ("Seen in the picture", "1 face")):
        assert f'<td data-name="{name}"><p><bdi>{value}</bdi></p></td>' in page
    assert "content: attr(data-name)" in page


def test_paper_is_narrow_and_has_the_table_all_the_same(tmp_path: Path) -> None:
    page = saved(tmp_path / "r.html", cleaned())
    stacked = [line for line in page.splitlines() if "@media" in line and "max-width" in line]
    assert stacked
    assert all("screen and" in line for line in stacked)


def test_thumbnails_are_of_copies_and_only_where_they_are_wished_for(tmp_path: Path) -> None:
    from base64 import b64decode

    copy = tmp_path / "copy.jpg"
    astronaut().save(copy, exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0", comment=b"secret comment")
    assert "<img" not in saved(tmp_path / "plain.html", cleaned(target=copy))
    gone = cleaned("gone.jpg", tmp_path / "gone.jpg")
    page = saved(tmp_path / "r.html", cleaned(target=copy), gone, about=ABOUT._replace(thumbnails=True))
    (picture,) = re.findall(r'<img alt="" src="data:image/jpeg;base64,([^"]+)">', page)
    data = b64decode(picture)
    assert data.startswith(b"\xff\xd8")
    assert b"secret" not in data
    assert b"Exif" not in data
    assert len(data) < 10_000


def test_a_file_that_is_no_report_stays_as_it_is(tmp_path: Path) -> None:
    precious = tmp_path / "precious.html"
    precious.write_text("mine")
    with pytest.raises(PolicyError, match="stays as it is"):
        saved(precious, cleaned())
    assert precious.read_text() == "mine"


def test_an_older_report_is_replaced(tmp_path: Path) -> None:
    for suffix in (".html", ".json"):
        saved(tmp_path / f"r{suffix}", cleaned())
        assert is_report(tmp_path / f"r{suffix}")
        assert "Left out" in saved(tmp_path / f"r{suffix}", refused()) or suffix == ".json"


def test_what_stops_the_run_leaves_the_older_report(tmp_path: Path) -> None:
    before = saved(tmp_path / "r.html", cleaned())
    with pytest.raises(ValueError, match="fault"):
        stopped(tmp_path / "r.html", ValueError("fault"))
    assert (tmp_path / "r.html").read_text() == before
    assert os.listdir(tmp_path) == ["r.html"]


def test_a_run_that_the_person_stops_has_a_report_on_what_was_done(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        stopped(tmp_path / "r.html", KeyboardInterrupt())
    assert "1 of 1 photos" in (tmp_path / "r.html").read_text()


@pytest.mark.parametrize("name", ["r.txt", "r", "photo.jpg"])
def test_only_names_of_reports_are_taken(name: str, tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match=r"\.html or \.json"):
        draft(tmp_path / name, ABOUT)


def test_a_folder_that_is_not_there_is_said_before_the_first_photo(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="Choose another place"):
        draft(tmp_path / "missing" / "r.html", ABOUT)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    with disk(tmp_path / "disk", 64) as folder:
        yield folder


def test_a_full_disk_is_a_sentence_and_leaves_nothing_behind(small_disk: Path) -> None:
    saved(small_disk / "r.html", cleaned())
    before = (small_disk / "r.html").read_text()
    with pytest.raises(UnreadableError, match="no space left"):
        saved(small_disk / "r.html", *[cleaned()] * 2000)
    assert (small_disk / "r.html").read_text() == before
    assert os.listdir(small_disk) == ["r.html"]


def test_a_read_only_disk_is_a_sentence(small_disk: Path) -> None:
    make_read_only(small_disk)
    with pytest.raises(LenscapError, match="read-only"):
        draft(small_disk / "r.html", ABOUT)


def test_nothing_of_a_photo_stays_in_memory(tmp_path: Path) -> None:
    with draft(tmp_path / "r.html", ABOUT) as report:
        report.add(cleaned())
        tracemalloc.start()
        for number in range(4000):
            report.add(cleaned(f"{number}.jpg"))
        gc.collect()
        held = sum(each.count for each in tracemalloc.take_snapshot().statistics("filename"))
        tracemalloc.stop()
    assert held < 500  # pieces: Python's table of names may grow at any time, and is one
    assert (tmp_path / "r.html").stat().st_size > 1_000_000


def test_every_phrase_can_be_said_in_another_language(tmp_path: Path) -> None:
    def louder(phrase: str) -> str:
        return phrase.upper().replace("{N}", "{n}").replace("{TOTAL}", "{total}").replace("{THINGS}", "{things}")

    words = read(saved(tmp_path / "r.html", cleaned(), refused(reason=""), about=ABOUT._replace(say=louder))).words
    assert "2 POSITIONS" in words
    said = words.split("}\n")[-1]
    assert set(re.findall(r"[a-z]{4,}", said)) == {"faces", "jpgroll", "psdroll"}  # names
