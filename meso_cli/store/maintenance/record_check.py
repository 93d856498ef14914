"""Whether each record of a file is one that meso writes: what `import` asks, of a file that is there."""

import sqlite3
from pathlib import Path
from typing import Final

from meso_cli.store.exchange.portable import KINDS, Portable, columns_of, portable_records, shown_name
from meso_cli.store.exchange.validation import Gate, GuideChecks, InvalidRecord, kind_of
from meso_cli.store.file import DatabaseFile, opened, snapshot
from meso_cli.store.reading import Reader
from meso_cli.store.rows import fetch
from meso_cli.values import NamedTuple

_NAMED: Final = 20
"""How many records that are not understood are kept by name; the counts are whole."""


class Invalid(NamedTuple):
    """A record that meso would not write, by the name that a person knows it by, why, and what to do."""

    name: str
    why: str
    remedy: str


class RecordCheck(NamedTuple):
    """How many records there are, how many of them are not understood, and the first of these."""

    records: int
    invalid: int
    named: tuple[Invalid, ...]


def check_records(database: Path | DatabaseFile, checks: GuideChecks) -> RecordCheck:
    """Read everything in the file. Raises Damaged for what cannot be read at all."""
    records, invalid = 0, 0
    named: list[Invalid] = []
    with opened(database) as file, snapshot(file) as connection:
        gates = {name: Gate(kind, columns_of(connection, kind), checks) for name, kind in KINDS.items()}
        for record in portable_records(connection, file.path):
            records += 1
            try:
                kind_of(record)
                gates[record["record"]].admitted(record)
            except InvalidRecord as found:
                invalid += 1
                if len(named) < _NAMED:
                    named.append(Invalid(_name(connection, record), found.what, found.remedy))
        _read_as_commands_do(Reader(connection, file.path))
    return RecordCheck(records, invalid, tuple(named))


def _read_as_commands_do(store: Reader) -> None:
    for treatment in store.treatments():
        store.record(treatment.id)
    store.last_step()


def _name(connection: sqlite3.Connection, record: Portable) -> str:
    kind = record["record"]
    if kind == "observation":
        return shown_name(kind, _number(connection, "entries", record["entry"]))
    number = (
        record["number"] if KINDS[kind].numbered else _number(connection, "treatments", record["treatment"])
    )
    return shown_name(kind, number)


def _number(connection: sqlite3.Connection, table: str, uuid: str) -> int:
    return int(fetch(connection, f"SELECT id FROM {table} WHERE uuid = ?", (uuid,))[0][0])
