"""The one place that reads the clock and the machine's time zone."""

import datetime as dt
import os
from contextlib import suppress
from pathlib import Path


def now() -> dt.datetime:
    """This moment, aware, in the zone that the machine is in."""
    return dt.datetime.now(here())  # noqa: TID251  # the one clock read; everything else takes `at`


def here() -> dt.tzinfo:
    """The machine's zone by its IANA name where that is known, else its offset of today.

    TZ goes before the machine's own zone, as in `date`: also as a path, or as a rule without a name.
    """
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    asked = os.environ.get("TZ", "").removeprefix(":")
    name = _name_of(Path(asked)) or asked if asked else _name_of(Path("/etc/localtime"))
    if name:
        with suppress(ZoneInfoNotFoundError, ValueError, OSError):
            return ZoneInfo(name)
    offset = dt.datetime.now(dt.UTC).astimezone().utcoffset()  # noqa: TID251  # the system's offset, only where it has no zone
    return dt.timezone(offset or dt.timedelta())


def zone_name(at: dt.datetime) -> str | None:
    """The IANA name of the zone that `at` stands in, where it has one."""
    return getattr(at.tzinfo, "key", None)


def _name_of(link: Path) -> str:
    """The zone's name behind a link into the zone database, or nothing."""
    target = os.path.realpath(link)
    _, found, name = target.partition("/zoneinfo/")
    return name if found else ""
