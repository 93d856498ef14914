"""The whole status of one treatment at one moment."""

import datetime as dt
from collections.abc import Mapping

from meso_cli.model.case import Case
from meso_cli.model.guide import Guide, Phase, Symptom
from meso_cli.model.records import HOUR, Record, Treatment, elapsed
from meso_cli.model.settings import Settings
from meso_cli.model.status import Other, Status, SymptomState, Trend
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.recovery.ahead import either, gravest
from meso_cli.recovery.care import care_states
from meso_cli.recovery.changes import changes
from meso_cli.recovery.checks import in_follow_up, last_entry_at, not_checked, overdue, silence, unjudged
from meso_cli.recovery.restrictions import restriction_states
from meso_cli.signs.course import Course
from meso_cli.signs.evaluate import Findings, courses, evaluate, standing
from meso_cli.signs.logs import Logs, Series, series_by_item


def status(case: Case, settings: Settings, view: Viewpoint) -> Status:
    """Everything true of the case's treatment, seen from `view`.

    All entries given count: to look back, pass those observed until then, and what is dated after
    the clock in the record's `ahead`. Times in the answer stand in the zone of the viewpoint.
    """
    record, guide = case.record, case.guide
    treatment, at = record.treatment, view.now
    instant = at.astimezone(dt.UTC)
    day = treatment.day(at, settings.day_start)
    logs = series_by_item(treatment, record.entries)
    normal = courses(record, guide)
    findings = _findings(record, guide, logs, instant)
    warnings = standing(findings, guide, record.acknowledgements, treatment.history)
    restrictions = restriction_states(record, guide, logs, warnings, at)
    followed = in_follow_up(record, guide, day, warnings, instant)
    return Status(
        view=view,
        treatment=treatment,
        guide=guide.id,
        guide_version=guide.version,
        day=day,
        elapsed_hours=treatment.hours(at),
        phase=phase_on(guide, day),
        last_entry_at=last_entry_at(record),
        assumed=assumed(treatment),
        restrictions=restrictions,
        care=care_states(record, guide, settings.day_start, at),
        symptoms=tuple(
            symptom_state(symptom, logs.get(symptom.id, ()), normal[symptom.id], guide)
            for symptom in guide.symptoms.values()
        ),
        warnings=warnings,
        not_checked=not_checked(record, guide, logs, normal, restrictions, day, followed, instant),
        silence=silence(record, guide, logs, warnings, followed, instant),
        changes=changes(guide, logs, restrictions, view),
        in_follow_up=followed,
        overdue=overdue(record, guide, followed, instant),
        ahead=record.ahead,
        unjudged=unjudged(record, guide, logs),
    )


def _findings(record: Record, guide: Guide, logs: Logs, instant: dt.datetime) -> Findings:
    """Every rule's findings; entries ahead of the clock may add one."""
    known = evaluate(record, guide, logs, instant)
    if not record.ahead:
        return known
    together = series_by_item(record.treatment, (*record.entries, *gravest(record.ahead)))
    return either(known, evaluate(record, guide, together, instant))


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


def symptom_state(symptom: Symptom, series: Series, course: Course, guide: Guide) -> SymptomState:
    """A symptom's latest value; what was normal is taken at its own hour."""
    if not series:
        return SymptomState(symptom.id, None, None, None, "unknown")
    last = series[-1]
    return SymptomState(
        symptom.id,
        last.value,
        last.at,
        course.expected_max(last.hours),
        trend(series, guide.rules.trend_within),
    )


def trend(series: Series, within: float) -> Trend:
    """The last two logs compared, where they lie within so many hours of each other."""
    if len(series) < 2 or series[-1].at - series[-2].at > within * HOUR:
        return "unknown"
    change = series[-1].value - series[-2].value
    return "rising" if change > 0 else "falling" if change < 0 else "steady"


def as_other(other: Status) -> Other:
    """Another open treatment's status in a line: its next lift, its warnings, what nothing could judge."""
    ahead = (state.until for state in other.restrictions if state.kind == "rule" and state.until)
    next_lift = min((until for until in ahead if elapsed(other.at, until) > 0 * HOUR), default=None)
    return Other(other.treatment.name, other.day, next_lift, other.warnings, other.overdue, other.unjudged)
