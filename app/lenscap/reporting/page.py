"""A report for people: one HTML page that loads nothing, runs nothing, and shows what it quotes as plain text."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape

from lenscap.model import Outcome
from lenscap.quoting import LONG, SHORT, printable
from lenscap.reporting import phrases
from lenscap.reporting.entries import COPIED, About, Entry, Totals
from lenscap.reporting.look import STYLE
from lenscap.reporting.thumbnails import small

MARK = b"<!DOCTYPE html>\n<!-- Lenscap report 1 -->"
"""How such a file begins."""

_MOST_SENTENCES = 20
"""So many of what a copy tells are listed; there are rarely more than five."""

_HASH = b64encode(sha256(STYLE.encode()).digest()).decode()
_HEAD = f"""<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{_HASH}'; img-src data:">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{{title}}</title>
<style>{STYLE}</style>
</head>
<body>
"""


def head(about: About, totals: Totals) -> Iterator[str]:
    """Everything above the table, and the names of its columns."""
    say = about.say
    title = _text(say("What became of your photos"))
    yield MARK.decode() + "\n" + _HEAD.replace("{title}", title)
    yield f"<header>\n<h1>{title}</h1>\n"
    ready = say("{n} of {total} photos are ready to share.").format(n=totals.copies, total=totals.photos)
    yield f"<p>{_text(ready)} {_text(say('Each copy was read again before it got its name.'))}</p>\n"
    yield from _facts(about, totals)
    yield f"<p>{_text(say('What was removed is counted here and not repeated.'))} "
    yield _text(say("This page names your original files: keep it apart from the copies.")) + "</p>\n</header>\n"
    yield "<main>\n<table>\n<thead><tr>"
    for name in ("Photo", "Outcome", "Removed", "Covered", "Kept in the file", "Seen in the picture"):
        yield f'<th scope="col">{_text(say(name))}</th>'
    yield "</tr></thead>\n<tbody>\n"


def _facts(about: About, totals: Totals) -> Iterator[str]:
    say = about.say
    ended = [f"{phrases.outcome(each, say)}: {totals.outcomes[each]}" for each in Outcome if totals.outcomes[each]]
    yield "<dl>\n"
    for name, values in (
        (say("Date"), [about.when.strftime("%Y-%m-%d %H:%M")]),
        (say("Policy"), [about.policy]),
        (say("Outcome"), ended),
        (say("Removed"), phrases.listed(totals.removed, say)),
        (say("Covered"), [str(totals.covered)] if totals.covered else []),
    ):
        if values:
            yield f"<div><dt>{_text(name)}</dt><dd>{_text(', '.join(values), LONG)}</dd></div>\n"
    yield "</dl>\n"


def row(entry: Entry, about: About, number: int) -> Iterator[str]:
    """One photo."""
    result, say = entry.result, about.say
    yield f'<tr class="{result.outcome.value}"><th scope="row">'
    if about.thumbnails and result.target is not None and (picture := small(result.target)):
        yield f'<img alt="" src="data:image/jpeg;base64,{b64encode(picture).decode()}">'
    yield f"<bdi>{_text(result.path.name)}</bdi><small><bdi>{_text(result.path.parent.name)}</bdi></small></th>"
    yield f"<td><b>{_text(phrases.outcome(result.outcome, say))}</b>"
    yield f"<p>{_text(say(result.reason), LONG)}</p>" if result.reason else ""
    if entry.not_removed:
        left = ", ".join(phrases.listed(entry.not_removed, say))
        yield f"<p>{_text(say('The original still tells: {things}.').format(things=left), LONG)}</p>"
    yield "</td>"
    yield _cell(say("Removed"), phrases.listed(entry.removed, say))
    yield _cell(say("Covered"), [str(result.covered)] if result.covered and result.outcome in COPIED else [])
    yield _cell(say("Kept in the file"), _cut(entry.kept, about))
    yield _cell(say("Seen in the picture"), phrases.listed(entry.in_picture, say))
    yield "</tr>\n"


def _cut(sentences: tuple[str, ...], about: About) -> list[str]:
    more = len(sentences) - _MOST_SENTENCES
    return [
        *map(about.say, sentences[:_MOST_SENTENCES]),
        *([about.say("and {n} more").format(n=more)] if more > 0 else []),
    ]


def _cell(name: str, lines: list[str]) -> str:
    """What the column is called is said by the cell where the page is too narrow for columns."""
    said = "".join(f"<p><bdi>{_text(line)}</bdi></p>" for line in lines)
    return f'<td data-name="{_text(name)}">{said}</td>' if said else "<td></td>"


def foot(about: About) -> Iterator[str]:
    """The end of the page."""
    made = about.say("Written by Lenscap on this computer. Nothing was sent anywhere.")
    yield f"</tbody>\n</table>\n</main>\n<footer><p>{_text(made)}</p></footer>\n</body>\n</html>\n"


def _text(said: str, most: int = SHORT) -> str:
    """Words, whoever wrote them, as text of a page."""
    return escape(printable(said, most))
