"""Text out of files, traces, dates."""

from __future__ import annotations

import pytest

from lenscap.metadata.dates import moment
from lenscap.metadata.wording import middle, printable, readable, strings, trace, traces


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        (" a\r\n\tb  c ", "a b c"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("a\x00b", "a·b"),
        ("a\u202eb\u2066c\ufeff", "a·b·c"),
        ("a\ud800b", "a·b"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
        ("é" * 300, "é" * 199 + "…"),
        ("\0" * 500, ""),
    ],
)
def test_text_is_made_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize(
    "raw", [b"short", b"aaaaaaaaaa", b"ababababab", b"sRGB IEC61966-2.1", b"image/jpeg", b"Google", b""]
)
def test_what_stands_in_any_file_is_no_trace(raw: bytes) -> None:
    assert trace(raw) == ()


def test_long_values_are_found_again_by_both_ends() -> None:
    raw = bytes(range(65, 91)) * 20
    assert trace(raw) == (raw[:64], raw[-64:])
    assert traces(raw, raw, b"another") == (raw[:64], raw[-64:], b"another")
    assert middle(raw) == (raw[260:324], raw[-66:-2])


def test_words_are_found_in_unknown_bytes() -> None:
    raw = (
        b"\1\2Camera 1\xff\0"
        + "Serial 42".encode("utf-16-le")
        + b"\xee"
        + "Wide 77".encode("utf-16-be")
        + b"\xee~!@#$%^&"
    )
    assert b"Camera 1" in strings(raw)
    assert "Serial 42".encode("utf-16-le") in strings(raw)
    assert readable(raw)[:2] == ["Camera 1", "Serial 42"]


@pytest.mark.parametrize(
    ("text", "iso", "said"),
    [
        ("2026:06:15 18:42:07", "2026-06-15T18:42:07", "15 June 2026 at 18:42:07"),
        ("2026-06-15T18:42:07.5+01:00", "2026-06-15T18:42:07.5+01:00", "15 June 2026 at 18:42:07 (+01:00)"),
        ("20260615 184207+0100", "2026-06-15T18:42:07+01:00", "15 June 2026 at 18:42:07 (+01:00)"),
        ("2026-06-15T18:42Z", "2026-06-15T18:42Z", "15 June 2026 at 18:42 (UTC)"),
        ("2026-06", "2026-06", "June 2026"),
        ("2026", "2026", "2026"),
        ("Mon Jun 15 18:42:07 2026", "2026-06-15T18:42:07", "15 June 2026 at 18:42:07"),
    ],
)
def test_dates_are_read_and_said(text: str, iso: str, said: str) -> None:
    when = moment(text)
    assert when is not None
    assert (when.iso, str(when)) == (iso, said)


@pytest.mark.parametrize("text", ["", "0000:00:00 00:00:00", "2026-13-01", "2026-02-30", "2026-01-01 25:00:00", "soon"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert moment(text) is None
