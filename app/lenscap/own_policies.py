"""A person's own policies: TOML files in the program's own folder. What one is called never becomes a path."""

from __future__ import annotations

import os
import unicodedata
from contextlib import suppress
from pathlib import Path

from lenscap import policy, settings
from lenscap.errors import PolicyError
from lenscap.model import Policy
from lenscap.policy_file import written

MOST = 100
"""More policies than this are not listed."""
_LONGEST = 60
"""Characters of a name."""
_LARGEST = 1 << 20
"""Bytes of a file that is taken over."""
_NOT_IN_NAMES = frozenset('/\\:*?"<>|')
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
"""What no file may be called on Windows, whatever its suffix."""


def folder() -> Path:
    """Where they lie."""
    return settings.path().parent / "policies"


def listed() -> list[Path]:
    """All of them, by name."""
    with suppress(OSError):
        found = [each for each in folder().iterdir() if each.suffix == ".toml" and each.is_file()]
        return sorted(found, key=lambda each: each.stem.casefold())[:MOST]
    return []


def read(path: Path) -> Policy:
    """The policy in a file; raise ``PolicyError`` if there is none."""
    _check_size(path)
    return policy.load(path)


def has_notes(path: Path) -> bool:
    """Whether somebody wrote comments into a file, which it loses when it is written anew."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return False
    return any("#" in line for line in lines)


def file_name(name: str) -> str:
    """What a policy of that name is called as a file, without the suffix; empty if nothing is left of it."""
    kept = (
        one for one in name if (one not in _NOT_IN_NAMES and unicodedata.category(one)[0] not in "CZ") or one == " "
    )
    clean = " ".join("".join(kept).split())[:_LONGEST].strip(". ")
    while len(clean.encode()) > 4 * _LONGEST - 40:  # a name may have 255 bytes, the suffix and a number too
        clean = clean[:-1].strip(". ")
    return f"{clean} policy" if clean.split(".")[0].casefold() in _RESERVED else clean


def save(name: str, wish: Policy, instead: Path | None = None) -> Path:
    """Write a policy, readable by the person only; ``instead`` of an older file of it. Gives its path."""
    stem = file_name(name)
    if not stem:
        raise PolicyError("Give the policy a name with letters or numbers in it.")
    target = folder() / f"{stem}.toml"
    if instead is None or not _is_same(target, instead):
        target = _free(stem)
    _write(target, written(wish))
    if instead is not None and not _is_same(target, instead):
        delete(instead)
    return target


def take_over(path: Path) -> Path:
    """Take a policy file from elsewhere over, if it makes sense. Gives the path of our copy."""
    wish = read(path)
    stem = file_name(path.stem) or "policy"
    target = _free(stem)
    try:
        text = (
            written(wish) if wish.persons else path.read_text(encoding="utf-8")
        )  # its photos are named from where it lay
    except OSError as error:
        raise PolicyError(f"The policy “{path.name}” cannot be read: {(error.strerror or '').lower()}.") from error
    _write(target, text)
    return target


def duplicate(path: Path) -> Path:
    """A second one that says the same."""
    return take_over(path)


def delete(path: Path) -> None:
    """Delete one of them; nothing that lies elsewhere."""
    if path.parent != folder():
        raise PolicyError(f"The policy “{path.name}” does not lie in Lenscap's folder, so it was not deleted.")
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise PolicyError(f"“{path.name}” cannot be deleted: {(error.strerror or '').lower()}.") from error


def _check_size(path: Path) -> None:
    try:
        size = path.stat().st_size
    except OSError:
        return  # reading it will say why
    if size > _LARGEST:
        raise PolicyError(f"“{path.name}” is too large for a policy. Choose a TOML file made for Lenscap.")


def _free(stem: str) -> Path:
    """A path that no file has yet."""
    for number in range(1, 10 * MOST):
        path = folder() / (f"{stem}.toml" if number == 1 else f"{stem} ({number}).toml")
        if not os.path.lexists(path):
            return path
    raise PolicyError(f"There are too many policies called “{stem}”. Choose another name.")


def _is_same(one: Path, other: Path) -> bool:
    return one == other or (one.exists() and other.exists() and one.samefile(other))


def _write(path: Path, text: str) -> None:
    scratch = path.with_name(f".{path.name[:40]}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        scratch.replace(path)
    except OSError as error:
        with suppress(OSError):
            scratch.unlink(missing_ok=True)
        why = (error.strerror or "").lower()
        raise PolicyError(f"The policy “{path.stem}” cannot be saved: {why}. Nothing was changed.") from error
