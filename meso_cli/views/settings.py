"""The settings as a list: each value and who decided it."""

from typing import Any

from meso_cli.model.places import Place
from meso_cli.model.settings import SettingState, as_typed
from meso_cli.text import ended
from meso_cli.views.blocks import Document, Grid, Say
from meso_cli.views.paths import place_words


def settings_document(rows: tuple[SettingState, ...], problems: tuple[str, ...], file: Place) -> Document:
    """Every setting, what is left out, then where the file is and how to change one."""
    return (
        Grid("Settings", ("Setting", "value", "from"), tuple(_cells(row) for row in rows)),
        *(Say(ended(problem), "watch") for problem in problems),
        Say(f"The file is {place_words(file)}."),
        Say("To change one: meso config KEY VALUE. To unset it: meso config --unset KEY", "muted"),
    )


def setting_words(value: Any) -> str:
    """A value as it is typed: "gb", "04:00", "true"; None is "not set"."""
    return "not set" if value is None else str(as_typed(value)).lower()


def _cells(row: SettingState) -> tuple[str, ...]:
    by = f"environment, {row.variable}" if row.by == "environment" else row.by
    return row.name, setting_words(row.value), by
