"""Moments and lengths of time in words, the same in every view."""

import datetime as dt
import math

from meso_cli.model.viewpoint import Viewpoint
from meso_cli.when import zones
from meso_cli.when.names import MONTHS, WEEKDAYS
from meso_cli.when.zones import instants, local

_NEAR = {-1: "yesterday", 0: "today", 1: "tomorrow"}
_MINUTE = dt.timedelta(minutes=1)
_HOUR = dt.timedelta(hours=1)
_DAY = dt.timedelta(days=1)
# From these on a larger unit reads better: "41 h ago", but "3 days ago".
_AGO_IN_DAYS = 48 * _HOUR
_SPAN_IN_DAYS = 72 * _HOUR


def moment(at: dt.datetime, view: Viewpoint) -> str:
    """`at` on a clock in the zone of the viewpoint: "today 14:00", "Fri 27 Nov 14:00".

    The year is said when it is not this one, the zone when the clock shows that time twice. Beside
    a moment that was asked about, the day is always said by its date.
    """
    zone = zones.zone_of(view.now)
    there, today = local(at, zone), view.now.date()
    near = None if view.asked else _NEAR.get((there.date() - today).days)
    words = f"{near or weekday_date(there.date(), year=there.year != today.year)} {clock(there)}"
    return f"{words} {zone_words(there)}" if _shown_twice(there, zone) else words


def absolute(at: dt.datetime, zone_of: dt.datetime) -> str:
    """`at` in full, in the zone of the other time: "Fri 27 Nov 2026 14:00 CET", or "... +01:00"."""
    there = local(at, zones.zone_of(zone_of))
    return f"{weekday_date(there.date())} {clock(there)} {zone_words(there)}"


def ago(at: dt.datetime, view: Viewpoint) -> str:
    """How far `at` lies from the viewpoint: "just now", "5 min ago", "41 h ago", "3 days ago", "in 5 min".

    From a moment that was asked about: "at that moment", "5 min before", "5 min later".
    What is over is rounded down; what is to come is rounded up, so that no restriction seems
    to end sooner than it does.
    """
    passed = local(view.now, dt.UTC) - local(at, dt.UTC)
    is_past = passed > dt.timedelta()
    if abs(passed) < _MINUTE:
        return "at that moment" if view.asked else "just now"
    length = _rough(passed) if is_past else _rough(-passed, up=True)
    if view.asked:
        return f"{length} {'before' if is_past else 'later'}"
    return f"{length} ago" if is_past else f"in {length}"


def hours(value: float) -> str:
    """Elapsed hours, rounded down: 41.9 is "41 h"; below one hour in minutes: "30 min"."""
    return f"{math.floor(value)} h" if value >= 1 else f"{max(0, math.floor(value * 60))} min"


def span(hours: float) -> str:
    """A length in hours, exact to the minute: "48 h", "3 days", "5 days 12 h", "1 h 30 min"."""
    minutes = round(hours * 60)
    in_days = minutes * _MINUTE >= _SPAN_IN_DAYS
    days, minutes = divmod(minutes, 24 * 60) if in_days else (0, minutes)
    whole_hours, minutes = divmod(minutes, 60)
    parts = ((days, _days(days)), (whole_hours, f"{whole_hours} h"), (minutes, f"{minutes} min"))
    return " ".join(words for number, words in parts if number) or "0 h"


def clock(at: dt.datetime | dt.time) -> str:
    """The hour and minute: "09:05"."""
    return f"{at.hour:02}:{at.minute:02}"


def weekday_date(date: dt.date, *, year: bool = True) -> str:
    """The day in words: "Fri 27 Nov 2026", or without its year."""
    words = f"{WEEKDAYS[date.weekday()][:3]} {date.day} {MONTHS[date.month - 1][:3]}"
    return f"{words} {date.year}" if year else words


def offset(at: dt.datetime) -> str:
    """The offset from UTC: "+01:00"."""
    return at.isoformat(timespec="minutes")[len("2026-11-27T14:00") :]


def zone_words(there: dt.datetime) -> str:
    """A time's zone: its letters where it has any; tzdata names many zones by their offset alone."""
    name = there.tzname() or ""
    return name if name.isalpha() else offset(there)


def _shown_twice(there: dt.datetime, zone: dt.tzinfo) -> bool:
    return len(instants(there.replace(tzinfo=None, fold=0), zone)) > 1


def _rough(length: dt.timedelta, *, up: bool = False) -> str:
    """`length` in its one fitting unit, rounded down or `up`."""
    minutes, whole_hours, days = (_count(length, unit, up=up) for unit in (_MINUTE, _HOUR, _DAY))
    if minutes * _MINUTE < _HOUR:
        return f"{minutes} min"
    return f"{whole_hours} h" if whole_hours * _HOUR < _AGO_IN_DAYS else _days(days)


def _count(length: dt.timedelta, unit: dt.timedelta, *, up: bool) -> int:
    return -(-length // unit) if up else length // unit


def _days(number: int) -> str:
    return f"{number} day" if number == 1 else f"{number} days"
