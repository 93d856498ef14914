"""What was logged as a table: one row an observation, CSV after RFC 4180.

A note stands in the first row of its entry, so that nobody counts it twice; an entry that is
only a note has one row with no item.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final

from meso_cli.model.case import Case
from meso_cli.model.guide import Guide
from meso_cli.model.records import Entry, Treatment
from meso_cli.model.settings import Settings
from meso_cli.text import visible

COLUMNS: Final = (
    "treatment", "treated_at", "entry", "observed_at", "day", "hours", "item", "kind", "value",
    "reading_celsius", "note",
)  # fmt: skip  # one list per line reads as the list it is
_BYTE_ORDER_MARK: Final = "\ufeff"
# What a spreadsheet takes for a formula; Japanese and Chinese ones take the full-width signs, too.
_FORMULA: Final = frozenset("=+-@＝＋－＠")


def observations_csv(cases: Iterable[Case], own: Settings, *, for_spreadsheet: bool = False) -> Iterator[str]:
    """The lines, the headings first. Moments stand in the treatment's zone, with their offset.

    Each treatment's own guide says what kind an item is.

    `for_spreadsheet` adds the mark by which Excel knows UTF-8, and an apostrophe before text
    that would be run as a formula.
    """
    if for_spreadsheet:
        yield _BYTE_ORDER_MARK
    yield _line(COLUMNS)
    for case in cases:
        for entry in case.record.entries:
            for row in _rows(case.treatment, entry, case.guide, own):
                yield _line([_guarded(cell) for cell in row] if for_spreadsheet else row)


def for_screen(lines: Iterable[str]) -> Iterator[str]:
    """The lines as a terminal may show them: one record per line, fit to show; not for another program."""
    return (f"{visible(line)}\n" for line in lines if line != _BYTE_ORDER_MARK)


def _rows(treatment: Treatment, entry: Entry, guide: Guide, own: Settings) -> Iterator[list[object]]:
    start = [
        treatment.name,
        treatment.at.isoformat(timespec="seconds"),
        entry.id,
        entry.at.astimezone(treatment.at.tzinfo).isoformat(timespec="seconds"),
        treatment.day(entry.at, own.day_start),
        round(treatment.hours(entry.at), 2),
    ]
    note = entry.note
    for seen in entry.observations:
        yield [*start, seen.item, _kind(seen.item, guide), seen.value, seen.reading, note]
        note = None
    if not entry.observations:
        yield [*start, None, None, None, None, note]


def _kind(item: str, guide: Guide) -> str | None:
    found = guide.item(item)
    return found.kind if found else None


def _line(cells: Iterable[object]) -> str:
    text = io.StringIO()
    csv.writer(text).writerow(list(cells))
    return text.getvalue()


def _guarded(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and _may_be_run(cell) else cell


def _may_be_run(text: str) -> bool:
    """White space and what is not printed may be skipped on the way to a formula; it is never let stand."""
    return text[:1] in _FORMULA or text[:1].isspace() or not text[:1].isprintable()
