"""The forms of time that are understood: words -> what they say, with no now and no zone yet.

Every form is listed here; what is not listed is refused (`refusals`), never guessed. Patterns are
compiled when they are first needed, since most commands are given no time.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Literal

from meso_cli.errors import BadValue
from meso_cli.values import NamedTuple
from meso_cli.when import refusals
from meso_cli.when.names import MONTHS, WEEKDAYS, index, spelt_out
from meso_cli.when.quantities import Quantity, month_or_minute, quantities, total

_LONGEST = 100


class Elapsed(NamedTuple):
    """An exact distance from now: `20 min ago` is negative, `in 3 hours` positive."""

    length: dt.timedelta


class DaysAway(NamedTuple):
    """A calendar day counted from today: `yesterday` is -1."""

    days: int


class MonthsAway(NamedTuple):
    """So many calendar months from today: `a month ago` is -1."""

    months: int


class Weekday(NamedTuple):
    """Such a day of the week, Monday being 0; `which` where that word was typed."""

    number: int
    which: Literal["last", "this", "next"] | None = None


class RecoveryDay(NamedTuple):
    """`day 3`, counted from the treatment."""

    number: int


class Date(NamedTuple):
    """A date, perhaps without its year; `weekday` where it was typed too and must agree."""

    day: int
    month: int
    year: int | None
    weekday: int | None = None


Day = DaysAway | MonthsAway | Weekday | RecoveryDay | Date


class Said(NamedTuple):
    """A day, a clock time on it, or a clock time alone.

    `zone` is an offset from UTC or a zone's letters ("cet"), where it was typed.
    """

    day: Day | None
    clock: dt.time | None
    zone: dt.timedelta | str | None = None


class _Clock(NamedTuple):
    """A clock time, with what may still be wrong with it beside a day or without one."""

    time: dt.time
    midnight: bool = False
    like_a_date: bool = False


_NOW = ("now", "right now", "just now")
_NEAR_DAYS = {
    "day before yesterday": -2,
    "the day before yesterday": -2,
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
    "day after tomorrow": 2,
    "the day after tomorrow": 2,
}
_CLOCK = (
    r"(?P<hour>\d{1,2})"
    r"(?:(?P<mark>[:.])(?P<minute>\d\d)(?::(?P<second>\d\d)(?P<fraction>\.\d{1,6})?)?)?"
    r"(?: ?(?P<half>[ap])\.?m\.?)?"
)
_WITH_OFFSET = r"(?P<rest>.*:\d\d(?:\.\d{1,6})?) ?(?:z|(?P<sign>[+-])(?P<hours>\d\d)(?::?(?P<minutes>\d\d))?)"
_WITH_ZONE = r"(?P<rest>.+) (?P<zone>[a-z]{2,5})"
_WEEKDAY = r"(?:(?P<which>last|this|next) )?(?P<weekday>[a-z]+)"
_MONTHS_AWAY = r"(?P<ahead>in )?(?P<number>a|one|[0-9]{1,3}) months?(?(ahead)(?: time)?| ago)"
_RECOVERY_DAY = r"day ?(\d+)"
_DATES = (
    r"(?:(?P<weekday>[a-z]+) )?(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})",
    r"(?:(?P<weekday>[a-z]+) )?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]?(?P<month>[a-z]+)\.?"
    r"(?:[ -](?P<year>\d{4}))?",
    r"(?:(?P<weekday>[a-z]+) )?(?P<month>[a-z]+)\.?[ -]?(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    r"(?:[ -](?P<year>\d{4}))?",
)


def parse(words: str) -> Elapsed | Said:
    """What `words` say; BadValue, with the readings or with forms to type, for anything else."""
    text = _tidy(words)
    # To Python a digit is one in any script, and the Kelvin sign is a K in lower case.
    if not words.isascii() or len(text) > _LONGEST:
        raise refusals.unreadable(words)
    if text in _NOW:
        return Elapsed(dt.timedelta())
    said = _elapsed(text) or _with_offset(text) or _plain(text) or _with_zone(text)
    if said is None:
        raise _refusal(text)
    return said


def _tidy(words: str) -> str:
    """Lower case, single spaces, no commas; the T of an ISO time is a space."""
    text = " ".join(re.sub(r",(?=\s|$)", " ", spelt_out(words.lower())).split())
    return re.sub(r"(?<=\d)t(?=\d\d:)", " ", text)


def _with_offset(text: str) -> Said | None:
    """`18:00+01:00`, `18:00Z`: a time with its offset from UTC."""
    match = re.fullmatch(_WITH_OFFSET, text)
    said = _plain(match["rest"]) if match else None
    if match is None or said is None:
        return None
    hours, minutes = int(match["hours"] or 0), int(match["minutes"] or 0)
    offset = dt.timedelta(hours=hours, minutes=minutes)
    if minutes >= 60 or offset > dt.timedelta(hours=15):  # no zone has ever been further from UTC
        raise refusals.no_offset(text)
    return said._replace(zone=-offset if match["sign"] == "-" else offset)


def _with_zone(text: str) -> Said | None:
    """`18:00 UTC`, `18:00 CET`: a time with the letters of a zone."""
    match = re.fullmatch(_WITH_ZONE, text)
    said = _plain(match["rest"]) if match else None
    if match is None or said is None or said.clock is None:
        return None
    return said._replace(zone=dt.timedelta() if match["zone"] in ("utc", "gmt") else match["zone"])


def _plain(text: str) -> Said | None:
    """A day, a clock time, or both in either order."""
    for day_text, clock_text in _splits(text):
        clock = _clock(clock_text)
        day = _day(day_text) if day_text and clock else None
        if clock and (day or not day_text):
            _check_together(day, day_text, clock, clock_text)
            return Said(day, clock.time)
    day = _day(text)
    return Said(day, None) if day else None


def _splits(text: str) -> Iterator[tuple[str, str]]:
    """Where a clock time of one or two words may stand: (the day's words, the clock's words)."""
    words = text.removeprefix("at ").split()
    for count in (2, 1):
        yield " ".join(words[:-count]).removesuffix(" at"), " ".join(words[-count:])
        yield " ".join(words[count:]), " ".join(words[:count])


def _clock(text: str) -> _Clock | None:
    """`18:00`, `6pm`, `6:30 pm`, `noon`, `midnight`; BadValue for a time that no clock shows."""
    if text == "noon":
        return _Clock(dt.time(12))
    if text == "midnight":
        return _Clock(dt.time(0), midnight=True)
    match = re.fullmatch(_CLOCK, text)
    if match is None or not (match["minute"] or match["half"]):
        return None
    return _twelve_hours(match) if match["half"] else _twenty_four_hours(match)


def _twenty_four_hours(match: re.Match[str]) -> _Clock:
    hour, minute = int(match["hour"]), int(match["minute"])
    if hour > 23 or minute > 59 or int(match["second"] or 0) > 59:
        raise refusals.no_clock(match[0])
    like_a_date = match["mark"] == "." and bool(refusals.date_readings(hour, minute))
    return _Clock(_time(match, hour), like_a_date=like_a_date)


def _twelve_hours(match: re.Match[str]) -> _Clock:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if not 1 <= hour <= 12 or minute > 59 or int(match["second"] or 0) > 59:
        raise refusals.no_clock(match[0])
    time = _time(match, hour % 12 + (12 if match["half"] == "p" else 0))
    return _Clock(time, midnight=time == dt.time(0))


def _time(match: re.Match[str], hour: int) -> dt.time:
    micro = int((match["fraction"] or ".0")[1:].ljust(6, "0"))
    return dt.time(hour, int(match["minute"] or 0), int(match["second"] or 0), micro)


def _check_together(day: Day | None, day_text: str, clock: _Clock, clock_text: str) -> None:
    """Refuse what has two readings only because of what stands beside it, or does not."""
    if clock.midnight and day is not None:
        raise refusals.which_midnight(day_text, clock_text)
    if clock.like_a_date and (day is None or isinstance(day, Weekday)):
        raise refusals.dotted(clock_text)


def _day(text: str) -> Day | None:
    """A day without a time; whether the calendar has such a date is for `reading` to say."""
    text = text.removeprefix("on ")
    if text in _NEAR_DAYS:
        return DaysAway(_NEAR_DAYS[text])
    return _days_away(text) or _months_away(text) or _weekday(text) or _recovery_day(text) or _date(text)


def _elapsed(text: str) -> Elapsed | None:
    """`20 min ago`, `in 3 hours`, `1 day 3 hours ago`: exact time, not calendar days."""
    sign, parts = _distance(text)
    if not parts or _in_days(parts) or (len(parts) > 1 and month_or_minute(parts)):
        return None
    return Elapsed(sign * total(parts))


def _days_away(text: str) -> DaysAway | None:
    """`3 days ago`, `in 2 weeks`: calendar days."""
    sign, parts = _distance(text)
    return DaysAway(sign * total(parts).days) if parts and _in_days(parts) else None


def _months_away(text: str) -> MonthsAway | None:
    """`a month ago`, `in 2 months`."""
    match = re.fullmatch(_MONTHS_AWAY, text)
    if match is None:
        return None
    number = 1 if match["number"] in ("a", "one") else int(match["number"])
    return MonthsAway(number if match["ahead"] else -number)


def _distance(text: str) -> tuple[int, tuple[Quantity, ...]]:
    """-1 or 1, and the amounts before `ago` or after `in`; no amounts: it is something else."""
    if text.endswith(" ago"):
        return -1, quantities(text.removesuffix(" ago"))
    if text.endswith(" from now"):
        return 1, quantities(text.removesuffix(" from now"))
    return 1, quantities(text.removeprefix("in ")) if text.startswith("in ") else ()


def _in_days(parts: tuple[Quantity, ...]) -> bool:
    return all(part.unit in "dw" and isinstance(part.number, int) for part in parts)


def _weekday(text: str) -> Weekday | None:
    match = re.fullmatch(_WEEKDAY, text)
    found = index(match["weekday"], WEEKDAYS) if match else None
    return Weekday(found, match["which"]) if match and found is not None else None  # type: ignore[arg-type]  # the pattern's three words


def _recovery_day(text: str) -> RecoveryDay | None:
    match = re.fullmatch(_RECOVERY_DAY, text)
    return RecoveryDay(int(match[1])) if match else None


def _date(text: str) -> Date | None:
    """A date with its month as a word, or with its year first."""
    for pattern in _DATES:
        match = re.fullmatch(pattern, text)
        date = _date_in(match) if match else None
        if date:
            return date
    return None


def _date_in(match: re.Match[str]) -> Date | None:
    weekday = index(match["weekday"], WEEKDAYS) if match["weekday"] else None
    month = int(match["month"]) - 1 if match["month"].isdigit() else index(match["month"], MONTHS)
    if month is None or (match["weekday"] and weekday is None):
        return None
    year = int(match["year"]) if match["year"] else None
    return Date(int(match["day"]), month + 1, year, weekday)


def _refusal(text: str) -> BadValue:
    """Why `text` is none of the forms, as nearly as can be told."""
    bare = re.fullmatch(r"(.+?)(?: at)? (\d{1,2})", text)
    if bare and _day(bare[1]):
        return refusals.bare_hour(bare[1], int(bare[2]))
    for rest, clock_text in _splits(text):
        if rest and _elapsed(rest) and _clock(clock_text):
            return refusals.exact_already(rest, clock_text)
    if quantities(text):
        return refusals.which_way(text)
    return refusals.refusal(text)
