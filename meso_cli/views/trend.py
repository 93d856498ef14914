"""How it went: a line of days for each symptom, or one symptom large with its notes."""

from collections.abc import Iterable, Iterator
from itertools import chain, groupby

from meso_cli.model.case import Context
from meso_cli.model.guide import GRADES
from meso_cli.model.records import Entry, Treatment
from meso_cli.model.trend import DayCell, Earlier, ItemTrend, Trend
from meso_cli.recovery.trend import MOST_DAYS
from meso_cli.text import capitalised, counted, inside, visible
from meso_cli.views.blocks import Block, Cell, Chart, ChartRow, Document, Grid, Headline, Row, Say, Section
from meso_cli.views.status import dated_ahead, warning_blocks
from meso_cli.views.warnings import reminder
from meso_cli.when.saying import hours, moment
from meso_cli.wording.trend import left_off_words, trend_sentence, zero_words
from meso_cli.wording.values import day_month, treatment_words, value_words

_NOT_RECORDED = "·"
_NOTE_SHOWN = 200
_LOGS_SHOWN = 60
_SIGNS = "Shade: the usual range. ! above it, or part of a warning. A dot: not recorded."
_LEGEND = f"Each day's highest grade, 0 to 4. {_SIGNS} One large, with its notes: meso trend redness"


def trend_document(of: Trend, context: Context, items: tuple[ItemTrend, ...]) -> Document:
    """The symptoms chosen, each in a line with a sentence; where one alone was chosen, that one large."""
    if len(items) == 1:
        return _large(of, context, items[0])
    symptoms = [item for item in items if item.kind == "symptom"]
    signs = [item for item in items if item.kind == "sign"]
    shown = [item for item in symptoms if item.was_above_0]
    at_0 = [
        f"{inside(item.label)} (n {item.days_logged})"
        for item in symptoms
        if item.days_logged and not item.was_above_0
    ]
    never = [inside(item.label) for item in symptoms if item.is_never_logged]
    return (
        *_head(of, context),
        *([Section("Reported", tuple(map(_sign, signs)), "contact")] if signs else []),
        *([_overview(of, shown)] if shown else []),
        *([Say(f"Never above 0 (n: days recorded): {', '.join(at_0)}", "muted")] if at_0 else []),
        *([Say(f"Never recorded: {', '.join(never)}", "muted")] if never else []),
        *_beside(of, symptoms),
    )


def _head(of: Trend, context: Context) -> Iterator[Block]:
    """Which days of which treatment; a warning that stands comes before any picture."""
    when = f"Day {of.first_day} to {of.last_day}" if of.last_day > of.first_day else f"Day {of.last_day}"
    yield Headline(when, "", f"{treatment_words(of.treatment)} · {moment(of.treatment.at, of.view)}")
    if line := reminder(tuple(warning_blocks(context))):
        yield line
    yield from dated_ahead(context.status)
    if left_off := left_off_words(of.first_day, of.entries_before):
        everything = min(of.last_day + 1, MOST_DAYS)
        yield Say(f"Left off here: {left_off}. To see them: meso trend --days {everything}", "muted")


def _overview(of: Trend, items: Iterable[ItemTrend]) -> Chart:
    rows = [ChartRow(item.label, tuple(map(_cell, item.days)), trend_sentence(item)) for item in items]
    said = (f"{item.label}: {trend_sentence(item)}. {_days(item)}" for item in items)
    return Chart(
        "Highest grade of each day, from 0 none to 4 very severe",
        of.first_day,
        tuple(rows),
        tuple(said),
        _LEGEND,
    )


def _cell(cell: DayCell) -> Cell:
    text = _NOT_RECORDED if cell.highest is None else str(cell.highest.value)
    return Cell(text, "!" if cell.is_marked else "", cell.expected_max)


def _days(item: ItemTrend) -> str:
    """The days that were recorded, in words: "Day 0: 3; day 1: 2, above the usual 1"."""
    said = "; ".join(
        f"{_day(cell)}{f', above the usual {cell.expected_max}' if cell.above else ''}"
        for cell in item.recorded
    )
    return capitalised(said)


def _day(cell: DayCell) -> str:
    return f"day {cell.day}: {cell.highest.value if cell.highest else 'not recorded'}"


def _sign(item: ItemTrend) -> Row:
    return Row(capitalised(item.label), trend_sentence(item))


