"""Reading what was recorded, as the model's values."""

import datetime as dt
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from meso_cli.errors import NothingFound
from meso_cli.model.practitioner import Practitioner
from meso_cli.model.records import (
    DEFAULT_GUIDE,
    Acknowledgement,
    Entry,
    Instruction,
    Observation,
    Record,
    Treatment,
)
from meso_cli.store.errors import SQLITE, damaged, translated
from meso_cli.store.file import DatabaseFile, opened, snapshot
from meso_cli.store.rows import Value, fetch
from meso_cli.store.schema import MIGRATION_SET, USER_TABLES
from meso_cli.store.timestamps import local, utc_text

if TYPE_CHECKING:  # status does not need them, and NamedTuples take time to make
    from meso_cli.model.plan import ClinicPlan
    from meso_cli.model.revision import Revision
    from meso_cli.store.exchange.portable import Portable
    from meso_cli.store.journal import Step

_LARGEST_ID: Final = 2**63 - 1
LARGEST_REAL: Final = 1_000_000
"""Of hours, a depth or a temperature: beyond it, moments run out of the calendar."""

_TREATMENT: Final = """
SELECT id, uuid, at, at_offset, at_zone, area, device, depth_mm, skin_type, history,
       practitioner_name, practitioner_phone, practitioner_out_of_hours, products, note,
       ended_at, ended_offset, ended_zone, guide
FROM treatments WHERE deleted_at IS NULL"""
_TREATMENT_OLDER: Final = _TREATMENT.replace(", guide\n", f", '{DEFAULT_GUIDE}'\n")
"""Of a file that no write has upgraded yet."""

# One row per entry, its observations packed into one text: rows and strings are what reading
# 10,000 entries costs. A care count, grade or reading as text gives back the same number.
_ENTRY: Final = """
SELECT id, uuid, observed_at, note,
       (SELECT group_concat(iif(reading IS NULL, value || item, value || item || '=' || reading))
        FROM observations WHERE entry_id = entries.id AND deleted_at IS NULL)
FROM entries WHERE deleted_at IS NULL"""
_SHOWN_ENTRIES: Final = """entries WHERE deleted_at IS NULL
    AND treatment_id IN (SELECT id FROM treatments WHERE deleted_at IS NULL)"""
_IN_ORDER: Final = " ORDER BY substr(observed_at, 1, 16), id"
# The same on every machine that took them in: their numbers differ there.
_AS_TOLD: Final = " ORDER BY at, created_at, uuid"


