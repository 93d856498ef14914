"""The generator draws what its README says, and the rules keep their promise on a few hundred people."""

import math
import random
from collections import Counter

import pytest

from tests.core.recoveries import GUIDE
from tests.models.complications import INFECTION, draw_patient
from tests.models.counting import SYMPTOMS_ALONE, tiers_after_logs
from tests.models.courses import SYMPTOMS, Recovery, draw_recovery
from tests.models.diaries import USUAL, keep_diary
from tests.models.guided import as_asked
from tests.models.noise import BRIEF, FREE, IN_RANGE, Report, in_range, right

PEOPLE = 1500
SPREADS = 4
"""So many standard deviations of a share: one run in some ten thousand would pass them."""
HOURS = (1, 12, 30, 50, 70, 100, 130, 160, 200)
PRESENT = {
    "redness": (98, 97, 90, 58, 37, 23, 6, 0, 0),
    "swelling": (60, 60, 46, 14, 0, 0, 0, 0, 0),
    "warmth": (70, 66, 22, 0, 0, 0, 0, 0, 0),
    "tightness": (71, 71, 69, 54, 37, 17, 5, 0, 0),
    "pain": (70, 61, 17, 0, 0, 0, 0, 0, 0),
    "bleeding": (58, 16, 0, 0, 0, 0, 0, 0, 0),
    "bruising": (1, 9, 22, 33, 33, 28, 18, 10, 2),
    "flaking": (0, 0, 2, 33, 74, 79, 64, 35, 8),
    "itching": (0, 0, 1, 13, 37, 50, 21, 1, 0),
    "sensitivity": (80, 80, 79, 72, 56, 29, 11, 3, 2),
    "scabs": (0, 0, 5, 14, 23, 23, 20, 13, 3),
    "breakouts": (0, 0, 0, 0, 4, 9, 14, 20, 19),
    "glands": (0, 0, 1, 4, 6, 6, 2, 0, 0),
}
"""Percent of all people in whom a symptom is there at the hours above."""


@pytest.fixture(scope="module")
def recoveries() -> list[Recovery]:
    """Normal recoveries of the usual mix of people."""
    return [draw_recovery(random.Random(f"models {number}"), "wide") for number in range(PEOPLE)]


def spread(percent: float, people: int) -> float:
    """How far a share in so many people may lie from the true one, in percent."""
    share = min(max(percent / 100, 0.005), 0.995)
    return 100 * SPREADS * math.sqrt(share * (1 - share) / people)


@pytest.mark.parametrize("symptom", PRESENT)
def test_symptoms_come_and_go_as_described(recoveries: list[Recovery], symptom: str) -> None:
    """At each of these hours about as many people have the symptom as the evidence's ranges give."""
    for hour, expected in zip(HOURS, PRESENT[symptom], strict=True):
        present = 100 * sum(of.grade(symptom, hour) > 0 for of in recoveries) / PEOPLE
        assert present == pytest.approx(expected, abs=0.5 + spread(expected, PEOPLE)), hour


def test_people_are_mixed_as_described(recoveries: list[Recovery]) -> None:
    """Deep 32 %, slow 46 %, light 7 %."""
    for trait, expected in (("deep", 32), ("slow", 46), ("light", 7)):
        share = 100 * sum(getattr(of.person, trait) for of in recoveries) / PEOPLE
        assert share == pytest.approx(expected, abs=spread(expected, PEOPLE)), trait


def test_people_log_as_described(recoveries: list[Recovery]) -> None:
    """24.5 logs a person on 16.7 days, 5.4 grades a log, 4.0 of them zeros."""
    chance = random.Random("models: logs")
    diaries = [keep_diary(chance, of, USUAL, right) for of in recoveries[:500]]
    days = [{hour // 24 for hour, _ in diary} for diary in diaries]
    written = [grades for diary in diaries for _, grades in diary]
    assert sum(map(len, diaries)) / len(diaries) == pytest.approx(24.5, abs=0.8)
    assert sum(map(len, days)) / len(days) == pytest.approx(16.7, abs=0.4)
    assert sum(map(len, written)) / len(written) == pytest.approx(5.4, abs=0.6)
    assert sum(not grade for grades in written for grade in grades.values()) / len(written) == pytest.approx(
        4.0, abs=0.6
    )


def test_noise_by_phase_is_half_up_and_half_down(recoveries: list[Recovery]) -> None:
    """In the first two days 15 % of the grades are one too high and as many one too low."""
    chance, moved = random.Random("models: noise"), Counter[int]()
    for of in recoveries:
        grade = of.grade("redness", 10)
        moved[FREE(chance, of, "redness", 10) - grade] += grade in (1, 2)
    for up_or_down in (1, -1):
        assert 100 * moved[up_or_down] / moved.total() == pytest.approx(15, abs=spread(15, moved.total()))


@pytest.mark.parametrize(("report", "from_hour"), [(IN_RANGE, 0), (BRIEF, 48)])
def test_noise_keeps_within_the_evidence(
    recoveries: list[Recovery], report: Report, from_hour: float
) -> None:
    """In range: never above what the evidence calls normal; brief: not from the third day on."""
    chance = random.Random("models: caps")
    for of in recoveries[:300]:
        hour = chance.uniform(from_hour, 400)
        for symptom in SYMPTOMS:
            assert report(chance, of, symptom, hour) <= in_range(of, symptom, hour, 0), (symptom, hour)


def test_the_shorter_guide_judges_as_the_whole_one(recoveries: list[Recovery]) -> None:
    """What is left out to be faster changes no warning and no question about a symptom."""
    chance = random.Random("models: guide")
    for of in recoveries[:12]:
        diary = keep_diary(chance, of, USUAL, FREE)
        whole, shorter = (
            tiers_after_logs(of.person, diary, guide=guide) for guide in (GUIDE, SYMPTOMS_ALONE)
        )
        assert list(whole) == list(shorter)
        patient = draw_patient(chance, INFECTION)
        assert list(as_asked(patient, GUIDE)) == list(as_asked(patient))
