"""Pixels and boxes → pixels. One file per way."""
