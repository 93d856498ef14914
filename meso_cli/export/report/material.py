"""What a page is made from, and how its moments are told."""

import datetime as dt

from meso_cli.model.case import Case, Context
from meso_cli.model.settings import Settings
from meso_cli.model.summary import Summary
from meso_cli.model.trend import Trend
from meso_cli.recovery.comparing import Compared
from meso_cli.values import NamedTuple
from meso_cli.when.saying import clock, weekday_date
from meso_cli.wording.values import day_month


class Chosen(NamedTuple):
    """What somebody wants on the page: the last so many days, these symptoms alone (all), notes or none."""

    days: int | None = None
    only: tuple[str, ...] = ()
    notes: bool = True

    def wants(self, id: str) -> bool:
        """Whether a symptom is wanted."""
        return not self.only or id in self.only


class Material(NamedTuple):
    """What a page is made from; `made_by` is the program with its version.

    `late` are the entries that were typed long after what they say was observed.
    """

    context: Context
    trend: Trend
    summary: Summary
    compared: tuple[Compared, ...]
    settings: Settings
    chosen: Chosen
    made_by: str
    late: frozenset[int] = frozenset()


def date_words(at: dt.datetime, case: Case) -> str:
    """A day in the treatment's zone: "2 Mar"."""
    there = at.astimezone(case.treatment.at.tzinfo)
    return day_month(there.date(), case.treatment.at.date())


def time_words(at: dt.datetime, case: Case) -> str:
    """In the treatment's zone, where its days are counted."""
    there = at.astimezone(case.treatment.at.tzinfo)
    return f"{weekday_date(there.date(), year=there.year != case.treatment.at.year)} {clock(there)}"
