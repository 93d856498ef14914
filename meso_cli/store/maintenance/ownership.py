"""Which files on the disk belong to a database, and which are somebody's own."""

import os
import re
import stat
from collections.abc import Iterator
from glob import escape
from pathlib import Path
from typing import Final

from meso_cli.errors import BadValue, Damaged
from meso_cli.store import schema
from meso_cli.store.faults import check_name, shown, translated
from meso_cli.store.file import missing
from meso_cli.store.maintenance.backup import folder_of

_BACKUP: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}|before-.+)\.db(-journal)?")
_DRAFT: Final = re.compile(r"(entry|treatment)-[0-9]+\.txt")


def real(path: Path) -> Path:
    """The file that `path` leads to, through any links."""
    return Path(os.path.realpath(path))


def has_our_mark(file: Path) -> bool:
    """Whether it is an ordinary file that begins as a database of ours does."""
    with translated(file, (OSError,)):
        if not stat.S_ISREG(file.stat().st_mode):
            return False
        with file.open("rb") as opened:
            header = opened.read(72)
    return int.from_bytes(header[68:72], "big") == schema.APPLICATION_ID


def check_ours(path: Path) -> None:
    """Refuse to change or remove what is no database of ours, whatever it is called.

    One whose mark is lost counts as ours while its backups lie beside it. Raises BadValue for
    what is no ordinary file, Damaged for a file of somebody else's, SystemRefused for a link that
    leads nowhere.
    """
    check_name(path)
    if not os.path.lexists(path):
        return
    if not path.exists():
        raise missing(path)
    if not stat.S_ISREG(path.stat().st_mode):
        raise BadValue(f"{shown(path)} is no ordinary file; name a database of meso.")
    if not has_our_mark(path) and not any(_backups(folder_of(path))):
        raise Damaged(f"{shown(path)} is no database of meso; nothing was changed.")


def belongings(path: Path) -> tuple[Path, ...]:
    """Every file that the database at `path` has: itself, its journal, backups, replaced copies, drafts.

    Where `path` is a link, the file that it leads to is among them, with all that lies beside it.
    """
    check_name(path)
    found = {file for one in {path, real(path)} for file in _beside(one)}
    return tuple(sorted(file for file in found if os.path.lexists(file) and not file.is_dir()))


def _beside(path: Path) -> Iterator[Path]:
    yield from (Path(f"{path}{end}") for end in ("", "-journal", "-wal", "-shm"))
    yield from path.parent.glob(f"{escape(path.name)}.replaced-*")
    yield from path.parent.glob(".meso-*.new")
    yield from _backups(folder_of(path))
    yield from drafts(path)


def _backups(folder: Path) -> Iterator[Path]:
    """By name, since damaged ones hold health data, too; by their mark, whatever they are called."""
    for file in (*folder.glob("*.db"), *folder.glob("*.db-journal"), *folder.glob(".meso-*.new")):
        named = _BACKUP.fullmatch(file.name) or file.name.startswith(".meso-")
        if not file.is_symlink() and (named or has_our_mark(file)):
            yield file


def drafts(path: Path) -> Iterator[Path]:
    """What was left in the editor, or lies there now."""
    for folder in path.parent.glob(f"{escape(path.name)}.edit-*"):
        if not folder.is_symlink():
            yield from (file for file in folder.glob("*.txt") if _DRAFT.fullmatch(file.name))
