"""Lenscap: see what a cloud would see in your photos, and cover it before you upload."""

__version__ = "0.1.0"
