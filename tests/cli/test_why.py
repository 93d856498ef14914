"""Why? The rule from its numbers, your data, the sources: for every id there is."""

import json
from typing import Any

import pytest

from meso_cli.guide.reading import read_guide
from meso_cli.guide.words import read_sources, read_words
from meso_cli.model.records import HISTORY
from tests.conftest import World

GUIDE = read_guide()
IDS = [*GUIDE.restrictions, *GUIDE.symptoms, *GUIDE.signs, *GUIDE.combinations, *GUIDE.care, *HISTORY]


@pytest.mark.parametrize("id", IDS)
def test_every_id_has_its_why(treated: World, id: str) -> None:
    """Rule, words and sources; for a sign its question and what its tier asks for, stand it or not."""
    answer = treated.at(hours=20).meso("why", id)
    assert answer.code == 0, answer.err
    for part in ("The rule:", "About it:", "Sources:", "last checked"):
        assert part in answer.out
    assert "None" not in answer.out
    if id in GUIDE.signs:
        tier = read_words("tiers")[GUIDE.signs[id].tier]
        for said in (read_words("signs")[id].question, f"- {tier.title}", tier.text):
            assert said
            assert said in answer.out


def test_a_flagged_symptom_names_entries_numbers_and_sources(treated: World) -> None:
    """`why redness` while it is flagged."""
    treated.at(hours=80).meso("log", "redness=3")
    out = treated.meso("why", "redness").out
    assert "URGENT: redness (above the usual range)" in out
    assert "redness 3 severe (just now, #1)" in out
    assert "up to 2 before 3 days" in out or "up to 2 before 72 h" in out
    assert "(strong)" in out


def test_the_sentence_follows_the_numbers(treated: World) -> None:
    """Generated from the data, not written beside it."""
    out = treated.meso("why", "makeup").out
    assert "Avoid for 24 h after the treatment, then with caution until 48 h." in out
    assert "Until 4 days with deep needling or radio-frequency." in out
    assert "redness at 2 (moderate) or more" in out
    assert "Alone enough for EMERGENCY" in treated.meso("why", "breathing").out
    assert "38 °C" in treated.meso("why", "fever").out


THINNERS = "You recorded blood thinners: you may bleed longer and bruise more."
KELOID = "You recorded keloids or thick scars: skin that has scarred thickly may do so again."
DIABETES = "You recorded diabetes: a skin infection needs looking at sooner"


@pytest.mark.parametrize(
    ("fact", "logged", "warning", "says"),
    [
        ("blood-thinners", "bruising=3", "bruising", THINNERS),
        ("blood-thinners", "heavy-bleeding", "heavy-bleeding", THINNERS),
        ("keloid", "raised-scar", "raised-scar", KELOID),
        ("keloid", "grid-marks", "grid-marks", KELOID),
        ("diabetes", "redness=2", "at-risk", DIABETES),
    ],
)
def test_what_was_recorded_of_the_history_is_said(
    world: World, fact: str, logged: str, warning: str, says: str
) -> None:
    """In the warning of `log` and `status`, in `why` of the warning and of the fact; without it, nowhere.

    Below the whole red-flag card there is room for what to do alone.
    """
    world.meso("start", "--history", fact)
    answers = [
        world.at(days=8).meso("log", logged),
        world.meso("status"),
        world.meso("why", warning),
        world.meso("why", fact),
    ]
    has_card = answers[0].out.startswith("CALL ")
    assert [says in answer.out for answer in answers] == [not has_card, True, True, True]
    assert world.meso("edit", "t1", "--history", "").code == 0
    assert "You recorded" not in world.meso("status").out
    assert "You recorded" not in world.meso("why", warning).out


