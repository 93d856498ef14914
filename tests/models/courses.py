"""How each symptom of a normal recovery comes and goes, hour by hour.

The numbers are drawn from the ranges of the guide's evidence, not from patients. Hours count from
the end of the treatment.
"""

import random
from bisect import bisect_right
from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from tests.models.people import Person, draw, draw_person

Steps = tuple[tuple[float, int], ...]
"""From this hour on, this grade; in the order of the hours, 0 before the first."""
Draw = Callable[[random.Random], float]
Population = Literal["wide", "narrow"]


class Recovery(NamedTuple):
    """A person and the true course of each symptom that they have."""

    person: Person
    courses: Mapping[str, Steps]

    def grade(self, symptom: str, hour: float) -> int:
        """How strong the symptom truly is at that hour, 0 to 3."""
        steps = self.courses.get(symptom, ())
        place = bisect_right(steps, hour, key=lambda step: step[0])
        return steps[place - 1][1] if place else 0


def draw_recovery(chance: random.Random, population: Population) -> Recovery:
    """A person and a normal recovery of theirs."""
    person = draw_person(chance)
    courses = {}
    if chance.random() < REDNESS_SHARE:
        courses["redness"] = _redness(chance, person, population)
    for symptom, shape in _shapes(person).items():
        if chance.random() < shape.share:
            courses[symptom] = _course(chance, shape)
    return Recovery(person, courses)


def uniform(least: float, most: float) -> Draw:
    """Any number between the two, all alike."""
    return lambda chance: chance.uniform(least, most)


def triangular(least: float, likeliest: float, most: float) -> Draw:
    """Any number between the outer two, most often near the middle one."""
    return lambda chance: chance.triangular(least, most, likeliest)


class Drawn(NamedTuple):
    """What is drawn so far of one person's symptom, in hours, for what depends on it."""

    chance: random.Random
    begin: float
    end: float
    rise: float = 0

    def between(self, least: float, most: float) -> float:
        """Any number between the two, drawn for this person."""
        return self.chance.uniform(least, most)


class Shape(NamedTuple):
    """How one symptom goes, if a person has it: the `share` of them who do.

    Grade 1 from the hour it `begins` to the hour it `ends`. In the share `moderate` it is 2 in
    between, from the hour it `rises` to the hour it `falls`; it then ends at least `fades` hours after
    the fall.
    """

    share: float
    begins: Draw
    ends: Draw
    moderate: float = 0
    rises: Callable[[Drawn], float] = lambda it: it.begin
    falls: Callable[[Drawn], float] = lambda it: it.end
    fades: float = 0


def _at_once(_chance: random.Random) -> float:
    return 0


def _swelling_rises(it: Drawn) -> float:
    """At once; in 30 % only in the first night."""
    return it.chance.triangular(4, 20, 12) if it.chance.random() < 0.30 else it.begin


SHAPES: Mapping[str, Shape] = {
    "swelling": Shape(
        0.60, _at_once, triangular(8, 40, 71), 0.35, _swelling_rises,
        lambda it: max(it.rise + 1, min(it.end * it.between(0.4, 0.8), 47)), fades=1,
    ),
    "warmth": Shape(
        0.70, _at_once, triangular(4, 24, 48), 0.40, falls=lambda it: it.end * it.between(0.3, 0.6)
    ),
    "tightness": Shape(
        0.70, _at_once, triangular(18, 48, 166), 0.40,
        falls=lambda it: min(it.end * it.between(0.3, 0.6), 72),
    ),
    "pain": Shape(
        0.70, _at_once, triangular(2, 20, 48), 0.30,
        falls=lambda it: min(it.end * it.between(0.2, 0.6), 22),
    ),
    "bleeding": Shape(0.60, _at_once, triangular(0.2, 1, 24)),
    "bruising": Shape(
        0.25, uniform(0, 44), triangular(60, 120, 240), 0.40,
        lambda it: min(it.begin + it.between(2, 24), 70),
        lambda it: max(71, it.end * it.between(0.5, 0.8)), fades=2,
    ),
    "flaking": Shape(
        0.80, triangular(24, 54, 80), triangular(90, 144, 238), 0.45,
        lambda it: min(it.begin + it.between(8, 36), it.end * 0.8),
        lambda it: it.end * it.between(0.82, 0.95),
    ),
    "itching": Shape(
        0.50, triangular(24, 60, 96), triangular(100, 120, 166), 0.30,
        lambda it: min(it.begin + it.between(6, 24), 100),
        lambda it: max(101, it.end - it.between(6, 30)), fades=2,
    ),
    "sensitivity": Shape(
        0.80, _at_once, triangular(24, 72, 166), 0.45,
        falls=lambda it: min(it.end * it.between(0.3, 0.6), 72),
    ),
    "scabs": Shape(
        0.20, uniform(20, 70), triangular(96, 160, 238), 0.25,
        lambda it: it.begin + it.between(4, 20),
        lambda it: min(166, max(it.begin + 30, it.end * it.between(0.5, 0.8))), fades=2,
    ),
    "breakouts": Shape(
        0.20, uniform(48, 160), triangular(180, 240, 650), 0.25,
        lambda it: it.begin + it.between(10, 40),
        lambda it: min(238, max(it.begin + 45, it.end * 0.6)), fades=2,
    ),
    "glands": Shape(0.06, uniform(20, 70), triangular(90, 120, 166)),
}  # fmt: skip  # a row reads as: who has it, from when, until when, how many moderately and in between when
DEEP_SHAPES = {"bruising": SHAPES["bruising"]._replace(share=0.50)}
RF_SHAPES = {
    "sensitivity": SHAPES["sensitivity"]._replace(ends=triangular(24, 72, 320)),
    "scabs": SHAPES["scabs"]._replace(share=0.46),
}
SYMPTOMS = ("redness", *SHAPES)

