"""How people misjudge a grade: the true one at an hour becomes the reported one."""

import math
import random
from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from tests.models.courses import Recovery

STRONGEST = 4
STRONGEST_PHASED = 3

Report = Callable[[random.Random, Recovery, str, float], int]
"""The reported grade of a symptom at an hour."""
Cap = Callable[[Recovery, str, float, int], int]
"""The highest grade that noise may make of a true one."""


# Noise by phase: unsure in the first two days, less until a symptom has settled, hardly afterwards.
EARLY_UNTIL = 48


class Phase(NamedTuple):
    """The chance that a grade of 1 or more is one too high, and as large a one that it is one too low;
    and the chance that a 0 is reported as 1.
    """

    off_each_way: float
    invented: float


EARLY, SETTLING, SETTLED = Phase(0.15, 0.02), Phase(0.08, 0.01), Phase(0.03, 0.003)


class Span(NamedTuple):
    """From when a symptom counts as settled, and from when nobody takes anything for it any more."""

    settles: float
    limit: float


SPANS: Mapping[str, Span] = {
    "redness": Span(48, 168),
    "swelling": Span(48, 72),
    "warmth": Span(48, 48),
    "bleeding": Span(48, 24),
    "pain": Span(24, 48),  # its usual course is a day longer; nobody here is sore for so long
    "tightness": Span(72, 168),
    "sensitivity": Span(72, 168),
    "bruising": Span(72, 336),
    "itching": Span(120, 168),
    "scabs": Span(120, 240),
    "glands": Span(120, 168),
    "flaking": Span(168, 336),
    "breakouts": Span(240, 672),
}
RF_SPANS = {"tightness": Span(72, 336), "sensitivity": Span(72, 336)}

# The most that the evidence calls normal: before this hour, this grade; 0 afterwards.
Most = tuple[tuple[float, int], ...]
MOST: Mapping[str, Most] = {
    "redness": ((24, 3), (72, 2), (168, 1)),
    "swelling": ((48, 2), (72, 1)),
    "warmth": ((48, 2),),
    "tightness": ((168, 2),),
    "pain": ((24, 2), (72, 1)),
    "bleeding": ((24, 1),),
    "bruising": ((336, 2),),
    "flaking": ((240, 2),),
    "itching": ((168, 2),),
    "sensitivity": ((168, 2),),
    "scabs": ((240, 2),),
    "breakouts": ((672, 2),),
    "glands": ((168, 1),),
}
SLOW_MOST: Mapping[str, Most] = {"redness": ((48, 3), (72, 2), (168, 1))}
RF_MOST: Mapping[str, Most] = {"sensitivity": ((336, 2),)}

# What brief noise never passes early on: from this hour, this grade.
BRIEF_EARLY_CAPS = {"swelling": (0, 2), "pain": (24, 2)}


def _most(recovery: Recovery, symptom: str, hour: float) -> int:
    person = recovery.person
    slow, rf = SLOW_MOST if person.slow else {}, RF_MOST if person.rf else {}
    steps = slow.get(symptom) or rf.get(symptom) or MOST[symptom]
    return next((grade for before, grade in steps if hour < before), 0)


def _span(recovery: Recovery, symptom: str) -> Span:
    return (RF_SPANS if recovery.person.rf else {}).get(symptom, SPANS[symptom])


def in_range(recovery: Recovery, symptom: str, hour: float, grade: int) -> int:
    """Noise never makes what the evidence calls abnormal."""
    return max(grade, _most(recovery, symptom, hour))


def brief(recovery: Recovery, symptom: str, hour: float, grade: int) -> int:
    """A grade may pass the evidence early on, where it stings and tingles; never later."""
    if hour >= EARLY_UNTIL:
        return in_range(recovery, symptom, hour, grade)
    begins, cap = BRIEF_EARLY_CAPS.get(symptom, (math.inf, STRONGEST))
    return max(grade, cap) if hour >= begins else STRONGEST


def free(_recovery: Recovery, _symptom: str, _hour: float, _grade: int) -> int:
    """Nothing holds the noise."""
    return STRONGEST


def phased(cap: Cap, chance: random.Random, recovery: Recovery, symptom: str, hour: float) -> int:
    """Noise by phase, held by a cap."""
    grade, span = recovery.grade(symptom, hour), _span(recovery, symptom)
    phase = EARLY if hour < EARLY_UNTIL else SETTLING if hour < span.settles else SETTLED
    if grade:
        reported = _off_by_one(chance, grade, 2 * phase.off_each_way)
    else:
        may = phase is SETTLING or _may_linger(recovery, symptom, hour, span)
        reported = int(may and chance.random() < phase.invented)
    return min(reported, cap(recovery, symptom, hour, grade), STRONGEST_PHASED)


def _may_linger(recovery: Recovery, symptom: str, hour: float, span: Span) -> bool:
    """Whether somebody may still, or again, take something for the symptom that is not there.

    Only who has it, before its limit; early on only in the day after it was there.
    """
    if symptom not in recovery.courses or hour >= span.limit:
        return False
    if hour >= EARLY_UNTIL:
        return True
    return any(recovery.grade(symptom, max(0, hour - before)) for before in (24, 12))


def flat(
    wrong: float, zeros: float, chance: random.Random, recovery: Recovery, symptom: str, hour: float
) -> int:
    """The same at every hour: a grade off by one with the chance `wrong`, a 0 reported as 1 with `zeros`."""
    grade = recovery.grade(symptom, hour)
    if grade:
        return min(_off_by_one(chance, grade, wrong), STRONGEST)
    return int(chance.random() < zeros)


def _off_by_one(chance: random.Random, grade: int, wrong: float) -> int:
    """The grade, or with the chance `wrong` one more or one less, as often the one as the other."""
    drawn = chance.random()
    return grade + (drawn < wrong / 2) - (wrong / 2 <= drawn < wrong)


def wrong(percent: float, zeros: float = 0) -> Report:
    """So many percent of the grades off by one, so many of the zeros reported as 1."""
    return partial(flat, percent / 100, zeros / 100)


def right(_chance: random.Random, recovery: Recovery, symptom: str, hour: float) -> int:
    """No noise."""
    return recovery.grade(symptom, hour)


IN_RANGE: Report = partial(phased, in_range)
BRIEF: Report = partial(phased, brief)
FREE: Report = partial(phased, free)
