"""Entries turned into one series of logs an item, in the order in which things were observed."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from meso_cli.model.records import HOUR, Entry, Treatment
from meso_cli.model.status import Log

Series = tuple[Log, ...]
Logs = Mapping[str, Series]
_A_DAY, _AN_HOUR = 86_400, 3_600
"""Seconds."""


def series_by_item(treatment: Treatment, entries: Iterable[Entry]) -> Logs:
    """Each item's logs by the minute observed; within a minute the higher entry number is later.

    Their times stand in UTC, so that they can be compared and subtracted.
    """
    begun, new = treatment.at.astimezone(dt.UTC), tuple.__new__
    series: defaultdict[str, list[Log]] = defaultdict(list)
    # Ten thousand entries are ten thousand times all that is done here: no call that can be spared.
    for number, _, at, observations, _ in _in_order(entries):
        passed = at - begun
        # Whole seconds, as the store has them, give the same hours without timedelta's slow division.
        hours = passed / HOUR if passed.microseconds else (passed.days * _A_DAY + passed.seconds) / _AN_HOUR
        hours = hours if hours > 0.0 else 0.0
        for item, value, reading in observations:
            series[item].append(new(Log, (number, item, value, at, hours, reading)))
    return {item: tuple(logs) for item, logs in series.items()}


def _in_order(entries: Iterable[Entry]) -> Sequence[Entry]:
    """The entries in UTC by the minute, then by number; the store gives them so."""
    given = tuple(entries)
    if _are_in_order(given):
        return given
    in_utc = (entry._replace(at=entry.at.astimezone(dt.UTC)) for entry in given)
    return sorted(in_utc, key=lambda row: (row.at.replace(second=0, microsecond=0), row.id, row.at))


def _are_in_order(entries: Sequence[Entry]) -> bool:
    before, last = dt.datetime.min.replace(tzinfo=dt.UTC), -1
    for number, _, at, _, _ in entries:
        if at.tzinfo is not dt.UTC or at < before or number <= last:
            return False
        before, last = at, number
    return True


def placed(log: Log) -> tuple[dt.datetime, int]:
    """The minute and the entry's number that decide a log's place among others."""
    return log.at.replace(second=0, microsecond=0), log.entry


def run_start(series: Series, holds: Callable[[int], bool]) -> int:
    """The index where the unbroken run begins that ends in the last log and `holds` throughout.

    `len(series)` where it does not even hold for the last one.
    """
    start = len(series)
    while start and holds(start - 1):
        start -= 1
    return start


def distinct(*logs: Log | None) -> Series:
    """The given logs without gaps and doubles, in the order observed."""
    found = {(log.entry, log.item): log for log in logs if log is not None}
    return tuple(sorted(found.values(), key=lambda log: (log.hours, log.entry)))
