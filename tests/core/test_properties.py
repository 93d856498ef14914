"""What must hold of every recovery, not only of those in the diaries."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from meso_cli.model.records import Treatment
from tests.core.recoveries import (
    GUIDE,
    Values,
    calm_recoveries,
    hours_of_logs,
    record,
    seen,
    tiers,
    treatment,
    treatments,
)
from tests.searching import examples

SIGNS = st.sampled_from(sorted(GUIDE.signs))
any_values = st.dictionaries(st.sampled_from(sorted(GUIDE.symptoms)), st.integers(0, 4), max_size=5)
any_logs = st.builds(
    lambda hours, values: dict(zip(hours, values, strict=False)),
    hours_of_logs,
    st.lists(any_values, min_size=24, max_size=24),
)
INFLAMMATORY = ("redness", "swelling", "warmth", "pain")
# Gone, then anything: often back again, with the others up or not.
_grades = st.fixed_dictionaries({}, optional={item: st.integers(0, 3) for item in INFLAMMATORY})
back_again = st.builds(
    lambda hours, values: {48.0: dict.fromkeys(INFLAMMATORY, 0), **dict(zip(hours, values, strict=False))},
    st.lists(st.floats(49, 160), min_size=1, max_size=6, unique_by=round).map(sorted),
    st.lists(_grades, min_size=6, max_size=6),
)


@settings(max_examples=examples(60), deadline=None)
@given(calm_recoveries())
def test_a_recovery_within_its_courses_stays_quiet(
    case: tuple[Treatment, dict[float, dict[str, int]]],
) -> None:
    """Within the courses and only settling: no warning above watch, after any log, day 0 to 28."""
    treated, log = case
    moments = list(log)
    for number, hours in enumerate(moments, 1):
        of = record(treated, {moment: log[moment] for moment in moments[:number]})
        loud = {id: tier for id, tier in tiers(of, hours).items() if tier != "watch"}
        assert not loud, (hours, log)


@settings(max_examples=examples(50), deadline=None)
@given(treatments, any_logs, SIGNS, st.data())
def test_nothing_but_a_no_clears_a_sign(
    treated: Treatment, log: dict[float, Values], sign: str, data: st.DataObject
) -> None:
    """A reported sign stands after any entries that do not mention it; emergencies at their tier."""
    reported_at = data.draw(st.sampled_from(sorted(log)))
    log = {**log, reported_at: {**log[reported_at], sign: 1}}
    found = seen(record(treated, log), 60 * 24)
    standing = {logged.item for warning in found.warnings for logged in warning.because}
    assert sign in standing
    if GUIDE.signs[sign].tier == "emergency":
        assert "emergency" in {warning.tier for warning in found.warnings}


@settings(max_examples=examples(30), deadline=None)
@given(treatments, any_logs, st.integers(0, 700))
def test_the_warnings_alone_are_those_of_the_status(
    treated: Treatment, log: dict[float, Values], hours: int
) -> None:
    """`tiers`, which the properties here ask, says what a status says."""
    of = record(treated, log)
    assert tiers(of, hours) == {warning.id: warning.tier for warning in seen(of, hours).warnings}


@settings(max_examples=examples(50), deadline=None)
@given(treatments, any_logs, st.floats(0, 2000))
def test_the_clock_neither_clears_nor_worsens(
    treated: Treatment, log: dict[float, Values], later: float
) -> None:
    """Without a new log the warnings of symptoms stay what they are."""
    of = record(treated, log)
    last = max(log)
    assert tiers(of, last) == tiers(of, last + later)


@settings(max_examples=examples(80), deadline=None)
@given(treatments, back_again, st.lists(st.sampled_from(INFLAMMATORY), min_size=1), st.floats(0.1, 100))
def test_inflamed_again_is_not_taken_back_by_the_same_again(
    treated: Treatment, log: dict[float, Values], repeated: list[str], later: float
) -> None:
    """Any of its symptoms logged again as they were, one or several, however much later."""
    last = max(log)
    known = {item: values[item] for values in log.values() for item in values}
    again = {**log, last + later: {item: known[item] for item in repeated if item in known}}
    if "inflamed-again" in tiers(record(treated, log), last):
        assert "inflamed-again" in tiers(record(treated, again), last + later)


@settings(max_examples=examples(50), deadline=None)
@given(treatments, any_logs, st.randoms(use_true_random=False))
def test_the_order_of_typing_does_not_matter(
    treated: Treatment, log: dict[float, Values], chance: random.Random
) -> None:
    """Backfilled entries are judged by the time observed, not by when they were typed."""
    shuffled = list(log.items())
    chance.shuffle(shuffled)
    assert tiers(record(treated, log), 700) == tiers(record(treated, dict(shuffled)), 700)


@settings(max_examples=examples(40), deadline=None)
@given(treatments, any_logs, st.integers(0, 3000), st.integers(0, 3000))
def test_restrictions_only_loosen_with_time_and_holds_only_tighten(
    treated: Treatment, log: dict[float, Values], one: int, other: int
) -> None:
    """By time: avoid, caution, allowed, in this order; a hold never loosens, and moves no `until`."""
    of, order = record(treated, log), ("avoid", "caution", "allowed")
    early, late = (seen(of, hours).restrictions for hours in sorted((one, other)))
    for before, after in zip(early, late, strict=True):
        assert order.index(before.by_time) <= order.index(after.by_time)
        assert before.until == after.until or (after.until is None and after.kind == "advisory")
        for state in (before, after):
            assert order.index(state.state) <= order.index(state.by_time)
            moved = state.by_time == "allowed" and bool(state.held_by)
            assert (state.state == state.by_time) is not moved
            assert state.by_time != "avoid" or not state.held_by


@settings(max_examples=examples(30), deadline=None)
@given(treatments, any_logs, st.sampled_from(["fever", "breathing", "pus", "vision"]))
def test_nothing_reads_allowed_while_a_red_flag_stands(
    treated: Treatment, log: dict[float, Values], sign: str
) -> None:
    """Urgent and above hold every restriction, advisories too."""
    found = seen(record(treated, {**log, 650.0: {sign: 1}}), 5000)
    assert "allowed" not in {state.state for state in found.restrictions}


@settings(max_examples=examples(100), deadline=None)
@given(st.integers(0, 5000), st.integers(0, 5000), st.integers(0, 1439))
def test_the_day_never_goes_back(one: int, other: int, start_of_day: int) -> None:
    """Days are counted by local midnights, across clock changes, wherever a day begins."""
    import datetime as dt

    treated, shift = treatment(), dt.timedelta(minutes=start_of_day)
    first, second = (treated.day(treated.moment(hours), shift) for hours in sorted((one, other)))
    assert 0 <= first <= second
    # An hour of clock change and the part of a day before it: never two days apart from elapsed time.
    assert abs(second - max(one, other) / 24) <= 1.05


@settings(max_examples=examples(30), deadline=None)
@given(treatments, any_logs, st.integers(0, 27 * 24))
def test_what_was_never_asked_is_listed(treated: Treatment, log: dict[float, Values], hours: int) -> None:
    """Every daily sign that was not logged is in "not checked" during follow-up."""
    listed = set(seen(record(treated, log), hours).not_checked)
    assert {sign.id for sign in GUIDE.signs.values() if sign.ask == "daily"} <= listed
