"""Small phrases that several screens share."""

import datetime as dt
from collections.abc import Iterable

from meso_cli.model.guide import GRADES, Guide, Restriction
from meso_cli.model.records import HOUR, SKIN_TYPES, Treatment, elapsed
from meso_cli.model.status import RestrictionState
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.text import visible
from meso_cli.when.names import MONTHS
from meso_cli.when.saying import moment, span

_AS_WRITTEN = ("SPF",)
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


def listed(names: Iterable[str], most: int | None = None) -> str:
    """Names in a row; beyond `most` only their number."""
    all_names = list(names)
    shown = all_names if most is None else all_names[:most]
    more = len(all_names) - len(shown)
    return ", ".join(shown) + (f" + {more} more" if more else "")


def inside(label: str) -> str:
    """A label inside a sentence: lower case, but for what is written in capitals."""
    return label if label.startswith(_AS_WRITTEN) else label[:1].lower() + label[1:]


def skin_types(guide: Guide, to: str = "-") -> str:
    """The skin types that are prone to dark patches: "4-6", or with `to` between them."""
    first, last = guide.modifiers.pih_prone_from_skin_type, SKIN_TYPES[-1]
    return f"{first}{to}{last}" if first < last else f"{last}"


def treatment_words(treatment: Treatment) -> str:
    """A treatment in short: its name, area, device and depth, as far as they are known."""
    depth = f"{treatment.depth_mm:g} mm" if treatment.depth_mm is not None else None
    parts = (treatment.name, treatment.area, treatment.device, depth)
    return " · ".join(part for part in parts if part)


def sayer(state: RestrictionState) -> str:
    """Who set it, by the name that was given: "Dr Lee", else "your practitioner"."""
    name = state.said.by if state.said else None
    return visible(name, _LONGEST_NAME) if name else "your practitioner"


def aside(state: RestrictionState, row: Restriction) -> str | None:
    """The few words that stand beside a restriction's label, before its time is up or once it is."""
    is_up = state.by_time == "allowed" or state.kind != row.kind
    return row.afterwards if is_up else row.meanwhile


def both_voices(state: RestrictionState, view: Viewpoint) -> str:
    """What the practitioner said beside the guide, for a line that says until when."""
    is_told = state.until is None and not (state.said and state.said.by)  # "your practitioner says"
    return guide_voice(state, view) if is_told else f"says {own_voice(state)}; {guide_voice(state, view)}"


def own_voice(state: RestrictionState) -> str:
    """The practitioner's own words, in short: "Dr Lee: 12 h"."""
    hours = state.said.hours if state.said else None
    return sayer(state) if hours is None else f"{sayer(state)}: {span(hours)}"


def guide_voice(state: RestrictionState, view: Viewpoint) -> str:
    """What the guide says beside the practitioner: "the guide: not until Tue 3 Mar 14:00, caution ..."."""
    if state.guide_until is None or state.guide_earliest is None:
        return "the guide has no rule about it"
    end = moment(state.guide_until, view)
    is_ahead = elapsed(view.now, state.guide_earliest) > 0 * HOUR
    if state.guide_earliest == state.guide_until:
        return f"the guide: {'not ' if is_ahead else ''}until {end}"
    avoid = f"not until {moment(state.guide_earliest, view)}, " if is_ahead else ""
    return f"the guide: {avoid}caution until {end}"


def day_month(date: dt.date, today: dt.date) -> str:
    """A day without its weekday, with its year where that is another one: "5 Dec"."""
    words = f"{date.day} {MONTHS[date.month - 1][:3]}"
    return words if date.year == today.year else f"{words} {date.year}"
