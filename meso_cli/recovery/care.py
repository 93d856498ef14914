"""Which daily care is due, and what of it was logged today."""

import datetime as dt

from meso_cli.model.guide import CareItem
from meso_cli.model.records import Treatment
from meso_cli.model.status import CareState
from meso_cli.recovery.assessment import Assessment
from meso_cli.signs.logs import Series

_LONGER_THAN_ANY_DAY = dt.timedelta(hours=48)


def care_states(assessed: Assessment, day_start: dt.timedelta) -> tuple[CareState, ...]:
    """Every care item of the guide at the moment of the assessment; the counts of that day add up."""
    treatment, at = assessed.case.treatment, assessed.instant
    day, hours = treatment.day(at, day_start), treatment.hours(at)
    return tuple(
        _care_state(item, _done(assessed.logs.get(item.id, ()), day, at, (treatment, day_start)), hours)
        for item in assessed.guide.care.values()
    )


def _done(series: Series, day: int, at: dt.datetime, counted: tuple[Treatment, dt.timedelta]) -> int | None:
    """How often it was done on that recovery day, which holds `at`; None where it was not logged."""
    treatment, day_start = counted
    counts: list[int] = []
    for log in reversed(series):
        if at - log.at > _LONGER_THAN_ANY_DAY:
            break
        if treatment.day(log.at, day_start) == day:
            counts.append(log.value)
    return sum(counts) if counts else None


def _care_state(item: CareItem, done: int | None, hours: float) -> CareState:
    in_window = item.from_hours <= hours and (item.until_hours is None or hours < item.until_hours)
    outstanding = item.per_day is None or (done or 0) < item.per_day
    return CareState(item.id, in_window and outstanding, done)
