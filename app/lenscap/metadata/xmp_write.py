"""A fresh, minimal XMP packet out of the findings that are kept (ISO 16684-1, section 7)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from lenscap.metadata.xmp_terms import ALTERNATIVES, BAGS, RDF, SEQUENCES, SPACES, XML_LANG
from lenscap.model import Finding

for _prefix, _uri in SPACES.items():
    if _prefix != "xml":
        register_namespace(_prefix, _uri)


def write(findings: Iterable[Finding]) -> bytes | None:
    """A packet with what ``findings`` carry in ``data["xmp"]``; ``None`` if that is nothing."""
    kept: dict[str, Any] = {}
    for finding in findings:
        for name, value in finding.data.get("xmp", {}).items():
            if name.partition(":")[0] in SPACES:
                kept[name] = _joined(name, kept[name], value) if name in kept else value
    if not kept:
        return None
    root = Element("{adobe:ns:meta/}xmpmeta")
    about = SubElement(SubElement(root, f"{{{RDF}}}RDF"), f"{{{RDF}}}Description", {f"{{{RDF}}}about": ""})
    for name, value in kept.items():
        _put(about, name, value)
    packet = b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
    return packet + bytes(tostring(root, "utf-8")) + b'\n<?xpacket end="w"?>'


def _joined(name: str, one: Any, other: Any) -> Any:
    """Two values of one property, as two vocabularies may have them: both where it is a list, else the first."""
    if name not in SEQUENCES and name not in BAGS:
        return one
    values = [*(one if isinstance(one, list) else [one]), *(other if isinstance(other, list) else [other])]
    values = list(dict.fromkeys(map(str, values)))
    return values[0] if len(values) == 1 else values


def _put(about: Element, name: str, value: Any) -> None:
    prefix, _, local = name.partition(":")
    element = SubElement(about, f"{{{SPACES[prefix]}}}{local}")
    values = [str(one) for one in value] if isinstance(value, list) else [str(value)]
    holder = "Seq" if name in SEQUENCES else "Bag" if name in BAGS else "Alt" if name in ALTERNATIVES else ""
    if not holder and len(values) == 1:
        element.text = values[0]
        return
    items = SubElement(element, f"{{{RDF}}}{holder or 'Bag'}")
    for one in values:
        item = SubElement(items, f"{{{RDF}}}li", {XML_LANG: "x-default"} if holder == "Alt" else {})
        item.text = one
