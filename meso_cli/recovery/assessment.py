"""A case judged by the rules at one moment; the parts of a status are computed from it."""

import datetime as dt

from meso_cli.model.case import Case
from meso_cli.model.guide import Guide
from meso_cli.model.records import Record
from meso_cli.model.settings import Settings
from meso_cli.model.status import StandingWarning, Status
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.recovery.future_dated import either, gravest
from meso_cli.signs.evaluate import evaluate, standing
from meso_cli.signs.logs import Logs, series_by_item
from meso_cli.signs.scene import Scene, scene_of
from meso_cli.values import NamedTuple


class Assessment(NamedTuple):
    """A case seen from a viewpoint, judged.

    `scene` is what was observed; `future_dated` are the gravest logs dated after the clock. `followed`:
    check-ins belong to that moment. `last_entry_at` (UTC) is None where nothing was logged.
    """

    case: Case
    view: Viewpoint
    day: int
    scene: Scene
    future_dated: Logs
    warnings: tuple[StandingWarning, ...]
    followed: bool
    last_entry_at: dt.datetime | None

    @property
    def guide(self) -> Guide:
        """The treatment's own guide."""
        return self.case.guide

    @property
    def record(self) -> Record:
        """What was recorded."""
        return self.case.record

    @property
    def logs(self) -> Logs:
        """What was observed, by item."""
        return self.scene.logs

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
    day, scene = case.treatment.day(view.now, settings.day_start), _scene(case)
    warnings = _warnings(case, scene, view.now.astimezone(dt.UTC))
    followed = _is_followed(case, day, warnings, view.now)
    last_at = _last_entry_at(case.record)
    return Assessment(case, view, day, scene, _ahead(case), warnings, followed, last_at)


def assessment_of(case: Case, status: Status) -> Assessment:
    """The assessment behind a status, for answers that need more than the status has."""
    scene, last_at = _scene(case), status.last_entry_at
    return Assessment(
        case, status.view, status.day, scene, _ahead(case), status.warnings, status.in_follow_up, last_at
    )


def _last_entry_at(record: Record) -> dt.datetime | None:
    """When the latest entry was observed, in UTC; None where nothing was logged."""
    moments = [entry.at for entry in record.entries]
    # Of one zone moments compare by their local time: right in UTC, and in no zone whose clocks change.
    if any(at.tzinfo is not dt.UTC for at in moments):
        moments = [at.astimezone(dt.UTC) for at in moments]
    return max(moments, default=None)


def _scene(case: Case) -> Scene:
    return scene_of(case.treatment, case.guide, series_by_item(case.treatment, case.record.entries))


def _ahead(case: Case) -> Logs:
    return series_by_item(case.treatment, gravest(case.record.future_dated))


def _warnings(case: Case, scene: Scene, instant: dt.datetime) -> tuple[StandingWarning, ...]:
    """The warnings that stand; entries ahead of the clock may add one."""
    record, guide = case.record, case.guide
    findings = evaluate(scene, instant)
    if record.future_dated:
        together = series_by_item(case.treatment, (*record.entries, *gravest(record.future_dated)))
        findings = either(findings, evaluate(scene._replace(logs=together), instant))
    return standing(findings, guide, record.acknowledgements, case.treatment.history)


def _is_followed(case: Case, day: int, warnings: tuple[StandingWarning, ...], at: dt.datetime) -> bool:
    """From the treatment to its last day of follow-up or its end; longer while a warning stands."""
    ended = case.treatment.has_ended(at)
    return bool(warnings) or (day <= case.guide.rules.follow_up_days and not ended)
