"""Where the database and the config lie."""

import os
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
    from platformdirs import user_data_path

    return user_data_path("meso", appauthor=False) / "meso.db"


def config_file() -> Path:
    """The config file: MESO_CONFIG, else the one in the user's config folder."""
    if named := os.environ.get("MESO_CONFIG"):
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("meso", appauthor=False) / "config.toml"
