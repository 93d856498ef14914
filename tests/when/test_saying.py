"""Moments and lengths said in words."""

import datetime as dt
from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meso_cli.model.viewpoint import Viewpoint
from meso_cli.when.reading import Toward, read
from meso_cli.when.saying import absolute, ago, hours, moment, span
from tests.when import reads
from tests.when.reads import times

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")
KATHMANDU = ZoneInfo("Asia/Kathmandu")
NOW = dt.datetime(2026, 11, 22, 14, 0, tzinfo=BERLIN)
ZONES: st.SearchStrategy[dt.tzinfo] = st.sampled_from(
    [BERLIN, NEW_YORK, KATHMANDU, dt.UTC, dt.timezone(dt.timedelta(hours=-3, minutes=-30))]
)


def at(text: str, zone: ZoneInfo = BERLIN, fold: int = 0) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=zone, fold=fold)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2026-11-22 14:00", "today 14:00"),
        ("2026-11-22 00:00", "today 00:00"),
        ("2026-11-22 23:59", "today 23:59"),
        ("2026-11-21 20:15", "yesterday 20:15"),
        ("2026-11-21 00:00", "yesterday 00:00"),
        ("2026-11-20 23:59", "Fri 20 Nov 23:59"),
        ("2026-11-23 09:00", "tomorrow 09:00"),
        ("2026-11-24 00:00", "Tue 24 Nov 00:00"),
        ("2026-11-27 14:00", "Fri 27 Nov 14:00"),
        ("2026-03-04 14:00", "Wed 4 Mar 14:00"),
        ("2027-01-01 14:00", "Fri 1 Jan 2027 14:00"),
        ("2025-12-31 14:00", "Wed 31 Dec 2025 14:00"),
    ],
)
def test_a_moment_is_said_by_its_distance_in_days(when: str, words: str) -> None:
    """The days next to today have names; others their date, with the year when it is another."""
    assert moment(at(when), Viewpoint(NOW)) == words


def test_a_near_day_needs_no_year_over_new_year() -> None:
    """On 1 January the evening before is `yesterday`."""
    assert moment(at("2026-12-31 20:15"), Viewpoint(at("2027-01-01 10:00"))) == "yesterday 20:15"


def test_a_moment_is_shown_on_the_clock_of_the_reader() -> None:
    """The zone of `now` decides the day and the hour."""
    assert moment(at("2026-11-22 01:00"), Viewpoint(NOW.astimezone(NEW_YORK))) == "yesterday 19:00"
    assert moment(at("2026-11-22 22:00"), Viewpoint(NOW.astimezone(KATHMANDU))) == "tomorrow 02:45"


def test_a_clock_time_that_comes_twice_is_told_apart() -> None:
    """In the repeated hour the zone stands beside the time."""
    now = Viewpoint(at("2026-10-25 12:00"))
    assert moment(at("2026-10-25 02:30"), now) == "today 02:30 CEST"
    assert moment(at("2026-10-25 02:30", fold=1), now) == "today 02:30 CET"
    assert moment(at("2026-10-25 03:00"), now) == "today 03:00"


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        (BERLIN, "Fri 27 Nov 2026 14:00 CET"),
        (NEW_YORK, "Fri 27 Nov 2026 08:00 EST"),
        (KATHMANDU, "Fri 27 Nov 2026 18:45 +05:45"),
        (dt.UTC, "Fri 27 Nov 2026 13:00 UTC"),
        (dt.timezone(dt.timedelta(hours=1)), "Fri 27 Nov 2026 14:00 +01:00"),
        (dt.timezone(dt.timedelta(hours=-3, minutes=-30)), "Fri 27 Nov 2026 09:30 -03:30"),
    ],
)
def test_the_read_back_names_year_and_zone(zone: dt.tzinfo, words: str) -> None:
    """Nothing is left open: weekday, date, year, time, zone; an offset where the zone has no letters."""
    assert absolute(at("2026-11-27 14:00"), NOW.astimezone(zone)) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "just now"),
        (59, "just now"),
        (-59, "just now"),
        (60, "1 min ago"),
        (5 * 60 + 59, "5 min ago"),
        (3599, "59 min ago"),
        (3600, "1 h ago"),
        (3 * 3600 + 3599, "3 h ago"),
        (41 * 3600, "41 h ago"),
        (48 * 3600 - 1, "47 h ago"),
        (48 * 3600, "2 days ago"),
        (72 * 3600 - 1, "2 days ago"),
        (72 * 3600, "3 days ago"),
        (-60, "in 1 min"),
        (-5 * 60, "in 5 min"),
        (-5 * 60 - 1, "in 6 min"),
        (-3599, "in 1 h"),
        (-3600, "in 1 h"),
        (-3601, "in 2 h"),
        (-47 * 3600, "in 47 h"),
        (-48 * 3600, "in 2 days"),
        (-48 * 3600 - 1, "in 3 days"),
    ],
)
def test_what_is_over_is_rounded_down_and_what_comes_is_rounded_up(seconds: int, words: str) -> None:
    """Minutes, hours up to 48, then days; no end of a restriction looks nearer than it is."""
    assert ago(NOW - dt.timedelta(seconds=seconds), Viewpoint(NOW)) == words


def test_distance_counts_real_time_over_a_clock_change() -> None:
    """Two times of one zone lie as far apart as the instants do, not as the clocks."""
    assert ago(at("2026-03-29 01:00"), Viewpoint(at("2026-03-29 04:00"))) == "2 h ago"
    assert ago(at("2026-10-25 02:30"), Viewpoint(at("2026-10-25 02:30", fold=1))) == "1 h ago"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (41.0, "41 h"),
        (41.99, "41 h"),
        (1.0, "1 h"),
        (0.5, "30 min"),
        (29 / 60, "29 min"),
        (59.9 / 60, "59 min"),
        (0.0, "0 min"),
        (-0.05, "0 min"),
        (672.0, "672 h"),
    ],
)
def test_elapsed_hours_are_rounded_down(value: float, words: str) -> None:
    """An hour counts once it is over; below one hour the minutes are said."""
    assert hours(value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "0 h"),
        (0.5, "30 min"),
        (1.5, "1 h 30 min"),
        (24, "24 h"),
        (48, "48 h"),
        (71, "71 h"),
        (72, "3 days"),
        (120, "5 days"),
        (132, "5 days 12 h"),
        (100.25, "4 days 4 h 15 min"),
        (672, "28 days"),
    ],
)
def test_spans_are_exact(value: float, words: str) -> None:
    """Below 72 hours in hours, from there in days, with what is left over."""
    assert span(value) == words


@pytest.mark.parametrize(
    "say",
    [
        absolute,
        lambda at, now: moment(at, Viewpoint(now)),
        lambda at, now: ago(at, Viewpoint(now)),
    ],
    ids=["absolute", "moment", "ago"],
)
def test_naive_times_are_a_bug_of_the_caller(say: Callable[[dt.datetime, dt.datetime], str]) -> None:
    """The machine's own zone is never taken in silence."""
    naive = dt.datetime(2026, 11, 22, 14)  # noqa: DTZ001  # the case under test
    with pytest.raises(ValueError, match="aware"):
        say(naive, NOW)
    with pytest.raises(ValueError, match="aware"):
        say(NOW, naive)


@settings(deadline=None)
@given(
    instant=times(2000, 2100, ZONES),
    now=times(2000, 2100, ZONES),
)
def test_what_is_said_in_full_is_read_back_as_the_same_minute(instant: dt.datetime, now: dt.datetime) -> None:
    """`absolute` round-trips through `read`, in any zone and in the hour that comes twice."""
    found = reads.moment(read(absolute(instant, now), at=now, toward="past"))
    assert found.astimezone(dt.UTC) == instant.astimezone(dt.UTC).replace(second=0, microsecond=0)


@settings(deadline=None)
@given(
    now=times(2024, 2040, ZONES),
    minutes=st.integers(-60 * 24 * 40, 60 * 24 * 40),
)
def test_a_moment_as_said_is_read_back_in_its_direction(now: dt.datetime, minutes: int) -> None:
    """The short words of the last and next weeks mean the same minute when they are typed."""
    now = now.replace(second=0, microsecond=0)
    instant = (now.astimezone(dt.UTC) + dt.timedelta(minutes=minutes)).astimezone(now.tzinfo)
    toward: Toward = "past" if minutes <= 0 else "future"
    found = reads.moment(read(moment(instant, Viewpoint(now)), at=now, toward=toward))
    assert found.astimezone(dt.UTC) == instant.astimezone(dt.UTC)
