"""An XMP packet taken apart (ISO 16684-1: section 7, RDF; annex on packets).

The parser is Python's own, written in C: defusedxml's is in Python and takes more than twice as long. It would expand
entities, so a packet that declares any is not parsed.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, XMLParser

from lenscap.errors import MalformedError
from lenscap.metadata.wording import printable
from lenscap.metadata.xmp_terms import PREFIXES, RDF, TRANSPARENT, XML_LANG

_MOST_BYTES, _MOST_MARKS, _MOST_PATH, _MOST_LEVELS = 16 << 20, 400_000, 400, 8

_ENCODINGS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"), (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"), (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"),
)  # fmt: skip
_DECLARATION = re.compile(r"<\?xml\s[^>]{0,200}\?>")
_FORBIDDEN = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_END = re.compile(r"<\?xpacket\s+end=[^>]{0,40}\?>")
_USUAL = re.compile(r"xpacket (?:begin|end|id)=|adobe-xap-filters|xml ")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_ITEM = f"{{{RDF}}}li"
_SILENT = frozenset(f"{{{RDF}}}{name}" for name in ("parseType", "datatype"))


class Leaf(NamedTuple):
    """One value: the property it belongs to, the way down to it in there, its places in lists, and the text."""

    top: str
    below: str
    items: tuple[int, ...]
    value: str


class Packet(NamedTuple):
    """The values of a packet by property, and the texts outside of any (comments, what follows the end)."""

    leaves: dict[str, list[Leaf]]
    asides: list[str]
    encoding: str


def parse(data: bytes) -> Packet:
    """Take a packet apart; ``MalformedError`` if it is not sound XML, too big, or declares entities."""
    if len(data) > _MOST_BYTES:
        raise MalformedError("An XMP packet is larger than any honest one.")
    text, encoding = _decode(data)
    text, asides = _trim(text)
    if _FORBIDDEN.search(text) or text.count("<") > _MOST_MARKS:
        raise MalformedError("An XMP packet declares entities, or holds too many parts.")
    parser = XMLParser()  # noqa: S314 - declarations of entities were refused above
    try:
        parser.feed(text)
        root = parser.close()
    except (ParseError, ValueError, OverflowError):
        raise MalformedError("An XMP packet is not sound XML.") from None
    leaves: dict[str, list[Leaf]] = {}
    for leaf in _leaves(root):
        leaves.setdefault(leaf.top, []).append(leaf)
    return Packet(leaves, asides, encoding)


def _decode(data: bytes) -> tuple[str, str]:
    head = data[:4]
    encoding = next((encoding for mark, encoding in _ENCODINGS if head.startswith(mark)), "utf-8")
    text = data.decode(encoding, "replace").removeprefix("\ufeff")
    if encoding == "utf-8" and "\ufffd" in text and _is_no_utf_8(text):
        return data.decode("cp1252", "replace"), "cp1252"
    return text, encoding


def _is_no_utf_8(text: str) -> bool:
    """Whether most of what is no ASCII is broken: an old program wrote it, whatever its declaration says."""
    return 2 * text.count("\ufffd") > len(text) - len(text.encode("ascii", "ignore"))


def _trim(text: str) -> tuple[str, list[str]]:
    """The XML itself, and what stands around and between it that a parser passes over."""
    asides = []
    if ends := [match.end() for match in _END.finditer(text)]:
        asides.append(text[ends[-1] :])
        text = text[: ends[-1]]
    start = text.find("<")
    asides.append(text[: max(0, start)])
    text = _DECLARATION.sub("", text[max(0, start) :].rstrip("\0 \t\r\n"), count=1)
    if "<!--" in text or text.count("<?") != 2:
        asides += _between(text, "<!--", "-->")
        asides += [found for found in _between(text, "<?", "?>") if not _USUAL.match(found)]
    return text, [kept for aside in asides if (kept := aside.strip("\0 \t\r\n\ufeff"))]


def _between(text: str, head: str, tail: str) -> Iterator[str]:
    """What stands between each ``head`` and the next ``tail``; every character is passed over once."""
    start = text.find(head)
    while start >= 0 and (end := text.find(tail, start + len(head))) >= 0:
        yield text[start + len(head) : end]
        start = text.find(head, end)


def _leaves(root: Element) -> Iterator[Leaf]:
    """All the values, in the order they stand there; without recursion, since the depth is somebody else's choice."""
    stack: list[tuple[Element, str, str, tuple[int, ...]]] = [(root, *_step(root.tag, "", ""), ())]
    while stack:
        element, top, below, items = stack.pop()
        for name, value in element.items():
            if value and name not in _SILENT and not (name == XML_LANG and _LANGUAGE.fullmatch(value)):
                yield Leaf(*_step(name, top, below), items, value)
        text = element.text
        if text and (text := text.strip()):
            yield Leaf(top, below, items, text)
        children = []
        for number, child in enumerate(element):
            if child.tail and (tail := child.tail.strip()):
                yield Leaf(top, below, items, tail)
            is_item = child.tag == _ITEM and len(items) < _MOST_LEVELS
            children.append((child, *_step(child.tag, top, below), (*items, number) if is_item else items))
        stack += reversed(children)


def _step(tag: str, top: str, below: str) -> tuple[str, str]:
    """The way to a part: one step further unless its tag is only scaffolding."""
    if tag in TRANSPARENT:
        return top, below
    name = _short(tag)
    if not top:
        return name, ""
    return top, (f"{below}/{name}" if below and len(below) < _MOST_PATH else name)


@lru_cache(maxsize=4096)
def _short(tag: str) -> str:
    """``{http://purl.org/dc/elements/1.1/}creator`` as ``dc:creator``."""
    uri, brace, name = tag[1:].rpartition("}")
    if not brace:
        return "rdf:about" if tag == "about" else printable(tag, 80)
    prefix = PREFIXES.get(uri) or printable(uri.rstrip("/#").rpartition("/")[2], 40)
    return f"{prefix}:{printable(name, 80)}"
