"""The rule `combination`: findings that mean more together.

Each kind of combination is one function of the same shape over a `Scene`; the data says which
items it looks at and with which numbers.
"""

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product

from meso_cli.model.guide import Combination, Guide
from meso_cli.model.records import HOUR
from meso_cli.model.status import Finding, Log, Outcome
from meso_cli.model.tiers import Tier, rank
from meso_cli.signs.logs import Series, distinct, placed, run_start
from meso_cli.signs.rises import rises
from meso_cli.signs.scene import Scene
from meso_cli.values import NamedTuple

Rule = Callable[[Combination, Scene], Finding]


def combine(combination: Combination, scene: Scene) -> Finding:
    """The finding about one combination."""
    return KINDS[combination.kind](combination, scene)


def _together(combination: Combination, scene: Scene) -> Finding:
    sides = (combination.any_of, combination.with_any)
    outcome = _all(_any(scene.outcome(sign) for sign in side) for side in sides)
    if outcome is not Outcome.TRIGGERED:
        return Finding("combination", combination.id, outcome)
    return _from_parts(combination, scene.triggered((*sides[0], *sides[1])))


def _again(combination: Combination, scene: Scene) -> Finding:
    """An inflammatory symptom is back, and others are up within hours of it.

    Stands until either of the two is logged as better than it was then: logging the same again,
    of one or of both, takes nothing back.
    """
    found = [
        pair
        for back in combination.any_of
        for up in combination.with_any
        if (pair := _standing(scene.logs.get(back, ()), scene.logs.get(up, ()), combination, scene))
    ]
    if found:
        logs = distinct(*(log for pair in found for log in (pair.back, pair.up)))
        before = (pair.before for pair in found)
        latest = (scene.logs[log.item][-1] for log in logs)
        return _found(combination, combination.tier, distinct(*before, *logs, *latest), logs[0].at)
    items = (*combination.any_of, *combination.with_any)
    outcome = Outcome.CLEAR if all(scene.logs.get(item) for item in items) else Outcome.UNKNOWN
    return Finding("combination", combination.id, outcome)


class _Pair(NamedTuple):
    """A log that is back with the one before it, and a log of another symptom that is up near it."""

    before: Log
    back: Log
    up: Log


def _standing(one: Series, other: Series, combination: Combination, scene: Scene) -> _Pair | None:
    """The first time that `one` was back and `other` up near it, if neither was better since.

    Each counts with the value that was its latest at that time.
    """
    back, up = _back(one, combination, scene), _up(other, combination, scene)
    if not back or not up:
        return None
    ones, others = ([placed(log) for log in series] for series in (one, other))
    times = [(index, bisect_right(others, ones[index]) - 1) for index in back]
    times += ((bisect_right(ones, others[index]) - 1, index) for index in up)
    pairs = [
        _Pair(one[first - 1], one[first], other[second])
        for first, second in times
        if first in back
        and second in up
        and abs(one[first].at - other[second].at) <= combination.within * HOUR
    ]
    return min(pairs, key=lambda pair: max(placed(pair.back), placed(pair.up)), default=None)


def _back(series: Series, combination: Combination, scene: Scene) -> frozenset[int]:
    """The places where a symptom was there again or risen again, and is no better since."""
    if not series:
        return frozenset()
    rise_of = rises(scene.guide.symptoms[series[0].item], series, scene.guide.rules.rebound)
    return frozenset(
        index
        for index, start in _unimproved(series)
        if series[index].hours >= combination.from_hours
        and (rise_of[index] is not None or _is_new(series, start, index, combination))
    )


def _is_new(series: Series, start: int, index: int, combination: Combination) -> bool:
    """There again after an explicit 0: now, or `within` hours ago and logged again since."""
    first = series[start]
    recent = series[index].at - first.at <= combination.within * HOUR
    return start > 0 and first.hours >= combination.from_hours and recent


def _up(series: Series, combination: Combination, scene: Scene) -> frozenset[int]:
    """The places where a symptom was above its course, or up on its previous log or on any that
    lay `within` hours before, and is no better since.
    """
    return frozenset(
        index
        for index, _ in _unimproved(series)
        if scene.courses[series[index].item].over(series[index]) >= 1 or _is_up(series, index, combination)
    )


def _is_up(series: Series, index: int, combination: Combination) -> bool:
    log = series[index]
    for earlier in range(index - 1, -1, -1):
        if earlier < index - 1 and log.at - series[earlier].at > combination.within * HOUR:
            return False
        if log.value > series[earlier].value:
            return True
    return False


def _unimproved(series: Series) -> list[tuple[int, int]]:
    """The places of the present run above 0 after which no lower value was logged, and the run's start."""
    start = run_start(series, lambda index: series[index].value > 0)
    found, lowest = [], series[-1].value if series else 0
    for index in range(len(series) - 1, start - 1, -1):
        lowest = min(lowest, series[index].value)
        if series[index].value == lowest:
            found.append((index, start))
    return found


