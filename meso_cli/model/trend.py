"""How the symptoms of one treatment went, recovery day by recovery day."""

import datetime as dt
from typing import Literal

from meso_cli.model.records import Entry, Treatment
from meso_cli.model.status import Log, StandingWarning
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.values import NamedTuple

DayState = Literal["inside", "above", "unknown"]


class DayCell(NamedTuple):
    """One item on one recovery day.

    `logs` are its values of that day in the order observed, `highest` the gravest of them (among
    equals the one furthest above its course); none: not recorded, and the state is unknown.
    `expected_max` is the highest normal grade at the hour of `highest`; on a day without a log it is
    that of the day's first hour. `above`: the logs above their course, each at its own hour.
    `warned`: a warning that stands now rests on a log of this day.
    """

    day: int
    logs: tuple[Log, ...]
    highest: Log | None
    expected_max: int
    above: tuple[Log, ...] = ()
    warned: bool = False

    @property
    def state(self) -> DayState:
        """Above where any log of the day lies above its course."""
        return "unknown" if self.highest is None else "above" if self.above else "inside"

    @property
    def is_marked(self) -> bool:
        """Whether the day gets a mark: above its course, or part of a warning that stands."""
        return bool(self.above) or self.warned


class Earlier(NamedTuple):
    """The same item in an earlier treatment: on how many days it was logged, and how it ended.

    `days_to_zero` is as in `ItemTrend`.
    """

    treatment: Treatment
    days_logged: int
    highest: int | None
    days_to_zero: int | None


class ItemTrend(NamedTuple):
    """A symptom, or a sign that was reported, over the days asked for.

    `days_to_zero`: the first recovery day of the zeros that its log ends in; None where it is not at 0
    yet, or never was above it. `days_logged` and `ever` (the highest value) are of the whole record, as
    `days_to_zero` is. `warnings`: what stands now and is about it. `last_on`: the recovery day of `last`.
    `future_dated`: its logs that are dated after the clock; no other field counts them.
    """

    id: str
    kind: Literal["symptom", "sign"]
    label: str
    days: tuple[DayCell, ...]
    days_logged: int
    ever: int | None
    days_to_zero: int | None
    last: Log | None
    warnings: tuple[StandingWarning, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    last_on: int | None = None
    future_dated: tuple[Log, ...] = ()

    @property
    def recorded(self) -> tuple[DayCell, ...]:
        """The days asked for on which it was logged."""
        return tuple(cell for cell in self.days if cell.highest is not None)

    @property
    def was_above_0(self) -> bool:
        """Whether any log is above 0, on any day, future-dated ones included."""
        return bool(self.ever) or any(log.value for log in self.future_dated)

    @property
    def is_never_logged(self) -> bool:
        """Whether the item is in no entry of the whole record, whichever days are shown."""
        return not self.days_logged and not self.future_dated


class Ending(NamedTuple):
    """A symptom that was above 0, and the recovery day since which its logs are 0; None: not yet at 0."""

    id: str
    label: str
    days_to_zero: int | None


class Trend(NamedTuple):
    """Every symptom of one treatment over the recovery days [first_day, last_day], both included.

    Symptoms that were never logged have no value on any day; signs are there that were once reported,
    or asked for. `entries_before`: the entries on the days before the first. `today` is the recovery day
    of the viewpoint; `warnings` is all that stands now. `future_dated`: the entries dated after the clock.
    """

    view: Viewpoint
    treatment: Treatment
    first_day: int
    last_day: int
    today: int
    items: tuple[ItemTrend, ...]
    warnings: tuple[StandingWarning, ...]
    earlier: tuple[Treatment, ...] = ()
    entries_before: int = 0
    future_dated: tuple[Entry, ...] = ()

    @property
    def at(self) -> dt.datetime:
        """The moment that it is true of, aware."""
        return self.view.now