@pytest.mark.parametrize("sign", ["fever", "pus", "red-streaks", "open-sore"])
@pytest.mark.parametrize("fact", ["diabetes", "weak-immunity"])
def test_a_sign_of_infection_names_the_history(world: World, sign: str, fact: str) -> None:
    """The tier is urgent without it; whom one calls must hear it first. Said once per card, cited in JSON."""
    world.meso("start", "--device", "pen", "--history", fact)
    world.at(hours=30).meso("log", sign, "burns")
    assert world.meso("status").out.count("Name it first when you call.") == 1
    rows = json.loads(world.meso("status", "--json").out)["warnings"]
    assert [(row["tier"], row["history"]) for row in rows] == [("urgent", [fact])] * 2
    assert all("nhs-cell" in row["sources"] for row in rows)
    assert "Name it first" in world.meso("why", sign).out
    world.meso("log", "very-unwell")
    whole = json.loads(world.meso("status", "--json").out)["warnings"][0]
    assert (whole["id"], whole["history"]) == ("infection-unwell", [fact])


def test_the_part_of_the_history_is_cited(treated: World) -> None:
    """Its sources stand under those of the rule, and what of it is ours says so."""
    out = treated.meso("why", "heavy-bleeding").out
    assert "With a history of blood thinners the advice changes, not the tier." in out
    assert "blood thinners: This is our own caution" in out
    assert "Health New Zealand" in out
    assert "It changes the advice about" in treated.meso("why", "keloid").out
    assert "URGENT: cold sore." in treated.meso("why", "eczema").out


def test_a_topic_with_a_window_stands_in_the_words_of_can(treated: World) -> None:
    """Its time is said as a restriction's is; the others have nothing logged to miss."""
    out = treated.at(hours=24).meso("why", "botox").out
    assert "now: not yet, until Mon 9 Mar 14:00" in out
    assert "Avoid for 7 days after the treatment, then with caution until 14 days." in out
    for id in ("glasses", "dentist"):
        assert "Nothing of it" not in treated.meso("why", id).out


def test_other_words_are_understood(treated: World) -> None:
    """Aliases of items and activities, as in `log` and `can`."""
    assert treated.meso("why", "peeling").out.startswith("Flaking")
    assert treated.meso("why", "hot", "tub").out.startswith("Sauna")


def test_it_works_without_a_treatment(world: World) -> None:
    """The rule without data of one's own."""
    answer = world.meso("why", "sauna")
    assert answer.code == 0
    assert "For your treatment:" not in answer.out


def test_what_is_no_rule(treated: World) -> None:
    """Exit 3 and near words."""
    answer = treated.meso("why", "rednes")
    assert answer.code == 3
    assert "redness" in answer.err


def test_every_source_has_a_title_and_a_date() -> None:
    """What is cited can be looked up."""
    assert all(source.title and source.publisher and source.checked for source in read_sources().values())


def test_a_restriction_says_which_warnings_hold_it(treated: World) -> None:
    """From the groups in the data: the skin's rules, those of late signs, and none but urgent ones."""

    def held(id: str) -> str:
        return next(line for line in treated.meso("why", id).out.splitlines() if "standing warning" in line)

    assert "rash" in held("makeup")
    assert "dark patches" not in held("makeup")
    assert "new dark patches" in held("sun")
    assert held("alcohol") == "- A standing warning holds it, too: any from urgent up."


def test_what_was_logged_is_never_called_not_logged(treated: World) -> None:
    """Care, a no and a zero are logs, too."""
    treated.at(hours=20).meso("log", "water=2", "spf", "fever=no", "cleanse", "redness=0")
    treated.at(hours=22)
    said = {"water": "2", "spf": "1", "fever": "no", "cleanse": "1", "redness": "0 none"}
    for id, value in said.items():
        out = treated.meso("why", id).out
        assert f"last logged: {value}, 2 h ago" in out
        assert "Nothing of it" not in out
    assert "today: 2" in treated.meso("why", "water").out
    assert "You have not logged it" in treated.meso("why", "pus").out


