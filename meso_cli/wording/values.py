"""Items, values, treatments and days in words."""

import datetime as dt
from collections.abc import Iterable

from meso_cli.model.guide import GRADES, Guide
from meso_cli.model.records import Treatment
from meso_cli.text import inside, visible
from meso_cli.when.names import MONTHS

_LONGEST_NAME = 40


def value_words(item: str, value: int, guide: Guide, reading: float | None = None) -> str:
    """A value as a person says it: "2 moderate", "yes", "yes, 38.5 °C", or a count."""
    if reading is not None:
        return f"{value_words(item, value, guide)}, {reading:g} °C"
    if item in guide.symptoms:
        return f"{value} {GRADES[value]}" if value < len(GRADES) else f"{value} (not understood)"
    if item in guide.signs:
        return "yes" if value else "no"
    return str(value)


def said_words(item: str, value: int, reading: float | None, guide: Guide) -> str:
    """An item with its value inside a sentence: "redness 2 moderate", "fever, 38.5 °C"."""
    label = inside(label_of(item, guide))
    if value and reading is not None:
        return f"{label}, {reading:g} °C"
    return f"{label} {value_words(item, value, guide, reading)}"


def label_of(item: str, guide: Guide) -> str:
    """An item's short label."""
    row = guide.item(item)
    return row.label if row else item


def listed(names: Iterable[str], most: int | None = None) -> str:
    """Names in a row; beyond `most` only their number."""
    all_names = list(names)
    shown = all_names if most is None else all_names[:most]
    more = len(all_names) - len(shown)
    return ", ".join(shown) + (f" + {more} more" if more else "")


def device_words(device: str) -> str:
    """A device as a person says it."""
    return "radio-frequency" if device == "rf" else device


def treatment_words(treatment: Treatment) -> str:
    """A treatment in short: its name, area, device and depth, as far as they are known."""
    depth = f"{treatment.depth_mm:g} mm" if treatment.depth_mm is not None else None
    parts = (treatment.name, treatment.area, treatment.device, depth)
    return " · ".join(part for part in parts if part)


def without_guide(treatment: Treatment) -> str:
    """Why nothing here can judge a treatment that a later version recorded."""
    guide = visible(treatment.guide, _LONGEST_NAME)
    return f"{treatment.name} follows the guide {guide}, which this version of meso does not have"


def day_month(date: dt.date, today: dt.date) -> str:
    """A day without its weekday, with its year where that is another one: "5 Dec"."""
    words = f"{date.day} {MONTHS[date.month - 1][:3]}"
    return words if date.year == today.year else f"{words} {date.year}"
