"""A clinic's plan, checked strictly: a `ClinicPlan`, or every problem at once."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from meso_cli.clinic.checks import CHECKS
from meso_cli.clinic.file import read_draft
from meso_cli.clinic.names import Known, known_names
from meso_cli.clinic.tables import Draft
from meso_cli.guide.checking.problem import Problem
from meso_cli.guide.files import folder_of
from meso_cli.guide.reading import read_guide
from meso_cli.guide.words import read_item_names
from meso_cli.model.guide import Guide
from meso_cli.model.plan import AddedActivity, AddedCare, AddedSign, ChangedWindow, ClinicPlan
from meso_cli.model.practitioner import Practitioner
from meso_cli.text import visible

Row = TypeVar("Row", Practitioner, ChangedWindow, AddedActivity, AddedCare, AddedSign)


def read_plan(path: Path, guide: Guide) -> tuple[ClinicPlan | None, tuple[Problem, ...]]:
    """The plan in the file at `path`, or None and all that is wrong with it.

    Raises NothingFound where there is no such file, SystemRefused where it may not be read.
    """
    draft, problems = read_draft(path)
    if draft is None:
        return None, problems
    problems = (*problems, *_found(draft, guide))
    return (None if problems else _shown(draft.plan)), problems


def problems_of(plan: ClinicPlan, guide: Guide) -> tuple[Problem, ...]:
    """What is wrong with a plan that came in another way than as a file; the same checks hold for it."""
    return tuple(_found(Draft("the plan", plan), guide))


def _found(draft: Draft, guide: Guide) -> Iterator[Problem]:
    is_usual = guide is read_guide()
    known = _known_by_the_default() if is_usual else known_names(guide, read_item_names(folder_of(guide.id)))
    for find in CHECKS:
        yield from find(draft, known)


@cache
def _known_by_the_default() -> Known:
    return known_names(read_guide(), read_item_names())


def _shown(plan: ClinicPlan) -> ClinicPlan:
    """The plan with its texts on one line each, as they are shown."""
    return plan._replace(
        contacts=_on_one_line(plan.contacts),
        windows=tuple(map(_on_one_line, plan.windows)),
        activities=tuple(map(_on_one_line, plan.activities)),
        care=tuple(map(_on_one_line, plan.care)),
        signs=tuple(map(_on_one_line, plan.signs)),
    )


def _on_one_line(row: Row) -> Row:
    texts: dict[str, Any] = {}
    for name, value in row._asdict().items():
        if isinstance(value, str):
            texts[name] = visible(value)
        elif isinstance(value, tuple):
            texts[name] = tuple(map(visible, value))
    return row._replace(**texts)
