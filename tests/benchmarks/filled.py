"""Fill a database with many entries: python filled.py FILE ENTRIES [--one-treatment].

By default they are spread over treatments of 200 entries, all ended but the last, as in a file
that is kept for years; the last treatment began two days ago, the one before it four weeks earlier.
Runs in the environment of the installed wheel.
"""

import contextlib
import datetime as dt
import sqlite3
import sys
from pathlib import Path

from meso_cli.model.records import Description
from meso_cli.store.edits import add_treatment, end_treatment
from meso_cli.store.rows import new_uuid
from meso_cli.store.writing import writing

A_TREATMENT = 200
OBSERVATIONS = "VALUES ('redness', 1), ('flaking', 1), ('fever', 0)"
STAMPS = "'2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'"
ENTRY = f"""INSERT INTO entries (uuid, treatment_id, observed_at, observed_offset, created_at, updated_at)
            VALUES (?, ?, ?, 0, {STAMPS})"""
OBSERVATION = f"""INSERT INTO observations (uuid, entry_id, item, value, created_at, updated_at)
                  SELECT new_uuid(), entries.id, seen.column1, seen.column2, {STAMPS}
                  FROM entries, ({OBSERVATIONS}) AS seen ORDER BY entries.id"""
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
APART, OF_LATE = 28 * DAY, 12
"""As treatments are, the latest so many are four weeks apart; of thousands, the others are a day apart."""


def text(at: dt.datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def fill(path: Path, entries: int, *, one_treatment: bool) -> None:
    """Treatments through the store, entries in bulk: one journal step for each would take hours."""
    now = dt.datetime.now(dt.UTC).replace(microsecond=0)
    each = entries if one_treatment else A_TREATMENT
    sessions = max(1, entries // each)
    before = [min(number, OF_LATE) * APART + max(0, number - OF_LATE) * DAY for number in range(sessions)]
    begun = [now - 44 * HOUR - ago for ago in reversed(before)]
    with writing(path, command="fill", now=begun[0], create=True) as store:
        for at in begun:
            treatment = add_treatment(store, at, "Europe/Berlin", Description("face", "pen", 1.0, 2))
            if at != begun[-1]:
                end_treatment(store, treatment, at + 44 * HOUR, "Europe/Berlin")
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.create_function("new_uuid", 0, new_uuid)
        for treatment, at in enumerate(begun, 1):
            moments = [at + 43 * HOUR * entry / each for entry in range(each)]
            connection.executemany(ENTRY, [(new_uuid(), treatment, text(moment)) for moment in moments])
        connection.execute(OBSERVATION)


if __name__ == "__main__":
    fill(Path(sys.argv[1]), int(sys.argv[2]), one_treatment="--one-treatment" in sys.argv)
