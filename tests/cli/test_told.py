"""Telling somebody about a warning: `meso log --told`. It changes how the warning is shown, nothing else."""

import json
import shutil
from pathlib import Path
from typing import Any

import pexpect
import pytest

from meso_cli.errors import Exit
from tests.cli.test_terminal import spawn
from tests.conftest import World

SAID = "clinic: come in tomorrow"


def status(world: World, *words: str) -> dict[str, Any]:
    return world.as_json("status", *words)


def told(world: World, *words: str) -> dict[str, str | None]:
    """What was said about each warning that stands; None where it shows as not told."""
    rows = status(world, *words)["warnings"]
    return {row["id"]: row["acknowledged"] and row["acknowledged"]["text"] for row in rows}


@pytest.fixture
def pus(treated: World) -> World:
    """One warning stands, at hour 30."""
    assert treated.at(hours=30).meso("log", "redness=1", "pus", "fever=no").code == 0
    return treated


def test_the_one_warning_that_stands_is_meant(pus: World) -> None:
    """Shown in status, why, brief, JSON and history, with when and what; no entry is made of it."""
    before = status(pus.at(hours=31))
    answer = pus.meso("log", "--told", SAID)
    assert answer.code == 0, answer.err
    assert f'Told about pus, Tue 3 Mar 2026 21:00 CET: "{SAID}".' in answer.out
    assert "The warning stays as it is" in answer.out
    assert "Logged" not in answer.out
    assert f"Told yesterday 21:00: {SAID}" in pus.at(hours=40).meso("status").out
    assert f"- told: yesterday 21:00: {SAID}" in pus.meso("why", "pus").out
    assert "URGENT: pus (told)" in pus.meso("status", "--brief").out
    assert f'- pus (urgent): when yesterday 21:00, "{SAID}"' in pus.meso("history").out
    after = status(pus.at(hours=31))
    assert after["warnings"][0]["acknowledged"] == {"at": "2026-03-03T21:00:00+01:00", "text": SAID}
    for row in (before, after):
        row["warnings"][0].pop("acknowledged")
    assert after == before


def test_it_still_counts(pus: World) -> None:
    """The exit code of `--check`, the tier and what it holds are as they were."""
    pus.meso("log", "--told", SAID)
    assert pus.meso("status", "--check").code == Exit.CHECK_URGENT
    later = pus.meso("can", "makeup", "--at", "day 20 12:00")
    assert (later.code, "Not now: makeup" in later.out) == (Exit.NOT_ALLOWED, True)


def test_told_then_the_same_again_then_a_rise(treated: World) -> None:
    """Nothing new: told. The same value logged again: not told. Told, then one grade more: not told."""
    treated.at(hours=73).meso("log", "redness=2")
    treated.meso("log", "--told", "one")
    assert told(treated.at(hours=79)) == {"redness": "one"}
    treated.at(hours=80).meso("log", "redness=2")
    assert told(treated) == {"redness": None}
    treated.meso("log", "--told", "two")
    assert told(treated) == {"redness": "two"}
    treated.at(hours=81).meso("log", "flaking=1")
    assert told(treated) == {"redness": "two"}
    treated.at(hours=82).meso("log", "redness=3")
    assert told(treated) == {"redness": None}


def test_a_correction_that_raises_the_tier_voids_it(treated: World) -> None:
    """The entry keeps its number, but what stands now is more than was told."""
    treated.at(hours=73).meso("log", "redness=2")
    treated.meso("log", "--told", "one")
    assert treated.meso("edit", "1", "redness=3").code == 0
    assert told(treated) == {"redness": None}


def test_with_an_entry_it_is_about_what_stands_then(treated: World) -> None:
    """One command, one transaction, one undo: the entry and what was said of it."""
    answer = treated.at(hours=73).meso("log", "redness=2", "--told", SAID)
    assert "Logged #1" in answer.out
    assert told(treated) == {"redness": SAID}
    assert "Took back: log #1, told about redness (redness 2 moderate)." in treated.meso("undo").out
    assert told(treated) == {}
    assert "Brought back" in treated.meso("redo").out
    assert told(treated) == {"redness": SAID}


def test_telling_alone_can_be_undone(pus: World) -> None:
    """The entry stays; only what was said goes, and comes back."""
    pus.meso("log", "--told", SAID)
    assert "Took back: told about pus." in pus.meso("undo").out
    assert told(pus) == {"pus": None}
    pus.meso("redo")
    assert told(pus) == {"pus": SAID}


def test_of_several_one_must_be_named(pus: World) -> None:
    """Exit 5 with their ids; nothing is saved, an entry of the same command neither."""
    pus.meso("log", "worried")
    before = pus.database.read_bytes()
    answer = pus.meso("log", "redness=0", "--told", SAID)
    assert answer.code == Exit.NEEDS_INPUT
    assert "pus, worried" in answer.err
    assert "--about all, or --about pus" in answer.err
    assert pus.database.read_bytes() == before
    assert pus.meso("log", "redness=0", "--told", SAID, "--about", "worried").code == 0
    assert told(pus) == {"pus": None, "worried": SAID}


