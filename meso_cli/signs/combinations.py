"""The rule `combination`: findings that mean more together.

Each kind of combination is one function of the same shape over a `Scene`; the data says which
items it looks at and with which numbers.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from meso_cli.model.guide import Combination, Guide
from meso_cli.model.records import HOUR
from meso_cli.model.status import Finding, Outcome
from meso_cli.model.tiers import Tier, rank, reaches
from meso_cli.signs.course import Course
from meso_cli.signs.logs import Logs, Series, distinct, run_start
from meso_cli.signs.rises import rises


class Scene(NamedTuple):
    """What the combinations look at: logs, courses and the findings made so far, by subject."""

    guide: Guide
    history: tuple[str, ...]
    logs: Logs
    courses: Mapping[str, Course]
    findings: Mapping[str, tuple[Finding, ...]]

    def outcome(self, subject: str) -> Outcome:
        """Triggered if any finding about the subject is; unknown if none could be made."""
        outcomes = {finding.outcome for finding in self.findings.get(subject, ())}
        if Outcome.TRIGGERED in outcomes:
            return Outcome.TRIGGERED
        return Outcome.CLEAR if Outcome.CLEAR in outcomes else Outcome.UNKNOWN

    def triggered(self, subjects: Iterable[str], floor: Tier = "watch") -> tuple[Finding, ...]:
        """The findings about these subjects that stand, from the tier `floor` up."""
        return tuple(
            finding
            for subject in subjects
            for finding in self.findings.get(subject, ())
            if finding.outcome is Outcome.TRIGGERED and reaches(finding.tier, floor)
        )


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
    """An inflammatory symptom is back, and others are up within hours of it."""
    back = [item for item in combination.any_of if _is_back(item, combination, scene)]
    up = [item for item in combination.with_any if _is_up(item, combination, scene)]
    pairs = [(scene.logs[one][-1], scene.logs[other][-1]) for one in back for other in up]
    near = [pair for pair in pairs if abs(pair[0].at - pair[1].at) <= combination.within * HOUR]
    if near:
        latest = distinct(*(log for pair in near for log in pair))
        before = (log for item in back for log in scene.logs[item][-2:-1])
        return _found(combination, combination.tier, distinct(*before, *latest), latest[0].at)
    items = (*combination.any_of, *combination.with_any)
    outcome = Outcome.CLEAR if all(scene.logs.get(item) for item in items) else Outcome.UNKNOWN
    return Finding("combination", combination.id, outcome)


def _is_back(item: str, combination: Combination, scene: Scene) -> bool:
    series = scene.logs.get(item, ())
    if not series or not series[-1].value or series[-1].hours < combination.from_hours:
        return False
    return (
        _is_new(series, combination)
        or rises(scene.guide.symptoms[item], series, scene.guide.rules.rebound)[-1] is not None
    )


def _is_new(series: Series, combination: Combination) -> bool:
    """There again after an explicit 0: now, or `within` hours ago and logged again since."""
    start = run_start(series, lambda index: series[index].value > 0)
    first, last = series[start], series[-1]
    recent = start == len(series) - 1 or last.at - first.at <= combination.within * HOUR
    return start > 0 and first.hours >= combination.from_hours and recent


def _is_up(item: str, combination: Combination, scene: Scene) -> bool:
    """Above its course, or up on its previous log or on any that lies `within` hours before.

    The latter so that logging the same again does not take the warning back.
    """
    series = scene.logs.get(item, ())
    if not series:
        return False
    last = series[-1]
    near = (log for log in series[:-1] if last.at - log.at <= combination.within * HOUR)
    up = any(last.value > log.value for log in (*series[-2:-1], *near))
    return up or scene.courses[item].over(last) >= 1


def _several(combination: Combination, scene: Scene) -> Finding:
    """Inflammatory symptoms above course, logs of each near each other in time."""
    series = [scene.logs[item] for item in scene.guide.inflammatory if item in scene.logs]
    over = sorted((log for logs in series for log in _over_run(logs, scene)), key=lambda log: log.at)
    best: tuple[Tier, Series] | None = None
    start = 0
    for end, last in enumerate(over):
        while last.at - over[start].at > combination.within * HOUR:
            start += 1
        near = {log.item: log for log in over[start : end + 1]}
        tier = _several_tier(combination, len(near), last.hours)
        if tier and (best is None or rank(tier) >= rank(best[0])):
            best = tier, distinct(*near.values())
    if best:
        tier, group = best
        return _found(combination, tier, group, group[0].at)
    complete = len(series) == len(scene.guide.inflammatory)
    return Finding("combination", combination.id, Outcome.CLEAR if complete else Outcome.UNKNOWN)


def _over_run(series: Series, scene: Scene) -> Series:
    """The unbroken run of logs above course that ends in the latest; none if that is not above."""
    course = scene.courses[series[-1].item]
    return series[run_start(series, lambda index: course.over(series[index]) >= 1) :]


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
