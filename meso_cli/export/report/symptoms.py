"""The page's symptoms: which get a chart, what is said of the others, and all of it in numbers."""

from collections.abc import Iterator

from meso_cli.export.report.answers import CROWDED
from meso_cli.export.report.charts import Chart, chart
from meso_cli.export.report.material import Material
from meso_cli.model.trend import ItemTrend
from meso_cli.text import inside
from meso_cli.values import NamedTuple
from meso_cli.wording import report as words
from meso_cli.wording.trend import trend_sentence
from meso_cli.wording.values import label_of

_TABLE_DAYS = 29
_MOST_PANELS = 12
_PANELS_WHEN_CROWDED = 8


class Panel(NamedTuple):
    """One symptom: its name, a sentence from its numbers, its chart."""

    id: str
    label: str
    words: str
    sentence: str
    chart: Chart


class Symptoms(NamedTuple):
    """Those with a chart, those without: logged, logged on other days alone, never; `only`: if not all."""

    panels: tuple[Panel, ...]
    undrawn: tuple[str, ...]
    elsewhere: tuple[str, ...]
    never: tuple[str, ...]
    only: tuple[str, ...]


class Cell(NamedTuple):
    """One day of one row of the table; None: not recorded."""

    value: str | None
    above: bool


class Table(NamedTuple):
    """So many days side by side."""

    days: tuple[int, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


def symptoms_of(material: Material) -> Symptoms:
    """The symptoms that are wanted."""
    case, chosen = material.context.case, material.chosen
    wanted = [row for row in material.trend.items if row.kind == "symptom" and chosen.wants(row.id)]
    drawn = _drawn(wanted, crowded=len(material.context.status.warnings) > CROWDED)
    flat = [row for row in wanted if row not in drawn]
    return Symptoms(
        panels=tuple(
            Panel(row.id, row.label, words.panel_words(row), trend_sentence(row), chart(row)) for row in drawn
        ),
        undrawn=tuple(words.without_chart(row) for row in flat if row.recorded),
        elsewhere=tuple(
            words.without_chart(row) for row in flat if not row.recorded and not row.is_never_logged
        ),
        never=tuple(inside(row.label) for row in flat if row.is_never_logged),
        only=tuple(inside(label_of(id, case.guide)) for id in chosen.only),
    )


def _drawn(wanted: list[ItemTrend], *, crowded: bool) -> list[ItemTrend]:
    """What has a chart: what fits on the first page, of what was there or is warned of.

    What is above its range, or warned of, goes before the rest.
    """
    drawn = [row for row in wanted if any(cell.highest and cell.highest.value for cell in row.days)]
    drawn += [row for row in wanted if row.warnings and row not in drawn]
    noteworthy = sorted(drawn, key=lambda row: not (row.warnings or any(cell.above for cell in row.days)))
    fitting = noteworthy[: _PANELS_WHEN_CROWDED if crowded else _MOST_PANELS]
    return [row for row in drawn if row in fitting]


def tables_of(material: Material) -> Iterator[Table]:
    """Every value of the charts, and of the signs that were reported, in numbers."""
    trend, chosen = material.trend, material.chosen
    rows = [row for row in trend.items if row.days_logged and (row.kind == "sign" or chosen.wants(row.id))]
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
