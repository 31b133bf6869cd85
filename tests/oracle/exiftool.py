"""The outside witness: what ExifTool sees in a file that says something about somebody.

A tag is private unless it is on the list of what any picture has. The list names a tag by its group and its name; for
texts in colour profiles the value must be a well-known one too.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from . import known_profiles as known

PROGRAM = "exiftool"
OPTIONS = ("-j", "-a", "-u", "-U", "-G1:3:4", "-ee", "-api", "LargeFileSupport=1", "-n", "-q", "-q",
           "-charset", "filename=utf8")  # fmt: skip
BATCH = 1000
SECONDS = 600

HARMLESS = re.compile(
    r"System:.*|ExifTool:ExifToolVersion|"
    r"File:(FileType|FileTypeExtension|MIMEType|Image(Width|Height)|EncodingProcess|BitsPerSample|ColorComponents|"
    r"YCbCrSubSampling|ExifByteOrder)|"
    r"Composite:(ImageSize|Megapixels)|"
    r"JFIF:(JFIFVersion|ResolutionUnit|[XY]Resolution)|"
    r"Adobe:(DCTEncodeVersion|APP14Flags[01]|ColorTransform)|"
    r"IFD0:(Orientation|[XY]Resolution|ResolutionUnit|YCbCrPositioning)|"
    r"ExifIFD:(ExifVersion|ComponentsConfiguration|FlashpixVersion|ColorSpace)|"
    r"PNG:(ImageWidth|ImageHeight|BitDepth|ColorType|Compression|Filter|Interlace|Palette|Transparency|SRGBRendering|"
    r"Gamma|WhitePoint[XY]|(Red|Green|Blue)[XY]|BackgroundColor|SignificantBits|AnimationFrames|AnimationPlays|"
    r"MasteringDisplay\w*|ContentLightLevel\w*|mDCV|cLLI|PNG_(mDCV|cLLI))|"
    r"PNG-pHYs:(PixelsPerUnit[XY]|PixelUnits)|"
    r"PNG-cICP:(ColorPrimaries|TransferCharacteristics|MatrixCoefficients|VideoFullRangeFlag)|"
    r"RIFF:(VP8Version|(Horizontal|Vertical)Scale|Image(Width|Height)|WebP_Flags|Alpha(Preprocessing|Filtering|"
    r"Compression|IsUsed)|BackgroundColor|AnimationLoopCount|Duration|FrameCount)|"
    r"ICC-header:(ProfileVersion|ProfileClass|ColorSpaceData|ProfileConnectionSpace|ProfileFileSignature|CMMFlags|"
    r"DeviceAttributes|RenderingIntent|ConnectionSpaceIlluminant|ProfileID)|"
    r"ICC_Profile:((Red|Green|Blue|Gray)(TRC|MatrixColumn)|Media(White|Black)Point|Luminance|ChromaticAdaptation|"
    r"Technology|AToB\d|BToA\d|Gamut|Preview\d|DToB\d|BToD\d)|"
    r"ICC-(view|meas|chrm|clrt|cicp):\w+"
)
"""Tags that any picture has, whatever their value."""

WELL_KNOWN = {
    r"ICC-header:ProfileDateTime": known.DATE,
    r"ICC-header:(DeviceManufacturer|DeviceModel|PrimaryPlatform|ProfileCMMType|ProfileCreator)": known.SIGNATURE,
    r"ICC_Profile:(ProfileDescription|DeviceModelDesc|ViewingCondDesc)": known.DESCRIPTION,
    r"ICC_Profile:ProfileDescriptionML.*": re.compile(
        "|".join(map(re.escape, sorted(known.GENERIC_RGB | known.COLOUR_LCD)))
    ),
    r"ICC_Profile:ProfileCopyright(-\w+)*": known.COPYRIGHT,
    r"ICC_Profile:DeviceMfgDesc": known.MAKER,
    r"PNG:ProfileName": known.NAME,
}
"""Texts in colour profiles, and the values that tell nothing."""


PAGE = re.compile(
    r"File:PageCount|"
    r"IFD\d+:(SubfileType|Image(Width|Height)|BitsPerSample|Compression|PhotometricInterpretation|FillOrder|StripOffsets|"
    r"StripByteCounts|RowsPerStrip|SamplesPerPixel|PlanarConfiguration|Orientation|[XY]Resolution|ResolutionUnit|"
    r"Predictor|ColorMap|Tile(Width|Length|Offsets|ByteCounts)|ExtraSamples|SampleFormat|S?(Min|Max)SampleValue|"
    r"JPEGTables|T[46]Options|YCbCr(Coefficients|SubSampling|Positioning)|ReferenceBlackWhite|WhitePoint|"
    r"PrimaryChromaticities|TransferFunction|InkSet|NumberofInks|DotRange)"
)
"""Tags that any page of a TIFF has."""

PREVIEW = re.compile(r"(IFD\d+):PreviewImage(Start|Length)?")
"""What the strips of a page are called if they are JPEGs."""


class Tag(NamedTuple):
    """One line of the witness. ``document`` is ``Main``, or the number of a file inside the file."""

    key: str
    group: str
    document: str
    name: str
    value: str


@cache
def is_available() -> bool:
    """Say whether the program is installed."""
    return shutil.which(PROGRAM) is not None


needs_exiftool = pytest.mark.skipif(
    not is_available() and os.environ.get("CI") != "true", reason="needs the program exiftool"
)
"""For tests that ask the witness: without it they are skipped, but fail where CI=true."""


def private_tags(paths: Sequence[Path]) -> dict[Path, dict[str, str]]:
    """What is private in each file, by ``Group:Tag`` (with ``DocN`` and ``CopyN`` in between where there are more)."""
    return {path: _private(tags) for path, tags in _ask_all(paths).items()}


def _private(tags: list[Tag]) -> dict[str, str]:
    needed = _is_of_a_page(tags) if any(tag[1:] == _TIFF or tag[1:] == _BIG_TIFF for tag in tags) else None
    return {tag.key: tag.value for tag in tags if is_private(tag) and not (needed and needed(tag))}


_TIFF, _BIG_TIFF = (("File", "Main", "FileType", kind) for kind in ("TIFF", "BTF"))


def _is_of_a_page(tags: list[Tag]) -> Callable[[Tag], bool]:
    """Whether a tag of a TIFF is one of those that its pages have."""
    jpegs = {tag.group for tag in tags if (tag.name, tag.value) == ("Compression", "7")}

    def is_of_a_page(tag: Tag) -> bool:
        name = f"{tag.group}:{tag.name}"
        return tag.document == "Main" and bool(PAGE.fullmatch(name) or (PREVIEW.fullmatch(name) and tag.group in jpegs))

    return is_of_a_page


def warnings(paths: Sequence[Path]) -> dict[Path, list[str]]:
    """What the program complains about in each file: unknown segments, trailers, damage."""
    asked = _ask_all(paths)
    return {path: [tag.value for tag in tags if _is_complaint(tag)] for path, tags in asked.items()}


def is_private(tag: Tag) -> bool:
    """Say whether a tag may tell something. Whatever is in a file inside the file does."""
    if _is_complaint(tag):
        return False
    name = f"{tag.group}:{tag.name}"
    if tag.document != "Main":
        return True
    if HARMLESS.fullmatch(name):
        return False
    return not any(re.fullmatch(names, name) and value.fullmatch(tag.value) for names, value in WELL_KNOWN.items())


def _is_complaint(tag: Tag) -> bool:
    return tag.name in ("Warning", "Error")


def _ask_all(paths: Sequence[Path]) -> dict[Path, list[Tag]]:
    answer: dict[Path, list[Tag]] = {}
    for at in range(0, len(paths), BATCH):
        answer |= _ask(paths[at : at + BATCH])
    return answer


def _ask(paths: Sequence[Path]) -> dict[Path, list[Tag]]:
    """Ask about many files at once; every one must be answered for."""
    program = shutil.which(PROGRAM)
    assert program, f"{PROGRAM} is not installed"
    arguments = "\n".join([*OPTIONS, *(str(path.absolute()) for path in paths)])
    done = subprocess.run(
        [program, "-@", "-"], input=arguments.encode(), capture_output=True, timeout=SECONDS, check=False
    )
    records: list[dict[str, Any]] = json.loads(done.stdout) if done.stdout else []
    told = {Path(record["SourceFile"]): list(_tags(record)) for record in records}
    silent = [path for path in paths if path.absolute() not in told]
    assert not silent, f"{PROGRAM} said nothing about {silent}: {done.stderr.decode(errors='replace')}"
    return {path: told[path.absolute()] for path in paths}


def _tags(record: dict[str, Any]) -> Iterator[Tag]:
    for key, value in record.items():
        if key != "SourceFile":
            group, document, *copy, name = key.split(":")
            inner = [] if document == "Main" else [document]
            yield Tag(":".join([group, *inner, *copy, name]), group, document, name, str(value))
