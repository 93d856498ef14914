"""The window of each restriction for one treatment: the guide's, then the practitioner's."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from meso_cli.model.guide import Guide, Restriction
from meso_cli.model.records import Instruction, Treatment
from meso_cli.model.status import State
from meso_cli.signs import modifiers


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


def guide_until(restriction: Restriction, treatment: Treatment, guide: Guide) -> float:
    """The hours at which the guide lifts it: a modifier that applies moves `until`, never `earliest`.

    A modifier of `unknown_extends` counts when it is unknown, too.
    """
    cautious = modifiers.unknown(treatment) & frozenset(restriction.unknown_extends)
    counting = modifiers.known(treatment, guide) | cautious
    extended = (hours for modifier, hours in restriction.extended.items() if modifier in counting)
    return max((restriction.until, *extended))


def planned_window(earliest: float, until: float, instruction: Instruction | None) -> Window:
    """The practitioner's instruction over the guide's `earliest` and `until`.

    A stricter one moves both ends out; a looser one only `earliest` in, so that the time
    between the two voices is caution; an open-ended one leaves no end.
    """
    if instruction is None:
        return Window(earliest, until)
    if instruction.hours is None:
        return Window(None, None)
    return Window(instruction.hours, max(until, instruction.hours))


def latest_instructions(plan: Iterable[Instruction]) -> dict[str, Instruction]:
    """The instruction in force for each restriction: the last one given, by the instant."""
    return {row.restriction: row for row in sorted(plan, key=lambda row: row.at.astimezone(dt.UTC))}
