"""A clinic's plan file, checked strictly: a `ClinicPlan`, or every problem at once."""

from functools import cache
from pathlib import Path

from meso_cli.guide.checking.plan_checks import CHECKS, hours_of
from meso_cli.guide.checking.plan_file import read_draft
from meso_cli.guide.checking.plan_names import Known, known_names
from meso_cli.guide.checking.plan_rows import (
    OPEN,
    ActivityRow,
    CareRow,
    ClinicRow,
    PlanDraft,
    SignRow,
    WindowRow,
)
from meso_cli.guide.checking.problem import Problem
from meso_cli.guide.reading import read_guide
from meso_cli.guide.words import read_item_names
from meso_cli.model.guide import Guide
from meso_cli.model.plan import AddedActivity, AddedCare, AddedSign, ChangedWindow, ClinicPlan
from meso_cli.model.practitioner import Practitioner
from meso_cli.text import visible


def read_plan(path: Path, guide: Guide) -> tuple[ClinicPlan | None, tuple[Problem, ...]]:
    """The plan in the file at `path`, or None and all that is wrong with it.

    Raises NothingFound where there is no such file, SystemRefused where it may not be read.
    """
    draft, problems = read_draft(path)
    if draft is None:
        return None, problems
    known = _known(guide)
    problems = (*problems, *(problem for find in CHECKS for problem in find(draft, known)))
    return (None if problems else _plan(draft)), problems


def problems_of(plan: ClinicPlan, guide: Guide) -> tuple[Problem, ...]:
    """What is wrong with a plan that came in another way than as a file; the same checks hold for it."""
    known = _known(guide)
    draft = _draft(plan)
    return tuple(problem for find in CHECKS for problem in find(draft, known))


def _known(guide: Guide) -> Known:
    return _known_by_the_shipped() if guide is read_guide() else known_names(guide, read_item_names())


@cache
def _known_by_the_shipped() -> Known:
    return known_names(read_guide(), read_item_names())


def _draft(plan: ClinicPlan) -> PlanDraft:
    who = plan.contacts
    return PlanDraft(
        "the plan",
        ClinicRow(who.name or "", plan.issued, who.phone, who.out_of_hours),
        windows={
            row.restriction: WindowRow(row.restriction, _length(row.hours), row.note) for row in plan.windows
        },
        activities={
            row.id: ActivityRow(
                row.id,
                row.label,
                _length(row.earliest),
                row.why,
                None if row.until is None or row.until == row.earliest else _length(row.until),
                row.instead,
                row.words,
            )
            for row in plan.activities
        },
        care={
            row.id: CareRow(
                row.id,
                row.label,
                row.text,
                _length(row.from_hours),
                None if row.until_hours is None else _length(row.until_hours),
                row.per_day,
            )
            for row in plan.care
        },
        signs={row.id: SignRow(**row._asdict()) for row in plan.signs},
    )


def _length(hours: float | None) -> str:
    return OPEN if hours is None else f"{round(hours * 60)}min"


def _plan(draft: PlanDraft) -> ClinicPlan:
    who = draft.clinic
    return ClinicPlan(
        contacts=Practitioner(_text(who.name), _text(who.phone), _text(who.out_of_hours)),
        issued=who.issued,
        windows=tuple(
            ChangedWindow(id, hours_of(row.avoid_until), _text(row.note)) for id, row in draft.windows.items()
        ),
        activities=tuple(
            AddedActivity(
                id,
                label=visible(row.label),
                earliest=(earliest := hours_of(row.avoid_until)),
                until=earliest if row.caution_until is None else hours_of(row.caution_until),
                why=visible(row.why),
                instead=_text(row.instead),
                words=tuple(map(visible, row.words)),
            )
            for id, row in draft.activities.items()
        ),
        care=tuple(
            AddedCare(
                id,
                label=visible(row.label),
                text=visible(row.text),
                from_hours=hours_of(row.due_from) or 0,
                until_hours=hours_of(row.due_until),
                per_day=row.per_day,
            )
            for id, row in draft.care.items()
        ),
        signs=tuple(
            AddedSign(
                id,
                label=visible(row.label),
                tier=row.tier,
                question=visible(row.question),
                advice=visible(row.advice),
                ask=row.ask,
                words=tuple(map(visible, row.words)),
            )
            for id, row in draft.signs.items()
        ),
    )


def _text(words: str | None) -> str | None:
    """A text on one line, as it is shown."""
    return None if words is None else visible(words)
