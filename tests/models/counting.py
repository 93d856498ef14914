"""What the rules make of a diary: false alarms over four weeks, and how soon a complication is seen."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from meso_cli.model.guide import Guide
from meso_cli.model.records import Entry, Observation, Record
from meso_cli.model.tiers import TIERS, Tier, reaches
from meso_cli.signs.evaluate import evaluate, standing
from meso_cli.signs.logs import Series, series_by_item
from meso_cli.signs.scene import scene_of
from tests.core.recoveries import GUIDE
from tests.models.complications import Patient
from tests.models.diaries import Grades, Log
from tests.models.people import Person

SYMPTOMS_ALONE = GUIDE._replace(
    restrictions={},
    signs={},
    care={},
    combinations={id: row for id, row in GUIDE.combinations.items() if row.kind in ("again", "several")},
)
"""The guide without what can say nothing here, where nobody reports a sign: a third faster."""
FOLLOWED = 120
"""Hours from the moment a complication is due within which it counts as seen at all."""


def with_log(record: Record, hour: float, grades: Grades) -> Record:
    """The record with one entry more."""
    observations = tuple(Observation(symptom, grade) for symptom, grade in grades.items())
    entry = Entry(len(record.entries) + 1, "", record.treatment.moment(hour), observations)
    return record._replace(entries=(*record.entries, entry))


def tiers_after_logs(
    person: Person, diary: Iterable[Log], begin: float = 0, guide: Guide = SYMPTOMS_ALONE
) -> Iterator[tuple[float, frozenset[Tier]]]:
    """The hour of each log from `begin` on, and the tiers of the warnings that stand at its moment."""
    record = Record(person.treatment)
    series: dict[str, Series] = {}
    for hour, grades in diary:
        record = with_log(record, hour, grades)
        entry = record.entries[-1]
        for item, logs in series_by_item(record.treatment, (entry,)).items():
            series[item] = (*series.get(item, ()), *logs)
        if hour >= begin:
            warnings = standing(evaluate(scene_of(record.treatment, guide, series), entry.at), guide)
            yield hour, frozenset(warning.tier for warning in warnings)


def tiers_met(person: Person, diary: Iterable[Log]) -> frozenset[Tier]:
    """Every tier of which a warning stood after any of the logs."""
    return frozenset(tier for _, tiers in tiers_after_logs(person, diary) for tier in tiers)


class Detection(NamedTuple):
    """Hours from the moment a complication is due to the person's first log (infinite: none in five
    days), and to the first log after which a warning of a tier or above it stood.
    """

    first_log: float
    reached: Mapping[Tier, float]


def detect(patient: Patient, diary: Iterable[Log]) -> Detection:
    """How soon it is seen by this diary. What stood before it was due, and still does, counts."""
    first_log, reached = math.inf, dict.fromkeys(TIERS, math.inf)
    for hour, tiers in tiers_after_logs(patient.person, diary, patient.due):
        delay = hour - patient.due
        if delay > FOLLOWED or reached["urgent"] < math.inf:
            break
        first_log = min(first_log, delay)
        for floor in TIERS:
            if any(reaches(tier, floor) for tier in tiers):
                reached[floor] = min(reached[floor], delay)
    return Detection(first_log, reached)


def share_within(hours: float, tier: Tier, detections: Sequence[Detection]) -> float:
    """The share seen by then, of those who logged at all by then."""
    logged = [found for found in detections if found.first_log <= hours]
    return _share([found.reached[tier] <= hours for found in logged])


def share_ever(tier: Tier, detections: Sequence[Detection]) -> float:
    """The share seen within five days, of all, whether they logged or not."""
    return _share([found.reached[tier] < math.inf for found in detections])


def _share(which: Sequence[bool]) -> float:
    return sum(which) / len(which) if which else math.nan
