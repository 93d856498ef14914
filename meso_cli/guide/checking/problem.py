"""What is wrong in the guide's files, as a sentence that says where and what to do."""

import datetime as dt
from collections.abc import Iterable, Iterator

from meso_cli.text import visible
from meso_cli.values import NamedTuple

# Longer integers have no decimal text (Python refuses it); nothing in a guide is near this.
_LARGEST_SHOWN = 10**18


class Problem(NamedTuple):
    """One thing to correct. `file` is below the guide's folder; `row` is a table's id or ""."""

    file: str
    row: str
    what: str
    fix: str

    def __str__(self) -> str:
        """`file: row: what is wrong; what to do.`, on one line that is fit for a terminal."""
        where = f"{self.file}: {self.row}: " if self.row else f"{self.file}: "
        return visible(f"{where}{self.what}; {self.fix}.")


class Place(NamedTuple):
    """Where a check is looking."""

    file: str
    row: str = ""

    def problem(self, what: str, fix: str) -> Problem:
        """A problem at this place."""
        return Problem(self.file, self.row, what, fix)

    def outside(self, name: str, value: float | None, low: float, high: float) -> Iterator[Problem]:
        """A problem where a number lies beyond these (NaN, for one already reported, does not)."""
        if value is not None and (value < low or value > high):
            yield self.problem(f"{name} is {value:g}, outside {low:g}-{high:g}", "correct the number")


def shown(value: object) -> str:
    """A value from a file, short, as one would write it in TOML."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            return f"'{visible(value, 40)}'"
        case int():
            return str(value) if abs(value) < _LARGEST_SHOWN else "a huge number"
        case float():
            return f"{value:g}"
        case list():
            return "a list"
        case dict():
            return "a table"
        case dt.datetime() | dt.time():
            return f"a time ({value.isoformat()})"
        case _:
            return str(value)


def listed(names: Iterable[str]) -> str:
    """Names in order: `deep, rf`; "none" for none."""
    return ", ".join(sorted(set(names))) or "none"
