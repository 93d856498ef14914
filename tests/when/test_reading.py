"""Words for a time: every form that is understood, and how `now`, the past and the future bound it."""

import datetime as dt
import subprocess
import sys
from zoneinfo import ZoneInfo

import pytest

from meso_cli.errors import BadValue
from meso_cli.when.reading import Toward, WholeDay, read, read_past
from tests.when import reads

BERLIN = ZoneInfo("Europe/Berlin")
KATHMANDU = ZoneInfo("Asia/Kathmandu")
# A Sunday, in winter time.
NOW = dt.datetime(2026, 11, 22, 14, 0, tzinfo=BERLIN)
TREATED = dt.datetime(2026, 11, 20, 18, 30, tzinfo=BERLIN)


def shown(at: dt.datetime) -> str:
    """A moment as its ISO text, to the minute, without the offset that the table need not repeat."""
    return at.strftime("%Y-%m-%d %H:%M")


def moment(words: str, toward: Toward = "past", at: dt.datetime = NOW) -> dt.datetime:
    return reads.moment(read(words, at=at, toward=toward, start=TREATED))


def day(words: str, toward: Toward = "past", at: dt.datetime = NOW) -> WholeDay:
    return reads.day(read(words, at=at, toward=toward, start=TREATED))


@pytest.mark.parametrize(
    ("words", "past", "future"),
    [
        ("18:00", "2026-11-21 18:00", "2026-11-22 18:00"),
        ("9:05", "2026-11-22 09:05", "2026-11-23 09:05"),
        ("18:00:30", "2026-11-21 18:00", "2026-11-22 18:00"),
        ("at 18:00", "2026-11-21 18:00", "2026-11-22 18:00"),
        ("6pm", "2026-11-21 18:00", "2026-11-22 18:00"),
        ("6 PM", "2026-11-21 18:00", "2026-11-22 18:00"),
        ("6 p.m.", "2026-11-21 18:00", "2026-11-22 18:00"),
        ("6:30 pm", "2026-11-21 18:30", "2026-11-22 18:30"),
        ("6.30pm", "2026-11-21 18:30", "2026-11-22 18:30"),
        ("12pm", "2026-11-22 12:00", "2026-11-23 12:00"),
        ("12am", "2026-11-22 00:00", "2026-11-23 00:00"),
        ("12:30am", "2026-11-22 00:30", "2026-11-23 00:30"),
        ("noon", "2026-11-22 12:00", "2026-11-23 12:00"),
        ("midnight", "2026-11-22 00:00", "2026-11-23 00:00"),
        ("18.00", "2026-11-21 18:00", "2026-11-22 18:00"),
        ("18:00 CET", "2026-11-21 18:00", "2026-11-22 18:00"),
        ("fri 18:00", "2026-11-20 18:00", "2026-11-27 18:00"),
        ("FRI 18:00", "2026-11-20 18:00", "2026-11-27 18:00"),
        ("on friday at 6 pm", "2026-11-20 18:00", "2026-11-27 18:00"),
        ("6pm fri", "2026-11-20 18:00", "2026-11-27 18:00"),
        ("18:00 on friday", "2026-11-20 18:00", "2026-11-27 18:00"),
        ("sat 10am", "2026-11-21 10:00", "2026-11-28 10:00"),
        ("thurs 10:00", "2026-11-19 10:00", "2026-11-26 10:00"),
        ("sun 13:59", "2026-11-22 13:59", "2026-11-29 13:59"),
        ("sun 14:01", "2026-11-15 14:01", "2026-11-22 14:01"),
        ("20 nov 18:00", "2026-11-20 18:00", "2026-11-20 18:00"),
        ("22 nov 13:00", "2026-11-22 13:00", "2026-11-22 13:00"),
        ("19 nov 18:00", "2026-11-19 18:00", "2027-11-19 18:00"),
        ("23 nov 18:00", "2025-11-23 18:00", "2026-11-23 18:00"),
        ("nov 20 18:00", "2026-11-20 18:00", "2026-11-20 18:00"),
        ("20th november, 18:00", "2026-11-20 18:00", "2026-11-20 18:00"),
        ("20nov 6pm", "2026-11-20 18:00", "2026-11-20 18:00"),
        ("24 dec 18:00", "2025-12-24 18:00", "2026-12-24 18:00"),
        ("22 nov 15:00", "2025-11-22 15:00", "2026-11-22 15:00"),
        ("29 feb 10:00", "2024-02-29 10:00", "2028-02-29 10:00"),
    ],
)
def test_words_without_a_day_or_a_year_mean_the_last_or_the_next(words: str, past: str, future: str) -> None:
    """A bare clock time, weekday or date without year is the last such moment, or the next."""
    assert (shown(moment(words, "past")), shown(moment(words, "future"))) == (past, future)


