"""A clinic's plan: what its file adds to the guide for one treatment, and changes in it.

Hours are elapsed hours since the treatment. A plan can make a rule stricter or looser and add
rows of its own; it has no field for anything that warns, but signs that the guide does not know.
"""

import datetime as dt
from typing import Literal

from meso_cli.model.practitioner import Practitioner
from meso_cli.values import NamedTuple

PlanTier = Literal["contact", "urgent", "emergency"]
PlanAsk = Literal["daily", "late"]


class ChangedWindow(NamedTuple):
    """What the clinic says about a restriction of the guide; None is "until we say so"."""

    restriction: str
    hours: float | None
    note: str | None = None


class AddedActivity(NamedTuple):
    """A restriction that the guide does not have: avoid before `earliest`, caution before `until`.

    Both None: no end is known. `words` are other names that people type.
    """

    id: str
    label: str
    earliest: float | None
    until: float | None
    why: str
    instead: str | None = None
    words: tuple[str, ...] = ()


class AddedCare(NamedTuple):
    """A care step of the clinic's own, due in `[from_hours, until_hours)`."""

    id: str
    label: str
    text: str
    from_hours: float = 0
    until_hours: float | None = None
    per_day: int | None = None


class AddedSign(NamedTuple):
    """A sign that the clinic wants to hear of, alone enough for its tier."""

    id: str
    label: str
    tier: PlanTier
    question: str
    advice: str
    ask: PlanAsk = "daily"
    words: tuple[str, ...] = ()


class ClinicPlan(NamedTuple):
    """One clinic's plan. `loaded_at` is when it was loaded for a treatment, None before.

    `filled` are the `contacts` (fields of `Practitioner`) that this treatment has from it.
    """

    contacts: Practitioner
    issued: dt.date
    windows: tuple[ChangedWindow, ...] = ()
    activities: tuple[AddedActivity, ...] = ()
    care: tuple[AddedCare, ...] = ()
    signs: tuple[AddedSign, ...] = ()
    loaded_at: dt.datetime | None = None
    filled: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the clinic calls itself."""
        return self.contacts.name or "your clinic"
