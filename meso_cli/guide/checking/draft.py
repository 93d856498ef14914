"""The guide's files as typed rows, whatever they hold, for the checks to compare."""

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from meso_cli.guide.checking.files import Tables, load, load_card
from meso_cli.guide.checking.problem import Place, Problem
from meso_cli.guide.checking.shape import WRONG, Field, Fields, Fitting, fields_of, placeholders
from meso_cli.guide.checking.subjects import SUBJECTS
from meso_cli.guide.words import named_by
from meso_cli.model.guide import (
    CareItem,
    Combination,
    Guide,
    Hold,
    Modifier,
    Phase,
    Region,
    Restriction,
    Sign,
    Symptom,
    Topic,
)
from meso_cli.model.names import ItemNames
from meso_cli.model.rules import AboveCourse, Outlasting, Rebound, Rules
from meso_cli.model.words import Source, Words
from meso_cli.values import NamedTuple

R = TypeVar("R")


class Day(NamedTuple):
    """A day that has words of its own, from that recovery day on until the next."""

    id: str
    from_day: int


class Draft(NamedTuple):
    """What the files hold: `tables` and the `card` as read, and the rows that could be made of them.

    A row that is no table is in `tables` alone. `tables` lacks the files that could not be
    read: what points into those is held against nobody.
    """

    tables: Mapping[str, Tables]
    card: str
    today: dt.date | None
    reviewed: dt.date
    restrictions: Mapping[str, Restriction]
    holds: Mapping[str, Hold]
    symptoms: Mapping[str, Symptom]
    signs: Mapping[str, Sign]
    combinations: Mapping[str, Combination]
    care: Mapping[str, CareItem]
    phases: Mapping[str, Phase]
    days: Mapping[str, Day]
    topics: Mapping[str, Topic]
    modifiers: Mapping[str, Modifier]
    rules: Rules
    sources: Mapping[str, Source]
    regions: Mapping[str, Region]
    item_names: ItemNames
    names: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    leads: Mapping[str, str]
    ambiguous: Mapping[str, tuple[str, ...]]
    stopping: Mapping[str, str]
    words: Mapping[str, Mapping[str, Words]]

    def ids(self, *files: str) -> tuple[str, ...]:
        """The table names of these files, in order."""
        return tuple(id for file in files for id in self.tables.get(file, ()))

    def was_read(self, *files: str) -> bool:
        """Whether each of these files could be read."""
        return all(file in self.tables for file in files)

    def knows(self, id: str, *files: str) -> bool:
        """Whether `id` is a table of one of `files`, or may be: one could not be read."""
        return not self.was_read(*files) or any(id in self.tables[file] for file in files)

    def lacks(self, file: str, id: str, key: str) -> bool:
        """Whether a row's table leaves `key` out: a wrong value, reported already, is there."""
        return key not in self.tables[file][id]


def read_draft(folder: Path, today: dt.date | None) -> tuple[Draft, tuple[Problem, ...]]:
    """Every file of the guide in `folder`, and what keeps it from being read as it should be."""
    tables, unread = load(folder)
    card, no_card = load_card(folder)
    reading = _Reading(tables)
    activities = reading.whole("activities.toml", ACTIVITIES)
    draft = Draft(
        tables=tables,
        card=card,
        today=today,
        reviewed=reading.whole("guide.toml", ABOUT)["reviewed"],
        restrictions=reading.rows("restrictions.toml", Restriction),
        holds=reading.rows("holds.toml", Hold),
        symptoms=reading.rows("symptoms.toml", Symptom),
        signs=reading.rows("signs.toml", Sign),
        combinations=reading.rows("combinations.toml", Combination),
        care=reading.rows("care.toml", CareItem),
        phases=reading.rows("phases.toml", Phase),
        days=reading.rows("days.toml", Day),
        topics=reading.rows("topics.toml", Topic, TOPIC),
        modifiers=reading.rows("modifiers.toml", Modifier),
        rules=_rules(reading.fixed("rules.toml", RULES)),
        sources=reading.rows("sources.toml", Source),
        regions=reading.rows("regions.toml", Region),
        item_names=ItemNames(**reading.whole("item_names.toml", ITEM_NAMES)),
        names=tuple(named_by(*row) for row in activities["names"].items()),
        leads=activities["leads"],
        ambiguous=activities["ambiguous"],
        stopping=activities["stopping"],
        words={subject.name: reading.rows(subject.file, Words, subject.fields) for subject in SUBJECTS},
    )
    return draft, (*unread, *no_card, *reading.problems)


