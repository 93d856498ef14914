"""Two machines: whatever was recorded where, and whoever takes in whose records first."""

import datetime as dt
import random
import shutil
import sqlite3
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meso_cli.errors import BadValue
from meso_cli.model.batch import Batch
from meso_cli.model.plan import ChangedWindow, ClinicPlan
from meso_cli.model.practitioner import Practitioner
from meso_cli.model.records import Acknowledgement, Instruction, Observation
from meso_cli.store import edits, rows
from meso_cli.store.creating import create
from meso_cli.store.errors import StepRefused
from meso_cli.store.exchange.importing import Imported, dry_run, import_records, records_of
from meso_cli.store.exchange.validation import GuideChecks
from meso_cli.store.plans import load_plan, unload_plan
from meso_cli.store.reading import reading
from meso_cli.store.undo import redo, undo
from meso_cli.store.writing import Transaction, writing
from tests.searching import examples
from tests.store.asking import entry

NOW = dt.datetime(2026, 3, 4, 14, 0, tzinfo=dt.UTC)
CLINICS = (Practitioner("One", "1"), Practitioner("Two"))
ITEMS = ("redness", "pain", "fever")
ANYTHING = GuideChecks(value=lambda *_: True, plan=lambda _: True, guide=lambda _: True)


def content(path: Path) -> list[dict[str, Any]]:
    """All records of a file but for their numbers, in an order that does not depend on them."""
    with reading(path) as store:
        found = [{**record, "number": None} for record in store.portable()]
    return sorted(found, key=lambda record: (record["record"], record["uuid"]))


def take_in(path: Path, other: Path, now: dt.datetime = NOW) -> Imported:
    """Import the database `other`."""
    return import_records(path, records_of(other), ANYTHING, now)


def ids(path: Path, table: str) -> list[int]:
    """The numbers of all its rows, deleted ones too, by uuid: in the same order on both machines."""
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute(f"SELECT id FROM {table} ORDER BY uuid")]


def act_on_plan(
    tx: Transaction, treatment: int, action: str, number: int, value: int, now: dt.datetime
) -> None:
    """What a practitioner said, by word or by file, recorded or taken back."""
    if action == "plan":
        edits.set_instruction(tx, treatment, Instruction("sauna", float(value), "Dr", None, now))
    elif action == "unplan":
        edits.clear_instruction(tx, treatment, "sauna")
    elif action == "load":
        plan = ClinicPlan(CLINICS[value], now.date(), (ChangedWindow("sauna", float(number)),))
        load_plan(tx, treatment, plan._replace(loaded_at=now), CLINICS[value])
    else:
        unload_plan(tx, treatment, None)


def act(path: Path, action: str, number: int, value: int, now: dt.datetime) -> None:
    """One thing that a person may do on a machine."""
    if action in ("undo", "redo"):
        {"undo": undo, "redo": redo}[action](path, now)
        return
    treatment, entries = ids(path, "treatments")[0], ids(path, "entries")
    entry = entries[number % len(entries)] if entries else None
    with writing(path, command=action, now=now) as tx:
        if action == "log" or entry is None:
            edits.add_entry(
                tx, treatment, now, None, edits.Seen([Observation(ITEMS[number % 3], value)], f"n{value}")
            )
        elif action == "set":
            edits.set_observation(tx, entry, Observation(ITEMS[number % 3], value))
        elif action == "remove":
            edits.remove_observation(tx, entry, ITEMS[number % 3])
        elif action == "note":
            edits.set_note(tx, entry, f"note {value}")
        elif action == "delete":
            tx.delete("entries", entry)
        elif action in ("plan", "unplan", "load", "unload"):
            act_on_plan(tx, treatment, action, number, value, now)
        elif action == "told":
            edits.add_acknowledgement(tx, treatment, Acknowledgement("fever", "urgent", entry, now, "clinic"))


