"""An emergency of any treatment, open or ended, reaches every answer: nothing is allowed while it stands."""

import json

import pytest

from tests.conftest import World


@pytest.fixture
def two(world: World) -> World:
    """An old treatment of the face with an emergency in it, and a later one of the neck."""
    world.meso("start", "--area", "face", "--device", "pen", "--depth", "0.5", "--skin-type", "2")
    world.at(days=10).meso("start", "--area", "neck", "--device", "pen", "--depth", "0.5", "--skin-type", "2")
    world.meso("plan", "set", "sauna", "3d")
    world.at(days=20).meso("log", "breathing=yes", "--treatment", "t1")
    return world


@pytest.fixture(params=["open", "ended"])
def either(two: World, request: pytest.FixtureRequest) -> World:
    """The same, and with the old one ended in spite of the warning."""
    if request.param == "ended":
        assert two.meso("end", "t1", "--yes").code == 0
    return two


def test_the_later_treatment_leads_with_it(either: World) -> None:
    """The screen, the line, the code and JSON: one person has to be seen, whatever it was logged for."""
    assert either.meso("status").out.startswith("CALL ")
    assert "EMERGENCY: t1 trouble breathing" in either.meso("status", "--brief").out
    assert either.meso("status", "--check").code == 12
    (other,) = either.as_json("status")["others"]
    assert (other["id"], other["warnings"][0]["tier"]) == ("t1", "emergency")


@pytest.mark.parametrize(
    "line", ["status --all", "can swim", "why swimming", "plan", "plan set swimming 12h", "status --brief"]
)
def test_nothing_is_allowed(either: World, line: str) -> None:
    """What is allowed by time alone is never said to be allowed now."""
    out = either.meso(*line.split()).out.lower()
    promises = ("allowed now", "now: allowed", "swimming: allowed", "steam: allowed", "nothing restricted")
    assert not [promise for promise in promises if promise in out]
    assert "not now" in out or "everything else waits" in out


def test_programs_are_told_as_well(either: World) -> None:
    """`not_now` is true of every restriction in each JSON that has their states."""
    can = json.loads(either.meso("can", "swim", "--json").out)
    assert (can["allowed"], can["not_now"]) == (False, True)
    for words in (("status",), ("plan",)):
        assert {row["not_now"] for row in either.as_json(*words)["restrictions"]} == {True}
    assert either.as_json("why", "swimming")["yours"]["restriction"]["not_now"] is True


def test_what_is_told_for_the_wrong_treatment_is_not_lost(either: World) -> None:
    """The later treatment has no warning; the answer names the one that has, and how to say it again."""
    refused = either.meso("log", "--told", "called 112")
    assert refused.code == 3
    assert "one does for t1 (breathing)" in refused.err
    assert "--treatment t1" in refused.err
    assert either.meso("log", "--told", "called 112", "--treatment", "t1").code == 0


def test_an_ended_treatment_falls_silent_with_its_warning(two: World) -> None:
    """Once the sign is taken back, or weeks after its end, only what is open is shown beside the other."""
    two.meso("end", "t1", "--yes")
    two.meso("log", "breathing=no", "--treatment", "t1")
    assert two.at(days=22).as_json("status")["others"] == []
    assert two.meso("status", "--check").code != 12


def test_an_ended_treatment_is_shown_for_as_long_as_a_follow_up(two: World) -> None:
    """28 days after its end, and not a moment longer: a file of many treatments stays quick."""
    two.meso("end", "t1", "--yes")
    shown = [len(two.at(days=20 + days).as_json("status")["others"]) for days in (27.9, 28.1)]
    assert shown == [1, 0]