REDNESS_SHARE = 0.98
# How strong redness gets at its peak: grade and its share.
REDNESS_LIGHT = {1: 60, 2: 35, 3: 5}
REDNESS_DEEP_OR_RF = {1: 5, 2: 45, 3: 50}
REDNESS = {1: 15, 2: 50, 3: 35}
# When it ends: after light needling, as usual, or long.
LIGHT_ENDS = triangular(4, 24, 48)
USUAL_ENDS = triangular(20, 48, 72)
LONG_ENDS = triangular(72, 96, 160)
USUAL_SHARE = 0.70
USUAL_SHARE_SLOW_OR_RF = 0.50
NARROW_MILD_ENDS = 72


def _shapes(person: Person) -> Mapping[str, Shape]:
    return {**SHAPES, **(DEEP_SHAPES if person.deep else {}), **(RF_SHAPES if person.rf else {})}


def _course(chance: random.Random, shape: Shape) -> Steps:
    it = Drawn(chance, shape.begins(chance), shape.ends(chance))
    if chance.random() >= shape.moderate:
        return _in_order((it.begin, 1), (it.end, 0))
    it = it._replace(rise=shape.rises(it))
    fall = shape.falls(it)
    return _in_order((it.begin, 1), (it.rise, 2), (fall, 1), (max(it.end, fall + shape.fades), 0))


def _redness(chance: random.Random, person: Person, population: Population) -> Steps:
    """The redness of those who have it; `narrow`: of nobody both mild and longer than three days."""
    peak, end = _redness_peak(chance, person), _redness_end(chance, person)
    if population == "narrow" and peak == 1 and end > NARROW_MILD_ENDS:
        peak = 2
    steps = [(0.0, peak)]
    if peak == 3:
        to_moderate = chance.triangular(8, 48 if person.slow else 24, 16)
        steps.append((min(to_moderate, 0.6 * end), 2))
    if peak >= 2:
        to_mild = max(steps[-1][0] + 2, chance.triangular(18, 72, 40))
        steps.append((min(to_mild, end - 1), 1))
    return _in_order(*steps, (end, 0))


def _redness_peak(chance: random.Random, person: Person) -> int:
    if person.light:
        return draw(chance, REDNESS_LIGHT)
    return draw(chance, REDNESS_DEEP_OR_RF if person.deep or person.rf else REDNESS)


def _redness_end(chance: random.Random, person: Person) -> float:
    if person.light:
        return LIGHT_ENDS(chance)
    usual = USUAL_SHARE_SLOW_OR_RF if person.slow or person.rf else USUAL_SHARE
    return USUAL_ENDS(chance) if chance.random() < usual else LONG_ENDS(chance)


def _in_order(*steps: tuple[float, int]) -> Steps:
    """By the hour; steps of one hour stay as given, so that the later one holds."""
    return tuple(sorted(steps, key=lambda step: step[0]))