@pytest.mark.parametrize("toward", ["past", "future"])
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("now", "2026-11-22 14:00"),
        (" NOW ", "2026-11-22 14:00"),
        ("just now", "2026-11-22 14:00"),
        ("today 9am", "2026-11-22 09:00"),
        ("today 18:00", "2026-11-22 18:00"),
        ("today 18.10", "2026-11-22 18:10"),
        ("yesterday 20:15", "2026-11-21 20:15"),
        ("Yesterday at 8:15 pm", "2026-11-21 20:15"),
        ("20:15 yesterday", "2026-11-21 20:15"),
        ("yesterday noon", "2026-11-21 12:00"),
        ("yesterday 00:00", "2026-11-21 00:00"),
        ("tomorrow 9am", "2026-11-23 09:00"),
        ("day before yesterday 9:00", "2026-11-20 09:00"),
        ("the day after tomorrow 9:00", "2026-11-24 09:00"),
        ("20 min ago", "2026-11-22 13:40"),
        ("90 minutes ago", "2026-11-22 12:30"),
        ("30m ago", "2026-11-22 13:30"),
        ("in 30m", "2026-11-22 14:30"),
        ("2h ago", "2026-11-22 12:00"),
        ("1 h ago", "2026-11-22 13:00"),
        ("an hour ago", "2026-11-22 13:00"),
        ("half an hour ago", "2026-11-22 13:30"),
        ("1.5 hours ago", "2026-11-22 12:30"),
        ("1 h 30 min ago", "2026-11-22 12:30"),
        ("1 hour and 30 minutes ago", "2026-11-22 12:30"),
        ("1 day 3 hours ago", "2026-11-21 11:00"),
        ("1.5 days ago", "2026-11-21 02:00"),
        ("48 hours ago", "2026-11-20 14:00"),
        ("in 3 hours", "2026-11-22 17:00"),
        ("3 hours from now", "2026-11-22 17:00"),
        ("in half an hour", "2026-11-22 14:30"),
        ("2 days ago 14:00", "2026-11-20 14:00"),
        ("14:00 2 days ago", "2026-11-20 14:00"),
        ("3 days ago at 6 pm", "2026-11-19 18:00"),
        ("a week ago 9:30", "2026-11-15 09:30"),
        ("in 2 days 9am", "2026-11-24 09:00"),
        ("day 0 19:00", "2026-11-20 19:00"),
        ("day 3 18:00", "2026-11-23 18:00"),
        ("Day3 18:00", "2026-11-23 18:00"),
        ("last fri 18:00", "2026-11-20 18:00"),
        ("last sunday 10:00", "2026-11-15 10:00"),
        ("this fri 18:00", "2026-11-27 18:00"),
        ("this sunday 18:00", "2026-11-22 18:00"),
        ("20 nov 2026 18:00", "2026-11-20 18:00"),
        ("20 november 2026 18:00", "2026-11-20 18:00"),
        ("20-nov-2026 18:00", "2026-11-20 18:00"),
        ("nov 20, 2026 18:00", "2026-11-20 18:00"),
        ("fri, 20 nov 2026, 18:00", "2026-11-20 18:00"),
        ("6pm 20 nov 2026", "2026-11-20 18:00"),
        ("29 feb 2024 10:00", "2024-02-29 10:00"),
        ("2026-11-20 18:00", "2026-11-20 18:00"),
        ("2026-11-20T18:00", "2026-11-20 18:00"),
        ("2026-11-20t18:00:30", "2026-11-20 18:00"),
        ("2026/11/20 6pm", "2026-11-20 18:00"),
        ("2026-11-20T18:00+01:00", "2026-11-20 18:00"),
        ("2026-11-20T18:00+0100", "2026-11-20 18:00"),
        ("2026-11-20 18:00 +05:45", "2026-11-20 13:15"),
        ("2026-11-20T18:00-05:00", "2026-11-21 00:00"),
        ("2026-11-20T18:00Z", "2026-11-20 19:00"),
        ("2026-11-20T18:00:00.123456Z", "2026-11-20 19:00"),
        ("20 nov 2026 18:00 UTC", "2026-11-20 19:00"),
        ("Fri 20 Nov 2026 14:00 CET", "2026-11-20 14:00"),
    ],
)
def test_words_that_fix_the_moment_mean_it_in_either_direction(
    words: str, expected: str, toward: Toward
) -> None:
    """Where the words name the day themselves, past and future do not move it."""
    assert shown(moment(words, toward)) == expected


@pytest.mark.parametrize(
    ("words", "past", "future"),
    [
        ("today", "2026-11-22", "2026-11-22"),
        ("yesterday", "2026-11-21", "2026-11-21"),
        ("tomorrow", "2026-11-23", "2026-11-23"),
        ("saturday", "2026-11-21", "2026-11-28"),
        ("on sat", "2026-11-21", "2026-11-28"),
        ("sunday", "2026-11-22", "2026-11-22"),
        ("last sunday", "2026-11-15", "2026-11-15"),
        ("3 days ago", "2026-11-19", "2026-11-19"),
        ("1d ago", "2026-11-21", "2026-11-21"),
        ("2 weeks ago", "2026-11-08", "2026-11-08"),
        ("in 2 days", "2026-11-24", "2026-11-24"),
        ("a week from now", "2026-11-29", "2026-11-29"),
        ("day 3", "2026-11-23", "2026-11-23"),
        ("day 0", "2026-11-20", "2026-11-20"),
        ("20 nov", "2026-11-20", "2026-11-20"),
        ("19 nov", "2026-11-19", "2027-11-19"),
        ("22 nov", "2026-11-22", "2026-11-22"),
        ("29 feb", "2024-02-29", "2028-02-29"),
        ("2026-11-20", "2026-11-20", "2026-11-20"),
        ("20 nov 2026", "2026-11-20", "2026-11-20"),
        ("fri 20 nov 2026", "2026-11-20", "2026-11-20"),
    ],
)
def test_a_bare_day_is_the_whole_local_day(words: str, past: str, future: str) -> None:
    """A day without a time is read as that day from midnight to midnight, with the words as typed."""
    dates: dict[Toward, str] = {"past": past, "future": future}
    for toward, date in dates.items():
        found = day(words, toward)
        midnight = dt.datetime.fromisoformat(date).replace(tzinfo=BERLIN)
        assert found == WholeDay(midnight, midnight + dt.timedelta(days=1), words)


@pytest.mark.parametrize(
    ("words", "toward", "expected"),
    [
        ("14:00", "past", "2026-11-22 14:00"),
        ("14:00", "future", "2026-11-22 14:00"),
        ("13:59", "past", "2026-11-22 13:59"),
        ("13:59", "future", "2026-11-23 13:59"),
        ("14:01", "past", "2026-11-21 14:01"),
        ("14:01", "future", "2026-11-22 14:01"),
        ("sun 14:00", "past", "2026-11-22 14:00"),
        ("sun 14:00", "future", "2026-11-22 14:00"),
        ("22 nov 14:00", "past", "2026-11-22 14:00"),
        ("22 nov 14:00", "future", "2026-11-22 14:00"),
    ],
)
def test_now_itself_counts_for_both_directions(words: str, toward: Toward, expected: str) -> None:
    """The minute that is now is both the last and the next such moment; a minute off is not."""
    assert shown(moment(words, toward)) == expected


def test_the_minute_under_way_is_still_the_next_such_moment() -> None:
    """At 14:00:40 `14:00` looking ahead is this minute, not tomorrow's."""
    assert shown(moment("14:00", "future", at=NOW.replace(second=40))) == "2026-11-22 14:00"


def test_elapsed_words_keep_the_second() -> None:
    """`20 min ago` is exact elapsed time, not a rounded clock."""
    assert moment("20 min ago", at=NOW.replace(second=40)) == NOW.replace(second=40) - dt.timedelta(
        minutes=20
    )


@pytest.mark.parametrize(
    "zone", [BERLIN, KATHMANDU, dt.timezone(dt.timedelta(hours=-3, minutes=-30)), dt.UTC]
)
def test_results_stand_in_the_zone_of_the_reader(zone: dt.tzinfo) -> None:
    """Whatever is typed, the result carries the zone of `at`."""
    at = NOW.astimezone(zone)
    for words in ("now", "18:00", "yesterday 20:15", "20 min ago", "2026-11-20T18:00Z", "day 1 18:00"):
        assert moment(words, at=at).tzinfo is zone, words
    for words in ("yesterday", "day 1"):
        assert {day(words, at=at).start.tzinfo, day(words, at=at).end.tzinfo} == {zone}, words


