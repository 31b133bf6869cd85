"""How the camera was set, in one sentence (Exif 3.0, section 4.6.6.7)."""

from __future__ import annotations

from collections.abc import Iterator

from lenscap.metadata import exif_tags as tags
from lenscap.metadata.exif_values import Tags
from lenscap.metadata.wording import listing
from lenscap.model import Finding, Kind

_EXPOSURE, _APERTURE, _ISO, _FOCAL, _FLASH = 0x829A, 0x829D, 0x8827, 0x920A, 0x9209


def settings(group: Tags) -> Iterator[Finding]:
    """One finding for all the settings, since each alone tells little."""
    found = [tag for tag in tags.SETTINGS if tag in group.entries and group.entries[tag].many]
    if not found:
        return
    group.told.update(found)
    words = [*_words(group)] or [listing([group.names[tag] for tag in found])]
    data = {"exif": group.kept(*found)}
    yield Finding(Kind.DEVICE, f"Camera settings: {', '.join(words)}", group.where, data=data)


def _words(group: Tags) -> Iterator[str]:
    exposure = group.fraction(_EXPOSURE)
    if exposure and exposure > 0:
        yield f"{exposure:.3g} s" if exposure >= 0.4 else f"1/{1 / exposure:.0f} s"
    aperture = group.fraction(_APERTURE)
    if aperture:
        yield f"f/{aperture:.3g}"
    iso = group.fraction(_ISO)
    if iso:
        yield f"ISO {iso:.0f}"
    focal = group.fraction(_FOCAL)
    if focal:
        yield f"{focal:.3g} mm"
    flash = group.fraction(_FLASH)
    if flash is not None:
        yield "flash fired" if int(flash) & 1 else "no flash"
