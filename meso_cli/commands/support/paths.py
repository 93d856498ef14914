"""Where the database and the config lie."""

import os
import sys
from pathlib import Path

from meso_cli.errors import BadValue
from meso_cli.text import visible


def database(db: str | None) -> Path:
    """The database file: `db` (`--db`, else MESO_DB; empty is unset), else the one in the user's data folder.

    Raises `BadValue` for a blank name: somebody's variable was empty, and their records lie elsewhere.
    """
    if db is not None:
        if not db.strip():
            raise BadValue("The name of the database is blank; name a file with --db or MESO_DB, or neither.")
        if not Path(db).name.strip("."):
            raise BadValue(f"{visible(db)} is a folder: name a file in it, such as meso.db.")
        return Path(db)
    if (folder := _on_linux("XDG_DATA_HOME", ".local/share")) is None:
        from platformdirs import user_data_path

        folder = user_data_path("meso", appauthor=False)
    return folder / "meso.db"


def config_file() -> Path:
    """The config file: MESO_CONFIG, else the one in the user's config folder."""
    if named := os.environ.get("MESO_CONFIG"):
        return Path(named)
    if (folder := _on_linux("XDG_CONFIG_HOME", ".config")) is None:
        from platformdirs import user_config_path

        folder = user_config_path("meso", appauthor=False)
    return folder / "config.toml"


def _on_linux(variable: str, below_home: str) -> Path | None:
    """As platformdirs where nothing is unusual; it knows all other cases, and costs a tenth of a start."""
    if sys.platform != "linux" or "ANDROID_ROOT" in os.environ:
        return None
    if os.path.isabs(folder := os.environ.get(variable, "")):  # noqa: PTH117  # of text, before it is a path
        return Path(folder, "meso")
    home = os.environ.get("HOME", "")
    return Path(home, below_home, "meso") if os.path.isabs(home) else None  # noqa: PTH117  # the same
