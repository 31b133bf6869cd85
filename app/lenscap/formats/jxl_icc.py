"""The colour profile in a JPEG XL codestream (ISO/IEC 18181-1, annex E.4): decoded, and put together again."""

from __future__ import annotations

from lenscap.errors import MalformedError
from lenscap.formats.jxl_bits import Bits
from lenscap.formats.jxl_entropy import Numbers

_MOST = 1 << 20
_HEADER = 128
_CONTEXTS = 41
_TAGS = (b"cprt", b"wtpt", b"bkpt", b"rXYZ", b"gXYZ", b"bXYZ", b"kXYZ", b"rTRC", b"gTRC", b"bTRC", b"kTRC", b"chad",
         b"desc", b"chrm", b"dmnd", b"dmdd", b"lumi")  # fmt: skip
_TYPES = (b"XYZ ", b"desc", b"text", b"mluc", b"para", b"curv", b"sf32", b"gbd ")
_OF_20_BYTES = frozenset((b"rXYZ", b"gXYZ", b"bXYZ", b"kXYZ", b"wtpt", b"bkpt", b"lumi"))
_OWN_TAG, _CURVES, _COLOURS, _FIRST_TAG = 1, 2, 3, 4
_INSERT, _PAIRS, _FOURS, _PREDICT, _XYZ, _FIRST_TYPE = 1, 2, 3, 4, 10, 16
_PLATFORMS = {b"A": b"APPL", b"M": b"MSFT", b"SG": b"SGI ", b"SU": b"SUNW"}


def profile(bits: Bits) -> bytes:
    """Read the profile that is next in a codestream."""
    length = bits.u64()
    if length > _MOST:
        raise MalformedError("Its colour profile is larger than any that Lenscap reads.")
    numbers, found = Numbers(bits, _CONTEXTS), bytearray()
    for index in range(length):
        context = 1 + _kind(found[-1]) + 8 * _rough_kind(found[-2]) if index > _HEADER else 0
        found.append(numbers.next(context) & 0xFF)
    numbers.finish()
    return _Predicted(bytes(found)).whole()


def _kind(byte: int) -> int:
    if chr(byte).isalnum() and byte < 128:
        return 1 if chr(byte).isdigit() else 0
    if byte in b".,":
        return 1
    if byte < 16:
        return min(2 + byte, 4)
    return 7 if byte <= 240 else 5 + (byte == 255)


def _rough_kind(byte: int) -> int:
    kind = _kind(byte)
    return kind if kind < 2 else 2 if byte < 16 else 3 if byte > 240 else 4


class _Predicted:
    """A profile as commands, and data that is what could not be predicted."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._command = 0
        self._length = self._number()
        self._commands = self._number()
        self._position = self._commands = self._commands + self._command
        self._out = bytearray()
        if self._length > _MOST or self._position > len(data):
            raise _damaged()

    def whole(self) -> bytes:
        """The profile."""
        self._header()
        if len(self._out) < self._length:
            self._tags()
            while self._command < self._commands:
                self._content()
        if (len(self._out), self._position, self._command) != (self._length, len(self._data), self._commands):
            raise _damaged()
        return bytes(self._out)

    def _byte(self) -> int:
        if self._command >= len(self._data):
            raise _damaged()
        self._command += 1
        return self._data[self._command - 1]

    def _number(self) -> int:
        """A number of any length, seven bits a byte."""
        value = 0
        for shift in range(0, 63, 7):
            byte = self._byte()
            value |= (byte & 127) << shift
            if byte < 128:
                return value
        raise _damaged()

    def _take(self, length: int) -> bytes:
        self._position += length
        if self._position > len(self._data):
            raise _damaged()
        return self._data[self._position - length : self._position]

    def _header(self) -> None:
        guess = bytearray(_HEADER)
        guess[:4] = (self._length & 0xFFFFFFFF).to_bytes(4)
        guess[8:9], guess[12:24], guess[36:40] = b"\4", b"mntrRGB XYZ ", b"acsp"
        guess[68:80] = b"\0\0\xf6\xd6\0\1\0\0\0\0\xd3\x2d"
        for index, byte in enumerate(self._take(min(_HEADER, self._length))):
            if index == 8:
                guess[80:84] = self._out[4:8]
            platform = _PLATFORMS.get(bytes(self._out[40:index])) if index in (41, 42) else None
            if platform:
                guess[40:44] = platform
            self._out.append((guess[index] + byte) & 0xFF)

    def _tags(self) -> None:
        many = self._number()
        if not many:
            return
        self._out += (many - 1 & 0xFFFFFFFF).to_bytes(4)
        start, size = _HEADER + 12 * (many - 1), 0
        while self._command < self._commands:
            command = self._byte()
            code = command & 63
            if not code:
                return
            name = self._name(code)
            start, size = start + size, 20 if name in _OF_20_BYTES else size
            start = self._number() if command & 64 else start
            size = self._number() if command & 128 else size
            self._tag(name, start, size)
            if code in (_CURVES, _COLOURS):
                step = size if code == _COLOURS else 0
                for number, first in enumerate(b"gb", 1):
                    self._tag(bytes([first]) + name[1:], start + number * step, size)

    def _name(self, code: int) -> bytes:
        if code == _OWN_TAG:
            return self._take(4)
        if code in (_CURVES, _COLOURS):
            return b"rTRC" if code == _CURVES else b"rXYZ"
        if code - _FIRST_TAG >= len(_TAGS):
            raise _damaged()
        return _TAGS[code - _FIRST_TAG]

    def _tag(self, name: bytes, start: int, size: int) -> None:
        self._out += name + (start & 0xFFFFFFFF).to_bytes(4) + (size & 0xFFFFFFFF).to_bytes(4)
        if len(self._out) > self._length:
            raise _damaged()

    def _content(self) -> None:
        command = self._byte()
        if command == _INSERT:
            self._out += self._take(self._number())
        elif command in (_PAIRS, _FOURS):
            self._out += _shuffled(self._take(self._number()), 2 if command == _PAIRS else 4)
        elif command == _PREDICT:
            self._predict()
        elif command == _XYZ:
            self._out += b"XYZ \0\0\0\0" + self._take(12)
        elif 0 <= command - _FIRST_TYPE < len(_TYPES):
            self._out += _TYPES[command - _FIRST_TYPE] + bytes(4)
        else:
            raise _damaged()

    def _predict(self) -> None:
        """Numbers as differences to what a line or a curve through those before them gives."""
        flags = self._byte()
        width, order = 1 + (flags & 3), flags >> 2 & 3
        stride = self._number() if flags & 16 else width
        if width == 3 or order == 3 or stride < width or 4 * stride >= len(self._out):
            raise _damaged()
        rest = self._take(self._number())
        rest = _shuffled(rest, width) if width > 1 else rest
        start = len(self._out)
        for index, byte in enumerate(rest):
            at = start + index - index % width
            one, two, three = (self._value(at - times * stride, width) for times in (1, 2, 3))
            guess = (one, 2 * one - two, 3 * one - 3 * two + three)[order]
            self._out.append(((guess >> 8 * (width - 1 - index % width)) + byte) & 0xFF)

    def _value(self, at: int, width: int) -> int:
        return int.from_bytes(self._out[at : at + width])


def _shuffled(data: bytes, width: int) -> bytes:
    """Bytes that were put together by their place in a number, back in their order."""
    height = -(-len(data) // width)
    return bytes(data[at] for first in range(height) for at in range(first, len(data), height))


def _damaged() -> MalformedError:
    return MalformedError("Its colour profile is damaged.")
