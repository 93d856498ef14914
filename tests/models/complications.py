"""What can go wrong after a treatment: each course laid over the diary of a normal recovery.

Nobody ticks a sign (fever, pus); all that the rules get to see are the grades.
"""

import math
import random
from collections.abc import Callable
from typing import NamedTuple

from tests.models.courses import draw_recovery
from tests.models.diaries import USUAL, Diary, Grades, Habit, keep_diary
from tests.models.noise import BRIEF
from tests.models.people import Person

TO_BE_SEEN = 6
"""Hours from the onset until there is anything to be seen: from then on detection is timed."""

Overlay = Callable[[int | None, int], int]
"""What is written (None: nothing) and the grade of the complication, to what stands there then."""
Hours = tuple[float, float]
ALWAYS: Hours = (-math.inf, math.inf)


def at_least(written: int | None, grade: int) -> int:
    """Raised to the grade where less or nothing was written."""
    return max(written or 0, grade)


def exactly(_written: int | None, grade: int) -> int:
    """Replaced."""
    return grade


def at_most(written: int | None, grade: int) -> int:
    """Lowered to the grade where more was written, or nothing."""
    return grade if written is None else min(written, grade)


class Part(NamedTuple):
    """Grades that a complication lays over a log, between hours since the onset and since the treatment."""

    overlay: Overlay
    grades: Grades
    since_onset: Hours
    hours: Hours


def after(onset_hours: float, until: float = math.inf, *, hours: Hours = ALWAYS, **grades: int) -> Part:
    """At least these grades from so many hours after the onset on."""
    return Part(at_least, grades, (onset_hours, until), hours)


def before_onset(overlay: Overlay, hours: Hours, **grades: int) -> Part:
    """These grades until the onset, between hours since the treatment."""
    return Part(overlay, grades, (-math.inf, 0), hours)


def between(begin: float, end: float, overlay: Overlay = at_least, **grades: int) -> Part:
    """These grades between hours since the treatment, whatever the onset."""
    return Part(overlay, grades, ALWAYS, (begin, end))


class Complication(NamedTuple):
    """One course: its onset lies anywhere between two hours, or there is none, and the warnings
    are `due` from a fixed hour on.
    """

    name: str
    parts: tuple[Part, ...]
    onset: Hours | None = None
    due: float = 0


class Patient(NamedTuple):
    """One person with a complication: what they wrote, and from which hour on detection is timed."""

    person: Person
    diary: Diary
    due: float


def draw_patient(chance: random.Random, complication: Complication, habit: Habit = USUAL) -> Patient:
    """A normal recovery with the complication laid over it."""
    recovery = draw_recovery(chance, "narrow")
    diary = keep_diary(chance, recovery, habit, BRIEF)
    onset = chance.uniform(*complication.onset) if complication.onset else 0
    due = onset + TO_BE_SEEN if complication.onset else complication.due
    overlaid = tuple((hour, _overlaid(complication, written, hour, onset)) for hour, written in diary)
    return Patient(recovery.person, overlaid, due)


def _overlaid(complication: Complication, written: Grades, hour: float, onset: float) -> Grades:
    grades = dict(written)
    for part in complication.parts:
        if _within(part.hours, hour) and _within(part.since_onset, hour - onset):
            for symptom, grade in part.grades.items():
                grades[symptom] = part.overlay(grades.get(symptom), grade)
    return grades


def _within(span: Hours, hour: float) -> bool:
    return span[0] < hour < span[1]


_INFECTION = (
    after(6, redness=2, warmth=1),
    after(12, pain=1),
    after(24, redness=3, warmth=2, pain=2, swelling=2),
)
INFECTION = Complication("infection", _INFECTION, (20, 120))
EARLY_INFECTION = Complication("early infection", _INFECTION, (20, 40))
SLOW_INFECTION = Complication(
    "slow infection",
    (
        after(0, redness=2, warmth=1, pain=0),
        after(24, pain=1),
        after(36, warmth=2),
        after(48, redness=3),
    ),
    (20, 60),
)
SMOULDERING = Complication(
    "smouldering heat and redness",
    (after(0, redness=1, warmth=1), after(12, redness=2)),
    (48, 110),
)
PAINLESS = Complication(
    "painless swelling and redness",
    (after(0, redness=2, swelling=1), after(12, swelling=2)),
    (50, 100),
)
LATE_INFECTION = Complication(
    "late infection, day 5 to 8",
    (after(0, redness=1, warmth=1, pain=0), after(12, redness=2, pain=1)),
    (120, 190),
)
DARK_SKIN = Complication(
    "dark skin: heat and swelling, no redness",
    (
        between(*ALWAYS, exactly, redness=0),
        after(0, warmth=1, swelling=1, pain=0),
        after(12, warmth=2, pain=1),
        after(18, swelling=2),
    ),
    (40, 110),
)
PAINKILLERS = Complication(
    "infection, pain masked by painkillers",
    (
        Part(exactly, {"pain": 0}, (0, math.inf), ALWAYS),
        after(0, redness=2, warmth=1),
        after(30, redness=3),
    ),
    (40, 110),
)
NEVER_FALLING = Complication(
    "mild, never falling",
    (between(0, 120, redness=1, swelling=1, warmth=1, pain=1),),
    due=48,
)
DERMATITIS = Complication(
    "dermatitis: itch and redness",
    (after(0, itching=2, redness=2), after(12, itching=3)),
    (72, 160),
)
NOT_FADING = Complication(
    "redness not fading",
    (between(24, 150, redness=2), between(150, math.inf, redness=1)),
    due=72,
)
MILD_TO_DAY_8 = Complication(
    "redness 1 to day 8",
    (
        between(0, 30, exactly, redness=2),
        between(30, 200, exactly, redness=1),
        between(200, math.inf, exactly, redness=0),
    ),
    due=72,
)
BACK_AGAIN = Complication(
    "redness back to 1 after 0",
    (
        between(*ALWAYS, redness=0),
        before_onset(exactly, (48, math.inf), redness=0),
        after(0, 200, redness=1),
    ),
    (80, 130),
)
RISING = Complication(
    "redness 1, then 2",
    (
        before_onset(at_most, (36, math.inf), redness=1),
        after(0, redness=1),
        after(0, hours=(0, 110), redness=2),
    ),
    (49, 60),
)
HEAT_ONLY = Complication("heat only", (after(0, warmth=1), after(18, warmth=2)), (50, 120))
PAIN_ONLY = Complication("pain only", (after(0, pain=1), after(18, pain=2)), (50, 120))
SWELLING_STAYS = Complication(
    "swelling slow to go",
    (between(0, 47, swelling=2), between(47, 110, swelling=1)),
    due=72,
)
PUSTULES = Complication(
    "pustules logged as breakouts",
    (after(0, breakouts=2, pain=1), after(24, breakouts=3)),
    (40, 100),
)
WEEPING_SCABS = Complication("weeping scabs", (after(0, scabs=3),), (60, 120))
LATE_ITCH = Complication("itch on day 8", (after(0, itching=2, redness=1),), (168, 190))
