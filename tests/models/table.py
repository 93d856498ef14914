"""The table of the README: what was simulated, how it came out, and whether the goals are met."""

import math
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor
from typing import NamedTuple

from tests.models.counting import Detection, share_ever, share_within
from tests.models.guided import all_asked, as_asked
from tests.models.rows import Aim, AlarmRow, DetectionRow
from tests.models.simulating import Alarms, alarms, detections

DAY, TWO_DAYS = 24, 48
ALARM_HEAD = (
    "| how the grades are wrong | warned above watch | urgent | saw a watch | goal |",
    "|---|---|---|---|---|",
)
DETECTION_HEAD = (
    "| what goes wrong → what it should reach | all graded: 24 h / 48 h | check-in: 24 h / 48 h | "
    "check-in: 5 days | goal |",
    "|---|---|---|---|---|",
)


class Line(NamedTuple):
    """A line of the table; `missed` where a goal is not met."""

    text: str
    missed: bool = False


def alarm_lines(rows: Sequence[AlarmRow], people: int, seed: int, pool: Executor | None) -> Iterator[Line]:
    """The false alarms, a line as soon as it is known."""
    yield from map(Line, ALARM_HEAD if rows else ())
    for row in rows:
        yield alarm_line(row, alarms(row, people, seed, pool))


def detection_lines(
    rows: Sequence[DetectionRow], people: int, seed: int, pool: Executor | None
) -> Iterator[Line]:
    """The complications, lines as soon as they are known."""
    yield from map(Line, DETECTION_HEAD if rows else ())
    for row in rows:
        full, guided = (detections(row, by, people, seed, pool) for by in (all_asked, as_asked))
        for aim in row.aims:
            yield detection_line(f"{row.name} → {aim.tier}", aim, full, guided)


def alarm_line(row: AlarmRow, found: Alarms) -> Line:
    """One way of misjudging."""
    cells = (row.name, *(f"{share:.1f} %" for share in found))
    if row.at_most is None:
        return _line(cells)
    return _line(cells, f"≤ {row.at_most:g} %" if row.at_most else "none", found.above_watch <= row.at_most)


def detection_line(name: str, aim: Aim, full: Sequence[Detection], guided: Sequence[Detection]) -> Line:
    """One complication and one tier: all symptoms graded, and by the guided check-in."""
    by_hours = (
        " / ".join(_percent(share_within(hours, aim.tier, found)) for hours in (DAY, TWO_DAYS))
        for found in (full, guided)
    )
    cells = (name, *by_hours, _percent(share_ever(aim.tier, guided)))
    goals = [(words, reached >= least) for words, reached, least in goals_of(aim, full, guided)]
    return _line(cells, ", ".join(words for words, _ in goals), all(met for _, met in goals))


def goals_of(
    aim: Aim, full: Sequence[Detection], guided: Sequence[Detection]
) -> Iterator[tuple[str, float, float]]:
    """Each goal in words, the percentage reached, and the least that is promised."""
    if aim.at_least is not None:
        yield f"≥ {aim.at_least:g} %", 100 * share_within(DAY, aim.tier, full), aim.at_least
    if aim.asked_at_least is not None:
        reached = 100 * share_within(DAY, aim.tier, guided)
        yield f"check-in ≥ {aim.asked_at_least:g} %", reached, aim.asked_at_least
    if aim.asked_ever is not None:
        yield f"check-in in 5 days ≥ {aim.asked_ever:g} %", 100 * share_ever(aim.tier, guided), aim.asked_ever


def _percent(share: float) -> str:
    return "–" if math.isnan(share) else f"{100 * share:.0f} %"


def _line(cells: Iterable[str], goal: str = "", met: bool = True) -> Line:
    verdict = f"{goal}: {'met' if met else '**missed**'}" if goal else ""
    return Line(f"| {' | '.join((*cells, verdict))} |", missed=not met)
