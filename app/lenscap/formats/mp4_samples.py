"""Where the samples of a track lie and when they are shown (ISO/IEC 14496-12, sections 8.6 and 8.7).

Tables have a row for each sample, of which a long film has millions: they stay arrays, and spans are those of chunks.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from operator import lt
from typing import NamedTuple

from lenscap.binary.boxes import Atom, box, title
from lenscap.errors import MalformedError
from lenscap.formats import check_numbers
from lenscap.formats.mp4_entries import Entry
from lenscap.formats.mp4_notes import Notes

Span = tuple[int, int]
Place = Callable[[int], int]

_GROUPS = {b"roll": 2, b"prol": 2, b"rap ": 1, b"sync": 1, b"tele": 1, b"sap ": 4}
"""The kinds of sample groups that players obey, and how long a description of each is."""
_MOST_SAMPLES = 1 << 31


class Samples(NamedTuple):
    """The samples of a track: how many, one ``size`` for all or their ``sizes``, and the chunks they lie in."""

    total: int
    size: int
    sizes: array[int]
    chunks: array[int]
    rows: tuple[tuple[int, int, int], ...]
    """From which chunk on (counted from 1) how many samples there are in one, and by which description."""
    tables: bytes
    """The other tables, written anew."""
    spans: tuple[Span, ...]
    """Where the samples of each chunk lie."""


def samples(data: bytes, atoms: list[Atom], entries: tuple[Entry, ...], where: str, notes: Notes) -> Samples:
    """Read the tables of an ``stbl`` box, given its boxes."""
    found = _first_of_each(data, atoms, where, notes)
    count, size, sizes = _sizes(found, where, notes)
    tables = b"".join(_tables(found, count, where, notes))
    chunks = _chunks(found, where, notes)
    rows = _rows(found, len(chunks), len(entries), where, notes)
    bare = Samples(count, size, sizes, chunks, rows, tables, ())
    stts = found.get(b"stts", b"")
    counts_values = int.from_bytes(stts[4:8]) == 1 and stts[12:16] == b"\0\0\0\1"
    lengths = _lengths(bare, entries, counts_values)
    return bare._replace(spans=tuple(zip(chunks, map(int.__add__, chunks, lengths), strict=True)))


def _first_of_each(data: bytes, atoms: list[Atom], where: str, notes: Notes) -> dict[bytes, bytes]:
    """The tables by their kind, with which those of sample groups name their own."""
    found: dict[bytes, bytes] = {}
    for atom in atoms:
        body = data[atom.body : atom.end]
        kind = atom.kind + body[4:8] if atom.kind in GROUPS else atom.kind
        if kind in found:
            raise MalformedError(f"One of its tracks has two “{title(atom.kind)}” boxes.")
        if atom.kind in _NEEDED:
            found[kind] = body
        elif atom.kind != b"stsd":
            notes.add(f"{where} {title(atom.kind)}", body)
    for kind, other in ((b"stsz", b"stz2"), (b"stco", b"co64")):
        if kind in found and other in found:
            notes.add(f"{where} {title(other)}", found.pop(other))
    return found


def _tables(found: dict[bytes, bytes], count: int, where: str, notes: Notes) -> Iterator[bytes]:
    """The tables that say nothing of places, written anew."""
    for kind, body in found.items():
        if rule := _WRITTEN.get(kind[:4]):
            fresh = rule(body, count)
            notes.compare(f"{where} {title(kind)}", body, fresh or b"")
            if fresh is not None:
                yield box(kind[:4], fresh)


def written(found: Samples, place: Place, wide: bool) -> bytes:
    """The tables with the offsets that ``place`` gives."""
    sizes = box(b"stsz", bytes(4), found.size.to_bytes(4), found.total.to_bytes(4), _packed(found.sizes))
    flat = array("I", (number for row in found.rows for number in row))
    rows = box(b"stsc", bytes(4), len(found.rows).to_bytes(4), _packed(flat))
    offsets = array("Q" if wide else "I", (place(start) if end > start else 0 for start, end in found.spans))
    chunks = box(b"co64" if wide else b"stco", bytes(4), len(offsets).to_bytes(4), _packed(offsets))
    return found.tables + rows + sizes + chunks


def _sizes(found: dict[bytes, bytes], where: str, notes: Notes) -> tuple[int, int, array[int]]:
    """How many samples there are, the size of all or 0, and the size of each."""
    body = found.get(b"stsz")
    if body is not None:
        size, count = _number(body, 4, "stsz"), _number(body, 8, "stsz")
        sizes = _numbers(body, 12, 0 if size else count, "stsz", "I")
        notes.add(f"{where} stsz", body[12 + 4 * len(sizes) :])
    elif (body := found.get(b"stz2")) is not None:
        size, count, sizes = 0, _number(body, 8, "stz2"), array("I")
        sizes.extend(_small(body, count))
    else:
        raise MalformedError("It does not say how long its samples are.")
    if count > _MOST_SAMPLES:
        raise MalformedError(f"It claims {count:,} samples, which no film has.")
    return count, size, sizes


def _small(body: bytes, count: int) -> Iterable[int]:
    bits = body[7]
    if bits == 4 and len(body) >= 12 + (count + 1) // 2:
        return [number for byte in body[12:] for number in (byte >> 4, byte & 15)][:count]
    if bits == 8:
        return _numbers(body, 12, count, "stz2", "B")
    if bits == 16:
        return _numbers(body, 12, count, "stz2", "H")
    raise MalformedError("Its “stz2” box claims sizes that it does not have.")


def _chunks(found: dict[bytes, bytes], where: str, notes: Notes) -> array[int]:
    """The offsets of chunks."""
    for name, code in (("stco", "I"), ("co64", "Q")):
        body = found.get(name.encode())
        if body is not None:
            offsets = _numbers(body, 8, _number(body, 4, name), name, code)
            notes.add(f"{where} {name}", body[8 + offsets.itemsize * len(offsets) :])
            return array("Q", offsets)
    raise MalformedError("It does not say where its samples are.")


def _rows(
    found: dict[bytes, bytes], chunks: int, entries: int, where: str, notes: Notes
) -> tuple[tuple[int, int, int], ...]:
    """The rows of ``stsc`` that are about chunks that exist."""
    body = found.get(b"stsc")
    if body is None:
        raise MalformedError("It does not say in which chunks its samples are.")
    numbers = _numbers(body, 8, 3 * _number(body, 4, "stsc"), "stsc", "I")
    notes.add(f"{where} stsc", body[8 + 4 * len(numbers) :])
    firsts = numbers[::3]
    if any(not row <= entries or not row for row in numbers[2::3]) or not _grows(firsts) or 0 in firsts[:1]:
        raise MalformedError("Its “stsc” box contradicts itself.")
    rows = tuple(zip(firsts, numbers[1::3], numbers[2::3], strict=True))
    kept = tuple(row for row in rows if row[0] <= chunks)
    if chunks and (not kept or kept[0][0] != 1):
        raise MalformedError("Its “stsc” box does not begin with the first chunk.")
    notes.add(f"{where} stsc", _packed(array("I", (number for row in rows[len(kept) :] for number in row))))
    return kept


def _lengths(found: Samples, entries: tuple[Entry, ...], counts_values: bool) -> array[int]:
    """How many bytes each chunk takes."""
    sums = array("Q", accumulate(found.sizes, initial=0)) if found.sizes else None
    lengths = array("Q")
    seen = 0
    ends = [*(row[0] for row in found.rows[1:]), len(found.chunks) + 1][: len(found.rows)]
    for (first, many, description), end in zip(found.rows, ends, strict=True):
        packet = entries[description - 1].packet if counts_values and found.size else None
        whole = seen + many * (end - first)
        if whole > found.total:
            raise MalformedError(f"Its “stsc” box claims {whole:,} samples or more; there are {found.total:,}.")
        if sums is not None:
            stops = sums[seen : whole + 1 : many] if many else array("Q", [0]) * (end - first + 1)
            lengths.extend(map(int.__sub__, stops[1:], stops[:-1]))
        else:
            length, per = packet or (found.size, 1)
            lengths.extend([-(-many // per) * length] * (end - first))
        seen = whole
    if seen != found.total:
        raise MalformedError(f"Its chunks hold {seen:,} samples; there are {found.total:,}.")
    return lengths


def _pairs(body: bytes, count: int) -> bytes:
    """Rows of how many samples, and their value, for no more samples than there are."""
    many = _number(body, 4, "stts” or “ctts")
    numbers = _numbers(body, 8, 2 * many, "stts” or “ctts", "I")
    numbers = _for_samples(numbers, count)
    return body[:1] + bytes(3) + (len(numbers) // 2).to_bytes(4) + _packed(numbers)


def _for_samples(numbers: array[int], count: int) -> array[int]:
    """Pairs of how many samples, and their value, without those that are for none."""
    counts = numbers[::2]
    if sum(counts) <= count and 0 not in counts:
        return numbers
    kept, left = array("I"), count
    for each, value in zip(counts, numbers[1::2], strict=True):
        if left and each:
            kept.extend((min(each, left), value))
            left -= min(each, left)
    return kept


def _listed(body: bytes, count: int) -> bytes:
    """Numbers of samples, in order."""
    numbers = _numbers(body, 8, _number(body, 4, "stss"), "stss", "I")
    if not _grows(numbers) or (numbers and not 0 < numbers[0] <= numbers[-1] <= count):
        numbers = array("I", sorted({number for number in numbers if 0 < number <= count}))
    return bytes(4) + len(numbers).to_bytes(4) + _packed(numbers)


def _shifts(body: bytes, count: int) -> bytes:
    """How far presentation is from decoding: five numbers."""
    numbers = body[4 : 44 if body[:1] == b"\1" else 24]
    check_numbers(numbers)
    return body[:1] + bytes(3) + numbers


def _dependencies(body: bytes, count: int) -> bytes:
    """A byte for each sample: which others it needs."""
    return bytes(4) + body[4 : 4 + count]


def _grouped(body: bytes, count: int) -> bytes | None:
    if body[4:8] not in _GROUPS:
        return None
    start = 12 if body[0] else 8
    many = _number(body, start, "sbgp")
    numbers = _for_samples(_numbers(body, start + 4, 2 * many, "sbgp", "I"), count)
    rows = _packed(numbers)
    check_numbers(rows)
    return body[:1] + bytes(3) + body[4:start] + (len(numbers) // 2).to_bytes(4) + rows


def _group(body: bytes, count: int) -> bytes | None:
    """The descriptions of a kind of sample group."""
    length = _GROUPS.get(body[4:8])
    if not length or body[0] > 2 or (body[0] == 1 and body[8:12] != length.to_bytes(4)):
        return None
    start = 12 if body[0] else 8
    many = _number(body, start, "sgpd")
    end = start + 4 + many * length
    if end > len(body):
        raise MalformedError("Its “sgpd” box claims bytes that it does not have.")
    check_numbers(body[start:end])
    return body[:1] + bytes(3) + body[4:end]


_WRITTEN: dict[bytes, Callable[[bytes, int], bytes | None]] = {
    b"stts": _pairs,
    b"ctts": _pairs,
    b"cslg": _shifts,
    b"stss": _listed,
    b"stps": _listed,
    b"sdtp": _dependencies,
    b"sbgp": _grouped,
    b"sgpd": _group,
}
GROUPS = {b"sbgp": _grouped, b"sgpd": _group}
_NEEDED = _WRITTEN.keys() | {b"stsz", b"stz2", b"stsc", b"stco", b"co64"}


def _grows(numbers: array[int]) -> bool:
    return all(map(lt, numbers, numbers[1:]))


def _number(body: bytes, start: int, name: str) -> int:
    if start + 4 > len(body):
        raise MalformedError(f"Its “{name}” box ends early.")
    return int.from_bytes(body[start : start + 4])


def _numbers(body: bytes, start: int, many: int, name: str, code: str) -> array[int]:
    """``many`` numbers of a table; raise ``MalformedError`` if it has fewer."""
    numbers = array(code)
    length = many * numbers.itemsize
    if start + length > len(body):
        raise MalformedError(f"Its “{name}” box claims {length:,} bytes that it does not have.")
    numbers.frombytes(body[start : start + length])
    return big_endian(numbers)


def _packed(numbers: array[int]) -> bytes:
    return big_endian(array(numbers.typecode, numbers)).tobytes()


def big_endian(numbers: array[int]) -> array[int]:
    """The same numbers in the order of their bytes that films have, or the other way round."""
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers
