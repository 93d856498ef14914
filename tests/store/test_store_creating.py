"""A new file is whole and private, or it is not there."""

import datetime as dt
import errno
import os
import sqlite3
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from meso_cli.errors import SystemRefused
from meso_cli.store import edits, migrations
from meso_cli.store.creating import create
from meso_cli.store.reading import reading
from meso_cli.store.writing import writing
from tests.store.conftest import Python

NO_LINKS = [errno.EPERM, errno.EOPNOTSUPP]


def mode(path: Path) -> int:
    """The permission bits."""
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def any_umask() -> Iterator[None]:
    """The most open umask, put back afterwards."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.fixture(params=["links", *NO_LINKS])
def disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk with hard links, or (FAT, some network disks) one that has none."""

    def refuse(*_: object) -> None:
        raise OSError(request.param, os.strerror(request.param))

    if request.param != "links":
        monkeypatch.setattr(os, "link", refuse)


@pytest.mark.usefixtures("any_umask", "disk")
def test_private(path: Path) -> None:
    """The file is the owner's alone, and so is each folder made for it, whatever the umask."""
    deep = path.parent / "a" / "b" / "meso.db"
    create(deep)
    assert mode(deep) == 0o600
    assert [mode(folder) for folder in (deep.parent, deep.parent.parent, path.parent)] == [0o700] * 3
    assert list(deep.parent.iterdir()) == [deep]


@pytest.mark.usefixtures("any_umask")
def test_rollback_journal_is_private(started: Path, now: dt.datetime) -> None:
    """What SQLite writes beside the file while a command runs is the owner's alone too."""
    with writing(started, command="log", now=now) as tx:
        edits.add_entry(tx, 1, now)
        assert mode(started.with_name("meso.db-journal")) == 0o600


def test_other_folders_keep_their_mode(tmp_path: Path) -> None:
    """A folder that was there before is never changed."""
    tmp_path.chmod(0o755)
    create(tmp_path / "meso.db")
    assert mode(tmp_path) == 0o755


@pytest.mark.usefixtures("disk")
def test_the_loser_uses_the_winners_file(
    path: Path, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process's file, finished while ours was being built, stays as it is."""

    migrate = migrations.migrate

    def lose(connection: sqlite3.Connection) -> None:
        monkeypatch.setattr(migrations, "migrate", migrate)  # the winner runs undisturbed
        with writing(path, command="start t1", now=now, create=True) as tx:
            edits.add_treatment(tx, now)
        migrate(connection)

    monkeypatch.setattr(migrations, "migrate", lose)
    create(path)
    with reading(path) as reader:
        assert len(reader.treatments()) == 1
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.usefixtures("disk")
def test_existing_file_is_left_alone(path: Path) -> None:
    """Creating again changes nothing, and nothing at all is made over a file of another kind."""
    create(path)
    before = path.read_bytes(), path.stat().st_mtime_ns
    create(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt()])
def test_failure_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch, error: Any) -> None:
    """A creation that fails half-way leaves no file at all, neither there nor beside it."""

    def fail(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE half (a)")
        raise error

    monkeypatch.setattr(migrations, "migrate", fail)
    with pytest.raises((type(error), SystemRefused)):
        create(path)
    assert list(path.parent.iterdir()) == []


KILLED = """
import os, signal, sys
import datetime as dt
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from meso_cli.store import migrations
from meso_cli.store.creating import create
real = migrations.migrate
def migrate(connection):
    real(connection)
    os.kill(os.getpid(), signal.SIGKILL)
migrations.migrate = migrate
create(Path(sys.argv[1]))
"""


def test_killed_while_creating(path: Path, python: Python) -> None:
    """A kill during the first start leaves nothing at the path, and the next start works."""
    assert python(KILLED, path).wait() < 0
    assert not path.exists()
    create(path)
    with reading(path) as reader:
        assert reader.treatments() == ()


@pytest.mark.parametrize(
    "name", ["a b", "q?x=1", "h#1", "50%41", "ü", "c:d", "'\"", "mode=ro&", "\udcff\udc80"]
)
def test_odd_names(tmp_path: Path, now: dt.datetime, name: str) -> None:
    """Any name that the system takes is a good name, bytes that are not UTF-8 included."""
    if sys.platform == "darwin" and "\udcff" in name:
        return  # that file system takes UTF-8 only
    odd = tmp_path / name / f"{name}.db"
    with writing(odd, command="start t1", now=now, create=True) as tx:
        edits.add_treatment(tx, now)
    with reading(odd) as reader:
        assert len(reader.treatments()) == 1
    assert list(tmp_path.rglob("*.db")) == [odd]


def test_relative_path_and_link(tmp_path: Path, now: dt.datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path may be relative, or a link to the file; the file behind the link is used."""
    monkeypatch.chdir(tmp_path)
    create(Path("meso.db"))
    link = tmp_path / "link.db"
    link.symlink_to("meso.db")
    with writing(link, command="start t1", now=now, create=True) as tx:
        edits.add_treatment(tx, now)
    with reading(Path("meso.db")) as reader:
        assert len(reader.treatments()) == 1
    assert link.is_symlink()
