"""The report that a person can keep, in their language: where it goes, and the writing off the window's thread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir, QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from lenscap import reporting
from lenscap.gui.done.phrases import say
from lenscap.gui.speech import spoken
from lenscap.gui.tasks import Task
from lenscap.model import Result
from lenscap.reporting import About


class Reporter(QObject):
    """Asks for a name and writes the report there; ``said`` tells how that went."""

    said = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._task = Task(lambda: iter(()))

    def ask(self, results: Sequence[Result], folder: Path, policy: str) -> None:
        """Let the person choose where it goes, and whether it is for people or for programs."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        page, pictures, data = _kinds()
        chosen, kind = QFileDialog.getSaveFileName(
            self._parent,
            self.tr("Save report"),
            QDir(documents).filePath(self.tr("Lenscap report.html")),
            ";;".join((page, pictures, data)),
        )
        if chosen:
            to = _with_suffix(Path(chosen), ".json" if kind == data else ".html")
            about = About(policy, folder, datetime.now(), thumbnails=kind == pictures, say=say)
            self.write(results, to, about, replace=to == Path(chosen))

    def write(self, results: Sequence[Result], to: Path, about: About, replace: bool = False) -> None:
        """Write it; ``replace`` what has that name, as the person said so."""
        self._task.abandon()
        self._task = Task(lambda: _written(list(results), to, about, replace))
        self._task.done.connect(lambda: self.said.emit(self.tr("The report was saved as {name}.").format(name=to.name)))
        self._task.failed.connect(lambda reason: self.said.emit(spoken(reason)))
        self.said.emit(self.tr("The report is being written…"))
        self._task.start()

    def wait(self) -> None:
        """Let go of a report that is not finished; for the end of the program."""
        self._task.abandon()
        self._task.wait()


def _kinds() -> tuple[str, str, str]:
    return (
        QCoreApplication.translate("Reporter", "Web page (*.html)"),
        QCoreApplication.translate("Reporter", "Web page with small pictures of the copies (*.html)"),
        QCoreApplication.translate("Reporter", "For programs (*.json)"),
    )


def _with_suffix(path: Path, suffix: str) -> Path:
    return path if path.suffix.lower() in reporting.SUFFIXES else path.with_name(path.name + suffix)


def _written(results: Sequence[Result], to: Path, about: About, replace: bool) -> Iterator[object]:
    """Each photo is a step: leaving off between two leaves no file."""
    with reporting.draft(to, about, replace) as report:
        for result in results:
            report.add(result)
            yield None