class Reader:
    """Reads over one connection; every answer comes from the same moment of the file.

    Moments: a treatment's, an instruction's and an acknowledgement's stand in the zone where
    they were recorded. Entries' stand in UTC.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def treatments(self) -> tuple[Treatment, ...]:
        """All treatments that are not deleted, the earliest first."""
        return self._treatments(" ORDER BY at, id")

    def treatment(self, treatment_id: int) -> Treatment | None:
        """One treatment by its number; None when there is none, or it was deleted."""
        if treatment_id > _LARGEST_ID:
            return None
        return next(iter(self._treatments(" AND id = ?", treatment_id)), None)

    def open_at(self, at: dt.datetime) -> tuple[Treatment, ...]:
        """The treatments begun by `at` and not ended then, the earliest first.

        Quick however many others the file holds.
        """
        moment = utc_text(at)
        never_ended = self._treatments(" AND ended_at IS NULL AND at <= ?", moment)
        ended_later = self._treatments(" AND ended_at > ? AND at <= ?", moment, moment)
        return tuple(sorted(never_ended + ended_later, key=lambda row: (row.at.timestamp(), row.id)))

    def ended_between(self, earlier: dt.datetime, at: dt.datetime) -> tuple[Treatment, ...]:
        """The treatments that ended after `earlier` and by `at`, the earliest begun first."""
        sql = " AND ended_at > ? AND ended_at <= ? ORDER BY at, id"
        return self._treatments(sql, utc_text(earlier), utc_text(at))

    def last_ended(self, at: dt.datetime) -> Treatment | None:
        """The treatment that ended last, by `at`; None when none had ended."""
        found = self._treatments(" AND ended_at <= ? ORDER BY ended_at DESC, id DESC LIMIT 1", utc_text(at))
        return next(iter(found), None)

    def record(self, treatment_id: int, until: dt.datetime | None = None) -> Record:
        """One treatment with its entries, instructions, plan and acknowledgements.

        Entries go by the minute observed, then by number; with `until`, only those observed
        by then, and only what was told by then. An entry's observations go by item. Raises NothingFound.
        """
        treatment = self.treatment(treatment_id)
        if treatment is None:
            raise NothingFound(f"There is no treatment t{treatment_id}.")
        return Record(
            treatment,
            self._entries_of(treatment_id, until),
            self._instructions_of(treatment),
            self._acknowledgements_of(treatment_id, until),
            self.plan(treatment_id),
        )

    def entry(self, entry_id: int) -> tuple[int, Entry] | None:
        """An entry by its number, after its treatment's; None when there is none, or it was deleted."""
        if entry_id > _LARGEST_ID:
            return None
        entries = self._entries(" AND id = ?", entry_id)
        if not entries:
            return None
        of_living = "SELECT treatment_id FROM entries JOIN treatments ON treatments.id = treatment_id "
        found = self._rows(of_living + "WHERE entries.id = ? AND treatments.deleted_at IS NULL", entry_id)
        return (found[0][0], entries[0]) if found else None

    def plan(self, treatment_id: int) -> "ClinicPlan | None":
        """The clinic's plan in force for a treatment, if one was loaded."""
        sql = """SELECT document, loaded_at, loaded_offset, loaded_zone
                 FROM plans WHERE treatment_id = ? AND deleted_at IS NULL"""
        found = self._rows(sql, treatment_id)
        if not found:
            return None
        from meso_cli.store.plan_document import plan_of  # few treatments have one

        ((document, at, offset, zone),) = found
        with self._readable():
            return plan_of(document, local(at, offset, zone))

    def late_entries(self, treatment_id: int, hours: float) -> frozenset[int]:
        """The entries recorded more than this many hours after the moment that they are about."""
        sql = """SELECT id FROM entries WHERE treatment_id = ? AND deleted_at IS NULL
                 AND (julianday(created_at) - julianday(observed_at)) * 24 > ?"""
        return frozenset(row_id for (row_id,) in self._rows(sql, treatment_id, hours))

    def revision(self, treatment_id: int) -> "Revision":
        """When a treatment, its plans and its instructions last changed; what was taken back counts."""
        from meso_cli.model.revision import Revision

        sql = "SELECT created_at, updated_at FROM treatments WHERE id = ?"
        (recorded, changed), *_ = self._rows(sql, treatment_id)
        for table in ("plans", "instructions"):
            rows = self._rows(f"SELECT max(updated_at) FROM {table} WHERE treatment_id = ?", treatment_id)
            changed = max(changed, rows[0][0] or changed)
        with self._readable():
            return Revision(dt.datetime.fromisoformat(recorded), dt.datetime.fromisoformat(changed))

    def counts(self) -> dict[str, int]:
        """How many treatments and entries are shown: none that is deleted, or whose treatment is."""
        whole = {"treatments": "treatments WHERE deleted_at IS NULL", "entries": _SHOWN_ENTRIES}
        return {name: self._rows(f"SELECT count(*) FROM {rows}")[0][0] for name, rows in whole.items()}

    def latest_update(self) -> str | None:
        """When anything was last changed, by the clocks of the machines that did it (UTC text)."""
        sql = " UNION ALL ".join(f"SELECT max(updated_at) FROM {table}" for table in USER_TABLES)
        return max((at for (at,) in self._rows(sql) if at is not None), default=None)

    def latest_observation(self) -> str | None:
        """When the latest entry that is shown was observed (UTC text)."""
        found = self._rows(f"SELECT max(observed_at) FROM {_SHOWN_ENTRIES}")
        return found[0][0] if found else None

    def portable(self) -> "Iterator[Portable]":
        """Every record as it leaves the file, deleted ones too, one at a time."""
        from meso_cli.store.exchange.portable import portable_records

        return portable_records(self._connection, self._path)

    def portable_rows(self) -> "Iterator[tuple[tuple[str, ...], tuple[Any, ...]]]":
        """The same records as keys and values, without a mapping for each."""
        from meso_cli.store.exchange.portable import portable_rows

        return portable_rows(self._connection, self._path)

    def last_step(self) -> "Step | None":
        """What `undo` would take back now."""
        from meso_cli.store import journal

        with self._readable():
            return journal.last_step(self._connection, self._path)

    def last_undone(self) -> "Step | None":
        """What `redo` would bring back now."""
        from meso_cli.store import journal

        with self._readable():
            return journal.last_undone(self._connection, self._path)

    def _treatments(self, condition: str, *values: Value) -> tuple[Treatment, ...]:
        return tuple(self._built(_treatment, self._of_treatments + condition, *values))

    @cached_property
    def _of_treatments(self) -> str:
        sql = "SELECT 1 FROM _sqlite_migrations WHERE migration_set = ? AND name = 'm004_guide'"
        has_guide = self._rows(sql, MIGRATION_SET)
        return _TREATMENT if has_guide else _TREATMENT_OLDER

    def _entries_of(self, treatment_id: int, until: dt.datetime | None) -> tuple[Entry, ...]:
        if until is None:
            return self._entries(" AND treatment_id = ?" + _IN_ORDER, treatment_id)
        moment = utc_text(until)
        condition = " AND treatment_id = ? AND substr(observed_at, 1, 16) <= ? AND observed_at <= ?"
        return self._entries(condition + _IN_ORDER, treatment_id, moment[:16], moment)

    def _entries(self, condition: str, *values: Value) -> tuple[Entry, ...]:
        # The one place where each nanosecond counts ten thousand times: no function call per
        # entry, and equal observations are shared.
        unpacked, moment, new = _Unpacked(), dt.datetime.fromisoformat, tuple.__new__
        with self._readable():
            rows = fetch(self._connection, _ENTRY + condition, values)
            return tuple(
                [
                    new(Entry, (entry_id, uuid, moment(at), unpacked[packed], note))
                    for entry_id, uuid, at, note, packed in rows
                ]
            )

    def _instructions_of(self, treatment: Treatment) -> tuple[Instruction, ...]:
        sql = """SELECT restriction, hours, until_at, said_by, note, said_at, said_offset, said_zone
                 FROM instructions WHERE treatment_id = ? AND deleted_at IS NULL ORDER BY said_at, id"""
        return tuple(self._built(partial(_instruction, treatment), sql, treatment.id))

    def _acknowledgements_of(
        self, treatment_id: int, until: dt.datetime | None
    ) -> tuple[Acknowledgement, ...]:
        sql = """SELECT warning, tier, entry_id, text, at, at_offset, at_zone
                 FROM acknowledgements WHERE treatment_id = ? AND deleted_at IS NULL"""
        if until is None:
            return tuple(self._built(_acknowledgement, sql + _AS_TOLD, treatment_id))
        by_then = sql + " AND at <= ?" + _AS_TOLD
        return tuple(self._built(_acknowledgement, by_then, treatment_id, utc_text(until)))

    def _built(self, build: Any, sql: str, *values: Value) -> list[Any]:
        with self._readable():
            return [build(row) for row in fetch(self._connection, sql, values)]

    def _rows(self, sql: str, *values: Value) -> list[tuple[Any, ...]]:
        with self._readable():
            return fetch(self._connection, sql, values)

    @contextmanager
    def _readable(self) -> Iterator[None]:
        """Values that our own checks would never have let in are damage, not a bug."""
        try:
            with translated(self._path, SQLITE):
                yield
        except (ValueError, TypeError, OverflowError):
            # What it was is not told: it may be somebody's words.
            raise damaged(self._path, "is damaged (values that cannot be read)") from None


