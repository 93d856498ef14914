"""What the file, the disk and SQLite can refuse, each as one sentence.

No sentence holds anything that was recorded: only paths, and SQLite's names for errors.
"""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from meso_cli.errors import BadValue, Damaged, MesoError, NothingFound, SystemRefused
from meso_cli.text import visible

_WAY_OUT: Final = (
    "It was left untouched. List your backups with `meso restore`, "
    "or move {file} away and start again with `meso start`."
)
ORPHANED: Final = "is damaged (rows that belong to nothing that is there)"
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_DENIED: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_CORRUPT: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT})
_LOCKED: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL})
_UNOPENED: Final = frozenset({sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH})


# What SQLite raises; its message about a damaged schema may itself not be UTF-8.
SQLITE: Final = (sqlite3.Error, UnicodeDecodeError)


class NoDatabase(NothingFound):
    """There is no file yet: nothing was ever recorded here."""


class StepRefused(MesoError):
    """A step cannot be undone or redone without overwriting a later change."""


def no_database(path: Path) -> NoDatabase:
    return NoDatabase(f"Nothing is recorded yet in {shown(path)}", "Begin with `meso start`.")


def damaged(path: Path, what: str) -> Damaged:
    """`what` is wrong with the file, as words that follow its name ("is empty")."""
    return Damaged(f"{shown(path)} {what}", _WAY_OUT.format(file=_with_sidecars(path)))


def _with_sidecars(path: Path) -> str:
    """The file and what lies beside it for SQLite, where committed entries may stand."""
    from meso_cli.store.filenames import sidecars

    beside = [file.name for file in sidecars(path) if file.exists()]
    return f"the file together with {visible(' and '.join(beside))}" if beside else "the file"


def altered(path: Path, what: str) -> Damaged:
    """`what` is in the file and was not made by meso ("the trigger x")."""
    return Damaged(
        f"{shown(path)} holds what meso did not make and what may change your records: {visible(what, 60)}",
        "Remove it with the program that made it, or go back to a backup: `meso restore` lists them.",
    )


def newer(path: Path, names: str) -> Damaged:
    return Damaged(
        f"{shown(path)} was made by a newer version of meso ({visible(names, 80)})",
        "install that version. The file was left untouched.",
    )


def check_name(path: Path) -> None:
    """Refuse a name that no system takes; Python would call it a bug."""
    if "\0" in str(path):
        raise BadValue(f"{shown(path)} cannot be the name of a file.")


def shown(path: Path) -> str:
    """A path as a sentence may hold it."""
    return visible(str(path))


@contextmanager
def all_or_nothing() -> Iterator[None]:
    """Around a write that is whole or not there at all: a refusal inside adds that nothing was saved."""
    try:
        yield
    except SystemRefused as refused:
        refused.outcome = "Nothing was saved."
        raise


@contextmanager
def translated(path: Path, kinds: tuple[type[Exception], ...] = (*SQLITE, OSError)) -> Iterator[None]:
    """Turn SQLite's and the system's errors about `path` into sentences.

    An error that can only be a bug of ours passes through unchanged.
    """
    try:
        yield
    except kinds as error:
        fault = _fault(error, path)
        if fault is None:
            raise
        # SQLite quotes the text itself when that is not UTF-8: such a cause is cut off.
        raise fault from (None if _undecodable(error) else error)


def _fault(error: Exception, path: Path) -> MesoError | None:
    if isinstance(error, OSError):
        return system(error, path)
    if _undecodable(error):
        return damaged(path, "is damaged (text that is not UTF-8)")
    return sqlite_fault(error, path)


def sqlite_fault(error: Exception, path: Path) -> MesoError | None:
    """What SQLite's error about `path` means; None where it can only be a bug."""
    code = getattr(error, "sqlite_errorcode", None)  # absent when the Python module itself refuses
    return None if code is None else _sqlite_fault(code, getattr(error, "sqlite_errorname", ""), path)


def _undecodable(error: Exception) -> bool:
    # The one OperationalError that the module raises itself has no code.
    coded = hasattr(error, "sqlite_errorcode")
    return isinstance(error, UnicodeDecodeError) or (
        isinstance(error, sqlite3.OperationalError) and not coded
    )


def system(error: OSError, path: Path) -> SystemRefused:
    """What the system said about `path`, and what to do about it."""
    name = shown(path)
    if error.errno in _FULL:
        return _full(name)
    if error.errno in _DENIED:
        return SystemRefused(
            f"{name} cannot be reached: permission denied", "Check who may use it and its folder."
        )
    if error.errno == errno.ENOTDIR:
        return SystemRefused(f"{name} cannot exist: a part of that path is a file, not a folder.")
    return SystemRefused(f"{name} cannot be used: {error.strerror or type(error).__name__}.")


def _full(name: str) -> SystemRefused:
    return SystemRefused(f"No space left for {name}", "free some and repeat the command")


def _sqlite_fault(code: int, name: str, path: Path) -> MesoError | None:
    """The fault for an (extended) result code; None where it can only be a bug."""
    primary, where = code & 0xFF, shown(path)
    if primary in _CORRUPT:
        what = "is not a SQLite database" if primary == sqlite3.SQLITE_NOTADB else f"is damaged ({name})"
        return damaged(path, what)
    if primary in _LOCKED:
        return SystemRefused(f"Another program keeps {where} locked", "close it and repeat the command")
    if primary == sqlite3.SQLITE_READONLY:
        return _read_only(code, where)
    if primary == sqlite3.SQLITE_FULL:
        return _full(where)
    if primary == sqlite3.SQLITE_IOERR:
        return SystemRefused(f"The disk refused to read or write {where} ({name})")
    if primary in _UNOPENED:
        return SystemRefused(
            f"{where} cannot be opened or written", "check who may use the file and its folder"
        )
    if primary == sqlite3.SQLITE_TOOBIG:
        return BadValue("That text is too long to be stored.")
    if primary == sqlite3.SQLITE_ERROR:  # our SQL is fixed and tested: the tables are not ours
        return damaged(path, "is damaged (its tables are not as meso made them)")
    return None


def _read_only(code: int, where: str) -> SystemRefused:
    if code in (sqlite3.SQLITE_READONLY_ROLLBACK, sqlite3.SQLITE_READONLY_RECOVERY):
        return SystemRefused(
            f"A write to {where} was interrupted and must be taken back first, but the file or its folder "
            "is read-only",
            "make both writable and repeat the command",
        )
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return replaced(where)
    return SystemRefused(
        f"{where} is read-only, or its folder is", "make both writable and repeat the command"
    )


def replaced(where: str) -> SystemRefused:
    return SystemRefused(
        f"{where} was moved or replaced by another program during the command", "repeat the command"
    )
