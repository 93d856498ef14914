"""What each file that meso makes is called.

Whoever makes one takes its name from here, and so does whoever must find them all (`wipe`, `doctor`,
`restore`): a file that is made is a file that is found.
"""

import os
import re
from pathlib import Path
from typing import Final

from meso_cli.errors import BadValue
from meso_cli.text import counted, visible
from meso_cli.values import NamedTuple

SIDECARS: Final = ("-journal", "-wal", "-shm")
"""What SQLite may keep beside a database, by the ends of the names."""
_USUAL_LONGEST: Final = 255
"""Bytes of a file's name, where the system does not say."""
_LONGEST_PATH: Final = 512
"""Bytes of a whole path, its sidecar's end included, that SQLite opens (MAX_PATHNAME)."""


class Kind(NamedTuple):
    """One kind of file: what its name is made of, and the tokens that tell two of a kind apart."""

    template: str
    token: str
    """A regular expression."""

    def named(self, database: Path, token: str) -> str:
        """The name of the one with this token."""
        return self.template.format(database=database.name, token=token)

    def free(self, folder: Path, database: Path, token: str) -> Path:
        """A name in `folder` that nobody has: with this token, else with `-2` after it."""
        number, free = 1, folder / self.named(database, token)
        while os.path.lexists(free):
            number += 1
            free = folder / self.named(database, f"{token}-{number}")
        return free

    def is_one(self, name: str, database: Path) -> bool:
        """Whether a file of this kind is called so."""
        return re.fullmatch(self._pattern(database), name) is not None

    def owns(self, name: str, database: Path) -> bool:
        """Whether a file of this kind, or one that SQLite keeps beside it, is called so."""
        return re.fullmatch(self._pattern(database) + _ANY_SIDECAR, name) is not None

    def _pattern(self, database: Path) -> str:
        place = "\0"  # no file's name holds it
        parts = map(re.escape, self.named(database, place).split(place))
        return f"(?:{self.token})".join(parts)


_ANY_SIDECAR: Final = f"(?:{'|'.join(SIDECARS)})?"

TEMPORARY: Final = Kind(".meso-{database}-{token}.new", "[0-9a-f]{16}")
"""What is being made, in the folder that it is made for: the database's, its backups', or any other."""
REPLACED: Final = Kind("{database}.replaced-{token}", "[0-9]{8}T[0-9]{6}Z(?:-[0-9]+)?")
"""A database that a restore has put aside, beside the one in its place."""
DAILY: Final = Kind("{token}.db", "[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""The backup of a day, in the backup folder."""
BEFORE: Final = Kind("before-{token}.db", ".+")
"""A copy of how it was before something was done, in the backup folder."""
DRAFT_FOLDER: Final = Kind("{database}.edit-{token}", "[a-z0-9_]+")
"""The folder of what is being edited, beside the database."""
DRAFT: Final = Kind("{token}.txt", "entry-[0-9]+|treatment-t[0-9]+")
"""What is being edited, in a folder of its own."""
_COPY_OF_AN_EDITOR: Final = re.compile(rf"[.#]*(?:{DRAFT.token})\.txt.*")
"""A draft, or what an editor keeps beside it: `.entry-1.txt.swp`, `entry-1.txt~`, `#entry-1.txt#`."""
_EARLIER_TEMPORARY: Final = re.compile(rf"\.meso-{TEMPORARY.token}\.new{_ANY_SIDECAR}")


def sidecars(database: Path) -> tuple[Path, ...]:
    """The files that SQLite keeps beside a database, whether they are there or not."""
    return tuple(Path(f"{database}{end}") for end in SIDECARS)


def backup_folder(database: Path) -> Path:
    """Where the backups of a database lie."""
    return database.with_name(f"{database.name}.backups")


def reminded(database: Path) -> Path:
    """What somebody was reminded of, by kinds and times; made by `meso remind --notify` alone."""
    return database.with_name(f"{database.name}.reminded")


def new_temporary(folder: Path, database: Path) -> Path:
    """A name in `folder` that nobody has, for what is made on behalf of `database`."""
    return folder / TEMPORARY.named(database, os.urandom(8).hex())


def is_backup(name: str) -> bool:
    """Whether a file in a backup folder is called like one of our backups, or like a sidecar of one."""
    return any(kind.owns(name, Path()) for kind in (DAILY, BEFORE))


def is_draft(name: str) -> bool:
    """Whether a file in a draft's folder holds what is being edited."""
    return _COPY_OF_AN_EDITOR.fullmatch(name) is not None


def is_earlier_temporary(name: str) -> bool:
    """Whether it is a temporary as version 0.1.0 called them: without saying for which database."""
    return _EARLIER_TEMPORARY.fullmatch(name) is not None


def check_new_name(database: Path) -> None:
    """Refuse a new database whose side files would get names that the disk or SQLite does not take."""
    temporary = Path(f"{TEMPORARY.named(database, '0' * 16)}{SIDECARS[0]}")
    replaced = Path(f"{REPLACED.named(database, '00000000T000000Z-00')}{SIDECARS[0]}")
    over = max(map(_bytes_of, (temporary, replaced))) - _longest_name(database.parent)
    if over > 0:
        raise BadValue(
            f"'{visible(database.name, 40)}' is too long a name: its backups are named after it",
            f"Make it at least {counted(over, 'letter')} shorter.",
        )
    over = _bytes_of(backup_folder(database.resolve()) / temporary) - _LONGEST_PATH
    if over > 0:
        raise BadValue(
            f"{visible(str(database))} lies too deep for its backups",
            f"Choose a folder whose path is at least {counted(over, 'letter')} shorter.",
        )


def _bytes_of(path: Path) -> int:
    return len(os.fsencode(path))


def _longest_name(folder: Path) -> int:
    """The most bytes that a name in `folder` may have, which need not be there yet."""
    if not hasattr(os, "pathconf"):  # Windows
        return _USUAL_LONGEST
    there = next((parent for parent in (folder, *folder.absolute().parents) if parent.exists()), None)
    try:
        return os.pathconf(there, "PC_NAME_MAX") if there else _USUAL_LONGEST
    except OSError:
        return _USUAL_LONGEST
