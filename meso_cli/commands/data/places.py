"""Where a person's files lie, and whether anything is there yet."""

import os

from meso_cli.commands.support import paths, terminal
from meso_cli.commands.support.call import Call
from meso_cli.model.places import Place
from meso_cli.store.filenames import backup_folder


def places(call: Call) -> tuple[Place, ...]:
    """The records, their backups, the settings."""
    database = call.path
    backups = backup_folder(database)
    return (
        Place("records", database, _is_there(database)),
        Place("backups", backups, _is_there(backups)),
        settings_file(),
    )


def show_places(call: Call, *, json: bool) -> None:
    """Where a person's files lie."""
    found = places(call)
    if json:
        from meso_cli.export.paths_json import paths_json

        terminal.write_document(paths_json(found))
    else:
        from meso_cli.views.paths import paths_document

        terminal.show(paths_document(found), call)


def settings_file() -> Place:
    """The file of the settings."""
    path = paths.config_file()
    return Place("settings", path, _is_there(path))


def _is_there(path: os.PathLike[str]) -> bool:
    """Whether anything is there; False where that cannot be known."""
    return os.path.exists(path)  # noqa: PTH110  # Path.exists raises where it may not look
