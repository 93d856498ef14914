"""Where the guide's files lie, and how one of them is read."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from meso_cli.errors import Damaged
from meso_cli.model.records import DEFAULT_GUIDE

GUIDES: tuple[str, ...] = (DEFAULT_GUIDE,)
"""The guides that ship with meso, by id: each is the name of a folder in `data/`."""
NUMBERS = (
    "guide", "restrictions", "holds", "symptoms", "signs",
    "combinations", "care", "phases", "modifiers", "rules",
)  # fmt: skip  # one list per line reads as the list it is
"""The files that each status rests on."""
_ASKED = ("topics", "activities", "words/topics", "words/before", "words/restrictions")
COMPILED: Mapping[str, str] = {
    **dict.fromkeys(NUMBERS, "numbers"),
    **{name: name.replace("/", "_") for name in _ASKED},
}
"""The files of the default guide that are compiled, each with its module in `meso_cli.guide.shipped`."""


@cache
def data_folder() -> Path:
    """The folder `data`: inside the installed package, else beside it in a checkout."""
    package = Path(__file__).parent.parent
    for folder in (package / "data", package.parent / "data"):
        if (folder / DEFAULT_GUIDE).is_dir():
            return folder
    raise Damaged("This installation of meso has no guide (the folder 'data'). Install meso again.")


def guide_folder(guide: str = DEFAULT_GUIDE) -> Path:
    """The folder of one of `GUIDES`."""
    return data_folder() / guide


def folder_of(guide: str) -> Path | None:
    """Where one of `GUIDES` is read from; None for the default one, which is compiled."""
    return None if guide == DEFAULT_GUIDE else guide_folder(guide)


def tables(name: str, folder: Path | None = None) -> dict[str, Any]:
    """The tables of one file ("rules", "words/signs") of the guide in `folder`, or of the default one.

    They are shared: change none. Raises `Damaged` where the file cannot be read.
    """
    if folder is None and name in COMPILED:
        found: dict[str, Any] = import_module(f"meso_cli.guide.shipped.{COMPILED[name]}").TABLES[name]
        return found
    return read_toml((folder or guide_folder()) / f"{name}.toml")


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of one TOML file of the guide; `Damaged` where it cannot be read."""
    import tomllib  # what is compiled needs no parser

    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except (OSError, ValueError, RecursionError) as error:
        raise unreadable(path, str(error)) from error


def unreadable(path: Path, why: str) -> Damaged:
    """What is said of a part of the guide that is not as it was shipped."""
    return Damaged(f"The guide's file {path} cannot be read ({why}). Install meso again.")
