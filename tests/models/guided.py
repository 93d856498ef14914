"""The same people asked: all thirteen symptoms, or what the guided check-in asks; they answer rightly."""

from collections.abc import Iterator

from meso_cli.model.records import Record
from meso_cli.recovery.asking import asking
from tests.core.recoveries import case as case_of
from tests.core.recoveries import seen
from tests.models.complications import Case
from tests.models.counting import with_log
from tests.models.courses import SYMPTOMS
from tests.models.diaries import Log


def all_asked(case: Case) -> Iterator[Log]:
    """Every symptom graded at every log: what was left out of the diary was 0."""
    for hour, grades in case.diary:
        yield hour, {symptom: grades.get(symptom, 0) for symptom in SYMPTOMS}


def as_asked(case: Case) -> Iterator[Log]:
    """At each log what the check-in asks then, and nothing else."""
    record = Record(case.person.treatment)
    for hour, grades in case.diary:
        answers = {symptom: grades.get(symptom, 0) for symptom in _asked(record, hour)}
        yield hour, answers
        record = with_log(record, hour, answers)


def _asked(record: Record, hour: float) -> tuple[str, ...]:
    """The symptoms that are asked about, one by one or together."""
    found = asking(seen(record, hour), case_of(record))
    return (*found.one_by_one, *found.together)
