"""Suggests the next useful check-in to somebody who logs often and sees no change. Pure."""

import datetime as dt

from meso_cli.model.case import Case
from meso_cli.model.records import Entry
from meso_cli.model.settings import Settings
from meso_cli.model.status import Status
from meso_cli.recovery.reminders import check_in_due
from meso_cli.signs.logs import Series, series_by_item

_OFTEN = 3
"""This many check-ins on one day without a change are often."""


def next_look(case: Case, entry: Entry, status: Status, settings: Settings) -> dt.datetime | None:
    """When the next check-in is useful, after the third entry of a day, or a later one, without a change.

    None if anything changed, rose since the day before, or is a warning: then every check-in counts.
    """
    day = case.treatment.day(entry.at, settings.day_start)
    others = any(other.warnings or other.unrecognised for other in status.others)
    if day != status.day or status.warnings or status.unrecognised or status.future_dated or others:
        return None
    judged = {*case.guide.symptoms, *case.guide.signs}
    if not judged & {seen.item for seen in entry.observations}:
        return None
    looks: set[int] = set()
    for item, series in series_by_item(case.treatment, case.record.entries).items():
        if item not in judged:
            continue
        today = tuple(log for log in series if case.treatment.day(log.at, settings.day_start) == day)
        if _moved(today, series[: len(series) - len(today)]):
            return None
        looks |= {log.entry for log in today}
    if len(looks) < _OFTEN:
        return None
    due = check_in_due(status.at, settings)
    return due if due.timestamp() > status.at.timestamp() else due + dt.timedelta(days=1)


def _moved(today: Series, before: Series) -> bool:
    """Whether something changed today, or is more than it was before today."""
    if not today:
        return False
    return len({log.value for log in today}) > 1 or bool(before and today[0].value > before[-1].value)
