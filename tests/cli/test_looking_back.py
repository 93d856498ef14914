"""`history` by date; days typed afterwards in one sitting; many steps of undo, with kills between."""

import itertools
import json
import re
from typing import Any

import jsonschema
import pytest

from tests.cli.test_correcting import history
from tests.cli.test_json import schema_of
from tests.cli.test_main_job import as_json
from tests.conftest import Prepared, World


@pytest.fixture
def week(treated: World, prepared: Prepared) -> World:
    """t1 on 2 March 14:00, a check-in each evening at 20:00 and one at midnight; t2 on 8 March."""
    return prepared(treated, _spend_a_week)


def _spend_a_week(treated: World) -> None:
    for day in range(6):
        treated.at(hours=24 * day + 6).meso("log", f"redness={max(0, 2 - day)}", "fever=no")
    treated.at(hours=34).meso("log", "swelling=0", "--note", "midnight")
    treated.at(days=4).meso("end", "--yes")
    treated.at(days=6).meso("start", "--area", "neck", "--depth", "1")
    treated.at(hours=150).meso("log", "redness=1")
    treated.at(days=7)


def numbers(world: World, *words: str) -> list[int]:
    return [row["id"] for row in history(world, *words)["entries"]]


def names(world: World, *words: str) -> list[str]:
    return [row["id"] for row in history(world, *words)["treatments"]]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ([], [1, 2, 7, 3, 4, 5, 6]),
        # a bare day is with that whole day, and no minute of the next
        (["--until", "3 mar"], [1, 2]),
        (["--until", "4 mar"], [1, 2, 7, 3]),
        (["--since", "3 mar", "--until", "3 mar"], [2]),
        (["--since", "4 mar", "--until", "4 mar"], [7, 3]),
        (["--since", "day 1", "--until", "day 1"], [2]),
        # a moment is with its minute
        (["--until", "4 mar 00:00"], [1, 2, 7]),
        (["--until", "3 mar 20:00"], [1, 2]),
        (["--until", "3 mar 19:59"], [1]),
        (["--since", "3 mar 20:00", "--until", "4 mar 00:00"], [2, 7]),
        (["--until", "2026-03-04T19:00:00Z"], [1, 2, 7, 3]),
        (["--until", "now"], [1, 2, 7, 3, 4, 5, 6]),
        (["--until", "tomorrow"], [1, 2, 7, 3, 4, 5, 6]),
        (["--until", "5 mar", "--item", "swelling"], [7]),
        (["--item", "fever", "--since", "5 mar", "--until", "6 mar"], [4, 5]),
        (["--until", "1 mar"], []),
    ],
)
def test_history_between_two_dates(week: World, words: list[str], found: list[int]) -> None:
    """Entries from `--since` until `--until`, with `--item`, in the order observed."""
    assert numbers(week, "t1", *words) == found


def test_the_treatments_of_that_time_are_listed(week: World) -> None:
    """Those begun by then and not ended before; without a name, the entries of the one of that time."""
    assert names(week) == ["t1", "t2"]
    assert names(week, "--until", "5 mar") == ["t1"]
    assert names(week, "--since", "7 mar") == ["t2"]
    assert names(week, "--since", "6 mar") == ["t1", "t2"]
    assert history(week, "--until", "5 mar")["treatment"] == "t1"
    assert numbers(week, "--until", "3 mar") == [1, 2]
    assert history(week)["treatment"] == "t2"
    assert "t2" not in week.meso("history", "--until", "5 mar").out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--since", "5 mar", "--until", "3 mar"], "--since is after --until"),
        (["--until", "03/04"], "03/04"),
        (["--until", ""], "no time was given"),
    ],
)
def test_a_period_that_cannot_be(week: World, words: list[str], says: str) -> None:
    """One sentence, exit 2."""
    answer = week.meso("history", *words)
    assert (answer.code, answer.out) == (2, "")
    assert says in answer.err


DAYS = [
    ("2 mar 20:00", ["redness=3", "swelling=2", "warmth=1", "pain=1", "fever=no"]),
    ("3 mar 20:00", ["redness=2", "swelling=1", "warmth=1", "pain=1", "fever=no"]),
    ("4 mar 20:00", ["redness=1", "swelling=1", "warmth=0", "pain=0", "fever=no"]),
    ("5 mar 12:00", ["redness=1", "swelling=0", "warmth=0", "pain=0", "fever=no"]),
]


