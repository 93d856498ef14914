"""The practitioner's page as words and numbers, in its one order; a format only lays it out."""

from collections.abc import Iterator

from meso_cli.export.report.answers import Signs, Standing, signs_of, standing_of
from meso_cli.export.report.log import Log, Told, entries_of, left_off, log_of, told_before, told_of
from meso_cli.export.report.material import Material
from meso_cli.export.report.plan import Care, Plan, care_of, plan_of
from meso_cli.export.report.questions import Questions, questions_of
from meso_cli.export.report.symptoms import Symptoms, Table, symptoms_of, tables_of
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.text import counted
from meso_cli.values import NamedTuple
from meso_cli.when.saying import absolute, ago, hours, span
from meso_cli.wording import report as words
from meso_cli.wording.values import treatment_words

_IN_DAYS = 72


class Logged(NamedTuple):
    """How much was logged, in a line and in more; the days of the page, each with whether it was."""

    line: str
    more: tuple[str, ...]
    days: tuple[tuple[int, bool], ...]


class Page(NamedTuple):
    """The whole page, in its order."""

    title: str
    after: str
    made: str
    treatment: str
    facts: tuple[tuple[str, str], ...]
    treatment_note: str
    logged: Logged
    is_empty: bool
    signs: Signs
    standing: tuple[Standing, ...]
    none_standing: str
    beside: tuple[str, ...]
    symptoms: Symptoms
    plan: Plan
    care: Care
    questions: Questions
    statement: str
    method: tuple[str, ...]
    tables: tuple[Table, ...]
    told: tuple[Told, ...]
    told_before: tuple[Told, ...]
    log: Log


def page(material: Material) -> Page:
    """What stands on the page."""
    status, case = material.context.status, material.context.case
    since, note = status.elapsed_hours, status.treatment.note
    intended_use = case.library("about")["intended-use"].text or ""
    return Page(
        title=f"Recovery after microneedling: day {status.day}",
        after=f"{hours(since) if since < _IN_DAYS else span(int(since))} after the treatment",
        made=f"{absolute(status.at, status.at)} by {material.made_by}",
        treatment=treatment_words(status.treatment),
        facts=tuple(words.facts(case)),
        treatment_note=note if note and material.chosen.notes else "",
        logged=_logged(material),
        is_empty=status.last_entry_at is None and not status.future_dated,
        signs=signs_of(material),
        standing=tuple(standing_of(row, material) for row in status.warnings),
        none_standing="" if status.warnings else words.nothing_stands(status, case, _never_asked(material)),
        beside=tuple(words.beside_standing(material.context)),
        symptoms=symptoms_of(material),
        plan=plan_of(material),
        care=care_of(material),
        questions=questions_of(material),
        statement=words.SELF_REPORTED,
        method=tuple(words.method(case, intended_use, status.at)),
        tables=tuple(tables_of(material)),
        told=tuple(told_of(material)),
        told_before=tuple(told_before(material)),
        log=log_of(material),
    )


def _never_asked(material: Material) -> set[str]:
    """The signs that nobody answered, and what was never logged."""
    never = {row.id for row in material.summary.signs if row.answer == "never"}
    return never | {row.id for row in material.trend.items if row.is_never_logged}


def _logged(material: Material) -> Logged:
    summary = material.summary
    days = range(summary.first_day, summary.last_day + 1)
    return Logged(
        words.logged_words(summary, material.context.case),
        tuple(_logged_more(material)),
        tuple((day, day in summary.logged_days) for day in days),
    )


def _logged_more(material: Material) -> Iterator[str]:
    summary, status, case = material.summary, material.context.status, material.context.case
    if missing := words.missing_words(summary, status.day):
        yield missing
    if left := left_off(material):
        yield left
    if status.last_entry_at is not None:
        day = case.treatment.day(status.last_entry_at, material.settings.day_start)
        age = ago(status.last_entry_at, Viewpoint(status.at, asked=True))
        before = f", {age} this page" if age.endswith("before") else ""
        when = words.when_words(status.last_entry_at, case, day, status.view)
        yield f"Last entry: {when}{before}"
        late = sum(entry.id in material.late for entry in entries_of(material))
        typed = f", {late} of them typed 12 h or more after what they say" if late else ""
        yield f"{counted(summary.entries, 'entry', 'entries')}{typed}"
    if status.future_dated:
        yield f"{counted(len(status.future_dated), 'entry', 'entries')} dated in the future"
