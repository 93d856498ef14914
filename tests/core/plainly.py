"""The loops of the rules as they are meant, with no thought of 10,000 entries; the fast ones equal these."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from meso_cli.model.guide import Combination, Symptom
from meso_cli.model.records import HOUR, Entry, Treatment
from meso_cli.model.rules import Rebound, Rules
from meso_cli.model.status import Log
from meso_cli.model.tiers import Tier
from meso_cli.signs.combinations import _several_tier
from meso_cli.signs.logs import Series, distinct, run_start
from meso_cli.signs.rises import Rise
from meso_cli.signs.scene import Scene
from meso_cli.signs.symptoms import Progress


def series_by_item(treatment: Treatment, entries: Iterable[Entry]) -> dict[str, Series]:
    """Each item's logs by the minute, then by number."""
    begun = treatment.at.astimezone(dt.UTC)
    placed = sorted(
        entries, key=lambda row: (row.at.astimezone(dt.UTC).replace(second=0, microsecond=0), row.id)
    )
    series: dict[str, list[Log]] = {}
    for entry in placed:
        at = entry.at.astimezone(dt.UTC)
        for seen in entry.observations:
            log = Log(entry.id, seen.item, seen.value, at, max(0.0, (at - begun) / HOUR), seen.reading)
            series.setdefault(seen.item, []).append(log)
    return {item: tuple(logs) for item, logs in series.items()}


def rises(symptom: Symptom, series: Series, numbers: Rebound) -> tuple[Rise | None, ...]:
    """Every rise is looked at; the largest counts."""
    if symptom.settles_from is None:
        return (None,) * len(series)
    found = []
    for place, log in enumerate(series):
        earlier = series[:place]
        late = [other for other in earlier if other.hours >= symptom.settles_from]
        before = [other for other in earlier if other.hours < symptom.settles_from]
        candidates = []
        if log.hours >= symptom.settles_from:
            if late and log.value - min(other.value for other in late) >= numbers.rise:
                lowest = [other for other in late if other.value == min(row.value for row in late)][-1]
                candidates.append(Rise(log.value - lowest.value, lowest))
            if before and log.value - before[-1].value >= numbers.jump:
                candidates.append(Rise(log.value - before[-1].value, before[-1]))
        found.append(max(candidates, key=lambda rise: rise.grades, default=None))
    return tuple(found)


def unimproved(series: Series) -> tuple[int, list[int]]:
    """The start of the present run above 0, and its places after which no lower value was logged."""
    start = run_start(series, lambda index: series[index].value > 0)
    places = range(len(series) - 1, start - 1, -1)
    return start, [
        index for index in places if series[index].value == min(log.value for log in series[index:])
    ]


def is_up(series: Series, index: int, lower: int, within: dt.timedelta) -> bool:  # noqa: ARG001  # it looks for itself
    """Above its previous log, or above any before that until one lies too long ago."""
    log = series[index]
    for earlier in range(index - 1, -1, -1):
        if earlier < index - 1 and log.at - series[earlier].at > within:
            return False
        if log.value > series[earlier].value:
            return True
    return False


def near(combination: Combination, over: Sequence[Log]) -> Iterator[tuple[Tier, Series]]:
    """For each log those that lie within some hours before it, each item by its latest."""
    for end, last in enumerate(over):
        window = [log for log in over[: end + 1] if last.at - log.at <= combination.within * HOUR]
        latest = {log.item: log for log in window}
        if tier := _several_tier(combination, len(latest), last.hours):
            yield tier, distinct(*latest.values())


def beside(combination: Combination, over: Sequence[Log], scene: Scene) -> Iterator[tuple[Tier, Series]]:
    """Every two logs that lie near each other."""
    for item, grade in combination.beside.items():
        logs = scene.logs.get(item, ())
        there = logs[run_start(logs, lambda index, logs=logs, grade=grade: logs[index].value >= grade) :]  # type: ignore[misc]  # bound as they are now
        for log in there:
            for other in over:
                is_late = min(log.hours, other.hours) >= combination.from_hours
                if other.item != item and is_late and abs(log.at - other.at) <= combination.within * HOUR:
                    yield combination.tier, distinct(log, other)


def inflammatory_over(progress: Progress, run: Series, rules: Rules) -> tuple[Tier, Log | None]:
    """Each log of the run with each before it."""
    numbers, course = rules.above_course, progress.course
    if course.over(run[-1]) >= numbers.inflammatory_urgent_over:
        return "urgent", None
    if run[-1].hours >= numbers.early_until:
        return "contact", None
    for log in run:
        for earlier in progress.series:
            apart = (log.at - earlier.at) / HOUR
            if course.over(earlier) >= 1 and numbers.early_repeat_from <= apart <= numbers.early_repeat_to:
                return "contact", earlier
    return "watch", None


def flat(progress: Progress, rules: Rules) -> int:
    """How many logs there were before the first one above the grade that counts as flat."""
    grades = [log.value > rules.outlasting.flat_grade for log in progress.series]
    return [*grades, True].index(True)


def done(series: Series, day: int, at: dt.datetime, counted: tuple[Treatment, dt.timedelta]) -> int | None:  # noqa: ARG001  # as the one that it stands for
    """Every log of that recovery day counts."""
    treatment, day_start = counted
    counts = [log.value for log in series if treatment.day(log.at, day_start) == day]
    return sum(counts) if counts else None


def moved_with(series: Series, since: dt.datetime) -> int:  # noqa: ARG001  # the same
    """The index of the log that brought the present value, however long ago."""
    return run_start(series, lambda index: series[index].value == series[-1].value)


STANDS_FOR: Mapping[str, Any] = {
    "meso_cli.recovery.assessment.series_by_item": series_by_item,
    "meso_cli.signs.symptoms.rises": rises,
    "meso_cli.signs.combinations.rises": rises,
    "meso_cli.signs.combinations._unimproved": unimproved,
    "meso_cli.signs.combinations._near": near,
    "meso_cli.signs.combinations._is_up": is_up,
    "meso_cli.signs.combinations._beside": beside,
    "meso_cli.signs.symptoms._inflammatory_over": inflammatory_over,
    "meso_cli.signs.symptoms._flat": flat,
    "meso_cli.recovery.care._done": done,
    "meso_cli.recovery.changes._moved_with": moved_with,
}
"""What each stands for, by the name under which it is called."""
