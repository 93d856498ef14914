"""Opening the file: what is not ours, damaged or newer is refused and left as it is."""

import os
import sqlite3
import stat
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final

from meso_cli.errors import BadValue, SystemRefused
from meso_cli.store import schema
from meso_cli.store.errors import check_name, damaged, no_database, shown, translated
from meso_cli.store.rows import fetch
from meso_cli.text import visible

# How long a command waits for another one's lock, which never outlives its process. Writes take turns by
# chance, so one of many may have to wait long; somebody who only asks would rather know.
READ_SECONDS: float = 2.0
WRITE_SECONDS: float = 30.0
_HARDLY_SECONDS: float = 0.1

_MAGIC: Final = b"SQLite format 3\0"
_HEADER: Final = 100
_Inode = tuple[int, int]
# Which files this process has open: see `_check_header`.
_open: Counter[_Inode] = Counter()


class Connection(sqlite3.Connection):
    """A connection that knows which file it holds."""

    inode: _Inode | None = None

    def hold(self, inode: _Inode) -> None:
        self.inode = inode
        _open[inode] += 1

    def is_at(self, path: Path) -> bool:
        """False once `path` leads to another file than the one that is open."""
        try:
            return self.inode == _inode(path.stat())
        except OSError:
            return False

    def close(self) -> None:
        super().close()
        if self.inode is not None:
            _open[self.inode] -= 1
            self.inode = None


class DatabaseFile:
    """The database file of one command, opened once, at its first use; close it at the end.

    Between two transactions nothing is locked, however long the command waits for a person. One that
    `writes` waits for others as a write does from its first question on.
    """

    def __init__(self, path: Path, *, writes: bool = False) -> None:
        self.path = path
        self._seconds = WRITE_SECONDS if writes else READ_SECONDS
        self._connection: Connection | None = None

    def connection(self) -> Connection:
        """The connection, in no transaction; another one where the path leads to another file by now.

        Raises NoDatabase, Damaged, SystemRefused or BadValue, each naming the path.
        """
        if self._connection is not None and not self._connection.is_at(self.path):
            self.close()
        if self._connection is None:
            with translated(self.path):
                self._connection = connect(self.path, self._seconds)
        return self._connection

    @contextmanager
    def hardly_waiting(self) -> Iterator[None]:
        """In this block another command's lock is hardly waited for: what is read here can be missed."""
        before, self._seconds = self._seconds, _HARDLY_SECONDS
        self._wait()
        try:
            yield
        finally:
            self._seconds = before
            self._wait()

    def _wait(self) -> None:
        if self._connection is not None:
            wait_for_locks(self._connection, self._seconds)

    def close(self) -> None:
        """Let go of the file; using it again opens it again."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


@contextmanager
def opened(database: Path | DatabaseFile) -> Iterator[DatabaseFile]:
    """A file that is the command's stays open; one that is given by its path is open for this block."""
    if isinstance(database, DatabaseFile):
        yield database
        return
    with closing(DatabaseFile(database)) as file:
        yield file


@contextmanager
def snapshot(file: DatabaseFile) -> Iterator[sqlite3.Connection]:
    """A connection that cannot change the file, inside one read transaction, which ends with the block.

    End it soon: a writer's commit waits for it. Not SQLite's `mode=ro`, which cannot take back what
    an interrupted write left. An older schema is read from a migrated copy in memory. Raises what
    `DatabaseFile.connection` raises.
    """
    connection = file.connection()
    try:
        with translated(file.path):
            copy = None if _begin_to_read(connection, file.path) else _migrated_copy(connection, file.path)
        if copy is None:
            yield connection
        else:
            _end(connection)
            with closing(copy):
                yield copy
    finally:
        _end(connection)


@contextmanager
def as_it_is(file: DatabaseFile) -> Iterator[Connection]:
    """As `snapshot`, of a file that may have an older schema: for copying it."""
    connection = file.connection()
    try:
        with translated(file.path):
            _begin_to_read(connection, file.path)
        yield connection
    finally:
        _end(connection)


def _end(connection: sqlite3.Connection) -> None:
    with suppress(sqlite3.Error):  # nothing was written; what failed before is the one to tell
        connection.rollback()


def _begin_to_read(connection: Connection, path: Path) -> bool:
    """Begins a read transaction; True with a schema that can be read as it is, as `accepts`."""
    connection.execute("PRAGMA query_only = ON")
    connection.execute("BEGIN")
    return accepts(connection, path, to_read=True)


