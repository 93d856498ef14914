"""The same people asked: all thirteen symptoms, or what the guided check-in asks; they answer rightly."""

from collections.abc import Iterator

from meso_cli.model.guide import Guide
from meso_cli.model.records import Record
from meso_cli.recovery.asking import asking
from tests.core.recoveries import case, seen
from tests.models.complications import Patient
from tests.models.counting import SYMPTOMS_ALONE, with_log
from tests.models.courses import SYMPTOMS
from tests.models.diaries import Log


def all_asked(patient: Patient) -> Iterator[Log]:
    """Every symptom graded at every log: what was left out of the diary was 0."""
    for hour, grades in patient.diary:
        yield hour, {symptom: grades.get(symptom, 0) for symptom in SYMPTOMS}


def as_asked(patient: Patient, guide: Guide = SYMPTOMS_ALONE) -> Iterator[Log]:
    """At each log the symptoms that the check-in asks about then, and nothing else."""
    record = Record(patient.person.treatment)
    for hour, grades in patient.diary:
        answers = {symptom: grades.get(symptom, 0) for symptom in _asked(record, hour, guide)}
        yield hour, answers
        record = with_log(record, hour, answers)


def _asked(record: Record, hour: float, guide: Guide) -> tuple[str, ...]:
    """The symptoms that are asked about, one by one or together: what the check-in itself works out."""
    found = asking(seen(record, hour, guide), case(record, guide))
    return (*found.one_by_one, *found.together)
