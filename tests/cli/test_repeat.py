"""The command that is offered where nothing was saved is accepted, and records only what was typed."""

import json
import shlex
from pathlib import Path
from typing import Any

import pytest

from meso_cli.vocabulary.checkin import read_checkin
from tests.conftest import Answer, World
from tests.vocabulary.test_words_of_people import ITEMS, PHRASES

LINES = (
    "redness=2 foo",
    "redness 1 swelling 1 foo",
    "rednes 2 sweling 1",
    "grade 3 redness foo",
    "terrible pain and redness 2",
    "feverr 39 and redness 2",
    "no feverr",
    "pus foo",
    "pus=maybe swelling=2",
    "none: redness, swelling, foo",
    "I had a fever yesterday",
    "red yesterday",
    "red last night",
    "passed out on sunday morning",
    "day 1 and still red",
    "redness=2 --at yesterday",
    "redness=2 --at gibberish",
    "pus --at 03/04",
    'pus foo --at "40 days ago"',
    'pus --at "last month"',
    'pus in "3 days"',
    'redness=2 foo --at "today 13:00"',
    'redness=2 foo --note "my note, it\'s long"',
    "redness=2 foo --told 'rang the GP' --about pus",
    "redness=2 foo --treatment t1",
    "fine",
    "slept fine, skin calm",
)


def offered(answer: Answer) -> list[str]:
    """The words of the command in an error, which ends its line; empty where there is none."""
    line = answer.err.splitlines()[0]
    return (
        shlex.split(line[line.rindex("meso log ") :]) if "meso log " in line and ": meso log" in line else []
    )


def kept(world: World) -> tuple[dict[str, int], list[Any]]:
    rows = json.loads(world.meso("export", "--format", "json").out)["records"]
    seen = {row["item"]: row["value"] for row in rows if row["record"] == "observation"}
    return seen, [row.get("note") for row in rows if row["record"] == "entry"]


@pytest.mark.parametrize("line", LINES)
def test_the_command_that_is_offered_is_accepted(treated: World, line: str) -> None:
    """Run as it stands it saves; every value in it was typed."""
    treated.meso("log", "pus")
    before, _ = kept(treated)
    answer = treated.meso("log", *shlex.split(line))
    assert answer.code in (2, 5), answer
    command = offered(answer)
    assert command[:2] == ["meso", "log"], answer.err
    again = treated.meso(*command[1:])
    assert again.code == 0, (command, again)
    understood = read_checkin([word for word in command[2:] if not word.startswith("--")], ITEMS)
    values = {seen.item: seen.value for seen in understood.observations}
    after, _ = kept(treated)
    if "--none" not in command:
        assert {**before, **values} == after


@pytest.mark.parametrize("words", [*PHRASES["log"], *LINES[:10]])
def test_whatever_would_be_repeated_is_whole(words: str) -> None:
    """And says of no item another value than what was understood."""
    found = read_checkin([words], ITEMS)
    again = read_checkin(found.to_repeat, ITEMS)
    assert again.is_whole, (found, again)
    assert set(found.observations) <= set(again.observations) or found.meant


def test_a_note_is_named_and_the_file_goes_along(treated: World) -> None:
    """A note's words stay out of messages; that it is missing is said."""
    other = str(Path(treated.database).with_name("other.db"))
    treated.meso("start", "today 9:00", "--db", other)
    answer = treated.meso("log", "redness=2", "foo", "--note", "it's warm", "--db", other)
    assert "repeat, with your note: meso log redness=2" in answer.err
    command = offered(answer)
    assert command[-2:] == ["--db", other]
    assert treated.meso(*command[1:]).code == 0
    assert "redness 2" in treated.meso("history", "--db", other).out


def test_what_was_not_read_ends_with_what_to_call_for(treated: World) -> None:
    """A line of its own, also where part of it was read; not below a card."""
    lines = treated.meso("log", "redness", "1", "foo").err.splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("If it is serious: meso urgent.")
    assert "If it is serious" not in treated.meso("log", "pus", "foo").err


def test_a_grade_that_was_not_said_is_not_offered(treated: World) -> None:
    """ "Terrible pain" is no pain of 1."""
    assert "pain=1" not in treated.meso("log", "terrible", "pain").err


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("red this morning at 8", "08:00"),
        ("red last night at 11", "23:00"),
        ("red this morning at 8:30", "08:30"),
        ("red this morning at 9am", "09:00"),
    ],
)
def test_a_part_of_the_day_says_which_hour_it_is(world: World, words: str, at: str) -> None:
    """The hour is no grade."""
    world.meso("start", "3 days ago 9:00")
    answer = world.meso("log", *words.split())
    assert answer.code == 0, answer
    assert f" {at} " in answer.out
    assert kept(world)[0] == {"redness": 1}


def test_last_night_is_not_now(treated: World) -> None:
    """Nothing is saved, whatever the hour: also while that night goes on."""
    assert treated.meso("log", "red", "last", "night").code == 2
