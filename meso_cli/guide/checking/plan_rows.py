"""What a clinic's plan file holds: the keys of each table, as they are written there.

Lengths of time are texts ("72h", "10d", "open") here and hours in `meso_cli.model.plan`.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple

from meso_cli.model.plan import PlanAsk, PlanTier

OPEN = "open"
"""The length of what lasts until the clinic says otherwise."""


class ClinicRow(NamedTuple):
    """`[clinic]`: who says all this, and whom to call."""

    name: str
    issued: dt.date
    phone: str | None = None
    out_of_hours: str | None = None


class WindowRow(NamedTuple):
    """`[windows.makeup]`: another time for a restriction of the guide."""

    id: str
    avoid_until: str
    note: str | None = None


class ActivityRow(NamedTuple):
    """`[activities.hair-dye]`: a restriction that the guide does not have."""

    id: str
    label: str
    avoid_until: str
    why: str
    caution_until: str | None = None
    instead: str | None = None
    words: tuple[str, ...] = ()


class CareRow(NamedTuple):
    """`[care.healing-gel]`: a step of the clinic's own; with `per_day` it can be logged."""

    id: str
    label: str
    text: str
    due_from: str = "0h"
    due_until: str | None = None
    per_day: int | None = None


class SignRow(NamedTuple):
    """`[signs.weeping]`: a sign that the guide does not have."""

    id: str
    label: str
    tier: PlanTier
    question: str
    advice: str
    ask: PlanAsk = "daily"
    words: tuple[str, ...] = ()


TABLES: Mapping[str, Any] = {
    "windows": WindowRow,
    "activities": ActivityRow,
    "care": CareRow,
    "signs": SignRow,
}
"""The tables of tables, by the name of the first; `[clinic]` stands beside them."""


class PlanDraft(NamedTuple):
    """The rows that could be made of a file, whatever it holds."""

    file: str
    clinic: ClinicRow
    windows: Mapping[str, WindowRow]
    activities: Mapping[str, ActivityRow]
    care: Mapping[str, CareRow]
    signs: Mapping[str, SignRow]

    @property
    def added(self) -> Mapping[str, Mapping[str, ActivityRow | CareRow | SignRow]]:
        """The tables whose rows are new, by their name."""
        return {"activities": self.activities, "care": self.care, "signs": self.signs}
