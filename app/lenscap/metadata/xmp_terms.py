"""The words of XMP: namespaces, and what each property tells (ISO 16684-1; XMP part 2; IPTC Photo Metadata 2023.2)."""

from __future__ import annotations

from lenscap.metadata.exif_tags import Words
from lenscap.model import Kind

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NS = "http://ns.adobe.com/"

SPACES = {
    "x": "adobe:ns:meta/", "rdf": RDF, "xml": "http://www.w3.org/XML/1998/namespace",
    "dc": "http://purl.org/dc/elements/1.1/", "xmp": _NS + "xap/1.0/", "xmpMM": _NS + "xap/1.0/mm/",
    "xmpRights": _NS + "xap/1.0/rights/", "xmpGImg": _NS + "xap/1.0/g/img/", "xmpTPg": _NS + "xap/1.0/t/pg/",
    "xmpBJ": _NS + "xap/1.0/bj/", "xmpNote": _NS + "xmp/note/", "xmpDM": _NS + "xmp/1.0/DynamicMedia/",
    "stEvt": _NS + "xap/1.0/sType/ResourceEvent#", "stRef": _NS + "xap/1.0/sType/ResourceRef#",
    "stDim": _NS + "xap/1.0/sType/Dimensions#", "stArea": "http://ns.adobe.com/xmp/sType/Area#",
    "stMfs": _NS + "xap/1.0/sType/ManifestItem#", "stVer": _NS + "xap/1.0/sType/Version#",
    "photoshop": _NS + "photoshop/1.0/", "crs": _NS + "camera-raw-settings/1.0/", "lr": _NS + "lightroom/1.0/",
    "tiff": _NS + "tiff/1.0/", "exif": _NS + "exif/1.0/", "aux": _NS + "exif/1.0/aux/",
    "exifEX": "http://cipa.jp/exif/1.0/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/", "plus": "http://ns.useplus.org/ldf/xmp/1.0/",
    "mwg-rs": "http://www.metadataworkinggroup.com/schemas/regions/",
    "mwg-kw": "http://www.metadataworkinggroup.com/schemas/keywords/",
    "MP": "http://ns.microsoft.com/photo/1.2/", "MPRI": "http://ns.microsoft.com/photo/1.2/t/RegionInfo#",
    "MPReg": "http://ns.microsoft.com/photo/1.2/t/Region#", "MicrosoftPhoto": "http://ns.microsoft.com/photo/1.0/",
    "digiKam": "http://www.digikam.org/ns/1.0/",
    "GCamera": "http://ns.google.com/photos/1.0/camera/", "GContainer": "http://ns.google.com/photos/1.0/container/",
    "GContainerItem": "http://ns.google.com/photos/1.0/container/item/",
    "GDepth": "http://ns.google.com/photos/1.0/depthmap/", "GImage": "http://ns.google.com/photos/1.0/image/",
    "GAudio": "http://ns.google.com/photos/1.0/audio/", "GPano": "http://ns.google.com/photos/1.0/panorama/",
    "GFocus": "http://ns.google.com/photos/1.0/focus/", "GCreations": "http://ns.google.com/photos/1.0/creations/",
    "hdrgm": _NS + "hdr-gain-map/1.0/", "HDRGainMap": "http://ns.apple.com/HDRGainMap/1.0/",
    "apple-fi": "http://ns.apple.com/faceinfo/1.0/", "drone-dji": "http://www.dji.com/drone-dji/1.0/",
    "acdsee": "http://ns.acdsee.com/iptc/1.0/", "mediapro": "http://ns.iview-multimedia.com/mediapro/1.0/",
    "pdf": _NS + "pdf/1.3/", "xapS": _NS + "xap/1.0/s/", "dcterms": "http://purl.org/dc/terms/",
}  # fmt: skip
PREFIXES = {uri: prefix for prefix, uri in SPACES.items()} | {
    "http://ns.adobe.com/xmp/1.0/DynamicMedia/": "xmpDM",
    "http://cipa.jp/exif/1.0/exifEX": "exifEX",
    "http://www.metadataworkinggroup.com/schemas/regions": "mwg-rs",
    "http://ns.microsoft.com/photo/1.0": "MicrosoftPhoto",
}
TRANSPARENT = frozenset(
    [f"{{{RDF}}}{name}" for name in ("RDF", "Description", "Bag", "Seq", "Alt", "li", "value")]
    + ["{adobe:ns:meta/}xmpmeta", "{adobe:ns:meta/}xapmeta"]
)
"""Elements that only hold others together."""

