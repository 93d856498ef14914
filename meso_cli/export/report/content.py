"""The practitioner's page as words and numbers, in its one order; a format only lays it out."""

from collections.abc import Iterator

from meso_cli.export.report.answers import CROWDED, Signs, Standing, signs_of, standing_of
from meso_cli.export.report.charts import Chart, chart
from meso_cli.export.report.material import Chosen, Material, date_words, time_words
from meso_cli.model.records import Entry
from meso_cli.model.summary import Summary
from meso_cli.model.trend import ItemTrend, Trend
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.recovery.comparing import Compared
from meso_cli.text import counted, inside
from meso_cli.values import NamedTuple
from meso_cli.when.saying import absolute, ago, hours, span
from meso_cli.wording import report as words
from meso_cli.wording.trend import left_off_words, trend_sentence
from meso_cli.wording.values import label_of, treatment_words

_TABLE_DAYS = 29
_QUESTIONS = 4
_MOST_PANELS = 12
_PANELS_WHEN_CROWDED = 8
_IN_DAYS = 72


class Panel(NamedTuple):
    """One symptom: its name, a sentence from its numbers, its chart."""

    id: str
    label: str
    words: str
    sentence: str
    chart: Chart


class PlanRow(NamedTuple):
    """One restriction in both voices."""

    label: str
    plan: str
    guide: str
    differs: str
    by: str
    note: str


class Cell(NamedTuple):
    """One day of one row of the table; None: not recorded."""

    value: str | None
    above: bool


