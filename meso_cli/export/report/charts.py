"""One small chart a symptom: its days against the usual range, as an SVG's coordinates.

Meaning is carried by shape and place, never by colour: inside the range an open circle, above it a filled
square, a day without a log a dash below the axis; a line joins neighbouring days alone.
"""

from collections.abc import Iterator
from typing import Final

from meso_cli.model.guide import GRADES
from meso_cli.model.trend import DayCell, ItemTrend
from meso_cli.values import NamedTuple

WIDTH: Final = 180.0
HEIGHT: Final = 57.0
LEFT: Final = 10.0
_RIGHT: Final = 4.0
_TOP: Final = 5.0
BASE: Final = 39.0
GAPS: Final = 43.5
"""Where days without a log have their dash."""
LABELS: Final = 54.5
_GRADE: Final = (BASE - _TOP) / (len(GRADES) - 1)
_FEWEST_DAYS: Final = 7
_TICKS: Final = 7


class Mark(NamedTuple):
    """The highest grade of a day; `size` is half its width. `lowest` is where the day's other logs reach."""

    x: float
    y: float
    size: float
    above: bool
    warned: bool
    lowest: float | None = None


class Chart(NamedTuple):
    """What is drawn: the range as an area with its upper edge, marks, lines, gaps, days and grades."""

    band: str
    edge: str
    marks: tuple[Mark, ...]
    lines: tuple[str, ...]
    gaps: tuple[tuple[float, float], ...]
    days: tuple[tuple[float, int], ...]
    grades: tuple[tuple[float, int], ...]


def chart(item: ItemTrend) -> Chart:
    """The chart of one symptom over the days asked for."""
    cells = item.days
    step = (WIDTH - LEFT - _RIGHT) / max(_FEWEST_DAYS, len(cells))
    size = max(0.9, min(2.6, step * 0.36))
    marks = tuple(_mark(cell, index, step, size) for index, cell in enumerate(cells) if cell.highest)
    edge = " ".join(_edge(cells, step))
    end = LEFT + step * len(cells)
    return Chart(
        band=f"M{LEFT:g} {BASE:g} {edge.replace('M', 'L', 1)} L{end:.1f} {BASE:g} Z",
        edge=edge,
        marks=marks,
        lines=tuple(_lines(cells, step)),
        gaps=tuple(
            (LEFT + step * (index + 0.2), LEFT + step * (index + 0.8))
            for index, cell in enumerate(cells)
            if not cell.highest
        ),
        days=tuple(_days(cells, step)),
        grades=tuple((_y(grade), grade) for grade in range(0, len(GRADES), 2)),
    )


def _y(grade: int) -> float:
    return BASE - _GRADE * min(grade, len(GRADES) - 1)


def _x(index: int, step: float) -> float:
    return LEFT + step * (index + 0.5)


def _mark(cell: DayCell, index: int, step: float, size: float) -> Mark:
    highest = cell.highest.value if cell.highest else 0
    lowest = min((log.value for log in cell.logs), default=highest)
    return Mark(
        _x(index, step),
        _y(highest),
        size,
        bool(cell.above),
        cell.warned,
        None if lowest == highest else _y(lowest),
    )


def _edge(cells: tuple[DayCell, ...], step: float) -> Iterator[str]:
    """The range's upper edge as stairs, one per day."""
    for index, cell in enumerate(cells):
        y, begin = _y(cell.expected_max), LEFT + step * index
        yield f"{'L' if index else 'M'}{begin:.1f} {y:.1f} L{begin + step:.1f} {y:.1f}"


def _lines(cells: tuple[DayCell, ...], step: float) -> Iterator[str]:
    """Neighbouring days alone are joined: a line over a gap would claim what nobody saw."""
    for index in range(1, len(cells)):
        before, after = cells[index - 1].highest, cells[index].highest
        if before and after:
            start, end = f"{_x(index - 1, step):.1f} {_y(before.value):.1f}", f"{_x(index, step):.1f}"
            yield f"M{start} L{end} {_y(after.value):.1f}"


def _days(cells: tuple[DayCell, ...], step: float) -> Iterator[tuple[float, int]]:
    every = _TICKS * max(1, round(len(cells) / (_TICKS * 5)))
    if len(cells) <= _TICKS:
        every = 1
    for index, cell in enumerate(cells):
        if cell.day % every == 0:
            yield _x(index, step), cell.day