_NAME, _TEXT, _TIME, _HISTORY, _DEVICE = Kind.NAME, Kind.TEXT, Kind.TIME, Kind.HISTORY, Kind.DEVICE
_MADE, _RIGHTS, _TITLE = Words(_NAME, "Made by {}"), Words(_NAME, "A copyright line: {}"), Words(_TEXT, "A title: {}")
_DESCRIBED, _KEYWORDS = Words(_TEXT, "A description: {}"), Words(_TEXT, "Keywords: {}")
_OWNER, _WRITTEN = Words(_NAME, "The camera belongs to {}"), Words(_HISTORY, "Written by {}")
_SERIAL = Words(_DEVICE, "The camera's serial number is {}")
_LENS, _LENS_SERIAL = Words(_DEVICE, "Taken with the lens {}"), Words(_DEVICE, "The lens's serial number is {}")
_PEOPLE = Words(_NAME, "In the picture: {}")

TEXTS = {
    "x:xmptk": Words(_HISTORY, "Its metadata was written with {}"),
    "dc:creator": _MADE, "dc:rights": _RIGHTS, "dc:title": _TITLE, "dc:description": _DESCRIBED,
    "dc:subject": _KEYWORDS, "dc:publisher": Words(_NAME, "Published by {}"),
    "dc:contributor": Words(_NAME, "With the help of {}"), "dc:source": Words(_TEXT, "It comes from {}"),
    "dc:identifier": Words(_HISTORY, "The picture's own number is {}"),
    "dc:relation": Words(_HISTORY, "It belongs to {}"),
    "dc:coverage": Words(Kind.PLACE, "It covers {}"),
    "photoshop:AuthorsPosition": Words(_NAME, "Its maker's position is {}"),
    "photoshop:CaptionWriter": Words(_NAME, "Described by {}"), "photoshop:Credit": Words(_NAME, "To be credited: {}"),
    "photoshop:Source": Words(_NAME, "It comes from {}"), "photoshop:Headline": Words(_TEXT, "A headline: {}"),
    "photoshop:Instructions": Words(_TEXT, "Instructions: {}"),
    "photoshop:TransmissionReference": Words(_TEXT, "A job's number: {}"),
    "photoshop:Category": Words(_TEXT, "A category: {}"),
    "photoshop:SupplementalCategories": Words(_TEXT, "More categories: {}"),
    "photoshop:History": Words(_HISTORY, "What was done to it: {}"),
    "photoshop:DocumentAncestors": Words(_HISTORY, "The documents it was made from: {}"),
    "photoshop:TextLayers": Words(_TEXT, "Text in its layers: {}"),
    "xmp:CreatorTool": _WRITTEN, "xmp:Label": Words(_TEXT, "A label: {}"), "xmp:Nickname": Words(_NAME, "Called {}"),
    "xmp:Identifier": Words(_HISTORY, "The picture's own number is {}"),
    "xmp:Rating": Words(_TEXT, "A rating: {}"), "xmp:BaseURL": Words(_TEXT, "Its address is {}"),
    "xmpRights:Owner": Words(_NAME, "It belongs to {}"), "xmpRights:UsageTerms": Words(_NAME, "Terms of use: {}"),
    "xmpRights:WebStatement": Words(_NAME, "Terms of use are at {}"),
    "tiff:Artist": _MADE, "tiff:Copyright": _RIGHTS, "tiff:Software": _WRITTEN, "tiff:ImageDescription": _DESCRIBED,
    "tiff:HostComputer": Words(_DEVICE, "Made on the computer {}"),
    "exif:UserComment": Words(_TEXT, "A comment: {}"),
    "exif:ImageUniqueID": Words(_DEVICE, "A number that only this photo has: {}"),
    "exif:GPSAreaInformation": Words(Kind.PLACE, "The name of the area is {}"),
    "exif:GPSProcessingMethod": Words(Kind.PLACE, "The position came from {}"),
    "aux:SerialNumber": _SERIAL, "exifEX:BodySerialNumber": _SERIAL, "exif:SerialNumber": _SERIAL,
    "aux:LensSerialNumber": _LENS_SERIAL, "exifEX:LensSerialNumber": _LENS_SERIAL,
    "aux:OwnerName": _OWNER, "exifEX:CameraOwnerName": _OWNER, "exif:OwnerName": _OWNER,
    "aux:Lens": _LENS, "exifEX:LensModel": _LENS, "exifEX:LensMake": Words(_DEVICE, "The lens was made by {}"),
    "aux:Firmware": Words(_DEVICE, "The camera's firmware is {}"),
    "aux:ImageNumber": Words(_DEVICE, "The camera's counter is {}"),
    "Iptc4xmpExt:PersonInImage": _PEOPLE, "mediapro:People": _PEOPLE,
    "Iptc4xmpExt:PersonInImageWDetails": _PEOPLE, "Iptc4xmpExt:OrganisationInImageName": _PEOPLE,
    "Iptc4xmpExt:Event": Words(_TEXT, "Taken at the event {}"), "mediapro:Event": Words(_TEXT, "Taken at the event {}"),
    "Iptc4xmpExt:DigImageGUID": Words(_HISTORY, "The picture's own number is {}"),
    "Iptc4xmpExt:DigitalSourceType": Words(_HISTORY, "How it came about: {}"),
    "Iptc4xmpExt:LocationCreated": Words(Kind.PLACE, "Taken in {}"),
    "Iptc4xmpExt:LocationShown": Words(Kind.PLACE, "It shows {}"),
    "mediapro:Location": Words(Kind.PLACE, "Taken in {}"),
    "Iptc4xmpCore:CreatorContactInfo": Words(_NAME, "How to reach its maker: {}"),
    "Iptc4xmpCore:IntellectualGenre": Words(_TEXT, "A genre: {}"), "Iptc4xmpCore:Scene": Words(_TEXT, "A scene: {}"),
    "Iptc4xmpCore:SubjectCode": Words(_TEXT, "A subject's number: {}"),
    "Iptc4xmpCore:AltTextAccessibility": _DESCRIBED, "Iptc4xmpCore:ExtDescrAccessibility": _DESCRIBED,
    "plus:CopyrightOwner": _RIGHTS, "plus:ImageCreator": _MADE, "plus:Licensor": Words(_NAME, "Licensed by {}"),
    "plus:ImageSupplier": Words(_NAME, "It comes from {}"),
    "digiKam:TagsList": _KEYWORDS, "lr:hierarchicalSubject": _KEYWORDS, "lr:weightedFlatSubject": _KEYWORDS,
    "MicrosoftPhoto:LastKeywordXMP": _KEYWORDS, "MicrosoftPhoto:LastKeywordIPTC": _KEYWORDS,
    "mwg-kw:Keywords": _KEYWORDS, "mediapro:CatalogSets": _KEYWORDS, "pdf:Keywords": _KEYWORDS,
    "pdf:Producer": _WRITTEN, "drone-dji:DroneSerialNumber": Words(_DEVICE, "The drone's serial number is {}"),
    "drone-dji:CameraSerialNumber": _SERIAL, "drone-dji:DroneModel": Words(_DEVICE, "Taken with the drone {}"),
    "xmpDM:artist": _MADE, "xmpDM:copyright": _RIGHTS,
}  # fmt: skip

