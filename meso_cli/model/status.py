"""What follows from a treatment, the guide and the log at one moment."""

import datetime as dt
from enum import Enum
from typing import Literal

from meso_cli.model.guide import Phase
from meso_cli.model.records import Entry, Instruction, Treatment
from meso_cli.model.tiers import Tier, rank, reaches
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.values import NamedTuple

State = Literal["avoid", "caution", "allowed"]
Trend = Literal["falling", "steady", "rising", "unknown"]
Kind = Literal["reported", "combination", "above-course", "outlasting", "rebound"]


class Log(NamedTuple):
    """One value of one item: which entry said it, when, and how many hours in.

    `reading` is the temperature in degrees Celsius where one was typed.
    """

    entry: int
    item: str
    value: int
    at: dt.datetime
    hours: float
    reading: float | None = None


class Outcome(Enum):
    """A rule's answer. Unknown is not clear."""

    TRIGGERED = "triggered"
    CLEAR = "clear"
    UNKNOWN = "unknown"


class Finding(NamedTuple):
    """One rule's outcome about one subject, with the logs and the risks of the history it rests on.

    `look_again`: by when it must be logged again.
    """

    kind: Kind
    subject: str
    outcome: Outcome
    tier: Tier | None = None
    because: tuple[Log, ...] = ()
    since: dt.datetime | None = None
    history: tuple[str, ...] = ()
    look_again: dt.datetime | None = None


class StandingWarning(NamedTuple):
    """The current warning about one symptom, sign or combination, at its highest tier.

    `history`: the recorded risks that raise it or change its advice. `look_again`: by when it must be
    logged again, where its tier rests on that.
    """

    id: str
    kinds: tuple[Kind, ...]
    tier: Tier
    since: dt.datetime
    because: tuple[Log, ...]
    acknowledged: "Acknowledged | None" = None
    hold_group: str | None = None
    history: tuple[str, ...] = ()
    look_again: dt.datetime | None = None

    @property
    def place(self) -> tuple[int, int]:
        """Its place among others: the gravest first, then a sign before what several logs come to."""
        kind = 0 if "reported" in self.kinds else 1 if "combination" in self.kinds else 2
        return -rank(self.tier), kind


class Acknowledged(NamedTuple):
    """When the person told somebody about a warning, and what was said."""

    at: dt.datetime
    text: str


Verdict = Literal["not-now", "not-yet", "caution", "ask-first", "ask", "allowed"]
"""What an answer comes to. "ask": no source says; "ask-first": time is up, and something holds it."""


class RestrictionState(NamedTuple):
    """Whether one restriction applies now. Times are aware; None is "no end known".

    `state` and `by_time`, the state before any hold, know nothing of `not_now`: a standing warning of any
    treatment is so grave that everything waits. What is shown goes by `verdict`, which knows it. `held_by`:
    ids of warnings and, once allowed by time, of the symptoms or signs that still hold it; `unchecked`: the
    hold's items that were never logged. `instruction` is the
    practitioner's instruction in force. `guide_earliest` and `guide_until` are the guide's own times
    beside it; None: the guide has no rule about it.
    """

    id: str
    kind: Literal["rule", "advisory"]
    state: State
    by_time: State
    earliest: dt.datetime | None
    until: dt.datetime | None
    held_by: tuple[str, ...]
    unchecked: tuple[str, ...]
    set_by: Literal["guide", "practitioner"]
    guide_until: dt.datetime | None
    instruction: Instruction | None = None
    guide_earliest: dt.datetime | None = None
    not_now: bool = False

    @property
    def verdict(self) -> Verdict:
        """What it comes to: nothing in an emergency, and what is held is to be asked about first."""
        if self.not_now:
            return "not-now"
        if self.state == "avoid":
            return "not-yet"
        if self.state == "allowed":
            return "allowed"
        return "ask-first" if self.by_time == "allowed" and self.held_by else "caution"


class CareState(NamedTuple):
    """A care item today; `done_today` None is "not recorded"."""

    id: str
    due: bool
    done_today: int | None


class SymptomState(NamedTuple):
    """A symptom's latest value against the course at its own hour; None: never logged."""

    id: str
    severity: int | None
    observed_at: dt.datetime | None
    expected_max: int | None
    trend: Trend


class Silence(NamedTuple):
    """Nothing logged for long after a log that was rising or flagged."""

    since: dt.datetime
    last: Literal["rising", "flagged"]


class Change(NamedTuple):
    """What changed in the last day, and since when: an item's value, or the state of restrictions by time.

    `ids`: the one item, whose value went from `before` to `now`; or the restrictions that are allowed
    (`lifted`), at caution (`eased`), or beyond their time and held by something (`held`) since `at`.
    """

    kind: Literal["value", "lifted", "held", "eased"]
    ids: tuple[str, ...]
    at: dt.datetime
    before: int = 0
    now: int = 0


class Other(NamedTuple):
    """Another open treatment, for a screen's one line about it; its own case has the words.

    It is open, or ended lately with a warning of contact or above that goes on standing.
    """

    id: str
    day: int
    next_lift: dt.datetime | None
    warnings: tuple[StandingWarning, ...]
    overdue: bool
    unrecognised: tuple[Log, ...] = ()
    is_open: bool = True

    @property
    def is_serious(self) -> bool:
        """Whether any warning says to contact somebody."""
        return any(reaches(warning.tier, "contact") for warning in self.warnings)


class Status(NamedTuple):
    """Everything true of one treatment at the moment `at`; every view and export renders this value.

    `overdue`: nothing was logged for long during follow-up (`silence` says when that matters).
    `future_dated`: entries dated after the moment of the clock; they may add a warning, nothing else.
    `unrecognised`: what was last reported (1 or more) and neither the guide nor the treatment's plan knows.
    """

    view: Viewpoint
    treatment: Treatment
    guide: str
    guide_version: str
    day: int
    elapsed_hours: float
    phase: Phase
    last_entry_at: dt.datetime | None
    assumed: tuple[str, ...]
    restrictions: tuple[RestrictionState, ...]
    care: tuple[CareState, ...]
    symptoms: tuple[SymptomState, ...]
    warnings: tuple[StandingWarning, ...]
    not_checked: tuple[str, ...]
    silence: Silence | None
    changes: tuple[Change, ...]
    in_follow_up: bool
    overdue: bool
    others: tuple[Other, ...] = ()
    future_dated: tuple[Entry, ...] = ()
    unrecognised: tuple[Log, ...] = ()

    @property
    def at(self) -> dt.datetime:
        """The moment that it is true of, aware."""
        return self.view.now
