"""Correcting an entry: its values, its moment, its note."""

import datetime as dt

from meso_cli.commands.ask.card import show_card_first
from meso_cli.commands.correct.form_filling import ChangedMeanwhile
from meso_cli.commands.daily.notes import noted_in
from meso_cli.commands.daily.sentences import TreatmentIn, names_in, read_said
from meso_cli.commands.daily.unclear import refuse
from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.context import look, refuse_without_guide
from meso_cli.commands.support.numbers import entry_named
from meso_cli.commands.support.writes import answering, recorded
from meso_cli.errors import BadValue, MesoError
from meso_cli.model.records import Entry, Observation, Treatment, elapsed
from meso_cli.model.settings import Settings
from meso_cli.recovery.treatments import CLOCK_TOLERANCE
from meso_cli.store import edits
from meso_cli.store.reading import reading
from meso_cli.store.writing import Transaction
from meso_cli.values import NamedTuple
from meso_cli.views.logged import Receipt, logged_document
from meso_cli.vocabulary import fields
from meso_cli.vocabulary.notes import read_note
from meso_cli.when.reading import read_past
from meso_cli.when.saying import absolute

_TAKEN_OUT = ("=", ":")


class Correction(NamedTuple):
    """What becomes of an entry; None leaves the moment or the note as it is, "" takes the note out."""

    observations: tuple[Observation, ...]
    gone: tuple[str, ...]
    at: str | None
    note: str | None


class Written(NamedTuple):
    """The number of the entry, and whether it says anything else than before."""

    number: int
    changed: bool


def correct_entry(name: str, items: tuple[str, ...], at: str | None, note: str | None, call: Call) -> None:
    """ITEM=VALUE sets an item, ITEM= takes it out; a red flag gets its card as in `log`."""
    removed = [item[:-1] for item in items if item.endswith(_TAKEN_OUT)]
    kept = [item for item in items if not item.endswith(_TAKEN_OUT)]
    checkin, known = read_said(kept, call, treatment_of(name))
    in_note = read_note(note, names_in(call, treatment_of(name))).red_flags if note else ()
    if checkin.needs_card or in_note:
        show_card_first(call, checkin.red_flags or in_note, known.guide, beside=checkin.observations)
    try:
        refuse(checkin, known, call)
        # Removing reads names alone: a sign is not "reported" by taking it out.
        names, known = read_said([f"{item}=0" for item in removed], call, treatment_of(name))
        refuse(names, known, call)
        gone = tuple(observation.item for observation in names.observations)
        written = write_entry(name, Correction(checkin.observations, gone, at, note), call)
    except MesoError as error:
        if checkin.needs_card:
            error.outcome = "Nothing was saved."
        raise
    answer_entry(written, call, below_card=checkin.needs_card or bool(in_note))


def treatment_of(name: str) -> TreatmentIn:
    """The treatment that the entry belongs to."""
    return lambda store: entry_named(name, store)[0]


def write_entry(name: str, correction: Correction, call: Call, opened: Entry | None = None) -> Written:
    """Writes a correction in one step.

    `opened` is the entry that the person saw; where it is another by now, `ChangedMeanwhile` is
    raised and nothing is written.
    """
    now, own = call.now, call.settings
    words = fields.text(correction.note, "note")
    with recorded(call, "edit") as store:
        treatment, entry = entry_named(name, store)
        refuse_without_guide(treatment)
        if opened is not None and entry != opened:
            raise ChangedMeanwhile(
                f"#{entry.id} was changed while you were editing; nothing was overwritten."
            )
        store.command = f"edit #{entry.id}"
        if correction.at is not None:
            moment = read_moment(correction.at, f"meso edit {entry.id} --at", treatment, now, own)
            edits.move_entry(store, entry.id, moment, call.zone)
        if correction.note is not None:
            edits.set_note(store, entry.id, words)
        for observation in correction.observations:
            edits.set_observation(store, entry.id, observation)
        for item in correction.gone:
            edits.remove_observation(store, entry.id, item)
        _refuse_empty(store, entry)
        return Written(entry.id, store.changed)


def read_moment(
    words: str, command: str, treatment: Treatment, now: dt.datetime, own: Settings
) -> dt.datetime:
    """When an entry was observed: `BadValue` for a moment ahead of now, or before its treatment."""
    moment = read_past(words, at=now, command=command, start=treatment.at, day_start=own.day_start)
    _refuse_moment(moment, treatment, now)
    return moment


def _refuse_moment(moment: dt.datetime, treatment: Treatment, now: dt.datetime) -> None:
    if elapsed(now, moment) > CLOCK_TOLERANCE:
        raise BadValue(f"{absolute(moment, now)} has not come yet; an entry says what is or was.")
    if elapsed(moment, treatment.at) > CLOCK_TOLERANCE:
        raise BadValue(
            f"{absolute(moment, now)} is before {treatment.name} began ({absolute(treatment.at, now)})."
        )


def _refuse_empty(store: Transaction, entry: Entry) -> None:
    found = store.entry(entry.id)
    if found is not None and not (found[1].observations or found[1].note):
        raise BadValue(f"Nothing would be left of #{entry.id}; remove it instead: meso delete {entry.id}")


def answer_entry(written: Written, call: Call, *, below_card: bool = False) -> None:
    """What the entry says now, warnings first."""
    with answering(call, f"#{written.number} was corrected" if written.changed else "Nothing changed"):
        with reading(call.database) as store:
            treatment, entry = entry_named(str(written.number), store)
        context = look(call, named=treatment.name)
        receipt = Receipt(
            entry,
            note=noted_in(entry, context.case),
            verb="Corrected" if written.changed else "Nothing changed in",
            changed=written.changed,
            card_above=below_card,
        )
        terminal.show(logged_document(receipt, context), call)
