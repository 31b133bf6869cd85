"""What well-known colour profiles say of themselves: it tells nothing about a person or a device of theirs."""

from __future__ import annotations

import re

GENERIC_RGB = frozenset(
    (
        "Algemeen RGB-profiel", "Allgemeines RGB-Profil", "Genel RGB Profili", "Generel RGB-beskrivelse",
        "Generic RGB Profile", "Generisk RGB-profil", "Generički RGB profil", "Obecný RGB profil",
        "Perfil RGB Genérico", "Perfil RGB genèric", "Perfil RGB genérico", "Profil RGB generic",
        "Profil générique RVB", "Profilo RGB generico", "Uniwersalny profil RGB", "Všeobecný RGB profil",
        "Yleinen RGB-profiili", "Általános RGB profil", "Γενικό προφίλ RGB", "Загальний профайл RGB",
        "Общий профиль RGB", "פרופיל RGB כללי", "ملف تعريف RGB العام", "โปรไฟล์ RGB ทั่วไป",
        "一般 RGB プロファイル", "普通 RGB 描述文件", "通用 RGB 色彩描述", "일반 RGB 프로파일",
    )
)  # fmt: skip
"""The name of one vendor's generic profile in all its languages."""

COLOUR_LCD = frozenset(
    (
        "Color LCD", "Farge-LCD", "LCD a Cores", "Färg-LCD", "Väri-LCD", "LCD-farveskærm", "彩色 LCD", "Écran LCD",
        "LCD couleur", "カラー LCD", "Kolor LCD", "LCD Colorido", "LCD color", "彩色液晶顯示器", "Цветной ЖК-дисплей",
        "컬러 LCD", "Farb-LCD", "Kleuren-LCD", "LCD colori",
    )
)  # fmt: skip
"""What the same vendor calls the display of each of its notebooks."""

DESCRIPTION = re.compile(
    r"(Colour profile|Color LCD|c2|sRGB|sRGB built-in|GIMP built-in sRGB|DCI-P3 D65 Gamut with sRGB Transfer|"
    r"sRGB IEC61966-2[.-]1( black scaled)?|IEC 61966-2\.1 Default RGB colour space - sRGB|"
    r"Display P3( Primaries)?|DCI-?P3( D65)?|Adobe RGB \(1998\)|ProPhoto RGB|"
    r"Reference Output Medium Metric\(ROMM\)|Rec\.? ?(709|2020|2100)( (PQ|HLG))?|"
    r"Generic (RGB|Gray|CMYK)( Gamma 2\.2)?( Profile)?|Dot Gain \d\d%|Gray Gamma \d\.\d|"
    r"Reference Viewing Condition in IEC61966-2\.1|U\.S\. Web Coated \(SWOP\) v2|Coated FOGRA(27|39))\s*"
)
COPYRIGHT = re.compile(
    r"(|Colour profile|CC0|FB|No copyright, use freely|Public Domain|"
    r"Copyright (\(c\) |©\s?)?(\d{4}(-\d{4})? )?(Adobe Systems Incorporated|Hewlett-Packard Company|"
    r"Samsung Electronics Co\., Ltd\.|Apple (Inc|Computer)\.,?|Apple,? Inc\., \d{4}|Google Inc\.|"
    r"International Color Consortium(, 20\d\d)?)(,? all rights reserved\.)?|"
    r"Copyright \(c\) Eastman Kodak Company, 1999, all rights reserved\.)\s*",
    re.IGNORECASE,
)
MAKER = re.compile(r"(|IEC http://www\.iec\.ch|KODAK|GIMP)\s*")
SIGNATURE = re.compile(
    r"(|none|Lino|HP|IEC|sRGB|ROMM|KODA|KCMS|APPL|appl|ADBE|MSFT|SUNW|lcms|GOOG|ICC|SEC|saws|scrn|\d)\s*\0*",
)
"""Codes of four letters in the header: who made the profile, the module, the device."""
DATE = re.compile(
    r"0000:00:00 00:00:00|1998:02:09 06:49:00|1998:12:01 18:58:21|1999:06:03 00:00:00|2000:0[78]:\d\d .*|"
    r"2009:02:25 11:26:11|2015:10:14 13:08:57|2016:05:21 02:44:44|2017:07:07 13:22:32|2022:0[17]:01 00:00:00|"
    r"2022:04:29 23:17:57|2023:03:09 10:57:00"
)
NAME = re.compile(r"ICC Profile|icc|sRGB|sRGB IEC61966-2\.1|Photoshop ICC profile|Skia|Display P3", re.IGNORECASE)
"""What PNG calls its profile."""
