"""What can be logged, for a command's help: taken from the guide when the help is shown."""

import textwrap
from collections.abc import Iterable

from meso_cli.errors import MesoError
from meso_cli.guide.reading import read_guide
from meso_cli.model.guide import Guide

PLACE = "{items}"
"""A command's docstring has it on a line of its own, with the indent that the list should have."""

_WIDTH = 60
_INDENT = "  "


def with_items(words: str) -> str:
    """A help text with the list filled in; a line says so where the guide cannot be read."""
    if PLACE not in words:
        return words
    try:
        lines = item_lines(read_guide())
    except MesoError:
        lines = ["(the guide could not be read: meso doctor)"]
    before, after = words.split(PLACE, 1)
    indent = before[before.rfind("\n") + 1 :]
    return before + f"\n{indent}".join(lines) + after


def item_lines(guide: Guide) -> list[str]:
    """Symptoms, signs and counted care by their ids, each kind under its heading."""
    counted = (row.id for row in guide.care.values() if row.per_day is not None)
    return [
        "Symptoms, 0 none to 4 very severe:",
        *_names(guide.symptoms),
        "Signs, yes or no:",
        *_names(guide.signs),
        "Care, counted:",
        *_names(counted),
    ]


def _names(ids: Iterable[str]) -> list[str]:
    """The names, wrapped between names only."""
    lines = textwrap.wrap(
        " ".join(ids), _WIDTH - len(_INDENT), break_long_words=False, break_on_hyphens=False
    )
    return [_INDENT + line for line in lines]
