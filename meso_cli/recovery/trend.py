"""How a recovery went: each symptom's days against its normal course. Pure.

Worked out from the logs alone, each judged at its own hour: no width of a screen changes a number.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Literal

from meso_cli.model.case import Case
from meso_cli.model.guide import Sign, Symptom
from meso_cli.model.records import HOUR, Treatment, elapsed
from meso_cli.model.settings import Settings
from meso_cli.model.status import Log, StandingWarning
from meso_cli.model.trend import DayCell, Earlier, Ending, ItemTrend, Trend
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.recovery.assessment import Assessment, assess
from meso_cli.signs.course import Course
from meso_cli.signs.logs import Series, series_by_item
from meso_cli.values import NamedTuple
from meso_cli.when.zones import first_instant, zone_of

MOST_DAYS = 366
"""No window is wider; a recovery is followed for weeks."""

_NEVER_NORMAL = Course(())


class Shown(NamedTuple):
    """What to show: the last so many days (None: as many as follow-up has), and signs asked for by id."""

    days: int | None = None
    signs: Collection[str] = ()


FOLLOW_UP = Shown()


def trend(
    case: Case, settings: Settings, view: Viewpoint, shown: Shown = FOLLOW_UP, *, earlier: Iterable[Case] = ()
) -> Trend:
    """Each symptom, and each sign that was reported or asked for, over the days that are `shown`.

    `earlier` are the person's treatments before this one.
    """
    assessed = assess(case, settings, view)
    days = [case.treatment.day(entry.at, settings.day_start) for entry in case.record.entries]
    window = _window(assessed, shown, max(days, default=0))
    logged = _Logged(
        {item: _by_day(series, case, settings) for item, series in assessed.logs.items()},
        series_by_item(case.treatment, case.record.future_dated),
        {day: day_hours(case.treatment, day, settings.day_start)[0] for day in window},
        assessed.warnings,
        [(other.treatment, _placed(other, settings)) for other in earlier],
    )
    symptoms = [
        _item_trend(row, "symptom", assessed.scene.courses[row.id], logged)
        for row in case.guide.symptoms.values()
    ]
    signs = [_item_trend(row, "sign", _NEVER_NORMAL, logged) for row in case.guide.signs.values()]
    return Trend(
        view,
        case.treatment,
        window.start,
        window.stop - 1,
        assessed.day,
        (*symptoms, *(row for row in signs if row.id in shown.signs or row.was_above_0)),
        assessed.warnings,
        tuple(treatment for treatment, _ in logged.earlier),
        sum(day < window.start for day in days),
        case.record.future_dated,
    )


def _window(assessed: Assessment, shown: Shown, last_logged: int) -> range:
    """The days that are shown: they end today, or where both follow-up and the log have ended before."""
    follow_up = assessed.guide.rules.follow_up_days
    last = min(assessed.day, max(follow_up, last_logged))
    return range(max(0, last + 1 - (shown.days or follow_up + 1)), last + 1)


class _Logged(NamedTuple):
    """What the trend of an item is made from, by item: its logs by day, those dated in the future.

    `starts`: the days that are shown, each with its first hour. `earlier`: the logs of treatments before.
    """

    by_day: Mapping[str, dict[int, Series]]
    future_dated: Mapping[str, Series]
    starts: Mapping[int, float]
    warnings: Sequence[StandingWarning]
    earlier: Sequence[tuple[Treatment, Mapping[str, dict[int, Series]]]]


def _item_trend(
    row: Symptom | Sign, kind: Literal["symptom", "sign"], course: Course, logged: _Logged
) -> ItemTrend:
    about = tuple(warning for warning in logged.warnings if _is_about(warning, row.id))
    warned = {(log.entry, log.item) for warning in about for log in _raising(warning)}
    by_day = logged.by_day.get(row.id, {})
    last_on = max(by_day, default=None)
    cells = (_cell(day, by_day.get(day, ()), course, begin, warned) for day, begin in logged.starts.items())
    return ItemTrend(
        row.id,
        kind,
        row.label,
        tuple(cells),
        len(by_day),
        _highest(by_day),
        days_to_zero(by_day),
        by_day[last_on][-1] if last_on is not None else None,
        about,
        tuple(_earlier(of, before[row.id]) for of, before in logged.earlier if row.id in before),
        last_on,
        logged.future_dated.get(row.id, ()),
    )


def _earlier(treatment: Treatment, by_day: dict[int, Series]) -> Earlier:
    return Earlier(treatment, len(by_day), _highest(by_day), days_to_zero(by_day))


def day_hours(
    treatment: Treatment, day: int, day_start: dt.timedelta = dt.timedelta()
) -> tuple[float, float]:
    """The elapsed hours [from, until) of one recovery day; day 0 begins with the treatment."""
    zone, first = zone_of(treatment.at), (treatment.at.replace(tzinfo=None, fold=0) - day_start).date()
    midnights = (
        dt.datetime.combine(first + dt.timedelta(days=number), dt.time()) + day_start
        for number in (day, day + 1)
    )
    begin, end = (elapsed(treatment.at, first_instant(shown, zone)) / HOUR for shown in midnights)
    return max(0.0, begin), end


def days_to_zero(by_day: dict[int, Series]) -> int | None:
    """The recovery day from which on every log is 0; None: it is not at 0, or never was above it."""
    zero: int | None = None
    for day in sorted(by_day, reverse=True):
        if by_day[day][-1].value:
            break
        zero = day
        if any(log.value for log in by_day[day]):
            break
    return zero if _highest(by_day) else None


def endings(case: Case, settings: Settings) -> tuple[Ending, ...]:
    """Each symptom that was ever above 0, with the day from which on it is at 0."""
    placed = _placed(case, settings)
    return tuple(
        Ending(row.id, row.label, days_to_zero(placed[row.id]))
        for row in case.guide.symptoms.values()
        if _highest(placed.get(row.id, {}))
    )


def _placed(case: Case, settings: Settings) -> dict[str, dict[int, Series]]:
    logs = series_by_item(case.treatment, case.record.entries)
    return {item: _by_day(series, case, settings) for item, series in logs.items()}


def _by_day(series: Series, case: Case, settings: Settings) -> dict[int, Series]:
    """The logs of each recovery day that has any."""
    found: dict[int, list[Log]] = {}
    for log in series:
        found.setdefault(case.treatment.day(log.at, settings.day_start), []).append(log)
    return {day: tuple(logs) for day, logs in found.items()}


def _cell(day: int, logs: Series, course: Course, from_hours: float, warned: set[tuple[int, str]]) -> DayCell:
    if not logs:
        return DayCell(day, (), None, course.expected_max(from_hours))
    highest = max(logs, key=lambda log: (log.value, course.over(log)))
    above = tuple(log for log in logs if course.over(log) >= 1)
    is_warned = any((log.entry, log.item) in warned for log in logs)
    return DayCell(day, logs, highest, course.expected_max(highest.hours), above, is_warned)


def _is_about(warning: StandingWarning, item: str) -> bool:
    return warning.id == item or any(log.item == item for log in warning.because)


def _raising(warning: StandingWarning) -> Sequence[Log]:
    """The logs that support the warning, without the low one before a rise and without a "no"."""
    since = warning.since.astimezone(dt.UTC)
    return [log for log in warning.because if log.value and log.at >= since]


def _highest(by_day: dict[int, Series]) -> int | None:
    return max((log.value for logs in by_day.values() for log in logs), default=None)
