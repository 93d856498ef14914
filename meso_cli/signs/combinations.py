"""The rule `combination`: findings that mean more together.

Each kind of combination is one function of the same shape over a `Scene`; the data says which
items it looks at and with which numbers.
"""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from meso_cli.model.guide import Combination, Guide
from meso_cli.model.records import HOUR
from meso_cli.model.status import Finding, Log, Outcome
from meso_cli.model.tiers import Tier, rank
from meso_cli.signs.logs import Series, distinct, placed, run_start
from meso_cli.signs.rises import rises
from meso_cli.signs.scene import Scene
from meso_cli.values import NamedTuple

Rule = Callable[[Combination, Scene], Finding]
_MINUTE = dt.timedelta(minutes=1)


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
    logs_of = {item: scene.logs.get(item, ()) for item in (*combination.any_of, *combination.with_any)}
    back = {item: _back(logs_of[item], combination, scene) for item in combination.any_of}
    came_back = [item for item in combination.any_of if back[item]]
    # Only beside one that came back does it matter which are up.
    up = {item: _up(logs_of[item], combination, scene) for item in combination.with_any if came_back}
    found = [
        pair
        for one in came_back
        for other in combination.with_any
        if up[other]
        if (pair := _standing((logs_of[one], back[one]), (logs_of[other], up[other]), combination))
    ]
    if found:
        logs = distinct(*(log for pair in found for log in (pair.back, pair.up)))
        before = (pair.before for pair in found)
        latest = (scene.logs[log.item][-1] for log in logs)
        return _found(combination, combination.tier, distinct(*before, *logs, *latest), logs[0].at)
    items = (*combination.any_of, *combination.with_any)
    outcome = Outcome.CLEAR if all(scene.logs.get(item) for item in items) else Outcome.UNKNOWN
    return Finding("combination", combination.id, outcome)


_Places = tuple[Series, frozenset[int]]
"""Logs, and the places among them that count."""


class _Pair(NamedTuple):
    """A log that is back with the one before it, and a log of another symptom that is up near it."""

    before: Log
    back: Log
    up: Log


def _standing(came_back: _Places, went_up: _Places, combination: Combination) -> _Pair | None:
    """The first time that one symptom was back and the other up near it, if neither was better since.

    Each counts with the value that was its latest at that time.
    """
    (one, back), (other, up) = came_back, went_up
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
    start, unimproved = _unimproved(series)
    late = [index for index in unimproved if series[index].hours >= combination.from_hours]
    if not late:
        return frozenset()
    rise_of = rises(scene.guide.symptoms[series[0].item], series, scene.guide.rules.rebound)
    return frozenset(
        index for index in late if rise_of[index] is not None or _is_new(series, start, index, combination)
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
    lower = _last_lower(series)
    return frozenset(
        index
        for index in _unimproved(series)[1]
        if scene.courses[series[index].item].over(series[index]) >= 1
        or _is_up(series, index, lower[index], combination.within * HOUR)
    )


def _last_lower(series: Series) -> list[int]:
    """For each log the place of the last one before it that is lower; -1 where none is."""
    found: list[int] = []
    rising: list[int] = []  # places of ever higher values
    for index, log in enumerate(series):
        while rising and series[rising[-1]].value >= log.value:
            rising.pop()
        found.append(rising[-1] if rising else -1)
        rising.append(index)
    return found


def _is_up(series: Series, index: int, lower: int, within: dt.timedelta) -> bool:
    """Whether the value rose on the previous log, or every log since the last lower one is within `within`.

    `lower` is the place of that last lower log; -1: there is none.
    """
    log = series[index]
    for earlier in range(lower, index - 1) if lower >= 0 else ():
        if log.at - series[earlier].at > within:
            return False
        if series[earlier].at - series[lower].at > _MINUTE:  # of one minute a later log may be older
            break
    return lower >= 0


def _unimproved(series: Series) -> tuple[int, list[int]]:
    """Where the current run above 0 starts, and the logs of it that no later log improved on.

    All are places in `series`.
    """
    found: list[int] = []
    start, lowest = len(series), series[-1].value if series else 0
    for log in reversed(series):
        value = log.value
        if value <= 0:
            break
        start -= 1
        if value <= lowest:
            lowest = value
            found.append(start)
    return start, found


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
    places: dict[str, deque[int]] = {}
    for end, last in enumerate(over):
        places.setdefault(last.item, deque()).append(end)
        while last.at - over[start].at > combination.within * HOUR:
            places[over[start].item].popleft()
            start += 1
        near = [places[item] for item in places if places[item]]
        if tier := _several_tier(combination, len(near), last.hours):
            near.sort(key=lambda of_item: of_item[0])
            yield tier, distinct(*(over[of_item[-1]] for of_item in near))


def _beside(combination: Combination, over: Sequence[Log], scene: Scene) -> Iterator[tuple[Tier, Series]]:
    """A symptom that counts beside another one above its course, though inside its own: the latest two.

    From `from_hours` on, and while both go on: the same again, of either, takes nothing back.
    """
    for item, grade in combination.beside.items():
        logs = scene.logs.get(item, ())
        there = [log for log in _there(logs, grade) if log.hours >= combination.from_hours]
        late = [log for log in over if log.hours >= combination.from_hours and log.item != item]
        pairs = _latest_beside(there, late, combination.within * HOUR)
        latest = max(pairs, key=lambda pair: max(pair[0].at, pair[1].at), default=None)
        if latest is not None:
            yield combination.tier, distinct(*latest)


def _latest_beside(
    there: Iterable[Log], late: Sequence[Log], within: dt.timedelta
) -> Iterator[tuple[Log, Log]]:
    """Each log with the first of those near it in `late` (which goes by time) that makes the latest two."""
    moments = [log.at for log in late]
    for log in there:
        first, end = bisect_left(moments, log.at - within), bisect_right(moments, log.at + within)
        if first < end:
            latest = moments[end - 1]
            yield log, late[bisect_left(moments, latest) if latest > log.at else first]


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
    risks: list[str] = []
    for clause in combination.clauses:
        recorded = [risk for risk in clause.history if risk in scene.history]
        if not recorded:
            continue
        found = scene.triggered((clause.sign,)) if clause.sign else ()
        if clause.inflammatory_from:
            found += scene.triggered(_inflammatory_subjects(scene.guide), clause.inflammatory_from)
        stands += found
        risks += recorded if found else ()
    if stands:
        return _from_parts(combination, stands)._replace(history=tuple(dict.fromkeys(risks)))
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
