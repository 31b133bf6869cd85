"""The policies that the window offers: the presets, then the person's own, in their folder or named by the settings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lenscap import own_policies, policy
from lenscap.errors import PolicyError
from lenscap.gui.roll import words
from lenscap.gui.speech import spoken
from lenscap.model import Policy


class Presets:
    """Policies by the name that the settings have for them.

    ``problem`` says why the one that the settings name is not among them. ``broken`` are files of the person's own
    that cannot be read, with the sentence that says why.
    """

    def __init__(self, chosen: str) -> None:
        self._also = chosen
        self.broken: dict[str, str] = {}
        self.read_again()
        self.chosen, self.problem = words.PRESETS[0], ""
        if chosen in self._policies:
            self.chosen = chosen
        else:
            self.problem = self.broken.get(chosen) or _why(chosen)

    def read_again(self) -> None:
        """Take what the files say now."""
        self._policies = {name: policy.PRESETS[name] for name in words.PRESETS}
        self.broken = {}
        also = [self._also] if self._also not in self._policies and Path(self._also).is_file() else []
        for name in dict.fromkeys([*map(str, own_policies.listed()), *also]):
            try:
                self._policies[name] = own_policies.read(Path(name)) if name.endswith(".toml") else policy.named(name)
            except PolicyError as error:
                self.broken[name] = spoken(str(error))

    def __iter__(self) -> Iterator[str]:
        return iter(self._policies)

    def __contains__(self, name: str) -> bool:
        return name in self._policies

    def __getitem__(self, name: str) -> Policy:
        return self._policies[name]


def _why(name: str) -> str:
    """Why there is no such policy."""
    try:
        policy.named(name)
    except PolicyError as error:
        return spoken(str(error))
    return ""
