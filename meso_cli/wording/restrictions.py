"""Who set a restriction, and what the guide says beside them, in words."""

from meso_cli.model.guide import Restriction
from meso_cli.model.records import HOUR, elapsed
from meso_cli.model.status import RestrictionState
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.recovery.windows import Window
from meso_cli.text import visible
from meso_cli.when.saying import moment, span

_LONGEST_NAME = 40
NOT_NOW = "not now, until you have been seen (meso status)"
"""A restriction while a standing warning makes everything wait."""


def sayer(state: RestrictionState) -> str:
    """Who set it, by the name that was given: "Dr Lee", else "your practitioner"."""
    name = state.instruction.by if state.instruction else None
    return visible(name, _LONGEST_NAME) if name else "your practitioner"


def aside(state: RestrictionState, row: Restriction) -> str | None:
    """The few words that stand beside a restriction's label, before its time is up or once it is."""
    is_up = state.by_time == "allowed" or state.kind != row.kind
    return row.afterwards if is_up else row.meanwhile


def both_voices(state: RestrictionState, view: Viewpoint) -> str:
    """What the practitioner said beside the guide, for a line that says until when."""
    is_told = state.until is None and not (
        state.instruction and state.instruction.by
    )  # "your practitioner says"
    return guide_voice(state, view) if is_told else f"says {own_voice(state)}; {guide_voice(state, view)}"


def own_voice(state: RestrictionState) -> str:
    """The practitioner's own words, in short: "Dr Lee: 12 h"."""
    hours = state.instruction.hours if state.instruction else None
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


def window_words(window: Window | None) -> str:
    """The guide's own time: "24 h, caution to 48 h"."""
    if window is None or window.until is None or window.earliest is None:
        return "no rule"
    if window.earliest == window.until:
        return span(window.until)
    if not window.earliest:  # advice alone
        return f"caution to {span(window.until)}"
    return f"{span(window.earliest)}, caution to {span(window.until)}"
