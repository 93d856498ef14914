"""People's words for time -> aware datetimes. Pure: `at` is now, in the zone the person is in.

The forms are listed in `forms`. What has two readings is refused with both, never guessed.
"""

import datetime as dt
from typing import Literal

from meso_cli.errors import BadValue
from meso_cli.text import visible
from meso_cli.values import NamedTuple
from meso_cli.when import refusals
from meso_cli.when.forms import Date, Day, DaysAway, Elapsed, MonthsAway, RecoveryDay, Said, Weekday, parse
from meso_cli.when.saying import clock
from meso_cli.when.spans import part_of_day, part_with_clock, several_days
from meso_cli.when.zones import beside_skip, first_instant, instants, wall, zone_of

Toward = Literal["past", "future"]
Repeated = Literal["later", "ask"]
_DAY = dt.timedelta(days=1)
_HOUR = dt.timedelta(hours=1)
_MIDNIGHT = dt.time(0)
_EVENING = dt.time(18)
_NO_SHIFT = dt.timedelta()
# 29 February can be eight years away (1900 and 2100 have none), and the next one may be meant.
_YEARS = 17


class Moment(NamedTuple):
    """An exact instant, in the reader's zone."""

    at: dt.datetime


class WholeDay(NamedTuple):
    """A bare day: the instants [start, end) of it, in the reader's zone, and the words as typed.

    `is_span`: that it is a part of a day, or several days: "tonight", "this weekend".
    """

    start: dt.datetime
    end: dt.datetime
    words: str
    is_span: bool = False

    def is_present(self, now: dt.datetime) -> bool:
        """Whether it is the present one; "last night" is over, whatever the hour."""
        return self.start <= now < self.end and not self.words.casefold().startswith("last")


class _Reader(NamedTuple):
    """Who reads the words, when and where; see `read`."""

    words: str
    at: dt.datetime
    toward: Toward
    start: dt.datetime | None
    day_start: dt.timedelta
    repeated: Repeated = "ask"

    @property
    def zone(self) -> dt.tzinfo:
        """The zone the person is in now."""
        return zone_of(self.at)

    @property
    def today(self) -> dt.date:
        """The calendar day there."""
        return self.at.date()

    def reaches(self, instant: dt.datetime) -> bool:
        """Whether `instant` (UTC) lies in the direction read; the minute that is now counts."""
        now = self.at.astimezone(dt.UTC)
        if self.toward == "past":
            return instant <= now
        return instant >= now.replace(second=0, microsecond=0)


def read(
    words: str,
    *,
    at: dt.datetime,
    toward: Toward,
    start: dt.datetime | None = None,
    day_start: dt.timedelta = _NO_SHIFT,
) -> Moment | WholeDay:
    """The moment or the whole day that `words` mean to somebody at `at` (aware).

    A bare clock time, a weekday or a date without its year is the last such moment for "past",
    the next for "future"; words that fix the day themselves are taken as they stand, and so is a date
    that lies between `start`, the treatment's time, and today. `start` is for `day 3`, too; `day_start`
    moves its midnights. BadValue otherwise.
    """
    return _read(_Reader(words, at, toward, start, day_start))


def read_past(
    words: str,
    *,
    at: dt.datetime,
    command: str,
    start: dt.datetime | None = None,
    day_start: dt.timedelta = _NO_SHIFT,
) -> dt.datetime:
    """The exact moment of something that has happened; words may still name one after `at`.

    A bare day is refused with the corrected command, which begins with `command` ("meso log --at").
    """
    return _exact(_Reader(words, at, "past", start, day_start), command)


def read_begin(
    words: str, *, at: dt.datetime, command: str, day_start: dt.timedelta = _NO_SHIFT
) -> dt.datetime:
    """The exact moment of a treatment: of a time that the clocks show twice it takes the later one."""
    return _exact(_Reader(words, at, "past", None, day_start, "later"), command)


def _exact(reader: _Reader, command: str) -> dt.datetime:
    found = _read(reader)
    if isinstance(found, Moment):
        return found.at
    raise _exact_time_wanted(found, reader.at, command)


def typed_offset(words: str) -> dt.timedelta | None:
    """The offset from UTC that stands in the words ("14:00+09:00"); None where none does.

    UTC itself tells an instant and no place: None, too.
    """
    said = parse(words)
    return said.zone or None if isinstance(said, Said) and isinstance(said.zone, dt.timedelta) else None


def _exact_time_wanted(day: WholeDay, at: dt.datetime, command: str) -> BadValue:
    if day.is_span:
        return refusals.no_exact_time(day.words)
    start, now, end = (instant.astimezone(dt.UTC) for instant in (day.start, at, day.end))
    if now < start:
        return refusals.day_to_come(day.words, f'{command} "today {clock(at)}"')
    time = clock(_EVENING) if end <= now else clock(at)
    return refusals.whole_day(day.words, f'{command} "{day.words} {time}"')