@pytest.mark.parametrize("word", ["all", "Both"])
def test_one_call_about_all_of_them(pus: World, word: str) -> None:
    """Each warning that asks for somebody gets it, no watch does; one transaction, one undo."""
    pus.meso("log", "worried", "flaking=3")
    assert told(pus) == {"pus": None, "worried": None, "flaking": None}
    answer = pus.meso("log", "itching=1", "--told", SAID, "--about", word)
    assert f'Told about pus and anything that worries you, Tue 3 Mar 2026 20:00 CET: "{SAID}".' in answer.out
    assert answer.out.count(SAID) == 2  # in the warning, and in the answer
    assert "The warnings stay as they are" in answer.out
    assert told(pus) == {"pus": SAID, "worried": SAID, "flaking": None}
    assert "Took back: log #3, told about pus and worried" in pus.meso("undo").out
    assert told(pus) == {"pus": None, "worried": None, "flaking": None}
    pus.meso("redo")
    assert told(pus) == {"pus": SAID, "worried": SAID, "flaking": None}


def test_what_became_of_each_since(pus: World) -> None:
    """Typed afterwards about both: one is over by now, the other stands as told."""
    pus.meso("log", "worried")
    pus.at(hours=34).meso("log", "pus=no")
    answer = pus.meso("log", "--told", SAID, "--about", "all", "--at", "3h ago")
    assert "Pus: it does not stand by itself any more." in answer.out
    assert "Anything that worries you: the warning stays as it is" in answer.out


def test_all_of_nothing(treated: World) -> None:
    """Exit 3 where only a watch stands: it asks for nobody."""
    treated.at(hours=30).meso("log", "redness=3")
    answer = treated.meso("log", "--told", SAID, "--about", "all")
    assert (answer.code, answer.err.count("\n")) == (Exit.NOTHING_FOUND, 1)


def test_a_name_may_be_an_alias(pus: World) -> None:
    """As people say it: "discharge" is pus."""
    pus.meso("log", "worried")
    assert pus.meso("log", "--told", SAID, "--about", "Discharge").code == 0
    assert told(pus) == {"pus": SAID, "worried": None}


def test_a_watch_can_be_named_but_is_never_meant(treated: World) -> None:
    """It asks for nobody to be told; somebody who told all the same may say so."""
    treated.at(hours=30).meso("log", "redness=3")
    answer = treated.meso("log", "--told", SAID)
    assert answer.code == Exit.NOTHING_FOUND
    assert "--about redness" in answer.err
    assert treated.meso("log", "--told", SAID, "--about", "redness").code == 0
    assert told(treated) == {"redness": SAID}


def test_by_a_part_of_what_stands(treated: World) -> None:
    """Redness that stands as a part of several signs of inflammation is a name for that warning."""
    treated.at(hours=70).meso("log", "redness=3", "warmth=1")
    assert told(treated) == {"inflamed": None}
    assert treated.meso("log", "--told", SAID, "--about", "redness").code == 0
    assert told(treated) == {"inflamed": SAID}
    assert treated.meso("log", "--told", SAID, "--about", "pain").code == 3


@pytest.mark.parametrize(
    "words", [["--told", SAID], ["--told", SAID, "--about", "pus"], ["redness=1", "--told", SAID]]
)
def test_where_none_stands(treated: World, words: list[str]) -> None:
    """Exit 3, and nothing is saved."""
    before = treated.at(hours=30).database.read_bytes()
    answer = treated.meso("log", *words)
    assert (answer.code, answer.err.count("\n")) == (Exit.NOTHING_FOUND, 1)
    assert treated.database.read_bytes() == before


@pytest.mark.parametrize(
    "words", [["--about", "pus"], ["--told", " "], ["redness=1", "--about", "pus"], ["--told", "nul \0 byte"]]
)
def test_what_was_said_must_be_said(pus: World, words: list[str]) -> None:
    """Exit 2 and one sentence."""
    answer = pus.meso("log", *words)
    assert (answer.code, answer.err.count("\n")) == (Exit.USAGE, 1)


def test_a_red_flag_gets_its_card_whatever_is_wrong_with_the_telling(pus: World) -> None:
    """Two warnings stand after this entry: the card, then which; and how to repeat."""
    answer = pus.meso("log", "bad-smell", "--told", SAID)
    assert "You named: bad smell" in answer.out.splitlines()[0]
    assert answer.code == Exit.NEEDS_INPUT
    assert "repeat, with --told: meso log bad-smell" in answer.err
    assert SAID not in answer.err


def test_a_terminal_asks_which(pus: World) -> None:
    """After the transaction: another command can write while the question stands."""
    pus.meso("log", "worried")
    child = spawn(pus, "log", "itching=1", "--told", SAID)
    child.expect("Which warning is it about .all, pus, worried.")
    assert pus.meso("log", "flaking=1").code == 0
    child.sendline("worried")
    child.expect("Told about anything that worries you")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert told(pus) == {"pus": None, "worried": SAID}


