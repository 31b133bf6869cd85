"""Bring the translations of the window up to date.

``uv run python packaging/translations.py`` reads every string of ``app/lenscap/gui`` and every sentence of the core,
brings ``resources/translations/lenscap_de.ts`` in step with them by Qt's ``lupdate``, compiles it by ``lrelease``, and
prints what is not translated as a JSON list; words that are said elsewhere already are proposed in it. The same list
with its translations filled in is taken by ``--take FILE.json``, after which all is compiled again. ``--all`` prints
what is translated, too.

Qt's own reader of Python sees neither through functions that wrap ``translate`` nor into the core, so the strings are
read here, and given to ``lupdate`` as a list of plain calls.
"""

from __future__ import annotations

import argparse
import ast
import json
import runpy
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, TypeGuard
from xml.etree import ElementTree

import PySide6

ROOT = Path(__file__).resolve().parent.parent
GUI = ROOT / "app" / "lenscap" / "gui"
FOLDER = ROOT / "resources" / "translations"
SENTENCES = FOLDER / "sentences.json"
LANGUAGES = ("de",)
CORE = "Core"
"""The context of what the core says."""


class Text(NamedTuple):
    """A string that a person sees, and the context under which Qt looks it up."""

    context: str
    source: str


class StrangeError(Exception):
    """A string that cannot be read out of the source, so that it would stay untranslated."""


# -- reading the source ------------------------------------------------------------------------------------------------


def texts() -> list[Text]:
    """All that can be translated, each once."""
    core = [Text(CORE, each) for each in runpy.run_path(str(ROOT / "packaging" / "sentences.py"))["sentences"]()]
    return sorted({*core, *of_window()})


def of_window() -> list[Text]:
    """What the window says itself."""
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(GUI.rglob("*.py"))}
    wrappers = {path: _wrappers(tree) for path, tree in trees.items()}
    shared = {_module(path): found for path, found in wrappers.items()}
    for path, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module in shared:
                names = {each.name: each.asname or each.name for each in node.names}
                wrappers[path] |= {names[name]: at for name, at in shared[node.module].items() if name in names}
    return sorted({each for path, tree in trees.items() for each in _in_tree(tree, "", wrappers[path], path)})


def _module(path: Path) -> str:
    return ".".join(path.relative_to(GUI.parent.parent).with_suffix("").parts)


def _wrappers(tree: ast.Module) -> dict[str, str]:
    """Functions that hand their one argument on to ``translate``, and the context that they give it; not the core's."""
    found = {}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and len(node.args.args) == 1:
            for call in filter(_is_translate, ast.walk(node)):
                context, text = call.args[:2]
                if isinstance(context, ast.Constant) and ast.unparse(text) == node.args.args[0].arg:
                    found[node.name] = str(context.value)
    return {name: context for name, context in found.items() if context != CORE}


def _is_translate(node: ast.AST) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and len(node.args) > 1 and ast.unparse(node.func).endswith("translate")


