"""Several processes at once, and processes that die: no acknowledged entry is lost."""

import random
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from meso_cli.store.reading import reading
from tests.store.asking import line
from tests.store.conftest import Python

PROCESSES, ENTRIES, KILLS = 8, 50, 50

WRITER = """
import datetime as dt, sys
from pathlib import Path
from meso_cli.model.records import Observation
from meso_cli.store import edits
from meso_cli.store.writing import writing
now = dt.datetime(2026, 3, 4, tzinfo=dt.UTC)
path, count = Path(sys.argv[1]), int(sys.argv[2])
print("ready", flush=True)
if len(sys.argv) > 3:
    sys.stdin.readline()
for number in range(count):
    with writing(path, command="log", now=now, create=True) as tx:
        treatments = tx.treatments()
        treatment = treatments[0].id if treatments else edits.add_treatment(tx, now)
        seen = edits.Seen([Observation("pain", 1)], "note " * 200)
        entry = edits.add_entry(tx, treatment, now, None, seen)
    print(entry, flush=True)
"""


def check(path: Path) -> set[int]:
    """Nothing damaged, one treatment at most, entries with their observations; returns their numbers."""
    with reading(path) as reader:
        # None where the file was made and the process killed before its first commit.
        treatments = reader.treatments()
        assert len(treatments) <= 1
        entries = [entry for treatment in treatments for entry in reader.record(treatment.id).entries]
    assert all(len(entry.observations) == 1 and entry.note for entry in entries)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        ((steps,),) = connection.execute("SELECT count(*) FROM journal")
    assert steps == len(entries)
    return {entry.id for entry in entries}


def test_eight_processes_at_once(path: Path, python: Python) -> None:
    """Eight processes that start at once on no file log fifty times each: four hundred entries."""
    running = [python(WRITER, path, ENTRIES, "wait", stdin=subprocess.PIPE) for _ in range(PROCESSES)]
    for process in running:
        assert line(process) == "ready\n"
    for process in running:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    acknowledged: list[int] = []
    for process in running:
        output, errors = process.communicate()
        assert (process.returncode, errors) == (0, "")
        acknowledged += map(int, output.split())
    assert len(acknowledged) == PROCESSES * ENTRIES
    assert check(path) == set(acknowledged)
    assert list(path.parent.iterdir()) == [path]


def test_killed_at_any_moment(path: Path, python: Python) -> None:
    """A writer killed after any of its entries, fifty times over: what it had acknowledged is there."""
    chance = random.Random(20260304)
    acknowledged: set[int] = set()
    for _ in range(KILLS):
        process = python(WRITER, path, 10_000)
        assert line(process) == "ready\n"
        seen = [line(process) for _ in range(chance.randrange(5))]
        process.kill()
        output, errors = process.communicate()
        assert errors == ""
        assert all(told.endswith("\n") for told in seen)
        lines = [*seen, *output.splitlines(keepends=True)]
        acknowledged |= {int(told) for told in lines if told.endswith("\n")}
        if path.exists():
            assert check(path) >= acknowledged
    assert len(acknowledged) > KILLS
