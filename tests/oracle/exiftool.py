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
    r"GIF:(GIFVersion|Image(Width|Height)|HasColorMap|ColorResolutionDepth|BitsPerPixel|BackgroundColor|"
    r"PixelAspectRatio|TransparentColor|AnimationIterations|FrameCount|Duration)|"
    r"File:(BMPVersion|Planes|BitDepth|Compression|ImageLength|PixelsPerMeter[XY]|NumColors|NumImportantColors|"
    r"(Red|Green|Blue|Alpha)Mask|ColorSpace|(Red|Green|Blue)Endpoint|Gamma(Red|Green|Blue)|RenderingIntent|"
    r"ProfileDataOffset|ProfileSize)|"
    r"ICC-header:(ProfileVersion|ProfileClass|ColorSpaceData|ProfileConnectionSpace|ProfileFileSignature|CMMFlags|"
    r"DeviceAttributes|RenderingIntent|ConnectionSpaceIlluminant|ProfileID)|"
    r"ICC_Profile:((Red|Green|Blue|Gray)(TRC|MatrixColumn)|Media(White|Black)Point|Luminance|ChromaticAdaptation|"
    r"Technology|AToB\d|BToA\d|Gamut|Preview\d|DToB\d|BToD\d)|"
    r"ICC-(view|meas|chrm|cicp):\w+|"
    r"Composite:(AvgBitrate|Rotation)|"
    r"QuickTime:(MovieHeaderVersion|TimeScale|Duration|PreferredRate|PreferredVolume|"
    r"MatrixStructure|NextTrackID|MediaData(Size|Offset)?|MovieFragmentSequence|FragmentSequence|TrackFragment\w*|"
    r"SequenceNumber|Unknown_(mvex|mfhd|tfhd|tfdt|trun))|"
    r"Track\d+:(TrackHeaderVersion|TrackID|TrackDuration|TrackLayer|TrackVolume|Image(Width|Height)|MatrixStructure|"
    r"GraphicsMode|OpColor|CompressorID|SourceImage(Width|Height)|[XY]Resolution|BitDepth|ColorProfiles|"
    r"ColorPrimaries|TransferCharacteristics|MatrixCoefficients|VideoFullRangeFlag|QuickTime_ColorRep_0x000a|"
    r"(AVC|HEVC|AV1)Configuration|VideoFrameRate|SyncSampleTable|CompositionTimeToSample|"
    r"IdependentAndDisposableSamples|MediaHeaderVersion|MediaTimeScale|MediaDuration|HandlerClass|HandlerType|"
    r"Balance|Audio(Format|Channels|BitsPerSample|SampleRate)|TimeToSampleTable|SampleSizes|SampleToChunk|"
    r"ChunkOffset(64)?|PixelAspectRatio|(Clean|Production)ApertureDimensions|EncodedPixelsDimensions|BufferSize|"
    r"MaxBitrate|AverageBitrate|Unknown_(edts|esds|sgpd|sbgp|wave|alac|vpcC|hvcC|dOps|dfLa|d263|fiel|dinf)|"
    r"PurchaseFileFormat|PixelAspectRatio|LayoutFlags|QuickTime_ChannelLayout_0x000[8c]|"
    r"SampleGroupDescription|SampleToGroup|Unknown_(btrt|mp4a|chan|frma|stps)|"
    r"Unknown_(hvcC|av1C|ccst|auxi|auxl|prem|irot|imir))"
)
"""Tags that any picture has, whatever their value."""

HEIF_PICTURE = re.compile(
    r"QuickTime:(ImageSpatialExtent|ImagePixelDepth|Color(Primaries|Profiles)|TransferCharacteristics|"
    r"MatrixCoefficients|VideoFullRangeFlag|CleanAperture|Rotation|Unknown_imir|PixelAspectRatio|Chroma(Format|"
    r"SamplePosition)|(HEVC|AV1)ConfigurationVersion|General(ProfileSpace|TierFlag|ProfileIDC|LevelIDC)|"
    r"GenProfileCompatibilityFlags|ConstraintIndicatorFlags|MinSpatialSegmentationIDC|ParallelismType|"
    r"BitDepth(Luma|Chroma)|(Average|Constant)FrameRate|NumTemporalLayers|TemporalIDNested|Seq(Profile|Level|Tier0)\w*|"
    r"InitialDelaySamples|QuickTime_(ColorRep|HEVCConfig|AV1Config)_0x\w{4})|"
    r"Meta:(PrimaryItemReference|MetaImageSize|Unknown_grpl)|QuickTime:MediaData(|Size|Offset)"
)
"""What each of the pictures in a HEIF file is like; those beside the first count as files inside the file."""

_BRAND = (
    "(heic|heix|hevc|mif1|msf1|miaf|MiHB|MiHA|MiHE|MiPr|avif|avis|avio|MA1A|MA1B|tmap|jpeg|iso[2-9a-c]|isom|mp4[12]|"
    "mp71|avc1|hvc1|hev1|av01|dby1|dash|msdh|msix|cmf[csf2]|qt  |M4[VAB] |M4V[HP]|f4v |mmp4|vp09|3g[p2ergsh][1-9a])"
)
"""Brands of standards: cameras have some of their own."""

