"""The rules about one graded symptom: above-course, outlasting, rebound.

Each judges the symptom's latest log at its own hour. All take the same arguments and give one
finding, so that they stand in a table.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from meso_cli.model.guide import Symptom
from meso_cli.model.records import HOUR
from meso_cli.model.rules import Rules
from meso_cli.model.status import Finding, Kind, Log, Outcome
from meso_cli.model.tiers import Tier, rank
from meso_cli.signs.course import Course
from meso_cli.signs.logs import Series, distinct, run_start
from meso_cli.signs.rises import Rise, rises
from meso_cli.values import NamedTuple


class Progress(NamedTuple):
    """How one symptom went in one person: its normal course, at least one log, the recorded history."""

    symptom: Symptom
    course: Course
    series: Series
    history: tuple[str, ...] = ()


Rule = Callable[[Progress, Rules], Finding]


def above_course(progress: Progress, rules: Rules) -> Finding:
    """Higher than normal for its hour, before the limit."""
    symptom, course, series, _ = progress
    last = series[-1]
    if last.hours >= course.limit or course.over(last) < 1:
        return _clear("above-course", symptom, last)
    run = course.run(series)
    judge = _inflammatory_over if symptom.inflammatory else _other_over
    tier, support = judge(progress, run, rules)
    tier = _highest(tier, _grade_tier(symptom, last, rules))
    return _triggered("above-course", symptom, tier, run[0], distinct(run[0], support, last))


def _inflammatory_over(progress: Progress, run: Series, rules: Rules) -> tuple[Tier, Log | None]:
    """Early on, over by one is a reason to contact only when it was over some hours before, too.

    Any log of the present run counts, so that logging the same again takes nothing back.
    """
    numbers, course = rules.above_course, progress.course
    if course.over(run[-1]) >= numbers.inflammatory_urgent_over:
        return "urgent", None
    if run[-1].hours >= numbers.early_until:
        return "contact", None
    least, most = numbers.early_repeat_from * HOUR, numbers.early_repeat_to * HOUR
    over = sorted((log.at, place) for place, log in enumerate(progress.series) if course.over(log) >= 1)
    moments = [at for at, _ in over]
    for log in run:
        earlier = over[bisect_left(moments, log.at - most) : bisect_right(moments, log.at - least)]
        if earlier:
            return "contact", progress.series[min(place for _, place in earlier)]
    return "watch", None


def _other_over(progress: Progress, run: Series, rules: Rules) -> tuple[Tier, Log | None]:
    """One high grade may be a slip: over by one it counts once the run has lasted for some hours."""
    numbers, last = rules.above_course, run[-1]
    if progress.course.over(last) >= numbers.other_contact_over:
        return "contact", None
    severe = last.value >= numbers.other_contact_grade and last.hours >= numbers.other_contact_grade_from
    apart = numbers.other_contact_grade_apart if severe else numbers.other_repeat_apart
    return ("contact" if last.at - run[0].at >= apart * HOUR else "watch"), None


def outlasting(progress: Progress, rules: Rules) -> Finding:
    """Still there at or past the limit; or, with `persisting`, slow to go before it."""
    symptom, course, series, _ = progress
    last = series[-1]
    flat = _flat(progress, rules)
    if not _outlasts(progress, len(series) - 1, flat):
        return _clear("outlasting", symptom, last)
    tier: Tier = "watch"
    if last.hours >= course.limit and not _is_new(progress, rules):
        far_over = symptom.inflammatory and course.over(last) >= rules.outlasting.inflammatory_urgent_over
        tier = _highest("urgent" if far_over else "contact", _grade_tier(symptom, last, rules))
    first = series[run_start(series, lambda index: _outlasts(progress, index, flat))]
    return _triggered("outlasting", symptom, tier, first, distinct(first, last))


def _flat(progress: Progress, rules: Rules) -> int:
    """How many logs there were before the first one above the grade that counts as flat."""
    if progress.symptom.persisting is None or progress.series[-1].value < 1:
        return 0  # nobody asks
    flat = rules.outlasting.flat_grade
    above = (index for index, log in enumerate(progress.series) if log.value > flat)
    return next(above, len(progress.series))


def _outlasts(progress: Progress, index: int, flat: int) -> bool:
    symptom, course, series, _ = progress
    log = series[index]
    if log.value < 1:
        return False
    if log.hours >= course.limit:
        return True
    slow = symptom.persisting
    if slow is None or log.hours < min(slow.flat_from, slow.any_from):
        return False
    if log.hours >= slow.any_from:
        return True
    return index < flat


def _is_new(progress: Progress, rules: Rules) -> bool:
    """Whether it only began past the limit, faintly, and has not lasted yet: it may be a slip."""
    numbers, series = rules.outlasting, progress.series
    run = progress.course.run(series)
    before = series[: -len(run)]
    return (
        run[0].hours >= progress.course.limit
        and (not before or before[-1].value == 0)
        and all(log.value == numbers.new_grade for log in run)
        and run[-1].at - run[0].at < numbers.new_until * HOUR
        and not set(progress.history) & set(numbers.never_new)
    )


def rebound(progress: Progress, rules: Rules) -> Finding:
    """Up again when it should only settle."""
    symptom, course, series, _ = progress
    last = series[-1]
    rise_of = rises(symptom, series, rules.rebound)
    last_rise = rise_of[-1]
    past_limit = last.hours >= course.limit
    if last_rise is None or (past_limit and not symptom.inflammatory):
        return _clear("rebound", symptom, last)
    start = run_start(series, lambda index: rise_of[index] is not None)
    tier: Tier = "watch"
    if symptom.inflammatory:
        tier = _inflammatory_rebound(progress, start, last_rise, rules)
    first = series[start]
    return _triggered("rebound", symptom, tier, first, distinct(last_rise.above, first, last))


def _inflammatory_rebound(progress: Progress, start: int, rise: Rise, rules: Rules) -> Tier:
    symptom, course, series, _ = progress
    numbers = rules.rebound
    last, first_up = series[-1], series[start]
    inside = course.over(last) < 1
    if last.value >= numbers.contact_grade:
        if symptom.rebound_urgent:
            return "urgent"
        mild = last.value == numbers.mild_grade and (
            (symptom.mild_rise == "inside-course" and inside and rise.grades == numbers.mild_rise)
            or (symptom.mild_rise == "early" and last.hours < numbers.early_until)
        )
        still_up = last.at - first_up.at >= numbers.still_up_after * HOUR
        return "contact" if still_up or not mild else "watch"
    zeros = [log for log in series[:start] if log.value == 0]
    settled = (
        len(zeros) >= numbers.faint_zeros
        and first_up.at - zeros[0].at >= numbers.faint_first_zero_before * HOUR
    )
    still_up = last.at - first_up.at >= numbers.faint_still_up_after * HOUR
    return "contact" if inside and settled and still_up else "watch"


def _grade_tier(symptom: Symptom, log: Log, rules: Rules) -> Tier | None:
    """Some grades are urgent whatever the hour."""
    floor = rules.above_course.urgent_grade
    if symptom.urgent_grade is not None:
        floor = min(floor, symptom.urgent_grade)
    return "urgent" if log.value >= floor else None


def _highest(tier: Tier, other: Tier | None) -> Tier:
    return tier if other is None or rank(tier) >= rank(other) else other


def _clear(kind: Kind, symptom: Symptom, last: Log) -> Finding:
    return Finding(kind, symptom.id, Outcome.CLEAR, because=(last,))


def _triggered(kind: Kind, symptom: Symptom, tier: Tier, first: Log, because: Series) -> Finding:
    return Finding(kind, symptom.id, Outcome.TRIGGERED, tier, because, first.at)


SYMPTOM_RULES: tuple[tuple[Kind, Rule], ...] = (
    ("above-course", above_course),
    ("outlasting", outlasting),
    ("rebound", rebound),
)
