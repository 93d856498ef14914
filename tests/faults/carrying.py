"""Very many entries leave a file and enter another: the same come out, and memory stays small."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from tests.faults.machine import Machine

MOST_MIB = 200
"""What an export or an import may take, however many entries there are."""

_FILL = """
WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < {count})
INSERT INTO {table} ({columns}) SELECT {values} FROM n
"""
_STAMPS = "'2026-03-04T13:00:00Z', '2026-03-04T13:00:00Z'"

# A process counts what it held as a copy of its parent, too; so the parent must be a small one.
_WEIGHED = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


class Carried(NamedTuple):
    """The most memory that an export and an import took, in MiB, and whether all came through."""

    export_mib: float
    import_mib: float
    equal: bool


def carry(machine: Machine, entries: int) -> Carried:
    """Fill the machine's file, export it, import that into an empty file, and export again."""
    _fill(machine.database, entries)
    first, second = machine.folder / "first.json", machine.folder / "second.json"
    export_mib = _peak(machine, "export", "-o", str(first))
    other = str(machine.folder / "other.db")
    import_mib = _peak(machine, "--db", other, "import", str(first))
    _peak(machine, "--db", other, "export", "-o", str(second))
    return Carried(export_mib, import_mib, _same(first, second))


def _fill(database: Path, entries: int) -> None:
    """Entries with a note and two observations each, past the store."""
    uuid = "printf('{}-%04x-4000-8000-%012x', n / 65536, n)"
    with closing(sqlite3.connect(database)) as connection, connection:
        columns = "id, uuid, treatment_id, observed_at, observed_offset, note, created_at, updated_at"
        values = (
            f"n, {uuid.format('00000001')}, 1, strftime('%Y-%m-%dT%H:%M:%SZ', '2026-03-04', '+' || n || "
            f"' seconds'), 60, 'note number ' || n || ' with some words', {_STAMPS}"
        )
        connection.execute(_FILL.format(count=entries, table="entries", columns=columns, values=values))
        for kind, item in (("00000002", "redness"), ("00000003", "water")):
            columns = "uuid, entry_id, item, value, created_at, updated_at"
            values = f"{uuid.format(kind)}, n, '{item}', n % 5, {_STAMPS}"
            connection.execute(
                _FILL.format(count=entries, table="observations", columns=columns, values=values)
            )


def _peak(machine: Machine, *words: str) -> float:
    """The most memory (MiB) that one call took."""
    done = subprocess.run(
        [sys.executable, "-c", _WEIGHED, sys.executable, "-m", "meso_cli", *words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env=machine.environment,
        cwd=machine.folder,
        check=True,
    )
    return int(done.stdout) / 1024


def _same(one: Path, other: Path) -> bool:
    """Equal but for the first line, which says when each was exported."""
    with one.open("rb") as first, other.open("rb") as second:
        for file in (first, second):
            file.readline()
        while chunk := first.read(1 << 20):
            if chunk != second.read(1 << 20):
                return False
        return not second.read(1)
