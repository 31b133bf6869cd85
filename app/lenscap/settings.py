"""What the person chose in the window, in one TOML file. The command line is told anew each time."""

from __future__ import annotations

import os
import tempfile
import tomllib
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import platformdirs
import tomli_w

_MOST_RECENT = 12
_ANY_NAME = "surrogateescape"
"""Lets the names of folders through that are no UTF-8, as on disks of old systems."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices, with what holds until somebody chooses."""

    recent: tuple[Path, ...] = ()
    output: Path = Path(platformdirs.user_pictures_dir()) / "Lenscap"
    policy: str = "faces"
    style: str = "soft"
    scheme: str = "system"
    language: str = "system"
    text_size: int = 100
    """In per cent of the text of the desktop."""
    less_motion: bool = False
    geometry: str = ""
    """Where the window was and how large, as Qt writes it, in Base64."""
    inspector: str = ""
    """What the person did with it: "open" or "closed"; nothing yet if empty."""
    inspector_width: int = 0
    remember_people: bool = False
    """Whether what faces are known by may be kept beside the reports on photos."""

    def with_recent(self, folder: Path) -> Settings:
        """The same with ``folder`` as the folder opened last."""
        others = [each for each in self.recent if each != folder]
        return replace(self, recent=(folder, *others)[:_MOST_RECENT])


def path() -> Path:
    """Where the settings lie."""
    return Path(platformdirs.user_config_dir("lenscap", appauthor=False)) / "settings.toml"


def load() -> Settings:
    """Read the settings; what is missing or makes no sense is as if nobody had chosen."""
    try:
        written = tomllib.loads(path().read_text(encoding="utf-8", errors=_ANY_NAME))
    except (OSError, ValueError, RecursionError):
        return Settings()
    return replace(Settings(), **dict(_sound(written)))


_PLAIN = (str, int, bool)


def _sound(written: dict[str, Any]) -> list[tuple[str, Any]]:
    """The entries of a settings file that have the type they should."""
    sound: list[tuple[str, Any]] = [
        (name, written[name])
        for name, usual in asdict(Settings()).items()
        if type(usual) in _PLAIN and type(written.get(name)) is type(usual)
    ]
    if isinstance(written.get("output"), str):
        sound.append(("output", Path(written["output"])))
    if isinstance(written.get("recent"), list):
        sound.append(("recent", tuple(Path(each) for each in written["recent"] if isinstance(each, str))))
    return sound


def save(settings: Settings) -> None:
    """Write the settings, readable by the person only: recent folders are nobody else's business.

    They are there whole or as they were: a program that is ended while it writes leaves no half of them.
    """
    target = Path(os.path.realpath(path()))  # where somebody keeps settings elsewhere behind a link, the link stays
    target.parent.mkdir(parents=True, exist_ok=True)
    values = asdict(settings) | {"output": str(settings.output), "recent": [str(each) for each in settings.recent]}
    number, scratch = tempfile.mkstemp(prefix=f".{target.name}-", dir=target.parent)  # 0600 from the start
    try:
        with os.fdopen(number, "w", encoding="utf-8", errors=_ANY_NAME) as file:
            file.write(tomli_w.dumps(values))
        os.replace(scratch, target)
    except BaseException:
        with suppress(OSError):
            Path(scratch).unlink()
        raise


def remembers_people() -> bool:
    """Whether the person wants people to be remembered, as it is written now."""
    return load().remember_people
