"""What is copied aside before a large change is how it was just then, whoever wrote meanwhile."""

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from meso_cli.errors import SystemRefused
from meso_cli.store import edits, file
from meso_cli.store.file import DatabaseFile
from meso_cli.store.filenames import backup_folder
from meso_cli.store.maintenance import safety_copy
from meso_cli.store.maintenance.backup import State, copy_to, counts
from meso_cli.store.maintenance.safety_copy import with_safety_copy
from meso_cli.store.writing import immediate, writing


@pytest.fixture
def opened(started: Path) -> Iterator[DatabaseFile]:
    """The file with one entry, as one command has it."""
    with closing(DatabaseFile(started)) as database:
        yield database


@pytest.fixture
def meanwhile(started: Path, now: dt.datetime, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Another command logs after each of so many copies."""

    def logs(times: int) -> None:
        left = [times]

        def copied(database: DatabaseFile, temporary: Path) -> State:
            state = copy_to(database, temporary)
            if left[0]:
                left[0] -= 1
                with writing(started, command="log", now=now) as store:
                    edits.add_entry(store, 1, now)
            return state

        monkeypatch.setattr(safety_copy, "copy_to", copied)

    return logs


def set_to_write_ahead(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")


@pytest.mark.parametrize("is_wal", [False, True])
def test_it_holds_what_was_written_meanwhile(
    opened: DatabaseFile, meanwhile: Callable[[int], None], is_wal: bool
) -> None:
    """An entry of another command between copy and change is in a second copy: going back loses nothing."""
    if is_wal:
        set_to_write_ahead(opened.path)
    meanwhile(2)
    with with_safety_copy(opened, immediate, "import-x") as (connection, aside):
        assert connection.in_transaction
        assert counts(aside)["entries"] == 3
    assert [found.name for found in backup_folder(opened.path).iterdir()] == [aside.name]


def test_it_is_not_tried_without_an_end(
    opened: DatabaseFile, meanwhile: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where others never stop, it says so; nothing was changed, and no copy stays."""
    monkeypatch.setattr(safety_copy, "_TRIES", 3)
    meanwhile(3)
    with (
        pytest.raises(SystemRefused, match="Other commands keep writing") as refused,
        with_safety_copy(opened, immediate, "import-x"),
    ):
        pytest.fail("the copy is not how it was")
    assert refused.value.outcome == "Nothing was saved."
    assert list(backup_folder(opened.path).iterdir()) == []


def test_nobody_is_kept_waiting_for_the_copy(
    opened: DatabaseFile, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may take seconds: others write until the change itself begins, and not from then on."""
    monkeypatch.setattr(file, "WRITE_SECONDS", 0.05)

    def synced(_: Path) -> None:
        with writing(opened.path, command="log", now=now) as store:
            edits.add_entry(store, 1, now)
        monkeypatch.setattr(safety_copy, "sync_file", lambda _: None)

    monkeypatch.setattr(safety_copy, "sync_file", synced)
    with (
        with_safety_copy(opened, immediate, "import-x"),
        pytest.raises(SystemRefused, match="locked"),
        writing(opened.path, command="log", now=now),
    ):
        pytest.fail("two write at once")


def test_what_fails_leaves_no_copy(opened: DatabaseFile) -> None:
    """The file is as it was: nobody goes back to that."""
    before = opened.path.read_bytes()

    def fail() -> None:
        with with_safety_copy(opened, immediate, "import-x") as (connection, _):
            connection.execute("DELETE FROM observations")
            raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011  # it has no words
        fail()
    assert opened.path.read_bytes() == before
    assert list(backup_folder(opened.path).iterdir()) == []
