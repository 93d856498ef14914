"""Checks of what people read in the worst moment: no false reassurance, and a whole red-flag card."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from meso_cli.guide.checking.draft import Draft
from meso_cli.guide.checking.files import CARD
from meso_cli.guide.checking.known import FORBIDDEN
from meso_cli.guide.checking.problem import Place, Problem

# Whole words alone: "abnormal healing" is a finding, not a reassurance.
_PATTERN = re.compile(rf"\b({'|'.join(map(re.escape, FORBIDDEN))})")


def no_false_reassurance(draft: Draft) -> Iterator[Problem]:
    """No text of ours says that all is well. Titles of sources are their authors' words."""
    yield from reassurances(Place(CARD), draft.card)
    for file, tables in draft.tables.items():
        for id, table in tables.items() if file != "sources.toml" else ():
            yield from reassurances(Place(file, id if isinstance(table, Mapping) else ""), table)


def reassurances(place: Place, value: object) -> Iterator[Problem]:
    """A problem for each text in `value`, however deep, that says that all is well."""
    for text in _texts(value):
        for found in _said(text):
            yield place.problem(f"the text says '{found}'", "say what was seen and what was not")


@lru_cache(8192)  # a guide is checked again and again while somebody writes it
def _said(text: str) -> tuple[str, ...]:
    return tuple(_PATTERN.findall(_plain(text)))


def _texts(value: object) -> Iterator[str]:
    """Every text in a value, however deep: no recursion, as dotted keys have no bound."""
    waiting = [value]
    while waiting:
        match waiting.pop():
            case str(text):
                yield text
            case dict(table):
                waiting.extend(table.values())
            case list(items) | tuple(items):
                waiting.extend(items)


def _plain(text: str) -> str:
    """A text in lower case with single spaces for line breaks and hyphens."""
    return " ".join(text.casefold().replace("-", " ").split())


def card_is_whole(draft: Draft) -> Iterator[Problem]:
    """The red-flag card has a place for the numbers to call, and names every red flag by its label."""
    place, card = Place(CARD), _plain(draft.card)
    if not card:
        return
    for name in ("{emergency}", "{advice}"):
        if name not in card:
            yield place.problem(f"there is no {name} in the card", "say where the number goes")
    for sign in draft.signs.values():
        if sign.is_red_flag and _plain(sign.label) not in card:
            yield place.problem(f"the red flag {sign.id} is not named", f"add the words '{sign.label}'")


LANGUAGE_CHECKS = (no_false_reassurance, card_is_whole)
