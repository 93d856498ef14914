"""`day 3`: counted from the treatment, in its zone, with midnights moved by `day_start`."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meso_cli.errors import BadValue
from meso_cli.model.records import Treatment
from meso_cli.when.reading import Moment, WholeDay, read
from tests.when.reads import day, moment, times

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")
TREATED = dt.datetime(2026, 11, 20, 18, 30, tzinfo=BERLIN)
NOW = dt.datetime(2026, 11, 22, 14, 0, tzinfo=BERLIN)


def recovery_day(
    words: str, at: dt.datetime = NOW, start: dt.datetime | None = TREATED, hours: int = 0
) -> Moment | WholeDay:
    return read(words, at=at, toward="future", start=start, day_start=dt.timedelta(hours=hours))


@pytest.mark.parametrize(
    ("hours", "begins", "ends"),
    [(0, "2026-11-23T00:00", "2026-11-24T00:00"), (4, "2026-11-23T04:00", "2026-11-24T04:00")],
)
def test_day_start_moves_the_midnights(hours: int, begins: str, ends: str) -> None:
    """Day N runs from one moved midnight to the next."""
    found = day(recovery_day("day 3", hours=hours))
    assert (found.start.isoformat()[:16], found.end.isoformat()[:16]) == (begins, ends)


def test_a_treatment_before_day_start_belongs_to_the_evening_before() -> None:
    """With days from 04:00, a treatment at 02:00 is still on the previous day, its day 0."""
    found = day(recovery_day("day 0", start=TREATED.replace(hour=2), hours=4))
    assert found.start.isoformat()[:16] == "2026-11-19T04:00"


@pytest.mark.parametrize(
    ("words", "hours", "expected"),
    [
        ("day 3 18:00", 0, "2026-11-23T18:00"),
        ("day 3 00:00", 0, "2026-11-23T00:00"),
        ("day 3 23:59", 0, "2026-11-23T23:59"),
        ("day 3 04:00", 4, "2026-11-23T04:00"),
        ("day 3 03:59", 4, "2026-11-24T03:59"),
    ],
)
def test_a_time_on_a_recovery_day_lies_within_it(words: str, hours: int, expected: str) -> None:
    """Small hours before `day_start` belong to the night that ends the day."""
    assert moment(recovery_day(words, hours=hours)).isoformat()[:16] == expected


def test_the_days_are_the_treatments_and_the_clock_is_the_readers() -> None:
    """Treated in Berlin, read in New York: Berlin's day 3, and 18:00 as New York's clock shows it."""
    at = NOW.astimezone(NEW_YORK)
    found = day(recovery_day("day 3", at=at))
    assert (found.start.isoformat(), found.end.isoformat()) == (
        "2026-11-22T18:00:00-05:00",
        "2026-11-23T18:00:00-05:00",
    )
    assert moment(recovery_day("day 3 17:59", at=at)).isoformat() == "2026-11-23T17:59:00-05:00"
    assert moment(recovery_day("day 3 18:00", at=at)).isoformat() == "2026-11-22T18:00:00-05:00"


def test_a_day_of_25_hours_seen_from_elsewhere_asks_which() -> None:
    """Berlin's 25 October 2026 has 25 hours: in Kathmandu one clock time comes twice within it."""
    treated = dt.datetime(2026, 10, 24, 12, tzinfo=BERLIN)
    at = treated.astimezone(ZoneInfo("Asia/Kathmandu"))
    with pytest.raises(BadValue, match=r"2026-10-25T04:00\+05:45 or 2026-10-26T04:00\+05:45"):
        read("day 1 04:00", at=at, toward="future", start=treated)


def test_a_day_of_23_hours_seen_from_elsewhere_lacks_a_time() -> None:
    """Berlin's 29 March 2026 has 23 hours: in Kathmandu one hour on the clock is not in it."""
    treated = dt.datetime(2026, 3, 28, 12, tzinfo=BERLIN)
    at = treated.astimezone(ZoneInfo("Asia/Kathmandu"))
    with pytest.raises(BadValue, match="no such time"):
        read("day 1 04:00", at=at, toward="future", start=treated)


def test_a_skipped_time_on_a_recovery_day_names_both_sides() -> None:
    """The clock change is explained there as for any other day."""
    treated = dt.datetime(2026, 3, 28, 12, tzinfo=BERLIN)
    with pytest.raises(BadValue, match=r"Sun 29 Mar 2026.*01:30 or 03:30"):
        read("day 1 02:30", at=treated, toward="future", start=treated)


def test_a_day_start_that_is_skipped_is_the_moment_of_the_change() -> None:
    """Clocks jump from 02:00 to 03:00: a day from 02:30 begins then, where Treatment.day counts on."""
    treated = dt.datetime(2026, 3, 28, 12, tzinfo=BERLIN)
    found = day(read("day 1", at=treated, toward="future", start=treated, day_start=dt.timedelta(hours=2.5)))
    assert found.start.isoformat() == "2026-03-29T03:00:00+02:00"
    assert found.end.isoformat() == "2026-03-30T02:30:00+02:00"


def test_without_a_treatment_there_is_no_day_three() -> None:
    """`day 3` says what is missing, not merely that it cannot be read."""
    for words in ("day 3", "day 3 18:00"):
        with pytest.raises(BadValue, match=f"'{words}' needs a treatment"):
            recovery_day(words, start=None)


ZONES: st.SearchStrategy[dt.tzinfo] = st.sampled_from(
    [BERLIN, NEW_YORK, ZoneInfo("Asia/Kathmandu"), ZoneInfo("Africa/Cairo"), dt.UTC]
)


@settings(deadline=None)
@given(
    treated=times(2024, 2030, ZONES),
    number=st.integers(0, 400),
    half_hours=st.integers(0, 16),
    minute=st.integers(0, 24 * 60 - 1),
    reader=ZONES,
)
def test_a_recovery_day_is_the_one_that_the_treatment_counts(
    treated: dt.datetime, number: int, half_hours: int, minute: int, reader: dt.tzinfo
) -> None:
    """`day N` begins where Treatment.day first says N, ends where it says N + 1; so do times on it."""
    shift = dt.timedelta(minutes=30 * half_hours)
    treatment = Treatment(1, "", treated)

    def asked(words: str) -> Moment | WholeDay:
        now = treated.astimezone(reader)
        return read(words, at=now, toward="future", start=treated, day_start=shift)

    found = day(asked(f"day {number}"))
    assert treatment.day(found.start, shift) == number
    before_end = found.end.astimezone(dt.UTC) - dt.timedelta(seconds=1)
    assert treatment.day(before_end, shift) in (number, number - 1)  # the hour that comes twice
    assert treatment.day(found.end, shift) == number + 1
    try:
        on_it = moment(asked(f"day {number} {minute // 60:02}:{minute % 60:02}"))
    except BadValue:
        return
    assert found.start.astimezone(dt.UTC) <= on_it.astimezone(dt.UTC) < found.end.astimezone(dt.UTC)
