"""Checks of the symptoms and of the normal course of each."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from meso_cli.guide.checking.draft import Draft
from meso_cli.guide.checking.known import GRADE_BOUNDS
from meso_cli.guide.checking.problem import Place, Problem
from meso_cli.model.guide import Step, Symptom

FILE = "symptoms.toml"


def courses_fall(draft: Draft) -> Iterator[Problem]:
    """A course's hours ascend, and its grades, from 1 to 4, descend."""
    for row in draft.symptoms.values():
        for name, course in _courses(row):
            yield from _falls(Place(FILE, row.id), name, course)


def _courses(row: Symptom) -> Iterator[tuple[str, Sequence[Step]]]:
    yield "course", row.course
    for modifier, course in row.course_when.items():
        yield f"course_when.{modifier}", course


def _falls(place: Place, name: str, course: Sequence[Step]) -> Iterator[Problem]:
    for step in course:
        yield from place.outside(f"{name}: grade", step.grade, *GRADE_BOUNDS)
    for before, after in pairwise((Step(0, GRADE_BOUNDS[1] + 1), *course)):
        if after.until <= before.until:
            yield place.problem(
                f"{name}: hours do not ascend ({before.until:g}, then {after.until:g})",
                "put the steps in order",
            )
        if after.grade >= before.grade:
            yield place.problem(
                f"{name}: grades do not descend ({before.grade}, then {after.grade})",
                "a normal course only settles",
            )


def inflammation_is_complete(draft: Draft) -> Iterator[Problem]:
    """An inflammatory symptom has a rebound to look for and restrictions to hold."""
    for row in draft.symptoms.values():
        place = Place(FILE, row.id)
        if row.inflammatory and draft.lacks(FILE, row.id, "settles_from"):
            yield place.problem(
                "an inflammatory symptom has no settles_from", "add the hours, or rebounds pass unseen"
            )
        if row.inflammatory and draft.lacks(FILE, row.id, "hold_group"):
            yield place.problem(
                "an inflammatory symptom has no hold_group", "name the group that its warning holds"
            )


def details_count(draft: Draft) -> Iterator[Problem]:
    """What refines a rule has the rule to refine, at a grade and hour at which it can matter."""
    for row in draft.symptoms.values():
        place = Place(FILE, row.id)
        yield from place.outside("urgent_grade", row.urgent_grade, *GRADE_BOUNDS)
        if (row.rebound_urgent or row.mild_rise) and draft.lacks(FILE, row.id, "settles_from"):
            yield place.problem(
                "rebound_urgent or mild_rise counts from settles_from, which is missing", "add it"
            )
        if row.persisting and row.persisting.any_from < row.persisting.flat_from:
            yield place.problem("persisting: any_from is before flat_from", "swap them")
        if row.persisting and any(row.persisting.any_from >= step.until for step in row.course[-1:]):
            yield place.problem(
                "persisting begins after the course has ended", "begin it before the last step's hours"
            )


def flushes_come_early(draft: Draft) -> Iterator[Problem]:
    """A flush is a grade in the first hours, no longer than the course's first step, and looked at again."""
    for row in draft.symptoms.values():
        if row.flush is None:
            continue
        place = Place(FILE, row.id)
        yield from place.outside("flush.grade", row.flush.grade, *GRADE_BOUNDS)
        if any(row.flush.until > step.until for step in row.course[:1]):
            yield place.problem(
                "flush ends after the course's first step", "end it with that step at the latest"
            )
        if row.flush.look_again <= 0:
            yield place.problem("flush.look_again is 0", "write the hours after which to look again")


def slower_steps_stay_inside(draft: Draft) -> Iterator[Problem]:
    """Where the first step lasts longer, it still ends before the next; the limit never moves."""
    for row in draft.symptoms.values():
        longest = max(row.slower_first_step.values(), default=0)
        for name, course in _courses(row) if longest > 0 else ():
            slower = course[0].until + longest if course else 0
            if len(course) == 1 or any(slower >= step.until for step in course[1:2]):
                yield Place(FILE, row.id).problem(
                    f"slower_first_step takes {name}'s first step to {slower:g} h, past the step after it",
                    "shorten it; it never moves the limit",
                )


COURSE_CHECKS = (
    courses_fall,
    inflammation_is_complete,
    details_count,
    flushes_come_early,
    slower_steps_stay_inside,
)
