"""The guide's words and sources, read only when somebody wants to read them."""

from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

from meso_cli.guide.files import folder_of, tables
from meso_cli.model.guide import Region
from meso_cli.model.names import ItemNames
from meso_cli.model.words import Library, Source, Words


@cache
def words_of(guide: str) -> Library:
    """The words of one of `files.GUIDES`, by its id."""
    folder = folder_of(guide)
    return read_words if folder is None else partial(read_words, folder=folder)


@cache
def read_words(subject: str, folder: Path | None = None) -> Mapping[str, Words]:
    """The words of one subject ("restrictions", "signs", ...), by the id of the row."""
    rows = tables(f"words/{subject}", folder)
    return {id: _words(id, row) for id, row in rows.items()}


def _words(id: str, row: dict[str, Any]) -> Words:
    for name in ("sources", "facts"):
        if name in row:
            row = {**row, name: tuple(row[name])}
    return Words(id, **row)


@cache
def read_sources(folder: Path | None = None) -> Mapping[str, Source]:
    """Every source that the guide rests on, by id."""
    return {id: Source(id, **row) for id, row in tables("sources", folder).items()}


@cache
def read_days(folder: Path | None = None) -> Mapping[str, int]:
    """The recovery day from which each row of the words "days" tells what is usual."""
    rows = tables("days", folder)
    return {id: int(row["from_day"]) for id, row in rows.items()}


@cache
def read_item_names(folder: Path | None = None) -> ItemNames:
    """What people say instead of the ids of what can be logged."""
    names = dict(tables("item_names", folder))
    degrees = {int(grade): words for grade, words in names.pop("degrees").items()}
    cards = names.pop("shown", {})
    shown = {
        id: (row.title or "", row.asked or "", *cards.get(id, ()))
        for id, row in read_words("signs", folder).items()
    }
    return ItemNames(**names, degrees=degrees, shown=shown)


@cache
def read_activity_aliases(folder: Path | None = None) -> Mapping[str, tuple[str, ...]]:
    """Other words for what people ask about, each with the ids that it names."""
    rows = _activities(folder)["names"].items()
    return {word: ids for ids, words in (named_by(*row) for row in rows) for word in words}


@cache
def read_leads(folder: Path | None = None) -> Mapping[str, str]:
    """Which row answers first where such a word names what must be done and what must not."""
    leads: dict[str, str] = _activities(folder)["leads"]
    return leads


@cache
def read_stopping(folder: Path | None = None) -> Mapping[str, str]:
    """What nobody leaves off on their own, each with the row that answers about stopping it."""
    stopping: dict[str, str] = _activities(folder)["stopping"]
    return stopping


@cache
def read_ambiguous(folder: Path | None = None) -> Mapping[str, list[str]]:
    """Words that say too little, each with the ids that it may mean."""
    ambiguous: dict[str, list[str]] = _activities(folder)["ambiguous"]
    return ambiguous


@cache
def read_bases(folder: Path | None = None) -> frozenset[str]:
    """Ingredients that are known as plain: water, glycerin."""
    return frozenset(name.strip() for name in _activities(folder)["bases"]["plain"].split(","))


@cache
def _activities(folder: Path | None) -> dict[str, Any]:
    return tables("activities", folder)


def named_by(ids: str, words: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """One row of names: "sun + exercise" and "golf, skiing" as ids and words."""
    return (
        tuple(id.strip() for id in ids.split("+")),
        tuple(" ".join(word.split()) for word in words.split(",")),
    )


@cache
def read_regions(folder: Path | None = None) -> Mapping[str, Region]:
    """Whom to call, by the region's code."""
    rows = tables("regions", folder)
    return {id: _region(id, row) for id, row in rows.items()}


def _region(id: str, row: dict[str, Any]) -> Region:
    lists: dict[str, Any] = {name: tuple(row[name]) for name in ("emergency", "names") if name in row}
    return Region(id, **{**row, **lists})
