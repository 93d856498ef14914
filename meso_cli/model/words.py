"""The prose of the guide and its sources, read only where they are shown."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Literal

from meso_cli.values import NamedTuple


class Source(NamedTuple):
    """A published page or paper. `year` None prints "n.d."."""

    id: str
    title: str
    publisher: str
    strength: Literal["A", "B", "C", "article"]
    checked: dt.date
    year: int | None = None
    address: str | None = None


class Words(NamedTuple):
    """The prose of one row of the guide, in our own words, and the sources it rests on.

    Without sources the words are ours, which `derived` says. Which fields are filled depends on the
    subject; `meso_cli.guide.check` says which. `asked` is the short form of `question`; `condition` is
    what a fine topic depends on; `stake` and `ask` are what is at stake where no source gives a time,
    and whom to ask.
    """

    id: str
    sources: tuple[str, ...] = ()
    title: str | None = None
    text: str | None = None
    why: str | None = None
    instead: str | None = None
    advice: str | None = None
    asked: str | None = None
    question: str | None = None
    derived: str | None = None
    differ: str | None = None
    noted: str | None = None
    condition: str | None = None
    stake: str | None = None
    ask: str | None = None
    facts: tuple[str, ...] = ()


Library = Callable[[str], Mapping[str, Words]]
"""Reads the words of one subject of the guide; called only when they are shown."""
