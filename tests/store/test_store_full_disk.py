"""A full disk takes nothing away: what was recorded stays, and the command says so."""

import datetime as dt
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from meso_cli.errors import SystemRefused
from meso_cli.store import edits
from meso_cli.store.file import DatabaseFile
from meso_cli.store.reading import reading
from meso_cli.store.writing import writing
from tests.store.conftest import Python

LONG = "x" * 300_000


def test_no_more_pages(started: Path, now: dt.datetime) -> None:
    """SQLite's own limit: the entry is refused, the earlier one stays, the next small one works."""

    def log_too_much() -> None:
        with closing(DatabaseFile(started)) as file:
            file.connection().execute("PRAGMA max_page_count = 20")
            with writing(file, command="log", now=now) as tx:
                edits.add_entry(tx, 1, now, seen=edits.Seen(note=LONG))

    with pytest.raises(SystemRefused, match="No space left"):
        log_too_much()
    check(started, now)


LIMITED = """
import datetime as dt, resource, sys
from pathlib import Path
from meso_cli.errors import MesoError
from meso_cli.store import migrations, edits
from meso_cli.store.writing import writing
from tests.store.conftest import Python
now = dt.datetime(2026, 3, 4, tzinfo=dt.UTC)
path, size = Path(sys.argv[1]), int(sys.argv[2])
sys.dont_write_bytecode = True  # a module cut off at the limit would meet whoever comes next
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
try:
    with writing(path, command="log", now=now, create=True) as tx:
        edits.add_treatment(tx, now)
        edits.add_entry(tx, 1, now, seen=edits.Seen(note="SECRET" * 50_000))
except MesoError as error:
    print(type(error).__name__, error)
    sys.exit(error.exit_code)
"""


def test_file_size_limit(started: Path, now: dt.datetime, python: Python) -> None:
    """The system refuses the write itself: the file is as before, to the byte."""
    before = started.read_bytes()
    process = python(LIMITED, started, len(before) + 8192)
    output, errors = process.communicate()
    assert (process.returncode, errors) == (6, "")
    assert output.startswith("SystemRefused")
    assert "SECRET" not in output
    assert started.read_bytes() == before
    check(started, now)


def test_no_space_to_begin(path: Path, python: Python) -> None:
    """Where the file itself does not fit, nothing is left of it."""
    process = python(LIMITED, path, 8192)
    output, errors = process.communicate()
    assert (process.returncode, errors) == (6, "")
    assert "SystemRefused" in output
    assert list(path.parent.iterdir()) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of half a megabyte, where the system lets us have one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=512k", "none", str(folder)]
    if sys.platform != "linux" or os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("only root on Linux may mount a small disk; the other tests here need nobody's leave")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_small_disk(small_disk: Path, now: dt.datetime) -> None:
    """A disk that is really full, at the first start, and then at a log."""
    filler = small_disk / "filler"
    filler.write_bytes(bytes(450_000))
    with pytest.raises(SystemRefused, match="No space left"):
        begin(small_disk / "meso.db", now)
    assert list(small_disk.iterdir()) == [filler]
    filler.unlink()
    begin(small_disk / "meso.db", now)
    filler.write_bytes(bytes(250_000))
    with (
        pytest.raises(SystemRefused, match="No space left"),
        writing(small_disk / "meso.db", command="log", now=now) as tx,
    ):
        edits.add_entry(tx, 1, now, seen=edits.Seen(note=LONG))
    filler.unlink()
    check(small_disk / "meso.db", now)


def begin(path: Path, now: dt.datetime) -> None:
    """A treatment and an entry."""
    with writing(path, command="start t1", now=now, create=True) as tx:
        edits.add_treatment(tx, now)
        edits.add_entry(tx, 1, now)


def check(path: Path, now: dt.datetime) -> None:
    """One entry is there, whole; another can be added, and gets the number that was given back."""
    with reading(path) as reader:
        assert len(reader.record(1).entries) == 1
    with writing(path, command="log", now=now) as tx:
        assert edits.add_entry(tx, 1, now) == 2
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
