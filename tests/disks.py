"""Disks for tests, as small as they are wished for, where we may mount some."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def disk(at: Path, kilobytes: int) -> Iterator[Path]:
    """A disk of that size at a folder; the test is skipped where we may not mount one."""
    at.mkdir(parents=True, exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "none", str(at)]
    if not hasattr(os, "geteuid") or os.geteuid() or subprocess.run(command, check=False).returncode:
        pytest.skip("needs the right to mount a disk")
    try:
        yield at
    finally:
        pull(at)


def pull(at: Path) -> None:
    """Pull the disk out, though something on it may be open."""
    if at.is_mount():
        subprocess.run(["umount", "--lazy", at], check=True)


def make_read_only(at: Path) -> None:
    """Let nothing be written to it any more."""
    subprocess.run(["mount", "-o", "remount,ro", at], check=True)
