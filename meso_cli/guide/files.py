"""Where the guide's files lie, and how one of them is read."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from meso_cli.errors import Damaged

GUIDE = "microneedling"


@cache
def data_folder() -> Path:
    """The folder `data`: inside the installed package, else beside it in a checkout."""
    package = Path(__file__).parent.parent
    for folder in (package / "data", package.parent / "data"):
        if (folder / GUIDE).is_dir():
            return folder
    raise Damaged("This installation of meso has no guide (the folder 'data'). Install meso again.")


def guide_folder() -> Path:
    """The folder of the one guide that ships with meso."""
    return data_folder() / GUIDE


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of one TOML file of the guide; `Damaged` where it cannot be read."""
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except (OSError, ValueError, RecursionError) as error:
        raise unreadable(path, str(error)) from error


def unreadable(path: Path, why: str) -> Damaged:
    """What is said of a part of the guide that is not as it was shipped."""
    return Damaged(f"The guide's file {path} cannot be read ({why}). Install meso again.")
