"""Entries turned into one series of logs an item, in the order in which things were observed."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise

from meso_cli.model.records import HOUR, Entry, Observation, Treatment
from meso_cli.model.status import Log

_Said = tuple[int, dt.datetime, tuple[Observation, ...]]
Series = tuple[Log, ...]
Logs = Mapping[str, Series]


def series_by_item(treatment: Treatment, entries: Iterable[Entry]) -> Logs:
    """Each item's logs by the minute observed; within a minute the higher entry number is later.

    Their times stand in UTC, so that they can be compared and subtracted.
    """
    begun, new = treatment.at.astimezone(dt.UTC), tuple.__new__
    series: dict[str, list[Log]] = {}
    # Ten thousand entries are ten thousand times all that is done here: no call that can be spared.
    for number, at, observations in _in_order(entries):
        hours = (at - begun) / HOUR
        hours = hours if hours > 0.0 else 0.0
        for item, value, reading in observations:
            log = new(Log, (number, item, value, at, hours, reading))
            if item in series:
                series[item].append(log)
            else:
                series[item] = [log]
    return {item: tuple(logs) for item, logs in series.items()}


def _in_order(entries: Iterable[Entry]) -> list[_Said]:
    """The entries by the minute, then by number; the store gives them so, and most come in time as well."""
    said = [
        (entry.id, entry.at if entry.at.tzinfo is dt.UTC else entry.at.astimezone(dt.UTC), entry.observations)
        for entry in entries
    ]
    if all(one[1] <= other[1] and one[0] < other[0] for one, other in pairwise(said)):
        return said
    return sorted(said, key=lambda row: (row[1].replace(second=0, microsecond=0), row[0], row[1]))


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