def _beside(of: Trend, items: Iterable[ItemTrend]) -> Iterator[Block]:
    """From which day on each was at 0, beside earlier treatments, with how many days were recorded."""
    rows = tuple(
        (
            item.label,
            _ended(item.days_logged, item.days_to_zero, item.ever),
            *(_earlier_in(item, treatment) for treatment in of.earlier),
        )
        for item in items
        if item.ever or any(row.highest for row in item.earlier)
    )
    if of.earlier and rows:
        names = (of.treatment.name, *(treatment.name for treatment in of.earlier))
        yield Grid("At 0 from which day on (n: days recorded)", ("At 0 from", *names), rows)
        told = "; ".join(f"{treatment.name} {_dated(treatment, of)}" for treatment in of.earlier)
        yield Say(f"n: days recorded. {told}", "muted")


def _dated(treatment: Treatment, of: Trend) -> str:
    """What it was of, and when: it may be hard to compare."""
    words = treatment_words(treatment).removeprefix(treatment.name).removeprefix(" · ")
    return " · ".join(part for part in (words, day_month(treatment.at.date(), of.view.now.date())) if part)


def _earlier_in(item: ItemTrend, treatment: Treatment) -> str:
    found = next((row for row in item.earlier if row.treatment == treatment), None)
    return _ended(found.days_logged, found.days_to_zero, found.highest) if found else ""


def _ended(days_logged: int, days_to_zero: int | None, ever: int | None) -> str:
    if ever is None:
        return ""
    words = "never above" if ever == 0 else "not yet" if days_to_zero is None else f"day {days_to_zero}"
    return f"{words} (n {days_logged})"


def _large(of: Trend, context: Context, item: ItemTrend) -> Document:
    """One symptom by its grades, then what was said about it, then how it went before."""
    chart = (
        [Chart("Day by day", of.first_day, _grades(item), tuple(_whole_days(item)), _SIGNS)]
        if item.kind == "symptom"
        else []
    )
    first = capitalised(item.label)
    return (
        *_head(of, context),
        Say(f"{first}: {trend_sentence(item)}."),
        *chart,
        *_entries(of, context, item),
        *_earlier(of, item.earlier),
    )


def _grades(item: ItemTrend) -> tuple[ChartRow, ...]:
    """A row a grade, the highest first: a digit where it was logged, the band up to the usual maximum."""
    rows = [
        ChartRow(f"{grade} {GRADES[grade]}", tuple(_graded(cell, grade) for cell in item.days))
        for grade in reversed(range(len(GRADES)))
    ]
    rows[-1] = rows[-1]._replace(
        cells=tuple(
            cell._replace(mark="!" if day.is_marked else "")
            for cell, day in zip(rows[-1].cells, item.days, strict=True)
        )
    )
    return tuple(rows)


def _graded(cell: DayCell, grade: int) -> Cell:
    shade = 1 if grade <= cell.expected_max else 0
    if cell.highest is None:
        return Cell(_NOT_RECORDED if grade == 0 else "", "", shade)
    return Cell(str(grade) if any(log.value == grade for log in cell.logs) else "", "", shade)


def _whole_days(item: ItemTrend) -> Iterator[str]:
    """Every day in words; days without a log that follow each other together."""
    for is_recorded, cells in groupby(item.days, lambda cell: cell.highest is not None):
        if not is_recorded:
            missing = [cell.day for cell in cells]
            first, last = missing[0], missing[-1]
            yield f"day {first}: not recorded" if first == last else f"days {first} to {last}: not recorded"
            continue
        for cell in cells:
            above = ", above the usual" if cell.above else ""
            yield f"{_day(cell)}, usual up to {cell.expected_max}{above}"


def _entries(of: Trend, context: Context, item: ItemTrend) -> Iterator[Block]:
    """What was logged about it, with the notes that stand beside it."""
    record, guide = context.case.record, context.case.guide
    notes = {entry.id: entry for entry in record.entries}
    logs = list(chain.from_iterable(cell.logs for cell in item.days))
    if logs:
        rows = tuple(
            (
                f"#{log.entry}",
                moment(log.at, of.view),
                hours(log.hours),
                value_words(item.id, log.value, guide, log.reading),
                _note(notes[log.entry]),
            )
            for log in logs[-_LOGS_SHOWN:]
        )
        if more := len(logs) - len(rows):
            yield Say(
                f"{counted(more, 'earlier log')} left out; all of them: meso history --item {item.id}",
                "muted",
            )
        yield Grid("As it was logged", ("Entry", "when", "after", "value", "note"), rows, below=True)


def _note(entry: Entry) -> str:
    return f'"{visible(entry.note, _NOTE_SHOWN)}"' if entry.note else ""


def _earlier(of: Trend, earlier: tuple[Earlier, ...]) -> Iterator[Block]:
    if earlier:
        rows = tuple(
            Row(
                row.treatment.name,
                f"{counted(row.days_logged, 'day')} logged, highest {row.highest}, "
                f"{zero_words(row.days_to_zero, row.highest)}",
                _dated(row.treatment, of),
            )
            for row in earlier
        )
        yield Section("Earlier treatments", rows)
