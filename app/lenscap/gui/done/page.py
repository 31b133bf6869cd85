"""The page after cleaning."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from lenscap.gui import icons, theme
from lenscap.gui.cleaning import tally
from lenscap.gui.done.cards import Cards
from lenscap.gui.done.handout import Handout
from lenscap.gui.done.left import Left
from lenscap.gui.done.look import NeedsALook
from lenscap.gui.done.report import Reporter
from lenscap.gui.done.visible import Visible
from lenscap.gui.thumbnails import Thumbnails
from lenscap.gui.widgets import Flow, button, label, link
from lenscap.gui.writing import number
from lenscap.model import Outcome, Result


class DonePage(QWidget):
    """Says how it ended, in honest words, and leads to the copies."""

    back = Signal()
    retry = Signal(list)
    switch_off = Signal()

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._results: list[Result] = []
        self._to, self._policy = Path(), ""
        self.title, self.line = label("", "heading", wrap=True), label("", "body", "secondary", wrap=True)
        self._sign = QLabel()
        self.show_folder = button(self.tr("Show in folder"), "folderopen", primary=True, large=True)
        self.see_left = button(self.tr("See what is left"), "cloud", large=True)
        self.save = button(self.tr("Save report"), "doc", large=True)
        self.leave = link(self.tr("Back to photos"))
        self.said = label("", "small", "secondary", wrap=True)
        self.cards, self.look, self.side = Cards(), NeedsALook(thumbnails), Visible()
        self.handout, self.left, self.reporter = Handout(thumbnails), Left(thumbnails), Reporter(self)
        self._pages = QStackedWidget()
        self._build()
        self._connect()
        theme.scheme_changed.connect(self._redress)

    def _redress(self) -> None:
        self._show_sign(good=self.show_folder.isVisibleTo(self))

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Result"))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(32, 20, 28, 24)
        column.setSpacing(16)
        column.addWidget(self._head())
        column.addLayout(self._buttons())
        column.addWidget(self.said)
        column.addWidget(self.handout)
        column.addWidget(self.cards)
        column.addWidget(self.look)
        column.addStretch(1)
        area = QScrollArea()
        area.setAccessibleName(self.accessibleName())
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inner)
        self._pages.addWidget(area)
        self._pages.addWidget(self.left)
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._pages, 1)
        page.addWidget(self.side)

    def _head(self) -> QWidget:
        made = QWidget()
        self._sign.setFixedSize(56, 56)
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        texts, head = QVBoxLayout(), QHBoxLayout(made)
        head.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(4)
        texts.addStretch()
        texts.addWidget(self.title)
        texts.addWidget(self.line)
        texts.addStretch()
        head.setSpacing(18)
        head.addWidget(self._sign)
        head.addLayout(texts, 1)
        return made

    def _buttons(self) -> QHBoxLayout:
        row, ways = QHBoxLayout(), Flow(spacing=10)
        for part in (self.show_folder, self.see_left, self.save):
            ways.addWidget(part)
        row.addLayout(ways, 1)
        self.leave.setMinimumHeight(self.save.minimumHeight())
        if theme.has_large_text():  # the way back stands among the buttons
            ways.addWidget(self.leave)
        else:
            row.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _connect(self) -> None:
        self.show_folder.clicked.connect(lambda: self._open(self._to))
        self.see_left.clicked.connect(lambda: self._turn_to(self.left))
        self.left.back.connect(lambda: self._turn_to(None))
        self.save.clicked.connect(lambda: self.reporter.ask(self._results, self._to, self._policy))
        self.reporter.said.connect(self._say)
        self.handout.said.connect(self._say)
        QShortcut(QKeySequence.StandardKey.Copy, self.handout, self.handout.copy.click)
        self.leave.clicked.connect(self.back)
        self.look.retry.connect(self.retry)
        self.side.originals.followed.connect(self.switch_off)
        self.look.wanted.connect(lambda path: self._open(path.parent))

    def show_results(
        self, results: list[Result], to: Path, rest: Sequence[Path] = (), policy: str = "", took: float = 0
    ) -> None:
        """Show how it ended after ``took`` seconds; the copies are in ``to``, ``rest`` are photos not tried."""
        self._results, self._to, self._policy = list(results), to, policy
        copies = sum(result.outcome in tally.COPIED for result in results)
        self.title.setText(self._heading(copies, len(results) + len(rest)))
        self.line.setText(" ".join(part for part in (self._second_line(results), _duration(took)) if part))
        self._show_sign(good=copies > 0)
        self.said.hide()
        self.show_folder.setVisible(copies > 0)
        self.see_left.setVisible(copies > 0)
        self.save.setVisible(bool(results))
        self._turn_to(None)
        self.handout.show_results(results)
        self.left.show_results(results)
        self.cards.show_results(results)
        self.look.show_results(results, rest)
        self.side.show_results(results)
        (self.show_folder if copies else self.leave).setFocus()

    def _show_sign(self, good: bool) -> None:
        icons.dress(self._sign, "capcheck" if good else "note", "accent.base" if good else "state.note", 28)
        self._sign.setProperty("sign", "ok" if good else "note")
        ground = "accent.soft" if good else "state.note_soft"
        self._sign.setStyleSheet(f"background: {theme.color(ground).name()}; border-radius: 28px;")

    def _heading(self, copies: int, total: int) -> str:
        if total == 0:
            return self.tr("No photo was cleaned")
        if copies == 0:
            if total == 1:
                return self.tr("No copy was made of this photo")
            return self.tr("No copy was made of these {n} photos").format(n=number(total))
        if total == 1:
            return self.tr("1 photo is ready to share")
        if copies == total:
            return self.tr("All {n} photos are ready to share").format(n=number(total))
        if copies == 1:
            return self.tr("1 of {total} photos is ready to share").format(total=number(total))
        return self.tr("{n} of {total} photos are ready to share").format(n=number(copies), total=number(total))

    def _second_line(self, results: Sequence[Result]) -> str:
        outcomes = tally.outcomes(results)
        if not results:
            return self.tr("Cleaning was stopped before the first copy was finished.")
        if not outcomes[Outcome.CLEANED] and not outcomes[Outcome.ALREADY_CLEAN]:
            return self.tr("The reasons are below. The originals were not changed.")
        if not outcomes[Outcome.CLEANED]:
            return self.tr("There was nothing to remove. Each was copied as it is, and the copy was read again.")
        return self.tr("Checked: each copy was read again and none of the removed details was found.")

    def _open(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._say(self.tr("The folder could not be opened. It is {folder}.").format(folder=folder))

    def _turn_to(self, page: QWidget | None) -> None:
        """Show the list of what is left, or the result again."""
        self._pages.setCurrentIndex(0 if page is None else self._pages.indexOf(page))
        (self.left.table if page else self.see_left).setFocus()

    def wait(self) -> None:
        """Let the workers end; for the end of the program."""
        for part in (self.side, self.handout, self.left.table, self.reporter):
            part.wait()

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column on the right in proportion."""
        super().resizeEvent(event)
        self.side.fit_to(self.width())


def _duration(seconds: float) -> str:
    """How long it took, where that is worth a word."""
    minutes, rest = divmod(round(seconds), 60)
    if minutes:
        return QCoreApplication.translate("Done", "It took {m} min {s} s.").format(m=number(minutes), s=rest)
    return QCoreApplication.translate("Done", "It took {s} s.").format(s=rest) if rest else ""
