"""Which files on the disk belong to a database, and which are somebody's own."""

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from meso_cli.errors import BadValue, Damaged, SystemRefused
from meso_cli.store import schema
from meso_cli.store.errors import check_name, shown, system, translated
from meso_cli.store.file import missing
from meso_cli.store.filenames import (
    DRAFT_FOLDER,
    REPLACED,
    SIDECARS,
    TEMPORARY,
    backup_folder,
    is_backup,
    is_draft,
    is_earlier_temporary,
    reminded,
    sidecars,
)
from meso_cli.values import NamedTuple


class NotRemoved(NamedTuple):
    """What a wipe does not remove, and why it does not."""

    path: Path
    why: str


class Files(NamedTuple):
    """The files of one database, and the folders that are there for it alone.

    `closed` are folders that may not be looked into; `left` is what a wipe leaves where it is.
    """

    files: tuple[Path, ...]
    folders: tuple[Path, ...]
    closed: tuple[Path, ...]
    left: tuple[NotRemoved, ...]


class _Place(NamedTuple):
    """A folder where files of a database can lie, and which of its files are."""

    folder: Path
    is_ours: Callable[[Path], bool]


def real(path: Path) -> Path:
    """The file that `path` leads to, through any links."""
    return Path(os.path.realpath(path))


def listed(folder: Path) -> tuple[Path, ...]:
    """What lies in a folder, by name; nothing where there is none. Raises SystemRefused for a closed one."""
    try:
        return tuple(sorted(folder.iterdir()))
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise system(error, folder) from error


def has_our_mark(file: Path) -> bool:
    """Whether it is a regular file that begins as a database of ours does."""
    with translated(file, (OSError,)):
        if not stat.S_ISREG(file.stat().st_mode):
            return False
        with file.open("rb") as opened:
            header = opened.read(72)
    return int.from_bytes(header[68:72], "big") == schema.APPLICATION_ID


def check_ours(path: Path) -> None:
    """Refuse to change or remove a file that is not a meso database, whatever its name.

    One whose mark is lost counts as ours while its backups lie beside it. Raises BadValue for
    what is not a regular file, Damaged for a file of somebody else's, SystemRefused for a link that
    leads nowhere.
    """
    check_name(path)
    if not os.path.lexists(path):
        return
    if not path.exists():
        raise missing(path)
    if not stat.S_ISREG(path.stat().st_mode):
        raise BadValue(f"{shown(path)} is not a regular file; name a database of meso.")
    if not has_our_mark(path) and not any(map(_is_backup, listed(backup_folder(path)))):
        raise Damaged(f"{shown(path)} is not a meso database; nothing was changed.")


def files_of(path: Path) -> Files:
    """Every file that the database at `path` has: itself, what SQLite keeps beside it, backups, replaced
    copies, drafts, and what an interrupted command left half made.

    Where `path` is a link, the file that it leads to is among them, with all that lies beside it.
    """
    check_name(path)
    names = _names_of(path)
    places = [place for name in names for place in _places(name)]
    found: set[Path] = set()
    closed: set[Path] = set()
    for place in places:
        try:
            found.update(_files_in(place))
        except SystemRefused:
            closed.add(place.folder)
    left = [*_with_other_names(found), *(one for name in names for one in _not_followed(name))]
    folders = {place.folder for place in places} - {name.parent for name in names}
    return Files(
        tuple(sorted(found)), tuple(sorted(folders)), tuple(sorted(closed)), tuple(sorted(set(left)))
    )


def unfinished(path: Path) -> tuple[Path, ...]:
    """What interrupted commands on the database left half made, or are making just now."""
    ours = files_of(path).files
    return tuple(file for file in ours if any(TEMPORARY.owns(file.name, name) for name in _names_of(path)))


def replaced_copies(path: Path) -> tuple[Path, ...]:
    """The databases that restores have put aside, beside the file itself; the newest last."""
    path = real(path)
    return tuple(file for file in listed(path.parent) if REPLACED.is_one(file.name, path))


def drafts(path: Path) -> tuple[Path, ...]:
    """What was left in the editor, or lies there now."""
    folders = (folder for name in _names_of(path) for folder in _draft_folders(name))
    return tuple(file for folder in folders for file in listed(folder) if is_draft(file.name))


def _names_of(path: Path) -> tuple[Path, ...]:
    """The database as it is named and, where that is a link, as it is called there: one path per file."""
    return tuple(dict.fromkeys((real(path.parent) / path.name, real(path))))


def _places(database: Path) -> Iterator[_Place]:
    yield _Place(database.parent, lambda file: _is_beside(file, database))
    if not backup_folder(database).is_symlink():
        yield _Place(backup_folder(database), lambda file: _is_in_backups(file, database))
    for folder in _draft_folders(database):
        yield _Place(folder, lambda file: is_draft(file.name))


def _files_in(place: _Place) -> Iterator[Path]:
    with translated(place.folder, (OSError,)):
        yield from (file for file in listed(place.folder) if _is_file(file) and place.is_ours(file))


def _draft_folders(database: Path) -> tuple[Path, ...]:
    try:
        beside = listed(database.parent)
    except SystemRefused:
        return ()  # said once, for the folder itself
    return tuple(
        folder
        for folder in beside
        if DRAFT_FOLDER.owns(folder.name, database) and folder.is_dir() and not folder.is_symlink()
    )


def _is_beside(file: Path, database: Path) -> bool:
    kinds = (TEMPORARY, REPLACED)
    own = {database.name, reminded(database).name, *(one.name for one in sidecars(database))}
    return file.name in own or any(kind.owns(file.name, database) for kind in kinds)


def _is_in_backups(file: Path, database: Path) -> bool:
    named = TEMPORARY.owns(file.name, database) or is_earlier_temporary(file.name)
    return not file.is_symlink() and (named or _is_backup(file))


def _is_backup(file: Path) -> bool:
    """By name, since damaged ones hold health data, too; by its mark, whatever it is called."""
    whole = file.with_name(_without_sidecar(file.name))
    if file.is_symlink() or whole.is_symlink() or not _is_file(file):
        return False
    return is_backup(file.name) or (_is_file(whole) and has_our_mark(whole))


def _without_sidecar(name: str) -> str:
    return next((name.removesuffix(end) for end in SIDECARS if name.endswith(end)), name)


def _is_file(file: Path) -> bool:
    return os.path.lexists(file) and not file.is_dir()


def _not_followed(database: Path) -> Iterator[NotRemoved]:
    """Files that look like this database's and may be somebody else's."""
    folder = backup_folder(database)
    if folder.is_symlink():
        yield NotRemoved(folder, f"a link to {shown(folder.readlink())}: look there for backups")
    try:
        beside = listed(database.parent)
    except SystemRefused:
        return
    for file in beside:
        if is_earlier_temporary(file.name):
            yield NotRemoved(file, "left half made by version 0.1.0, perhaps for another database")


def _with_other_names(files: Iterable[Path]) -> Iterator[NotRemoved]:
    """Files that keep what is in them under a name elsewhere (a hard link) when ours is removed."""
    found = {file: file.stat() for file in files if not file.is_symlink()}
    names = Counter((status.st_dev, status.st_ino) for status in found.values())
    for file, status in found.items():
        if status.st_nlink > names[status.st_dev, status.st_ino]:
            why = f"it has another name elsewhere (find -inum {status.st_ino} finds it)"
            yield NotRemoved(file, why)
