"""The window of each restriction for one treatment: the guide's, then the practitioner's."""

import datetime as dt
from collections.abc import Iterable, Mapping

from meso_cli.model.guide import Guide, Restriction
from meso_cli.model.records import Instruction, Treatment
from meso_cli.model.status import State
from meso_cli.signs import modifiers
from meso_cli.values import NamedTuple


class Window(NamedTuple):
    """Avoid in `[0, earliest)`, caution in `[earliest, until)`, then allowed; in elapsed hours.

    None is "no end known".
    """

    earliest: float | None
    until: float | None

    def state(self, hours: float) -> State:
        """What applies at that hour."""
        if self.earliest is None or hours < self.earliest:
            return "avoid"
        return "caution" if self.until is None or hours < self.until else "allowed"


class GuideWindow(NamedTuple):
    """The guide's own two ends for one treatment; both are known."""

    earliest: float
    until: float


def guide_window(restriction: Restriction, treatment: Treatment, guide: Guide) -> GuideWindow:
    """The hours at which the guide eases and lifts it: a modifier that applies moves them.

    A modifier of `unknown_extends` counts when it is unknown, too.
    """
    cautious = modifiers.unknown(treatment, guide) & frozenset(restriction.unknown_extends)
    counting = modifiers.known(treatment, guide) | cautious

    def extended(hours: float, by: Mapping[str, float]) -> float:
        return max((hours, *(later for modifier, later in by.items() if modifier in counting)))

    return GuideWindow(
        extended(restriction.earliest, restriction.extended_earliest),
        extended(restriction.until, restriction.extended),
    )


def planned_window(window: GuideWindow, instruction: Instruction | None) -> Window:
    """The practitioner's instruction, where there is one, over the guide's window."""
    return Window(*window) if instruction is None else window_until(instruction.hours, window)


def window_until(hours: float | None, window: GuideWindow) -> Window:
    """The practitioner's hours over the guide's window; None is open-ended and leaves no end.

    Stricter ones move both ends out; looser ones only `earliest` in, so that the time between
    the two voices is caution.
    """
    return Window(None, None) if hours is None else Window(hours, max(window.until, hours))


def latest_instructions(plan: Iterable[Instruction]) -> dict[str, Instruction]:
    """The instruction in force for each restriction: the last one given, by the instant."""
    return {row.restriction: row for row in sorted(plan, key=lambda row: row.at.astimezone(dt.UTC))}
