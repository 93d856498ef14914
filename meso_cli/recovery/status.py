"""The whole status of one treatment at one moment."""

from collections.abc import Mapping

from meso_cli.model.case import Case
from meso_cli.model.guide import Guide, Phase, Symptom
from meso_cli.model.records import HOUR, Treatment, elapsed
from meso_cli.model.settings import Settings
from meso_cli.model.status import Other, Status, SymptomState, Trend
from meso_cli.model.tiers import reaches
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.recovery.assessment import Assessment, assess
from meso_cli.recovery.care import care_states
from meso_cli.recovery.changes import changes
from meso_cli.recovery.checks import not_checked, overdue, silence, unrecognised
from meso_cli.recovery.restrictions import restriction_states
from meso_cli.signs.logs import Series


def status(case: Case, settings: Settings, view: Viewpoint) -> Status:
    """Everything true of the case's treatment, seen from `view`.

    All entries given count: to look back, pass those observed until then, and what is dated after
    the clock in the record's `future_dated`. Times in the answer stand in the zone of the viewpoint.
    """
    assessed = assess(case, settings, view)
    record, guide, treatment = case.record, case.guide, case.treatment
    restrictions = restriction_states(assessed)
    return Status(
        view=view,
        treatment=treatment,
        guide=guide.id,
        guide_version=guide.version,
        day=assessed.day,
        elapsed_hours=assessed.hours,
        phase=phase_on(guide, assessed.day),
        last_entry_at=assessed.last_entry_at,
        assumed=assumed(treatment),
        restrictions=restrictions,
        care=care_states(assessed, settings.day_start),
        symptoms=tuple(symptom_state(symptom, assessed) for symptom in guide.symptoms.values()),
        warnings=assessed.warnings,
        not_checked=not_checked(assessed, restrictions),
        silence=silence(assessed),
        changes=changes(assessed, restrictions),
        in_follow_up=assessed.followed,
        overdue=overdue(assessed),
        future_dated=record.future_dated,
        unrecognised=unrecognised(assessed),
    )


def phase_on(guide: Guide, day: int) -> Phase:
    """The last phase that has begun by that recovery day."""
    return [phase for phase in guide.phases if phase.from_day <= day][-1]


def assumed(treatment: Treatment) -> tuple[str, ...]:
    """The facts that shape the rules and were not recorded."""
    asked: Mapping[str, object] = {
        "area": treatment.area,
        "device": treatment.device,
        "depth_mm": treatment.depth_mm,
        "skin_type": treatment.skin_type,
    }
    return tuple(name for name, value in asked.items() if value is None)


def symptom_state(symptom: Symptom, assessed: Assessment) -> SymptomState:
    """A symptom's latest value; what was normal is taken at its own hour."""
    series = assessed.logs.get(symptom.id)
    if not series:
        return SymptomState(symptom.id, None, None, None, "unknown")
    last = series[-1]
    usual = assessed.scene.courses[symptom.id].expected_max(last.hours)
    return SymptomState(
        symptom.id, last.value, last.at, usual, trend(series, assessed.guide.rules.trend_within)
    )


def trend(series: Series, within: float) -> Trend:
    """The last two logs compared, where they lie within so many hours of each other."""
    if len(series) < 2 or series[-1].at - series[-2].at > within * HOUR:
        return "unknown"
    change = series[-1].value - series[-2].value
    return "rising" if change > 0 else "falling" if change < 0 else "steady"


def with_others(found: Status, others: tuple[Other, ...], guide: Guide) -> Status:
    """The status with the other open treatments. What is grave in one of them makes everything wait.

    It is one person who has to be seen; which treatment the sign was logged for does not matter.
    """
    grave = any(reaches(row.tier, guide.rules.hold_all_from) for other in others for row in other.warnings)
    if not grave:
        return found._replace(others=others)
    held = tuple(state._replace(not_now=True) for state in found.restrictions)
    values = tuple(change for change in found.changes if change.kind == "value")
    return found._replace(others=others, restrictions=held, changes=values)


def as_other(other: Status) -> Other:
    """Another treatment's status in a line: its next lift, its warnings, what nothing could judge."""
    ahead = (state.until for state in other.restrictions if state.kind == "rule" and state.until)
    next_lift = min((until for until in ahead if elapsed(other.at, until) > 0 * HOUR), default=None)
    is_open = not other.treatment.has_ended(other.at)
    overdue = other.overdue and is_open
    return Other(
        other.treatment.name, other.day, next_lift, other.warnings, overdue, other.unrecognised, is_open
    )
