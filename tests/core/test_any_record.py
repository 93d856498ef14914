"""What must hold of any record at all: signs, symptoms, care, a plan, a history, an end, any clock."""

import datetime as dt
import random
from itertools import groupby
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from meso_cli.model.records import Entry, Instruction, Observation, Record, Treatment
from meso_cli.model.settings import Settings
from meso_cli.model.status import Status
from meso_cli.model.tiers import rank
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.recovery.future_dated import set_apart_future_dated
from meso_cli.recovery.status import status
from tests.core.making import made
from tests.core.recoveries import GUIDE, TREATED, case, treatments
from tests.searching import examples

EMERGENCIES = sorted(row.id for row in GUIDE.signs.values() if row.tier == "emergency")
ORDER = ("avoid", "caution", "allowed")
MONTHS = 200 * 24 * 60

values = {
    **{id: st.integers(0, 4) for id in GUIDE.symptoms},
    **{id: st.integers(0, 1) for id in GUIDE.signs},
    **{row.id: st.integers(0, 99) for row in GUIDE.care.values() if row.per_day},
}
# Inflammation and a few signs often, so that runs and combinations come up; everything sometimes.
items = st.sampled_from(["redness", "swelling", "warmth", "pain", "fever", "very-unwell", "breathing"]) | (
    st.sampled_from(sorted(values))
)
observations = st.lists(items, max_size=4, unique=True).flatmap(
    lambda chosen: st.tuples(*(st.builds(Observation, st.just(item), values[item]) for item in chosen))
)
minutes = st.integers(0, 14 * 24 * 60) | st.integers(0, 100 * 24 * 60)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """A treatment with up to ten entries at distinct minutes, numbered in any order, and a plan."""
    treated = draw(treatments)
    when = draw(st.lists(minutes, max_size=10, unique=True))
    entries = tuple(
        Entry(number, f"e{number}", treated.moment(minute / 60), draw(observations))
        for number, minute in enumerate(when, 1)
    )
    plan = tuple(
        Instruction(id, hours, "Dr Vale", None, TREATED)
        for id, hours in draw(
            st.dictionaries(
                st.sampled_from(sorted(GUIDE.restrictions)), st.none() | st.integers(0, 2000), max_size=2
            )
        ).items()
    )
    ended = draw(st.none() | st.integers(0, 1000))
    if ended is not None:
        treated = treated._replace(ended_at=treated.moment(ended))
    return Record(treated, entries, plan)


def look(of: Record, minute: float, own: Settings | None = None) -> Status:
    at = of.treatment.moment(minute / 60).astimezone(TREATED.tzinfo)
    return status(case(of), own or Settings(), Viewpoint(at))


def last_minute(of: Record) -> float:
    return max((of.treatment.hours(entry.at) * 60 for entry in of.entries), default=0)


def said_by(found: Status, item: str) -> str | None:
    """The highest tier at which a warning rests on this item; None: no warning does."""
    tiers = [
        row.tier for row in found.warnings if row.id == item or item in {log.item for log in row.because}
    ]
    return max(tiers, key=rank, default=None)


@settings(max_examples=examples(80), deadline=None)
@given(records(), st.integers(-5, MONTHS), st.integers(0, 1439))
def test_every_record_has_a_status(of: Record, minute: int, begins: int) -> None:
    """It never raises, and hangs together: each subject once, gravest first, with its reasons."""
    found = look(of, minute, Settings(day_start=dt.timedelta(minutes=begins)))
    ids = [row.id for row in found.warnings]
    assert len(ids) == len(set(ids))
    assert [rank(row.tier) for row in found.warnings] == sorted(
        (rank(row.tier) for row in found.warnings), reverse=True
    )
    logged = {(entry.id, seen.item): seen.value for entry in of.entries for seen in entry.observations}
    for row in found.warnings:
        assert row.because
        assert row.kinds
        assert all(logged[log.entry, log.item] == log.value for log in row.because)
        assert row.since in {log.at for log in row.because}
    assert [row.id for row in found.restrictions] == list(GUIDE.restrictions)
    assert [row.id for row in found.care] == list(GUIDE.care)
    assert [row.id for row in found.symptoms] == list(GUIDE.symptoms)
    assert len(found.not_checked) == len(set(found.not_checked))
    assert found.in_follow_up or not found.overdue
    assert found.silence is None or found.overdue
    assert not found.warnings or found.in_follow_up