WELL_KNOWN = {
    r"(QuickTime|Track\d+):(Track|Media)?(Create|Modify)Date": re.compile("0000:00:00 00:00:00"),
    r"QuickTime:(Preview|Poster|Selection|Current)(Time|Duration)": re.compile("0"),
    r"QuickTime:MinorVersion": re.compile(r"0\.0\.0|0\.2\.0|2005\.3\.0|0\.0\.1"),
    r"Track\d+:MediaLanguageCode": re.compile("und"),
    r"ICC-header:ProfileDateTime": known.DATE,
    r"ICC-header:(DeviceManufacturer|DeviceModel|PrimaryPlatform|ProfileCMMType|ProfileCreator)": known.SIGNATURE,
    r"ICC_Profile:(ProfileDescription|DeviceModelDesc|ViewingCondDesc)": known.DESCRIPTION,
    r"ICC_Profile:ProfileDescriptionML.*": re.compile(
        "|".join(map(re.escape, sorted(known.GENERIC_RGB | known.COLOUR_LCD)))
    ),
    r"ICC_Profile:ProfileCopyright(-\w+)*": known.COPYRIGHT,
    r"ICC_Profile:DeviceMfgDesc": known.MAKER,
    r"PNG:ProfileName": known.NAME,
    r"QuickTime:MajorBrand": re.compile(_BRAND),
    r"QuickTime:CompatibleBrands": re.compile(rf"\['{_BRAND}'(, '{_BRAND}')*\]"),
    r"Track\d+:OtherFormat": re.compile("av01|hvc1"),
    r"Track\d+:QuickTime_OtherSampleDesc_0x0018": re.compile("0"),
    r"Track\d+:Unknown_colr": re.compile(r"\(Binary data .*\)"),  # the same as that of the picture beside the series
    r"QuickTime:HandlerType": re.compile("pict"),
    r"QuickTime:AuxiliaryImageType": re.compile(
        r"urn:(com:(apple:photo:2020|samsung:photo:2024):aux:hdrgainmap|mpeg:hevc:2015:auxid:1|"
        r"mpeg:mpegB:cicp:systems:auxiliary:alpha)"
    ),
    r"File:BMP_0x\w+": re.compile("0"),
    r"Jpeg2000:(MajorBrand|CompatibleBrands|MinorVersion)": re.compile(r"jxl |\['jxl '\]|0\.0\.0"),
}
"""Texts in colour profiles, and fields without a name, with the values that tell nothing."""

GAIN_MAP = {
    r"MPF0:(MPFVersion|NumberOfImages)": re.compile(r"0100|2"),
    r"MPImage[12]:(MPImage(Flags|Format|Type|Length|Start)|DependentImage[12]EntryNumber)": re.compile(r"\d+"),
    r"MPImage2:(MPImage2|GainMapImage)": re.compile(r"\(Binary data .*\)"),
    r"XMP-G?Container:DirectoryItem(Semantic|Mime|Length)": re.compile(r"Primary|GainMap|image/jpeg|\d+"),
    r"XMP-hdrgm:(Version|GainMapM(in|ax)|Gamma|Offset[SH]DR|HDRCapacityM(in|ax))": re.compile(r"[\d., \[\]-]+"),
    r"XMP-hdrgm:BaseRenditionIsHDR": re.compile(r"True|False"),
}
"""What says that there is an HDR gain map, and how it is applied; nothing else may stand behind a picture."""
_NUMBER = re.compile(r"(?<=ICC-header)\d$|(?<=ICC_Profile)\d$")
"""Behind the group of a file's second profile."""


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
    return {path: {tag.key: tag.value for tag in _private(tags)} for path, tags in _ask_all(paths).items()}


def _private(tags: list[Tag]) -> Iterator[Tag]:
    """The private tags of a file. A gain map is part of the picture; a file inside the file is none without numbers."""
    maps = {tag.document for tag in tags if tag.document != "Main" and _is_sign_of_gain_map(tag)}
    needed = _is_of_a_page(tags) if any(tag[1:] in (_TIFF, _BIG_TIFF) for tag in tags) else None
    for tag in tags:
        name = f"{tag.group}:{tag.name}"
        group = re.sub(r"^(ICC-\w+|ICC_Profile)2$", r"\1", tag.group)
        part = tag._replace(document="Main", group=group) if tag.document in maps else tag
        known = len(maps) == 1 and part.document == "Main"
        applied = any(re.fullmatch(names, name) and value.fullmatch(tag.value) for names, value in GAIN_MAP.items())
        if is_private(part) and not (known and applied) and not (needed and needed(tag)):
            yield tag


def _is_sign_of_gain_map(tag: Tag) -> bool:
    """Whether only a gain map has this tag; the program cannot read the segment of ISO 21496-1."""
    unread = tag.name == "Warning" and tag.value.endswith("Unknown APP2 segment")
    return unread or (tag.group, tag.name) == ("XMP-hdrgm", "GainMapMax")


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
    name = f"{_NUMBER.sub('', tag.group)}:{tag.name}"
    if HEIF_PICTURE.fullmatch(name):
        return False
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
