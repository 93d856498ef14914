"""Entries turned into one series of logs an item, in the order in which things were observed."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

from meso_cli.model.records import HOUR, Entry, Observation, Treatment
from meso_cli.model.status import Log

Series = tuple[Log, ...]
Logs = Mapping[str, Series]


def series_by_item(treatment: Treatment, entries: Iterable[Entry]) -> Logs:
    """Each item's logs by the minute observed; within a minute the higher entry number is later.

    Their times stand in UTC, so that they can be compared and subtracted.
    """
    begun = treatment.at.astimezone(dt.UTC)
    series: dict[str, list[Log]] = {}
    for _, number, at, observations in sorted(_placed(entry) for entry in entries):
        hours = max(0.0, (at - begun) / HOUR)
        for observation in observations:
            log = Log(number, observation.item, observation.value, at, hours, observation.reading)
            series.setdefault(observation.item, []).append(log)
    return {item: tuple(logs) for item, logs in series.items()}


def _placed(entry: Entry) -> tuple[dt.datetime, int, dt.datetime, tuple[Observation, ...]]:
    """The minute and the number that decide an entry's place, then what it says."""
    at = entry.at.astimezone(dt.UTC)
    return at.replace(second=0, microsecond=0), entry.id, at, entry.observations


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
