"""The moments of a treatment that belong in a calendar. Pure, and the same at any time of asking."""

import datetime as dt
from collections.abc import Iterator
from typing import Literal

from meso_cli.model.case import Case
from meso_cli.model.guide import Restriction
from meso_cli.model.records import Treatment
from meso_cli.model.settings import Settings
from meso_cli.recovery.restrictions import instructions_in_force
from meso_cli.recovery.windows import Window, guide_window, planned_window
from meso_cli.values import NamedTuple
from meso_cli.when.zones import first_instant


class Lift(NamedTuple):
    """A moment (UTC) at which a restriction eases to caution, is over by time, or the next session may be."""

    restriction: str
    kind: Literal["eases", "lifts", "session"]
    at: dt.datetime


class CheckIns(NamedTuple):
    """The daily check-ins of a follow-up: the first and the last, on the clocks of the treatment's zone.

    No last: a warning stands, and follow-up goes on as long as one does.
    """

    first: dt.datetime
    last: dt.datetime | None


def lifts(case: Case) -> tuple[Lift, ...]:
    """Each restriction's moments in the order in which they come; none where no end is known."""
    found = (lift for row in case.guide.restrictions.values() for lift in _lifts(row, case))
    return tuple(sorted(found, key=lambda lift: lift.at))


def _lifts(row: Restriction, case: Case) -> Iterator[Lift]:
    window = _window(row, case)
    if window.earliest is None:
        return
    if row.then or window.until != window.earliest > 0:
        yield Lift(row.id, "eases", case.treatment.moment(window.earliest))
    if window.until is not None and not row.then:
        kind: Literal["lifts", "session"] = "session" if row.id == case.guide.rules.next_session else "lifts"
        yield Lift(row.id, kind, case.treatment.moment(window.until))


def _window(row: Restriction, case: Case) -> Window:
    own = guide_window(row, case.treatment, case.guide)
    return planned_window(own, instructions_in_force(case.record).get(row.id))


def check_ins(case: Case, settings: Settings, *, stands: bool = False) -> CheckIns | None:
    """From the first check-in after the treatment to the last day of follow-up; None once it was ended.

    `stands`: a warning does.
    """
    treatment = case.treatment
    if treatment.ended_at is not None:
        return None
    day_0 = (treatment.at.replace(tzinfo=None) - settings.day_start).date()
    last = _midnight(day_0) + dt.timedelta(days=case.guide.rules.follow_up_days) + settings.checkin_at
    first = _midnight(treatment.at.date()) + settings.checkin_at
    if _shown(first, treatment) <= treatment.at.astimezone(dt.UTC):
        first += dt.timedelta(days=1)
    zone = treatment.at.tzinfo
    return CheckIns(first.replace(tzinfo=zone), None if stands else last.replace(tzinfo=zone))


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time())


def _shown(wall: dt.datetime, treatment: Treatment) -> dt.datetime:
    """The instant at which the clocks of the treatment's zone show that."""
    return first_instant(wall, treatment.at.tzinfo or dt.UTC)