@settings(max_examples=examples(80), deadline=None)
@given(records(), st.integers(0, 14 * 24 * 60))
def test_what_is_dated_ahead_lowers_nothing(of: Record, minute: int) -> None:
    """Each item's warning is at least what it would be without the entries ahead; holds stay as well."""
    found = look(apart := set_apart_future_dated(of, of.treatment.moment(minute / 60)), minute)
    without = look(apart._replace(future_dated=()), minute)
    for item in {*GUIDE.symptoms, *GUIDE.signs}:
        if (tier := said_by(without, item)) is not None:
            assert rank(said_by(found, item) or "watch") >= rank(tier), item
    for now, then in zip(found.restrictions, without.restrictions, strict=True):
        assert ORDER.index(now.state) <= ORDER.index(then.state)
        assert now.unchecked == then.unchecked or now.held_by
    assert found.last_entry_at == without.last_entry_at


@settings(max_examples=examples(50), deadline=None)
@given(records(), st.integers(0, 27 * 24 * 60))
def test_what_nobody_asked_lately_is_named(of: Record, minute: int) -> None:
    """A daily sign is listed exactly when its latest log is not of the last 24 h, while followed."""
    of = of._replace(treatment=of.treatment._replace(ended_at=None))
    at = of.treatment.moment(minute / 60)
    of = of._replace(entries=tuple(entry for entry in of.entries if entry.at <= at))
    found = look(of, minute)
    fresh = {
        seen.item
        for entry in of.entries
        for seen in entry.observations
        if at - entry.at < dt.timedelta(hours=24)
    }
    daily = {row.id for row in GUIDE.signs.values() if row.ask == "daily"}
    assert set(found.not_checked) & daily == daily - fresh


@settings(max_examples=examples(80), deadline=None)
@given(records(), st.integers(1, 5000), observations)
def test_a_later_entry_that_does_not_mention_a_sign_does_not_clear_it(
    of: Record, later: int, new: tuple[Observation, ...]
) -> None:
    """A sign that stands is still said, at no lower tier, whatever else is logged after it.

    But for an emergency that is over and lingers its day: that one the clock ends.
    """
    minute = last_minute(of) + later
    before = look(of, minute)
    entry = Entry(99, "e99", of.treatment.moment(minute / 60), new)
    after = look(of._replace(entries=(*of.entries, entry)), minute)
    mentioned = {seen.item for seen in new}
    latest: dict[str, int] = {}
    for each in sorted(of.entries, key=lambda entry: entry.at):
        latest |= {seen.item: seen.value for seen in each.observations}
    for id in GUIDE.signs:
        if latest.get(id) and id not in mentioned:
            tier = said_by(before, id)
            assert tier is not None
            assert rank(said_by(after, id) or "watch") >= rank(GUIDE.signs[id].tier)


@settings(max_examples=examples(50), deadline=None)
@given(records(), st.sampled_from(EMERGENCIES), st.integers(1, 5000))
def test_an_emergency_is_an_emergency_by_its_own_name(of: Record, sign: str, later: int) -> None:
    """A yes now: its own card among the first, whatever else stands; it folds under nothing."""
    minute = last_minute(of) + later
    entry = made(minute / 60, sign, 99, of.treatment)
    found = look(of._replace(entries=(*of.entries, entry)), minute)
    assert {row.id: row.tier for row in found.warnings}[sign] == "emergency"
    assert found.warnings[0].tier == "emergency"


