"""Undo and redo: many steps, across processes, and never over a later change."""

import datetime as dt
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meso_cli.errors import Damaged, MesoError
from meso_cli.model.practitioner import Practitioner
from meso_cli.model.records import Acknowledgement, Description, Instruction, Observation, Record
from meso_cli.store import edits
from meso_cli.store.errors import StepRefused
from meso_cli.store.reading import reading
from meso_cli.store.undo import redo, undo
from meso_cli.store.writing import Transaction, writing
from tests.searching import examples
from tests.store.asking import redone, undone
from tests.store.conftest import Python, Write


def everything(path: Path) -> list[Record]:
    """All that a person can see: each treatment with its record."""
    with reading(path) as reader:
        return [reader.record(treatment.id) for treatment in reader.treatments()]


def stored(path: Path) -> Iterator[dict[str, Any]]:
    """Every row as it lies in the file, but for the times that an undo moves on."""
    tables = ("treatments", "entries", "observations", "instructions", "acknowledgements")
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        for table in tables:
            for row in connection.execute(f"SELECT * FROM {table} ORDER BY id"):
                yield {**row, "table": table}


def add_everything(tx: Transaction, now: dt.datetime) -> None:
    """A step that adds a row to each table and changes others, twice over."""
    treatment = edits.add_treatment(tx, now, None, Description(practitioner=Practitioner("A"), note="before"))
    tx.update("treatments", treatment, {"note": "after"})
    entry = edits.add_entry(
        tx, treatment, now, None, edits.Seen([Observation("fever", 1, 38.5), Observation("pain", 2)])
    )
    edits.remove_observation(tx, entry, "pain")
    edits.set_instruction(tx, treatment, Instruction("sun", 24.0, None, None, now))
    edits.set_instruction(tx, treatment, Instruction("sun", None, None, None, now))
    edits.add_acknowledgement(tx, treatment, Acknowledgement("fever", "urgent", entry, now, "told"))


CHANGES: dict[str, Callable[[Transaction, dt.datetime], object]] = {
    "treatment": lambda tx, now: edits.add_treatment(tx, now, None, Description(area="neck")),
    "entry": lambda tx, now: edits.add_entry(tx, 1, now, None, edits.Seen([Observation("pain", 3)], "note")),
    "correct": lambda tx, _: edits.set_observation(tx, 1, Observation("redness", 1, 1.5)),
    "add item": lambda tx, _: edits.set_observation(tx, 1, Observation("fever", 1, 39.0)),
    "remove item": lambda tx, _: edits.remove_observation(tx, 1, "fever"),
    "note": lambda tx, now: tx.update("entries", 1, {"note": f"it was {now}"}),
    "delete": lambda tx, _: tx.delete("entries", 1),
    "instruct": lambda tx, now: edits.set_instruction(tx, 1, Instruction("sun", 9.5, None, str(now), now)),
    "clear": lambda tx, _: edits.clear_instruction(tx, 1, "sun"),
    "tell": lambda tx, now: edits.add_acknowledgement(tx, 1, Acknowledgement("x", "urgent", 1, now, "t")),
    "end": lambda tx, now: edits.end_treatment(tx, 1, now),
    "all": add_everything,
}


@pytest.mark.parametrize("name", CHANGES)
def test_each_kind_of_write(started: Path, write: Write, now: dt.datetime, name: str) -> None:
    """Undo shows exactly what was there before, redo what was there after, again and again."""
    before = everything(started)
    write(lambda tx: CHANGES[name](tx, now), name)
    after = everything(started)
    if after == before:
        return  # nothing to remove or to clear in this file
    for _ in range(3):
        assert undone(started, now).command == name
        assert everything(started) == before
        assert redone(started, now).command == name
        assert everything(started) == after


@settings(
    max_examples=examples(25), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from([*CHANGES, "undo", "undo", "redo"]), max_size=25))