@contextmanager
def reading(database: Path | DatabaseFile) -> Iterator[Reader]:
    """Read a database in one snapshot, which ends with the block.

    Raises NoDatabase when nothing was ever recorded, else Damaged, SystemRefused or BadValue.
    """
    with opened(database) as file, snapshot(file) as connection:
        yield Reader(connection, file.path)


class _Unpacked(dict[str | None, tuple[Observation, ...]]):
    """Packed observations (`1fever=38.5,2redness`) with the values that they stand for."""

    def __missing__(self, packed: str | None) -> tuple[Observation, ...]:
        found = tuple(_observation(part) for part in packed.split(",")) if packed else ()
        self[packed] = found
        return found


def _observation(part: str) -> Observation:
    said, _, measured = part.partition("=")
    item = said.lstrip("0123456789")  # which an item never begins with
    if not item.replace("-", "a").isalnum():
        raise ValueError("no item is called so")
    reading = float(measured) if measured else None
    if reading is not None and not abs(reading) <= LARGEST_REAL:
        raise ValueError("no thermometer shows that")
    return Observation(item, int(said.removesuffix(item)), reading)


def _treatment(row: tuple[Any, ...]) -> Treatment:
    (key, uuid, at, offset, zone, area, device, depth, skin, history, name, phone, out_of_hours,
     products, note, ended, ended_offset, ended_zone, guide) = row  # fmt: skip
    known = any(part is not None for part in (name, phone, out_of_hours))
    return Treatment(
        id=key,
        uuid=uuid,
        at=local(at, offset, zone),
        area=area,
        device=device,
        depth_mm=depth,
        skin_type=skin,
        history=_words(history),
        practitioner=Practitioner(name, phone, out_of_hours) if known else None,
        products=_words(products),
        note=note,
        ended_at=None if ended is None else local(ended, ended_offset, ended_zone),
        guide=guide,
    )


def _instruction(treatment: Treatment, row: tuple[Any, ...]) -> Instruction:
    restriction, hours, until_at, said_by, note, at, offset, zone = row
    if hours is not None and hours > LARGEST_REAL:
        raise ValueError("no instruction holds for so long")
    until = None if until_at is None else dt.datetime.fromisoformat(until_at)
    said = Instruction(restriction, hours, said_by, note, local(at, offset, zone), until)
    return said if until is None else said._replace(hours=treatment.hours(until))


def _acknowledgement(row: tuple[Any, ...]) -> Acknowledgement:
    warning, tier, entry_id, text, at, offset, zone = row
    return Acknowledgement(warning, tier, entry_id, local(at, offset, zone), text)


def _words(array: str) -> tuple[str, ...]:
    if array == "[]":
        return ()
    import json  # milliseconds, and most treatments need it for nothing

    return tuple(str(word) for word in json.loads(array))