def test_told_earlier_is_about_what_stood_then(pus: World) -> None:
    """`--at`: what was observed after the call triggers again; looking back before it, nothing was told."""
    pus.at(hours=34).meso("log", "pus", "worried")
    answer = pus.meso("log", "--told", SAID, "--at", "3h ago")
    assert answer.code == 0, answer.err
    assert "triggered again since then" in answer.out
    assert told(pus) == {"pus": None, "worried": None}
    assert told(pus, "--at", "2026-03-03T21:30:00+01:00") == {"pus": SAID}
    assert told(pus, "--at", "2026-03-03T20:30:00+01:00") == {"pus": None}


def test_told_about_what_is_over(pus: World) -> None:
    """Typed afterwards: recorded, and the answer says that it does not stand any more."""
    pus.at(hours=34).meso("log", "pus=no")
    answer = pus.meso("log", "--told", SAID, "--at", "3h ago")
    assert "does not stand by itself any more" in answer.out
    assert SAID in pus.meso("history").out


def test_what_counts_is_when_it_was_observed(pus: World) -> None:
    """Typed after the call: what was seen before it is part of what was told, what came later is new."""
    pus.at(hours=32).meso("log", "--told", SAID)
    pus.at(hours=34).meso("log", "pus", "--at", "3h ago")
    assert told(pus) == {"pus": SAID}
    pus.meso("log", "pus", "--at", "1h ago")
    assert told(pus) == {"pus": None}


def test_a_fever_of_today_was_not_told_two_days_ago(treated: World) -> None:
    """Typed in any order: the fever of today is entry 1, the one that was told and went is typed later."""
    treated.at(hours=80).meso("log", "fever", "--at", "1h ago")
    treated.meso("log", "fever", "--at", "48h ago")
    treated.meso("log", "--told", SAID, "--at", "47h ago")
    treated.meso("log", "fever=no", "--at", "24h ago")
    assert told(treated) == {"fever": None}


def test_two_machines_agree_on_what_was_told(treated: World, tmp_path: Path) -> None:
    """Entries have other numbers where they are taken in; who was told about what is the same there."""
    other = tmp_path / "other.db"
    shutil.copy(treated.database, other)
    treated.at(hours=60).meso("log", "redness=1")
    treated.at(hours=70).meso("log", "pus")
    treated.at(hours=71).meso("log", "--told", SAID)
    for hours in (20, 30, 40):
        treated.at(hours=hours).meso("--db", str(other), "log", "itching=1")
    treated.at(hours=72).meso("--db", str(other), "log", "pus")
    treated.at(hours=73).meso("--db", str(other), "log", "--told", "the other phone")
    treated.at(hours=74).meso("--db", str(other), "log", "burns", "--told", "burns said", "--about", "burns")
    assert treated.at(hours=75).meso("import", str(other)).code == 0
    assert treated.meso("--db", str(other), "import", str(treated.database)).code == 0
    there = json.loads(treated.meso("--db", str(other), "status", "--json").out)["warnings"]
    assert {row["id"]: row["acknowledged"] for row in there} == {
        row["id"]: row["acknowledged"] for row in status(treated)["warnings"]
    }
    assert told(treated) == {"pus": "the other phone", "burns": "burns said"}


def test_history_keeps_what_was_told(pus: World) -> None:
    """After the warning is over, too; filters apply to it; hostile words are made fit."""
    pus.meso("log", "--told", "clinic \x1b[31m said")
    pus.at(hours=40).meso("log", "pus=no")
    found = json.loads(pus.meso("history", "--json").out)["told"]
    assert [(row["warning"], row["tier"]) for row in found] == [("pus", "urgent")]
    assert "\x1b" not in pus.meso("history").out
    assert "Told somebody" in pus.meso("history", "--item", "pus").out
    assert "Told somebody" not in pus.meso("history", "--item", "redness").out
    assert "Told somebody" not in pus.meso("history", "--since", "2h ago").out


def test_it_goes_to_the_treatment_that_is_named(pus: World) -> None:
    """Two treatments: the warning of the older one is told with `--treatment`, and named in the answer."""
    pus.at(days=30).meso("start", "--area", "neck")
    assert pus.meso("log", "--told", SAID).code == Exit.NOTHING_FOUND
    answer = pus.meso("log", "--told", SAID, "--treatment", "t1")
    assert "Told about pus of t1" in answer.out
    assert told(pus, "--treatment", "t1") == {"pus": SAID}


def test_in_a_scare_what_was_told_says_of_which_warning(pus: World) -> None:
    """Told is per warning: what nobody knows of yet is named, too; of all, no names."""
    pus.meso("log", "--told", "rang GP", "--about", "pus")
    pus.meso("log", "hives")
    out = pus.meso("status").out
    assert "- Told about pus, today 20:00: rang GP" in out
    assert "- Not told yet: hives" in out
    pus.meso("log", "--told", "rang GP", "--about", "all")
    out = pus.meso("status").out
    assert "- Told today 20:00: rang GP" in out
    assert "Not told yet" not in out
