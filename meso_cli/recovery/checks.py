"""What was not checked, what is silent, and how long a treatment is followed.

Moments (`at`) stand in UTC here, as those of the logs do.
"""

import datetime as dt
from collections.abc import Iterable, Mapping

from meso_cli.model.guide import Guide, Sign
from meso_cli.model.records import HOUR, Record, elapsed
from meso_cli.model.status import Log, RestrictionState, Silence, WarningSign
from meso_cli.recovery.ahead import gravest
from meso_cli.signs.course import Course
from meso_cli.signs.logs import Logs, series_by_item


def in_follow_up(
    record: Record, guide: Guide, day: int, warnings: Iterable[WarningSign], at: dt.datetime
) -> bool:
    """From the treatment to its last day of follow-up or its end; longer while a warning stands."""
    ended = record.treatment.ended_at is not None and elapsed(record.treatment.ended_at, at) >= 0 * HOUR
    return any(True for _ in warnings) or (day <= guide.rules.follow_up_days and not ended)


def not_checked(
    record: Record,
    guide: Guide,
    logs: Logs,
    courses: Mapping[str, Course],
    restrictions: Iterable[RestrictionState],
    day: int,
    followed: bool,
    at: dt.datetime,
) -> tuple[str, ...]:
    """The signs that nobody asked about lately, then the symptoms whose last value has aged.

    A symptom is listed when it was last at 1 or more, too long ago, and above what is normal
    now; or when it was never logged though a restriction waits for it.
    """
    stale_before = at - guide.rules.stale_after * HOUR
    signs = tuple(
        sign.id
        for sign in guide.signs.values()
        if _asked(sign, guide, day, followed) and not _logged_since(logs, sign.id, stale_before)
    )
    awaited = {item for state in restrictions for item in state.unchecked}
    hours = record.treatment.hours(at)
    symptoms = tuple(
        id
        for id in guide.symptoms
        if (id in awaited if id not in logs else _aged(logs, id, courses[id], hours, stale_before))
    )
    return signs + symptoms


def _asked(sign: Sign, guide: Guide, day: int, followed: bool) -> bool:
    if sign.ask == "once":
        return day <= guide.rules.once_until_day
    if sign.ask == "late":
        return day >= guide.rules.late_from_day
    return followed


def _logged_since(logs: Logs, item: str, moment: dt.datetime) -> bool:
    return item in logs and logs[item][-1].at > moment


def _aged(logs: Logs, item: str, course: Course, hours: float, stale_before: dt.datetime) -> bool:
    last = logs[item][-1]
    return last.value >= 1 and last.at <= stale_before and last.value > course.expected_max(hours)


def unjudged(record: Record, guide: Guide, logs: Logs) -> tuple[Log, ...]:
    """The latest log of each reported item that nothing knows, as after its plan was taken back."""
    ahead = series_by_item(record.treatment, gravest(record.ahead))
    return tuple(
        series[-1]
        for item, series in (*logs.items(), *ahead.items())
        if series[-1].value and not any(item in rows for rows in (guide.symptoms, guide.signs, guide.care))
    )


def last_entry_at(record: Record) -> dt.datetime | None:
    """When the latest entry was observed, in UTC; None where nothing was logged."""
    latest = max((entry.at for entry in record.entries), key=dt.datetime.timestamp, default=None)
    return None if latest is None else latest.astimezone(dt.UTC)


def overdue(record: Record, guide: Guide, followed: bool, at: dt.datetime) -> bool:
    """Whether a check-in is missing: nothing logged for long, since the treatment if never."""
    last_at = last_entry_at(record) or record.treatment.at
    return followed and elapsed(last_at, at) >= guide.rules.silent_after * HOUR


def silence(
    record: Record,
    guide: Guide,
    logs: Logs,
    warnings: tuple[WarningSign, ...],
    followed: bool,
    at: dt.datetime,
) -> Silence | None:
    """Nothing logged for long after a last log that was rising or flagged."""
    last_at = last_entry_at(record)
    if last_at is None or not overdue(record, guide, followed, at):
        return None
    if warnings:
        return Silence(last_at, "flagged")
    rising = any(
        len(series) > 1 and series[-1].at == last_at and series[-1].value > series[-2].value
        for item in guide.symptoms
        if (series := logs.get(item))
    )
    return Silence(last_at, "rising") if rising else None
