"""Correcting a treatment: when it was, and what is known about it."""

import datetime as dt

from meso_cli.commands.correct.form_filling import ChangedMeanwhile
from meso_cli.commands.support import clock, terminal
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.context import look
from meso_cli.commands.support.description import Described, description
from meso_cli.commands.support.treatment_choice import treatment_named
from meso_cli.commands.support.writes import answering, recorded
from meso_cli.errors import BadValue
from meso_cli.model.records import Treatment, elapsed
from meso_cli.model.status import Status
from meso_cli.recovery.treatments import CLOCK_TOLERANCE
from meso_cli.store import edits
from meso_cli.store.writing import Transaction
from meso_cli.views.corrected import corrected_document
from meso_cli.views.scare import verdict_first
from meso_cli.when.reading import read_begin, typed_offset
from meso_cli.when.saying import absolute


def correct_treatment(name: str, said: Described, at: str | None, call: Call) -> None:
    """What was said replaces what was recorded."""
    answer_treatment(write_treatment(name, said, at, call), call)


def write_treatment(
    name: str, said: Described, at: str | None, call: Call, opened: Treatment | None = None
) -> Status:
    """Writes a correction in one step; returns the status as it was before.

    `opened` is the treatment that the person saw; where it is another by now, `ChangedMeanwhile`
    is raised and nothing is written.
    """
    now, before = call.now, look(call, named=name).status
    with recorded(call, f"edit {name.lower()}") as store:
        treatment = treatment_named(name, store)
        if opened is not None and treatment != opened:
            raise ChangedMeanwhile(f"{name} was changed while you were editing; nothing was overwritten.")
        moment = treatment.at
        if at is not None:
            read = read_start(at, f"meso edit {name} --at", call)
            moment = read.astimezone(_place(at, read, treatment, now))
            _refuse_start(store, treatment, moment, now)
        described = description(said, treatment.description)
        edits.correct_treatment(store, treatment.id, moment, clock.zone_name(moment), described)
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


def answer_treatment(before: Status, call: Call) -> None:
    """What moves because of the correction."""
    name = before.treatment.name
    with answering(call, f"{name} was corrected"):
        after = look(call, named=name)
        document = corrected_document(before, after.status, after.case.guide)
        terminal.show((*verdict_first(after), *document), call)


def read_start(words: str, command: str, call: Call) -> dt.datetime:
    """When a treatment was; `BadValue` for a moment that has not come."""
    now, day_start = call.now, call.settings.day_start
    moment = read_begin(words, at=now, command=command, day_start=day_start)
    if elapsed(now, moment) > CLOCK_TOLERANCE:
        raise BadValue(f"{absolute(moment, now)} has not come yet; a treatment is recorded when it is done.")
    return moment


def _refuse_start(store: Transaction, treatment: Treatment, moment: dt.datetime, now: dt.datetime) -> None:
    for entry in store.record(treatment.id).entries:
        if elapsed(entry.at, moment) > CLOCK_TOLERANCE:
            seen = absolute(entry.at, now)
            raise BadValue(f"#{entry.id} was observed before that ({seen}); correct or delete it first.")
