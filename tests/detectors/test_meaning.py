"""What lines of text are called: rather too little than wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lenscap.detectors.meaning import is_iban, is_luhn, meaning

NAMED = {
    "anna@example.com": "email",
    "write to anna.b+c@mail.example.co.uk today": "email",
    "+41 79 123 45 67": "phone",
    "Tel. 044 123 45 67": "phone",
    "(0211) 123 456": "phone",
    "(555) 123-4567": "phone",
    "4111 1111 1111 1111": "card",
    "3782-822463-10005": "card",
    "CH93 0076 2011 6238 5295 7": "iban",
    "DE89370400440532013000": "iban",
    "GB82 WEST 1234 5698 7654 32": "iban",
    "B-AB 1234": "plate",
    "ZH 123456": "plate",
    "AB12 CDE": "plate",
    "AB-123-CD": "plate",
    "Bahnhofstrasse 12": "address",
    "Bahnhofstr.12": "address",
    "12 Baker Street": "address",
    "12 rue de la Paix": "address",
    "Rua da Prata 12": "address",
    "10115 Berlin": "address",
    "CH-8001 Zürich": "address",
    "1100-148 Lisboa": "address",
    "Menlo Park, CA 94025": "address",
    "SW1A 1AA": "address",
    "www.example.ch": "url",
    "https://example.com/x": "url",
    "EXAMPLE.COM": "url",
}
UNNAMED = (
    "", " ", "Happy birthday", "2026-06-15", "15.06.2026 18:42", "01 02 03", "1,234,567.89", "10 000 m", "20:15",
    "4006381333931", "4111 1111 1111 1112", "1234567890123", "0000 0000 0000 0000", "DE89370400440532013001",
    "ISBN 978-3-16-148410-0", "Version 3.10.2", "Room 12", "ROW C 3", "EXIT 12", "GATE B12", "SO 2026", "A 1234",
    "5th Avenue", "10000 Steps", "100% cotton", "the end.In May", "file.it", "1/2 price", "001234567", "@home", "8:3 x",
)  # fmt: skip


@pytest.mark.parametrize("text", NAMED)
def test_what_matters_is_named(text: str) -> None:
    found = meaning(text)

    assert found is not None
    assert found.name == NAMED[text]


@pytest.mark.parametrize("text", UNNAMED)
def test_what_may_be_anything_is_not_named(text: str) -> None:
    assert meaning(text) is None


def test_the_part_that_matters_is_taken_out_of_its_line() -> None:
    found = meaning("Call me: 079 123 45 67, or come to the party")

    assert found == ("phone", "079 123 45 67")


@given(st.text(max_size=400))
def test_any_text_can_be_asked_for(text: str) -> None:
    found = meaning(text)

    assert found is None or found.part in " ".join(text.split())


@given(st.text("0123456789", min_size=12, max_size=18), st.integers(0, 9))
def test_one_digit_in_ten_is_the_check_digit(digits: str, other: int) -> None:
    right = [last for last in "0123456789" if is_luhn(digits + last)]

    assert len(right) == 1
    assert is_luhn(digits + str(other)) == (str(other) == right[0])


@given(st.integers(0, 19), st.integers(1, 9))
def test_a_mistyped_account_is_none(place: int, more: int) -> None:
    right = "DE89370400440532013000"
    wrong = f"{right[: 2 + place]}{(int(right[2 + place]) + more) % 10}{right[3 + place :]}"

    assert is_iban(right)
    assert not is_iban(wrong)


@pytest.mark.parametrize("text", ["1 " * 150, "a." * 150, "12 Aa " * 50, "A1 " * 100, "+1(" * 100, "rua a " * 50])
def test_repetitions_take_no_time(text: str) -> None:
    """A pattern that tries all ways to divide such a line would never end."""
    assert meaning(text * 1000) is None or len(text) == 300
