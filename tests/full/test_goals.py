"""The goals of the simulated recoveries, on as many people as the table of the README."""

import pytest

from tests.models.__main__ import PEOPLE, SEED
from tests.models.counting import share_within
from tests.models.guided import all_asked
from tests.models.rows import AIMED, PROMISED, Aim, AlarmRow, DetectionRow
from tests.models.simulating import alarms, detections
from tests.models.table import DAY


@pytest.mark.parametrize("row", PROMISED, ids=lambda row: row.name)
def test_few_normal_recoveries_alarm(row: AlarmRow) -> None:
    """The share of people who ever see more than a watch is at most the goal."""
    assert row.at_most is not None
    assert alarms(row, PEOPLE, SEED).above_watch <= row.at_most


@pytest.mark.parametrize(("row", "aim"), AIMED, ids=lambda value: getattr(value, "name", ""))
def test_infections_are_found_within_a_day(row: DetectionRow, aim: Aim) -> None:
    """With all symptoms graded, at least the goal of those who log within a day of its being due."""
    assert aim.at_least is not None
    found = detections(row, all_asked, PEOPLE, SEED)
    assert 100 * share_within(DAY, aim.tier, found) >= aim.at_least
