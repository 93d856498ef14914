"""Correcting an entry: its values, its moment, its note."""

import datetime as dt
from typing import TYPE_CHECKING

from meso_cli.checkin import Checkin, refuse
from meso_cli.commands import clock, paths, terminal, typed
from meso_cli.commands.card import show_card_first
from meso_cli.commands.keeping import daily_backup
from meso_cli.commands.looking import look, settings
from meso_cli.commands.named import entry_named
from meso_cli.commands.saying import PlanIn, read_said
from meso_cli.commands.shared import Shared
from meso_cli.errors import BadValue, MesoError
from meso_cli.model.records import Entry, Treatment, elapsed
from meso_cli.recovery.treatments import AHEAD
from meso_cli.store import records
from meso_cli.store.reading import Reader, reading
from meso_cli.store.writing import Transaction, writing
from meso_cli.text import ended
from meso_cli.views.logged import logged_document
from meso_cli.when.reading import read_past
from meso_cli.when.saying import absolute

if TYPE_CHECKING:
    from meso_cli.model.plan import ClinicPlan

_TAKEN_OUT = ("=", ":")


def edit_entry(name: str, items: list[str], at: str | None, note: str | None, options: Shared) -> None:
    """ITEM=VALUE sets an item, ITEM= takes it out; a red flag gets its card as in `log`."""
    removed = [item[:-1] for item in items if item.endswith(("=", ":"))]
    kept = [item for item in items if not item.endswith(("=", ":"))]
    checkin, guide = read_said(kept, options, _plan_of(name))
    if checkin.needs_card:
        show_card_first(checkin.red_flags, guide)
    try:
        refuse(checkin)
        # Removing reads names alone: a sign is not "reported" by taking it out.
        names, _ = read_said([f"{item}=0" for item in removed], options, _plan_of(name))
        refuse(names)
        gone = [observation.item for observation in names.observations]
        treatment, before = _write_entry(name, checkin, gone, at, note, options)
    except MesoError as error:
        if checkin.needs_card:
            error.args = (f"{ended(str(error))} Nothing was saved.",)
        raise
    _answer_entry(before.id, treatment, options)


def _plan_of(name: str) -> PlanIn:
    """The plan of the treatment that the entry belongs to."""

    def plan_in(store: Reader) -> "ClinicPlan | None":
        treatment, _ = entry_named(name, store)
        return store.plan(treatment.id)

    return plan_in


def _write_entry(
    name: str, checkin: Checkin, gone: list[str], at: str | None, note: str | None, options: Shared
) -> tuple[Treatment, Entry]:
    now, own = clock.now(), settings()
    words = typed.text(note, "note")
    with writing(paths.database(options), command="edit", now=now) as store:
        treatment, entry = entry_named(name, store)
        store.command = f"edit #{entry.id}"
        if at is not None:
            command = f"meso edit {entry.id} --at"
            moment = read_past(at, at=now, command=command, start=treatment.at, day_start=own.day_start)
            _refuse_moment(moment, treatment, now)
            records.move_entry(store, entry.id, moment, clock.zone_name(now))
        if note is not None:
            records.set_note(store, entry.id, words)
        for observation in checkin.observations:
            records.set_observation(store, entry.id, observation)
        for item in gone:
            records.remove_observation(store, entry.id, item)
        _refuse_empty(store, entry)
    return treatment, entry


def _refuse_moment(moment: dt.datetime, treatment: Treatment, now: dt.datetime) -> None:
    if elapsed(now, moment) > AHEAD:
        raise BadValue(f"{absolute(moment, now)} has not come yet; an entry says what is or was.")
    if elapsed(moment, treatment.at) > AHEAD:
        raise BadValue(
            f"{absolute(moment, now)} is before {treatment.name} began ({absolute(treatment.at, now)})."
        )


def _refuse_empty(store: Transaction, entry: Entry) -> None:
    found = store.entry(entry.id)
    if found is not None and not (found[1].observations or found[1].note):
        raise BadValue(f"Nothing would be left of #{entry.id}; remove it instead: meso delete {entry.id}")


def _answer_entry(number: int, treatment: Treatment, options: Shared) -> None:
    sight = look(options, named=treatment.name)
    with reading(paths.database(options)) as store:
        _, entry = entry_named(str(number), store)
    document = logged_document(
        entry, sight.status, sight.guide, sight.library, sight.callees, verb="Corrected"
    )
    terminal.show(document, options)
    daily_backup(paths.database(options))
