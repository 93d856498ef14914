"""Checks of the days, the daily care, the rules' numbers and the regions."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from meso_cli.guide.checking.draft import Draft
from meso_cli.guide.checking.known import GRADE_BOUNDS
from meso_cli.guide.checking.problem import Place, Problem
from meso_cli.model.records import HISTORY

RULES = "rules.toml"
REGIONS = "regions.toml"
# Degrees Celsius between which a fever's threshold is no slip of the pen (or Fahrenheit).
FEVER = (37, 40)


def days_ascend(draft: Draft) -> Iterator[Problem]:
    """Phases, and the days with words, begin on day 0 and follow each other."""
    yield from _ascend("phases.toml", [(row.id, row.from_day) for row in draft.phases.values()])
    yield from _ascend("days.toml", [(row.id, row.from_day) for row in draft.days.values()])


def _ascend(file: str, rows: Sequence[tuple[str, int]]) -> Iterator[Problem]:
    for id, day in rows[:1]:
        if day > 0:
            yield Place(file, id).problem(
                f"the first row begins on day {day}", "begin on day 0, so that each day has one"
            )
    for (before, earlier), (id, day) in pairwise(rows):
        if day <= earlier:
            yield Place(file, id).problem(
                f"from_day ({day}) does not come after that of {before} ({earlier})",
                "put the rows in order or correct the number",
            )


def care_is_due(draft: Draft) -> Iterator[Problem]:
    """Care is due for some hours, and what is ticked off, once a day at least."""
    for row in draft.care.values():
        place = Place("care.toml", row.id)
        if row.until_hours is not None and row.until_hours <= row.from_hours:
            yield place.problem(
                f"until_hours ({row.until_hours:g}) is not after from_hours ({row.from_hours:g})",
                "correct the window",
            )
        if row.per_day is not None and row.per_day < 1:
            yield place.problem("per_day is 0", "remove it where the care is not logged")


def rule_grades(draft: Draft) -> Iterator[Problem]:
    """The rules compare grades with 1 to 4."""
    for table, rule in (
        ("above-course", draft.rules.above_course),
        ("outlasting", draft.rules.outlasting),
        ("rebound", draft.rules.rebound),
    ):
        for name, value in rule._asdict().items():
            if name.endswith(("_grade", "_over", "rise", "jump")):
                yield from Place(RULES, table).outside(name, value, *GRADE_BOUNDS)


def rule_histories(draft: Draft) -> Iterator[Problem]:
    """What is never new is so for a history that a treatment can have."""
    for risk in draft.rules.outlasting.never_new:
        if risk not in HISTORY:
            yield Place(RULES, "outlasting").problem(
                f"never_new names {risk}, which is not a known one", f"use some of {', '.join(HISTORY)}"
            )


def rule_hours(draft: Draft) -> Iterator[Problem]:
    """The rules' hours and days leave a time in which they count."""
    above, rules = draft.rules.above_course, draft.rules
    if above.early_repeat_to <= above.early_repeat_from:
        yield Place(RULES, "above-course").problem(
            "early_repeat_to is not after early_repeat_from", "swap them"
        )
    if draft.rules.rebound.faint_zeros < 1:
        yield Place(RULES, "rebound").problem("faint_zeros is 0", "make it 1 or more")
    place = Place(RULES, "lists")
    yield from place.outside("fever_celsius", rules.fever_celsius, *FEVER)
    for name in ("stale_after", "silent_after", "changes_within", "trend_within", "follow_up_days"):
        if getattr(rules, name) <= 0:
            yield place.problem(f"{name} is 0", "make it more than 0")


def next_session_exists(draft: Draft) -> Iterator[Problem]:
    """A start looks into the restriction that says when the next session may be."""
    id = draft.rules.next_session
    if id and not draft.knows(id, "restrictions.toml"):  # where it is missing, that is said already
        yield Place(RULES, "lists").problem(
            f"next_session names {id}, which is not a restriction", "name a row of restrictions.toml"
        )


def regions_can_be_called(draft: Draft) -> Iterator[Problem]:
    """A region's emergency entries are numbers that one can dial."""
    for row in draft.regions.values():
        for number in row.emergency:
            if not any(char.isdigit() for char in number):
                yield Place(REGIONS, row.id).problem("emergency holds no number", "write the number to dial")


def regions_are_told_apart(draft: Draft) -> Iterator[Problem]:
    """A code, a label and another name lead to one region."""
    seen: dict[str, str] = {}
    for row in draft.regions.values():
        for name in (row.id, row.label, *row.names):
            other = seen.setdefault(name.casefold(), row.id)
            if other != row.id:
                yield Place(REGIONS, row.id).problem(
                    f"{name} names {other} too", "keep it with one of the two"
                )


DAY_CHECKS = (
    days_ascend,
    care_is_due,
    rule_grades,
    rule_histories,
    rule_hours,
    next_session_exists,
    regions_can_be_called,
    regions_are_told_apart,
)
