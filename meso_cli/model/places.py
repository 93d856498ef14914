"""Where a person's files lie."""

from pathlib import Path
from typing import Literal

from meso_cli.values import NamedTuple


class Place(NamedTuple):
    """What is kept there, where, and whether anything is there yet."""

    what: Literal["records", "backups", "settings"]
    path: Path
    is_there: bool
