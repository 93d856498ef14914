"""A clinic's plan file, which may be anything: the bytes, the TOML, the rows."""

import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from meso_cli.errors import NothingFound, SystemRefused
from meso_cli.guide.checking.plan_rows import TABLES, ClinicRow, PlanDraft
from meso_cli.guide.checking.problem import Place, Problem
from meso_cli.guide.checking.shape import WRONG, Fitting, fields_of, stand_ins
from meso_cli.text import visible
from meso_cli.toml_text import parsed

LARGEST = 100_000
"""Bytes; the example has three thousand."""


def read_draft(path: Path) -> tuple[PlanDraft | None, tuple[Problem, ...]]:
    """The rows of the file at `path`, and what does not fit; no draft where it is no TOML.

    Raises NothingFound where there is no file, SystemRefused where it may not be read.
    """
    place = Place(visible(path.name, 60))
    found = _tables(path, place)
    if isinstance(found, Problem):
        return None, (found,)
    reading = _Reading(place.file, found)
    clinic = reading.clinic()
    rows = {name: reading.rows(name, kind) for name, kind in TABLES.items()}
    return PlanDraft(place.file, clinic, **rows), (*reading.strangers(), *reading.problems)


def _tables(path: Path, place: Place) -> Mapping[str, Any] | Problem:
    text = _text(path, place)
    if isinstance(text, Problem):
        return text
    try:
        return parsed(text) or place.problem("holds nothing", "begin from: meso plan example")
    except ValueError as error:  # not TOML, or a number of thousands of digits
        return place.problem(f"is not TOML ({error})", "mend the file there")


def _text(path: Path, place: Place) -> str | Problem:
    try:
        kind = path.stat().st_mode
        if not stat.S_ISREG(kind):  # a pipe or a device might never end
            what = "is a folder" if stat.S_ISDIR(kind) else "is no ordinary file"
            return place.problem(what, "name the plan's own file")
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NothingFound(f"There is no file {visible(str(path), 200)}.") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        why = getattr(error, "strerror", None) or "its name cannot be used"
        raise SystemRefused(f"The plan {visible(str(path), 200)} cannot be read ({why}).") from error
    if len(raw) > LARGEST:
        return place.problem(
            f"is larger than {LARGEST // 1000} kB", "a plan is a page or two of text; name its file"
        )
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return place.problem("is not UTF-8 text", "save it as plain UTF-8 text")
    return (
        place.problem("is not text (it holds NUL bytes)", "name the plan's own file")
        if "\0" in text
        else text
    )


class _Reading:
    """Makes rows of the tables and gathers, in `problems`, what does not fit."""

    def __init__(self, file: str, tables: Mapping[str, Any]) -> None:
        self._file = file
        self._tables = tables
        self.problems: list[Problem] = []

    def clinic(self) -> ClinicRow:
        """The one table that every plan has."""
        fields = fields_of(ClinicRow)
        place = Place(self._file, "clinic")
        if "clinic" not in self._tables:
            self.problems.append(place.problem("the table is missing", "add [clinic] with name and issued"))
            return ClinicRow(**stand_ins(fields))
        values = self._fit(place, self._tables["clinic"], fields)
        return ClinicRow(**(stand_ins(fields) if values is WRONG else values))

    def rows(self, name: str, kind: Any) -> dict[str, Any]:
        """One row of `kind` a table below `name`."""
        tables = self._tables.get(name, {})
        if not isinstance(tables, dict):
            place = Place(self._file, name)
            self.problems.append(
                place.problem("this is no table of tables", f"write [{name}.ID] above its keys")
            )
            return {}
        fitted = {
            id: self._fit(Place(self._file, f"{name}.{visible(id, 40)}"), row, fields_of(kind))
            for id, row in tables.items()
        }
        return {id: kind(id, **values) for id, values in fitted.items() if values is not WRONG}

    def strangers(self) -> tuple[Problem, ...]:
        """Tables that a plan does not have: it cannot change what warns."""
        known = ("clinic", *TABLES)
        fix = f"remove it; a plan has {', '.join(known)}, and nothing in it changes the guide's warnings"
        return tuple(
            Place(self._file, visible(name, 40)).problem("a plan has no such table", fix)
            for name in self._tables
            if name not in known
        )

    def _fit(self, place: Place, row: object, fields: Any) -> Any:
        fitting = Fitting(place)
        values = fitting.row(row, fields)
        self.problems += fitting.problems
        return values
