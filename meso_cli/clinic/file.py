"""A clinic's plan file, which may be anything: the bytes, the TOML, the rows."""

import datetime as dt
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from meso_cli.clinic.tables import OPEN, Draft
from meso_cli.errors import BadValue, NothingFound, SystemRefused
from meso_cli.guide.checking.problem import Place, Problem
from meso_cli.guide.checking.shape import WRONG, Field, Fields, Fitting, fields_of, placeholders
from meso_cli.model.plan import AddedActivity, AddedCare, AddedSign, ChangedWindow, ClinicPlan
from meso_cli.model.practitioner import Practitioner
from meso_cli.model.records import HOUR
from meso_cli.text import visible
from meso_cli.toml_text import parsed
from meso_cli.values import NamedTuple
from meso_cli.when.durations import read_duration

LARGEST = 100_000
"""Bytes; the example has three thousand."""


_NOT_READ = float("nan")
"""Hours of a length that was told of already: no later check complains about it."""


class Length(NamedTuple):
    """A length of time in the file: a text such as "72h" there, hours in the row's `field`."""

    field: str
    required: bool = False
    may_be_open: bool = False


class Table(NamedTuple):
    """A table of tables: the rows that it makes, what names them, and its lengths by their key."""

    kind: Any
    named_by: str = "id"
    lengths: Mapping[str, Length] = {}

    def fields(self) -> Fields:
        """What a row of the file must hold; a length is a text there."""
        hours = {length.field for length in self.lengths.values()}
        plain = tuple(name for name in self.kind._fields if name not in (self.named_by, *hours))
        lengths = {key: Field(str, length.required, None) for key, length in self.lengths.items()}
        return {**fields_of(self.kind, plain), **lengths}


CLINIC: Fields = {
    "name": Field(str, True, ""),
    "issued": Field(dt.date, True, dt.date.min),
    "phone": Field(str, False, None),
    "out_of_hours": Field(str, False, None),
}
"""`[clinic]`: who says all this, and whom to call."""
TABLES: Mapping[str, Table] = {
    "windows": Table(ChangedWindow, "restriction", {"avoid_until": Length("hours", True, True)}),
    "activities": Table(
        AddedActivity,
        lengths={"avoid_until": Length("earliest", True, True), "caution_until": Length("until")},
    ),
    "care": Table(AddedCare, lengths={"due_from": Length("from_hours"), "due_until": Length("until_hours")}),
    "signs": Table(AddedSign),
}


def read_draft(path: Path) -> tuple[Draft | None, tuple[Problem, ...]]:
    """The rows of the file at `path`, and what does not fit; no draft where it is no TOML.

    Raises NothingFound where there is no file, SystemRefused where it may not be read.
    """
    place = Place(visible(path.name, 60))
    found = _tables(path, place)
    if isinstance(found, Problem):
        return None, (found,)
    reading = _Reading(place.file, found)
    clinic = reading.clinic()
    rows: dict[str, Any] = {name: reading.rows(name, table) for name, table in TABLES.items()}
    contacts = Practitioner(clinic["name"], clinic["phone"], clinic["out_of_hours"])
    plan = ClinicPlan(contacts, clinic["issued"], **rows)
    return Draft(place.file, plan), (*reading.unknown_keys(), *reading.problems)


def _tables(path: Path, place: Place) -> Mapping[str, Any] | Problem:
    text = _text(path, place)
    if isinstance(text, Problem):
        return text
    try:
        return parsed(text) or place.problem("holds nothing", "begin from: meso plan example")
    except ValueError as error:  # not TOML, or a number of thousands of digits
        return place.problem(f"is not TOML ({error})", "correct the file there")


def _text(path: Path, place: Place) -> str | Problem:
    try:
        kind = path.stat().st_mode
        if not stat.S_ISREG(kind):  # a pipe or a device might never end
            what = "is a folder" if stat.S_ISDIR(kind) else "is not a regular file"
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

    def clinic(self) -> dict[str, Any]:
        """The one table that every plan has."""
        place = Place(self._file, "clinic")
        if "clinic" not in self._tables:
            self.problems.append(place.problem("the table is missing", "add [clinic] with name and issued"))
            return placeholders(CLINIC)
        values = self._fit(place, self._tables["clinic"], CLINIC)
        return placeholders(CLINIC) if values is WRONG else dict(values)

    def rows(self, name: str, table: Table) -> tuple[Any, ...]:
        """One row per table below `name`."""
        tables = self._tables.get(name, {})
        if not isinstance(tables, dict):
            place = Place(self._file, name)
            self.problems.append(
                place.problem("this is not a table of tables", f"write [{name}.ID] above its keys")
            )
            return ()
        return tuple(row for id, found in tables.items() for row in self._row(name, table, id, found))

    def _row(self, name: str, table: Table, id: str, found: object) -> Iterator[Any]:
        place = Place(self._file, f"{name}.{visible(id, 40)}")
        values = self._fit(place, found, table.fields())
        if values is WRONG:
            return
        for key, length in table.lengths.items():
            text = values.pop(key)
            if text is not None:
                values[length.field] = self._hours(place, key, text, length)
            elif length.required:
                values[length.field] = _NOT_READ
        if table.kind is AddedActivity:
            values.setdefault("until", values["earliest"])
        yield table.kind(**{table.named_by: id}, **values)

    def _hours(self, place: Place, key: str, text: str, length: Length) -> float | None:
        """A length in hours; None where it is open, `_NOT_READ` where it cannot be read."""
        if length.may_be_open and text == OPEN:
            return None
        try:
            return read_duration(text) / HOUR
        except BadValue as error:
            also = f', or "{OPEN}"' if length.may_be_open else ""
            self.problems.append(place.problem(f"{key}: {error.what}", f"{error.remedy}{also}"))
            return _NOT_READ

    def unknown_keys(self) -> tuple[Problem, ...]:
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