def connect(path: Path, seconds: float = READ_SECONDS) -> Connection:
    """A connection to a file that can be ours, in no transaction yet; the caller closes it."""
    schema.check_sqlite()
    inode = _inspect(path)
    connection = connect_to(path, seconds=seconds)
    connection.hold(inode)
    # A file from elsewhere may hold triggers and views: they get no function with effects.
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def connect_to(path: Path, *, seconds: float = 0) -> Connection:
    """SQLite's connection to an existing file, in no transaction; it waits so long for a lock.

    By a URI, so that no name is taken for anything but a file's: as_uri escapes ?, #, % and
    bytes that are not UTF-8, and a relative name may begin with "file:".
    """
    uri = f"{path.absolute().as_uri()}?mode=rw"
    return sqlite3.connect(uri, uri=True, timeout=seconds, isolation_level=None, factory=Connection)


def take_turns(connection: sqlite3.Connection) -> None:
    """From now on the connection waits as a write does; what it reads after its write does, too."""
    wait_for_locks(connection, WRITE_SECONDS)


def wait_for_locks(connection: sqlite3.Connection, seconds: float) -> None:
    """From now on the connection waits so long for another command's lock."""
    connection.execute(f"PRAGMA busy_timeout = {int(seconds * 1000)}")


def connect_alone(path: Path) -> Connection:
    """A connection to a file that nobody else knows, such as a copy: nothing is kept beside it.

    The caller brings it to the disk (`creating.sync_file`).
    """
    connection = connect_to(path)
    for pragma in ("locking_mode = EXCLUSIVE", "journal_mode = MEMORY", "synchronous = OFF"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _inspect(path: Path) -> _Inode:
    """Refuse what cannot be a file of ours, before SQLite touches it."""
    check_name(path)
    try:
        found = path.stat()
    except FileNotFoundError:
        raise missing(path) from None
    if stat.S_ISDIR(found.st_mode):
        raise BadValue(f"{shown(path)} is a folder: name a file in it, such as {shown(path / 'meso.db')}.")
    if not stat.S_ISREG(found.st_mode):
        raise BadValue(f"{shown(path)} is not a regular file: name one that can keep data.")
    if found.st_size == 0:
        raise damaged(path, "is empty")
    inode = _inode(found)
    if not _open[inode]:
        _check_header(path)
    return inode


def missing(path: Path) -> Exception:
    """No file: is it a first run, or does a link lead nowhere?"""
    if not path.is_symlink():
        return no_database(path)
    target = visible(os.fspath(path.readlink()))
    return SystemRefused(
        f"{shown(path)} is a link to {target}, which is not there: "
        "connect the disk that holds it, or remove the link."
    )


def _check_header(path: Path) -> None:
    """Look at the first bytes without SQLite, which may change another program's file by opening it.

    Closing a file gives up every lock that this process has on it, SQLite's as well. So this
    is only for a file that the process has not open yet (`_open`).
    """
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0))
    try:
        header = os.read(descriptor, _HEADER)
    finally:
        os.close(descriptor)
    if header[:16] != _MAGIC:
        raise damaged(path, "is not a SQLite database")
    if len(header) < _HEADER:
        raise damaged(path, "is damaged (cut off)")
    if int.from_bytes(header[68:72], "big") != schema.APPLICATION_ID:
        raise damaged(path, "is a database of another program")


def accepts(connection: Connection, path: Path, *, to_read: bool = False) -> bool:
    """True with today's schema (`to_read`: or one read alike), False with an older one; else raises Damaged.

    Runs inside the transaction, when SQLite has taken back an interrupted write.
    """
    current = schema.is_current(connection, path, to_read=to_read)
    ((pages,),) = fetch(connection, "PRAGMA page_count")
    ((size,),) = fetch(connection, "PRAGMA page_size")
    if not connection.is_at(path):
        return current
    length = path.stat().st_size
    if (length < pages * size or length % size) and not has_write_ahead_log(connection):
        raise damaged(path, "is damaged (cut off)")
    return current


def has_write_ahead_log(connection: sqlite3.Connection) -> bool:
    """Whether another program has set the file to one: then pages may stand in the log alone."""
    return fetch(connection, "PRAGMA journal_mode") == [("wal",)]


def leave_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Set the file back to the rollback journal that it was made with; call it outside a transaction.

    Where another program has the file open it stays as it is, which keeps nobody from writing.
    """
    with suppress(sqlite3.OperationalError):
        if has_write_ahead_log(connection):
            fetch(connection, "PRAGMA journal_mode = DELETE")


def _migrated_copy(connection: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    from meso_cli.store import migrations

    copy = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.backup(copy)
        schema.check_parents(copy, path)
        copy.execute("BEGIN")
        migrations.migrate(copy)
        copy.execute("COMMIT")
        copy.execute("PRAGMA query_only = ON")
        copy.execute("BEGIN")
    except BaseException:
        copy.close()
        raise
    return copy


def _inode(found: os.stat_result) -> _Inode:
    return found.st_dev, found.st_ino