def test_any_history(tmp_path_factory: pytest.TempPathFactory, now: dt.datetime, commands: list[str]) -> None:
    """After any sequence of commands, undo and redo walk through the states as they were."""
    path = tmp_path_factory.mktemp("history") / "meso.db"
    with writing(path, command="start t1", now=now, create=True) as tx:
        edits.add_treatment(tx, now)
        edits.add_entry(tx, 1, now, None, edits.Seen([Observation("redness", 2)]))
    done, taken_back = [everything(path)], list[list[Record]]()
    for number, command in enumerate(commands):
        moment = now + dt.timedelta(seconds=number // 2)  # two commands in one second
        if command == "undo":
            if len(done) > 1:
                undo(path, moment)
                taken_back.append(done.pop())
        elif command == "redo":
            assert (redo(path, moment) is None) == (not taken_back)
            done += [taken_back.pop()] if taken_back else []
        else:
            with writing(path, command=command, now=moment) as tx:
                CHANGES[command](tx, moment)
                changed = tx.changed
            if changed:
                done.append(everything(path))
                taken_back = []
        assert everything(path) == done[-1]
    while len(done) > 1:
        undo(path, now)
        taken_back.append(done.pop())
        assert everything(path) == done[-1]
    while taken_back:
        redo(path, now)
        assert everything(path) == taken_back.pop()
    assert redo(path, now) is None


def test_what_was_reverted_is_told(started: Path, now: dt.datetime) -> None:
    """A step tells its command, its time and its rows, before and after."""
    step = undone(started, now)
    assert (step.command, step.at) == ("log #1", now)
    assert [(change.table, change.id, change.before) for change in step.changes] == [
        ("entries", 1, None),
        ("observations", 1, None),
    ]
    assert step.changes[1].after["item"] == "redness"


def test_to_the_beginning_and_no_further(started: Path, now: dt.datetime) -> None:
    """When nothing is left to undo or redo, None says so and nothing changes."""
    assert redo(started, now) is None
    assert [undone(started, now).command for _ in range(2)] == ["log #1", "start t1"]
    before = started.read_bytes()
    assert undo(started, now) is None
    assert started.read_bytes() == before
    assert everything(started) == []
    assert [redone(started, now).command for _ in range(2)] == ["start t1", "log #1"]
    assert redo(started, now) is None


def test_a_new_write_drops_what_was_undone(started: Path, write: Write, now: dt.datetime) -> None:
    """After a new command there is no redo, and undo goes back to before the undone one."""
    undo(started, now)
    write(lambda tx: edits.add_entry(tx, 1, now), "log #2")
    with reading(started) as reader:
        last = reader.last_step()
        assert last is not None
        assert (last.command, reader.last_undone()) == ("log #2", None)
    assert redo(started, now) is None
    assert [undone(started, now).command for _ in range(2)] == ["log #2", "start t1"]
    assert redone(started, now).command == "start t1"


def test_an_undone_entry_stays_undone_elsewhere(started: Path, now: dt.datetime) -> None:
    """An undo is an update that is later than the entry, so that a merge keeps it undone."""
    rows = {(row["table"], row["id"]): row for row in stored(started)}
    undo(started, now)
    for row in stored(started):
        if row["table"] in ("entries", "observations"):
            before = rows[row["table"], row["id"]]
            assert row["deleted_at"] is not None
            assert row["updated_at"] > before["updated_at"]
            assert (row["uuid"], row["created_at"]) == (before["uuid"], before["created_at"])


STEP = """
import datetime as dt, sys
from pathlib import Path
from meso_cli.store.undo import redo, undo
now = dt.datetime(2026, 3, 5, tzinfo=dt.UTC)
print({"undo": undo, "redo": redo}[sys.argv[2]](Path(sys.argv[1]), now).command)
"""


def test_across_processes(started: Path, python: Python) -> None:
    """Undo and redo work from any process, step by step."""
    words = ["undo", "undo", "redo", "redo", "undo"]
    told = [python(STEP, started, word).communicate()[0].strip() for word in words]
    assert told == ["log #1", "start t1", "start t1", "log #1", "log #1"]


OUTSIDE = [
    "UPDATE entries SET note = 'imported', updated_at = '2027-01-01T00:00:00Z' WHERE id = 1",
    "UPDATE entries SET deleted_at = '2027-01-01T00:00:00Z'",
    "DELETE FROM observations",
]


@pytest.mark.parametrize("change", OUTSIDE)
def test_changed_from_outside(started: Path, now: dt.datetime, change: str) -> None:
    """A step whose rows something else has changed since is refused, and nothing is lost."""
    outside(started, change)
    before = started.read_bytes()
    with pytest.raises(StepRefused, match=r"log #1.*cannot be undone"):
        undo(started, now)
    assert started.read_bytes() == before


@pytest.mark.parametrize("change", [*OUTSIDE[::2], "UPDATE entries SET deleted_at = NULL"])
def test_changed_from_outside_while_undone(started: Path, now: dt.datetime, change: str) -> None:
    """The same holds for a redo."""
    undo(started, now)
    outside(started, change)
    before = started.read_bytes()
    with pytest.raises(StepRefused, match=r"log #1.*cannot be redone"):
        redo(started, now)
    assert started.read_bytes() == before


SAID = ("treatment_id", "restriction", "said_at", "said_offset", "created_at", "updated_at")


def test_its_place_was_taken(started: Path, write: Write, now: dt.datetime) -> None:
    """An instruction that an import replaced does not come back beside the newer one."""
    write(lambda tx: edits.set_instruction(tx, 1, Instruction("sun", 9.0, None, None, now)))
    write(lambda tx: edits.clear_instruction(tx, 1, "sun"), "plan clear sun")
    outside(
        started,
        f"INSERT INTO instructions (uuid, {', '.join(SAID)}) "
        f"SELECT hex(randomblob(18)), {', '.join(SAID)} FROM instructions",
    )
    with pytest.raises(StepRefused, match="plan clear sun"):
        undo(started, now)


def test_merged_again_without_a_change(started: Path, now: dt.datetime) -> None:
    """Only contents count: a row that was merely touched again can still be undone."""
    outside(started, "UPDATE entries SET updated_at = '2027-01-01T00:00:00Z'")
    assert undone(started, now).command == "log #1"
    assert {row["updated_at"] for row in stored(started) if row["table"] == "entries"} == {
        "2027-01-01T00:00:01Z"
    }


def outside(path: Path, sql: str) -> None:
    """Change the file past the journal."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(sql)
        connection.commit()


ROW = {"id": 1, "deleted_at": None, "updated_at": "2026-03-04T13:00:00Z"}


@pytest.mark.parametrize(
    "changes",
    [
        "[",
        "[1]",
        "[[]]",
        "[" * 100_000,
        json.dumps([["sqlite_schema", 1, None, ROW]]),
        json.dumps([["entries; DROP TABLE entries", 1, None, ROW]]),
        json.dumps([["entries", "1 OR 1", None, ROW]]),
        json.dumps([["entries", 1, [], ROW]]),
        json.dumps([["entries", 1, None, None]]),
        json.dumps([["entries", 1, None, {**ROW, "note = 1; DROP TABLE entries; --": 1}]]),
    ],
)
def test_hostile_journal(started: Path, now: dt.datetime, changes: str) -> None:
    """A journal from elsewhere cannot make undo run its SQL, or fail in an ugly way."""
    with closing(sqlite3.connect(started)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE journal SET changes = ?", (changes,))
        connection.commit()
    before = list(stored(started))
    with pytest.raises((Damaged, StepRefused)) as raised:
        undo(started, now)
    assert isinstance(raised.value, MesoError)
    assert list(stored(started)) == before