def _in_tree(node: ast.AST, context: str, wrappers: dict[str, str], path: Path) -> Iterator[Text]:
    """The strings below a node of the source; ``context`` is the class that it is in."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef) and child.name in wrappers:
            continue
        if isinstance(child, ast.Call):
            yield from _called(child, context, wrappers, path)
        yield from _in_tree(child, child.name if isinstance(child, ast.ClassDef) else context, wrappers, path)


def _called(call: ast.Call, context: str, wrappers: dict[str, str], path: Path) -> Iterator[Text]:
    function, place = call.func, f"{path.relative_to(ROOT).as_posix()}:{call.lineno}"
    if isinstance(function, ast.Attribute) and function.attr == "tr":
        if not (isinstance(function.value, ast.Name) and function.value.id == "self" and context):
            raise StrangeError(f"{place}: only self.tr() has a context; use QCoreApplication.translate().")
        yield Text(context, _literal(call.args[0], place))
    elif isinstance(function, ast.Name) and function.id in wrappers:
        yield Text(wrappers[function.id], _literal(call.args[0], place))
    elif _is_translate(call) and isinstance(call.args[0], ast.Constant) and call.args[0].value not in (None, CORE, 0):
        yield Text(_literal(call.args[0], place), _literal(call.args[1], place))


def _literal(node: ast.expr, place: str) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise StrangeError(f"{place}: Qt looks up literals only; put the values in afterwards.")


# -- Qt's own programs -------------------------------------------------------------------------------------------------


def program(name: str) -> str:
    """The path of a program that comes with PySide6."""
    return str(Path(str(PySide6.__file__)).parent / (f"{name}.exe" if sys.platform == "win32" else name))


def update(ts: Path, wanted: list[Text]) -> None:
    """Bring a file in step with the strings: new ones are unfinished, old ones go."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "strings.py"
        calls = (f"QCoreApplication.translate({_quoted(each.context)}, {_quoted(each.source)})" for each in wanted)
        plain.write_text("\n".join(calls), encoding="utf-8")
        options = ["-locations", "none", "-no-obsolete", "-disable-heuristic", "sametext"]
        options += ["-disable-heuristic", "similartext", "-source-language", "en", "-target-language", ts.stem[-2:]]
        subprocess.run([program("lupdate"), str(plain), *options, "-ts", str(ts)], check=True, capture_output=True)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def release(ts: Path, qm: Path) -> None:
    """Compile a file."""
    command = [program("lrelease"), "-nounfinished", str(ts), "-qm", str(qm)]
    subprocess.run(command, check=True, capture_output=True)


# -- translations ------------------------------------------------------------------------------------------------------


def translations(ts: Path) -> dict[Text, str]:
    """What a file says; an empty text for what is not finished."""
    found = {}
    for context in ElementTree.parse(ts).getroot().iter("context"):  # noqa: S314 (our own file)
        for message in context.iter("message"):
            said = message.find("translation")
            done = said is not None and said.get("type") is None
            text = Text(context.findtext("name", ""), message.findtext("source", ""))
            found[text] = (said.text or "") if done and said is not None else ""
    return found


def take(ts: Path, given: dict[Text, str]) -> None:
    """Put translations into a file."""
    tree = ElementTree.parse(ts)  # noqa: S314 (our own file)
    for context in tree.getroot().iter("context"):
        for message in context.iter("message"):
            text = Text(context.findtext("name", ""), message.findtext("source", ""))
            said = message.find("translation")
            if said is not None and given.get(text):
                said.text = given[text]
                said.attrib.pop("type", None)
    tree.write(ts, encoding="utf-8", xml_declaration=True)


def sentences_file(core: list[str]) -> str:
    """The templates as the window reads them."""
    return json.dumps(core, ensure_ascii=False, indent=0) + "\n"


def main() -> int:
    """Do all of it; 1 if something is not translated."""
    parser = argparse.ArgumentParser(description="Bring the translations of the window up to date.")
    parser.add_argument("--take", type=Path, help="a JSON list as this program prints it, with translations")
    parser.add_argument("--all", action="store_true", help="print what is translated, too")
    wish = parser.parse_args()
    wanted, lacking = texts(), []
    FOLDER.mkdir(exist_ok=True)
    core = [each.source for each in wanted if each.context == CORE]
    SENTENCES.write_text(sentences_file(core), encoding="utf-8")
    for language in LANGUAGES:
        ts = FOLDER / f"lenscap_{language}.ts"
        before = {text.source: words for text, words in translations(ts).items()} if ts.exists() else {}
        update(ts, wanted)
        if wish.take:
            rows = json.loads(wish.take.read_text(encoding="utf-8"))
            take(ts, {Text(row["context"], row["source"]): row["translation"] for row in rows})
            update(ts, wanted)  # which writes it as Qt does
        release(ts, ts.with_suffix(".qm"))
        said = translations(ts)
        lacking += [text for text in wanted if not said.get(text)]
        known = {text: said.get(text) or before.get(text.source, "") for text in (wanted if wish.all else lacking)}
        rows = [{**text._asdict(), "translation": words} for text, words in known.items()]
    print(json.dumps(rows, ensure_ascii=False, indent=1))
    print(f"{len(wanted)} strings, {len(lacking)} of them not translated", file=sys.stderr)
    return int(bool(lacking))


if __name__ == "__main__":
    sys.exit(main())