TIMES = {
    "exif:DateTimeOriginal": "Taken on {}", "photoshop:DateCreated": "Taken on {}", "xmp:CreateDate": "Made on {}",
    "exif:DateTimeDigitized": "Digitised on {}", "xmp:ModifyDate": "Changed on {}", "tiff:DateTime": "Changed on {}",
    "xmp:MetadataDate": "Its metadata changed on {}", "exif:GPSTimeStamp": "The satellites said {}",
    "dc:date": "Made on {}", "MicrosoftPhoto:DateAcquired": "Put on a computer on {}",
}  # fmt: skip

ADDRESS = (
    "Iptc4xmpCore:Location", "photoshop:City", "photoshop:State", "photoshop:Country", "Iptc4xmpCore:CountryCode",
)  # fmt: skip

SEQUENCES = frozenset(("dc:creator", "dc:date"))
BAGS = frozenset(
    (
        "dc:subject", "dc:publisher", "dc:contributor", "dc:relation", "photoshop:SupplementalCategories",
        "xmp:Identifier", "xmpRights:Owner", "Iptc4xmpExt:PersonInImage",
        "Iptc4xmpExt:OrganisationInImageName", "lr:hierarchicalSubject", "digiKam:TagsList",
        "Iptc4xmpCore:Scene", "Iptc4xmpCore:SubjectCode",
    )
)  # fmt: skip
ALTERNATIVES = frozenset(
    (
        "dc:rights", "dc:title", "dc:description", "xmpRights:UsageTerms", "tiff:ImageDescription",
        "tiff:Copyright", "exif:UserComment", "Iptc4xmpCore:AltTextAccessibility",
        "Iptc4xmpCore:ExtDescrAccessibility",
    )
)  # fmt: skip
"""How a property is written that is a list (ISO 16684-1, section 6.3.4)."""
