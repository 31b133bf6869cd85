"""AVIF 1.1: HEIF (ISO/IEC 23008-12) with pictures in AV1. All but its name is as in HEIF."""

from __future__ import annotations

from lenscap.formats.heif import is_avif as recognises
from lenscap.formats.heif import read, write

__all__ = ["COVERED", "NAME", "SEEN", "SLICED", "SUFFIXES", "TYPES", "read", "recognises", "write"]

NAME = "AVIF"
SUFFIXES = (".avif",)
TYPES = ("image/avif",)
SEEN = COVERED = True
SLICED = False