def _several(combination: Combination, scene: Scene) -> Finding:
    """Inflammatory symptoms above course, logs of each near each other in time."""
    series = [scene.logs[item] for item in scene.guide.inflammatory if item in scene.logs]
    runs = [scene.courses[logs[-1].item].run(logs) for logs in series]
    over = sorted((log for run in runs for log in run), key=lambda log: log.at)
    groups = [*_near(combination, over), *_beside(combination, over, scene)]
    if groups:
        tier, group = max(groups, key=lambda found: (rank(found[0]), found[1][-1].at, len(found[1])))
        return _found(combination, tier, group, group[0].at)
    complete = len(series) == len(scene.guide.inflammatory)
    return Finding("combination", combination.id, Outcome.CLEAR if complete else Outcome.UNKNOWN)


def _near(combination: Combination, over: Sequence[Log]) -> Iterator[tuple[Tier, Series]]:
    """Every group of them within some hours that is enough, and its tier."""
    start = 0
    for end, last in enumerate(over):
        while last.at - over[start].at > combination.within * HOUR:
            start += 1
        near = {log.item: log for log in over[start : end + 1]}
        if tier := _several_tier(combination, len(near), last.hours):
            yield tier, distinct(*near.values())


def _beside(combination: Combination, over: Sequence[Log], scene: Scene) -> Iterator[tuple[Tier, Series]]:
    """A symptom that counts beside another one above its course, though inside its own.

    From `from_hours` on, and while both go on: the same again, of either, takes nothing back.
    """
    late = [log for log in over if log.hours >= combination.from_hours]
    for item, grade in combination.beside.items():
        logs = scene.logs.get(item, ())
        there = [log for log in _there(logs, grade) if log.hours >= combination.from_hours]
        for log, other in product(there, (log for log in late if log.item != item)):
            if abs(log.at - other.at) <= combination.within * HOUR:
                yield combination.tier, distinct(log, other)


def _there(series: Series, grade: int) -> Series:
    """The unbroken run of logs at that grade or above that ends in the latest."""
    return series[run_start(series, lambda index: series[index].value >= grade) :]


def _several_tier(combination: Combination, number: int, hours: float) -> Tier | None:
    if hours >= combination.from_hours:
        return combination.tier if number >= combination.number else None
    reached = (combination.early[least] for least in combination.early if number >= least)
    return max(reached, key=rank, default=None)


def _history(combination: Combination, scene: Scene) -> Finding:
    """A history that makes another finding more serious."""
    stands: list[Finding] = []
    facts: list[str] = []
    for clause in combination.clauses:
        recorded = [fact for fact in clause.history if fact in scene.history]
        if not recorded:
            continue
        found = scene.triggered((clause.sign,)) if clause.sign else ()
        if clause.inflammatory_from:
            found += scene.triggered(_inflammatory_subjects(scene.guide), clause.inflammatory_from)
        stands += found
        facts += recorded if found else ()
    if stands:
        return _from_parts(combination, stands)._replace(history=tuple(dict.fromkeys(facts)))
    parts = [clause.sign for clause in combination.clauses if clause.sign]
    known = scene.history and _any(scene.outcome(part) for part in (*parts, *scene.guide.inflammatory))
    outcome = Outcome.CLEAR if known is Outcome.CLEAR else Outcome.UNKNOWN
    return Finding("combination", combination.id, outcome)


def _inflammatory_subjects(guide: Guide) -> tuple[str, ...]:
    both = (row.id for row in guide.combinations.values() if row.kind in ("again", "several"))
    return (*guide.inflammatory, *both)


def _found(combination: Combination, tier: Tier, because: Series, since: dt.datetime) -> Finding:
    return Finding("combination", combination.id, Outcome.TRIGGERED, tier, because, since)


def _from_parts(combination: Combination, parts: Iterable[Finding]) -> Finding:
    """The combination rests on all that its parts rest on, since the first of them."""
    standing = tuple(parts)
    because = distinct(*(log for part in standing for log in part.because))
    since = min(part.since for part in standing if part.since)
    return _found(combination, combination.tier, because, since)


def _any(outcomes: Iterable[Outcome]) -> Outcome:
    seen = set(outcomes)
    for outcome in (Outcome.TRIGGERED, Outcome.UNKNOWN):
        if outcome in seen:
            return outcome
    return Outcome.CLEAR


def _all(outcomes: Iterable[Outcome]) -> Outcome:
    seen = set(outcomes)
    for outcome in (Outcome.CLEAR, Outcome.UNKNOWN):
        if outcome in seen:
            return outcome
    return Outcome.TRIGGERED


KINDS: Mapping[str, Rule] = {
    "together": _together,
    "again": _again,
    "several": _several,
    "history": _history,
}
