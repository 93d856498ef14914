"""Why words for a time are refused: what is wrong with them and what to type instead."""

import datetime as dt
import re

from meso_cli.errors import BadValue
from meso_cli.text import visible
from meso_cli.when.names import MONTHS
from meso_cli.when.saying import absolute, clock, offset, weekday_date

FIRST_YEAR, LAST_YEAR = 1900, 2199
_FORMS = "18:00, 20 min ago, yesterday 20:15, sat 10am, 20 nov 18:00 or 2026-11-20 18:00"
_NUMBERS = r"(?:.* )?(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d\d)?)?(?: .*)?"
_PARTS_OF_DAY = r"(?:.* )?(?:morning|noonish|afternoon|evening|night|tonight)(?: .*)?"
_LEAP_YEAR = 2024
_CHOOSE = "write the one you mean"


def quoted(words: str) -> str:
    """What was typed, fit to stand in a message."""
    return f"'{visible(words[:200], 40)}'"


def unreadable(words: str) -> BadValue:
    """The general refusal, with forms that are understood."""
    if not words.strip():
        return BadValue(f"no time was given; write it like {_FORMS}")
    return BadValue(f"{quoted(words)} is not a time that can be read; write it like {_FORMS}")


def refusal(text: str) -> BadValue:
    """Why tidied `text`, which has no form at all, is refused."""
    numbers = re.fullmatch(_NUMBERS, text)
    if numbers:
        return _numeric_date(text, numbers)
    if re.fullmatch(r"\d{1,4}", text):
        return _bare_number(text)
    if re.search(r"\b(?:months?|years?)\b", text):
        return BadValue(f"{quoted(text)}: months and years differ in length; say days or weeks, or the date")
    if re.fullmatch(_PARTS_OF_DAY, text):
        return no_exact_time(text)
    return unreadable(text)


def date_readings(first: int, second: int, year: int | None = None) -> tuple[str, ...]:
    """The dates that two numbers can mean, day first and month first: "3 apr 2026"."""
    pairs = dict.fromkeys(((first, second), (second, first)))
    return tuple(_written(day, month, year) for day, month in pairs if _is_date(day, month, year))


def _is_date(day: int, month: int, year: int | None) -> bool:
    try:
        dt.date(_LEAP_YEAR if year is None else year, month, day)
    except ValueError:
        return False
    return True


def _written(day: int, month: int, year: int | None) -> str:
    return f"{day} {MONTHS[month - 1][:3].lower()}{'' if year is None else f' {year}'}"


def _numeric_date(text: str, match: re.Match[str]) -> BadValue:
    year = None if match[4] is None else int(match[4]) if len(match[4]) > 2 else 2000 + int(match[4])
    readings = date_readings(int(match[1]), int(match[3]), year)
    if not readings:
        return unreadable(text)
    if len(readings) == 1:
        return BadValue(f"{quoted(text)}: dates in numbers are read differently; write {readings[0]}")
    return BadValue(f"{quoted(text)} can be {' or '.join(readings)}; write the month as a word")


def _bare_number(text: str) -> BadValue:
    number = int(text)
    if len(text) > 2:
        hour, minute = divmod(number, 100)
        time = f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else "18:00"
        return BadValue(f"{quoted(text)} can be a time or a year; write {time}, or a date like 2026-11-20")
    time = f"{number:02}:00, " if number < 24 else ""
    return BadValue(f'{quoted(text)} can be {time}"day {number}" or "{number} days ago"; {_CHOOSE}')


def bare_hour(day: str, number: int) -> BadValue:
    """`sat 10`: a day, and a number that is no time."""
    said = quoted(f"{day} {number}")
    if number > 23:
        return BadValue(f"{said}: {number} is not a time of day; write it like {day} 18:00")
    other = f" or {day} {number + 12}:00" if 1 <= number < 12 else ""
    return BadValue(f"{said}: {number} is not a clock time; write {day} {number:02}:00{other}")


def exact_already(distance: str, time: str) -> BadValue:
    """`20 min ago 14:00`: two times in one."""
    return BadValue(f"{quoted(f'{distance} {time}')} names two times; write {distance} or {time}")


def which_way(amount: str) -> BadValue:
    """`30m`: a length of time where a moment is asked for."""
    number, unit = re.fullmatch(r"([\d.]*) ?(.*)", amount).groups()  # type: ignore[union-attr]  # matches any text
    words = f"{number} min" if unit == "m" else amount
    other = f", or {number} months" if unit == "m" else ""
    if unit == "h" and number.isdigit() and int(number) < 24:
        other = f", or {int(number):02}:00"
    return BadValue(f'{quoted(amount)} can be "{words} ago" or "in {words}"{other}; {_CHOOSE}')


def no_offset(text: str) -> BadValue:
    """An offset from UTC that no zone has."""
    return BadValue(f"{quoted(text)} has an offset that no zone has; write it like 2026-11-20T18:00+01:00")


