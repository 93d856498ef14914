"""Wall clocks and instants: what a zone skips, repeats, and where its days begin.

Instants are in UTC here: Python compares two times of one zone by their wall clocks, which is
wrong in the hour that autumn repeats.
"""

import datetime as dt

_SECOND = dt.timedelta(seconds=1)


def zone_of(at: dt.datetime) -> dt.tzinfo:
    """The zone of an aware time; a naive one is a bug of the caller."""
    if at.tzinfo is None or at.utcoffset() is None:
        raise ValueError("an aware datetime is needed, this one is naive")
    return at.tzinfo


def local(at: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
    """That instant in `zone`; a naive `at` is refused, where `astimezone` would take the machine's zone."""
    zone_of(at)
    return at.astimezone(zone)


def wall(at: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
    """What a clock in `zone` shows at that instant, naive."""
    return local(at, zone).replace(tzinfo=None, fold=0)


def instants(shown: dt.datetime, zone: dt.tzinfo) -> tuple[dt.datetime, ...]:
    """The instants at which a clock in `zone` shows `shown` (naive): none, one or two, in order."""
    return tuple(at for at in sorted(set(_around(shown, zone))) if wall(at, zone) == shown)


def beside_skip(shown: dt.datetime, zone: dt.tzinfo) -> tuple[dt.datetime, dt.datetime]:
    """The naive wall times before and after the skip that swallowed `shown`."""
    late, early = _around(shown, zone)
    return wall(early, zone), wall(late, zone)


def first_instant(shown: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
    """The first instant at which a clock in `zone` shows `shown` or, where it is skipped, more."""
    found = instants(shown, zone)
    return found[0] if found else _end_of_skip(shown, zone)


def _around(shown: dt.datetime, zone: dt.tzinfo) -> tuple[dt.datetime, dt.datetime]:
    """`shown` under the offset before a change of the clocks, and under the one after it."""
    before, after = (shown.replace(tzinfo=zone, fold=fold).astimezone(dt.UTC) for fold in (0, 1))
    return before, after


def _end_of_skip(shown: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
    """When the clocks jumped over `shown`, to the second; found by halving."""
    late, early = _around(shown, zone)
    while late - early > _SECOND:
        middle = early + (late - early) // _SECOND // 2 * _SECOND
        early, late = (early, middle) if wall(middle, zone) > shown else (middle, late)
    return late
