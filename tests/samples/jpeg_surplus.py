"""Tables, headers and scans of a JPEG that look needed and are not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from .jpeg import APP14, DHT, DNL, DQT, SOS, Parts, picture_pieces, pieces, plain, sample, segment
from .picture import encode, picture
from .sample import Part, Sample, canary

ADOBE = b"Adobe"


def quantisation(place: str, number: int = 3) -> Part:
    """A quantisation table whose values are a canary."""
    return Part("DQT", segment(DQT, bytes([number]) + canary(place).ljust(64, b"x")), (canary(place),))


def huffman(place: str, number: int = 3) -> Part:
    """A Huffman table whose symbols are a canary."""
    symbols = canary(place)
    return Part("DHT", segment(DHT, bytes([number, *bytes(15), len(symbols)]) + symbols), (symbols,))


def line_count(place: str) -> Part:
    """A DNL segment for a picture that knows its height."""
    return Part("DNL", segment(DNL, canary(place)), (canary(place),))


def adobes() -> tuple[Part, ...]:
    """Adobe segments, of which a decoder obeys the last."""
    words = (b"Lisbon7", b"Anna-42", b"\0\x64\0\0\0\0\1")
    return tuple(Part("APP14", segment(APP14, ADOBE + word), (word,) if word[0] else ()) for word in words)


def surplus_samples() -> Iterator[Sample]:
    """All of them."""
    fronts: dict[str, Sequence[Part]] = {
        "table-unused": [quantisation("jpeg-dqt-unused")],
        "table-replaced": [quantisation("jpeg-dqt-replaced", 0)],
        "huffman-unused": [huffman("jpeg-dht-unused")],
        "huffman-replaced": [huffman("jpeg-dht-replaced", 0)],
        "line-count": [line_count("jpeg-dnl")],
        "adobe-repeated": adobes(),
    }
    for name, parts in fronts.items():
        yield sample(name, plain(), Parts(parts))
    late = [quantisation("jpeg-dqt-late", 0), huffman("jpeg-dht-late", 0), line_count("jpeg-dnl-late")]
    yield sample("tables-behind", plain(), Parts(end=late))
    yield sample("tables-behind-progressive", plain(progressive=True), Parts(end=late[:2]))
    yield _shared_segment("jpeg-dqt-shared")


def _shared_segment(place: str) -> Sample:
    """A table that no component uses, in one segment with one that all do."""
    base = plain()
    table = next(piece for piece in pieces(base) if piece[1] == DQT)
    shared = segment(DQT, table[4:] + b"\3" + canary(place).ljust(64, b"x"))
    keeps = tuple(piece[4:] if piece == table else piece for piece in picture_pieces(base))
    changed = replace(sample("table-beside", base), data=base.replace(table, shared), keeps=keeps)
    return replace(changed, canaries=(canary(place),), hides=("DQT with a needed table",))


def second_scan() -> Part:
    """Another picture's scan, with the same tables, behind the one that is shown."""
    other = encode(picture(shift=120), "JPEG", quality=85)
    scan = next(piece for piece in pieces(other) if piece[1] == SOS)
    return Part("a scan that is not shown", scan, (scan[200:240],))
