"""The goals of the simulated recoveries, on as many people as the table of the README."""

import pytest

from tests.models.__main__ import main
from tests.models.rows import ALARMS, DETECTIONS

PROMISED = [row.name for row in ALARMS if row.at_most is not None]
AIMED = [row.name for row in DETECTIONS if any(aim.at_least is not None for aim in row.aims)]


@pytest.mark.parametrize("name", [*PROMISED, *AIMED])
def test_the_goal_is_met(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Few false alarms, and infections found within a day: `python -m tests.models` ends with 0."""
    code = main(["--only", name, "--processes", "1"])
    assert code == 0, capsys.readouterr().out