ACTIONS = (
    "set", "plan", "note", "undo", "log", "remove", "delete", "unplan", "told", "redo", "meet", "load",
    "unload",
)  # fmt: skip  # one list per line reads as the list it is
Step = tuple[bool, str, int, int, int]
# Few items, entries and seconds, so that the machines often disagree about the same thing.
STEP = st.tuples(
    st.booleans(),
    st.sampled_from(ACTIONS),
    st.integers(0, 2),
    st.integers(0, 1),
    st.sampled_from((0, 1, 90)),
)


@settings(
    max_examples=examples(30), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(STEP, min_size=4, max_size=16), seed=st.integers(0, 10**6))
def test_two_machines_come_to_hold_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps: list[Step], seed: int
) -> None:
    """After taking in each other's records both hold the same, and doing it again changes nothing."""
    chance = random.Random(seed)
    monkeypatch.setattr(rows, "new_uuid", lambda: str(uuid.UUID(int=chance.getrandbits(128))))
    folder = Path(tempfile.mkdtemp(dir=tmp_path))
    one, two = folder / "one.db", folder / "two.db"
    create(one)
    with writing(one, command="start t1", now=NOW) as tx:
        first = edits.add_treatment(tx, NOW)
        edits.add_entry(tx, first, NOW, None, edits.Seen([Observation("redness", 1)]))
    shutil.copy(one, two)
    now = NOW
    for machine, action, number, value, seconds in steps:
        now += dt.timedelta(seconds=seconds)
        here, there = (one, two) if machine else (two, one)
        if action == "meet":
            take_in(here, there, now)
        else:
            act(here, action, number, value, now)
    take_in(one, two)
    take_in(two, one)
    assert content(one) == content(two)
    before = content(one)
    for here, there in ((one, two), (two, one)):
        assert not take_in(here, there).merged.changed
    assert content(one) == before
    shutil.rmtree(folder)


def test_what_is_deleted_there_is_deleted_here(started: Path, tmp_path: Path, now: dt.datetime) -> None:
    """A deletion travels like any other change, and an older copy does not bring the entry back."""
    other = tmp_path / "other.db"
    shutil.copy(started, other)
    with writing(other, command="delete #1", now=now) as tx:
        tx.delete("entries", 1)
    take_in(started, other)
    with reading(started) as store:
        assert store.entry(1) is None
    older = tmp_path / "older.db"
    shutil.copy(other, older)
    undo(started, now)
    with reading(started) as store:
        assert store.entry(1) is not None
    take_in(started, older)
    with reading(started) as store:
        assert store.entry(1) is not None, "the undo came later than that deletion"


def test_an_undone_edit_stays_undone(started: Path, tmp_path: Path, now: dt.datetime) -> None:
    """The export from before the undo does not bring the edit back."""
    with writing(started, command="edit #1", now=now) as tx:
        edits.set_note(tx, 1, "wrong")
    edited = tmp_path / "edited.db"
    shutil.copy(started, edited)
    undo(started, now)
    done = take_in(started, edited)
    assert not done.merged.changed
    assert done.merged.kept == ("#1",)
    with reading(started) as store:
        assert entry(store, 1).note == "SECRET words"


def test_numbers_are_kept_where_they_are_free(started: Path, tmp_path: Path, now: dt.datetime) -> None:
    """An entry keeps its number in an empty file; where another has it, it gets the next one."""
    with writing(started, command="log #2", now=now) as tx:
        edits.add_entry(tx, 1, now, None, edits.Seen([Observation("pain", 1)]))
    other = tmp_path / "other.db"
    create(other)
    with writing(other, command="start t1", now=now) as tx:
        edits.add_treatment(tx, now)
        edits.add_entry(tx, 1, now, None, edits.Seen([Observation("fever", 1)]))
    take_in(other, started)
    with reading(other) as store:
        assert [treatment.id for treatment in store.treatments()] == [1, 2]
        assert [entry.id for entry in store.record(1).entries] == [1]
        assert [entry.id for entry in store.record(2).entries] == [2, 3]
    take_in(started, other)
    assert content(started) == content(other)


