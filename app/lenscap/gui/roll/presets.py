"""The policies that the window offers: the presets, and the person's own if the settings name its file."""

from __future__ import annotations

from collections.abc import Iterator

from lenscap import policy
from lenscap.errors import PolicyError
from lenscap.gui.roll import words
from lenscap.gui.speech import spoken
from lenscap.model import Policy


class Presets:
    """Policies by the name that the settings have for them. ``problem`` says why the person's own is not among them."""

    def __init__(self, chosen: str) -> None:
        self._policies = {name: policy.PRESETS[name] for name in words.PRESETS}
        self.chosen, self.problem = words.PRESETS[0], ""
        try:
            self._policies.setdefault(chosen, policy.named(chosen))
            self.chosen = chosen
        except PolicyError as error:
            self.problem = spoken(str(error))

    def __iter__(self) -> Iterator[str]:
        return iter(self._policies)

    def __getitem__(self, name: str) -> Policy:
        return self._policies[name]
