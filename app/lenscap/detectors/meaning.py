"""What a line of text that was read in a picture is: a phone number, a card's, a licence plate …, as far as it is sure.

A wrong name is worse than none, as text without one is found and covered like all other. Readers of text lose spaces
and add some, so these count little.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

_MOST = 300
"""How much of a line is looked at; what is named here is shorter."""

_EMAIL = re.compile(r"[\w.+-]{1,64}\s?@\s?[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[a-z]{2,24}\b", re.IGNORECASE)
_TOPS = "com|org|net|info|app|gov|edu|eu|uk|de|ch|fr|es|pt|nl|pl|se|dk|fi|ie|jp|au|ca|br|io"
"""Ends of names of computers that are no words, as “in” and “it” would be."""
_URL = re.compile(
    r"(?i:\bhttps?://\S{3}|\bwww\.[\w-]+\.\w)"
    rf"|(?<![\w@.])(?:[A-Za-z0-9-]{{2,63}}\.){{1,4}}(?:{_TOPS}|{_TOPS.upper()})(?:/\S*)?(?![\w.-])"
)

_IBAN = re.compile(r"(?<![A-Z0-9])[A-Z]{2}[ ]?[0-9]{2}(?:[ ]?[A-Z0-9]){11,30}(?![A-Z0-9])")
_IBAN_LENGTHS = dict(
    re.findall(
        r"([A-Z]{2})(\d{2})",
        "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BR29BY28CH21CR22CY28CZ24DE22DK18DO28EE20EG29ES24FI18FO18FR27GB22GE22GI23"
        "GL18GR27GT28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MR27MT31MU30"
        "NL18NO15PK24PL28PS29PT25QA29RO24RS22SA24SC31SD18SE24SI19SK24SM27ST25SV28TN24TR26UA29VA22VG24XK20",
    )
)
_CARD = re.compile(r"(?<![\w.,+-])[2-6][0-9]{3}(?:[ -]?[0-9]){9,15}(?![\w.,-])")

_PHONE = re.compile(r"(?<![\w.,/+-])(?:\+[1-9]|00[1-9]\d{0,2}[ ./-])(?:[ ./-]?\(?\d\)?){6,16}(?![\w./-])")
_PHONE_AT_HOME = re.compile(
    r"(?<![\w.,/+-])(?:\(0\d{1,4}\)[ ]?\d{2,4}(?:[ /-]?\d{2,4}){1,3}"  # (0211) 123 456
    r"|0\d{1,4}[ /-]\d{2,4}(?:[ -]\d{2,4}){1,3}"  # 079 123 45 67
    r"|\(\d{3}\)[ ]?\d{3}-\d{4}|[2-9]\d{2}-\d{3}-\d{4})(?![\w./-])"  # (555) 123-4567
)
_CALLED = re.compile(
    r"\b(?:tel|phone|mobile|mobil|fax|call)\b\.?:?[ ]?([+(]?\d(?:[ ./()-]{0,2}\d){5,14})(?!\d)", re.IGNORECASE
)
_FEWEST_DIGITS, _MOST_DIGITS = 8, 15
_DATE = re.compile(r"\b(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./ ]\d{1,2}[-./ ]\d{4})\b")

_PLATES = re.compile(
    r"[A-ZÄÖÜ]{1,3}(?:[-:][A-Z]{1,2}[ -]?[1-9]\d|[ ][A-Z]{1,2}[ ]?[1-9]\d\d)\d{0,2}[EH]?"  # Germany: B-AB 1234
    r"|(?:AG|AI|AR|BE|BL|BS|FR|GE|GL|GR|JU|LU|NE|NW|OW|SG|SH|SO|SZ|TG|TI|UR|VD|VS|ZG|ZH)[ ·.-]?[1-9]\d{4,5}"
    r"|[A-HJ-PR-Y][A-HJ-PR-Y]\d{2}[ ]?[A-HJ-PR-Z]{3}"  # United Kingdom: AB12 CDE
    r"|[A-HJ-NP-TV-Z]{2}[ -]?\d{3}[ -]?[A-HJ-NP-TV-Z]{2}"  # France, Italy: AB-123-CD
    r"|\d{4}[ -]?[BCDFGHJ-NPR-TV-Z]{3}"  # Spain: 1234 BCD
    r"|[1-9][A-Z]{3}\d{3}"  # California: 7ABC123
)

_STREET = re.compile(
    r"\b[^\W\d_][\w.'’-]{2,40}(?:stra(?:ß|ss)e|str\.?|weg|platz|gasse|allee|ufer|straat|laan|gatan|vägen|vej)[ ]?"
    r"\d{1,4}[a-z]?\b"
    r"|\b\d{1,5}[a-z]?,?[ ](?:(?:[NESW]\.?|[A-Z][\w'’-]+)[ ]){1,4}"
    r"(?:street|st\b\.?|road|rd\b\.?|avenue|ave\b\.?|lane|ln\b\.?|boulevard|blvd\b\.?|crescent|close|court|terrace)"
    r"|\b\d{1,4}(?:[ ]?(?:bis|ter))?,?[ ](?:rue|avenue|boulevard|impasse|chemin|allée|quai)[ ][\w'’-]{2}"
    r"|\b(?:rua|avenida|travessa|calle|via|viale|corso|rue|chemin|plaza|praça)[ ](?:[^\W\d_][\w.'’-]*[ ]){0,4}"
    r"[^\W\d_][\w.'’-]+,?[ ](?:n[.º°]{1,2}[ ]?)?\d{1,4}\b",
    re.IGNORECASE,
)
_TOWN = re.compile(
    r"\b(?:(?:CH|A)-?[1-9]\d{3}|(?:D|DE|F|I|E)-[0-9]\d{4}|(?!\d{2}000)\d{5}|[1-9]\d{3}-\d{3})[ ]?[A-ZÀ-Ý][a-zß-ÿ]{2,}"
    r"|\b[A-Z]{1,2}\d[A-Z\d]?[ ]\d[ABD-HJLNP-UW-Z]{2}\b"  # SW1A 1AA
    r"|\b[A-Z][a-z]+,[ ][A-Z]{2}[ ]\d{5}(?:-\d{4})?\b"  # Menlo Park, CA 94025
    r"|\b[1-9]\d{3}[ ]?[A-Z]{2}[ ][A-Z][a-z]{2,}"  # 1012 AB Amsterdam
)


class Meaning(NamedTuple):
    """What a line holds ("email", "iban", "card", "phone", "url", "address", "plate"), and the part that is it."""

    name: str
    part: str


def meaning(text: str) -> Meaning | None:
    """What a line of text holds, the surest; ``None`` if nobody knows."""
    line = " ".join(text[:_MOST].split())
    return next((Meaning(name, part) for name, find in _FINDERS.items() if (part := find(line))), None)


def is_luhn(digits: str) -> bool:
    """Whether the last digit is the check digit of the others (ISO/IEC 7812-1, annex B)."""
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return sum(value - 9 * (value > 9) for value in doubled) % 10 == 0


def is_iban(text: str) -> bool:
    """Whether an account's number is as long as those of its country, and its check digits are right (ISO 13616-1)."""
    if len(text) != int(_IBAN_LENGTHS.get(text[:2], 0)):
        return False
    return int("".join(str(int(char, 36)) for char in text[4:] + text[:4])) % 97 == 1


