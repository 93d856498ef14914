"""What cannot be used is refused with one sentence, and left exactly as it is."""

import datetime as dt
import os
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meso_cli.errors import BadValue, Damaged, MesoError, SystemRefused
from meso_cli.model.records import Description
from meso_cli.store import edits, file
from meso_cli.store.creating import create
from meso_cli.store.errors import NoDatabase
from meso_cli.store.reading import reading
from meso_cli.store.undo import redo, undo
from meso_cli.store.writing import writing
from tests.searching import examples
from tests.store.conftest import Ordinary, Python


def text_file(path: Path) -> None:
    """Somebody's notes."""
    path.write_text("dear diary\n" * 50)


def short_file(path: Path) -> None:
    """Fewer bytes than a header."""
    path.write_text("x")


def empty_file(path: Path) -> None:
    """No bytes at all, as a full disk or a sync tool leaves a file."""
    path.write_bytes(b"")


def zeros(path: Path) -> None:
    """As a power cut leaves a file on some disks."""
    path.write_bytes(bytes(8192))


def other_database(path: Path) -> None:
    """Another program's SQLite file."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE cookies (a)")


def other_database_in_wal(path: Path) -> None:
    """Another program's SQLite file with a write-ahead log that it left behind."""
    origin = path.with_name("origin.db")
    with closing(sqlite3.connect(origin)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE cookies (a)")
        connection.commit()
        shutil.copy(origin, path)
        shutil.copy(f"{origin}-wal", f"{path}-wal")
    origin.unlink()


def ours(path: Path) -> None:
    """A good file of three pages and more."""
    create(path)


def cut_header(path: Path) -> None:
    """Cut within the header."""
    ours(path)
    os.truncate(path, 60)


def cut_at_page(path: Path) -> None:
    """Cut where a page ends."""
    ours(path)
    os.truncate(path, 4096 * 3)


def cut_in_last_page(path: Path) -> None:
    """Cut in the middle of the last page, which holds a long note: SQLite notices nothing."""
    ours(path)
    now = dt.datetime(2026, 3, 4, 14, tzinfo=dt.UTC)
    with writing(path, command="start t1", now=now) as tx:
        edits.add_treatment(tx, now, None, Description(note="x" * 9000))
    os.truncate(path, path.stat().st_size - 1000)


def scrambled_schema(path: Path) -> None:
    """The first page's contents overwritten, its header left."""
    ours(path)
    with path.open("r+b") as stream:
        stream.seek(100)
        stream.write(b"\xff" * 3000)


def no_tables(path: Path) -> None:
    """Our mark on a file without our tables."""
    other_database(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 1835365231")


def a_table_dropped(path: Path) -> None:
    """Ours, but for one table."""
    ours(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE acknowledgements")


def newer(path: Path) -> None:
    """A file that a later version has migrated."""
    ours(path)
    with closing(sqlite3.connect(path)) as connection:
        values = "'meso', 'm999_from_the_future', '2030'"
        connection.execute(
            f"INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ({values})"
        )
        connection.commit()


def folder(path: Path) -> None:
    """A folder where the file should be."""
    path.mkdir()


def fifo(path: Path) -> None:
    """Something that would block whoever opens it."""
    os.mkfifo(path)


def broken_link(path: Path) -> None:
    """A link to a disk that is not there."""
    path.symlink_to(path.with_name("unplugged") / "meso.db")


def link_to_itself(path: Path) -> None:
    """A link that never ends."""
    path.symlink_to(path)


REFUSED = [
    (text_file, Damaged, "is not a SQLite database.*left untouched.*backup.*move the file away"),
    (short_file, Damaged, "is not a SQLite database"),
    (empty_file, Damaged, "is empty.*left untouched"),
    (zeros, Damaged, "is not a SQLite database"),
    (other_database, Damaged, "of another program.*left untouched"),
    (other_database_in_wal, Damaged, "of another program"),
    (cut_header, Damaged, "cut off"),
    (cut_at_page, Damaged, "is damaged"),
    (cut_in_last_page, Damaged, "cut off"),
    (scrambled_schema, Damaged, "is damaged"),
    (no_tables, Damaged, "tables are missing"),
    (a_table_dropped, Damaged, "tables are missing"),
    (newer, Damaged, "newer version of meso .m999_from_the_future.; install"),
    (folder, BadValue, "is a folder: name a file in it"),
    (fifo, BadValue, "not a regular file"),
    (broken_link, SystemRefused, "is a link to .*unplugged"),
    (link_to_itself, SystemRefused, "cannot be used"),
]


def contents(path: Path) -> dict[Path, tuple[int, int, bytes | None]]:
    """All that a folder holds: names, bytes, times."""
    return {
        found: (
            found.lstat().st_mtime_ns,
            found.lstat().st_mode,
            found.read_bytes() if found.is_file() else None,
        )
        for found in path.parent.rglob("*")
    }


def commands(path: Path, now: dt.datetime) -> list[Callable[[], object]]:
    """Every way in."""

    def read() -> None:
        with reading(path):
            pass

    def write(create: bool = False) -> None:
        with writing(path, command="log", now=now, create=create) as tx:
            edits.add_treatment(tx, now)

    return [read, write, lambda: write(create=True), lambda: undo(path, now), lambda: redo(path, now)]


@pytest.mark.parametrize(("make", "error", "sentence"), REFUSED, ids=[make.__name__ for make, *_ in REFUSED])
def test_refused_and_untouched(
    tmp_path: Path, now: dt.datetime, make: Callable[[Path], None], error: Any, sentence: str
) -> None:
    """Every command says the same about such a file, names it, and changes nothing near it."""
    path = tmp_path / "meso.db"
    make(path)
    before = contents(path)
    for command in commands(path, now):
        with pytest.raises(error, match=re.compile(sentence, re.DOTALL)) as raised:
            command()
        assert str(path) in str(raised.value)
        assert "\n" not in str(raised.value)
    assert contents(path) == before


def test_no_database(path: Path, now: dt.datetime) -> None:
    """Where nothing is, all but `start` say that nothing is recorded yet, and make nothing."""
    for number, command in enumerate(commands(path, now)):
        if number != 2:
            with pytest.raises(NoDatabase, match="meso start"):
                command()
    assert not path.parent.exists()


def test_path_below_a_file(tmp_path: Path, now: dt.datetime) -> None:
    """A path that runs through a file cannot exist, for a read as for a start."""
    (tmp_path / "file").write_text("x")
    for command in commands(tmp_path / "file" / "deep" / "meso.db", now):
        with pytest.raises(SystemRefused, match="a file, not a folder"):
            command()


@pytest.mark.parametrize("name", ["a\0b", "x" * 300])
def test_impossible_names(tmp_path: Path, now: dt.datetime, name: str) -> None:
    """A name that no file can have gets a sentence."""
    for command in commands(tmp_path / name, now):
        with pytest.raises((BadValue, SystemRefused)):
            command()


@settings(
    max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(st.tuples(st.integers(0, 100_000), st.binary(min_size=1, max_size=40)), min_size=1, max_size=6)
)
def test_scribbled_over(started: Path, now: dt.datetime, scribbles: list[tuple[int, bytes]]) -> None:
    """Whatever bytes are damaged, a command answers or refuses; it never fails in another way."""
    path = started.with_name("damaged.db")
    raw = bytearray(started.read_bytes())
    for place, scribble in scribbles:
        start = place % len(raw)
        raw[start : start + len(scribble)] = scribble
    path.write_bytes(raw)
    with suppress(MesoError), reading(path) as reader:
        reader.treatments()
        reader.record(1)
        reader.last_step()
    with suppress(MesoError, sqlite3.IntegrityError):
        undo(path, now)


def test_text_that_is_not_text(started: Path, python: Python) -> None:
    """Damaged text is refused, and neither the sentence nor a traceback tells what it says."""
    with closing(sqlite3.connect(started)) as connection:
        connection.execute("UPDATE entries SET note = CAST(note || x'ff' AS TEXT)")
        connection.commit()
    code = "import sys; from pathlib import Path; from meso_cli.store.reading import reading\n"
    code += "with reading(Path(sys.argv[1])) as reader: reader.record(1)"
    _, traceback = python(code, started).communicate()
    assert "Damaged" in traceback
    assert "SECRET" not in traceback


def test_a_refused_file_is_let_go(started: Path, now: dt.datetime) -> None:
    """A command that stopped half-way keeps no lock, not even while its error is being handled."""
    with closing(sqlite3.connect(started, isolation_level=None)) as other:
        other.execute("UPDATE entries SET note = CAST(note || x'ff' AS TEXT)")
        with pytest.raises(Damaged) as read, reading(started) as reader:
            reader.record(1)
        with pytest.raises(Damaged) as written, writing(started, command="edit", now=now) as tx:
            tx.update("entries", 1, {"note": "mended"})
        other.execute("PRAGMA busy_timeout = 0")
        other.execute("BEGIN EXCLUSIVE")
    assert all(str(held.value).startswith(str(started)) for held in (read, written))


def test_read_only_file_and_folder(outside: Path, now: dt.datetime, ordinary: Ordinary) -> None:
    """What is read-only can be read, and a write says so."""
    path = outside / "meso.db"
    with ordinary():
        with writing(path, command="start t1", now=now, create=True) as tx:
            edits.add_treatment(tx, now)
        path.chmod(0o400)
        with reading(path) as reader:
            assert len(reader.treatments()) == 1
        with pytest.raises(SystemRefused, match="read-only"), writing(path, command="log", now=now) as tx:
            edits.add_entry(tx, 1, now)
        outside.chmod(0o500)
        with reading(path) as reader:
            assert len(reader.treatments()) == 1
        path.chmod(0o600)
        with pytest.raises(SystemRefused), writing(path, command="log", now=now) as tx:
            edits.add_entry(tx, 1, now)
        with reading(path) as reader:
            assert reader.record(1).entries == ()


def test_no_permission(outside: Path, ordinary: Ordinary) -> None:
    """A folder or file that may not be entered, written or read gets a sentence."""
    path = outside / "meso.db"
    with ordinary():
        create(path)
        path.chmod(0)
        with pytest.raises(SystemRefused, match="permission denied"), reading(path):
            pass
        path.unlink()
        for mode in (0o500, 0):
            outside.chmod(mode)
            for target in (path, outside / "new" / "meso.db"):
                with pytest.raises(SystemRefused, match="permission denied"):
                    create(target)
        with pytest.raises(SystemRefused, match="permission denied"), reading(path):
            pass


def test_interrupted_write_in_a_read_only_folder(
    outside: Path, now: dt.datetime, ordinary: Ordinary, python: Python
) -> None:
    """A hot journal that cannot be rolled back is told as such; once writable, it is."""
    path = outside / "meso.db"
    with ordinary(), writing(path, command="start t1", now=now, create=True) as tx:
        edits.add_treatment(tx, now, None, Description(note="before"))
    interrupt(path, python)
    if os.geteuid() == 0:
        for found in outside.iterdir():
            shutil.chown(found, outside.stat().st_uid)
    before = path.read_bytes()
    with ordinary():
        path.chmod(0o400)
        outside.chmod(0o500)
        with pytest.raises(SystemRefused, match=r"interrupted.*writable"), reading(path) as reader:
            reader.treatments()
        assert path.read_bytes() == before
        outside.chmod(0o700)
        path.chmod(0o600)
        with reading(path) as reader:
            assert reader.record(1).treatment.note == "before"


INTERRUPTED = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")  # pages go to the file before the commit
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE treatments SET note = 'half'")
for _ in range(50):
    values = ("2026-03-04T13:00:00Z", "x" * 4000, "[]")
    connection.execute("INSERT INTO journal (at, command, changes) VALUES (?, ?, ?)", values)
os.kill(os.getpid(), signal.SIGKILL)
"""


def interrupt(path: Path, python: Python) -> None:
    """Kill a writer when part of its transaction is in the file already."""
    size = path.stat().st_size
    assert python(INTERRUPTED, path).wait() < 0
    assert path.with_name(path.name + "-journal").stat().st_size > 0
    assert path.stat().st_size > size


def test_interrupted_write(started: Path, python: Python) -> None:
    """A read first takes back what an interrupted write left, although the file was cut mid-page."""
    interrupt(started, python)
    with started.open("ab") as stream:
        stream.write(b"half a page")
    with reading(started) as reader:
        assert reader.record(1).treatment.note is None
        assert len(reader.record(1).entries) == 1
    assert started.stat().st_size % 4096 == 0


def test_locked(started: Path, now: dt.datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that stays locked is told as such, to readers and writers."""
    for patience in ("READ_SECONDS", "WRITE_SECONDS"):
        monkeypatch.setattr(file, patience, 0.1)
    with closing(sqlite3.connect(started, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for command in commands(started, now):
            with pytest.raises(SystemRefused, match=r"keeps .* locked"):
                command()


def test_reader_in_the_way_of_a_commit(
    started: Path, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A commit that a reader holds up too long is refused, and nothing of it stays."""
    for patience in ("READ_SECONDS", "WRITE_SECONDS"):
        monkeypatch.setattr(file, patience, 0.1)
    with reading(started) as reader:
        with pytest.raises(SystemRefused, match="locked"), writing(started, command="log", now=now) as tx:
            edits.add_entry(tx, 1, now)
        assert len(reader.record(1).entries) == 1
    with reading(started) as reader:
        assert len(reader.record(1).entries) == 1


TAKES_THE_LOCK = """
import sqlite3, sys
sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None).execute("BEGIN IMMEDIATE")
"""


def test_a_read_does_not_give_up_our_own_lock(started: Path, now: dt.datetime, python: Python) -> None:
    """Reading the file again while this process writes leaves its lock in place."""
    with writing(started, command="log", now=now) as tx:
        edits.add_entry(tx, 1, now)
        with reading(started) as reader:
            assert len(reader.record(1).entries) == 1
        _, errors = python(TAKES_THE_LOCK, started).communicate()
    assert "database is locked" in errors
