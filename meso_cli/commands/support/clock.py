"""The one place that reads the clock and the machine's time zone."""

import datetime as dt
import os
import re
from contextlib import suppress
from pathlib import Path

# The start of a POSIX rule: a name and an offset. "CET-1CEST", "<+03>-3"
_RULE = r"(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)[+-]?[0-9]"
_DAY_MINUTES = 24 * 60


def now() -> dt.datetime:
    """This moment, aware, in the zone that the machine is in."""
    return dt.datetime.now(here())  # noqa: TID251  # the one clock read; everything else takes `at`


def here() -> dt.tzinfo:
    """The machine's zone by its IANA name where that is known, else its offset of today, else UTC.

    TZ goes before the machine's own zone, as in `date`: also as a path, or as a rule without a name.
    """
    return _zone() or dt.UTC


def unusable_zone() -> str | None:
    """What TZ says, where it is nothing that can be used and UTC is taken."""
    asked = os.environ.get("TZ", "")
    return asked if asked and _zone() is None else None


def _zone() -> dt.tzinfo | None:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    asked = os.environ.get("TZ", "").removeprefix(":")
    name = _name_of(Path(asked)) or asked if asked else _name_of(Path("/etc/localtime"))
    if name:
        with suppress(ZoneInfoNotFoundError, ValueError, OSError):
            return ZoneInfo(name)
    offset = _offset()
    # A name that the system does not know either gives UTC, and says nothing.
    is_unknown = asked and not offset and not re.match(_RULE, asked)
    return None if offset is None or is_unknown else dt.timezone(offset)


def _offset() -> dt.timedelta | None:
    """The system's offset of today; None where it is no offset, or one that cannot be recorded."""
    try:
        offset = dt.datetime.now(dt.UTC).astimezone().utcoffset()  # noqa: TID251  # only where there is no zone
    except (ValueError, OverflowError, OSError):  # 24 hours and more are let through as far as here
        return None
    return offset if offset is not None and abs(offset // dt.timedelta(minutes=1)) < _DAY_MINUTES else None


def zone_name(at: dt.datetime) -> str | None:
    """The IANA name of the zone that `at` stands in, where it has one."""
    return getattr(at.tzinfo, "key", None)


def _name_of(link: Path) -> str:
    """The zone's name behind a link into the zone database, or nothing."""
    target = os.path.realpath(link)
    _, found, name = target.partition("/zoneinfo/")
    return name if found else ""
