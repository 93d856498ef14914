"""A safety copy of the file, made before a change of many rows or of the file itself."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Final

from meso_cli.errors import SystemRefused
from meso_cli.store.creating import make_folder, sync_file, sync_folder, temporary_in
from meso_cli.store.errors import all_or_nothing, shown, translated
from meso_cli.store.file import Connection, DatabaseFile
from meso_cli.store.filenames import backup_folder
from meso_cli.store.maintenance.backup import copy_to, name_before, state

_TRIES: Final = 50
"""How often the file is copied again because another command wrote meanwhile."""

Begun = Callable[[DatabaseFile], AbstractContextManager[Connection]]
"""A write transaction: committed when its block ends, rolled back when that raises."""


@contextmanager
def with_safety_copy(file: DatabaseFile, begun: Begun, what: str) -> Iterator[tuple[Connection, Path]]:
    """The transaction that `begun` begins, and a checked copy of all that was there before it.

    SQLite copies nothing over a connection that writes. So the copy is made before, while others may write,
    and made again where one of them did. It gets its name, after `what`, once the transaction has begun,
    and is gone where the block raises. Raises SystemRefused where others write without a pause.
    """
    file.connection()  # what cannot be opened gets no folder of backups
    folder = backup_folder(file.path)
    with all_or_nothing(), translated(folder, (OSError,)):
        make_folder(folder)
        with temporary_in(folder, file.path) as temporary:
            for _ in range(_TRIES):
                copied = copy_to(file, temporary)
                sync_file(temporary)
                with begun(file) as connection:
                    if state(connection) == copied:
                        with _named(temporary, file, what) as aside:
                            yield connection, aside
                        return
            raise SystemRefused(f"Other commands keep writing to {shown(file.path)}", "repeat the command")


@contextmanager
def _named(temporary: Path, file: DatabaseFile, what: str) -> Iterator[Path]:
    aside = name_before(file.path, what)
    temporary.replace(aside)
    sync_folder(aside.parent)
    try:
        yield aside
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
