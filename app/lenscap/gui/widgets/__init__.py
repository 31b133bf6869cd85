"""The parts that pages are put together from."""

from lenscap.gui.widgets.buttons import Chip, SegmentedControl, button, icon_button, link
from lenscap.gui.widgets.checks import CheckBox
from lenscap.gui.widgets.fields import Choice, MenuField
from lenscap.gui.widgets.flow import Flow
from lenscap.gui.widgets.focus import FocusRing
from lenscap.gui.widgets.labels import (
    ElidedLabel,
    Pill,
    card,
    divider,
    escaped,
    explain,
    label,
    tile,
)

__all__ = [
    "CheckBox",
    "Chip",
    "Choice",
    "ElidedLabel",
    "Flow",
    "FocusRing",
    "MenuField",
    "Pill",
    "SegmentedControl",
    "button",
    "card",
    "divider",
    "escaped",
    "explain",
    "icon_button",
    "label",
    "link",
    "tile",
]