def _card(line: str) -> str | None:
    for match in _CARD.finditer(line):
        digits = re.sub(r"[^0-9]", "", match[0])
        is_product = len(digits) == 13 == len(match[0])
        if not is_product and len(set(digits)) > 1 and is_luhn(digits):
            return match[0]
    return None


def _iban(line: str) -> str | None:
    for match in _IBAN.finditer(line):
        text = match[0].replace(" ", "")
        if is_iban(text[: int(_IBAN_LENGTHS.get(text[:2], 0))]):
            return match[0]
    return None


def _phone(line: str) -> str | None:
    if called := _CALLED.search(line):
        return called[1]
    rest = _DATE.sub(" ", line)
    for match in (*_PHONE.finditer(rest), *_PHONE_AT_HOME.finditer(rest)):
        if _FEWEST_DIGITS <= sum(map(str.isdigit, match[0])) <= _MOST_DIGITS:
            return match[0]
    return None


def _address(line: str) -> str | None:
    return line if _STREET.search(line) or _TOWN.search(line) else None


def _plate(line: str) -> str | None:
    return line if _PLATES.fullmatch(line) else None


def _first(pattern: re.Pattern[str]) -> Callable[[str], str | None]:
    """A finder of the first part of a line that fits."""

    def find(line: str) -> str | None:
        match = pattern.search(line)
        return match[0] if match else None

    return find


_FINDERS: dict[str, Callable[[str], str | None]] = {
    "email": _first(_EMAIL),
    "iban": _iban,
    "card": _card,
    "phone": _phone,
    "url": _first(_URL),
    "address": _address,
    "plate": _plate,
}
