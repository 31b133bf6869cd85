"""The set-up of AAC: what is behind its fields goes, and so does the comment among them."""

from __future__ import annotations

import pytest

from lenscap.errors import MalformedError
from lenscap.formats.mp4_aac import plain
from tests.samples.mp4_hard import SECRET, channels

KINDS = {
    "LC": "1210", "with an own frequency": "1780562210", "without SBR, as FFmpeg says": "121056e500",
    "with SBR, for newer decoders": "2b920800", "with SBR and PS": "eb8a0800", "with SBR behind": "131056e598",
    "that builds upon another": "12120000",
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_a_setup_stays_and_what_is_behind_it_goes(kind: str) -> None:
    setup = bytes.fromhex(KINDS[kind])
    assert plain(setup) == setup
    assert plain(setup + SECRET) == setup


def test_a_comment_among_the_channels_goes() -> None:
    assert plain(channels(SECRET)) == channels(b"")
    assert plain(channels(b"")) == channels(b"")


def test_what_is_not_known_stays_unless_there_is_text_in_it() -> None:
    cut, other = bytes.fromhex("12"), bytes.fromhex("f94048f0211a2cc0")
    assert plain(cut) == cut
    assert plain(other) == other
    with pytest.raises(MalformedError, match="only numbers"):
        plain(other + SECRET)