class Table(NamedTuple):
    """So many days side by side."""

    days: tuple[int, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


class LogRow(NamedTuple):
    """One entry as it was logged."""

    number: int
    day: int
    when: str
    hours: str
    values: str
    note: str
    is_late: bool
    is_ahead: bool = False


class Page(NamedTuple):
    """The whole page, in its order."""

    title: str
    after: str
    made: str
    treatment: str
    facts: tuple[tuple[str, str], ...]
    treatment_note: str
    logged: str
    logged_more: tuple[str, ...]
    strip: tuple[tuple[int, bool], ...]
    is_empty: bool
    signs: Signs
    standing: tuple[Standing, ...]
    none_standing: str
    beside: tuple[str, ...]
    panels: tuple[Panel, ...]
    undrawn: tuple[str, ...]
    elsewhere: tuple[str, ...]
    never: tuple[str, ...]
    only: tuple[str, ...]
    plan: tuple[PlanRow, ...]
    plan_name: str
    plan_by: str
    care: tuple[tuple[str, str], ...]
    care_elsewhere: tuple[str, ...]
    care_never: tuple[str, ...]
    own_questions: tuple[tuple[str, str], ...]
    more_questions: int
    no_questions: str
    questions: tuple[str, ...]
    statement: str
    method: tuple[str, ...]
    tables: tuple[Table, ...]
    told: tuple[tuple[str, str, str], ...]
    log: tuple[LogRow, ...]
    log_days: str
    left_off: str
    notes_left_out: bool


def page(material: Material) -> Page:
    """What stands on the page."""
    context, trend, summary = material.context, material.trend, material.summary
    status, case, chosen = context.status, context.case, material.chosen
    symptoms = [row for row in trend.items if row.kind == "symptom" and _is_wanted(row.id, chosen)]
    drawn = [row for row in symptoms if any(cell.highest and cell.highest.value for cell in row.days)]
    drawn += [row for row in symptoms if row.warnings and row not in drawn]
    # What fits on the first page: what is above its range, or warned of, goes before the rest.
    noteworthy = sorted(drawn, key=lambda row: not (row.warnings or any(cell.above for cell in row.days)))
    most = _PANELS_WHEN_CROWDED if len(status.warnings) > CROWDED else _MOST_PANELS
    drawn = [row for row in drawn if row in noteworthy[:most]]
    flat = [row for row in symptoms if row not in drawn]
    intended_use = case.library("about")["intended-use"].text or ""
    entries = _entries(material)
    asked = [entry for entry in entries if chosen.notes and entry.note and "?" in entry.note]
    never = {row.id for row in summary.signs if row.answer == "never"}
    never |= {row.id for row in trend.items if row.is_never_logged}
    plan = tuple(_plan_row(row, material) for row in material.compared if row.instruction)
    by = {row.by for row in plan}
    since = status.elapsed_hours
    return Page(
        title=f"Recovery after microneedling: day {status.day}",
        after=f"{hours(since) if since < _IN_DAYS else span(int(since))} after the treatment",
        made=f"{absolute(status.at, status.at)} by {material.made_by}",
        treatment=treatment_words(status.treatment),
        facts=tuple(words.facts(case)),
        treatment_note=(status.treatment.note or "") if chosen.notes else "",
        logged=words.logged_words(summary, case),
        logged_more=tuple(_logged_more(material)),
        strip=tuple(
            (day, day in summary.logged_days) for day in range(summary.first_day, summary.last_day + 1)
        ),
        is_empty=status.last_entry_at is None and not status.future_dated,
        signs=signs_of(material),
        standing=tuple(standing_of(row, material) for row in status.warnings),
        none_standing="" if status.warnings else words.nothing_stands(status, case, never),
        beside=tuple(words.beside_standing(context)),
        panels=tuple(
            Panel(row.id, row.label, words.panel_words(row), trend_sentence(row), chart(row)) for row in drawn
        ),
        undrawn=tuple(words.without_chart(row) for row in flat if row.recorded),
        elsewhere=tuple(
            words.without_chart(row) for row in flat if not row.recorded and not row.is_never_logged
        ),
        never=tuple(inside(row.label) for row in flat if row.is_never_logged),
        only=tuple(inside(label_of(id, case.guide)) for id in chosen.only),
        plan=plan,
        plan_name=case.plan.name if case.plan else "",
        plan_by=next(iter(by)) if len(by) == 1 else "",
        care=tuple(
            (case.guide.care[row.id].label, words.care_words(row, case)) for row in summary.care if row.times
        ),
        care_elsewhere=tuple(
            inside(case.guide.care[row.id].label) for row in summary.care if row.ever and not row.times
        ),
        care_never=tuple(
            inside(case.guide.care[row.id].label) for row in summary.care if row.days_due and not row.ever
        ),
        own_questions=tuple(_own_questions(asked, material)),
        more_questions=max(0, len(asked) - _QUESTIONS),
        no_questions=_no_questions(material),
        questions=tuple(words.open_questions(material.compared, case)),
        statement=words.SELF_REPORTED,
        method=tuple(words.method(case, intended_use, status.at)),
        tables=tuple(_tables(trend, chosen)),
        told=tuple(_told_rows(material)),
        log=tuple(row for entry in entries if (row := _log_row(entry, material)).values or row.note),
        log_days=_days_words(summary),
        left_off=_left_off(material),
        notes_left_out=not chosen.notes,
    )


def _days_words(summary: Summary) -> str:
    return (
        f"days {summary.first_day} to {summary.last_day}" if summary.days > 1 else f"day {summary.first_day}"
    )


def _logged_more(material: Material) -> Iterator[str]:
    summary, status, case = material.summary, material.context.status, material.context.case
    if missing := words.missing_words(summary, status.day):
        yield missing
    if left_off := _left_off(material):
        yield left_off
    if status.last_entry_at is not None:
        day = case.treatment.day(status.last_entry_at, material.settings.day_start)
        age = ago(status.last_entry_at, Viewpoint(status.at, asked=True))
        before = f", {age} this page" if age.endswith("before") else ""
        when = words.when_words(status.last_entry_at, case, day, status.view)
        yield f"Last entry: {when}{before}"
        late = sum(entry.id in material.late for entry in _entries(material))
        typed = f", {late} of them typed 12 h or more after what they say" if late else ""
        yield f"{counted(summary.entries, 'entry', 'entries')}{typed}"
    if status.future_dated:
        yield f"{counted(len(status.future_dated), 'entry', 'entries')} dated in the future"


def _left_off(material: Material) -> str:
    """What the days of the page leave out; nothing where it holds the whole record."""
    said = left_off_words(material.trend.first_day, material.summary.left_off)
    return f"Left off this page: {said}" if said else ""


def _no_questions(material: Material) -> str:
    """What it means that none stands here: notes may be left out, and so may days."""
    if not material.chosen.notes:
        return "Notes were left out."
    return f"None noted on {_days_words(material.summary)}." if material.summary.left_off else "None noted."


def _plan_row(row: Compared, material: Material) -> PlanRow:
    said, case = row.instruction, material.context.case
    return PlanRow(
        case.guide.restrictions[row.id].label,
        words.said_length(row),
        words.window_words(row.guide),
        row.differs or "",
        f"{said.by or 'not said who'}, {date_words(said.at, case)}" if said else "",
        said.note or "" if said and material.chosen.notes else "",
    )


def _own_questions(asked: list[Entry], material: Material) -> Iterator[tuple[str, str]]:
    """What the patient wrote with a question mark; the latest."""
    case, day_start = material.context.case, material.settings.day_start
    for entry in asked[-_QUESTIONS:]:
        text = " ".join((entry.note or "").split())
        yield (
            f"day {case.treatment.day(entry.at, day_start)}, #{entry.id}",
            text[:200] + "…" * (len(text) > 200),
        )


def _told_rows(material: Material) -> Iterator[tuple[str, str, str]]:
    """Whom somebody told about what, whether it still stands or not; the words where they may be shown."""
    case, notes = material.context.case, material.chosen.notes
    for row in case.record.acknowledgements:
        yield time_words(row.at, case), inside(label_of(row.warning, case.guide)), row.text if notes else ""


def _tables(trend: Trend, chosen: Chosen) -> Iterator[Table]:
    """Every value of the charts, and of the signs that were reported, in numbers."""
    rows = [
        row for row in trend.items if row.days_logged and (row.kind == "sign" or _is_wanted(row.id, chosen))
    ]
    window = range(trend.first_day, trend.last_day + 1)
    for begin in range(0, len(window), _TABLE_DAYS):
        days = tuple(window[begin : begin + _TABLE_DAYS])
        if rows:
            yield Table(days, tuple(_table_row(row, begin) for row in rows))


def _table_row(row: ItemTrend, begin: int) -> tuple[str, tuple[Cell, ...]]:
    def value(grade: int) -> str:
        return str(grade) if row.kind == "symptom" else "yes" if grade else "no"

    cells = row.days[begin : begin + _TABLE_DAYS]
    return row.label, tuple(
        Cell(value(cell.highest.value) if cell.highest else None, bool(cell.above)) for cell in cells
    )


def _entries(material: Material) -> list[Entry]:
    """The entries of the days asked for, in the order observed; last what is dated after the clock."""
    case, summary = material.context.case, material.summary
    window = range(summary.first_day, summary.last_day + 1)
    day_start = material.settings.day_start
    shown = [entry for entry in case.record.entries if case.treatment.day(entry.at, day_start) in window]
    return [*shown, *case.record.future_dated]


def _log_row(entry: Entry, material: Material) -> LogRow:
    case, chosen = material.context.case, material.chosen
    wanted = [
        seen
        for seen in entry.observations
        if _is_wanted(seen.item, chosen) or seen.item not in case.guide.symptoms
    ]
    return LogRow(
        entry.id,
        case.treatment.day(entry.at, material.settings.day_start),
        time_words(entry.at, case),
        hours(case.treatment.hours(entry.at)),
        words.entry_words(wanted, case),
        (entry.note or "") if chosen.notes else "",
        entry.id in material.late,
        entry in case.record.future_dated,
    )


def _is_wanted(id: str, chosen: Chosen) -> bool:
    return not chosen.only or id in chosen.only
