"""One row of the table for so many people, drawn from a seed.

The n-th person of a seed is the same in every row and whatever the rules are, so that rows, and the
program with and without a change, are compared on the same people.
"""

import random
from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from functools import partial
from typing import NamedTuple, TypeVar

from meso_cli.model.tiers import Tier
from tests.models.complications import Patient, draw_patient
from tests.models.counting import Detection, detect, tiers_met
from tests.models.courses import draw_recovery
from tests.models.diaries import Log, keep_diary
from tests.models.rows import AlarmRow, DetectionRow

T = TypeVar("T")
Answers = Callable[[Patient], Iterable[Log]]
"""What a patient writes down: every symptom, or what is asked."""
AT_ONCE = 20
"""People handed to a process at a time."""


class Alarms(NamedTuple):
    """The shares of people, in percent, for whom such a warning ever stood."""

    above_watch: float
    urgent: float
    watch: float


def alarms(row: AlarmRow, people: int, seed: int, pool: Executor | None = None) -> Alarms:
    """How often a normal recovery alarms."""
    met = _each(partial(_met, row, seed), people, pool)
    return Alarms(
        *(
            100 * sum(bool(tiers & looked_for) for tiers in met) / people
            for looked_for in ({"contact", "urgent", "emergency"}, {"urgent", "emergency"}, {"watch"})
        )
    )


def detections(
    row: DetectionRow, by: Answers, people: int, seed: int, pool: Executor | None = None
) -> list[Detection]:
    """How soon each person's complication is seen by such a diary of it."""
    return _each(partial(_found, row, by, seed), people, pool)


def _met(row: AlarmRow, seed: int, number: int) -> frozenset[Tier]:
    chance = random.Random(f"{seed} {number}")
    recovery = draw_recovery(chance, row.population)
    return tiers_met(recovery.person, keep_diary(chance, recovery, row.habit, row.report))


def _found(row: DetectionRow, by: Answers, seed: int, number: int) -> Detection:
    patient = draw_patient(random.Random(f"{seed} {number}"), row.complication)
    return detect(patient, by(patient))


def _each(find: Callable[[int], T], people: int, pool: Executor | None) -> list[T]:
    return list(pool.map(find, range(people), chunksize=AT_ONCE) if pool else map(find, range(people)))
