"""Correcting a treatment: when it was, and what is known about it."""

import datetime as dt
from typing import NamedTuple

from meso_cli.commands import clock, paths, terminal
from meso_cli.commands.configuration import settings
from meso_cli.commands.correcting.filling_in import ChangedMeanwhile
from meso_cli.commands.keeping.daily import daily_backup
from meso_cli.commands.looking import look, treatment_named
from meso_cli.commands.saved import saved
from meso_cli.commands.shared import Shared
from meso_cli.errors import BadValue
from meso_cli.model.practitioner import Practitioner
from meso_cli.model.records import Description, Treatment, elapsed
from meso_cli.model.status import Status
from meso_cli.recovery.treatments import AHEAD
from meso_cli.store import records
from meso_cli.store.writing import Transaction, writing
from meso_cli.views.corrected import corrected_document
from meso_cli.vocabulary import fields
from meso_cli.when.reading import read_past, typed_offset
from meso_cli.when.saying import absolute


class Said(NamedTuple):
    """The options of `edit` that belong to a treatment; None was not given."""

    area: str | None
    device: str | None
    depth: str | None
    skin_type: str | None
    history: list[str] | None
    practitioner: str | None
    phone: str | None
    out_of_hours: str | None
    product: list[str] | None


def edit_treatment(name: str, said: Said, at: str | None, note: str | None, options: Shared) -> None:
    """Each option that was given replaces what was recorded; an empty one is "not recorded"."""
    answer_treatment(write_treatment(name, said, at, note, options), options)


def write_treatment(
    name: str, said: Said, at: str | None, note: str | None, options: Shared, opened: Treatment | None = None
) -> Status:
    """Writes a correction in one step; returns the status as it was before.

    `opened` is the treatment that the person saw; where it is another by now, `ChangedMeanwhile`
    is raised and nothing is written.
    """
    now, before = clock.now(), look(options, named=name).status
    with writing(paths.database(options), command=f"edit {name.lower()}", now=now) as store:
        treatment = treatment_named(name, store)
        if opened is not None and treatment != opened:
            raise ChangedMeanwhile(f"{name} was changed while you were editing; nothing was overwritten.")
        moment = treatment.at
        if at is not None:
            read = read_start(at, f"meso edit {name} --at", now)
            moment = read.astimezone(_place(at, read, treatment, now))
            _refuse_start(store, treatment, moment, now)
        described = _described(treatment, said, note)
        records.correct_treatment(store, treatment.id, moment, clock.zone_name(moment), described)
    return before


def _place(words: str, moment: dt.datetime, treatment: Treatment, now: dt.datetime) -> dt.tzinfo | None:
    """The zone that the treatment's days go by: its own, but where an offset was typed that it never had.

    Who corrects a time while travelling was not treated there.
    """
    offset = typed_offset(words)
    if offset is None:
        return treatment.at.tzinfo
    places = (treatment.at.tzinfo, now.tzinfo)
    return next(
        (zone for zone in places if moment.astimezone(zone).utcoffset() == offset), dt.timezone(offset)
    )


def answer_treatment(before: Status, options: Shared) -> None:
    """What moves because of the correction."""
    name = before.treatment.name
    with saved(f"{name} was corrected"):
        after = look(options, named=name)
        terminal.show(corrected_document(before, after.status, after.case.guide), options)
    daily_backup(paths.database(options))


def read_start(words: str, command: str, now: dt.datetime) -> dt.datetime:
    """When a treatment was; `BadValue` for a moment that has not come."""
    own = settings()
    moment = read_past(words, at=now, command=command, repeated="later", day_start=own.day_start)
    if elapsed(now, moment) > AHEAD:
        raise BadValue(f"{absolute(moment, now)} has not come yet; a treatment is recorded when it is done.")
    return moment


def _refuse_start(store: Transaction, treatment: Treatment, moment: dt.datetime, now: dt.datetime) -> None:
    for entry in store.record(treatment.id).entries:
        if elapsed(entry.at, moment) > AHEAD:
            seen = absolute(entry.at, now)
            raise BadValue(f"#{entry.id} was observed before that ({seen}); correct or delete it first.")


def _described(treatment: Treatment, said: Said, note: str | None) -> Description:
    """The description with what was said in the place of what was."""
    old, who = treatment.description, treatment.practitioner or Practitioner()
    return Description(
        area=fields.area(said.area) if said.area is not None else old.area,
        device=fields.device(said.device) if said.device is not None else old.device,
        depth_mm=fields.depth_mm(said.depth) if said.depth is not None else old.depth_mm,
        skin_type=fields.skin_type(said.skin_type) if said.skin_type is not None else old.skin_type,
        history=fields.history(said.history) if said.history is not None else old.history,
        practitioner=fields.practitioner(
            who.name if said.practitioner is None else said.practitioner,
            who.phone if said.phone is None else said.phone,
            who.out_of_hours if said.out_of_hours is None else said.out_of_hours,
        ),
        products=fields.products(said.product) if said.product is not None else old.products,
        note=fields.text(note, "note") if note is not None else old.note,
    )