def _read(reader: _Reader) -> Moment | WholeDay:
    if (exact := part_with_clock(reader.words)) is not None:
        reader = reader._replace(words=exact)
    try:
        found = _span(reader) or _resolve(parse(reader.words), reader)
    except OverflowError:
        raise refusals.too_far(reader.words) from None
    if not refusals.FIRST_YEAR <= found[0].year <= refusals.LAST_YEAR:
        raise refusals.too_far(reader.words)
    return found


def _span(reader: _Reader) -> WholeDay | None:
    """A part of a day, or several days; None where the words are neither."""
    if (days := several_days(reader.words, reader.today)) is not None:
        return _between(days.first, days.end, reader)
    if (part := part_of_day(reader.words)) is None:
        return None
    day = _resolve(parse(part.day), reader._replace(words=part.day))
    if not isinstance(day, WholeDay):
        raise refusals.unreadable(reader.words)
    midnight = dt.datetime.combine(day.start.date(), _MIDNIGHT)
    start, end = (
        first_instant(midnight + hours * _HOUR, reader.zone).astimezone(reader.zone)
        for hours in (part.first, part.end)
    )
    return WholeDay(start, end, visible(reader.words), is_span=True)


def _between(first: dt.date, end: dt.date, reader: _Reader) -> WholeDay:
    instants_of = (first_instant(dt.datetime.combine(day, _MIDNIGHT), reader.zone) for day in (first, end))
    start, last = (instant.astimezone(reader.zone) for instant in instants_of)
    return WholeDay(start, last, visible(reader.words), is_span=True)


def _resolve(said: Elapsed | Said, reader: _Reader) -> Moment | WholeDay:
    if isinstance(said, Elapsed):
        return Moment((reader.at.astimezone(dt.UTC) + said.length).astimezone(reader.zone))
    if isinstance(said.day, RecoveryDay):
        return _recovery_day(said.day, said, reader)
    dates = _dates(said.day, reader)
    if said.clock is None:
        _check_weekday(said.day, dates[0], reader)
        return _whole_day(dates[0], reader)
    return Moment(_at_clock(said, said.clock, dates, reader))


def _dates(day: Day | None, reader: _Reader) -> tuple[dt.date, ...]:
    """The days that may be meant, the nearest first; one where the words fix it."""
    if isinstance(day, Weekday):
        return _weekdays(day, reader)
    if isinstance(day, Date):
        return _calendar_dates(day, reader)
    if isinstance(day, MonthsAway):
        from dateutil.relativedelta import relativedelta  # months differ in length

        return (reader.today + relativedelta(months=day.months),)
    if isinstance(day, DaysAway):
        return (reader.today + day.days * _DAY,)
    return reader.today, reader.today + _step(reader)


def _step(reader: _Reader) -> dt.timedelta:
    return -_DAY if reader.toward == "past" else _DAY


def _weekdays(day: Weekday, reader: _Reader) -> tuple[dt.date, ...]:
    ahead = (day.number - reader.today.weekday()) % 7
    coming, gone = reader.today + ahead * _DAY, reader.today - (-ahead % 7) * _DAY
    if day.which == "next":
        first = coming if ahead else coming + 7 * _DAY
        raise refusals.which_next(reader.words, first, first + 7 * _DAY)
    if day.which == "last":
        return (gone if ahead else gone - 7 * _DAY,)
    if day.which == "this":
        return (coming,)
    nearest = gone if reader.toward == "past" else coming
    return nearest, nearest + 7 * _step(reader)


def _calendar_dates(day: Date, reader: _Reader) -> tuple[dt.date, ...]:
    if day.year is not None:
        years = range(day.year, day.year + 1)
    elif reader.toward == "past":
        years = range(reader.today.year, reader.today.year - _YEARS, -1)
    else:
        years = range(reader.today.year - 1, reader.today.year + _YEARS)
    dates = tuple(dt.date(year, day.month, day.day) for year in years if _exists(day, year))
    if day.year is None and (since := _since_start(dates, reader)):
        return since
    if day.year is None:
        dates = tuple(date for date in dates if (reader.today - date) * _step(reader).days <= _NO_SHIFT)
    if not dates:
        raise refusals.no_such_date(reader.words)
    return dates


def _since_start(dates: tuple[dt.date, ...], reader: _Reader) -> tuple[dt.date, ...]:
    """The date among them that lies between the treatment and today: nobody means a year from then."""
    if reader.start is None or reader.toward == "past":
        return ()
    first = reader.start.astimezone(reader.zone).date()
    return tuple(date for date in dates if first <= date <= reader.today)[-1:]


