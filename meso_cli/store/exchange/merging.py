"""Taking in records from elsewhere: by uuid, the latest update wins, all of them or none.

Merging twice changes nothing more, and two machines that take in each other's records come to
hold the same, in whichever order they do it.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from meso_cli.errors import BadValue
from meso_cli.model.batch import Batch
from meso_cli.model.merged import Merged, Tally
from meso_cli.store import rows
from meso_cli.store.errors import damaged
from meso_cli.store.exchange.at_once import REFUSED, AtOnce
from meso_cli.store.exchange.portable import KINDS, Kind, Portable, columns_of, shown_name
from meso_cli.store.exchange.seen_rows import SeenRows
from meso_cli.store.exchange.validation import (
    LARGEST_KEPT,
    Admitted,
    Gate,
    GuideChecks,
    InvalidRecord,
    kind_of,
)
from meso_cli.store.exchange.versions import is_same, weight
from meso_cli.store.journal import Change, imported
from meso_cli.store.rows import Image, fetch

UNDOABLE: Final = 2_000
"""Changed rows up to which an import can be undone row by row; beyond, by its own backup."""
_NAMED: Final = 20
"""How many changed or kept records are named; the counts are always whole."""

_MANY: Final = ("entry", "observation")
"""The kinds of which there are many, and that have no place which another record may take."""
_MOST_ALONE: Final = 512
_CACHE_KIB: Final = 64 * 1024
_MINUTE: Final = 60
"""Seconds by which `updated_at` may run ahead of the clock: it grows with each change."""


def merge(
    connection: sqlite3.Connection,
    path: Path,
    batches: Iterable[Batch],
    checks: GuideChecks,
) -> tuple[Merged, tuple[Change, ...]]:
    """Take in all records, inside the caller's transaction.

    Returns what was done and the row images for undo: none where they are too many to keep.
    Raises BadValue with the place of the first record that cannot be one of ours; the caller
    then rolls everything back.
    """
    merging = _Merging(connection, path, checks)
    # The pages of the indexes are met in no order: with few of them at hand each is read again and again.
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    for batch in batches:
        for records in _by_kind(batch):
            merging.take(records)
    merging.bring_back()
    return merging.result()


class _Merging:
    """One merge as it goes on."""

    def __init__(self, connection: sqlite3.Connection, path: Path, checks: GuideChecks) -> None:
        self._connection = connection
        self._path = path
        self._gates = {name: Gate(kind, columns_of(connection, kind), checks) for name, kind in KINDS.items()}
        self._counts = {name: dict.fromkeys(Tally._fields, 0) for name in KINDS}
        self._names: dict[str, list[str]] = {"replaced": [], "kept": [], "gone": [], "back": []}
        self._changes: list[Change] | None = []
        # By kind: whether the last one was new here, so that the next one probably is.
        self._seen = {name: SeenRows() for name in KINDS}
        self._was_new = dict.fromkeys(KINDS, True)
        self._sql: dict[str, str] = {}
        self._last_parent: dict[str, tuple[str, int]] = {}
        self._lanes = {
            name: AtOnce(connection, KINDS[name], self._gates[name], self._seen[name]) for name in _MANY
        }
        # After the next record that has to be dealt with alone, so many are.
        self._alone = 1

    def take(self, batch: Batch) -> None:
        """Add each record of one kind, let it replace ours, or keep ours.

        Raises BadValue with the place of the first that cannot be one of ours.
        """
        records, done = batch.records, 0
        while done < len(records):
            done += self._take_at_once(records[done:])
            alone = records[done : done + self._alone]
            for index, record in enumerate(alone, start=done):
                try:
                    self._take_alone(record)
                except InvalidRecord as invalid:
                    what = f"{batch.place(index)} cannot be imported: {invalid}"
                    raise BadValue(f"{what}. Nothing was imported.") from None
            done += len(alone)
            # Where many have to be decided about, trying to take them at once is in vain.
            self._alone = min(2 * self._alone, _MOST_ALONE) if alone else 1

    def _take_at_once(self, records: list[Portable]) -> int:
        """How many of the first records there was nothing to decide about; they are dealt with."""
        name = records[0].get("record")
        lane = self._lanes.get(name) if isinstance(name, str) else None
        if lane is None:
            return 0
        taken = lane.take(records, may_add=self._changes is None)
        self._counts[str(name)]["added"] += taken.added
        self._counts[str(name)]["same"] += taken.same
        return taken.added + taken.same

    def _take_alone(self, record: Portable) -> None:
        kind, name = kind_of(record), str(record["record"])
        incoming = self._gates[name].admitted(record)
        try:
            self._place(name, kind, incoming)
        except REFUSED:
            raise InvalidRecord("a value is not one that meso records") from None

    def bring_back(self) -> None:
        """A treatment or an entry that was deleted before something was recorded in it comes back.

        Somebody deleted it on one machine and went on with it on the other: what was logged
        later must not disappear with it. Within a minute a deletion counts as the later one.
        """
        for name, child, column in (
            ("entry", "observations", "entry_id"),
            ("treatment", "entries", "treatment_id"),
        ):
            kind = KINDS[name]
            sql = f"""
                SELECT parent.id, max(child.updated_at) FROM {kind.table} AS parent
                JOIN {child} AS child ON child.{column} = parent.id
                WHERE parent.deleted_at IS NOT NULL AND child.deleted_at IS NULL
                AND child.updated_at
                    > strftime('%Y-%m-%dT%H:%M:%SZ', parent.updated_at, '+{_MINUTE} seconds')
                GROUP BY parent.id"""
            for row_id, updated_at in fetch(self._connection, sql):
                self._name("back", _name_of(name, self._image(kind, row_id)))
                self._update(kind, row_id, {"deleted_at": None, "updated_at": updated_at})

    def result(self) -> tuple[Merged, tuple[Change, ...]]:
        """What was done so far."""
        names = {what: tuple(found) for what, found in self._names.items()}
        tallies = {name: Tally(**counts) for name, counts in self._counts.items()}
        merged = Merged(tallies, undoable=self._changes is not None, **names)
        return merged, tuple(self._changes or ())

    def _place(self, name: str, kind: Kind, incoming: Admitted) -> None:
        values = {**incoming.values, **self._parents(kind, incoming)}
        if self._was_new[name] and self._is_added_at_once(name, kind, incoming, values):
            self._count(name, "added")
            return
        found = self._ours(kind, values)
        self._was_new[name] = found is None
        if found is None:
            self._add(name, kind, incoming, values)
            return
        row_id, ours = found
        if ours["uuid"] == values["uuid"] and not self._seen[name].add(row_id):
            raise InvalidRecord("its uuid stands in the file twice")  # which one is meant cannot be told
        if is_same({column: ours[column] for column in values}, values):
            self._count(name, "same")
        elif weight(values) > weight({column: ours[column] for column in values}):
            self._update(kind, row_id, self._sole(kind, values))
            self._seen[name].add(row_id)
            self._count(name, "replaced", _name_of(name, ours))
            if values["deleted_at"] is not None and ours["deleted_at"] is None:
                self._name("gone", _name_of(name, ours))
        else:
            self._count(name, "kept", _name_of(name, ours))

    def _is_added_at_once(self, name: str, kind: Kind, incoming: Admitted, values: Image) -> bool:
        """Adds a row where nothing of ours is in its way, without asking before; False where something is."""
        if kind.table in _PLACE or (kind.numbered and (incoming.number or 0) > LARGEST_KEPT):
            return False
        row: tuple[Any, ...] = tuple(values.values())
        if kind.numbered:
            row = (incoming.number, *row)
        cursor = self._connection.execute(self._insert(kind, values), row)
        if cursor.rowcount < 1:
            return False
        assert cursor.lastrowid is not None
        self._seen[name].add(cursor.lastrowid)
        if self._changes is not None:
            self._changed(kind, cursor.lastrowid, None)
        return True

    def _insert(self, kind: Kind, values: Image) -> str:
        """Of one kind all records have the same columns."""
        if kind.table not in self._sql:
            names = [*(["id"] if kind.numbered else []), *values]
            marks = ", ".join("?" * len(names))
            self._sql[kind.table] = (
                f"INSERT OR IGNORE INTO {kind.table} ({', '.join(names)}) VALUES ({marks})"
            )
        return self._sql[kind.table]

    def _parents(self, kind: Kind, incoming: Admitted) -> Image:
        found: Image = {}
        for key, uuid in incoming.parents.items():
            last = self._last_parent.get(key)
            if last is None or last[0] != uuid:
                sql = f"SELECT id FROM {KINDS[kind.parents[key]].table} WHERE uuid = ?"
                numbers = fetch(self._connection, sql, (uuid,))
                if not numbers:
                    raise InvalidRecord(f"the {key} that it belongs to is not there before it")
                last = self._last_parent[key] = (uuid, numbers[0][0])
            found[f"{key}_id"] = last[1]
        return found

    def _ours(self, kind: Kind, values: Image) -> tuple[int, Image] | None:
        """Our row of the same uuid, or of the same place: an item stands in an entry once."""
        found = fetch(self._connection, f"SELECT id FROM {kind.table} WHERE uuid = ?", (values["uuid"],))
        if not found and kind.table == "observations":
            sql = "SELECT id FROM observations WHERE entry_id = ? AND item = ?"
            found = fetch(self._connection, sql, (values["entry_id"], values["item"]))
        return (found[0][0], self._image(kind, found[0][0])) if found else None

    def _add(self, name: str, kind: Kind, incoming: Admitted, values: Image) -> None:
        values = self._sole(kind, values)
        if (
            incoming.number is not None
            and incoming.number <= LARGEST_KEPT
            and not fetch(self._connection, f"SELECT 1 FROM {kind.table} WHERE id = ?", (incoming.number,))
        ):
            values = {"id": incoming.number, **values}
        row_id = rows.add(self._connection, kind.table, values)
        self._seen[name].add(row_id)
        self._changed(kind, row_id, None)
        self._count(name, "added")

    def _update(self, kind: Kind, row_id: int, values: Image) -> None:
        before = self._image(kind, row_id)
        rows.put(self._connection, kind.table, row_id, values)
        self._changed(kind, row_id, before)

    def _sole(self, kind: Kind, values: Image) -> Image:
        """Of two instructions (or plans) that would both be in force, the later one is.

        Returns `values` as they may be stored; ours gives way here where it is the earlier.
        """
        place = _PLACE.get(kind.table)
        if place is None or values["deleted_at"] is not None:
            return values
        where = " AND ".join(f"{column} = ?" for column in place)
        sql = f"SELECT id FROM {kind.table} WHERE deleted_at IS NULL AND uuid <> ? AND {where}"
        rival = fetch(self._connection, sql, (values["uuid"], *(values[column] for column in place)))
        if not rival:
            return values
        ours = self._image(kind, rival[0][0])
        if weight(values) < weight({column: ours[column] for column in values}):
            return {**values, "deleted_at": ours["updated_at"]}
        # No update of ours: its own latest version may still come, later in this file.
        self._update(kind, rival[0][0], {"deleted_at": values["updated_at"]})
        return values

    def _changed(self, kind: Kind, row_id: int, before: Image | None) -> None:
        if self._changes is None:
            return
        image = self._image(kind, row_id)
        new = imported(kind.table, row_id, image)
        self._changes.append(new if before is None else Change(kind.table, row_id, before, image))
        if len(self._changes) > UNDOABLE:
            self._changes = None

    def _image(self, kind: Kind, row_id: int) -> Image:
        found = rows.image(self._connection, kind.table, row_id)
        if found is None:
            raise damaged(self._path, "is damaged (a row that was just found is not there)")
        return found

    def _count(self, name: str, what: str, record: str | None = None) -> None:
        self._counts[name][what] += 1
        if record is not None:
            self._name(what, record)

    def _name(self, what: str, record: str) -> None:
        if len(self._names[what]) < _NAMED and record not in self._names[what]:
            self._names[what].append(record)


def _name_of(kind: str, ours: Image) -> str:
    column = {"treatment": "id", "entry": "id", "observation": "entry_id"}.get(kind, "treatment_id")
    return shown_name(kind, int(str(ours[column])))


def _by_kind(batch: Batch) -> Iterator[Batch]:
    kinds = [record.get("record") for record in batch.records]
    if kinds.count(kinds[0]) == len(kinds):
        yield batch
        return
    first = batch.first
    for _, together in groupby(batch.records, key=lambda record: record.get("record")):
        records = [*together]
        yield Batch(batch.unit, first, records)
        first += len(records)


# What may be in force once: the columns that say where.
_PLACE: Final[Mapping[str, tuple[str, ...]]] = {
    "instructions": ("treatment_id", "restriction"),
    "plans": ("treatment_id",),
}
