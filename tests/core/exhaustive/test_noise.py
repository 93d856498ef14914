"""What somebody sees who misjudges a grade now and then."""

import random

from meso_cli.model.tiers import reaches
from tests.core.recoveries import noisy_recovery, record, tiers

WRONG = 0.05
SIMULATED = 400


def test_a_little_noise_seldom_alarms() -> None:
    """Grades that are off by one now and then: fewer than 3 % see more than a watch at any log."""
    chance = random.Random(20261123)
    alarmed = 0
    for _ in range(SIMULATED):
        treated, log = noisy_recovery(chance, WRONG)
        moments = list(log)
        alarmed += any(
            any(
                reaches(tier, "contact")
                for tier in tiers(
                    record(treated, {moment: log[moment] for moment in moments[:number]}), hours
                ).values()
            )
            for number, hours in enumerate(moments, 1)
        )
    assert alarmed / SIMULATED < 0.03, f"{alarmed} of {SIMULATED}"
