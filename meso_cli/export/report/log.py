"""The page's log: every entry of its days, who was told about what, and what the days leave out."""

from collections.abc import Iterator

from meso_cli.export.report.material import Material, time_words
from meso_cli.model.records import Acknowledgement, Entry
from meso_cli.model.summary import Summary
from meso_cli.text import inside
from meso_cli.values import NamedTuple
from meso_cli.when.saying import hours
from meso_cli.wording import report as words
from meso_cli.wording.trend import left_off_words
from meso_cli.wording.values import label_of


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


class Told(NamedTuple):
    """What somebody was told about a warning, or said; `text` is empty where notes are left out."""

    when: str
    about: str
    text: str


class Log(NamedTuple):
    """The entries of so many days, and what is not among them."""

    rows: tuple[LogRow, ...]
    days: str
    left_off: str
    notes_left_out: bool


def log_of(material: Material) -> Log:
    """Every entry of the page's days that says anything."""
    rows = (_log_row(entry, material) for entry in entries_of(material))
    return Log(
        rows=tuple(row for row in rows if row.values or row.note),
        days=days_words(material.summary),
        left_off=left_off(material),
        notes_left_out=not material.chosen.notes,
    )


def days_words(summary: Summary) -> str:
    """The days of the page: "days 0 to 8"."""
    return (
        f"days {summary.first_day} to {summary.last_day}" if summary.days > 1 else f"day {summary.first_day}"
    )


def left_off(material: Material) -> str:
    """What the days of the page leave out; nothing where it holds the whole record."""
    left = left_off_words(material.trend.first_day, material.summary.left_off)
    return f"Left off this page: {left}" if left else ""


def told_of(material: Material) -> Iterator[Told]:
    """Whom somebody told about what, whether it still stands or not; the words where they may be shown."""
    return (_told(row, material) for row in material.context.case.record.acknowledgements)


def told_before(material: Material) -> Iterator[Told]:
    """Those of them that no warning shows: it is over, or stands as not told; the latest first."""
    standing = {(row.id, row.acknowledged) for row in material.context.status.warnings}
    for row in reversed(material.context.case.record.acknowledgements):
        if (row.warning, (row.at, row.text)) not in standing:
            yield _told(row, material)


def _told(row: Acknowledgement, material: Material) -> Told:
    case = material.context.case
    about = inside(label_of(row.warning, case.guide))
    return Told(time_words(row.at, case), about, row.text if material.chosen.notes else "")


def entries_of(material: Material) -> list[Entry]:
    """The entries of the days asked for, in the order observed; last what is dated after the clock."""
    case, summary = material.context.case, material.summary
    window = range(summary.first_day, summary.last_day + 1)
    day_start = material.settings.day_start
    shown = [entry for entry in case.record.entries if case.treatment.day(entry.at, day_start) in window]
    return [*shown, *case.record.future_dated]


def _log_row(entry: Entry, material: Material) -> LogRow:
    case, chosen = material.context.case, material.chosen
    wanted = [
        seen for seen in entry.observations if chosen.wants(seen.item) or seen.item not in case.guide.symptoms
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
