"""The sentences that the core says, as templates with holes: what a person may read of them in the window.

The core speaks English and knows of no other language. Its sentences are read out of its source here: constants as they
are, f-strings with a ``{name}`` for each value. ``lenscap.gui.speech`` finds the template of a sentence again.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

CORE = Path(__file__).resolve().parent.parent / "app" / "lenscap"
_ROOMS = ("cloud", "detectors", "metadata", "pipeline")
_FILES = ("coarsening.py", "formats/refused.py", "model.py", "opening.py", "output.py", "people.py")
_LABELS = "formats"
"""Of formats, only errors and the names of parts are read by people."""
_NOT_SAID = frozenset({"cloud/page.py", "detectors/meaning.py", "detectors/boarding_pass.py", "metadata/icc_known.py"})
"""For the command line, or patterns."""
_WORD = re.compile(r"[^\W\d_]{2}")
_NO_WORDS = re.compile(r"[\\^|<>#]|: ?\{0|\bw3\.org|://|^ *$|^\.\w+ |^[\w.:/ -]+=|^[A-Z0-9]{4,}[ :]")
_PLURALS = frozenset({"plural", "_plural"})
_QUOTED = frozenset({"quoted"})
_MOST = 16

MORE = (
    # Sentences that are put together from parts.
    "A note by {maker} of {number} bytes, in a private format; such notes hold serial numbers and sometimes positions",
    "A note by {maker} of {number} bytes, in a private format; such notes hold serial numbers and sometimes positions;"
    " readable in it: {data}",
    "A note by the camera's maker of {number} bytes, in a private format; such notes hold serial numbers and sometimes"
    " positions",
    "A note by the camera's maker of {number} bytes, in a private format; such notes hold serial numbers and sometimes"
    " positions; readable in it: {data}",
    "A list of {number} pictures in the file: {words}", "A list of {number} picture in the file: {words}",
    "Its history: {words}", "Camera settings: {words}",
    "Content credentials: who made and edited this picture; {words}", "A block of labelled boxes (JUMBF); {words}",
    "made with {data}", "edited with {data}", "of the file {data}", "signed by {data}",
    "The film was made {when}", "The film was changed {when}", "The track was made {when}",
    "The track was changed {when}", "The recording was made {when}", "The recording was changed {when}",
    "between {when} and {when2}", "A track with {what} ({number} bytes)", "data that are called {data}",
    "{number} bytes in the colour profile that are no colours: {data}",
    "{number} byte in the colour profile that are no colours: {data}",
    "The header of the colour profile holds what no well-known one does: {data}",
    "How the picture was developed: {number} settings of Camera Raw, for the raw file {data}",
    "How the picture was developed: {number} setting of Camera Raw, for the raw file {data}",
    "{sentence} ({number} × {number2} pixels)", "{sentence} ({number} × {number2} pixels, larger than this one)",
    "{sentence} ({number} × {number2} pixels, of another shape than this one)",
    "A GPS track of {number} points, beginning in {name}", "A GPS track of {number} points, beginning near {name}",
    "A GPS track of {number} points, beginning at {name}", "A GPS track of {number} point, beginning in {name}",
    "A GPS track of {number} point, beginning near {name}", "A GPS track of {number} point, beginning at {name}",
    "Track {number}", "Track {number} {name}", "JPEG comment", "{where} segment", "{where}, {name}",
    "{where} encoder", "{where} handler", "Thumbnail",
    "This photo hides a {number} s video",
    "This photo hides a {number} s video with sound", "This photo hides a video", "This photo hides a video with sound",
    "Taken at {name}", "Taken near {name}", "Taken in {name}", "Taken with a {name}", "Taken with an {name}",
    "Made in {name}", "Made near {name}", "Made at {name}", "Was there in {name}", "Was there near {name}",
    "Trip to {name}, {length}", "Trip, {length}", "A day in {name}", "Weekend in {name}", "Trip to {name}",
    "An evening in {name}", "A day", "An evening", "a day", "1 night", "{number} nights", "Trip",
    "{when}, {clock}–{clock2}, {name}", "{when}, {clock}–{clock2}",
    "1 face appears once", "{number} faces appear once", "1 face appears in {number} photos",
    "{number} faces appear in {number2} photos",
    "Likely home: far from any town, photos on {number} nights", "Likely home: {name}, photos on {number} nights",
    "Likely work: far from any town, photos on {number} working days",
    "Likely work: {name}, photos on {number} working days",
    "To cover parts of it, the picture was encoded again as {name}, at a high quality.",
    "To cover parts of it, the picture was encoded again, at a high quality.",
    "To cover parts of it, the picture was encoded again, at its own quality.",
    "To cover parts of it, the picture was encoded again; outside the covers every pixel is the same.",
    "To cover parts of it, the picture was encoded again as {name}; outside the covers every pixel is the same.",
    "To cover parts of it, the picture was encoded again as {name}, at its own quality.",
    "1 photo", "{number} photos", "1 clip", "{number} clips", "1 text", "{number} texts", "1 code", "{number} codes",
    "1 object", "{number} objects", "1 position", "{number} positions", "1 face", "{number} faces",
    "{number} photos without a date are in no event.", "1 photo without a date is in no event.",
    "Faces were not looked for in {number} photos.", "Faces were not looked for in 1 photo.",
    "Perhaps the text {data}", "Perhaps the e-mail address {data}", "Perhaps the phone number {data}",
    "The e-mail address {data}", "The bank account {data}", "The payment card number {data}",
    "The phone number {data}", "The web address {data}", "The address {data}", "Perhaps a licence plate, {data}",
    "Perhaps a QR code, which cannot be read", "Perhaps a bar code, which cannot be read",
    "Perhaps a Data Matrix code, which cannot be read", "Perhaps an Aztec code, which cannot be read",
    "Perhaps a PDF417 code, which cannot be read", "Perhaps a MaxiCode, which cannot be read",
    # Dates, directions, units.
    "on {day}", "in {month}", "in {year}", "{day} at {clock}",
    "facing {words}", "heading {words}",
    "north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west", "knots", "one",
    # What output.py puts before the words of the system.
    "The copy could not be written: {why}.", "The copy could not get its name: {why}.",
    "The folder for copies cannot be written to: {why}.",
    # Words of the operating system.
    "permission denied", "no space left on device", "is a directory", "input/output error", "read-only file system",
    "no such file or directory", "file name too long", "too many open files", "not a directory",
    # The quotation marks of the language.
    "“{}”",
    # Public holidays, as the package “holidays” calls them in English.
    "New Year's Day", "New Year's Eve", "Epiphany", "Good Friday", "Easter Sunday", "Easter Monday", "Labor Day",
    "May Day", "Ascension Day", "Whit Sunday", "Whit Monday", "Corpus Christi", "Assumption Day", "All Saints' Day",
    "Christmas Day", "Christmas Eve", "Boxing Day", "Second Day of Christmas", "Saint Stephen's Day", "Liberty Day",
    "Independence Day", "Thanksgiving Day", "German Unity Day", "National Day", "Republic Day", "Carnival",
    "Immaculate Conception", "Reformation Day", "Portugal Day", "Memorial Day", "Veterans Day", "Columbus Day",
    "Restoration of Independence Day", "Victory Day", "Constitution Day", "Day of Portugal, Camões, and the Portuguese"
    " Communities",
)  # fmt: skip
"""What the source does not say in one piece."""
_HALVES = frozenset({
    "The {what} was {verb} {when}", "Taken in {when}", "Perhaps a licence plate,",
    "Perhaps {lower}{name}, which cannot be read",
    "made with", "edited with", "of the file", "signed by", "Faces were not looked for in {faceless}.",
    "{number} faces appear", "{nights} night", "This photo hides a {length}video", "between {days} and {days2}",
    "This photo hides a {length}video with sound", "a call in the other process failed",
    "To cover parts of it, the picture was encoded again{way}{file}", "the camera's maker",
    "20{year}-{month}-{day} {hour}:{minute}:{second} (UTC)",
    "A day in", "Trip to", "Weekend in", "The name says", "Another picture", "numbers do not end", "Data Matrix",
    "A note by {maker} of {number} byte, in a private format;", "{once} once", "{count} in {number} photos",
    "such notes hold serial numbers and sometimes positions", "{start} → {end}, flight {flight}", "{words} {towns}",
    "{words} at {clock}{zone}", "at {position}", "in {town}", "near {town}", "1 face appears", "{verb} {when}",
    "{what} Save it again, as TIFF with LZW.", "{undated} without a date are in no event.",
    "{undated} without a date is in no event.", "{day} at {clock}{zone}", "boarding pass", "sports ball",
    "tennis racket", "baseball bat", "hot dog", "unknown error", "Taken with {article} {name}", "a {number} s video",
})  # fmt: skip
"""What stands in the source, but is read by nobody as it is: parts of sentences, and words for programs."""


def sentences() -> list[str]:
    """All templates, each once, in the order of the alphabet. Two that differ in the names of holes alone are one."""
    found = {*MORE, *_themes(), *_objects()}
    shapes = set(map(_shape, found))
    for path in sorted(CORE.rglob("*.py")):
        place = path.relative_to(CORE).as_posix()
        if not place.startswith(("gui/", "cli/")) and place not in _NOT_SAID:
            for each in map(_dated, _in_file(path, place)):
                if each not in _HALVES and _is_whole(each) and _shape(each) not in shapes:
                    found.add(each)
                    shapes.add(_shape(each))
    return sorted(found)


def _shape(template: str) -> str:
    return re.sub(r"\{(when|)\w*\}", r"{\1}", template)


def _is_whole(template: str) -> bool:
    """Whether it is no half of a sentence that is put together elsewhere."""
    return template == template.strip() and template[0] not in ",;" and not template.endswith((" beginning", ";", "%s"))


def _themes() -> Iterator[str]:
    from lenscap.cloud import themes

    for name in (*themes._RULES, *themes._WORDS_OF, *themes._SHOWN, "travel"):
        yield themes.title(name)


def _objects() -> Iterator[str]:
    from lenscap.models import YOLOX_NANO

    for label in YOLOX_NANO.labels:
        yield f"{'An' if label[0] in 'aeiou' else 'A'} {label}"


def _dated(template: str) -> str:
    """The template of a date has its preposition in the value: there is "on a day", but "in a month"."""
    return re.sub(r" on \{(?:when|iso|)\}$", " {when}", template)


def _in_file(path: Path, place: str) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    silent = set(map(id, _silent(tree)))
    errors_only = not (place.startswith(_ROOMS) or place in _FILES)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in _errors():
            for argument in node.args:
                yield from filter(_is_wordy, _texts(argument))
                silent.update(map(id, ast.walk(argument)))
        elif id(node) not in silent and isinstance(node, (ast.Constant, ast.JoinedStr)):
            for text in _texts(node):
                label = place.startswith(_LABELS) and text[:1].isupper() and "{" not in text and not text.endswith(".")
                if (not errors_only or label) and " " in text.strip() and _is_wordy(text):
                    yield text


@cache
def _errors() -> frozenset[str]:
    """The errors whose messages people read; those of Python are for whoever mends them."""
    from lenscap import errors

    return frozenset(name for name in dir(errors) if name.endswith("Error"))


def _silent(tree: ast.AST) -> Iterator[ast.AST]:
    """What is a text, but no sentence: documentation, parts of others, patterns, names in types."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield from (below for child in node.values for below in ast.walk(child))
        elif isinstance(node, ast.Call) and _name(node.func) in ("compile", "Struct", "fromhex", "split", "warning"):
            yield from ast.walk(node)


