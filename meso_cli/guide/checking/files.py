"""The files of the guide, read from a folder that may hold anything."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from meso_cli.guide.checking.problem import Place, Problem
from meso_cli.guide.checking.subjects import SUBJECTS

Tables = Mapping[str, Any]

FILES = (
    "guide.toml",
    "restrictions.toml",
    "holds.toml",
    "symptoms.toml",
    "signs.toml",
    "combinations.toml",
    "care.toml",
    "phases.toml",
    "days.toml",
    "modifiers.toml",
    "rules.toml",
    "topics.toml",
    "sources.toml",
    "activities.toml",
    "item_names.toml",
    "regions.toml",
    *(subject.file for subject in SUBJECTS),
)

CARD = "urgent.txt"


def load(folder: Path) -> tuple[dict[str, Tables], tuple[Problem, ...]]:
    """The tables of each file that can be read and holds some, and what is wrong with the others."""
    tables: dict[str, Tables] = {}
    problems: list[Problem] = []
    for file in FILES:
        found = _read(folder / file, Place(file))
        if isinstance(found, Problem):
            problems.append(found)
        else:
            tables[file] = found
    return tables, (*problems, *_strangers(folder))


def load_card(folder: Path) -> tuple[str, tuple[Problem, ...]]:
    """The red-flag card's text; "" where there is none that can be read, and why."""
    try:
        card = (folder / CARD).read_text("utf-8")
    except (OSError, ValueError):
        return "", (Place(CARD).problem("the card cannot be read", "make it a file of UTF-8 text"),)
    if not card.strip():
        return "", (Place(CARD).problem("the card is empty", "write whom to call, and when"),)
    return card, ()


def _read(path: Path, place: Place) -> Tables | Problem:
    try:
        with path.open("rb") as file:
            tables = tomllib.load(file)
    except FileNotFoundError:
        return place.problem("the file is missing", "write it")
    except OSError as error:
        return place.problem(
            f"the file cannot be opened ({error.strerror})", "make it a file that can be read"
        )
    except RecursionError:
        return place.problem("is not TOML that can be read (nested too deeply)", "correct the file")
    except ValueError as error:  # not TOML, not UTF-8, or a number of thousands of digits
        return place.problem(f"is not TOML ({error})", "correct the file there")
    return tables or place.problem("holds nothing", "write its tables")


def _strangers(folder: Path) -> Iterator[Problem]:
    """Files that nothing reads: what stands in them is lost on everybody."""
    for path in sorted(folder.rglob("*.toml")):
        file = path.relative_to(folder).as_posix()
        if file not in FILES:
            yield Place(file).problem("nothing reads this file", "move its tables where they belong")
