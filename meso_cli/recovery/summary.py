"""What a practitioner asks first: how much was logged, which signs were asked about, what was done. Pure."""

import datetime as dt

from meso_cli.model.case import Case
from meso_cli.model.guide import CareItem, Sign
from meso_cli.model.settings import Settings
from meso_cli.model.status import Log
from meso_cli.model.summary import CareDays, SignAnswers, Summary
from meso_cli.recovery.trend import day_hours
from meso_cli.signs.logs import Series, series_by_item


def summary(case: Case, settings: Settings, first_day: int, last_day: int) -> Summary:
    """The recovery days [first_day, last_day] of a case, counted; signs over the whole record."""
    treatment, window = case.treatment, range(first_day, last_day + 1)
    entries = [treatment.day(entry.at, settings.day_start) for entry in case.record.entries]
    logs = series_by_item(treatment, case.record.entries)
    placed = {item: _placed(series, case, settings) for item, series in logs.items()}
    future_dated = series_by_item(treatment, case.record.future_dated)
    return Summary(
        first_day,
        last_day,
        tuple(sorted({day for day in entries if day in window})),
        sum(day in window for day in entries),
        tuple(
            _sign(row, placed.get(row.id, ()), future_dated.get(row.id, ()))
            for row in case.guide.signs.values()
        ),
        tuple(
            _care(row, case, settings, window, placed.get(row.id, ()))._replace(
                ever=any(log.value for log in (*logs.get(row.id, ()), *future_dated.get(row.id, ())))
            )
            for row in case.guide.care.values()
            if row.per_day is not None
        ),
        sum(day not in window for day in entries),
    )


def _placed(series: Series, case: Case, settings: Settings) -> tuple[tuple[int, Log], ...]:
    return tuple((case.treatment.day(log.at, settings.day_start), log) for log in series)


def _sign(row: Sign, answers: tuple[tuple[int, Log], ...], future_dated: Series) -> SignAnswers:
    return SignAnswers(
        row.id,
        row.tier,
        tuple(sorted({day for day, log in answers if log.value})),
        tuple(sorted({day for day, _ in answers})),
        answers[-1][1] if answers else None,
        future_dated,
    )


def _care(
    row: CareItem, case: Case, settings: Settings, window: range, logged: tuple[tuple[int, Log], ...]
) -> CareDays:
    due = {day for day in window if _is_due(row, case, day, settings.day_start)}
    done = [(day, log.value) for day, log in logged if log.value and day in window]
    days = {day for day, _ in done}
    return CareDays(row.id, len(due | days), len(days), sum(times for _, times in done))


def _is_due(row: CareItem, case: Case, day: int, day_start: dt.timedelta) -> bool:
    begin, end = day_hours(case.treatment, day, day_start)
    return row.from_hours < end and (row.until_hours is None or begin < row.until_hours)