@settings(max_examples=examples(60), deadline=None)
@given(records(), st.integers(0, MONTHS))
def test_time_alone_changes_no_warning(of: Record, later: int) -> None:
    """Neither clears nor worsens, but for the day that an emergency lingers after its first no."""
    lasting = tuple(
        entry._replace(
            observations=tuple(
                seen for seen in entry.observations if seen.value or seen.item not in EMERGENCIES
            )
        )
        for entry in of.entries
    )
    of = of._replace(entries=lasting)
    minute = last_minute(of)
    assert look(of, minute).warnings == look(of, minute + later).warnings


@settings(max_examples=examples(50), deadline=None)
@given(records(), st.randoms(use_true_random=False), st.integers(0, 5000))
def test_when_it_was_typed_does_not_matter(of: Record, chance: random.Random, later: int) -> None:
    """Numbers and their order in the file say nothing, where the minutes differ."""
    numbers = list(range(1, len(of.entries) + 1))
    chance.shuffle(numbers)
    renumbered = [entry._replace(id=number) for entry, number in zip(of.entries, numbers, strict=True)]
    chance.shuffle(renumbered)
    minute = last_minute(of) + later
    one, other = look(of, minute), look(of._replace(entries=tuple(renumbered)), minute)
    assert [(row.id, row.tier, row.kinds, row.since) for row in one.warnings] == [
        (row.id, row.tier, row.kinds, row.since) for row in other.warnings
    ]
    assert (one.restrictions, one.care, one.symptoms) == (other.restrictions, other.care, other.symptoms)
    assert (one.not_checked, one.silence, set(one.changes)) == (
        other.not_checked,
        other.silence,
        set(other.changes),
    )


@settings(max_examples=examples(25), deadline=None)
@given(records(), st.lists(st.integers(0, MONTHS), min_size=8, max_size=20))
def test_states_follow_one_another_once(of: Record, times: list[int]) -> None:
    """By time: avoid, caution, allowed, each for one stretch at most; a hold only turns allowed into

    caution.
    """
    for rows in zip(*(look(of, minute).restrictions for minute in sorted(times)), strict=True):
        stretches = [state for state, _ in groupby(row.by_time for row in rows)]
        assert stretches == sorted(set(stretches), key=ORDER.index)
        for row in rows:
            held = row.by_time == "allowed" and row.held_by
            assert row.state == ("caution" if held else row.by_time)
            assert row.by_time != "avoid" or not row.held_by
            assert row.by_time == "allowed" or not row.unchecked


zones = st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe", "UTC"])


@settings(max_examples=examples(100), deadline=None)
@given(
    st.datetimes(*map(dt.datetime.fromisoformat, ("2025-01-01", "2027-12-31"))),
    zones,
    st.lists(st.integers(0, MONTHS), min_size=2, max_size=6),
    zones,
)
def test_days_and_hours_agree(treated_at: dt.datetime, home: str, times: list[int], there: str) -> None:
    """Neither goes back, wherever they are asked; a day has 23 to 25 hours, so they never drift."""
    treated = Treatment(1, "u", treated_at.replace(tzinfo=ZoneInfo(home)))
    began = treated.at.timestamp()
    asked = [
        dt.datetime.fromtimestamp(began + minute * 60, dt.UTC).astimezone(ZoneInfo(there))
        for minute in sorted(times)
    ]
    days = [treated.day(at) for at in asked]
    assert days == sorted(days)
    for at, minute, day in zip(asked, sorted(times), days, strict=True):
        assert abs(treated.hours(at) - minute / 60) < 1e-6
        local = at.astimezone(ZoneInfo(home))
        assert day == (local.date() - treated_at.date()).days
        # In UTC: Python calls two zones' times unequal where one of them stands twice on the clock.
        assert treated.moment(treated.hours(at)) == at.astimezone(dt.UTC)
        assert -1 < minute / 60 / 24 - day + treated_at.hour / 24 < 2
