"""The German words: all are there, whole, and what the program loads."""

from __future__ import annotations

import re
import runpy
import subprocess
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = runpy.run_path(str(ROOT / "packaging" / "translations.py"), run_name="translations")
TS = ROOT / "resources" / "translations" / "lenscap_de.ts"
HOLE = re.compile(r"\{\w*\}")
ALARM = re.compile(r"gefahr|gefährlich|risik|ausspäh|spionier|anonym|\bsicher\b|hundertprozent", re.IGNORECASE)
SAFE = "Share safely"
"""The one preset that may be called so."""


@pytest.fixture(scope="module")
def wanted() -> list[Any]:
    return list(SCRIPT["texts"]())


@pytest.fixture(scope="module")
def said() -> dict[Any, str]:
    return dict(SCRIPT["translations"](TS))


def test_the_list_of_strings_is_that_of_the_code(wanted: list[Any], said: dict[Any, str]) -> None:
    assert set(map(tuple, wanted)) == set(map(tuple, said)), "Run packaging/translations.py"


def test_the_templates_that_the_window_loads_are_those_of_the_core(wanted: list[Any]) -> None:
    core = [each.source for each in wanted if each.context == SCRIPT["CORE"]]
    assert SCRIPT["sentences_file"](core) == SCRIPT["SENTENCES"].read_text(encoding="utf-8")


def test_qt_would_write_the_list_as_it_stands(wanted: list[Any], tmp_path: Path) -> None:
    copy = tmp_path / TS.name
    copy.write_bytes(TS.read_bytes())
    SCRIPT["update"](copy, wanted)
    assert copy.read_bytes() == TS.read_bytes(), "Run packaging/translations.py"


def test_what_qt_itself_finds_in_the_source_is_in_the_list(said: dict[Any, str], tmp_path: Path) -> None:
    own = tmp_path / "own_de.ts"
    files = [str(path) for path in sorted(SCRIPT["GUI"].rglob("*.py"))]
    subprocess.run([SCRIPT["program"]("lupdate"), *files, "-ts", str(own)], check=True, capture_output=True)
    found = {each.source for each in SCRIPT["translations"](own)}
    assert len(found) > 400
    assert found <= {each.source for each in said}


def test_every_string_has_its_words(said: dict[Any, str]) -> None:
    assert not [text for text, words in said.items() if not words.strip()]


def test_the_words_have_the_same_holes(said: dict[Any, str]) -> None:
    assert not [
        text for text, words in said.items() if sorted(HOLE.findall(text.source)) != sorted(HOLE.findall(words))
    ]


def test_ellipses_spaces_and_full_stops_are_kept(said: dict[Any, str]) -> None:
    ends = [
        (text.source, words)
        for text, words in said.items()
        if any(text.source.endswith(end) != words.endswith(end) for end in ("…", ":", " ", "\n", "?"))
        or (text.source.endswith(".") != words.endswith(".") and not words.endswith("“."))
        or text.source.count("&") != words.count("&")
    ]
    assert [each for each in ends if not each[0].endswith("Settings.")] == []


def test_the_words_frighten_nobody(said: dict[Any, str]) -> None:
    assert [text for text, words in said.items() if ALARM.search(words) and SAFE not in text.source] == []
    assert any(ALARM.search(words) for words in said.values()), "the preset is one of them"


def test_the_compiled_file_is_that_of_the_list(tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    SCRIPT["release"](TS, made)
    assert made.read_bytes() == TS.with_suffix(".qm").read_bytes(), "Run packaging/translations.py"


@pytest.mark.parametrize(
    "source",
    [
        "def f(self):\n    return self.tr(text)",
        "class A:\n    def f(self):\n        return self.tr(f'{n} photos')",
        "class A:\n    def f(self, other):\n        return other.tr('Photos')",
        "QCoreApplication.translate('Page', 'one ' + 'two')",
    ],
)
def test_what_qt_could_not_look_up_is_an_error(source: str, tmp_path: Path) -> None:
    import ast

    path = SCRIPT["GUI"] / "imagined.py"
    with pytest.raises(SCRIPT["StrangeError"], match=r"imagined\.py"):
        list(SCRIPT["_in_tree"](ast.parse(source), "", {}, path))


def test_a_sentence_of_the_core_that_nobody_translated_is_found(tmp_path: Path) -> None:
    reader = runpy.run_path(str(ROOT / "packaging" / "sentences.py"))["_in_file"]
    file = tmp_path / "new.py"
    file.write_text(
        '"""Documentation."""\n'
        "def f(name, count, flag):\n"
        "    raise MalformedError(f\"The part “{name}” has {count:,} bytes{' too many' if flag else ''}.\")\n"
        'TELLS = "A new sort of detail"\n'
        "said = f\"It has {plural(len(name), 'hair', 'hairs')} of {quoted(name)}\"\n",
        encoding="utf-8",
    )
    assert set(reader(file, "metadata/new.py")) == {
        "The part “{name}” has {number} bytes too many.",
        "The part “{name}” has {number} bytes.",
        "A new sort of detail",
        "It has {number} hair of “{name}”",
        "It has {number} hairs of “{name}”",
    }