def no_clock(text: str) -> BadValue:
    """A time that no clock shows, such as 25:00 or 13pm."""
    halves = re.match(r"(\d+)(?:[:.]([0-5]\d))? ?([ap])", text)
    if halves:
        hour, minute = int(halves[1]), int(halves[2] or 0)
        plain = (halves[3] == "p" and 12 < hour < 24) or (halves[3] == "a" and hour == 0)
        instead = f"{hour:02}:{minute:02}" if plain else "it like 6pm or 18:00"
        return BadValue(f"{quoted(text)}: hours with am or pm go from 1 to 12; write {instead}")
    return BadValue(f"{quoted(text)} is not a time of day: it goes from 00:00 to 23:59")


def which_midnight(day: str, time: str) -> BadValue:
    """`fri midnight`: as Friday begins, or as it ends."""
    return BadValue(
        f"{quoted(f'{day} {time}')} can be the midnight before or after that day;"
        f" write {day} 00:00 for the one it begins with, {day} 23:59 for its end"
    )


def dotted(text: str) -> BadValue:
    """`18.10`: a time to some, a date to others."""
    hour, _, minute = text.partition(".")
    dates = date_readings(int(hour), int(minute))
    return BadValue(f"{quoted(text)} can be {hour}:{minute} or {' or '.join(dates)}; {_CHOOSE}")


def which_next(words: str, coming: dt.date, after: dt.date) -> BadValue:
    """`next fri`: the coming one to some, the one after it to others."""
    days = " or ".join(f"{day.day} {MONTHS[day.month - 1][:3].lower()}" for day in (coming, after))
    return BadValue(f"{quoted(words)} can be {weekday_date(coming)} or {weekday_date(after)}; write {days}")


def wrong_weekday(words: str, date: dt.date) -> BadValue:
    """`mon 20 nov` where that is a Friday."""
    return BadValue(f"{quoted(words)}: that date is {weekday_date(date)}; correct the weekday or drop it")


def no_such_date(words: str) -> BadValue:
    """A date that the calendar does not have, or that the zone left out."""
    return BadValue(f"{quoted(words)}: there is no such date; write it like 20 nov 18:00 or 2026-11-20 18:00")


def too_far(words: str) -> BadValue:
    """A moment that nobody means."""
    return BadValue(f"{quoted(words)} is too far away: years go from {FIRST_YEAR} to {LAST_YEAR}")


def no_treatment(words: str) -> BadValue:
    """`day 3` with nothing to count from."""
    return BadValue(f"{quoted(words)} needs a treatment to count from; without one write a date, like 20 nov")


def skipped(shown: dt.datetime, before: dt.datetime, after: dt.datetime) -> BadValue:
    """A wall time that a change of the clocks left out, and those on either side of it."""
    sides = (before, after)
    whole = any(side.date() != shown.date() for side in sides)
    words = " or ".join(f"{side:%Y-%m-%d} {clock(side)}" if whole else clock(side) for side in sides)
    day = weekday_date(shown.date())
    return BadValue(f"{clock(shown)} does not exist on {day} there: the clocks skip it; say {words}")


def twice(words: str, times: tuple[dt.datetime, ...]) -> BadValue:
    """A wall time that comes twice, with an offset for each."""
    exact = " or ".join(f"{time:%Y-%m-%dT}{clock(time)}{offset(time)}" for time in times)
    return BadValue(f"{quoted(words)}: that time comes twice there; say which by its offset: {exact}")


def not_in_day(words: str) -> BadValue:
    """A time that a recovery day, seen from another zone, does not have."""
    return BadValue(f"{quoted(words)}: that day has no such time there; write the date, like 20 nov 18:00")


def no_exact_time(words: str) -> BadValue:
    """A part of a day, or several days, where an exact time is needed."""
    return BadValue(f'{quoted(words)} is not an exact time; add the clock: "today 9:00", "yesterday 22:00"')


def whole_day(words: str, example: str) -> BadValue:
    """A bare day where an exact time is needed; `example` is the command that works."""
    return BadValue(f"{quoted(words)} is a whole day; say the time: {example}")


def day_to_come(words: str, example: str) -> BadValue:
    """A bare day of the future where something past is recorded."""
    return BadValue(f"{quoted(words)} is still to come; say when it was: {example}")


def other_zone(words: str, zone: str | dt.timedelta, at: dt.datetime) -> BadValue:
    """A zone beside a time of day that is not the one the person is in."""
    here = absolute(at, at).split()[-1]
    if isinstance(zone, str):
        return BadValue(f"{quoted(words)}: '{zone}' is neither a day nor the zone there, which is {here}")
    return BadValue(f"{quoted(words)}: the offset there is {offset(at)}; else write 2026-11-20T18:00+01:00")
