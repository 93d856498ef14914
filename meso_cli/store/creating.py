"""Making the file: whole and private, or not at all."""

import errno
import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from meso_cli.store import schema
from meso_cli.store.faults import check_name, translated


def create(path: Path) -> None:
    """Make an empty database at `path`, unless something is there already.

    It is built in a file beside it and then linked into place. So nobody ever sees half a
    database there, and of two that create at once, one wins and both use the winner's.
    Missing folders are made, for the owner alone; existing ones keep their permissions.
    """
    schema.check_sqlite()
    check_name(path)
    with translated(path):
        if os.path.lexists(path):
            return
        make_folder(path.parent)
        with temporary_beside(path.parent) as (temporary, descriptor):
            _build(temporary)
            os.fsync(descriptor)
            _place(temporary, path)
        sync_folder(path.parent)


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
    temporary = folder / f".meso-{secrets.token_hex(8)}.new"
    descriptor = os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        yield temporary, descriptor
    finally:
        os.close(descriptor)
        with suppress(FileNotFoundError):  # already renamed into place
            temporary.unlink()


def _build(temporary: Path) -> None:
    from meso_cli.store import migrations  # brings sqlite-utils: a tenth of a second

    uri = f"{temporary.absolute().as_uri()}?mode=rw"
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
        # Nobody else knows this file: no journal beside it, one fsync at the end.
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN IMMEDIATE")
        migrations.migrate(connection)
        connection.execute("COMMIT")


def _place(temporary: Path, path: Path) -> None:
    """Give the finished file its name, unless another process was first."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        return
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK):
            raise
        _rename(temporary, path)  # FAT and some network disks have no links


def _rename(temporary: Path, path: Path) -> None:
    """Rename without overwriting: the folder is locked while we look."""
    if os.name == "nt":  # where a rename never overwrites
        with suppress(FileExistsError):
            temporary.rename(path)
        return
    import fcntl

    folder = os.open(path.parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        if not os.path.lexists(path):
            temporary.rename(path)
    finally:
        os.close(folder)


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
