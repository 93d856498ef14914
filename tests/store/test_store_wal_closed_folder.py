"""A file in a write-ahead log in a folder that may not be written: even a read would write there."""

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

from tests.conftest import World

Ordinary = Callable[[], AbstractContextManager[None]]
WORDS = (["status"], ["history"], ["can", "makeup"], ["log", "redness=1"], ["backup"], ["export"], ["undo"])


@pytest.fixture
def closed(outside: Path, ordinary: Ordinary, monkeypatch: pytest.MonkeyPatch) -> World:
    """An ordinary user's records, set to a write-ahead log by another program; nobody may write there."""
    world = World(outside, monkeypatch)
    for words in (["start"], *WORDS, ["doctor"], ["guide"]):  # an ordinary user may not load a root's program
        world.meso("--db", str(outside / "other.db"), *words)
    with ordinary():
        assert world.meso("start").code == 0
        with closing(sqlite3.connect(world.database)) as connection:
            connection.execute("PRAGMA journal_mode = wal")
        world.database.parent.chmod(0o500)
    return world


@pytest.mark.parametrize("words", WORDS, ids=" ".join)
def test_it_is_one_sentence_that_says_what_to_do(closed: World, ordinary: Ordinary, words: list[str]) -> None:
    """Exit 6, never "damaged" and never empty; no byte is changed, and once it is open all is there."""
    before = closed.database.read_bytes()
    with ordinary():
        answer = closed.meso(*words)
    assert (answer.code, answer.out, answer.err.count("\n")) == (6, "", 1)
    assert "make both writable and repeat the command" in answer.err
    assert closed.database.read_bytes() == before
    closed.database.parent.chmod(0o700)
    assert closed.meso("status").code == 0


def test_the_doctor_and_the_guide_go_on(closed: World, ordinary: Ordinary) -> None:
    """One names it, the other needs no record."""
    with ordinary():
        examined, guide = closed.meso("doctor"), closed.meso("guide")
    assert "make both writable" in examined.out
    assert (guide.code, "make both writable" in guide.err) == (0, True)
    closed.database.parent.chmod(0o700)