def test_two_plans_for_one_thing(started: Path, tmp_path: Path, now: dt.datetime) -> None:
    """Of two instructions about the sauna the later is in force, on both machines."""
    other = tmp_path / "other.db"
    shutil.copy(started, other)
    for path, hours, minutes in ((started, 100.0, 1), (other, 200.0, 2)):
        with writing(path, command="plan", now=now + dt.timedelta(minutes=minutes)) as tx:
            edits.set_instruction(tx, 1, Instruction("sauna", hours, None, None, now))
    take_in(started, other)
    take_in(other, started)
    for path in (started, other):
        with reading(path) as store:
            assert [said.hours for said in store.record(1).instructions] == [200.0]
    assert content(started) == content(other)


def test_undoing_an_import_deletes_nothing_elsewhere(started: Path, tmp_path: Path, now: dt.datetime) -> None:
    """What an import brought goes altogether with undo: it was never here, and is not "deleted"."""
    other = tmp_path / "other.db"
    take_in(other, started)
    before = content(other)
    undo(other, now)
    assert content(other) == []
    assert not take_in(started, other).merged.changed
    redo(other, now)
    assert content(other) == before


def test_what_was_logged_after_a_deletion_elsewhere_stays(
    started: Path, tmp_path: Path, now: dt.datetime
) -> None:
    """Deleted on one machine, gone on with on the other: it comes back, and that is told."""
    other = tmp_path / "other.db"
    shutil.copy(started, other)
    with writing(other, command="delete t1", now=now) as tx:
        tx.delete("treatments", 1)
    later = now + dt.timedelta(hours=1)
    with writing(started, command="log #2", now=later) as tx:
        edits.add_entry(tx, 1, later, None, edits.Seen([Observation("pus", 1)]))
    assert take_in(started, other).merged.back == ("t1",)
    assert take_in(other, started).merged.replaced == ("t1",)
    for path in (started, other):
        with reading(path) as store:
            assert [entry.id for entry in store.record(1).entries] == [1, 2]
    assert content(started) == content(other)


def test_what_a_merge_deletes_is_named(started: Path, tmp_path: Path, now: dt.datetime) -> None:
    """Before, by a rehearsal, and after."""
    other = tmp_path / "other.db"
    shutil.copy(started, other)
    with writing(other, command="delete #1", now=now) as tx:
        tx.delete("entries", 1)
    before = started.read_bytes()
    assert dry_run(started, records_of(other), ANYTHING).gone == ("#1",)
    assert started.read_bytes() == before
    assert take_in(started, other).merged.gone == ("#1",)


def test_each_import_has_its_own_backup(
    started: Path, tmp_path: Path, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two within one second: the second, which changes nothing, does not take the first one's away."""
    monkeypatch.setattr("meso_cli.store.exchange.merging.UNDOABLE", 0)
    other = tmp_path / "other.db"
    create(other)
    first = take_in(other, started, now).backup
    assert take_in(other, started, now).backup is None
    assert first is not None
    assert first.exists()
    with pytest.raises(StepRefused, match=first.stem):
        undo(other, now)


def test_a_refused_import_leaves_no_file(tmp_path: Path, now: dt.datetime) -> None:
    """Where nothing was recorded, nothing is there afterwards either."""

    def broken() -> Iterator[Batch]:
        yield Batch("Line", 2, [{"record": "treatment"}])

    with pytest.raises(BadValue, match="Line 2"):
        import_records(tmp_path / "new" / "meso.db", broken(), ANYTHING, now)
    assert list((tmp_path / "new").iterdir()) == []


def test_an_enormous_number_is_not_kept(started: Path, tmp_path: Path) -> None:
    """It would leave no numbers for what comes after it; the export of such a file comes in, too."""
    with closing(sqlite3.connect(started)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("UPDATE entries SET id = 1000000000")
        connection.execute("UPDATE observations SET entry_id = 1000000000")
    other = tmp_path / "other.db"
    take_in(other, started)
    with reading(other) as store:
        assert [entry.id for entry in store.record(1).entries] == [1]
