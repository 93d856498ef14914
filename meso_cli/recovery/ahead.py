"""Entries dated ahead of the clock: the clock was wrong then, or it is now.

They may add a warning, and never clear or lower one: a "no" from tomorrow must not hide a "yes"
of today.
"""

import datetime as dt
from collections.abc import Iterable

from meso_cli.model.records import Entry, Record
from meso_cli.model.status import Outcome
from meso_cli.recovery.treatments import AHEAD
from meso_cli.signs.scene import Findings


def set_apart(record: Record, now: dt.datetime) -> Record:
    """The record with what is dated later than the aware moment `now` (and a little) in its `ahead`.

    What somebody was told at such a moment counts as not told.
    """
    latest = now.astimezone(dt.UTC) + AHEAD
    ahead = tuple(entry for entry in record.entries if entry.at > latest)
    return record._replace(
        entries=tuple(entry for entry in record.entries if entry.at <= latest) if ahead else record.entries,
        acknowledgements=tuple(told for told in record.acknowledgements if told.at <= latest),
        ahead=ahead,
    )


def gravest(ahead: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries with each item's highest value alone, where it is above 0."""
    entries = tuple(ahead)
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


def either(known: Findings, with_ahead: Findings) -> Findings:
    """What was found without the entries ahead, and all that triggered with them."""
    return {
        subject: (*about, *(row for row in with_ahead[subject] if row.outcome is Outcome.TRIGGERED))
        for subject, about in known.items()
    }
