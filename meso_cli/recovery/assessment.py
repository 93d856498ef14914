"""What the rules make of a case at one moment: what each part of a status is worked out from."""

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from meso_cli.model.case import Case
from meso_cli.model.guide import Guide
from meso_cli.model.records import HOUR, Entry, Record, elapsed
from meso_cli.model.settings import Settings
from meso_cli.model.status import Status, WarningSign
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.recovery.ahead import either, gravest
from meso_cli.signs.course import Course
from meso_cli.signs.evaluate import courses, evaluate, standing
from meso_cli.signs.logs import Logs, series_by_item


class Assessment(NamedTuple):
    """A case seen from a viewpoint, judged.

    `logs` are what was observed, `ahead` the gravest of what is dated after the clock; `followed`:
    check-ins belong to that moment.
    """

    case: Case
    view: Viewpoint
    day: int
    logs: Logs
    ahead: Logs
    courses: Mapping[str, Course]
    warnings: tuple[WarningSign, ...]
    followed: bool

    @property
    def guide(self) -> Guide:
        """The treatment's own guide."""
        return self.case.guide

    @property
    def record(self) -> Record:
        """What was recorded."""
        return self.case.record

    @property
    def instant(self) -> dt.datetime:
        """The moment in UTC, as the logs have theirs."""
        return self.view.now.astimezone(dt.UTC)

    @property
    def hours(self) -> float:
        """Elapsed hours since the treatment."""
        return self.case.treatment.hours(self.view.now)


def assess(case: Case, settings: Settings, view: Viewpoint) -> Assessment:
    """The logs in order, the courses, and the warnings that stand; each is worked out once."""
    record, treatment = case.record, case.treatment
    day, ahead = treatment.day(view.now, settings.day_start), gravest(record.ahead)
    logs = series_by_item(treatment, record.entries)
    warnings = _warnings(case, logs, ahead, view.now.astimezone(dt.UTC))
    return Assessment(
        case=case,
        view=view,
        day=day,
        logs=logs,
        ahead=series_by_item(treatment, ahead),
        courses=courses(record, case.guide),
        warnings=warnings,
        followed=_is_followed(case, day, warnings, view.now),
    )


def assessment_of(case: Case, status: Status) -> Assessment:
    """What a status of this case rests on, for what is asked beside it."""
    record, treatment = case.record, case.treatment
    return Assessment(
        case=case,
        view=status.view,
        day=status.day,
        logs=series_by_item(treatment, record.entries),
        ahead=series_by_item(treatment, gravest(record.ahead)),
        courses=courses(record, case.guide),
        warnings=status.warnings,
        followed=status.in_follow_up,
    )


def _warnings(
    case: Case, logs: Logs, ahead: tuple[Entry, ...], instant: dt.datetime
) -> tuple[WarningSign, ...]:
    """The warnings that stand; entries ahead of the clock may add one."""
    record, guide = case.record, case.guide
    findings = evaluate(record, guide, logs, instant)
    if ahead:
        together = series_by_item(case.treatment, (*record.entries, *ahead))
        findings = either(findings, evaluate(record, guide, together, instant))
    return standing(findings, guide, record.acknowledgements, case.treatment.history)


def _is_followed(case: Case, day: int, warnings: tuple[WarningSign, ...], at: dt.datetime) -> bool:
    """From the treatment to its last day of follow-up or its end; longer while a warning stands."""
    ended_at = case.treatment.ended_at
    ended = ended_at is not None and elapsed(ended_at, at) >= 0 * HOUR
    return bool(warnings) or (day <= case.guide.rules.follow_up_days and not ended)
