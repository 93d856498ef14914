"""Making the file: whole and private, or not at all."""

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from meso_cli.store import schema
from meso_cli.store.faults import check_name, translated

Fill = Callable[[sqlite3.Connection], None]
"""Writes the first rows of a new file, before anybody can see it."""


def create(path: Path, fill: Fill | None = None) -> bool:
    """Make a database at `path`, empty or filled; False where something is there already.

    It is built in a file beside it and then linked into place. So nobody ever sees half a
    database there, and of two that create at once, one wins and both use the winner's.
    Missing folders are made, for the owner alone; existing ones keep their permissions.
    """
    schema.check_sqlite()
    check_name(path)
    with translated(path):
        if os.path.lexists(path):
            return False
        make_folder(path.parent)
        with temporary_beside(path.parent) as (temporary, descriptor):
            _build(temporary, fill)
            os.fsync(descriptor)
            placed = _place(temporary, path)
        sync_folder(path.parent)
    return placed


def make_folder(folder: Path) -> None:
    """Make `folder` and whatever is missing above it, each 0700."""
    if folder.exists():
        return
    make_folder(folder.parent)
    with suppress(FileExistsError):  # made by another process just now; a file there fails later
        folder.mkdir(mode=0o700)
        sync_folder(folder.parent)


@contextmanager
def temporary_beside(folder: Path) -> Iterator[tuple[Path, int]]:
    """An empty file of ours with a name that nobody has, removed at the end; and its descriptor."""
    temporary = folder / f".meso-{os.urandom(8).hex()}.new"
    descriptor = os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        yield temporary, descriptor
    finally:
        os.close(descriptor)
        with suppress(FileNotFoundError):  # already renamed into place
            temporary.unlink()


def _build(temporary: Path, fill: Fill | None) -> None:
    from meso_cli.store import migrations  # brings sqlite-utils: a tenth of a second

    uri = f"{temporary.absolute().as_uri()}?mode=rw"
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
        # Nobody else knows this file: no journal beside it, one fsync at the end.
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN IMMEDIATE")
        migrations.migrate(connection)
        if fill is not None:
            fill(connection)
        connection.execute("COMMIT")


def _place(temporary: Path, path: Path) -> bool:
    """Give the finished file its name; False where another process was first."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK):
            raise
        return _rename(temporary, path)  # FAT and some network disks have no links
    return True


def _rename(temporary: Path, path: Path) -> bool:
    """Rename without overwriting: the folder is locked while we look."""
    if os.name == "nt":  # where a rename never overwrites
        try:
            temporary.rename(path)
        except FileExistsError:
            return False
        return True
    import fcntl

    folder = os.open(path.parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        if os.path.lexists(path):
            return False
        temporary.rename(path)
    finally:
        os.close(folder)
    return True


def sync_folder(folder: Path) -> None:
    """Make a new name in `folder` last through a power cut, where the system can."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno != errno.EINVAL:  # a file system that cannot do it for folders
            raise
    finally:
        os.close(descriptor)
