"""What the name of a file tells: a date, a camera's counter, the words somebody chose.

There is no specification: the patterns are those of phones, cameras (DCF 2.0) and messengers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lenscap.metadata.dates import Moment, moment
from lenscap.metadata.wording import printable, quoted, traces
from lenscap.model import FILE_NAME, Finding, Kind

_STAMP = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d{1,5}(?!\d))"
    r"(?:(?:[-_. T]|\s+at\s+|-WA)*([01]\d|2[0-3])[-_.:h]?([0-5]\d)[-_.:m]?([0-5]\d)(\d{3})?(?!\d))?"
)
_MESSENGER = re.compile(
    r"-WA\d{4}|^WhatsApp|^signal-|^telegram|^FB_IMG|^received_|^Snapchat-|^photo_\d+@", re.IGNORECASE
)
_UNIX = re.compile(r"(?<!\d)(1[0-9]{9})(\d{3})?(?!\d)")
_COUNTER = re.compile(
    r"^(?:(?:IMG|_?MG|DSC[FN]?|_?DSC|PICT|P|CIMG|SAM|MVI|VID|MOV|GOPR|G[HXP]\d\d|GOPRO|DJI|PXL|IMGP|HPIM|KIF|SNV|SSL|"
    r"PANO|IMG_E|STA|SDC|DSCI|CRW|R00|L10|E|HERO|1\d\d|DCP|SV|EKEN|FILE|YDXJ|YI|INSTA)[_-]?)(\d{3,8})(?:$|\D)",
    re.IGNORECASE,
)
_DULL = re.compile(
    r"^(?:image|picture|photo|pic|img|untitled|download|unnamed|file|copy|scan|clip|test|index|thumb(?:nail)?|icon)?"
    r"[-_ .()\d]{0,8}$",
    re.IGNORECASE,
)


def read(name: str) -> Iterator[Finding]:
    """Yield what ``name`` (without its folder) tells."""
    stem = name.rpartition(".")[0] or name
    when, stamp = _date(stem)
    if when:
        found = Finding(Kind.TIME, f"The name says {when}", FILE_NAME, data={"iso": when.iso}, traces=_traces(stamp))
        yield found
    counter = _COUNTER.match(stem)
    if counter and not (stamp and counter[1] in stamp.replace("-", "")):
        said = f"The name is a camera's: its counter is {int(counter[1])}"
        yield Finding(Kind.FILENAME, said, FILE_NAME, data={"counter": int(counter[1])}, traces=_traces(stem))
    elif messenger := _MESSENGER.search(stem):
        said = f"The name is a messenger's: {quoted(name)}"
        yield Finding(Kind.FILENAME, said, FILE_NAME, data={"messenger": printable(messenger[0])}, traces=_traces(stem))
    elif _says_something(stem.replace(stamp, "") if stamp else stem):
        yield Finding(Kind.FILENAME, f"The file is called {quoted(name)}", FILE_NAME, data={"name": printable(name)})


def _date(stem: str) -> tuple[Moment | None, str]:
    """The date in a name and the characters that write it."""
    for match in _STAMP.finditer(stem[:255]):
        year, _, month, day, hour, minute, second, milli = match.groups()
        clock = f" {hour}:{minute}:{second}" + (f".{milli}" if milli else "") if hour else ""
        if _is_plausible(when := moment(f"{year}-{month}-{day}{clock}")):
            return when, match[0]
    if unix := _UNIX.search(stem[:255]):
        when = _from_unix(int(unix[1]))
        if _is_plausible(when):
            return when, unix[0]
    return None, ""


def _from_unix(seconds: int) -> Moment | None:
    """Messengers name files by the seconds since 1970."""
    days, rest = divmod(seconds, 86400)
    day = date.fromordinal(date(1970, 1, 1).toordinal() + days)
    return moment(f"{day} {rest // 3600:02}:{rest // 60 % 60:02}:{rest % 60:02}Z")


def _is_plausible(when: Moment | None) -> bool:
    """Whether a photo can be from then: later than photography, and not from a far future."""
    return when is not None and 1900 <= when.year <= date.today().year + 1


def _says_something(rest: str) -> bool:
    """Whether a name holds words of somebody's own."""
    plain = re.sub(
        r"^(?:IMG|VID|PXL|PANO|MVIMG|Screenshot|Screen Shot|Bildschirmfoto|BURST|DCIM|MVI)(?=[\W_]|$)", "", rest
    )
    return not _DULL.match(plain.strip(" -_.()")) if plain.strip(" -_.()") else False


def _traces(text: str) -> tuple[bytes, ...]:
    return traces(text.encode("utf-8", "replace"))
