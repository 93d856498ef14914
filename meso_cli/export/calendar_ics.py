"""The moments of a follow-up as an iCalendar file (RFC 5545, RFC 7986).

The same to the byte as long as nothing was changed: no clock is read, and a UID follows from the
treatment's uuid. When a time is corrected, the same UID comes with a later DTSTAMP and SEQUENCE.
"""

import datetime as dt
from typing import TYPE_CHECKING, Final
from uuid import UUID, uuid5

from meso_cli.model.case import Case
from meso_cli.model.revision import Revision
from meso_cli.recovery.lifts import CheckIns, Lift
from meso_cli.text import visible
from meso_cli.values import NamedTuple

if TYPE_CHECKING:
    from icalendar import Event

NAME: Final = "Care"
_PRODUCT: Final = "-//meso//care calendar//EN"
_NEUTRAL: Final = "Care reminder"
_NEUTRAL_TEXT: Final = "To see what it is about: meso status"
# Several calendars hide an event without a length.
_LENGTH: Final = dt.timedelta(minutes=15)
_OPEN: Final = dt.timedelta(days=3 * 366)
"""For how long the changes of the clocks are written down where the check-ins have no end."""


class Dates(NamedTuple):
    """What goes into a calendar: the moments, the check-ins where there are any, and their revision."""

    lifts: tuple[Lift, ...]
    check_ins: CheckIns | None
    revision: Revision


class _Text(NamedTuple):
    title: str
    text: str


def calendar_ics(case: Case, dates: Dates, *, detailed: bool = False) -> str:
    """The calendar, its lines ended by CR LF. Titles say what it is about only with `detailed`."""
    from icalendar import Calendar

    events = [_lift_event(lift, case, dates, detailed=detailed) for lift in dates.lifts]
    if dates.check_ins:
        events.append(_check_in_event(dates.check_ins, case, dates, detailed=detailed))
    uid = uuid5(UUID(case.treatment.uuid), "calendar")
    calendar = Calendar.new(name=NAME, prodid=_PRODUCT, uid=uid, subcomponents=events)
    first = case.treatment.at.date()
    is_open = dates.check_ins is not None and dates.check_ins.last is None
    shown = _OPEN if is_open else dt.timedelta(days=case.guide.rules.follow_up_days + 2)
    calendar.add_missing_timezones(first, first + shown)
    # Both are no time at all, and the second is the form that every calendar writes itself.
    return str(calendar.to_ical(), "utf-8").replace("TRIGGER:P0D\r\n", "TRIGGER:PT0S\r\n")


def _lift_event(lift: Lift, case: Case, dates: Dates, *, detailed: bool) -> "Event":
    said = _said(lift, case) if detailed else _Text(_NEUTRAL, _NEUTRAL_TEXT)
    return _event(f"{lift.kind}:{lift.restriction}", lift.at, said, case, dates)


def _said(lift: Lift, case: Case) -> _Text:
    """By time alone: what was logged may hold it, and nothing here may sound like a go-ahead."""
    label = visible(case.guide.restrictions[lift.restriction].label, 60)
    titles = {
        "eases": f"{label}: from now with caution",
        "lifts": f"{label}: time is up, check first",
        "session": "Earliest next session",
    }
    return _Text(
        titles[lift.kind], f"By time alone: how your skin is decides, too. Ask: meso can {lift.restriction}"
    )


def _check_in_event(check_ins: CheckIns, case: Case, dates: Dates, *, detailed: bool) -> "Event":
    """One event that comes back each day, until the follow-up ends; while a warning stands it has no end."""
    from dateutil.rrule import DAILY, rrule
    from icalendar import Alarm, vRecur

    start = _on_named_clock(check_ins.first)
    until = {}
    if check_ins.last is not None:
        wall = rrule(
            DAILY, dtstart=check_ins.first.replace(tzinfo=None), until=check_ins.last.replace(tzinfo=None)
        )
        until["until"] = max(wall).replace(tzinfo=check_ins.last.tzinfo).astimezone(dt.UTC)
    said = _Text(_NEUTRAL, _NEUTRAL_TEXT)
    if detailed:
        said = _Text("Check-in: how is your skin?", "Log how it is now: meso log")
    event = _event("check-in", start, said, case, dates)
    event.add("rrule", vRecur({"freq": "DAILY", **until}))
    # Last: one calendar finds no event behind an alarm.
    event.add_component(Alarm.new_display(said.title, dt.timedelta()))
    return event


def _on_named_clock(at: dt.datetime) -> dt.datetime:
    """On the wall clock of a zone that has a name, so that it stays at that hour; else in UTC."""
    return at if getattr(at.tzinfo, "key", "UTC") != "UTC" else at.astimezone(dt.UTC)


def _event(about: str, start: dt.datetime, said: _Text, case: Case, dates: Dates) -> "Event":
    from icalendar import Event
    from icalendar.enums import CLASS, TRANSP

    return Event.new(
        uid=uuid5(UUID(case.treatment.uuid), about),
        stamp=dates.revision.changed,
        sequence=dates.revision.number,
        start=start,
        end=start + _LENGTH,
        summary=said.title,
        description=said.text,
        classification=CLASS.PRIVATE,
        transparency=TRANSP.TRANSPARENT,
    )
