"""Taking in many records at once comes to what taking in each by itself comes to."""

import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from meso_cli.errors import BadValue
from meso_cli.model.batch import Batch
from meso_cli.model.merged import Merged
from meso_cli.store import migrations
from meso_cli.store.exchange import merging
from meso_cli.store.exchange.portable import KINDS, portable_records
from meso_cli.store.exchange.validation import GuideChecks
from meso_cli.store.journal import Change
from tests.searching import examples

CHECKS = GuideChecks(
    value=lambda item, value: item != "fever" or value < 2, plan=lambda _: True, guide=lambda _: True
)
PATH = Path("meso.db")
STAMPS = ("2026-03-01T10:00:00Z", "2026-03-01T10:00:30Z", "2026-03-02T10:00:00Z")
NOT_SAID = (
    "area", "device", "depth_mm", "skin_type", "practitioner_name", "practitioner_phone", "note", "at_zone",
    "practitioner_out_of_hours", "ended_at", "ended_offset", "ended_zone",
)  # fmt: skip  # one list per line reads as the list it is
TABLES = [kind.table for kind in KINDS.values()]
Record = dict[str, Any]
Outcome = tuple[str | tuple[Merged, tuple[Change, ...]], dict[str, list[tuple[Any, ...]]]]


def uuid(kind: str, number: int) -> str:
    return f"{ord(kind[0]):08x}-0000-4000-8000-{number:012x}"


def stamps(updated: int, *, deleted: bool) -> Record:
    deleted_at = STAMPS[0] if deleted else None
    return {"created_at": STAMPS[0], "updated_at": STAMPS[updated], "deleted_at": deleted_at}


def treatment(number: int) -> Record:
    own = {"record": "treatment", "number": number, "uuid": uuid("treatment", number), "at": STAMPS[0]}
    words = {"at_offset": 0, "history": [], "products": []}
    return {**own, **words, **dict.fromkeys(NOT_SAID), **stamps(0, deleted=False)}


def entry(
    name: int, number: int, of: int = 1, updated: int = 0, note: str | None = None, deleted: bool = False
) -> Record:
    seen = {"observed_at": STAMPS[0], "observed_offset": 60, "observed_zone": None, "note": note}
    own = {"record": "entry", "number": number, "uuid": uuid("entry", name)}
    return {**own, "treatment": uuid("treatment", of), **seen, **stamps(updated, deleted=deleted)}


def observation(
    name: int,
    of: int,
    item: str = "redness",
    value: int = 1,
    reading: float | None = None,
    updated: int = 0,
    deleted: bool = False,
) -> Record:
    own = {"record": "observation", "uuid": uuid("observation", name), "entry": uuid("entry", of)}
    return {**own, "item": item, "value": value, "reading": reading, **stamps(updated, deleted=deleted)}


# Few of everything, so that records often mean the same row, number or place.
SOME = st.integers(1, 5)
UPDATED = st.integers(0, len(STAMPS) - 1)
SELDOM = st.sampled_from((False, False, False, True))
NOTE = st.sampled_from((None, "müde", "a\nb"))
ITEM = st.sampled_from(("redness", "fever", "pain"))
READING = st.sampled_from((None, None, 38.5, 39))
ENTRY = st.builds(entry, SOME, SOME, st.integers(1, 2), UPDATED, NOTE, SELDOM)
OBSERVATION = st.builds(
    observation, st.integers(1, 9), SOME, ITEM, st.integers(0, 1), READING, UPDATED, SELDOM
)
SPOILED: tuple[tuple[str, Any], ...] = (
    ("value", True), ("value", -1), ("value", "1"), ("value", 2**70), ("value", 2), ("item", "Fever"),
    ("item", None), ("note", "\0"), ("note", "\ud800"), ("note", 1), ("uuid", "x"), ("uuid", []),
    ("number", 0), ("number", 1.0), ("number", 10**9), ("observed_at", "2026-02-31T10:00:00Z"),
    ("updated_at", "now"), ("observed_zone", ""), ("observed_offset", 1440), ("reading", 10.0**9),
    ("reading", "38"), ("entry", None), ("record", "entries"), ("record", []), ("more", 1), ("deleted_at", 0),
)  # fmt: skip  # one list per line reads as the list it is


@st.composite
def documents(draw: st.DrawFn) -> list[Record]:
    """Records that often meet; mostly no one twice, and what they belong to before them; some are spoiled."""
    entries, seen = draw(st.lists(ENTRY, max_size=6)), draw(st.lists(OBSERVATION, max_size=9))
    if not draw(SELDOM):
        named = {one["uuid"] for one in entries}
        entries += [entry(name, name) for name in range(1, 6) if uuid("entry", name) not in named]
    found = [treatment(1), treatment(2), *entries, *seen]
    if not draw(SELDOM):
        found = [*{one["uuid"]: one for one in found}.values()]
    if draw(SELDOM):
        found.append(draw(st.sampled_from(found)))
    if draw(SELDOM):
        found = [*draw(st.permutations(found))]
    if draw(SELDOM):
        key, value = draw(st.sampled_from(SPOILED))
        place = draw(st.integers(0, len(found) - 1))
        found[place] = {**found[place], key: value}
    return found


