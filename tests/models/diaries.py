"""When people log, and which grades they write down."""

import random
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from tests.models.courses import SYMPTOMS, Recovery
from tests.models.noise import Report
from tests.models.people import draw

DAYS = 28
MISSED = 0.15
MISSED_LATE_TOO = 0.60
"""Of the days that are kept, from `LATE_FROM_DAY` on."""
LATE_FROM_DAY = 14
LOGS_A_DAY = ((7, {1: 1, 2: 1, 3: 1}), (LATE_FROM_DAY, {1: 2, 2: 1}), (DAYS, {1: 1}))
"""Before this day, so many logs on a day that is kept: number and its share."""
AWAKE = (0.5, 23.5)
"""The hours of a day within which a log may lie."""
CLOSES_IF_TERSE = 0.5

Grades = Mapping[str, int]
Log = tuple[float, Grades]
"""The hour of a log and what was written; that may be nothing."""
Diary = tuple[Log, ...]
"""All logs of a person, in the order of the hours."""
Style = Literal["full", "open", "terse"]
STYLES: tuple[Style, ...] = ("full", "open", "terse")


class Habit(NamedTuple):
    """How somebody keeps a diary: `styles` are those of the people, in equal shares.

    `daily`: so many logs every day, none missed; None: as people usually do.
    """

    styles: tuple[Style, ...] = STYLES
    daily: int | None = None


USUAL = Habit()


def draw_hours(chance: random.Random, habit: Habit) -> list[float]:
    """The hours of the logs over the four weeks."""
    return sorted(
        24 * day + chance.uniform(*AWAKE)
        for day in range(DAYS)
        for _ in range(habit.daily or _logs_on(chance, day))
    )


def _logs_on(chance: random.Random, day: int) -> int:
    missed = chance.random() < MISSED or (day >= LATE_FROM_DAY and chance.random() < MISSED_LATE_TOO)
    shares = next(shares for before, shares in LOGS_A_DAY if day < before)
    return 0 if missed else draw(chance, shares)


def keep_diary(chance: random.Random, recovery: Recovery, habit: Habit, report: Report) -> Diary:
    """What one person writes over the four weeks, misjudged as `report` says."""
    style = chance.choice(habit.styles)
    hours = draw_hours(chance, habit)
    judged = [{symptom: report(chance, recovery, symptom, hour) for symptom in SYMPTOMS} for hour in hours]
    return tuple(zip(hours, _written(chance, style, judged), strict=True))


def _written(chance: random.Random, style: Style, judged: Iterable[Grades]) -> Iterator[Grades]:
    """Which grades are written: every style leaves out zeros alone."""
    last: dict[str, int] = {}
    for grades in judged:
        written = {
            symptom: grade
            for symptom, grade in grades.items()
            if grade or _writes_zero(chance, style, last.get(symptom, 0))
        }
        last |= written
        yield written


def _writes_zero(chance: random.Random, style: Style, last: int) -> bool:
    """Full: always; open: after a grade above 0, to close it; terse: so, too, but only now and then."""
    if style == "full":
        return True
    return last > 0 and (style == "open" or chance.random() < CLOSES_IF_TERSE)
