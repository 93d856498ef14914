"""Records as they leave a file and enter another: whole, and without numbers that hold only here.

A portable record is a mapping: `record` says its kind, the other keys are the columns of its
table, but for those that were added later and hold their default: so an earlier version writes and
reads the same. A parent is named by its uuid. Deleted rows are among them, so that what was taken back
stays taken back wherever the records meet.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from meso_cli.model.records import DEFAULT_GUIDE
from meso_cli.store.errors import SQLITE, damaged, translated
from meso_cli.store.rows import Value
from meso_cli.values import NamedTuple

Portable = dict[str, Any]
_Row = tuple[tuple[str, ...], tuple[Any, ...]]


class Kind(NamedTuple):
    """One kind of record: its table, its parents, and which of its columns hold JSON.

    `numbered` records keep the number that a person knows them by, where it is free.
    """

    table: str
    parents: Mapping[str, str] = {}
    """Key of the record -> kind of the parent; the column is the key with `_id`."""
    json: tuple[str, ...] = ()
    numbered: bool = False
    order: str = "id"
    default: tuple[str, Value] | None = None
    """The column that is left out where it holds this value."""


KINDS: Final[Mapping[str, Kind]] = {
    "treatment": Kind(
        "treatments", json=("history", "products"), numbered=True, default=("guide", DEFAULT_GUIDE)
    ),
    "entry": Kind("entries", {"treatment": "treatment"}, numbered=True),
    "observation": Kind("observations", {"entry": "entry"}, order="entry_id, item"),
    "plan": Kind("plans", {"treatment": "treatment"}, json=("document",)),
    "instruction": Kind("instructions", {"treatment": "treatment"}),
    "acknowledgement": Kind("acknowledgements", {"treatment": "treatment", "entry": "entry"}),
}
"""Parents before their records: in this order they are written and read."""


class Column(NamedTuple):
    """A column as the schema declares it."""

    name: str
    type: str
    required: bool


def shown_name(kind: str, number: int) -> str:
    """A record as a person knows it: "t1", "#12", or its kind and the treatment that it belongs to.

    `number` is its own, for an observation its entry's, for all below a treatment that one's.
    """
    if kind == "treatment":
        return f"t{number}"
    return f"#{number}" if kind in ("entry", "observation") else f"{kind} of t{number}"


def columns_of(connection: sqlite3.Connection, kind: Kind) -> tuple[Column, ...]:
    """The columns of a kind's table, its own number left out."""
    with closing(connection.execute(f"PRAGMA table_info({kind.table})")) as cursor:
        return tuple(
            Column(name, declared, bool(required))
            for _, name, declared, required, _, _ in cursor
            if name != "id"
        )


def portable_records(connection: sqlite3.Connection, path: Path) -> Iterator[Portable]:
    """Every record of the file at `path`, one at a time.

    Raises Damaged for what cannot be read, wherever it comes to light.
    """
    for keys, row in portable_rows(connection, path):
        yield dict(zip(keys, row, strict=True))


def portable_rows(connection: sqlite3.Connection, path: Path) -> Iterator[_Row]:
    """The same as keys and values: records of one kind mostly have one and the same tuple of keys."""
    with translated(path, SQLITE):
        for name, kind in KINDS.items():
            yield from _rows(connection, path, name, kind)


def _rows(connection: sqlite3.Connection, path: Path, name: str, kind: Kind) -> Iterator[_Row]:
    selected, sql = _query(connection, kind)
    keys = ("record", *selected)
    in_json = [keys.index(key) for key in kind.json]
    with closing(connection.execute(sql, (name,))) as cursor:
        rows = ((keys, _parsed(row, in_json, path) if in_json else row) for row in cursor)
        yield from rows if kind.default is None else _without(*kind.default, keys, rows)


def _without(column: str, default: Value, keys: tuple[str, ...], rows: Iterable[_Row]) -> Iterator[_Row]:
    """The rows, those that hold the default in a column without that column."""
    place = keys.index(column) if column in keys else len(keys)  # a file of an older schema has none
    fewer = keys[:place] + keys[place + 1 :]
    for _, row in rows:
        if row[place : place + 1] == (default,):
            yield fewer, row[:place] + row[place + 1 :]
        else:
            yield keys, row


def _parsed(row: tuple[Any, ...], in_json: list[int], path: Path) -> tuple[Any, ...]:
    values = list(row)
    try:
        for place in in_json:
            values[place] = json.loads(values[place])
    except (ValueError, TypeError, RecursionError):
        raise damaged(path, "is damaged (values that cannot be read)") from None
    return tuple(values)


def _query(connection: sqlite3.Connection, kind: Kind) -> tuple[list[str], str]:
    """The keys of a kind's records, and the query for the kind's name (its parameter) and their values."""
    selected = {"number": f"{kind.table}.id"} if kind.numbered else {}
    by_column = {f"{key}_id": key for key in kind.parents}
    for column in columns_of(connection, kind):
        key = by_column.get(column.name, column.name)
        selected[key] = f"{key}.uuid" if column.name in by_column else f"{kind.table}.{column.name}"
    joins = "".join(
        f" JOIN {KINDS[parent].table} AS {key} ON {key}.id = {kind.table}.{key}_id"
        for key, parent in kind.parents.items()
    )
    order = ", ".join(f"{kind.table}.{part}" for part in kind.order.split(", "))
    sql = f"SELECT ?, {', '.join(selected.values())} FROM {kind.table}{joins} ORDER BY {order}"
    return list(selected), sql