SEEN = [treatment(1), *(entry(n, n) for n in range(1, 13)), *(observation(n, n) for n in range(1, 13))]
TWICE = [*SEEN, observation(12, 12)]
# Something is new; then what is here, and among it one whose place another has, which gives way to it.
IN_THE_WAY = [treatment(2), *SEEN[:-2], observation(99, 11, updated=2), SEEN[-1]]
# One that is new stands behind one that was named before, near it or not.
TWICE_THEN_NEW = [treatment(2), *SEEN, SEEN[-1], observation(50, 1, "pain")]


@cache
def empty() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrations.migrate(connection)
    return connection


def made(records: list[Record]) -> sqlite3.Connection:
    """A file that took in what it could of some records, each by itself."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    empty().backup(connection)
    connection.execute("PRAGMA foreign_keys = ON")
    for record in records:
        taken(connection, [Batch("Line", 1, [record])])
    return connection


def taken(connection: sqlite3.Connection, batches: list[Batch]) -> Outcome:
    """What came of a merge, in words or figures, and every row afterwards.

    Each with its number, but for observations: nobody sees theirs.
    """
    connection.execute("BEGIN")
    told: str | tuple[Merged, tuple[Change, ...]]
    try:
        merged, changes = merging.merge(connection, PATH, batches, CHECKS)
        told = merged, tuple(map(without_number, changes))
        connection.execute("COMMIT")
    except BadValue as error:
        told = error.what
        connection.execute("ROLLBACK")
    content = {table: connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in TABLES}
    return told, {**content, "observations": [row[1:] for row in content["observations"]]}


def without_number(change: Change) -> Change:
    if change.table != "observations":
        return change
    before = change.before and {**change.before, "id": None}
    return Change(change.table, 0, before, {**change.after, "id": None})


def in_batches(records: list[Record], size: int) -> list[Batch]:
    return [Batch("Line", at + 1, records[at : at + size]) for at in range(0, len(records), size)]


@settings(
    max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    before=st.one_of(st.just([]), documents()),
    coming=st.lists(documents(), min_size=1, max_size=2),
    size=st.sampled_from((3, 100)),
    undoable=st.sampled_from((0, 0, 3, 2_000)),
)
@example(before=SEEN, coming=[TWICE], size=3, undoable=0)
@example(before=SEEN, coming=[TWICE], size=100, undoable=0)
@example(before=SEEN[:1], coming=[TWICE], size=100, undoable=0)
@example(before=SEEN, coming=[TWICE_THEN_NEW], size=2, undoable=0)
@example(before=SEEN, coming=[TWICE_THEN_NEW], size=100, undoable=0)
@example(before=SEEN, coming=[IN_THE_WAY], size=100, undoable=0)
@example(before=SEEN, coming=[[*SEEN, *reversed(SEEN)]], size=3, undoable=0)
def test_it_is_as_if_each_came_by_itself(
    monkeypatch: pytest.MonkeyPatch,
    before: list[Record],
    coming: list[list[Record]],
    size: int,
    undoable: int,
) -> None:
    """The same rows, numbers, counts, names and steps to undo, or the same word about the first wrong one."""
    monkeypatch.setattr(merging, "UNDOABLE", undoable)
    with closing(made(before)) as one, closing(made(before)) as other:
        for records in (*coming, coming[0]):
            at_once = taken(one, in_batches(records, size))
            with monkeypatch.context() as patched:
                patched.setattr(merging, "_MANY", ())
                assert at_once == taken(other, in_batches(records, 1))


def test_nearly_all_are_taken_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """New ones; the same, of which one was changed; the same with other numbers: few are looked at alone."""
    monkeypatch.setattr(merging, "UNDOABLE", 0)
    numbers = range(1, 201)
    records = [
        treatment(1),
        *(entry(number, number) for number in numbers),
        *(observation(number, number) for number in numbers),
    ]
    alone: list[Record] = []
    by_itself = merging._Merging._take_alone

    def counted(merge: merging._Merging, record: Record) -> None:
        alone.append(record)
        by_itself(merge, record)

    monkeypatch.setattr(merging._Merging, "_take_alone", counted)
    with closing(made([])) as connection:
        taken(connection, in_batches(records, 100))
        assert len(alone) < 5
        assert [*portable_records(connection, PATH)] == records
        alone.clear()
        records[250] = {**records[250], "value": 2, "updated_at": STAMPS[2]}
        told, _ = taken(connection, in_batches(records, 100))
        assert alone == [records[0], records[250]]
        assert not isinstance(told, str)
        assert told[0].tallies["observation"] == (0, 1, 0, 199)
        alone.clear()
        renumbered = [{**one, "number": 300 - one.get("number", 0)} for one in records[1:201]]
        taken(connection, in_batches([*renumbered, *records[201:]], 100))
        assert alone == []
