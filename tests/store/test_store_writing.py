"""One command is one transaction: all of it or nothing."""

import datetime as dt
import shutil
import sqlite3
import traceback
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest

from meso_cli.errors import BadValue, Damaged, NothingFound, SystemRefused
from meso_cli.model.records import Observation
from meso_cli.store import edits
from meso_cli.store.reading import reading
from meso_cli.store.writing import Transaction, immediate, writing
from tests.store.asking import entry


def rows(path: Path, sql: str) -> list[tuple[Any, ...]]:
    """Rows past the store."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit, GeneratorExit])
def test_any_exception_takes_everything_back(started: Path, now: dt.datetime, error: Any) -> None:
    """Whatever ends a command early, nothing of it stays, the journal's row included."""
    before = started.read_bytes()

    def fail() -> None:
        with writing(started, command="log", now=now) as tx:
            edits.add_entry(tx, 1, now)
            raise error

    with pytest.raises(error):
        fail()
    assert rows(started, "SELECT count(*) FROM entries") == [(1,)]
    assert started.read_bytes() == before


def test_reads_inside_see_its_own_writes(started: Path, now: dt.datetime) -> None:
    """A command decides inside its own transaction, on what is really there."""
    with writing(started, command="log", now=now) as tx:
        assert [treatment.id for treatment in tx.open_at(now)] == [1]
        entry_id = edits.add_entry(tx, 1, now, None, edits.Seen([Observation("pain", 1)]))
        tx.command = f"log #{entry_id}"
        assert len(tx.record(1).entries) == 2
    with reading(started) as reader:
        last = reader.last_step()
    assert last is not None
    assert last.command == "log #2"


def test_a_command_that_changes_nothing_is_no_step(started: Path, now: dt.datetime) -> None:
    """Setting a value to what it is leaves no step to undo, and the redo steps stay."""
    before = rows(started, "SELECT * FROM journal")
    with writing(started, command="edit t1", now=now) as tx:
        tx.update("treatments", 1, {"area": "face"})
    assert rows(started, "SELECT * FROM journal") == before


def test_updates_always_grow(started: Path, now: dt.datetime) -> None:
    """Each change of a row moves its `updated_at` on: within one second, and with a clock set back."""
    stamps: list[tuple[str, str]] = []
    for hours in (0, 0, -9):
        with writing(started, command="edit t1", now=now + dt.timedelta(hours=hours)) as tx:
            tx.update("treatments", 1, {"area": f"area{len(stamps)}"})
        stamps.append(rows(started, "SELECT created_at, updated_at FROM treatments")[0])
    assert [stamp[-3:] for _, stamp in stamps] == ["01Z", "02Z", "03Z"]
    assert len({created for created, _ in stamps}) == 1


def test_no_such_row(started: Path, now: dt.datetime) -> None:
    """Changing a row that is not there is told."""
    with pytest.raises(NothingFound), writing(started, command="edit", now=now) as tx:
        tx.update("entries", 99, {"note": "x"})


def test_orphans_are_refused(started: Path, now: dt.datetime) -> None:
    """An entry without its treatment cannot be written."""
    with pytest.raises(sqlite3.IntegrityError), writing(started, command="log", now=now) as tx:
        edits.add_entry(tx, 7, now)


@pytest.mark.parametrize(("note", "value"), [("SECRET \udcff", 1), ("SECRET", 10**30)])
def test_values_that_sqlite_cannot_hold(started: Path, now: dt.datetime, note: str, value: int) -> None:
    """Bytes that are not UTF-8, or a huge number, get a sentence, and no traceback tells the note."""
    with pytest.raises(BadValue) as raised, writing(started, command="log", now=now) as tx:
        edits.add_entry(tx, 1, now, None, edits.Seen([Observation("water", value)], note))
    assert "SECRET" not in "".join(traceback.format_exception(raised.value))


def test_long_note(started: Path, now: dt.datetime) -> None:
    """A note of megabytes is kept whole."""
    with writing(started, command="log", now=now) as tx:
        edits.add_entry(tx, 1, now, seen=edits.Seen(note="ü" * 3_000_000))
    with reading(started) as reader:
        assert entry(reader, 2).note == "ü" * 3_000_000


def test_observations_are_corrected_one_by_one(started: Path, now: dt.datetime) -> None:
    """An item is added, corrected, removed and added again: one row, and the last value counts."""

    def seen() -> dict[str, tuple[int, float | None]]:
        with reading(started) as reader:
            return {o.item: (o.value, o.reading) for o in entry(reader, 1).observations}

    def correct(change: Callable[[Transaction], object]) -> None:
        with writing(started, command="edit #1", now=now) as tx:
            change(tx)

    correct(lambda tx: edits.set_observation(tx, 1, Observation("fever", 1, 38.5000001)))
    correct(lambda tx: edits.set_observation(tx, 1, Observation("redness", 0)))
    assert seen() == {"redness": (0, None), "fever": (1, 38.5)}
    correct(lambda tx: edits.remove_observation(tx, 1, "fever"))
    correct(lambda tx: edits.remove_observation(tx, 1, "fever"))
    assert seen() == {"redness": (0, None)}
    correct(lambda tx: edits.set_observation(tx, 1, Observation("fever", 0)))
    assert seen() == {"redness": (0, None), "fever": (0, None)}
    assert rows(started, "SELECT count(*) FROM observations") == [(2,)]


SAFE = {
    "secure_delete": 1,
    "synchronous": 3,
    "foreign_keys": 1,
    "journal_mode": "delete",
    "trusted_schema": 0,
}


def test_secure_delete_and_durability(started: Path) -> None:
    """Removed text is overwritten, and an acknowledged commit survives a power cut."""
    with immediate(started) as connection:
        found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in SAFE}
    assert found == SAFE


@pytest.mark.parametrize("when", ["before", "after"])
def test_replaced_under_our_feet(started: Path, now: dt.datetime, when: str) -> None:
    """A file that a sync tool replaces during the command: it says that nothing was saved."""
    other = started.with_name("other.db")
    shutil.copy(started, other)

    def replace() -> None:
        with writing(started, command="log", now=now) as tx:
            if when == "before":
                other.replace(started)
            edits.add_entry(tx, 1, now)
            if when == "after":
                other.replace(started)

    with pytest.raises(SystemRefused, match="replaced"):
        replace()
    with reading(started) as reader:
        assert reader.counts() == {"treatments": 1, "entries": 1}


def open_files() -> int:
    """How many files this process has open."""
    return sum(1 for _ in Path("/dev/fd").iterdir())


def test_connections_are_closed(started: Path, now: dt.datetime, tmp_path: Path) -> None:
    """A command leaves no file open, whether it worked or not."""
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(started.read_bytes()[:-1000])
    before = open_files()
    for _ in range(3):
        with pytest.raises(Damaged), reading(damaged):
            pass
        with pytest.raises(Damaged), writing(damaged, command="log", now=now):
            pass
        with reading(started), suppress(SystemRefused), reading(started):
            raise SystemRefused("refused")
        with writing(started, command="log", now=now) as tx:
            edits.add_entry(tx, 1, now)
    assert open_files() == before