def test_a_restriction_stands_in_the_words_of_can(treated: World) -> None:
    """Until when not, then until when with caution: the same end in both answers."""
    until = ", until tomorrow 14:00 (in 24 h), then with caution until Sat 7 Mar 14:00"
    treated.at(hours=24)
    assert f"Not yet: swimming{until}" in treated.meso("can", "swim").out
    assert f"now: not yet{until}" in treated.meso("why", "swimming").out


def test_the_day_and_whom_to_ask_stand_in_the_heading(treated: World) -> None:
    """Inflammation today, the rest tomorrow at the latest; who answers where the practitioner does not."""
    treated.at(hours=73).meso("log", "redness=2")
    otherwise = "(if you cannot reach them: a doctor or pharmacist)"
    assert f"CONTACT · Contact your practitioner today {otherwise}" in treated.meso("status").out
    treated.meso("undo")
    treated.meso("log", "rash")
    assert f"CONTACT · Contact your practitioner today or tomorrow {otherwise}" in treated.meso("status").out


@pytest.mark.parametrize(("logged", "tier"), [("pus", "urgent"), ("rash", "contact")])
def test_a_tiers_own_sentences_stand_once_above_its_warnings(treated: World, logged: str, tier: str) -> None:
    """However many warnings there are, in the answer to log, too."""
    text = read_words("tiers")[tier].text or ""
    treated.at(hours=50).meso("log", logged)
    treated.meso("log", "worried" if tier == "contact" else "bad-smell")
    assert treated.meso("status").out.count(text) == 1
    assert treated.meso("log", logged).out.count(text) == 1


def test_an_emergency_that_is_over_has_its_own_advice(treated: World) -> None:
    """Nobody is told to use an adrenaline pen for breathing that is well again."""
    treated.at(hours=5).meso("log", "breathing")
    out = treated.at(hours=6).meso("log", "breathing=no").out
    assert "It has passed: be seen today even so." in out
    assert "Adrenaline pen" not in out
    advice = json.loads(treated.meso("status", "--json").out)["warnings"][0]["advice"]
    assert advice.startswith("It has passed")


def test_a_flush_says_until_when_to_look_again(treated: World) -> None:
    """In the answer, in `status` and in JSON; treated at 14:00, very red at 18:00."""
    out = treated.at(hours=4).meso("log", "redness=4").out
    assert "CONTACT · Contact your practitioner today" in out
    assert "Look again by tomorrow 00:00, and log it" in out
    found = json.loads(treated.meso("status", "--json").out)["warnings"][0]
    assert (found["tier"], found["look_again"]) == ("contact", "2026-03-03T00:00:00+01:00")


def test_an_address_can_be_copied_and_labels_cost_no_room(treated: World, monkeypatch: Any) -> None:
    """On a line of its own, whole, however narrow the terminal; the text has the whole width."""
    from meso_cli.commands.support import terminal

    monkeypatch.setattr(terminal, "is_on_stdout", lambda: True)
    monkeypatch.setenv("COLUMNS", "48")
    for words in (["why", "redness"], ["why", "redness", "--plain"]):
        lines = treated.meso(*words).out.splitlines()
        address = next(line for line in lines if "mdedge" in line and "http" in line)
        assert address.rstrip() == address.split()[0]
        assert address.rstrip().endswith("adverse-events-microneedling-are")
        assert max(len(line.rstrip()) for line in lines if "http" not in line) in range(44, 49)


def test_a_sign_shows_its_question_and_what_its_tier_asks_for(treated: World) -> None:
    """First what to do, by when, and whom to ask when the practitioner cannot be reached."""
    out = treated.meso("why", "rash").out
    assert out.index("The question") < out.index("If so") < out.index("The rule")
    assert "Contact your practitioner today or tomorrow." in out
    assert "If you cannot reach them: a doctor or pharmacist." in out
    assert "Call the emergency number now" in treated.meso("why", "breathing").out
