"""Entries dated in the future, after a clock that was ahead: they may add a warning and clear none."""

from typing import Any

import pytest

from meso_cli.errors import Exit
from tests.conftest import World


def status(world: World, *words: str) -> dict[str, Any]:
    return world.as_json("status", *words)


def tiers(world: World, *words: str) -> dict[str, str]:
    return {row["id"]: row["tier"] for row in status(world, *words)["warnings"]}


@pytest.fixture
def ahead(treated: World) -> World:
    """At hour 54 the clock said 78: no pus, swelling gone. It is right again at hour 55."""
    assert treated.at(hours=78).meso("log", "pus=no", "swelling=0").code == 0
    return treated.at(hours=55)


def test_a_no_from_the_future_hides_no_red_flag(ahead: World) -> None:
    """Pus logged now stands, and the way to correct the other entry is said."""
    ahead.meso("log", "pus")
    assert tiers(ahead) == {"pus": "urgent"}
    assert ahead.meso("status", "--check").code == Exit.CHECK_URGENT
    out = ahead.meso("status").out
    assert "1 entry is dated in the future (#1)" in out
    assert "meso edit 1 --at" in out
    assert "No warning sign" not in out
    assert "Why: pus (just now, #2)" in out
    assert "check the clock (#1" in ahead.meso("status", "--brief").out
    assert tiers(ahead, "--at", "in 2 days") == {"pus": "urgent"}


def test_a_zero_from_the_future_lowers_no_symptom(ahead: World) -> None:
    """Swelling logged now is what counts; its finding and its row are of now."""
    ahead.meso("log", "swelling=3")
    assert tiers(ahead) == {"swelling": "urgent"}
    assert {row["id"]: row["severity"] for row in status(ahead)["symptoms"]}["swelling"] == 3


def test_a_yes_from_the_future_counts(treated: World) -> None:
    """Neither a no of now nor one that is dated later still takes a red flag away."""
    treated.at(hours=78).meso("log", "pus", "scabs=1")
    treated.at(hours=90).meso("log", "pus=no", "scabs=0")
    treated.at(hours=55).meso("log", "pus=no")
    assert tiers(treated) == {"pus": "urgent"}
    found = status(treated)
    assert found["ahead"] == [
        {"entry": 1, "at": "2026-03-05T20:00:00+01:00"},
        {"entry": 2, "at": "2026-03-06T08:00:00+01:00"},
    ]
    held = {row["id"]: row["held_by"] for row in found["restrictions"]}
    assert held["makeup"] == ["pus", "scabs"]
    treated.meso("edit", "1", "--at", "2h ago")
    treated.meso("edit", "2", "--at", "1h ago")
    assert (tiers(treated), status(treated)["ahead"]) == ({}, [])


def test_only_entries_from_the_future_are_no_check_in(ahead: World) -> None:
    """What they say is not known now: the screen does not speak of what was logged."""
    found = status(ahead)
    assert (found["last_entry_at"], found["warnings"]) == (None, [])
    out = ahead.meso("status").out
    assert "Nothing logged yet" in out
    assert "1 entry is dated in the future (#1)" in out


def test_none_does_not_look_ahead(ahead: World) -> None:
    """`--none` turns to 0 what is above 0 now, whatever an entry from the future says of it."""
    ahead.meso("log", "swelling=2")
    assert "Swelling" in ahead.at(hours=56).meso("log", "--none").out
    assert {row["id"]: row["severity"] for row in status(ahead)["symptoms"]}["swelling"] == 0


def test_a_call_from_the_future_tells_nobody(treated: World) -> None:
    """What somebody was told by a clock that was ahead does not cover what is logged now."""
    treated.at(hours=78).meso("log", "pus", "--told", "clinic")
    treated.at(hours=55).meso("log", "pus")
    assert [row["acknowledged"] for row in status(treated)["warnings"]] == [None]


def test_looking_back_is_as_it_was(treated: World) -> None:
    """A past moment knows what had been observed by then, and nothing of it is ahead."""
    treated.at(hours=30).meso("log", "pus")
    treated.at(hours=40).meso("log", "pus=no")
    assert tiers(treated, "--at", "2026-03-03T21:00:00+01:00") == {"pus": "urgent"}
    assert tiers(treated) == {}
    assert status(treated, "--at", "2026-03-03T21:00:00+01:00")["ahead"] == []


def test_doctor_looks_at_what_was_observed(ahead: World) -> None:
    """An import from another machine may bring such an entry with an honest time of writing."""
    ahead.meso("edit", "1", "--note", "written anew")
    assert "an entry is dated 2026-03-05T19:00:00Z" in ahead.meso("doctor").out
