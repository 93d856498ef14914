"""What an examination of the records, the backups and the guide finds."""

from typing import Literal

from meso_cli.values import NamedTuple

Condition = Literal["fine", "attention", "damaged"]


class Check(NamedTuple):
    """One thing that was examined: how it is, what was found, and what to do about it."""

    subject: str
    condition: Condition
    found: str
    todo: str = ""
