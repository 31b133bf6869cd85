"""The cards of what could be made from the photos, and of what becomes of that when they are cleaned."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lenscap.cloud import Statement
from lenscap.cloud.fates import Fate
from lenscap.gui import icons
from lenscap.gui.cloud import words
from lenscap.gui.cloud.collage import Collage
from lenscap.gui.cloud.parts import PressableCard, tr, unpressed
from lenscap.gui.cloud.tags import Tags, tags
from lenscap.gui.speech import spoken
from lenscap.gui.thumbnails import Thumbnails
from lenscap.gui.widgets import label, tile


class SuggestionCard(PressableCard):
    """Some photos, a title, and because of what."""

    def __init__(self, made: Statement, thumbnails: Thumbnails) -> None:
        self.made = made
        line = f"{words.kind(made)} · {words.photos(len(made.photos))}"
        shown = tags(made.data.get("because", ()))
        because = tr("Because of")
        super().__init__(f"{spoken(made.says)}, {line}, {because} {', '.join(tag.words for tag in shown)}")
        row, texts = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(10, 10, 12, 10)
        row.setSpacing(14)
        row.addWidget(unpressed(Collage(thumbnails, made.kind, made.photos)), 0, Qt.AlignmentFlag.AlignTop)
        texts.setSpacing(0)
        texts.addWidget(unpressed(label(spoken(made.says), "title", wrap=True)))
        texts.addWidget(unpressed(label(line, "body", "secondary")))
        texts.addSpacing(4)
        texts.addWidget(unpressed(label(because, "caption", "tertiary")))
        texts.addSpacing(4)
        texts.addWidget(unpressed(Tags(shown)))
        texts.addStretch(1)
        row.addLayout(texts, 1)


class FateCard(PressableCard):
    """A suggestion that is struck through, or what could still be made in its place; and why."""

    def __init__(self, fate: Fate) -> None:
        self.fate = fate
        reason = why(fate)
        state = tr("can still be made") if fate.left else tr("can no longer be made")
        super().__init__(f"{spoken(fate.made.says)}, {state}. {reason}")
        row, texts = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(14)
        sign = QLabel()
        icons.dress(sign, "eye" if fate.left else "cap", "text.secondary" if fate.left else "accent.base", 20)
        row.addWidget(unpressed(sign))
        texts.setSpacing(1)
        title = label(spoken(fate.made.says), "strong", "primary" if fate.left else "secondary", wrap=True)
        font = title.font()
        font.setStrikeOut(fate.left is None)
        title.setFont(font)
        texts.addWidget(unpressed(title))
        texts.addWidget(unpressed(label(reason, "small", "secondary", wrap=True)))
        row.addLayout(texts, 1)


def why(fate: Fate) -> str:
    """Why something can be made no longer, or still."""
    lost = [*map(words.gone, fate.gone), *(words.gone(kind, some=True) for kind in fate.few)]
    if fate.left is None:
        return words.listed(lost) if lost else tr("Too little is left that holds these photos together")
    still = [str(each["words"]) for each in fate.left.data.get("because", ())]
    said = (
        tr("Still there: {details}").format(details=", ".join(still)) if still else tr("The photos still go together")
    )
    if fate.left.says != fate.made.says:
        said = tr("Could still be made as “{title}”").format(title=spoken(fate.left.says))
    return f"{said}; {', '.join(lost)}" if lost else said


def stays_row(key: str, title: str, text: str) -> QWidget:
    """An icon beside a title and a line: something that the copies still tell."""
    made = QWidget()
    row, texts = QHBoxLayout(made), QVBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(tile(key, 26), 0, Qt.AlignmentFlag.AlignTop)
    texts.setSpacing(1)
    texts.addWidget(label(title, "strong", wrap=True))
    texts.addWidget(label(text, "small", "secondary", wrap=True))
    row.addLayout(texts, 1)
    return made
