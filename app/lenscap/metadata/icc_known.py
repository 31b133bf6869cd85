"""Texts that stand in colour profiles everywhere and so say nothing of anybody.

A text is known when each of its words is one of those that makers of profiles use. A name among them makes it unknown,
which costs little: an unknown text is blanked, and the colours stay.
"""

from __future__ import annotations

import re

_COLOURS = """
srgb rgb scrgb oprgb esrgb urgb nrgb cmyk gray grey grayscale greyscale lab xyz adobergb adobe prophoto romm ecirgb
ecicmyk bt rec itu hd sd ntsc pal secam smpte dci acescg aces colormatch cie bruce best don wide gamut widegamut
generic display displays color colour colors colours lcd led imac cinema thunderbolt studio pro xdr built in
builtin retina ultrafine monitor gamma dot gain linear perceptual relative reference output medium metric viewing
condition default space profile icc iec appearance black scaled preference beta web coated uncoated sheetfed swop
fogra gracol iso pso lwc snp mfc japan euroscale standard japanese newspaper paper photoshop compatible with camera
scanner epson sub category facebook tinysrgb skia tiny transfer function characteristics bit working primaries tone
curve trc g pq hlg true trueview version lossless matrix
"""
_MAKERS = """
hewlett packard company apple computer inc adobe systems incorporated google llc microsoft corp corporation artifex
software samsung electronics co ltd eastman kodak nikon canon sony fujifilm olympus panasonic leica lg xiaomi
huawei oppo qualcomm technologies international consortium gimp krita lcms littlecms rawtherapee darktable pillow
ghostscript linotype hell ag heidelberg european initiative eci basiccolor gmbh saucecontrol authors author colord
sec little cms elle stone graeme gill argyllcms
"""
_RIGHTS = """
copyright copr c all rights reserved no use freely public domain released into the this is and of by for none
unknown cc fb http https www ch ns com org color license creative commons zero a to
"""
_LETTERS = "d p v u s e ci"
_NUMBERS = "61966 12647 709 601 2020 2100 240 428 431 170 1953 3000 100 128 255"
_KNOWN = frozenset(" ".join((_COLOURS, _MAKERS, _RIGHTS, _LETTERS, _NUMBERS)).split())
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_SMALL = re.compile(r"\d{1,2}|(?:19|20)\d\d")
_MOST_NUMBERS = 7
_SKIA = re.compile(r"Google/Skia/[0-9A-F]{32}")

# Apple's names for two profiles in the languages of its system.
_TRANSLATED = frozenset(
    [
        "ملف تعريف RGB العام",
        "Perfil RGB genèric",
        "Obecný RGB profil",
        "Generel RGB-beskrivelse",
        "LCD-farveskærm",
        "Allgemeines RGB-Profil",
        "Farb-LCD",
        "Γενικό προφίλ RGB",
        "LCD color",
        "Perfil RGB genérico",
        "Väri-LCD",
        "Yleinen RGB-profiili",
        "LCD couleur",
        "Écran LCD",
        "Profil générique RVB",
        "פרופיל RGB כללי",
        "Generički RGB profil",
        "Általános RGB profil",
        "LCD colori",
        "Profilo RGB generico",
        "カラー LCD",
        "一般 RGB プロファイル",
        "일반 RGB 프로파일",
        "컬러 LCD",
        "Farge-LCD",
        "Generisk RGB-profil",
        "Algemeen RGB-profiel",
        "Kleuren-LCD",
        "Kolor LCD",
        "Uniwersalny profil RGB",
        "LCD Colorido",
        "Perfil RGB Genérico",
        "LCD a Cores",
        "Profil RGB generic",
        "Общий профиль RGB",
        "Цветной ЖК-дисплей",
        "Všeobecný RGB profil",
        "Färg-LCD",
        "โปรไฟล์ RGB ทั่วไป",
        "Genel RGB Profili",
        "Загальний профайл RGB",
        "彩色 LCD",
        "普通 RGB 描述文件",
        "彩色液晶顯示器",
        "通用 RGB 色彩描述",
    ]
)


def is_known(text: str) -> bool:
    """Whether a text of a colour profile is one that many files have."""
    text = " ".join(text.strip("\0 \t\r\n").split())
    if not text or text in _TRANSLATED:
        return True
    tokens = _TOKEN.findall(text.lower())
    numbers = sum(token.isdecimal() for token in tokens)
    return _SKIA.fullmatch(text) is not None or (
        len(tokens) > numbers
        and numbers <= _MOST_NUMBERS
        and len(text) <= 160
        and all(token in _KNOWN or _SMALL.fullmatch(token) for token in tokens)
    )
