"""When somebody is reminded: four weeks, hour by hour."""

import datetime as dt
from collections.abc import Iterable, Iterator

import pytest

from meso_cli.model.records import Record
from meso_cli.model.settings import Settings
from meso_cli.recovery.reminders import NOTICE, Reason, reasons
from tests.core.making import Said, patient
from tests.core.recoveries import TREATED, case, treatment

Hour = tuple[dt.datetime, tuple[Reason, ...]]
CALM = "redness=0 swelling=0 flaking=0 scabs=0 warmth=0"


def hourly(record: Record, days: int, settings: Settings | None = None) -> Iterator[Hour]:
    """Each full hour with what is due then; an entry is known from its time on."""
    for hours in range(days * 24):
        at = record.treatment.moment(hours).astimezone(TREATED.tzinfo)
        known = record._replace(entries=tuple(entry for entry in record.entries if entry.at <= at))
        yield at, reasons([case(known)], settings or Settings(), at)


def evenings(hours: Iterable[Hour]) -> list[dt.datetime]:
    return [at for at, due in hours if any(row.kind == "check-in" for row in due)]


def date(day: int) -> dt.date:
    return TREATED.date() + dt.timedelta(days=day)


@pytest.fixture(scope="module")
def five_weeks() -> list[Hour]:
    """A calm recovery, logged every other day at 17:00, until a week after follow-up."""
    said: list[Said] = [(24.0 * day + 3, CALM) for day in range(0, 29, 2)]
    return list(hourly(patient(*said, of=treatment(device="pen", depth_mm=1.0, skin_type=2)), 35))


def test_a_day_without_a_log_is_reminded_from_the_evening_on(five_weeks: list[Hour]) -> None:
    """From 20:00 to midnight on the clocks of the wall, each day of follow-up without a log, never after."""
    found = evenings(five_weeks)
    assert {at.date() for at in found} == {date(day) for day in range(1, 29, 2)}
    assert {at.hour for at in found} == {20, 21, 22, 23}
    assert len(found) == 4 * 14


def test_each_end_is_told_in_the_hour_before_it_alone(five_weeks: list[Hour]) -> None:
    """Every restriction that ends by time has its hour, and only one: none twice, none missed."""
    told = [row for _, due in five_weeks for row in due if row.kind == "lift"]
    hours = [int((row.at - TREATED.astimezone(dt.UTC)).total_seconds() // 3600) for row in told]
    assert hours == [24, 48, 120, 168, 240, 336, 672]
    assert all(
        dt.timedelta() < row.at - at <= NOTICE for at, due in five_weeks for row in due if row.kind == "lift"
    )


def test_a_log_late_in_the_evening_silences_the_rest_of_it() -> None:
    """Whatever was logged, at any hour of that day."""
    found = evenings(hourly(patient((31.5, "redness=1")), 2))  # day 1 at 21:30
    assert [at.hour for at in found if at.date() == date(1)] == [20, 21]


@pytest.mark.parametrize(
    ("day_start", "checkin_at", "hours"),
    [
        (0, 20, {20, 21, 22, 23}),
        (4, 20, {20, 21, 22, 23, 0, 1, 2, 3}),
        (4, 1, {1, 2, 3}),
        (0, 9, set(range(9, 24))),
    ],
)
def test_the_hour_is_the_persons_own_and_the_day_too(
    day_start: int, checkin_at: int, hours: set[int]
) -> None:
    """`checkin_at` says when, `day_start` how long the day lasts; before it, it is still the day before."""
    own = Settings(day_start=dt.timedelta(hours=day_start), checkin_at=dt.timedelta(hours=checkin_at))
    found = evenings(hourly(patient(), 4, own))
    assert {at.hour for at in found if at.date() in (date(2), date(3))} == hours


def test_who_began_after_the_hour_is_not_nagged_the_same_evening() -> None:
    """A treatment at 21:00 has its first check-in the next evening."""
    treated = treatment()._replace(at=TREATED.replace(hour=21))
    record = Record(treated)
    assert reasons([case(record)], Settings(), TREATED.replace(hour=22)) == ()
    assert reasons([case(record)], Settings(), TREATED.replace(hour=20) + dt.timedelta(days=1)) != ()


def test_what_is_held_does_not_end() -> None:
    """What the skin or a warning holds at that hour is not announced."""
    about = treatment(device="pen", depth_mm=1.0, skin_type=2)
    at = about.moment(47.5).astimezone(TREATED.tzinfo)
    for said in ("redness=2", "fever", CALM + " open-sore"):
        assert reasons([case(patient((40, said), of=about))], Settings(), at) == ()
    (end,) = reasons([case(patient((40, CALM), of=about))], Settings(), at)
    assert (end.kind, end.at) == ("lift", about.moment(48))


def test_an_ended_treatment_reminds_of_nothing_and_a_warning_keeps_it_going() -> None:
    """Follow-up is over with its end, unless a warning stands."""
    evening = TREATED.replace(hour=20) + dt.timedelta(days=3)
    ended = Record(treatment()._replace(ended_at=TREATED + dt.timedelta(days=2)))
    assert reasons([case(ended)], Settings(), evening) == ()
    assert reasons([], Settings(), evening) == ()
    late = TREATED.replace(hour=20) + dt.timedelta(days=40)
    flagged = patient((24.0 * 20, "pus"))
    assert [row.kind for row in reasons([case(flagged)], Settings(), late)] == ["check-in"]


def test_a_key_says_nothing_of_health() -> None:
    """What is remembered of what was told is a kind and a time."""
    assert Reason("lift", TREATED).key == "lift 2026-03-27T13:00+00:00"
