"""The policies in the dialog, as they are on disk and as they are meant to be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from lenscap import own_policies
from lenscap.errors import PolicyError
from lenscap.gui.speech import spoken
from lenscap.model import Policy


@dataclass(frozen=True, slots=True)
class Draft:
    """One policy. ``path`` is its file, if it has one; ``problem`` says why that cannot be read."""

    name: str
    policy: Policy | None
    path: Path | None = None
    problem: str = ""
    saved: bool = True

    @property
    def is_elsewhere(self) -> bool:
        """Whether its file lies in a folder that is not the program's: there it is not touched."""
        return self.path is not None and self.path.parent != own_policies.folder()

    @property
    def has_notes(self) -> bool:
        """Whether its file has comments, which it loses when it is written."""
        return self.path is not None and not self.is_elsewhere and own_policies.has_notes(self.path)

    def stored(self) -> Draft:
        """The same, saved; raise ``PolicyError`` if that cannot be done."""
        if self.policy is None:
            raise PolicyError(self.problem)
        instead = None if self.is_elsewhere else self.path
        path = own_policies.save(self.name, replace(self.policy, name=self.name), instead)
        return of(path)


def of(path: Path) -> Draft:
    """What is in a file, or why that cannot be said."""
    try:
        return Draft(path.stem, own_policies.read(path), path)
    except PolicyError as error:
        return Draft(path.stem, None, path, spoken(str(error)))


def all_of_them(also: str = "") -> list[Draft]:
    """One for each file in the program's folder, and for the one that the settings name if it lies elsewhere."""
    found = own_policies.listed()
    if also.endswith(".toml") and Path(also) not in found and Path(also).is_file():
        found.append(Path(also))
    return [of(path) for path in found]
