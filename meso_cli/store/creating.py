"""Making the file: whole and private, or not at all."""

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from meso_cli.store import schema
from meso_cli.store.errors import check_name, translated
from meso_cli.store.file import connect_alone
from meso_cli.store.filenames import check_new_name, new_temporary, sidecars

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
        check_new_name(path)
        make_folder(path.parent)
        with temporary_in(path.parent, path) as temporary:
            _build(temporary, fill)
            sync_file(temporary)
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
def temporary_in(folder: Path, database: Path) -> Iterator[Path]:
    """An empty private file made on behalf of `database`; it goes at the end, with its sidecars.

    It is not open: no system but Unix renames a file that is.
    """
    temporary = new_temporary(folder, database)
    temporary.touch(0o600, exist_ok=False)
    try:
        yield temporary
    finally:
        for file in (temporary, *sidecars(temporary)):
            file.unlink(missing_ok=True)  # it may have been renamed into place


def _build(temporary: Path, fill: Fill | None) -> None:
    from meso_cli.store import migrations  # brings sqlite-utils: a tenth of a second

    with closing(connect_alone(temporary)) as connection:
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


def sync_file(file: Path) -> None:
    """Bring what was written to a file to the disk."""
    descriptor = os.open(file, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


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
