"""What the rules look at."""

from collections.abc import Iterable, Mapping

from meso_cli.model.guide import Guide
from meso_cli.model.records import Treatment
from meso_cli.model.status import Finding, Outcome
from meso_cli.model.tiers import Tier, reaches
from meso_cli.signs.course import Course, course_of
from meso_cli.signs.logs import Logs
from meso_cli.signs.modifiers import known
from meso_cli.values import NamedTuple

Findings = Mapping[str, tuple[Finding, ...]]


class Scene(NamedTuple):
    """What the rules look at: logs, courses and the findings made so far, by subject.

    `history` and `modifiers` are what is known of the treatment.
    """

    guide: Guide
    history: tuple[str, ...]
    modifiers: frozenset[str]
    logs: Logs
    courses: Mapping[str, Course]
    findings: Mapping[str, tuple[Finding, ...]] = {}

    def outcome(self, subject: str) -> Outcome:
        """Triggered if any finding about the subject is; unknown if none could be made."""
        outcomes = {finding.outcome for finding in self.findings.get(subject, ())}
        if Outcome.TRIGGERED in outcomes:
            return Outcome.TRIGGERED
        return Outcome.CLEAR if Outcome.CLEAR in outcomes else Outcome.UNKNOWN

    def triggered(self, subjects: Iterable[str], floor: Tier = "watch") -> tuple[Finding, ...]:
        """The findings about these subjects that stand, from the tier `floor` up."""
        return tuple(
            finding
            for subject in subjects
            for finding in self.findings.get(subject, ())
            if finding.outcome is Outcome.TRIGGERED and reaches(finding.tier, floor)
        )


def scene_of(treatment: Treatment, guide: Guide, logs: Logs) -> Scene:
    """A treatment with its logs, before anything was found."""
    modifiers = known(treatment, guide)
    courses = {symptom.id: course_of(symptom, modifiers) for symptom in guide.symptoms.values()}
    return Scene(guide, treatment.history, modifiers, logs, courses)