@pytest.mark.parametrize("order", list(itertools.permutations(range(4))), ids=str)
def test_days_entered_afterwards_raise_nothing_false(treated: World, order: tuple[int, ...]) -> None:
    """A calm recovery typed in one sitting, in any order: no rebound, no silence, nothing after any entry."""
    treated.at(hours=71)
    for day in order:
        when, words = DAYS[day]
        answer = treated.meso("log", *words, "--at", when)
        assert answer.code == 0, answer.err
        assert as_json(treated)["warnings"] == []
        assert as_json(treated)["silence"] is None
    found = as_json(treated)
    assert found["last_entry_at"] == "2026-03-05T12:00:00+01:00"
    assert {row["trend"] for row in found["symptoms"]} <= {"falling", "steady", "unknown"}


def test_what_is_really_worse_is_found_in_any_order(treated: World) -> None:
    """The same sitting with a rise in it: the same warnings whatever was typed first."""
    said = [*DAYS[:3], ("5 mar 12:00", ["redness=2", "warmth=2"])]
    found = set()
    for order in itertools.permutations(said):
        treated.at(hours=71)
        for when, words in order:
            treated.meso("log", *words, "--at", when)
        found.add(json.dumps({row["id"]: row["tier"] for row in as_json(treated)["warnings"]}))
        for _ in order:
            assert treated.meso("undo").code == 0
    assert len(found) == 1
    assert "urgent" in found.pop()


STEPS = [
    ["log", "redness=2", "--note", "one"],
    ["log", "fever=38.5", "water=2"],
    ["edit", "1", "redness=1", "--note", ""],
    ["edit", "t1", "--at", "2 mar 15:00", "--depth", "1.5"],
    ["edit", "2", "fever=", "swelling=1"],
    ["delete", "1"],
    ["log", "pus"],
    ["end", "--yes"],
    ["start", "--area", "neck", "--no-input"],
    ["delete", "t2", "--yes"],
]


def bare(out: str) -> str:
    """The first line without what the entry says."""
    return re.sub(r" \(.*\)\.$", ".", out.splitlines()[0])


NAMES = [
    "log #1",
    "log #2",
    "edit #1",
    "edit t1",
    "edit #2",
    "delete #1",
    "log #3",
    "end t1",
    "start t2",
    "delete t2",
]
KILLED = """
import os, signal
from meso_cli.store import journal
journal.mark = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
"""
"""A process is killed inside its transaction, when its rows are written and nothing is committed."""


def everything(world: World) -> dict[str, Any]:
    found = {}
    for name in ("t1", "t2"):
        answer = world.meso("history", name, "--json")
        found[name] = json.loads(answer.out) if answer.code == 0 else None
    return found


def test_many_steps_back_and_forth_across_processes(treated: World) -> None:
    """Each undo and redo says what it reverted and gives back that very state, kill -9 in between or not."""
    treated.at(hours=8)
    states = [everything(treated)]
    for words in STEPS:
        done = treated.told(*words)
        assert done.code == 0, done.err
        states.append(everything(treated))
    for step in reversed(range(len(STEPS))):
        assert treated.told("undo", code=KILLED).code == -9
        assert everything(treated) == states[step + 1]
        done = treated.told("undo")
        assert (done.code, bare(done.out)) == (0, f"Took back: {NAMES[step]}.")
        assert everything(treated) == states[step]
    for step in range(len(STEPS)):
        assert treated.told("redo", code=KILLED).code == -9
        assert everything(treated) == states[step]
        done = treated.told("redo")
        assert (done.code, bare(done.out)) == (0, f"Brought back: {NAMES[step]}.")
        assert everything(treated) == states[step + 1]
    assert treated.told("redo").code == 3


def test_undo_goes_back_to_before_the_first_treatment_and_says_when_it_ends(treated: World) -> None:
    """The start is a step as well; after it there is nothing to undo, and redo brings all back."""
    treated.at(hours=1).meso("log", "redness=1")
    before = everything(treated)
    assert [treated.told("undo").out.splitlines()[0] for _ in range(2)] == [
        "Took back: log #1 (redness 1 mild).",
        "Took back: start t1.",
    ]
    assert treated.told("undo").code == 3
    assert treated.told("redo").code == treated.told("redo").code == 0
    assert everything(treated) == before


