"""A look at what is hidden in a photo's file, large on the stage, and back again."""

from __future__ import annotations

from dataclasses import replace

from lenscap.gui.history import History
from lenscap.gui.roll.filters import PhotoFilter
from lenscap.gui.roll.photos import PhotoModel
from lenscap.gui.speech import spoken
from lenscap.gui.thumbnails import Thumbnails
from lenscap.gui.viewer.extras import extras
from lenscap.gui.viewer.picture import Shown
from lenscap.gui.viewer.showing import Showing
from lenscap.model import Finding, Kind


class Peeking(Showing):
    """Shows a hidden picture in the place of the photo, or the first one of a film; else it says what there is."""

    def __init__(
        self, model: PhotoFilter | PhotoModel, photos: PhotoModel, thumbnails: Thumbnails, history: History
    ) -> None:
        super().__init__(model, photos, thumbnails, history)
        self._peeked: Finding | None = None
        self.panel.peeked.connect(self._peek)
        self._loading.hidden.connect(self._show_hidden)
        self._loading.not_opened.connect(self._show_unopened)

    @property
    def peeking(self) -> bool:
        """Whether something else than the photo is shown."""
        return self._peeked is not None

    def show_photo(self, row: int) -> None:
        """Show the photo in that row of the model, and nothing that is hidden in it."""
        self.return_to_photo()
        super().show_photo(row)

    def return_to_photo(self) -> None:
        """Show the photo again."""
        if self._peeked is None:
            return
        self._peeked = None
        self.panel.extras.set_open(None)
        self.stage.clear("" if self._original else self.tr("Opening…"))
        if self._original:
            self._wished = None
            self.stage.show_original(self._original, self._decisions.size)
            self._refresh()

    def _peek(self, finding: Finding) -> None:
        """Show it; the same again leads back."""
        photo = self._decisions.photo
        if finding == self._peeked or photo is None:
            self.return_to_photo()
            return
        self._peeked = finding
        self.hold(pen=False)
        self._choose(-1)
        self.panel.extras.set_open(finding)
        self.stage.clear(self.tr("Opening…"))
        self._loading.peek(photo.path, finding)

    def _show_hidden(self, made: Shown | None) -> None:
        if self._peeked is None:
            return
        if made is None:
            self.stage.clear(self._said(self._peeked, shown=False))
        else:
            self.stage.show_alone(made, self._said(self._peeked))
        self._show_place()

    def _show_unopened(self, why: str) -> None:
        if self._peeked is not None:
            self.stage.clear(f"{self._said(self._peeked, shown=False)}\n\n{spoken(why)}")

    def _said(self, finding: Finding, shown: bool = True) -> str:
        """What it is, and that it goes."""
        stays = finding in self._staying()
        fate = self.tr("It stays in the copy.") if stays else self.tr("It is not in the copy.")
        words = self.tr("{what}.\n{fate} Esc leads back to the photo.")
        if not shown:
            words = self.tr("{what}.\nLenscap cannot show it by itself. {fate} Esc leads back to the photo.")
        if finding.kind is Kind.MOTION:
            words = self.tr("{what}.\nThis is its first picture. {fate} Esc leads back to the photo.")
            if not shown:
                words = self.tr("{what}.\nLenscap has no player for films, so it cannot be shown here. {fate}")
        return words.format(what=spoken(finding.tells), fate=fate)

    def _refresh(self) -> None:
        super()._refresh()
        photo = self._decisions.photo
        self.panel.show_extras(extras(photo.report if photo else None), self._staying())
        self.panel.extras.set_open(self._peeked)

    def _staying(self) -> list[Finding]:
        """What of it a copy will still have."""
        from lenscap import pipeline

        photo = self._decisions.photo
        if photo is None or photo.report is None or not (found := extras(photo.report)):
            return []
        policy = replace(self._decisions.policy, edits={str(photo.path): photo.edits})
        left = pipeline.predicted(photo.report, policy).findings
        return [finding for finding in found if finding in left]
