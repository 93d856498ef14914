"""Moments between Python and the file: UTC text, an offset, a zone."""

import datetime as dt
from functools import cache


def utc_text(at: dt.datetime) -> str:
    """An aware moment as `2026-03-04T13:00:00Z`; parts of a second are cut off."""
    if at.tzinfo is None:
        raise ValueError("the store takes aware datetimes only")
    return at.astimezone(dt.UTC).isoformat(timespec="seconds")[:19] + "Z"


def stamp(at: dt.datetime) -> str:
    """An aware moment as a file's name may hold it: `20260304T130000Z`."""
    return utc_text(at).replace(":", "").replace("-", "")


def columns(at: dt.datetime, zone: str | None) -> tuple[str, int, str | None]:
    """The three columns of a moment: UTC text, offset in minutes, IANA zone."""
    offset = at.utcoffset() or dt.timedelta()
    return utc_text(at), offset // dt.timedelta(minutes=1), zone or None


def local(utc: str, offset: int, zone: str | None) -> dt.datetime:
    """The moment on the clocks of its own place: in the zone if known, else at the offset."""
    return dt.datetime.fromisoformat(utc).astimezone(_place(offset, zone))


def later(stamp: str, previous: str) -> str:
    """`stamp`, or one second after `previous` where that is not earlier.

    Two machines merge by the latest update. So a row's `updated_at` always grows, even twice
    in one second or with a clock that was set back.
    """
    if stamp > previous:
        return stamp
    try:
        return utc_text(dt.datetime.fromisoformat(previous) + dt.timedelta(seconds=1))
    except (ValueError, OverflowError):  # damaged, or the end of time
        return stamp


@cache
def _place(offset: int, zone: str | None) -> dt.tzinfo:
    fixed = dt.timezone(dt.timedelta(minutes=offset))
    if zone is None:
        return fixed
    from zoneinfo import ZoneInfo  # three milliseconds

    try:
        return ZoneInfo(zone)
    except (LookupError, ValueError, OSError):  # unknown here, not a name, a folder of names
        return fixed
