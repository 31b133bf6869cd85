"""What a code says, in words: a web address, a network and its password, a contact card, a boarding pass …"""

from __future__ import annotations

import re

from lenscap.detectors import boarding_pass
from lenscap.quoting import printable, quoted

_FIELD = re.compile(r"((?:[^;:\\]|\\.)*):((?:[^;\\]|\\.)*);", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_WEB = re.compile(r"https?://|www\.", re.IGNORECASE)
_CARD_NAME = re.compile(r"^(FN|N)(?:;[^:\r\n]*)?:(.*)$", re.MULTILINE | re.IGNORECASE)
_EVENT = re.compile(r"^SUMMARY(?:;[^:\r\n]*)?:(.*)$", re.MULTILINE | re.IGNORECASE)


def contents(symbol: str, text: str) -> tuple[str, str | None]:
    """A sentence on what a code says and what that is; ``symbol`` is how such a code is called ("A QR code")."""
    for read in (_pass, _wifi, _contact, _event, _secret, _payment):
        if said := read(text):
            return said
    text = text.strip()
    for start, what, is_ in _KINDS:
        if text.casefold().startswith(start):
            return f"{symbol} with {what} {quoted(text[len(start) :].partition('?')[0])}", is_
    if _WEB.match(text):
        return f"{symbol} with the web address {quoted(text)}", "url"
    return (f"{symbol} with {quoted(text)}", None) if printable(text).strip("· ") else (symbol, None)


_KINDS = (
    ("mailto:", "the e-mail address", "email"),
    ("tel:", "the phone number", "phone"),
    ("smsto:", "a message to", "phone"),
    ("sms:", "a message to", "phone"),
    ("geo:", "the position", "place"),
)


def _pass(text: str) -> tuple[str, str] | None:
    seen = boarding_pass.read(text)
    if seen is None:
        return None
    legs = (f"{leg.start} → {leg.end}, flight {leg.flight}" for leg in seen.legs)
    return printable(f"A boarding pass: {seen.name}, {'; '.join(legs)}"), "boarding pass"


def _wifi(text: str) -> tuple[str, str] | None:
    if not text.upper().startswith("WIFI:"):
        return None
    fields = _fields(text[5:])
    network = quoted(fields.get("S", ""))
    return (f"A Wi-Fi password (network {network})" if fields.get("P") else f"The Wi-Fi network {network}"), "wifi"


def _contact(text: str) -> tuple[str, str] | None:
    if text.upper().startswith("MECARD:"):
        names = [_fields(text[7:]).get("N", "")]
    elif text.upper().startswith("BEGIN:VCARD"):
        found = {match[1].upper(): match[2] for match in _CARD_NAME.finditer(text)}
        names = [found.get("FN") or " ".join(found.get("N", "").split(";"))]
    else:
        return None
    name = _ESCAPED.sub(r"\1", names[0]).strip()
    return (f"A contact card of {quoted(name)}" if name else "A contact card"), "contact"


def _event(text: str) -> tuple[str, str] | None:
    if not text.upper().startswith(("BEGIN:VEVENT", "BEGIN:VCALENDAR")):
        return None
    title = _EVENT.search(text)
    return (f"A calendar entry {quoted(title[1])}" if title else "A calendar entry"), "event"


def _secret(text: str) -> tuple[str, str] | None:
    """A key for the codes of two-factor logins."""
    if not text.casefold().startswith("otpauth"):
        return None
    return "The secret key of a login with two factors", "secret"


def _payment(text: str) -> tuple[str, str] | None:
    """A Swiss QR-bill or a credit transfer of the European Payments Council: who is paid."""
    lines = text.splitlines()
    place = {"SPC": 5, "BCD": 5}.get(lines[0].strip() if lines else "")
    if place is None or len(lines) <= place:
        return None
    return f"A payment to {quoted(lines[place])}", "payment"


def _fields(text: str) -> dict[str, str]:
    """Fields like ``S:name;``, in which a backslash takes the meaning from the next character."""
    return {match[1].strip().upper(): _ESCAPED.sub(r"\1", match[2]) for match in _FIELD.finditer(text + ";")}