def _exists(day: Date, year: int) -> bool:
    try:
        dt.date(year, day.month, day.day)
    except ValueError:
        return False
    return True


def _check_weekday(day: Day | None, date: dt.date, reader: _Reader) -> None:
    if isinstance(day, Date) and day.weekday not in (None, date.weekday()):
        raise refusals.wrong_weekday(reader.words, date)


def _whole_day(date: dt.date, reader: _Reader) -> WholeDay:
    days = (dt.datetime.combine(day, _MIDNIGHT) for day in (date, date + _DAY))
    start, end = (first_instant(midnight, reader.zone) for midnight in days)
    if start >= end:  # the zone moved over the date line and left this day out
        raise refusals.no_such_date(reader.words)
    return WholeDay(start.astimezone(reader.zone), end.astimezone(reader.zone), visible(reader.words))


def _at_clock(said: Said, time: dt.time, dates: tuple[dt.date, ...], reader: _Reader) -> dt.datetime:
    """The first of `dates` whose `time` lies in the direction read; else the first, as it was said."""
    walls = [dt.datetime.combine(date, time) for date in dates]
    shown = next((shown for shown in walls if _reaches(shown, reader)), walls[0])
    _check_weekday(said.day, shown.date(), reader)
    if isinstance(said.zone, dt.timedelta) and isinstance(said.day, Date) and said.day.year is not None:
        return shown.replace(tzinfo=dt.timezone(said.zone)).astimezone(reader.zone)
    found = instants(shown, reader.zone)
    if not found:
        raise refusals.skipped(shown, *beside_skip(shown, reader.zone))
    return _one_of(found, said.zone, reader)


def _reaches(shown: dt.datetime, reader: _Reader) -> bool:
    """Whether this wall time lies in the direction read, be it one that the clocks skip."""
    found = instants(shown, reader.zone)
    if found:
        return any(reader.reaches(instant) for instant in found)
    return (shown < wall(reader.at, reader.zone)) == (reader.toward == "past")


def _one_of(found: tuple[dt.datetime, ...], zone: dt.timedelta | str | None, reader: _Reader) -> dt.datetime:
    """The one instant meant, of those (UTC) that a clock there shows alike."""
    local = [instant.astimezone(reader.zone) for instant in found]
    named = [instant for instant in local if zone is None or _is_in(instant, zone)]
    if zone is not None and not named:
        raise refusals.other_zone(reader.words, zone, local[0])
    likely = [instant for instant in named if reader.reaches(instant.astimezone(dt.UTC))] or named
    if len(likely) > 1 and reader.repeated == "ask":
        raise refusals.twice(reader.words, tuple(likely))
    return likely[-1]


def _is_in(local: dt.datetime, zone: dt.timedelta | str) -> bool:
    if isinstance(zone, str):
        return (local.tzname() or "").lower() == zone
    return local.utcoffset() == zone


def _recovery_day(day: RecoveryDay, said: Said, reader: _Reader) -> Moment | WholeDay:
    """Day N by the treatment's calendar; a clock time on it by the clock the person looks at now."""
    if reader.start is None:
        raise refusals.no_treatment(reader.words)
    start, end = _recovery_span(day.number, reader.start, reader.day_start)
    if said.clock is None:
        return WholeDay(start.astimezone(reader.zone), end.astimezone(reader.zone), visible(reader.words))
    first, last = (wall(instant, reader.zone).date() for instant in (start, end))
    dates = [first + number * _DAY for number in range((last - first).days + 1)]
    walls = [dt.datetime.combine(date, said.clock) for date in dates]
    found = tuple(at for shown in walls for at in instants(shown, reader.zone) if start <= at < end)
    if not found:
        raise _not_in_day(walls, start, end, reader)
    return Moment(_one_of(found, said.zone, reader))


def _recovery_span(
    number: int, treated: dt.datetime, day_start: dt.timedelta
) -> tuple[dt.datetime, dt.datetime]:
    """The instants [start, end) of day `number`, counted as `Treatment.day` counts."""
    zone = zone_of(treated)
    first = (wall(treated, zone) - day_start).date() + number * _DAY
    start, end = (dt.datetime.combine(date, _MIDNIGHT) + day_start for date in (first, first + _DAY))
    return first_instant(start, zone), first_instant(end, zone)


def _not_in_day(walls: list[dt.datetime], start: dt.datetime, end: dt.datetime, reader: _Reader) -> BadValue:
    for shown in walls:
        if not instants(shown, reader.zone) and start <= first_instant(shown, reader.zone) < end:
            return refusals.skipped(shown, *beside_skip(shown, reader.zone))
    return refusals.not_in_day(reader.words)
