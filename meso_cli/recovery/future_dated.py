"""Entries dated after the clock: the clock was wrong then, or it is now.

They may add a warning, and never clear or lower one: a "no" from tomorrow must not hide a "yes"
of today.
"""

import datetime as dt
from collections.abc import Iterable

from meso_cli.model.records import Entry, Record
from meso_cli.model.status import Outcome
from meso_cli.recovery.treatments import CLOCK_TOLERANCE
from meso_cli.signs.scene import Findings


def set_apart_future_dated(record: Record, now: dt.datetime) -> Record:
    """The record with what is dated later than the aware moment `now` (and a little) in its `future_dated`.

    What somebody was told at such a moment counts as not told.
    """
    latest = now.astimezone(dt.UTC) + CLOCK_TOLERANCE
    future_dated = tuple(entry for entry in record.entries if entry.at > latest)
    return record._replace(
        entries=tuple(entry for entry in record.entries if entry.at <= latest)
        if future_dated
        else record.entries,
        acknowledgements=tuple(told for told in record.acknowledgements if told.at <= latest),
        future_dated=future_dated,
    )


def gravest(future_dated: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries with each item's highest value alone, where it is above 0."""
    entries = tuple(future_dated)
    highest: dict[str, int] = {}
    for entry in entries:
        for seen in entry.observations:
            highest[seen.item] = max(seen.value, highest.get(seen.item, 0))
    return tuple(
        entry._replace(
            observations=tuple(seen for seen in entry.observations if 0 < seen.value == highest[seen.item])
        )
        for entry in entries
    )


def either(known: Findings, with_future_dated: Findings) -> Findings:
    """What was found without the future-dated entries, and all that triggered with them."""
    return {
        subject: (*about, *(row for row in with_future_dated[subject] if row.outcome is Outcome.TRIGGERED))
        for subject, about in known.items()
    }
