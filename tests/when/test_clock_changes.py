"""Times that a change of the clocks skips or repeats, and days that it shortens or moves."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from meso_cli.errors import BadValue
from meso_cli.when.reading import Toward, read, read_begin, read_past
from tests.when.reads import day, moment

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")


def at(text: str, zone: ZoneInfo = BERLIN, fold: int = 0) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=zone, fold=fold)


def past(words: str, now: dt.datetime) -> str:
    return read_past(words, at=now, command="meso log --at").isoformat()


def begin(words: str, now: dt.datetime) -> str:
    return read_begin(words, at=now, command="meso start").isoformat()


@pytest.mark.parametrize(
    ("words", "now", "sides"),
    [
        ("02:30", at("2026-03-29 12:00"), "02:30 does not exist on Sun 29 Mar 2026.*say 01:30 or 03:30"),
        ("today 02:30", at("2026-03-29 12:00"), "say 01:30 or 03:30"),
        ("sun 02:00", at("2026-03-30 12:00"), "Sun 29 Mar 2026.*say 01:00 or 03:00"),
        ("2026-03-29 02:59", at("2026-06-01 12:00"), "say 01:59 or 03:59"),
        ("2 days ago 02:30", at("2026-03-31 12:00"), "say 01:30 or 03:30"),
        (
            "02:30",
            at("2026-03-08 12:00", NEW_YORK),
            "02:30 does not exist on Sun 8 Mar 2026.*say 01:30 or 03:30",
        ),
    ],
)
def test_a_skipped_time_is_refused_with_both_sides(words: str, now: dt.datetime, sides: str) -> None:
    """A wall time that no clock showed is not moved in silence."""
    with pytest.raises(BadValue, match=sides):
        past(words, now)


def test_a_skipped_time_is_refused_ahead_too() -> None:
    """Looking ahead to the night of the change says the same."""
    with pytest.raises(BadValue, match="say 01:30 or 03:30"):
        read("02:30", at=at("2026-03-29 00:10"), toward="future")
    with pytest.raises(BadValue, match="say 01:30 or 03:30"):
        read("tomorrow 02:30", at=at("2026-03-28 12:00"), toward="future")


@pytest.mark.parametrize(
    ("words", "now", "expected"),
    [
        ("02:30", at("2026-03-29 01:45"), "2026-03-28T02:30:00+01:00"),
        ("today 01:59", at("2026-03-29 12:00"), "2026-03-29T01:59:00+01:00"),
        ("today 03:00", at("2026-03-29 12:00"), "2026-03-29T03:00:00+02:00"),
        ("today 01:59", at("2026-03-08 12:00", NEW_YORK), "2026-03-08T01:59:00-05:00"),
        ("today 03:00", at("2026-03-08 12:00", NEW_YORK), "2026-03-08T03:00:00-04:00"),
        ("today 01:59", at("2026-10-25 12:00"), "2026-10-25T01:59:00+02:00"),
        ("today 03:00", at("2026-10-25 12:00"), "2026-10-25T03:00:00+01:00"),
    ],
)
def test_times_beside_a_change_are_read_as_ever(words: str, now: dt.datetime, expected: str) -> None:
    """Just before and just after the change there is one reading; a skip still ahead changes nothing."""
    assert past(words, now) == expected


@pytest.mark.parametrize(
    ("words", "now", "first", "second"),
    [
        ("02:30", at("2026-10-25 12:00"), "2026-10-25T02:30+02:00", "2026-10-25T02:30+01:00"),
        ("yesterday 2:30 am", at("2026-10-26 12:00"), "2026-10-25T02:30+02:00", "2026-10-25T02:30+01:00"),
        ("01:30", at("2026-11-01 12:00", NEW_YORK), "2026-11-01T01:30-04:00", "2026-11-01T01:30-05:00"),
    ],
)
def test_a_repeated_time_asks_for_an_offset(words: str, now: dt.datetime, first: str, second: str) -> None:
    """Both moments are shown in a form that can be typed, and each is then read as itself."""
    with pytest.raises(BadValue) as refused:
        past(words, now)
    assert f"{first} or {second}" in str(refused.value)
    for typed in (first, second):
        assert past(typed, now) == typed.replace("T02:30", "T02:30:00").replace("T01:30", "T01:30:00")


def test_a_repeated_time_is_the_later_for_start() -> None:
    """`start` takes the later: the windows then end later, never too soon."""
    assert begin("02:30", at("2026-10-25 12:00")) == "2026-10-25T02:30:00+01:00"
    assert begin("01:30", at("2026-11-01 12:00", NEW_YORK)) == "2026-11-01T01:30:00-05:00"


@pytest.mark.parametrize(
    ("now", "toward", "expected"),
    [
        (at("2026-10-25 02:45"), "past", "2026-10-25T02:30:00+02:00"),
        (at("2026-10-25 02:15", fold=1), "past", "2026-10-25T02:30:00+02:00"),
        (at("2026-10-25 02:45"), "future", "2026-10-25T02:30:00+01:00"),
        (at("2026-10-25 02:15", fold=1), "future", "2026-10-25T02:30:00+01:00"),
    ],
)
def test_between_the_two_there_is_nothing_to_ask(now: dt.datetime, toward: Toward, expected: str) -> None:
    """Of two moments with one clock time only one is past while the other is still ahead."""
    assert moment(read("02:30", at=now, toward=toward)).isoformat() == expected
    assert moment(read("today 02:30", at=now, toward=toward)).isoformat() == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("yesterday 02:30 CEST", "2026-10-25T02:30:00+02:00"),
        ("yesterday 02:30 CET", "2026-10-25T02:30:00+01:00"),
        ("yesterday 02:30+02:00", "2026-10-25T02:30:00+02:00"),
        ("Sun 25 Oct 2026 02:30 CET", "2026-10-25T02:30:00+01:00"),
    ],
)
def test_the_zones_letters_or_offset_tell_the_two_apart(words: str, expected: str) -> None:
    """What `absolute` prints can be typed back, in the hour that comes twice as well."""
    assert past(words, at("2026-10-26 12:00")) == expected


def test_elapsed_words_count_real_time_over_a_change() -> None:
    """24 hours before noon on the day of the change is not noon, a day ago at 12:00 is."""
    now = at("2026-03-29 12:00")
    assert past("24 h ago", now) == "2026-03-28T11:00:00+01:00"
    assert past("1 day ago 12:00", now) == "2026-03-28T12:00:00+01:00"
    assert past("10 h ago", now) == "2026-03-29T01:00:00+01:00"
    autumn = at("2026-10-25 02:15", fold=1)
    assert past("30 min ago", autumn) == "2026-10-25T02:45:00+02:00"
    assert past("1 h ago", autumn) == "2026-10-25T02:15:00+02:00"


@pytest.mark.parametrize(("date", "hours"), [("2026-03-29", 23), ("2026-10-25", 25), ("2026-11-20", 24)])
def test_a_whole_day_has_the_hours_that_it_had(date: str, hours: int) -> None:
    """A local day is 23, 24 or 25 hours long."""
    found = day(read(date, at=at("2026-11-22 14:00"), toward="past"))
    assert found.end.astimezone(dt.UTC) - found.start.astimezone(dt.UTC) == dt.timedelta(hours=hours)


def test_a_day_whose_midnight_is_skipped_begins_after_the_skip() -> None:
    """In Cairo clocks jump from 00:00 to 01:00 on 24 April 2026: the day has no midnight."""
    cairo = ZoneInfo("Africa/Cairo")
    found = day(read("2026-04-24", at=at("2026-06-01 12:00", cairo), toward="past"))
    assert (found.start.isoformat(), found.end.isoformat()) == (
        "2026-04-24T01:00:00+03:00",
        "2026-04-25T00:00:00+03:00",
    )


def test_a_day_whose_midnight_comes_twice_begins_with_the_first() -> None:
    """In Havana clocks go back from 01:00 to 00:00 on 1 November 2026: the day has 25 hours."""
    havana = ZoneInfo("America/Havana")
    found = day(read("2026-11-01", at=at("2026-11-22 12:00", havana), toward="past"))
    assert found.start.isoformat() == "2026-11-01T00:00:00-04:00"
    assert found.end.isoformat() == "2026-11-02T00:00:00-05:00"


def test_a_day_that_a_zone_left_out_does_not_exist() -> None:
    """Samoa went from 29 to 31 December 2011: nothing can have happened on the 30th."""
    now = at("2011-12-31 10:00", ZoneInfo("Pacific/Apia"))
    with pytest.raises(BadValue, match="no such date"):
        read("2011-12-30", at=now, toward="past")
    with pytest.raises(BadValue, match="2011-12-29 18:00 or 2011-12-31 18:00"):
        read("2011-12-30 18:00", at=now, toward="past")