def test_a_quarter_hour_zone_reads_its_own_clock() -> None:
    """In Kathmandu (+05:45) a clock time is that of Kathmandu."""
    at = NOW.astimezone(KATHMANDU)  # 18:45 there
    assert moment("18:44", at=at).isoformat() == "2026-11-22T18:44:00+05:45"
    assert moment("18:46", at=at).isoformat() == "2026-11-21T18:46:00+05:45"
    assert moment("2026-11-20T18:00Z", at=at).isoformat() == "2026-11-20T23:45:00+05:45"


def test_the_year_turns_with_the_direction() -> None:
    """`31 dec` on New Year's Day was yesterday, or, without a treatment, comes; `1 jan` is today."""
    at = dt.datetime(2027, 1, 1, 10, tzinfo=BERLIN)
    assert shown(moment("31 dec 23:00", at=at)) == "2026-12-31 23:00"
    assert shown(moment("31 dec 23:00", "future", at=at)) == "2026-12-31 23:00"
    assert shown(reads.moment(read("31 dec 23:00", at=at, toward="future"))) == "2027-12-31 23:00"
    assert shown(moment("1 jan 10:00", at=at)) == "2027-01-01 10:00"
    assert shown(moment("yesterday 23:00", at=at)) == "2026-12-31 23:00"


@pytest.mark.parametrize(
    ("words", "toward", "expected"),
    [
        ("29 feb", "past", "2096-02-29"),
        ("29 feb", "future", "2104-02-29"),
    ],
)
def test_a_leap_day_is_found_across_a_year_without_one(words: str, toward: Toward, expected: str) -> None:
    """2100 has no 29 February: the nearest are eight years apart."""
    at = dt.datetime(2100, 6, 1, tzinfo=dt.UTC)
    assert reads.day(read(words, at=at, toward=toward)).start.date().isoformat() == expected


def test_a_naive_now_is_a_bug_of_the_caller() -> None:
    """Without a zone nothing can be read; that is no fault of the person."""
    with pytest.raises(ValueError, match="aware"):
        read("18:00", at=dt.datetime(2026, 11, 22, 14), toward="past")  # noqa: DTZ001  # the case under test


def test_reading_imports_nothing_heavy() -> None:
    """Time words are on the path of every command with `--at`: no zone files, no dateutil."""
    code = (
        "import sys; before = set(sys.modules); import meso_cli.when.reading;"
        "print(*sorted({name.partition('.')[0] for name in set(sys.modules) - before}))"
    )
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True)
    assert not {"zoneinfo", "dateutil", "locale", "calendar", "importlib", "rich"} & set(done.stdout.split())


@pytest.mark.parametrize(
    ("words", "expected"),
    [("fri 18:00", "2026-11-20 18:00"), ("18:00", "2026-11-21 18:00"), ("tomorrow 9am", "2026-11-23 09:00")],
)
def test_read_past_gives_the_exact_moment(words: str, expected: str) -> None:
    """`start` and `log` take the last such moment; a future one that is named stays one."""
    assert shown(read_past(words, at=NOW, command="meso start")) == expected


@pytest.mark.parametrize(
    ("words", "command", "correction"),
    [
        ("yesterday", "meso log --at", 'meso log --at "yesterday 18:00"'),
        ("Saturday", "meso start", 'meso start "Saturday 18:00"'),
        ("3 days ago", "meso start", 'meso start "3 days ago 18:00"'),
        ("20 nov", "meso start", 'meso start "20 nov 18:00"'),
        ("2026-11-20", "meso start", 'meso start "2026-11-20 18:00"'),
        ("day 1", "meso log --at", 'meso log --at "day 1 18:00"'),
        ("day 2", "meso log --at", 'meso log --at "day 2 14:00"'),
        ("today", "meso log --at", 'meso log --at "today 14:00"'),
        ("sunday", "meso log --at", 'meso log --at "sunday 14:00"'),
        ("in 2 days", "meso log --at", 'meso log --at "today 14:00"'),
        ("tomorrow", "meso log --at", 'meso log --at "today 14:00"'),
    ],
)
def test_a_bare_day_is_corrected_where_a_moment_is_needed(words: str, command: str, correction: str) -> None:
    """The refusal names the day and gives a command that works as it stands."""
    with pytest.raises(BadValue) as refused:
        read_past(words, at=NOW, command=command, start=TREATED)
    message = str(refused.value)
    assert message.startswith(f"'{words}' is ")
    assert message.endswith(correction)
    suggested = correction.split('"')[1]
    assert read_past(suggested, at=NOW, command=command, start=TREATED) <= NOW
