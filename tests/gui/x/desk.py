"""Another program on the same screen, as a file manager would be: FOLDER HEARD X Y WIDTH HEIGHT.

Its left half gives FOLDER to whoever drags it away, its right half takes files and writes their paths to HEARD.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget


class Source(QLabel):
    """Starts to drag the folder when the pointer moves with the button down."""

    def __init__(self, folder: Path) -> None:
        super().__init__("folder")
        self._folder = folder

    def mouseMoveEvent(self, _event: QMouseEvent) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(self._folder))])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)


class Target(QLabel):
    """Takes files; what may be moved away it would move, so that a copy is a choice of the giver's."""

    def __init__(self, heard: Path) -> None:
        super().__init__("mail")
        self._heard = heard
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        actions = "move" if event.possibleActions() & Qt.DropAction.MoveAction else "copy"
        self._heard.write_text("\n".join([actions, *(url.toLocalFile() for url in event.mimeData().urls())]))


def main(folder: Path, heard: Path, place: list[int]) -> int:
    app = QApplication([])
    desk = QWidget(None, Qt.WindowType.FramelessWindowHint)
    row = QHBoxLayout(desk)
    row.addWidget(Source(folder))
    row.addWidget(Target(heard))
    desk.setGeometry(*place)
    desk.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), [int(each) for each in sys.argv[3:]]))
