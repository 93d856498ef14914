"""Writing an entry in one transaction: when it was, which treatment it belongs to, what it says."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from meso_cli.commands.looking import HOW_TO_START, treatment_at, treatment_named
from meso_cli.errors import BadValue, NothingFound
from meso_cli.model.records import Acknowledgement, Entry, Observation, Record, Treatment, elapsed
from meso_cli.recovery.treatments import AHEAD
from meso_cli.store.records import add_acknowledgement, add_entry
from meso_cli.store.writing import Transaction, writing
from meso_cli.when.saying import absolute

When = Callable[[Treatment | None], dt.datetime]
"""The moment of an entry, given the present treatment (for "day 3")."""
Observe = Callable[[Record], tuple[Observation, ...]]
"""What to record, given what the treatment's record holds already."""


Tell = Callable[[Record, dt.datetime], Acknowledgement]
"""What to record about a warning that somebody was told about, given the record with the entry in it."""


class Logged(NamedTuple):
    """What was saved, and the treatment that it went to.

    `expected` is false where a person would have thought of another treatment. `entry` is None
    where nothing was observed, only `told`.
    """

    entry: Entry | None
    treatment: Treatment
    expected: bool
    told: Acknowledgement | None = None


def log_entry(
    database: Path,
    *,
    when: When,
    now: dt.datetime,
    zone: str | None,
    observe: Observe,
    note: str | None,
    named: str | None = None,
    tell: Tell | None = None,
) -> Logged:
    """Save one entry, and what was told about a warning; all is on the disk when this returns.

    Raises `BadValue` for a moment ahead of now or before the first treatment, `NothingFound`
    without a treatment.
    """
    with writing(database, command="log", now=now) as store:
        present = treatment_at(now, store)
        at = when(present)
        if elapsed(now, at) > AHEAD:
            raise BadValue(f'{absolute(at, now)} has not come yet; log what is or was: --at "20 min ago"')
        treatment = treatment_named(named, store) if named is not None else treatment_at(at, store)
        if treatment is None or elapsed(at, treatment.at) > AHEAD:
            raise _before(store, treatment, at, now)
        entry = told = None
        observations = observe(store.record(treatment.id))
        if observations or note or tell is None:
            number = add_entry(store, treatment.id, at, zone, observations, note)
            entry = Entry(number, "", at, observations, note)
        if tell is not None:
            told = tell(store.record(treatment.id), at)
            add_acknowledgement(store, treatment.id, told, zone)
        store.command = _step(entry, told)
    expected = present is not None and present.id == treatment.id and treatment.ended_at is None
    return Logged(entry, treatment, expected, told)


def _step(entry: Entry | None, told: Acknowledgement | None) -> str:
    """What undo calls it; the words that somebody said stay out of it."""
    parts = (entry and f"log #{entry.id}", told and f"told about {told.warning}")
    return ", ".join(part for part in parts if part)


def _before(store: Transaction, named: Treatment | None, at: dt.datetime, now: dt.datetime) -> Exception:
    first = named or next(iter(store.treatments()), None)
    if first is None:
        return NothingFound(f"No treatment yet. {HOW_TO_START}")
    return BadValue(
        f"{absolute(at, now)} is before {first.name} began ({absolute(first.at, now)}); "
        "say a later time with --at, or record the earlier treatment first: meso start"
    )
