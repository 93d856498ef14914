"""The check-in on a real terminal: single keys, what is shown, how it is left. Few: each is a process."""

import os
import re
import sys
import tty
from collections.abc import Callable, Iterator
from typing import Any

import pexpect
import pytest
from rich.cells import cell_len

from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.keyboard import InputEnded, Keyboard
from tests.cli.test_main_job import as_json
from tests.cli.test_terminal import before, seen, spawn
from tests.conftest import World

PROMPT = r"\([^()]*\): "
INTERRUPT, END_OF_INPUT = "\x03", "\x04"
SLOWER = 0.3
"""Seconds between a key and an Enter that is meant: a quicker one belongs to the key."""


class Typed:
    """A check-in that is over: what was shown, how it ended."""

    def __init__(self, child: "pexpect.spawn[str]", keys: list[str]) -> None:
        child.delaybeforesend = 0.0
        self.shown, self.prompts, last = "", [], ""
        for key in keys:
            child.expect(PROMPT)
            self.shown += before(child) + str(child.after)
            self.prompts.append(str(child.after))
            if key.startswith("\r") and last not in ("", "\r"):
                child.delaybeforesend = SLOWER
            child.send(key)
            child.delaybeforesend, last = 0.0, key
        child.expect(pexpect.EOF)
        self.shown += before(child)
        child.close()
        self.code = child.exitstatus


def test_single_keys(treated: World) -> None:
    """No Enter but the last one: ten keys on day 4, and a warm sore cheek ends in URGENT."""
    treated.at(hours=20).meso("log", "redness=2", "tightness=1")
    keys = ["0", "0", "1", "0", "1", "1", "0", "0", "0", "\r"]
    found = Typed(spawn(treated.at(hours=98), "log"), keys)
    assert found.code == 0, found.shown
    assert as_json(treated)["warnings"][0]["tier"] == "urgent"
    lines = seen(found.shown, 80)
    assert not [line for line in lines if cell_len(line) > 80]


def test_words_a_slip_and_an_enter_from_habit(treated: World) -> None:
    """What is no key begins a line that can be corrected; an Enter right after a key skips no question."""
    answers = ["0\r", "no\r", "moderatx\x7fe\r", "\x1b[A1", "0", "0", "y\r", "itching 1\r", "0", "\r"]
    found = Typed(spawn(treated.at(hours=30), "log"), answers)
    assert found.code == 0, found.shown
    symptoms = {row["id"]: row["severity"] for row in as_json(treated)["symptoms"]}
    assert (symptoms["redness"], symptoms["swelling"], symptoms["itching"]) == (2, 1, 1)
    assert "fever" not in as_json(treated)["not_checked"]


def test_words_that_begin_with_n_are_no_no(treated: World) -> None:
    """A numb tongue is one of the signs that were asked about: its card, and it is saved."""
    found = Typed(spawn(treated.at(hours=3), "log"), ["numb tongue\r"])
    assert (found.code, "You named:" in found.shown) == (0, True), found.shown
    assert as_json(treated)["warnings"][0]["tier"] == "emergency"


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Keyboard]]:
    """A function: the keyboard of a terminal on which these keys were typed already."""
    ours, theirs = os.openpty()
    tty.setcbreak(theirs)
    monkeypatch.setenv("TERM", "xterm")
    with os.fdopen(theirs) as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        monkeypatch.setattr(terminal, "can_ask", lambda _: True)

        def typed(text: str) -> Keyboard:
            os.write(ours, text.encode())
            return Keyboard(Call(), "")

        yield typed
    os.close(ours)


@pytest.mark.parametrize(
    ("typed", "answers"),
    [
        ("0\r", ["0"]),
        ("0\r\r", ["0", ""]),
        ("not breathing well\r", ["not breathing well"]),
        ("nearly fainted\r0\r", ["nearly fainted", "0"]),
        ("no\r\r", ["no", ""]),
        ("0 numb tongue\r", ["0 numb tongue"]),
        ("0\x7f\x7f12\r", ["12"]),
        ("gerötet\x7f\x15rot\r", ["rot"]),
    ],
)
def test_a_key_is_one_where_nothing_follows(keys: Any, typed: str, answers: list[str]) -> None:
    """What follows at once makes it a line; an Enter from habit belongs to the key."""
    keyboard = keys(typed)
    assert [keyboard.key("?", "0?") for _ in answers] == answers


def test_leaving_in_a_line_keeps_what_it_held(keys: Any) -> None:
    """A red flag that was typed and not sent is not lost."""
    with pytest.raises(InputEnded) as left:
        keys(f"pux\x7fs{END_OF_INPUT}").key("?", "0?")
    assert left.value.typed == "pus"


def test_what_was_typed_ahead_is_forgotten(keys: Any) -> None:
    """The empty lines of a paste save nothing that nobody has seen."""
    keyboard = keys("0\r\r\r\rmore\r")
    assert keyboard.key("?", "0") == "0"
    keyboard.forget()
    keys("n\r")
    assert keyboard.line("Save it?") == "n"


@pytest.mark.parametrize(("stop", "keys"), [(INTERRUPT, 0), (END_OF_INPUT, 3), (INTERRUPT, 8)])
def test_leaving_gives_the_terminal_back(treated: World, stop: str, keys: int) -> None:
    """At a key and at the end: exit 130, said, and nothing is saved."""
    as_it_was = treated.database.read_bytes()
    child = spawn(treated.at(hours=98), "log")
    found = Typed(child, [*["0", "0", "1", "0", "0", "0", "0", "0"][:keys], stop])
    assert found.code == 130, found.shown
    assert "Stopped; nothing was saved." in found.shown
    assert treated.database.read_bytes() == as_it_was


@pytest.mark.parametrize(("rows", "columns"), [(20, 48), (24, 20)])
def test_no_line_is_broken_inside_a_word(treated: World, rows: int, columns: int) -> None:
    """Questions, prompts and answers, on a small terminal and on a tiny one."""
    keys = ["0"] * (2 if columns == 48 else 4)
    child = spawn(treated.at(hours=30), "log", rows=rows, columns=columns)
    found = Typed(child, [*keys, INTERRUPT])
    lines = found.shown.replace("\r", "").split("\n")
    words = max(len(word) for word in found.shown.split())
    assert [line for line in lines if cell_len(line) > max(columns, words)] == []


def test_a_dumb_terminal_is_answered_by_lines(treated: World) -> None:
    """Each with Enter; twenty at most."""
    answers = ["no", "no", "1", "0", "0", "0", "no", "no", ""]
    found = Typed(spawn(treated.at(hours=30), "log", TERM="dumb"), [f"{answer}\r" for answer in answers])
    assert found.code == 0, found.shown
    assert not re.search("\x1b", found.shown)
    assert as_json(treated)["symptoms"][0]["severity"] == 1
