"""The normal course of a symptom for one treatment."""

import datetime as dt

from meso_cli.model.guide import Guide, Step, Symptom
from meso_cli.model.records import Treatment
from meso_cli.model.status import Log
from meso_cli.signs.logs import Series, run_start
from meso_cli.signs.modifiers import known
from meso_cli.values import NamedTuple


class Course(NamedTuple):
    """Steps of the normal maximum grade, and from the `limit` (hours) on none."""

    steps: tuple[Step, ...]

    @property
    def limit(self) -> float:
        """The hours from which on the normal grade is 0."""
        return self.steps[-1].until

    def expected_max(self, hours: float) -> int:
        """The highest normal grade at that hour."""
        for until, grade in self.steps:
            if hours < until:
                return grade
        return 0

    def over(self, log: Log) -> int:
        """By how many grades a log lies above the course at its own hour (below: negative)."""
        return log.value - self.expected_max(log.hours)

    def run(self, series: Series) -> Series:
        """The unbroken run of logs above the course that ends in the latest; none if that is not above.

        A log inside the course ends a run, a day without a log does not.
        """
        return series[run_start(series, lambda index: self.over(series[index]) >= 1) :]


def course_of(symptom: Symptom, modifiers: frozenset[str]) -> Course:
    """The symptom's course under these modifiers; of those that lengthen the first step the longest."""
    steps = symptom.course
    for modifier, other in symptom.course_when.items():
        if modifier in modifiers:
            steps = other
    slower = [hours for modifier, hours in symptom.slower_first_step.items() if modifier in modifiers]
    if slower:
        steps = (steps[0]._replace(until=steps[0].until + max(slower)), *steps[1:])
    return Course(steps)


def expected_at(symptom: Symptom, treatment: Treatment, guide: Guide, at: dt.datetime) -> int:
    """The highest normal grade of a symptom at the aware moment `at`."""
    return course_of(symptom, known(treatment, guide)).expected_max(treatment.hours(at))
