"""What a practitioner says about a topic of the guide: a restriction of that treatment from then on."""

import json

import pytest

from tests.conftest import World


def states(world: World) -> dict[str, str]:
    return {row["id"]: row["state"] for row in world.as_json("status")["restrictions"]}


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("contact lenses 3 days", "contact-lenses"),
        ("botox 6 weeks", "injectables"),
        ("walk 2 days", "walking"),
        ("my glasses 1 day 12 h", "glasses"),
        ("led mask until fri 18:00", "led-mask"),
        ("collagen open", "supplements"),
    ],
)
def test_a_topic_of_any_kind_is_set_and_cleared(treated: World, words: str, id: str) -> None:
    """Unquoted lengths, too: it is avoid for every command and document; cleared, the guide answers alone."""
    treated.at(hours=10)
    before = treated.as_json("status")["restrictions"]
    assert id not in states(treated)
    answer = treated.meso("plan", "set", *words.split(), "--by", "Dr Lee")
    assert (answer.code, answer.err) == (0, ""), answer
    assert states(treated)[id] == "avoid"
    can = treated.meso("can", id, "--json")
    assert (can.code, json.loads(can.out)["set_by"]) == (1, "practitioner")
    assert "Dr Lee" in treated.meso("why", id).out
    assert id in {row["id"] for row in treated.as_json("plan", "show")["restrictions"]}
    for line in ("status", "status --all", "plan", "guide", "export", "doctor", "history", "calendar"):
        answer = treated.meso(*line.split())
        assert answer.code == 0, (line, answer)
    cleared = treated.meso("plan", "clear", id)
    assert (cleared.code, "guide answers alone" in cleared.out) == (0, True), cleared
    assert treated.as_json("status")["restrictions"] == before
    assert treated.meso("plan", "clear", id).code == 3
    assert treated.meso("undo").code == 0
    assert states(treated)[id] == "avoid"


def test_when_their_time_is_over_it_is_allowed(treated: World) -> None:
    """What the guide has no time of its own for has the practitioner's alone."""
    treated.at(hours=1).meso("plan", "set", "walk", "2d")
    for hours, code in ((47, 1), (49, 0)):
        assert treated.at(hours=hours).meso("can", "walk").code == code


def test_a_looser_word_about_a_window_keeps_the_guides_end(treated: World) -> None:
    """It moves `earliest` alone: the rest of the guide's window is caution, with both voices."""
    treated.at(hours=1).meso("plan", "set", "tattoo", "2d", "--by", "Dr Lee")
    answer = treated.at(hours=60).meso("can", "tattoo", "--json")
    found = json.loads(answer.out)
    assert (answer.code, found["state"], found["set_by"]) == (1, "caution", "practitioner")
    assert found["guide_until"] == found["until"]


@pytest.mark.parametrize("words", ["metal allergy 2d", "cleansing 2d"])
def test_what_has_no_time_is_refused(treated: World, words: str) -> None:
    """Care is not avoided, and what is settled before a session counts down to nothing; nothing is saved."""
    before = treated.database.read_bytes()
    answer = treated.meso("plan", "set", *words.split())
    assert (answer.code, answer.out, answer.err.count("\n")) == (3, "", 1)
    assert treated.database.read_bytes() == before


def test_all_lists_the_windows_of_topics(treated: World) -> None:
    """`status --all` alone: the day's screen and the document keep to the restrictions."""
    treated.at(hours=10)
    label = "Tattoo, permanent makeup"
    assert label in treated.meso("status", "--all").out
    assert label not in treated.meso("status").out
    assert "tattoo-pmu" not in states(treated)
    treated.meso("plan", "set", "tattoo", "60 days")
    assert label in treated.meso("status", "--all").out
    assert states(treated)["tattoo-pmu"] == "avoid"
