"""What the guide says of a recovery day, of a treatment's or in general, and back from an event. Pure."""

import datetime as dt
import math
from collections.abc import Mapping

from meso_cli.model.case import Case
from meso_cli.model.guide import CareItem, Guide, Restriction
from meso_cli.model.status import RestrictionState, State
from meso_cli.recovery.windows import Window
from meso_cli.signs.course import expected_at
from meso_cli.values import NamedTuple

DAY = 24


class DayOf(NamedTuple):
    """A recovery day of a treatment, [begin, end), and the strictest state of each restriction in it."""

    day: int
    begin: dt.datetime
    end: dt.datetime
    states: tuple[RestrictionState, ...]


def told_on(day: int, days: Mapping[str, int]) -> str:
    """The row of the words "days" that tells what is usual on that day."""
    return [id for id, first in days.items() if first <= day][-1]


def expected_on(of: DayOf, case: Case) -> dict[str, int]:
    """The highest usual grade of each symptom at the start of a treatment's day."""
    symptoms = case.guide.symptoms.values()
    return {row.id: expected_at(row, case.treatment, case.guide, of.begin) for row in symptoms}


def expected_in_general(day: int, guide: Guide) -> dict[str, int]:
    """The same as if the treatment had been at the end of day 0."""
    hours = _hours(day)
    return {
        row.id: next((step.grade for step in row.course if hours < step.until), 0)
        for row in guide.symptoms.values()
    }


def states_in_general(day: int, guide: Guide) -> tuple[dict[str, State], dict[str, State]]:
    """The strictest state of each restriction by its default end, and by its longest one."""
    hours, rows = _hours(day), guide.restrictions.values()
    return (
        {row.id: Window(row.earliest, row.until).state(hours) for row in rows},
        {row.id: _longest(row).state(hours) for row in rows},
    )


def care_of(first: float, last: float, guide: Guide) -> tuple[CareItem, ...]:
    """What is to be done at some hour of these."""
    return tuple(
        row
        for row in guide.care.values()
        if row.from_hours < last and (row.until_hours is None or first < row.until_hours)
    )


def last_days(event: dt.date, guide: Guide) -> dict[str, tuple[dt.date, dt.date]]:
    """For each restriction the last day for a session so that it ends by the event; also by its longest end.

    Left out is what is about the session after it, and what never ends.
    """
    return {
        row.id: (_last_day(event, row.until), _last_day(event, _longest(row).until or 0))
        for row in guide.restrictions.values()
        if row.kind == "rule" and row.then is None and row.id != guide.rules.next_session
    }


def _last_day(event: dt.date, hours: float) -> dt.date:
    """The last day for a session so that these hours after its end have passed at the event."""
    return event - dt.timedelta(days=math.ceil(hours / DAY) + 1)


def _longest(row: Restriction) -> Window:
    return Window(
        max((row.earliest, *row.extended_earliest.values())), max((row.until, *row.extended.values()))
    )


def _hours(day: int) -> float:
    """The first hour of a day, at the strictest: that of a treatment at the end of day 0."""
    return max(0, (day - 1) * DAY)
