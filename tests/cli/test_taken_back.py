"""Undo gives back what was there before each kind of write; redo what came after; crashes between."""

import json
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from meso_cli.guide.files import data_folder
from tests.conftest import Prepared, World

RELEASED = Path(__file__).parents[1] / "store" / "released" / "m001_initial.db"
PLAN = str(data_folder() / "plans" / "example.toml")
KILLED = """
import os, signal, sys
from meso_cli.store import journal
from meso_cli.__main__ import main
write_step = journal.write_step
def killed(*given):
    write_step(*given)
    os.kill(os.getpid(), signal.SIGKILL)
from meso_cli.store import writing
writing.write_step = killed
main()
"""
"""A call that is killed when all of its rows are written, just before they are committed."""


def content(world: World) -> list[dict[str, object]]:
    """The export, as far as a person can tell: what is hidden, and when a row was changed, left out.

    An undo is itself a change: it must be later than what it took back, or a merge with another
    machine would bring that back again. So `updated_at` moves on, and added rows stay, hidden.
    """
    answer = world.meso("export")
    assert answer.code == 0, answer.err
    records = json.loads(answer.out)["records"]
    return [{**record, "updated_at": None} for record in records if record["deleted_at"] is None]


@pytest.fixture
def full(world: World, prepared: Prepared) -> World:
    """Two treatments, entries, instructions, a told warning; and an export of another machine."""
    return prepared(world, _fill)


def _fill(world: World) -> None:
    world.database.parent.mkdir(mode=0o700)
    shutil.copy(RELEASED, world.database)
    world.at(days=50)
    other = world.folder / "other.db"
    world.meso("--db", str(other), "start", "2 days ago 10:00", "--area", "scalp")
    world.meso("--db", str(other), "log", "redness=1", "--note", "from elsewhere")
    world.meso("--db", str(other), "export", "-o", str(world.folder / "other.json"))
    assert world.meso("log", "fever", "redness=2").code == 0


def loaded(world: World, words: list[str]) -> list[str]:
    """The words, in a world where a plan is loaded."""
    assert world.meso("plan", "load", PLAN).code == 0
    world.at(days=51)
    return words


WRITES: dict[str, Callable[[World], list[str]]] = {
    "start": lambda _: ["start", "yesterday 10:00", "--area", "hands", "--note", "a note"],
    "log": lambda _: ["log", "redness=3", "water=2", "--note", "a note"],
    "log none": lambda _: ["log", "--none"],
    "told": lambda _: ["log", "--told", "clinic: come in", "--about", "fever"],
    "edit entry": lambda _: ["edit", "8", "redness=1", "fever=", "itching=2", "--note", "other"],
    "move entry": lambda _: ["edit", "8", "--at", "2 hours ago"],
    "edit treatment": lambda _: ["edit", "t2", "--depth", "2.0", "--history", "keloid", "--area", "face"],
    "move treatment": lambda _: ["edit", "t2", "--at", "11 apr 2026 14:00"],
    "delete entry": lambda _: ["delete", "8"],
    "delete treatment": lambda _: ["delete", "t1", "--yes"],
    "end": lambda _: ["end", "t2", "--yes"],
    "plan set": lambda _: ["plan", "set", "hot tub", "until friday", "--by", "Dr Lee", "--note", "a note"],
    "plan clear": lambda _: ["plan", "clear", "sauna", "--treatment", "t1"],
    "plan load": lambda _: ["plan", "load", PLAN],
    "plan load again": lambda world: loaded(world, ["plan", "load", PLAN]),
    "plan clear loaded": lambda world: loaded(world, ["plan", "clear", "--loaded"]),
    "import json": lambda world: ["import", str(world.folder / "other.json")],
    "import database": lambda world: ["import", str(world.folder / "other.db")],
}


@pytest.mark.parametrize("name", WRITES)
def test_each_kind_of_write(full: World, name: str) -> None:
    """The previous content, the later one, the previous one again; a killed write in between each."""
    words = WRITES[name](full)
    before = content(full)
    answer = full.meso(*words)
    assert answer.code == 0, answer.err
    after = content(full)
    assert after != before
    _crash(full)
    assert content(full) == after
    for way, expected in (("undo", before), ("redo", after), ("undo", before)):
        told = full.meso(way)
        assert told.code == 0, told.err
        step = "told" if name == "told" else words[0]
        assert f": {step}" in told.out, "it says what it took back"
        assert content(full) == expected
        _crash(full)
        assert content(full) == expected


def _crash(world: World) -> None:
    """A process that dies in the middle of a write leaves nothing, not even a dropped redo."""
    done = world.forked(KILLED, "log", "pain=1", "--note", "never there")
    assert done.code == -signal.SIGKILL, done.err


def test_many_steps(full: World) -> None:
    """All kinds of writes one after the other, all taken back, all brought again."""
    states = [content(full)]
    for name in (
        "log",
        "told",
        "edit entry",
        "move entry",
        "edit treatment",
        "plan load",
        "plan set",
        "start",
        "import json",
        "delete entry",
    ):
        assert full.meso(*WRITES[name](full)).code == 0, name
        states.append(content(full))
    for expected in reversed(states[:-1]):
        assert full.meso("undo").code == 0
        assert content(full) == expected
    for expected in states[1:]:
        assert full.meso("redo").code == 0
        assert content(full) == expected
