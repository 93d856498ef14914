"""What a person recorded: treatments, entries, the practitioner's instructions."""

import datetime as dt
from typing import TYPE_CHECKING

from meso_cli.model.practitioner import Practitioner
from meso_cli.values import NamedTuple

if TYPE_CHECKING:  # few treatments have one, and NamedTuples take time to make
    from meso_cli.model.plan import ClinicPlan

HOUR = dt.timedelta(hours=1)
DEFAULT_GUIDE = "microneedling"
"""The guide that a treatment follows where nothing else was recorded."""


def elapsed(since: dt.datetime, until: dt.datetime) -> dt.timedelta:
    """The time that really passed between two aware moments.

    Python subtracts (and compares) two moments of one zone by their wall clocks, which is an
    hour off across a clock change; in UTC it cannot be.
    """
    return until.astimezone(dt.UTC) - since.astimezone(dt.UTC)


class Description(NamedTuple):
    """What may be said about a treatment beside its time; None is "not recorded"."""

    area: str | None = None
    device: str | None = None
    depth_mm: float | None = None
    skin_type: int | None = None
    history: tuple[str, ...] = ()
    practitioner: Practitioner | None = None
    products: tuple[str, ...] = ()
    note: str | None = None


class Treatment(NamedTuple):
    """One needling session. `None` is "not recorded", never a default.

    `at` is aware and stands in the zone of the treatment, so that its calendar days are
    the days that the person lived through. `guide` is the id of the guide that it follows.
    """

    id: int
    uuid: str
    at: dt.datetime
    area: str | None = None
    device: str | None = None
    depth_mm: float | None = None
    skin_type: int | None = None
    history: tuple[str, ...] = ()
    practitioner: Practitioner | None = None
    products: tuple[str, ...] = ()
    note: str | None = None
    ended_at: dt.datetime | None = None
    guide: str = DEFAULT_GUIDE

    @property
    def name(self) -> str:
        """The name a person types: `t1`."""
        return f"t{self.id}"

    @property
    def description(self) -> Description:
        """All of it but when it was."""
        return Description(*(getattr(self, name) for name in Description._fields))

    def hours(self, at: dt.datetime) -> float:
        """Elapsed hours at `at`, never below 0 (a start may lie a few minutes ahead)."""
        return max(0.0, elapsed(self.at, at) / HOUR)

    def moment(self, hours: float) -> dt.datetime:
        """The instant `hours` after the treatment, in UTC: no clock change moves it."""
        return self.at.astimezone(dt.UTC) + dt.timedelta(hours=hours)

    def has_ended(self, at: dt.datetime) -> bool:
        """Whether its follow-up was ended by `at`."""
        return self.ended_at is not None and elapsed(self.ended_at, at) >= dt.timedelta()

    def day(self, at: dt.datetime, day_start: dt.timedelta = dt.timedelta()) -> int:
        """The recovery day: local midnights (moved by `day_start`) since the treatment.

        Counted in the treatment's zone; day 0 is the treatment's own calendar day.
        """
        first = (self.at.replace(tzinfo=None) - day_start).date()
        today = (at.astimezone(self.at.tzinfo).replace(tzinfo=None) - day_start).date()
        return max(0, (today - first).days)


class Observation(NamedTuple):
    """One item's value: a symptom 0-4, a sign 0/1, or a care count.

    `reading` keeps a temperature in degrees Celsius where one was typed.
    """

    item: str
    value: int
    reading: float | None = None


class Entry(NamedTuple):
    """One thing logged: what was observed at the moment `at`, and/or a note."""

    id: int
    uuid: str
    at: dt.datetime
    observations: tuple[Observation, ...] = ()
    note: str | None = None


class Instruction(NamedTuple):
    """What the practitioner said about one restriction.

    `hours` since the treatment; `None` is open-ended ("until I say so"). Where it was said as the
    moment `until`, the hours follow from that, whatever becomes of the treatment's time.
    """

    restriction: str
    hours: float | None
    by: str | None
    note: str | None
    at: dt.datetime
    until: dt.datetime | None = None


class Acknowledgement(NamedTuple):
    """The person has told somebody about a warning that stood at `tier`.

    What is observed after `at` triggers again. `entry` is one that the warning rested on.
    """

    warning: str
    tier: str
    entry: int
    at: dt.datetime
    text: str


class Record(NamedTuple):
    """One treatment with all that was recorded about it.

    `instructions` are about single restrictions; `plan` is the clinic's in force.
    `future_dated` are entries dated after the moment of the clock, apart from `entries`.
    """

    treatment: Treatment
    entries: tuple[Entry, ...] = ()
    instructions: tuple[Instruction, ...] = ()
    acknowledgements: tuple[Acknowledgement, ...] = ()
    plan: "ClinicPlan | None" = None
    future_dated: tuple[Entry, ...] = ()


AREAS = (
    "face", "eyes", "lips", "scalp", "neck", "chest", "back", "abdomen", "arms", "hands", "legs", "other",
)  # fmt: skip  # one list per line reads as the list it is
DEVICES = ("pen", "roller", "stamp", "rf", "other")
HISTORY = ("cold-sores", "keloid", "weak-immunity", "diabetes", "blood-thinners", "eczema")
SKIN_TYPES = range(1, 7)
ASSUMED_AREA = "face"
