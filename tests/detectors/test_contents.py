"""What codes say, in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lenscap.detectors import boarding_pass
from lenscap.detectors.contents import contents

TWO_FLIGHTS = (
    "M2DESMARAIS/LUC       EABC123 YULFRAAC 0834 226F001A0025 14D>6181WW6225BAC 00141234560032A0141234567890 1AC AC "
    "1234567890123    20KYLX58ZDEF456 FRAGVALH 3664 227C012C0002 12E2A0140987654321 1AC AC 1234567890123    2PCNWQ"
)
"""Two legs, as the resolution's own example lays them out."""
ONE_FLIGHT = "M1SMITH/ANNA          EABC123 LISZRHLX 2087 123Y012A0034 100"
SAID = {
    "https://example.com/x": ("A QR code with the web address “https://example.com/x”", "url"),
    "WIFI:T:WPA;S:My\\;Net;P:pa\\:ss;;": ("A Wi-Fi password (network “My;Net”)", "wifi"),
    "WIFI:S:Guests;T:nopass;;": ("The Wi-Fi network “Guests”", "wifi"),
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Doe;Jane\r\nFN:Jane Doe\r\nEND:VCARD": ("A contact card of “Jane Doe”", "contact"),
    "MECARD:N:Doe,Jane;TEL:123;;": ("A contact card of “Doe,Jane”", "contact"),
    ONE_FLIGHT: ("A boarding pass: SMITH/ANNA, LIS → ZRH, flight LX2087", "boarding pass"),
    "tel:+41791234567": ("A QR code with the phone number “+41791234567”", "phone"),
    "mailto:anna@example.com?subject=x": ("A QR code with the e-mail address “anna@example.com”", "email"),
    "otpauth://totp/Anna?secret=HXDMVJECJJWSRB3H": ("The secret key of a login with two factors", "secret"),
    "SPC\n0200\n1\nCH4431999123000889012\nS\nRobert Schneider AG\n": ("A payment to “Robert Schneider AG”", "payment"),
    "4006381333931": ("A QR code with “4006381333931”", None),
    "\0\1\2": ("A QR code", None),
    "": ("A QR code", None),
}


@pytest.mark.parametrize("text", SAID)
def test_a_code_is_told_in_words(text: str) -> None:
    assert contents("A QR code", text) == SAID[text]


def test_a_password_is_not_in_the_sentence() -> None:
    assert "hunter2" not in contents("A QR code", "WIFI:T:WPA;S:Home;P:hunter2;;")[0]


def test_the_flights_of_a_pass_stand_where_the_fields_before_them_end() -> None:
    seen = boarding_pass.read(TWO_FLIGHTS)

    assert seen is not None
    assert seen.name == "DESMARAIS/LUC"
    assert seen.legs == (("YUL", "FRA", "AC834"), ("FRA", "GVA", "LH3664"))


@given(
    st.text(max_size=300), st.sampled_from(["", "WIFI:", "MECARD:", "BEGIN:VCARD\n", "M1", "SPC\n", "BCD\n", "tel:"])
)
def test_whatever_a_code_says_its_sentence_is_one_line_of_bounded_length(text: str, start: str) -> None:
    tells, _ = contents("A QR code", start + text)

    assert tells.isprintable()
    assert len(tells) < 300


@given(st.text(max_size=200))
def test_any_text_may_be_no_boarding_pass(text: str) -> None:
    boarding_pass.read("M1" + text)
    boarding_pass.read(ONE_FLIGHT[:58] + text)
