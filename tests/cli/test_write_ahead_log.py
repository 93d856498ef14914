"""A file that another program has set to a write-ahead log: read, copied, restored, set back; nothing lost.

What that program committed stands in `-wal` beside the file for as long as it likes, also after it was
killed. Every command here is a process of its own.
"""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from meso_cli.store.filenames import SIDECARS
from tests.conftest import Prepared, World

COMMITTED = "written by the other program "
"""Begins a note of 300 kB: so much that the file itself is far shorter than what it holds."""

OTHER = f"""
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA journal_mode = wal")
connection.execute("PRAGMA wal_autocheckpoint = 0")
connection.execute("UPDATE entries SET note = ? || hex(randomblob(150000)) WHERE id = 1", ({COMMITTED!r},))
if sys.argv[2] == "reading":
    connection.execute("BEGIN")
    connection.execute("SELECT count(*) FROM entries").fetchall()
print("ready", flush=True)
for line in sys.stdin:
    connection.execute(line)
    print("done", flush=True)
"""


class Other:
    """The other program, with its connection to the database; what it is told is SQL."""

    def __init__(self, database: Path, state: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", OTHER, str(database), state],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._answered()

    def run(self, sql: str) -> None:
        """Let it run one statement, to its end."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{sql}\n")
        self._process.stdin.flush()
        self._answered()

    def close(self) -> None:
        """It ends as programs should, which closes its connection."""
        self._process.communicate()

    def kill(self) -> None:
        """It dies: what it had committed stays in the log beside the file."""
        self._process.kill()
        self._process.communicate()

    def _answered(self) -> None:
        assert self._process.stdout is not None
        assert self._process.stdout.readline()


@pytest.fixture
def logged(world: World, prepared: Prepared) -> World:
    """A treatment of yesterday with one entry and a backup of it, by the real clock."""
    return prepared(world, _log)


def _log(world: World) -> None:
    assert world.process("start", "yesterday 08:00").code == 0
    assert world.process("log", "redness=1", "--note", "as it was").code == 0
    assert world.process("backup", "before.db").code == 0


@pytest.fixture(params=["idle", "reading", "killed"])
def other(request: pytest.FixtureRequest, logged: World) -> Iterator[Other]:
    """It has committed and is idle, or is amid a read, or was killed."""
    found = Other(logged.database, request.param)
    if request.param == "killed":
        found.kill()
    yield found
    found.kill()


def notes(world: World, database: Path | None = None) -> list[str | None]:
    """The notes of all entries, without the long part."""
    named = () if database is None else ("--db", str(database))
    answer = world.process(*named, "history", "--json")
    assert answer.code == 0, answer
    entries = json.loads(answer.out)["entries"]
    return [entry["note"] and entry["note"][: len(COMMITTED)] for entry in entries]


def is_sound(database: Path) -> bool:
    """As SQLite sees it, with a rollback journal and nothing beside it."""
    alone = not any(Path(f"{database}{end}").exists() for end in SIDECARS)
    with closing(sqlite3.connect(database)) as connection:
        whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        mode = connection.execute("PRAGMA journal_mode").fetchone()
    return alone and whole and mode == ("delete",)


@pytest.mark.parametrize("words", [["status"], ["history"], ["export"], ["doctor"], ["backup"], ["restore"]])
def test_it_is_read(logged: World, other: Other, words: list[str]) -> None:
    """No command calls the file damaged, and none loses what stands in the log."""
    answer = logged.process(*words)
    assert (answer.code, answer.err) == (0, ""), answer
    assert "damaged" not in answer.out
    assert COMMITTED in answer.out or words[0] not in ("history", "export")
    other.kill()
    assert notes(logged) == [COMMITTED]


def test_it_is_backed_up(logged: World, other: Other) -> None:
    """The copy holds what was committed, needs nothing beside it, and has a rollback journal."""
    assert logged.process("backup", "copy.db").code == 0
    copy = logged.folder / "copy.db"
    assert is_sound(copy)
    other.kill()
    assert notes(logged, copy) == [COMMITTED]


def test_it_is_written_and_set_back(logged: World, other: Other) -> None:
    """While the other program holds the file, the log stays; the next write after it sets it back."""
    assert logged.process("log", "redness=2", "--note", "one").code == 0
    other.kill()
    assert logged.process("log", "redness=2", "--note", "two").code == 0
    assert is_sound(logged.database)
    assert notes(logged) == [COMMITTED, "one", "two"]


def test_what_the_other_one_goes_on_to_write_is_kept(logged: World) -> None:
    """Both write by turns, and it ends before or after us."""
    other = Other(logged.database, "idle")
    assert logged.process("log", "redness=2", "--note", "one").code == 0
    other.run("UPDATE entries SET note = 'changed there' WHERE id = 2")
    assert logged.process("log", "redness=2", "--note", "two").code == 0
    other.close()
    assert notes(logged) == [COMMITTED, "changed there", "two"]
    assert logged.process("undo").code == 0
    assert is_sound(logged.database)
    assert notes(logged) == [COMMITTED, "changed there"]


def test_a_restore_over_it(logged: World, other: Other) -> None:
    """What was there is kept with its log; no row of it comes back into what was restored."""
    answer = logged.process("restore", "before.db", "--yes")
    assert answer.code == 0, answer
    assert notes(logged) == ["as it was"]
    (kept,) = (file for file in logged.database.parent.glob("meso.db.replaced-*Z") if file.is_file())
    assert notes(logged, kept) == [COMMITTED]
    other.kill()
    assert logged.process("log", "redness=1", "--note", "after").code == 0
    assert is_sound(logged.database)
    assert notes(logged) == ["as it was", "after"]
    assert notes(logged, kept) == [COMMITTED]


@pytest.mark.parametrize("end", [Other.close, Other.kill])
def test_a_restore_under_a_program_that_goes_on_writing(logged: World, end: Callable[[Other], None]) -> None:
    """What it writes goes into the file that it opened, which is the one that was put aside."""
    other = Other(logged.database, "idle")
    assert logged.process("restore", "before.db", "--yes").code == 0
    other.run("UPDATE entries SET note = 'written later' WHERE id = 1")
    end(other)
    assert notes(logged) == ["as it was"]
    assert is_sound(logged.database)
    (kept,) = (file for file in logged.database.parent.glob("meso.db.replaced-*Z") if file.is_file())
    assert notes(logged, kept) == ["written later"]


def test_the_way_back(logged: World, other: Other) -> None:
    """The copy that was put aside is restored like any backup, its log with it."""
    assert logged.process("restore", "before.db", "--yes").code == 0
    other.kill()
    (kept,) = (file for file in logged.database.parent.glob("meso.db.replaced-*Z") if file.is_file())
    assert logged.process("restore", kept.name, "--yes").code == 0
    assert notes(logged) == [COMMITTED]
    assert is_sound(logged.database)


def test_it_is_imported(logged: World, other: Other) -> None:
    """Into another database, as what a machine brings that was killed amid its work."""
    target = logged.folder / "target.db"
    assert logged.process("--db", str(target), "import", str(logged.database)).code == 0
    assert notes(logged, target) == [COMMITTED]
    assert is_sound(target)
    other.kill()
    assert notes(logged) == [COMMITTED]


def test_it_is_wiped(logged: World, other: Other) -> None:
    """The log and its index go with the file."""
    assert logged.process("wipe", "--yes").code == 0
    other.kill()
    assert list(logged.database.parent.iterdir()) == []
