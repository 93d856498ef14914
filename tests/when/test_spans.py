"""Stretches of time: parts of a day, weekends, weeks, and months back and ahead."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from meso_cli.errors import BadValue
from meso_cli.when.phrases import time_in
from meso_cli.when.reading import Toward, WholeDay, read, read_past

BERLIN = ZoneInfo("Europe/Berlin")
# A Sunday.
NOW = dt.datetime(2026, 11, 22, 14, 0, tzinfo=BERLIN)


def span(words: str, toward: Toward = "future", at: dt.datetime = NOW) -> tuple[str, str]:
    """When a stretch of time begins and ends, to the minute."""
    found = read(words, at=at, toward=toward)
    assert isinstance(found, WholeDay)
    return found.start.strftime("%m-%d %H:%M"), found.end.strftime("%m-%d %H:%M")


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("tonight", "11-22 18:00", "11-23 06:00"),
        ("this morning", "11-22 06:00", "11-22 12:00"),
        ("tomorrow morning", "11-23 06:00", "11-23 12:00"),
        ("saturday evening", "11-28 18:00", "11-29 00:00"),
        ("Tomorrow Afternoon", "11-23 12:00", "11-23 18:00"),
        ("this weekend", "11-22 00:00", "11-23 00:00"),
        ("next week", "11-23 00:00", "11-30 00:00"),
        ("last week", "11-09 00:00", "11-16 00:00"),
        ("in a month", "12-22 00:00", "12-23 00:00"),
        ("in 2 months", "01-22 00:00", "01-23 00:00"),
    ],
)
def test_a_stretch_has_its_begin_and_end(words: str, start: str, end: str) -> None:
    """Like a whole day: [begin, end)."""
    assert span(words) == (start, end)


def test_a_weekend_to_come_is_whole() -> None:
    """Before it begins it is Saturday and Sunday."""
    friday = NOW - dt.timedelta(days=2)
    assert span("this weekend", at=friday) == ("11-21 00:00", "11-23 00:00")


@pytest.mark.parametrize(
    ("words", "day"), [("a month ago", "10-22"), ("3 months ago", "08-22"), ("3 weeks ago", "11-01")]
)
def test_months_and_weeks_back(words: str, day: str) -> None:
    """By the calendar: a month ago has the same date."""
    assert span(words, "past")[0] == f"{day} 00:00"


def test_a_month_that_is_shorter_ends_the_day_before() -> None:
    """There is no 31 September."""
    assert span("a month ago", "past", NOW.replace(month=10, day=31))[0] == "09-30 00:00"


@pytest.mark.parametrize("words", ["tonight", "this morning", "last night", "this weekend", "last week"])
def test_what_happened_needs_an_exact_time(words: str) -> None:
    """`start` and `log` refuse a stretch, with how to say it."""
    with pytest.raises(BadValue, match="is not an exact time; add the clock"):
        read_past(words, at=NOW, command="meso log --at")


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("drink wine tonight", "tonight"),
        ("swim on saturday", "on saturday"),
        ("run tomorrow morning", "tomorrow morning"),
        ("makeup in 2 days", "in 2 days"),
        ("swim sat 10am", "sat 10am"),
        ("red 20 min ago", "20 min ago"),
        ("swim next week", "next week"),
        ("swim 5 dec", "5 dec"),
        ("lie in the sun", None),
        ("i sat in the sauna", None),
        ("may i run", None),
        ("red since yesterday", None),
        ("red for 2 days", None),
        ("run 30 minutes", None),
    ],
)
def test_words_of_time_are_found_in_a_sentence(sentence: str, said: str | None) -> None:
    """What can hardly mean anything else; how long something lasts is no moment."""
    words = sentence.split()
    found = time_in(words)
    assert (None if found is None else " ".join(words[slice(*found)])) == said