def test_a_write_that_is_killed_is_no_step(treated: World) -> None:
    """Killed before its commit, it left nothing: undo takes back the one before."""
    treated.at(hours=1).meso("log", "redness=1")
    code = KILLED.replace("journal.mark", "writing.write_step").replace("import journal", "import writing")
    assert treated.told("log", "redness=4", code=code).code == -9
    done = treated.told("undo")
    assert done.out.startswith("Took back: log #1 (redness 1 mild).")
    assert numbers(treated) == []


def test_correcting_the_time_says_what_moves(treated: World) -> None:
    """From four hours later: makeup's both ends, each before and after."""
    treated.at(days=3)
    answer = treated.meso("edit", "t1", "--at", "2 mar 18:00")
    assert answer.code == 0, answer.err
    assert (
        "Makeup: Tue 3 Mar 14:00, caution to yesterday 14:00 → Tue 3 Mar 18:00, caution to yesterday 18:00"
        in (answer.out)
    )
    assert "Sauna and steam: yesterday 14:00, caution to Sat 7 Mar 14:00 → yesterday 18:00" in answer.out


def test_history_finds_words_in_notes(treated: World) -> None:
    """In any case and however they are spaced; a word that no note says gives none, a blank is refused."""
    treated.at(hours=20).meso("log", "redness=2", "--note", "Hot after a  Walk")
    treated.at(hours=40).meso("log", "redness=1", "--note", "calm")
    assert numbers(treated, "--grep", "after a walk") == [1]
    assert numbers(treated, "--grep", "elbow") == []
    answer = treated.meso("history", "--grep", " ")
    assert (answer.code, answer.out) == (2, "")
    assert "--grep takes a word" in answer.err


def test_history_of_one_item_shows_that_item_alone(treated: World) -> None:
    """What else was said in the same entry is left out; its note stays."""
    treated.at(hours=20).meso("log", "redness=2", "swelling=1", "pus=no", "--note", "hot")
    out = treated.meso("history", "--item", "swelling").out
    assert 'swelling 1 mild · "hot"' in out
    assert "redness" not in out
    assert "pus" not in out


def test_history_says_when_each_symptom_was_at_0(treated: World) -> None:
    """The recovery day from which on it stayed there; of the whole treatment, whatever was asked for."""
    treated.at(hours=4).meso("log", "redness=2", "swelling=1", "pain=0")
    treated.at(hours=60).meso("log", "redness=0")
    assert "At 0: redness from day 3 on. Not yet at 0: swelling." in treated.meso("history").out
    assert "At 0: redness from day 3 on.\n" in treated.meso("history", "--item", "redness").out
    assert history(treated, "--since", "now")["endings"] == [
        {"id": "redness", "days_to_zero": 3},
        {"id": "swelling", "days_to_zero": None},
    ]


def test_an_entry_says_first_what_is_there(treated: World) -> None:
    """In the guide's order; what is not there shares its word."""
    treated.at(hours=20).meso(
        "log", "fever=no", "pain=0", "swelling=1", "redness=2", "warmth=0", "pus=no", "spf"
    )
    out = treated.meso("history").out
    there = "redness 2 moderate · swelling 1 mild · sunscreen SPF 30+ 1"
    assert f"{there} · none: warmth, pain · no: fever, pus" in out


def test_what_was_looked_for_may_be_elsewhere(treated: World) -> None:
    """In entries of another treatment, or in a treatment's own note: said, so that none reads as nowhere."""
    treated.at(hours=20).meso("log", "redness=1", "--note", "after a walk")
    treated.at(days=40).meso("start", "--area", "neck", "--device", "pen", "--note", "no walk today")
    out = treated.at(days=41).meso("history", "--grep", "walk").out
    assert "No note in an entry of t2 says that." in out
    assert "Also in the note of t2." in out
    assert "Also in #1 of t1 (see: meso history t1)." in out
    found = treated.as_json("history", "--grep", "WALK")
    assert found["elsewhere"] == [
        {"treatment": "t1", "entries": [1], "in_its_note": False},
        {"treatment": "t2", "entries": [], "in_its_note": True},
    ]
    jsonschema.validate(found, schema_of("history"))
    assert "Nor does any note of another treatment." in treated.meso("history", "--grep", "elbow").out
    assert "elsewhere" not in treated.as_json("history")
