"""Photos that are looked at together, counted once: there may be 50,000, of which many tell the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from lenscap.gui.roll.facts import NOTHING_KNOWN, Common
from lenscap.gui.roll.photo import NO_EDITS, Photo
from lenscap.model import Edits

_COMMON, _BYTES = attrgetter("facts.common"), attrgetter("bytes")


class Part(NamedTuple):
    """So many photos that tell the same, and about whose details the same was chosen by hand."""

    common: Common
    edits: Edits
    number: int


class Together:
    """What holds for all of the photos. ``by_hand`` are those about which something was decided."""

    def __init__(self, photos: Sequence[Photo]) -> None:
        self.photos = photos
        self.counts = Counter(map(_COMMON, photos))
        self.by_hand = [photo for photo in photos if photo.edits is not NO_EDITS]

    @cached_property
    def bytes(self) -> int:
        """How large their files are, all together."""
        return sum(map(_BYTES, self.photos))

    @cached_property
    def unread(self) -> int:
        """Of how many it is not known yet what they tell."""
        if not self.counts[NOTHING_KNOWN.common]:
            return 0
        return sum(not photo.known and photo.problem is None for photo in self.photos)

    def parts(self) -> Iterator[Part]:
        """All photos, those together that do not differ in what is said of them here."""
        apart: dict[tuple[Common, tuple[tuple[str, str], ...]], list[Photo]] = {}
        for photo in self.by_hand:
            apart.setdefault((photo.facts.common, tuple(sorted(photo.edits.details.items()))), []).append(photo)
        rest = self.counts - Counter(map(_COMMON, self.by_hand))
        yield from (Part(common, NO_EDITS, number) for common, number in rest.items())
        for (common, _), photos in apart.items():
            yield Part(common, Edits(details=photos[0].edits.details), len(photos))

    def edits(self) -> list[Edits]:
        """All that was decided, each once, and that nothing was where that is so."""
        found = {id(photo.edits): photo.edits for photo in self.by_hand}
        return [*found.values(), *([NO_EDITS] if len(self.by_hand) < len(self.photos) else ())]

    def looks_like(self, other: Together) -> bool:
        """Whether the same would be said of the other photos."""
        return (
            len(self.photos) == len(other.photos)
            and self.counts == other.counts
            and self.photos[0] is other.photos[0]
            and self._decided() == other._decided()
            and (self.bytes, self.unread) == (other.bytes, other.unread)
        )

    def _decided(self) -> list[tuple[Common, Edits]]:
        return [(photo.facts.common, photo.edits) for photo in self.by_hand]