def _is_wordy(text: str) -> bool:
    return bool(_WORD.search(re.sub(r"\{\w*\}", "", text))) and not _NO_WORDS.search(text)


def _name(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _texts(node: ast.AST) -> list[str]:
    """The templates that an expression may become, with a hole for what is not known before."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.IfExp):
        return _texts(node.body) + _texts(node.orelse)
    if isinstance(node, ast.JoinedStr):
        names: list[str] = []
        parts = [_parts(child, names) for child in node.values]
        return ["".join(each) for each in list(product(*parts))[:_MOST]]
    return []


def _parts(node: ast.expr, names: list[str]) -> list[str]:
    """What stands at one place of an f-string: words, or a hole with a name of its own."""
    if not isinstance(node, ast.FormattedValue):
        return _texts(node)
    value = node.value
    if isinstance(value, ast.IfExp) and (both := _texts(value.body) + _texts(value.orelse)):
        return [*both, *([] if _texts(value.orelse) and _texts(value.body) else [_hole("value", names)])]
    if isinstance(value, ast.BinOp) and isinstance(value.left, ast.Constant) and value.left.value == "s":
        return ["", "s"]
    if isinstance(value, ast.Call) and _name(value.func) in _PLURALS and len(value.args) == 3:
        hole = _hole("number", names)
        return [f"{hole} {word}" for argument in value.args[1:] for word in _texts(argument)]
    if isinstance(value, ast.Call) and _name(value.func) in _QUOTED:
        return [f"“{_hole(_called(value.args[0]), names)}”"]
    return [_hole("number" if node.format_spec is not None else _called(value), names)]


def _called(node: ast.AST) -> str:
    """A name for a value: that of the first thing in it that has one."""
    if isinstance(node, ast.Call):
        return _called(node.args[0]) if node.args else _called(node.func)
    if isinstance(node, ast.Attribute):
        return node.attr
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, (ast.BoolOp, ast.Subscript)):
        return _called(node.values[0] if isinstance(node, ast.BoolOp) else node.value)
    return "value"


def _hole(name: str, names: list[str]) -> str:
    name = {"moment": "when", "iso": "when"}.get(name, name)
    name = re.sub(r"\W", "", name).strip("_").lower() or "value"
    names.append(name)
    again = names.count(name)
    return f"{{{name}{again if again > 1 else ''}}}"
