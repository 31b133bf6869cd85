"""The head of the inspector: thumbnail, name, date and size, or how many photos are selected."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lenscap.gui.roll import words
from lenscap.gui.roll.delegate import cropped
from lenscap.gui.roll.photo import Photo
from lenscap.gui.roll.together import Together
from lenscap.gui.widgets import ElidedLabel

THUMB = 52


class Header(QWidget):
    """What the details below it are of."""

    def __init__(self) -> None:
        super().__init__()
        self._thumb = QLabel()
        self._thumb.setFixedSize(THUMB, THUMB)
        self._name = ElidedLabel("", "title")
        self._date = ElidedLabel("", "small", "secondary")
        self._size = ElidedLabel("", "small", "tertiary")
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addStretch()
        for line in (self._name, self._date, self._size):
            text.addWidget(line)
        text.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(self._thumb)
        row.addLayout(text, 1)

    def show_photo(self, photo: Photo | None) -> None:
        """Show the names of a photo; its thumbnail comes when it is ready."""
        self._thumb.clear()
        self._thumb.setVisible(photo is not None and photo.problem is None)
        self._name.set_whole(Path(photo.name).name if photo else self.tr("No photo chosen"))
        self._date.set_whole(words.moment(photo) if photo else "")
        self._size.set_whole(words.measures(photo) if photo else "")

    def show_several(self, those: Together) -> None:
        """Show how many there are and how large they are together."""
        self._thumb.clear()
        self._thumb.hide()
        self._name.set_whole(self.tr("{n} photos selected").format(n=words.number(len(those.photos))))
        self._date.set_whole(self.tr("What you choose here holds for all of them."))
        self._size.set_whole(QLocale().formattedDataSize(those.bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat))

    def show_thumb(self, thumb: QPixmap | None) -> None:
        """Show the thumbnail."""
        if thumb is not None:
            self._thumb.setPixmap(cropped(thumb, THUMB, self.devicePixelRatioF()))
