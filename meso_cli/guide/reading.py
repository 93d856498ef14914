"""From the guide's files to a `Guide`.

The files are trusted here, so that a start costs little; `meso_cli.guide.check` is strict.
A table's keys are the fields of its row type, so what is not converted below is passed on.
"""

from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

from meso_cli.guide.files import folder_of, guide_folder, tables, unreadable
from meso_cli.model.guide import (
    CareItem,
    Combination,
    Flush,
    Guide,
    HistoryClause,
    Hold,
    Modifier,
    Persisting,
    Phase,
    Restriction,
    Sign,
    Step,
    Symptom,
    Topic,
)
from meso_cli.model.rules import AboveCourse, Outlasting, Rebound, Rules

Row = dict[str, Any]


def guide_called(id: str) -> Guide:
    """The one of `files.GUIDES` that has this id. Raises as `read_guide` does."""
    found = read_guide(folder_of(id))
    if found.id != id:
        raise unreadable(guide_folder(id), f"it is the guide of '{found.id}'")
    return found


@cache
def read_guide(folder: Path | None = None) -> Guide:
    """The guide in `folder` (default: the default guide).

    Raises `Damaged` where a file is missing, is not TOML, or lacks what a row needs.
    """
    try:
        return _guide(folder)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        where = folder or guide_folder()
        raise unreadable(where, f"a row is not as it should be: {error}") from error


def _guide(folder: Path | None) -> Guide:
    def of(name: str) -> dict[str, Any]:
        return tables(name, folder)

    about = of("guide")
    return Guide(
        id=about["id"],
        version=about["version"],
        title=about["title"],
        reviewed=about["reviewed"],
        restrictions={id: restriction(id, row) for id, row in of("restrictions").items()},
        holds={id: Hold(id, **row) for id, row in of("holds").items()},
        symptoms={id: symptom(id, row) for id, row in of("symptoms").items()},
        signs={id: sign(id, row) for id, row in of("signs").items()},
        combinations={id: combination(id, row) for id, row in of("combinations").items()},
        care={id: CareItem(id, **row) for id, row in of("care").items()},
        phases=tuple(Phase(id, **row) for id, row in of("phases").items()),
        modifiers={id: modifier(id, row) for id, row in of("modifiers").items()},
        rules=rules(of("rules")),
        topics=partial(read_topics, folder),
    )


@cache
def read_topics(folder: Path | None = None) -> Mapping[str, Topic]:
    """What people ask about beside the restrictions; raises as `read_guide` does."""
    try:
        return {id: topic(id, row) for id, row in tables("topics", folder).items()}
    except (TypeError, AttributeError) as error:
        where = (folder or guide_folder()) / "topics.toml"
        raise unreadable(where, f"a row is not as it should be: {error}") from error


def topic(id: str, row: Row) -> Topic:
    """One table of `topics.toml`."""
    return Topic(id, **_tuples(row, "hold_groups", "areas"))


def restriction(id: str, row: Row) -> Restriction:
    """One table of `restrictions.toml`."""
    return Restriction(id, **_tuples(row, "unknown_extends", "hold_groups"))


def symptom(id: str, row: Row) -> Symptom:
    """One table of `symptoms.toml`."""
    row = dict(_tuples(row, "history"), course=_steps(row["course"]))
    if "course_when" in row:
        row["course_when"] = {modifier: _steps(steps) for modifier, steps in row["course_when"].items()}
    if "persisting" in row:
        row["persisting"] = Persisting(**row["persisting"])
    if "flush" in row:
        row["flush"] = Flush(**_tuples(row["flush"], "unless"))
    return Symptom(id, **row)


def sign(id: str, row: Row) -> Sign:
    """One table of `signs.toml`."""
    return Sign(id, **_tuples(row, "history"))


def combination(id: str, row: Row) -> Combination:
    """One table of `combinations.toml`."""
    row = _tuples(row, "any_of", "with_any")
    if "early" in row:
        row["early"] = {int(number): tier for number, tier in row["early"].items()}
    if "clauses" in row:
        row["clauses"] = tuple(HistoryClause(**_tuples(clause, "history")) for clause in row["clauses"])
    return Combination(id, **row)


def modifier(id: str, row: Row) -> Modifier:
    """One table of `modifiers.toml`."""
    return Modifier(id, **_tuples(row, "any_of"))


def rules(row: Row) -> Rules:
    """The tables of `rules.toml`: one per kind of rule, and `lists` for the single numbers."""
    return Rules(
        above_course=AboveCourse(**row["above-course"]),
        outlasting=Outlasting(**_tuples(row["outlasting"], "never_new")),
        rebound=Rebound(**row["rebound"]),
        **row["reported"],
        **row["holding"],
        **row["lists"],
    )


def _steps(rows: list[list[int]]) -> tuple[Step, ...]:
    return tuple(Step(until, grade) for until, grade in rows)


def _tuples(row: Row, *names: str) -> Row:
    return {name: tuple(value) if name in names else value for name, value in row.items()}
