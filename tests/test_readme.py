"""The documents agree with the program, with each other, and with what is there."""

from __future__ import annotations

import json
import re
import runpy
import shlex
from pathlib import Path
from urllib.parse import unquote

import pytest

from lenscap import __version__, cli
from lenscap.cli.showing import report_data
from lenscap.formats import containers
from lenscap.model import Outcome, Report, Result, Size
from lenscap.policy import PRESETS, STYLES, load

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
FOR_EVERYBODY = ("README.md", "CHANGELOG.md")

ALARM = re.compile(r"\b(danger|risk|expos|leak|spy|spies|protect|safe|anonym|100 ?%)", re.IGNORECASE)
"""Words that raise alarm or promise too much."""

WINDOW = "python3 -m venv .venv && .venv/bin/pip install -q uv && .venv/bin/uv run lenscap"
TESTS = "python3 -m venv .venv && .venv/bin/pip install -q uv && .venv/bin/uv run --group dev pytest"


def blocks(language: str) -> list[str]:
    """The bodies of the README's code blocks in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def commands() -> list[list[str]]:
    """The arguments of every ``lenscap`` that the README shows with some."""
    lines = "\n".join([*blocks("sh"), *blocks("console"), *blocks("powershell")]).splitlines()
    found = (re.match(r"(?:\$ |.*uv run )?lenscap (.+)", line) for line in lines)
    return [shlex.split(match[1], comments=True) for match in found if match]


def section(title: str) -> str:
    """The text below a heading of the README."""
    return README.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def rows(title: str) -> list[list[str]]:
    """The cells of the table below a heading, without its head."""
    lines = [line for line in section(title).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_the_two_commands_are_there() -> None:
    lines = "\n".join(blocks("sh")).splitlines()
    assert {WINDOW, f"{WINDOW} clean PHOTOS --to COPIES", TESTS} <= set(lines)


@pytest.mark.parametrize("arguments", commands(), ids=" ".join)
def test_every_command_is_one(arguments: list[str]) -> None:
    assert cli._parser().parse_args(arguments).action


def test_all_the_commands_are_shown() -> None:
    assert {arguments[0] for arguments in commands()} == {
        "inspect", "cloud", "clean", "watch", "check", "forget", "models", "formats",
    }  # fmt: skip


def test_the_table_of_formats_is_what_the_program_knows() -> None:
    known = {(container.NAME, container.SUFFIXES) for container in containers()}
    assert {(row[0], tuple(row[1].split())) for row in rows("Formats")} == known


def test_the_part_on_formats_is_written_from_the_code() -> None:
    table = runpy.run_path(str(ROOT / "packaging" / "formats_table.py"))
    assert table["BEGIN"] in README
    assert table["rewritten"](README) == README, "Run packaging/formats_table.py"


def test_the_table_of_policies_is_what_the_program_knows() -> None:
    assert [row[0].split()[0].strip("`") for row in rows("Policies")] == list(PRESETS)
    assert all(f"`{style}`" in section("Policies") for style in STYLES)


def test_the_policy_file_is_one(tmp_path: Path) -> None:
    (body,) = blocks("toml")
    (tmp_path / "mine.toml").write_text(body, encoding="utf-8")
    policy = load(tmp_path / "mine.toml")
    assert policy.neutral_names
    assert policy.edits["IMG_4127.jpg"].keep
    assert policy.edits["IMG_4127.jpg"].cover


def test_the_json_lines_have_the_fields_of_the_program() -> None:
    inspected, cleaned = (json.loads(line) for line in "".join(blocks("json")).splitlines())
    report = report_data(Report(Path(), "JPEG", Size(1, 1), ()))
    result = Result(Path(), None, Outcome.CLEANED).for_programs()
    assert inspected.keys() == report.keys()
    assert cleaned.keys() == result.keys()
    assert all(
        finding.keys() == {"kind", "tells", "where", "certainty", "box", "data"} for finding in inspected["findings"]
    )


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_what_is_linked_is_there(document: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", document.read_text(encoding="utf-8")):
        if not target.startswith(("https://", "#")):
            assert (document.parent / unquote(target.partition("#")[0])).is_file(), target


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_what_is_named_is_there(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for name in re.findall(r"`((?:app|tests|packaging|docs|resources)/[^`\s]*)`", text):
        assert (ROOT / name).exists(), name


@pytest.mark.parametrize("name", FOR_EVERYBODY)
def test_no_word_raises_alarm_or_promises_too_much(name: str) -> None:
    assert ALARM.search("This is 100 % safe.")
    assert not ALARM.search((ROOT / name).read_text(encoding="utf-8"))


def test_the_changelog_tells_of_this_version() -> None:
    assert f"\n## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_continuous_checks_set_up_by_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    pattern = re.search(r"grep -m1 '([^']+)' README.md", script)
    assert pattern
    assert [line for line in README.splitlines() if re.search(pattern[1], line)] == [TESTS]


def test_no_web_address_and_no_place_on_a_computer_is_written_down() -> None:
    for path in [*DOCUMENTS, ROOT / ".ci" / "run", ROOT / "packaging" / "bare_debian.sh"]:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"https?://(?!arxiv|pre-commit\.com)|/home/(?!person|\$)", text), path
