"""What the config decides."""

import datetime as dt
from typing import Any, Literal

from meso_cli.values import NamedTuple


class Settings(NamedTuple):
    """The region's emergency number and where a day starts.

    `skin_type`, `area` and `device` are what a new treatment takes where nothing else is said;
    `accessible` is plain output always; `checkin_at` is when the check-in of a day is due.
    """

    region: str | None = None
    day_start: dt.timedelta = dt.timedelta()
    skin_type: int | None = None
    area: str | None = None
    device: str | None = None
    accessible: bool = False
    checkin_at: dt.timedelta = dt.timedelta(hours=20)


class SettingState(NamedTuple):
    """One setting's value, who gave it, and the variable of the environment that can give it."""

    name: str
    value: Any
    by: Literal["default", "file", "environment"]
    variable: str


def as_typed(value: Any) -> str | int | bool | None:
    """A setting's value as it is written in the file: a time of day as text, "04:00"."""
    if isinstance(value, dt.timedelta):
        minutes = value // dt.timedelta(minutes=1)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    return value  # type: ignore[no-any-return]  # all others are text, a number, yes or no, or not set
