"""The formats that something can be written in: their names, what they are for, what each takes.

Help, choice and refusals are written from these rows, so that none of them can be forgotten.
"""

from collections.abc import Mapping
from typing import Final

from meso_cli.errors import BadValue
from meso_cli.text import visible
from meso_cli.values import NamedTuple


class Format(NamedTuple):
    """A format by its name; `takes` are the options that mean something in it, beside the file's."""

    name: str
    about: str
    takes: tuple[str, ...] = ()


Formats = Mapping[str, Format]


def _formats(*rows: Format) -> Formats:
    return {row.name: row for row in rows}


EXPORT: Final = _formats(
    Format("json", "everything, to come back in"),
    Format("csv", "a table", ("--treatment", "--for-spreadsheet")),
    Format(
        "fhir",
        "for a clinic's system",
        ("--treatment", "--update", "--collection", "--split", "--no-provenance"),
    ),
)
REPORT: Final = _formats(
    Format("html", "a page to print or to send"),
    Format("markdown", "text for a message"),
)


def metavar(formats: Formats) -> str:
    """How help shows the choice: "html|markdown"."""
    return "|".join(formats)


def help_line(formats: Formats) -> str:
    """Each format in a few words."""
    return "; ".join(f"{row.name}: {row.about}" for row in formats.values()) + "."


def chosen(name: str, formats: Formats, given: Mapping[str, object] | None = None) -> Format:
    """The format of that name; `BadValue` for another one, or for an option that it does not take.

    `given` are options by their name, each with what was given for it; nothing given is false.
    """
    found = formats.get(name.strip().casefold())
    if found is None:
        raise BadValue(f"'{visible(name, 40)}' is not a format; choose {_either(formats)}.")
    for option, value in (given or {}).items():
        if value and option not in found.takes:
            taking = [row.name for row in formats.values() if option in row.takes]
            raise BadValue(f"{option} needs --format {' or '.join(taking)}; {found.name} does not take it.")
    return found


def _either(formats: Formats) -> str:
    *first, last = formats
    return f"{', '.join(first)} or {last}"
