"""The settings as a list: each value and who decided it."""

import datetime as dt
from pathlib import Path
from typing import Any, Literal, NamedTuple

from meso_cli.views.blocks import Document, Grid, Say


class Shown(NamedTuple):
    """One setting's value, who gave it, and the variable that can give it."""

    name: str
    value: Any
    by: Literal["default", "file", "environment"]
    variable: str


def settings_document(rows: tuple[Shown, ...], path: Path) -> Document:
    """Every setting, then where the file is and how to change one."""
    return (
        Grid("Settings", ("Setting", "value", "from"), tuple(_cells(row) for row in rows)),
        Say(f"The file is {path}{'' if path.exists() else ' (not there yet)'}."),
        Say("To change one: meso config KEY VALUE. To unset it: meso config --unset KEY", "muted"),
    )


def setting_words(value: Any) -> str:
    """A value as it is typed: "gb", "04:00", "true"; None is "not set"."""
    if value is None:
        return "not set"
    if isinstance(value, dt.timedelta):
        minutes = value // dt.timedelta(minutes=1)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    return str(value).lower()


def _cells(row: Shown) -> tuple[str, ...]:
    by = f"environment, {row.variable}" if row.by == "environment" else row.by
    return row.name, setting_words(row.value), by
