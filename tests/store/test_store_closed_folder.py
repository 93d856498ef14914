"""A folder of ours that nobody may look into: said, and never taken for one that is not there."""

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.conftest import World

CLOSED = "meso.db.backups"


def _load_all(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever these commands import is imported while its files may be read: root's are closed to others."""
    folder.mkdir()
    world = World(folder, monkeypatch)
    for line in ("start", "backup", "restore", "restore 1900-01-01 --yes", "doctor", "wipe --yes"):
        world.meso(*line.split())
    world.database.parent.mkdir(mode=0o700, exist_ok=True)
    world.database.with_name(CLOSED).write_text("in the way")
    for line in ("start", "backup", "doctor", "wipe --yes"):
        world.meso(*line.split())
    shutil.rmtree(folder)


@pytest.fixture
def closed(
    outside: Path, ordinary: Callable[[], AbstractContextManager[None]], monkeypatch: pytest.MonkeyPatch
) -> World:
    """An ordinary user's records, whose backup folder is closed to everybody."""
    _load_all(outside / "before", monkeypatch)
    world = World(outside, monkeypatch)
    for words in (["start"], ["wipe", "--yes"], ["restore"], ["backup"], ["doctor"]):
        world.meso(
            "--db", str(outside / "other.db"), *words
        )  # an ordinary user may not load a root's program
    with ordinary():
        assert world.meso("start").code == 0
        world.database.with_name(CLOSED).chmod(0)
    return world


@pytest.mark.parametrize(
    "words", [["wipe", "--yes"], ["restore"], ["restore", "2026-03-02", "--yes"], ["backup"]]
)
def test_it_is_refused(
    closed: World, words: list[str], ordinary: Callable[[], AbstractContextManager[None]]
) -> None:
    """Exit 6 with the folder's name; nothing is removed, and nobody is told that there is no backup."""
    before = closed.database.read_bytes()
    with ordinary():
        answer = closed.meso(*words)
    assert (answer.code, CLOSED in answer.err) == (6, True), answer
    assert closed.database.read_bytes() == before


def test_the_doctor_names_it(closed: World, ordinary: Callable[[], AbstractContextManager[None]]) -> None:
    """Not as a lack of backups, which --fix would claim to fill."""
    with ordinary():
        answer = closed.meso("doctor")
    assert answer.code == 0
    assert "there is none yet" not in answer.out
    assert f"{CLOSED} may not be looked into" in answer.out


def test_when_it_is_open_again_all_of_it_goes(
    closed: World, ordinary: Callable[[], AbstractContextManager[None]]
) -> None:
    """The refusal names what is to be done; then the wipe is whole."""
    with ordinary():
        closed.database.with_name(CLOSED).chmod(0o700)
        assert closed.meso("wipe", "--yes").code == 0
    assert list(closed.database.parent.iterdir()) == []
