"""The promise on a small group: few false alarms, and infections found in time.

The seed is fixed, so that nothing here is left to chance. What is allowed is the goal and three
standard deviations of so few people. A change that shuffles them passes; a change that makes every
invented mild symptom an alarm, or finds a third of the slow infections in time instead of half, fails.
The goals themselves are judged on thousands (`python -m tests.models`, `tests/full`).
"""

import math

import pytest

from tests.models.__main__ import SEED
from tests.models.counting import share_within
from tests.models.guided import all_asked, as_asked
from tests.models.rows import AIMED, DETECTIONS, PROMISED, Aim, AlarmRow, DetectionRow
from tests.models.simulating import alarms, detections
from tests.models.table import DAY, goals_of

PEOPLE = 160
SPREADS = 3


def spread(percent: float) -> float:
    """So far the share in so few people may lie from the goal, in percent."""
    return SPREADS * math.sqrt(percent * (100 - percent) / PEOPLE)


@pytest.mark.parametrize("row", PROMISED, ids=lambda row: row.name)
def test_a_normal_recovery_seldom_alarms(row: AlarmRow) -> None:
    """However the grades are wrong, few see more than a watch in four weeks; nobody if all are right."""
    assert row.at_most is not None
    assert alarms(row, PEOPLE, SEED).above_watch <= row.at_most + spread(row.at_most)


@pytest.mark.parametrize(("row", "aim"), AIMED, ids=lambda value: getattr(value, "name", ""))
def test_an_infection_is_found_within_a_day(row: DetectionRow, aim: Aim) -> None:
    """With all symptoms graded, and with the check-in's questions, as far as that is promised."""
    full = detections(row, all_asked, PEOPLE, SEED) if aim.at_least else ()
    guided = detections(row, as_asked, PEOPLE, SEED) if any(aim[2:]) else ()
    for words, reached, least in goals_of(aim, full, guided):
        assert reached >= least - spread(least), words


def test_the_check_in_finds_no_more_than_is_there_to_answer() -> None:
    """What is not asked is not known: by its questions alone no more infections are found, and some are."""
    row = next(row for row in DETECTIONS if row.name == "infection")
    full, guided = (
        share_within(DAY, "urgent", detections(row, by, 40, SEED)) for by in (all_asked, as_asked)
    )
    assert 0 < guided <= full
