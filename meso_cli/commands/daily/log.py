"""Logging what was typed: read, saved, and answered with what it means today."""

import sys
from contextlib import nullcontext

from meso_cli.commands.ask.card import show_card_first
from meso_cli.commands.daily.acknowledgement import (
    TypedTold,
    WhichWarning,
    typed_acknowledgement,
    which,
)
from meso_cli.commands.daily.entries import Logged, Typed, record_entry
from meso_cli.commands.daily.notes import noted_in
from meso_cli.commands.daily.repeats import When, left_out, repeated, when_again
from meso_cli.commands.daily.sentences import names_in, read_said, treatment_meant
from meso_cli.commands.daily.treatment_asked import chosen
from meso_cli.commands.daily.unclear import SaidNo, settled
from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.context import look
from meso_cli.commands.support.guard import say_what_is_left_out
from meso_cli.commands.support.writes import answering, said_if_long
from meso_cli.errors import BadValue, MesoError, NeedsInput, Stopped
from meso_cli.recovery.looking_again import next_look
from meso_cli.views.logged import Receipt, logged_document
from meso_cli.vocabulary import fields
from meso_cli.vocabulary.checkin import Checkin
from meso_cli.vocabulary.items import Items
from meso_cli.vocabulary.notes import Noted, read_note

_MOST_BYTES = 4 * fields.LONGEST_TEXT
WHAT_TO_SAY = (
    "Say what you see: meso log redness=2 swelling fever=no. "
    "Grades go from 0 (none) to 4 (very severe); --none says that no symptom is left."
)


def log(call: Call, typed: Typed) -> None:
    """Saves what was typed, or what a person answers where nothing was; a red flag gets its card first."""
    try:
        _log(call, typed)
    finally:
        say_what_is_left_out(call, None)


def _log(call: Call, typed: Typed) -> None:
    alone = typed == Typed(treatment=typed.treatment)
    if alone:  # the questions are about one treatment
        try:
            typed = typed._replace(treatment=chosen(call, typed))
        except (KeyboardInterrupt, EOFError) as stop:
            raise Stopped("Stopped; nothing was saved.") from stop
    checkin, known, typed = _heard(call, typed)
    typed = typed._replace(said_at=checkin.at)
    is_saving = False
    try:
        if not alone and not checkin.red_flags:  # a red flag is saved at once
            typed = typed._replace(treatment=chosen(call, typed))
        telling = typed_acknowledgement(typed.told, typed.about)
        whole, all_gone = settled(checkin, known, call)
        typed = typed._replace(none=typed.none or all_gone)
        is_saving = True
        with said_if_long(call) if alone else nullcontext():
            logged = _save(call, whole, typed, telling, known if alone else None)
    except SaidNo:
        raise
    except MesoError as error:
        error.outcome = _outcome(checkin, typed, call, alone=alone) or error.outcome
        raise
    except (KeyboardInterrupt, EOFError) as stop:
        again = _again(checkin, typed, call, when_again(typed, call), alone=alone)
        if not is_saving:
            outcome = f"To save what was understood: {again}" if again else ""
            raise Stopped("Stopped; nothing was saved.", outcome=outcome) from stop
        outcome = f"If it is not there, save it: {again}" if again else ""
        raise Stopped("Stopped; meso history says whether it was saved", outcome=outcome) from stop
    with answering(call, f"#{logged.entry.id} was saved" if logged.entry else "What you told was saved"):
        _answer(logged, checkin, call)


def _outcome(checkin: Checkin, typed: Typed, call: Call, *, alone: bool) -> str:
    """That nothing was saved, and the command that would save it; nothing where little is lost."""
    when = when_again(typed, call)
    again = _again(checkin, typed, call, when, alone=alone)
    if not again:
        return ""
    how = {
        "as-typed": f"To save what was understood, repeat{left_out(typed)}:",
        "example": f"To save what was understood{left_out(typed)}, say the hour, such as:",
        "now": f"To save what was understood as it is now{left_out(typed)}:",
    }[when.kind]
    return f"Nothing was saved. {how} {again}"


def _again(checkin: Checkin, typed: Typed, call: Call, when: When, *, alone: bool) -> str:
    """The command to repeat where much would be lost: a red flag, a whole check-in, words half understood."""
    if checkin.is_calm:
        typed = typed._replace(none=True)
    is_much = checkin.is_calm or (alone and bool(checkin.to_repeat or typed.note))
    is_unclear = bool(checkin.red_flags) or not checkin.is_whole or when.kind != "as-typed"
    is_needed = is_much or (bool(checkin.to_repeat or typed.none) and is_unclear)
    return repeated(checkin, typed, call, when.words) if is_needed else ""


def _heard(call: Call, typed: Typed) -> tuple[Checkin, Items, Typed]:
    """The check-in and the names it was read with.

    Asks on a terminal when only a treatment, or nothing, was given.
    """
    treatment_in = treatment_meant(call, typed.treatment)
    if typed == Typed(treatment=typed.treatment) and terminal.can_ask(call) and not call.answers_json:
        from meso_cli.commands.daily.check_in import check_in  # its questions are for a person who waits

        return check_in(call, typed.treatment)
    checkin, known = read_said(typed.words, call, treatment_in)
    if checkin.needs_card:
        show_card_first(call, checkin.red_flags, known.guide, beside=checkin.observations)
    return checkin, known, typed


def _save(
    call: Call, checkin: Checkin, typed: Typed, telling: TypedTold | None, known: Items | None
) -> Logged:
    """Saves it, a red flag's card in the note first; `known` spares another look at the records for names."""
    note = fields.text(_read_note(typed.note), "note")
    if not (checkin.observations or note or typed.none or telling):
        raise NeedsInput(WHAT_TO_SAY)
    if note and not checkin.red_flags:
        known = known or names_in(call, treatment_meant(call, typed.treatment))
        _show_card_for_note(call, note, checkin, known)
    typed = typed._replace(note=note)
    try:
        return record_entry(call, checkin.observations, typed, telling)
    except WhichWarning as unclear:  # asked after the transaction: other writers wait for that one
        about = which(unclear, call)
        return record_entry(call, checkin.observations, typed, telling and telling._replace(about=about))


def _show_card_for_note(call: Call, note: str, checkin: Checkin, known: Items) -> None:
    if flags := read_note(note, known).red_flags:
        show_card_first(call, flags, known.guide, beside=checkin.observations)


def _answer(logged: Logged, checkin: Checkin, call: Call) -> None:
    context = look(call, named=logged.treatment.name)
    entry = logged.entry
    note = noted_in(entry, context.case) if entry else Noted()
    below_card = checkin.needs_card or bool(note.red_flags)
    receipt = Receipt(
        entry,
        logged.told,
        note,
        read_as=(*checkin.read_as, *logged.read_as),
        elsewhere=not logged.expected,
        card_above=below_card,
        next_look=next_look(context.case, entry, context.status, call.settings) if entry else None,
    )
    if call.answers_json:
        from meso_cli.export.logged_json import logged_json

        terminal.write_document(logged_json(entry, receipt.told, receipt.read_as, context))
    else:
        terminal.show(logged_document(receipt, context), call)


def _read_note(note: str | None) -> str | None:
    if note != "-":
        return note
    if sys.stdin is None:  # closed before we were started
        raise NeedsInput("There is no standard input to read the note from; nothing was saved.")
    raw = sys.stdin.buffer.read(_MOST_BYTES + 1)
    if len(raw) > _MOST_BYTES:  # or without an end
        raise fields.too_long("note")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadValue("The note on standard input is not UTF-8 text; nothing was saved.") from error
