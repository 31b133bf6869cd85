"""What copies will still tell under a policy, in a few sentences that change while it is made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from lenscap.details import REMOVE
from lenscap.gui.policy.answers import BUT, EVERYBODY, Answers
from lenscap.model import Kind

translate = QCoreApplication.translate


def sentence(said: Answers) -> str:
    """All of it."""
    return " ".join((_kept(said), _covered(said), *_files(said)))


def _listed(words: Sequence[str]) -> str:
    """Words as they are listed in a sentence."""
    *first, last = words
    if not first:
        return last
    return translate("Policy", "{some} and {last}").format(some=", ".join(first), last=last)


def _kept(said: Answers) -> str:
    if not said.rest:
        return _all_but(said)
    kept = list(_words(said))
    if not kept:
        return translate("Policy", "Copies keep nothing of what the file tells.")
    return translate("Policy", "Copies keep {details}.").format(details=_listed(kept))


def _words(said: Answers) -> Iterator[str]:
    dates = {
        "year": translate("Policy", "the year"),
        "month": translate("Policy", "the month"),
        "day": translate("Policy", "the day"),
        "exact": translate("Policy", "date and time"),
    }
    places = {
        "country": translate("Policy", "the country"),
        "town": translate("Policy", "the town"),
        "exact": translate("Policy", "the exact position"),
    }
    yield from (words[answer] for words, answer in ((dates, said.date), (places, said.place)) if answer in words)
    if said.rest and said.settings:
        yield translate("Policy", "the camera settings")
    if said.rest and said.copyright:
        yield translate("Policy", "the copyright line")


def _all_but(said: Answers) -> str:
    """Where the rest stays: what goes or is made vaguer."""
    coarser = [each for each in (said.date, said.place) if each not in (REMOVE, "exact")]
    gone = [
        word
        for word, answer in (
            (translate("Policy", "the date"), said.date),
            (translate("Policy", "the position"), said.place),
        )
        if answer == REMOVE
    ]
    if not gone and not coarser:
        return translate("Policy", "Copies keep all that can be written anew.")
    if not coarser:
        whole = translate("Policy", "Copies keep all that can be written anew, but not {details}.")
        return whole.format(details=_listed(gone))
    left = _listed(list(_words(said)))
    return translate("Policy", "Copies keep all that can be written anew; of date and position {details}.").format(
        details=left
    )


def _covered(said: Answers) -> str:
    words = {
        Kind.FACE: translate("Policy", "faces"),
        Kind.TEXT: translate("Policy", "text"),
        Kind.CODE: translate("Policy", "codes"),
    }
    covered = [word for kind, word in words.items() if kind in said.cover]
    if not covered:
        return translate("Policy", "The picture stays as it is.")
    line = translate("Policy", "In the picture, {what} are covered.")
    if covered == [words[Kind.TEXT]]:
        line = translate("Policy", "In the picture, {what} is covered.")
    whole = line.format(what=_listed(covered))
    if Kind.FACE not in said.cover or said.whose == EVERYBODY:
        return whole
    if said.whose == BUT:
        return f"{whole} {translate('Policy', 'The faces of the people you choose stay visible.')}"
    return f"{whole} {translate('Policy', 'Of the faces only those of the people you choose.')}"


def _files(said: Answers) -> Iterator[str]:
    if said.neutral_names:
        yield translate("Policy", "Copies are called photo-0001 and so on.")
    if said.file_times:
        yield translate("Policy", "Copies have the file times of the originals.")
