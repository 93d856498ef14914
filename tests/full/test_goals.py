"""The goals of the simulated recoveries, on as many people as the table of the README."""

import pytest

from tests.models.__main__ import PEOPLE, SEED
from tests.models.guided import all_asked, as_asked
from tests.models.rows import AIMED, PROMISED, Aim, AlarmRow, DetectionRow
from tests.models.simulating import alarms, detections
from tests.models.table import goals_of


@pytest.mark.parametrize("row", PROMISED, ids=lambda row: row.name)
def test_few_normal_recoveries_alarm(row: AlarmRow) -> None:
    """The share of people who ever see more than a watch is at most the goal."""
    assert row.at_most is not None
    assert alarms(row, PEOPLE, SEED).above_watch <= row.at_most


@pytest.mark.parametrize(("row", "aim"), AIMED, ids=lambda value: getattr(value, "name", ""))
def test_infections_are_found_in_time(row: DetectionRow, aim: Aim) -> None:
    """At least the goals: with all symptoms graded, and with what the check-in asks."""
    full, guided = (detections(row, by, PEOPLE, SEED) for by in (all_asked, as_asked))
    for words, reached, least in goals_of(aim, full, guided):
        assert reached >= least, words