ABOUT = fields_of(Guide, ("id", "version", "title", "reviewed"))
TOPIC = fields_of(Topic, tuple(name for name in Topic._fields if name not in ("id", "subject")))
ITEM_NAMES = {name: field._replace(required=True) for name, field in fields_of(ItemNames).items()}

ACTIVITIES: Fields = {
    "names": Field(Mapping[str, str], required=True, placeholder={}),
    "leads": Field(Mapping[str, str], required=True, placeholder={}),
    "stopping": Field(Mapping[str, str], required=True, placeholder={}),
    "ambiguous": Field(Mapping[str, tuple[str, ...]], required=True, placeholder={}),
    "bases": Field(Mapping[str, str], required=True, placeholder={}),
}

_REPORTED = ("emergency_lingers", "emergency_lingers_as")
_HOLDING = ("hold_all_from", "hold_group_from")
_ELSEWHERE = ("above_course", "outlasting", "rebound", *_REPORTED, *_HOLDING)
RULES: Mapping[str, Fields] = {
    "above-course": fields_of(AboveCourse),
    "outlasting": fields_of(Outlasting),
    "rebound": fields_of(Rebound),
    "reported": fields_of(Rules, _REPORTED),
    "holding": fields_of(Rules, _HOLDING),
    "lists": fields_of(Rules, tuple(name for name in Rules._fields if name not in _ELSEWHERE)),
}


def _rules(tables: Tables) -> Rules:
    return Rules(
        above_course=AboveCourse(**tables["above-course"]),
        outlasting=Outlasting(**tables["outlasting"]),
        rebound=Rebound(**tables["rebound"]),
        **tables["reported"],
        **tables["holding"],
        **tables["lists"],
    )


class _Reading:
    """Makes rows of the tables and gathers, in `problems`, what does not fit."""

    def __init__(self, tables: Mapping[str, Tables]) -> None:
        self._tables = tables
        self.problems: list[Problem] = []

    def rows(self, file: str, kind: Callable[..., R], fields: Fields | None = None) -> dict[str, R]:
        """One row of `kind` a table."""
        fields = fields or fields_of(kind)
        tables = self._tables.get(file, {})
        fitted = {id: self._row(Place(file, id), row, fields) for id, row in tables.items()}
        return {id: kind(id, **values) for id, values in fitted.items() if values is not WRONG}

    def fixed(self, file: str, tables: Mapping[str, Fields]) -> dict[str, Any]:
        """The tables of a file that has these and no others."""
        if file not in self._tables:
            return {id: placeholders(fields) for id, fields in tables.items()}
        found = self._tables[file]
        self.problems += (
            Place(file, id).problem("is not a known table", f"remove it (known here: {', '.join(tables)})")
            for id in found
            if id not in tables
        )
        return {id: self._table(file, id, fields) for id, fields in tables.items()}

    def _table(self, file: str, id: str, fields: Fields) -> Any:
        if id not in self._tables[file]:
            self.problems.append(Place(file, id).problem("the table is missing", "add it"))
            return placeholders(fields)
        values = self._row(Place(file, id), self._tables[file][id], fields)
        return placeholders(fields) if values is WRONG else values

    def whole(self, file: str, fields: Fields) -> Any:
        """The values of a file that is one table."""
        if file not in self._tables:
            return placeholders(fields)
        return self._row(Place(file), self._tables[file], fields)

    def _row(self, place: Place, row: object, fields: Fields) -> Any:
        fitting = Fitting(place)
        values = fitting.row(row, fields)
        self.problems += fitting.problems
        return values
