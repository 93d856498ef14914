"""Many records at once, as far as nothing has to be decided: new ones, and those that are here just so.

For the kinds of which there are many: entries and observations.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from meso_cli.store.exchange.portable import KINDS, Kind, Portable
from meso_cli.store.exchange.seen_rows import SeenRows
from meso_cli.store.exchange.validation import Columns, Gate
from meso_cli.store.rows import Value, fetch
from meso_cli.values import NamedTuple

REFUSED: Final = (sqlite3.IntegrityError, sqlite3.DataError, OverflowError, UnicodeEncodeError)
"""What a value raises that no row of ours has."""

_Row = tuple[Value, ...]


class Taken(NamedTuple):
    """How many of the first records were new and are added, and how many were here just so."""

    added: int = 0
    same: int = 0


class AtOnce:
    """The short way in for the records of one kind.

    It takes the first of some records, up to one that has to be dealt with alone, and leaves everything
    as if each of them had been.
    """

    def __init__(self, connection: sqlite3.Connection, kind: Kind, gate: Gate, seen: SeenRows) -> None:
        self._connection, self._kind, self._gate, self._seen = connection, kind, gate, seen
        # Whether the last ones were, so that the next ones probably are.
        self._all_new = True

    def take(self, records: Sequence[Portable], *, may_add: bool) -> Taken:
        """Add what is new, where that is allowed, and see what is the same."""
        columns = self._gate.admitted_together(records)
        parents = self._parents(columns) if columns else None
        if columns is None or parents is None or len({*columns.own["uuid"]}) < len(records):
            return Taken()
        names = (*columns.own, *parents)
        rows: list[_Row] = [*zip(*columns.own.values(), *parents.values(), strict=True)]
        here = {} if self._all_new and may_add else self._here(names, columns, parents)
        ours_of_all = [*map(here.get, columns.own["uuid"])]
        if [None if ours is None else ours[1:] for ours in ours_of_all] == rows:
            return Taken(same=self._saw([ours[0] for ours in ours_of_all if ours]))
        new: list[int] = []
        same: list[int] = []
        for index, (row, ours) in enumerate(zip(rows, ours_of_all, strict=True)):
            if ours is None and may_add:
                new.append(index)
            elif ours is not None and ours[1:] == row and ours[0] not in self._seen:
                same.append(ours[0])
            else:
                break
        added = self._add(names, [(*columns.numbers[index : index + 1], *rows[index]) for index in new])
        self._all_new = added == len(rows)
        if added < len(new):  # what is not in the file's way before it is taken all the same
            del same[new[added] - added :]
        return Taken(added, self._saw(same))

    def _saw(self, ids: Iterable[int]) -> int:
        """Remember rows of ours; how many, up to one that was named before."""
        saw = 0
        for row_id in ids:
            if not self._seen.add(row_id):
                break
            saw += 1
        return saw

    def _parents(self, columns: Columns) -> dict[str, list[int]] | None:
        """The columns of their numbers; None where one is not there."""
        found = {}
        for key, uuids in columns.parents.items():
            several = {*uuids}
            table = KINDS[self._kind.parents[key]].table
            ids = dict(self._among(f"SELECT uuid, id FROM {table}", "uuid", several))
            if len(ids) < len(several):
                return None
            found[f"{key}_id"] = [ids[uuid] for uuid in uuids]
        return found

    def _here(
        self, names: Sequence[str], columns: Columns, parents: Mapping[str, Iterable[int]]
    ) -> dict[Value, tuple[Any, ...]]:
        """Our rows of the records' uuids, each after its number."""
        select = f"SELECT id, {', '.join(names)} FROM {self._kind.table}"
        # Most stand where the record says, and lie together there; by uuid each lies somewhere else.
        if self._kind.numbered:
            near = self._among(select, "id", columns.numbers)
        else:
            near = self._among(select, "entry_id", {*parents["entry_id"]})
        here = {row[1]: row for row in near}
        if far := [uuid for uuid in columns.own["uuid"] if uuid not in here]:
            here |= {row[1]: row for row in self._among(select, "uuid", far)}
        return here

    def _add(self, names: Sequence[str], rows: Sequence[_Row]) -> int:
        """Insert rows; how many, up to one that something of ours is in the way of, or the file refuses."""
        tried = 0

        def each() -> Iterator[_Row]:
            nonlocal tried
            for tried, row in enumerate(rows):  # noqa: B007  # read where one is refused
                yield row

        columns = (*(("id",) if self._kind.numbered else ()), *names)
        marks = ", ".join("?" * len(columns))
        sql = f"INSERT INTO {self._kind.table} ({', '.join(columns)}) VALUES ({marks})"
        try:
            self._connection.executemany(sql, each())
        except REFUSED:
            added = tried
        else:
            added = len(rows)
        self._saw(self._ids_of(rows[:added]))
        return added

    def _ids_of(self, rows: Sequence[_Row]) -> Iterable[int]:
        """Of rows that were just inserted: their own, or the last numbers that were given."""
        if self._kind.numbered:
            return [row[0] for row in rows if isinstance(row[0], int)]
        last = fetch(self._connection, "SELECT last_insert_rowid()")[0][0]
        return range(last - len(rows) + 1, last + 1)

    def _among(self, select: str, column: str, values: Iterable[Value]) -> list[tuple[Any, ...]]:
        """The rows that have one of the values in a column."""
        among = [*values]
        # Few different lengths, so that few different statements are prepared.
        among += among[-1:] * ((1 << (len(among) - 1).bit_length()) - len(among))
        return fetch(self._connection, f"{select} WHERE {column} IN ({', '.join('?' * len(among))})", among)
