"""What a restriction comes to, the same on every screen and in every JSON, whatever its time alone says."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.conftest import World

SCREENS = (
    *(
        "can makeup",
        "can",
        "can foundation retinol",
        "why makeup",
        "why tattoo",
        "plan",
        "plan set makeup 12h",
    ),
    *("status --all", "status", "status --brief", "guide --day 40", "guide --day 40 --json", "can --json"),
    *("can makeup --json", "can injectables --json", "why makeup --json", "why injectables --json"),
    *("status --json", "plan --json", "report", "can --ingredients foundation"),
)
YES = (
    "allowed now",
    "now: allowed",
    "makeup: allowed",
    "allowed since",
    "alone: allowed",
    ": allowed (",
    "|allowed",
)


def _rows(value: Any) -> Iterator[dict[str, Any]]:
    """Every restriction in a document, at any depth."""
    if isinstance(value, dict):
        if "not_now" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _rows(each)


@pytest.fixture(params=["own", "other"])
def urgent(world: World, request: pytest.FixtureRequest) -> World:
    """Forty days in everything is allowed by time, and pus stands, of this treatment or of another."""
    given = ("--device", "pen", "--depth", "0.5", "--skin-type", "2")
    world.meso("start", "--area", "face", *given)
    if request.param == "other":
        world.meso("start", "--area", "neck", *given, "--another")
    world.at(days=40).meso("log", "pus", "--treatment", "t1")
    return world


@pytest.mark.parametrize("line", SCREENS)
def test_while_somebody_has_to_be_seen_nothing_is_allowed(urgent: World, line: str) -> None:
    """Neither in words, by time, nor as JSON's verdict."""
    out = urgent.meso(*line.split()).out
    assert not [yes for yes in YES if yes in out.lower()], out
    if "--json" in line:
        rows = list(_rows(json.loads(out)))
        assert rows
        assert {row["verdict"] for row in rows} == {"not-now"}


@pytest.mark.parametrize("line", SCREENS)
def test_what_is_held_is_asked_about_first(treated: World, line: str) -> None:
    """Scabs hold makeup although its time is up: no screen calls it allowed, and JSON says ask-first."""
    treated.at(days=40).meso("log", "scabs=1", "redness=0", "flaking=0", "open-sore=no")
    out = treated.meso(*line.split()).out
    assert not [
        yes for yes in ("now: allowed", "allowed now: makeup", "makeup: allowed") if yes in out.lower()
    ]
    if "--json" in line:
        rows = {row["id"]: row["verdict"] for row in _rows(json.loads(out))}
        assert {rows.get("makeup", "ask-first"), rows.get("injectables", "ask-first")} == {"ask-first"}


@pytest.mark.parametrize(
    "line", ["can frobnicate", "can mask", "can sunn", "can is this normal", "why frobnicate"]
)
def test_whom_to_call_stands_above_an_answer_that_knows_nothing(urgent: World, line: str) -> None:
    """In a scare every answer begins with it, also where there is no rule to tell."""
    answer = urgent.meso(*line.split())
    assert (answer.code, answer.out.splitlines()[0][:18]) == (3, "SEE A DOCTOR TODAY")
    assert answer.err


def test_why_says_it_as_can_does(treated: World) -> None:
    """ "Ask first", and because of what; never "now: allowed" beside it."""
    treated.at(days=5).meso("log", "rash")
    out = treated.meso("why", "makeup").out
    assert "now: ask first" in out
    assert "because of: rash" in out


def test_nothing_comes_next_in_a_prompt_while_everything_waits(treated: World) -> None:
    """`{next}` is empty: no time lifts it."""
    treated.at(hours=30).meso("log", "pus")
    assert treated.meso("status", "--format", "[{next}]").out.strip() == "[]"


@pytest.mark.parametrize(
    ("words", "lead", "other"),
    [
        ("go outside", "going outside", "Not yet: direct sun, until Mon 9 Mar 14:00"),
        ("shower", "lukewarm shower", "Not yet: hot shower, until"),
        ("wash my face", "cleanse gently", "Not yet: harsh cleanser, until"),
        ("ice", "cool pack", "Not yet: bare ice, until"),
    ],
)
def test_the_other_thing_that_a_word_names_has_its_own_verdict(
    treated: World, words: str, lead: str, other: str
) -> None:
    """Beside a yes it would read as allowed, too; JSON has its verdict."""
    treated.at(hours=10)
    out = treated.meso("can", *words.split()).out
    assert out.startswith(f"Allowed now: {lead}\n\n{other}")
    (beside,) = json.loads(treated.meso("can", *words.split(), "--json").out)["beside"]
    assert beside["verdict"] == "not-yet"


def test_with_words_left_over_nothing_beside_it_is_a_yes(treated: World) -> None:
    """What would be allowed is to be asked about, whichever of the rows it is."""
    out = treated.at(days=40).meso("can", "hot", "tub", "xyzzy").out
    assert "Allowed" not in out
    assert out.count("Ask first: not all of it was understood") == 2
