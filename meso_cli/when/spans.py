"""Stretches of time in words that are shorter or longer than a day: "tonight", "this weekend"."""

import datetime as dt
import re

from meso_cli.values import NamedTuple
from meso_cli.when.names import spelt_out

_HOURS = {"morning": (6, 12), "afternoon": (12, 18), "evening": (18, 24), "night": (18, 30)}
"""The hours that a part of the day has, counted from its midnight; a night ends the next morning."""
_PART = r"(?P<day>.+?) (?P<part>morning|afternoon|evening|night)"
_WITH_CLOCK = rf"{_PART}(?: at)? (?P<hour>[0-9]{{1,2}})(?:[:.](?P<minute>[0-9]{{2}}))? ?(?P<half>[ap]m)?"
_LATE = 6
"""From this hour on a night's clock shows its evening."""
_SHORT = {"tonight": "today night", "last night": "yesterday night"}
_WEEKEND = re.compile(r"(?:(?:at|on) )?(?:(?:the|this) )?weekend")
_WEEK = re.compile(r"(?P<which>this|next|last) week")
_WEEKS_AWAY = {"this": 0, "next": 1, "last": -1}
_DAY = dt.timedelta(days=1)
_SATURDAY = 5


class Part(NamedTuple):
    """A part of the day that `day` names, in hours from its midnight."""

    day: str
    first: int
    end: int


class Days(NamedTuple):
    """Calendar days [first, end)."""

    first: dt.date
    end: dt.date


def part_of_day(words: str) -> Part | None:
    """The part of a day in "tomorrow morning"; None for anything else."""
    text = " ".join(spelt_out(words.lower()).split())
    match = re.fullmatch(_PART, _SHORT.get(text, text))
    if match is None:
        return None
    day = "today" if match["day"] in ("this", "in the") else match["day"]
    return Part(day, *_HOURS[match["part"]])


def part_with_clock(words: str) -> str | None:
    """ "Today 8:00" for "this morning at 8", "yesterday 23:00" for "last night at 11"; else None."""
    text = " ".join(spelt_out(words.lower()).split())
    match = re.fullmatch(
        _WITH_CLOCK, re.sub(r"\b(?:tonight|last night)\b", lambda found: _SHORT[found[0]], text)
    )
    if match is None:
        return None
    first, _ = _HOURS[match["part"]]
    hour, half = int(match["hour"]), match["half"]
    day = "today" if match["day"] in ("this", "in the") else match["day"]
    if half is None and hour < 12 <= first:
        if match["part"] == "night" and hour < _LATE:
            return None  # which of the two nights?
        hour += 12
    return (
        f"{day} {hour}:{match['minute'] or '00'}"
        if half is None
        else f"{day} {hour}:{match['minute'] or '00'}{half}"
    )


def several_days(words: str, today: dt.date) -> Days | None:
    """The weekend that is or comes, or this, the next or the last week; None for anything else."""
    text = " ".join(spelt_out(words.lower()).split())
    monday = today - today.weekday() * _DAY
    if _WEEKEND.fullmatch(text):
        saturday = monday + _SATURDAY * _DAY
        return Days(max(saturday, today), saturday + 2 * _DAY)
    if match := _WEEK.fullmatch(text):
        first = monday + 7 * _WEEKS_AWAY[match["which"]] * _DAY
        return Days(first, first + 7 * _DAY)
    return None
