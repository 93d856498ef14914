"""`meso log`."""

import datetime as dt
import shlex
import sys
from typing import Annotated

import typer

from meso_cli.commands import clock, paths, terminal
from meso_cli.commands.card import said_by_card, show_card_first
from meso_cli.commands.checking_in.noted import noted_in
from meso_cli.commands.checking_in.recording import Logged, log_entry
from meso_cli.commands.checking_in.saying import names_in, plan_named, read_said, refuse_unknown
from meso_cli.commands.checking_in.settling import settled
from meso_cli.commands.checking_in.telling import Telling, WhichWarning, read_telling, told_about, which
from meso_cli.commands.configuration import settings
from meso_cli.commands.keeping.daily import daily_backup
from meso_cli.commands.looking import look, own_case
from meso_cli.commands.saved import saved
from meso_cli.commands.shared import Shared, shared
from meso_cli.errors import BadValue, MesoError, NeedsInput
from meso_cli.guide.reading import read_guide
from meso_cli.model.guide import Guide
from meso_cli.model.records import Observation, Record, Treatment
from meso_cli.recovery.ahead import set_apart
from meso_cli.signs.logs import series_by_item
from meso_cli.text import visible
from meso_cli.views.logged import Receipt, logged_document
from meso_cli.vocabulary import fields
from meso_cli.vocabulary.checkin import Checkin, zeros
from meso_cli.vocabulary.items import Items
from meso_cli.vocabulary.notes import Noted, read_note
from meso_cli.when.reading import read_past

_MOST_BYTES = 4 * fields.LONGEST_TEXT
WHAT_TO_SAY = (
    "Say what you see: meso log redness=2 swelling fever=no. "
    "Grades go from 0 (none) to 4 (very severe); --none says that no symptom is left."
)


def log(
    ctx: typer.Context,
    items: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ITEM[=VALUE]]...",
            help="redness=2 swelling itch:mild pus fever=no water=6",
            show_default=False,
        ),
    ] = None,
    at: Annotated[
        str | None, typer.Option(metavar="WHEN", help="When it was: '20 min ago', 'yesterday 20:15'.")
    ] = None,
    note: Annotated[
        str | None, typer.Option(metavar="TEXT", help="A note; - reads it from standard input.")
    ] = None,
    none: Annotated[bool, typer.Option("--none", help="Every symptom that was above 0 is now 0.")] = False,
    told: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="Somebody was told about a warning: 'clinic: come tomorrow'."),
    ] = None,
    about: Annotated[
        str | None, typer.Option(metavar="WARNING", help="Which one, where several stand: pus.")
    ] = None,
    treatment: Annotated[str | None, typer.Option(metavar="ID", help="Another treatment: t1.")] = None,
) -> None:
    """Log how it is now: symptoms (0-4), signs (yes or no), care, a note. Alone: a few questions.

    \b
    Examples:
      meso log
      meso log redness=2 swelling itch:mild
      meso log fever=38.5
      meso log --none --note "feels calm"
      meso log redness=1 --at "yesterday 20:15"
      meso log --told "clinic: come in tomorrow"
    """
    if _is_alone(ctx) and terminal.can_ask(shared(ctx)):
        from meso_cli.commands.checking_in.guided import check_in  # its questions are for a person who waits

        checkin, note = check_in(shared(ctx), treatment)
        known = names_in(shared(ctx), plan_named(treatment))
    else:
        checkin, known = read_said(items or (), shared(ctx), plan_named(treatment))
        if checkin.needs_card:
            show_card_first(checkin.red_flags, known.guide)
    try:
        telling = read_telling(told, about)
        at = _one_time(at, checkin.at)
        whole, all_gone = settled(checkin, known, shared(ctx))
        logged = _save(shared(ctx), whole, at, note, none or all_gone, treatment, telling)
    except MesoError as error:
        if checkin.to_repeat and (checkin.red_flags or not checkin.is_whole):
            again = _repeated(checkin, at, none, treatment)
            error.outcome = f"Nothing was saved. To save what was understood, repeat: {again}"
        raise
    with saved(f"#{logged.entry.id} was saved" if logged.entry else "What you told was saved"):
        _answer(logged, checkin, shared(ctx))


def _is_alone(ctx: typer.Context) -> bool:
    """Whether nothing was said but, perhaps, which treatment it is about."""
    said = (value for name, value in ctx.params.items() if name != "treatment")
    return all(value in (None, False, [], ()) for value in said)


def _save(
    options: Shared,
    checkin: Checkin,
    at: str | None,
    note: str | None,
    none: bool,
    named: str | None,
    telling: Telling | None,
) -> Logged:
    words = fields.text(_read_note(note), "note")
    if not (checkin.observations or words or none or telling):
        raise NeedsInput(WHAT_TO_SAY)
    own, now, guide = settings(), clock.now(), read_guide()
    if words and not checkin.red_flags:
        _show_card_for_note(words, names_in(options, plan_named(named)))

    def when(present: Treatment | None) -> dt.datetime:
        if at is None:
            return now
        begun = present.at if present else None
        return read_past(at, at=now, command="meso log --at", start=begun, day_start=own.day_start)

    def observe(record: Record) -> tuple[Observation, ...]:
        refuse_unknown(checkin.observations, record)
        return _observed(checkin, none, bool(words), set_apart(record, now), guide)

    def save(telling: Telling | None) -> Logged:
        return log_entry(
            paths.database(options),
            when=when,
            now=now,
            zone=clock.zone_name(now),
            observe=observe,
            note=words,
            named=named,
            tell=telling and (lambda record, at: told_about(telling, own_case(record), at)),
        )

    try:
        return save(telling)
    except WhichWarning as unclear:  # asked after the transaction: other writers wait for that one
        return save(telling and telling._replace(about=which(unclear, options)))


def _one_time(given: str | None, said: str | None) -> str | None:
    """The moment, from the option or from the words; both at once may contradict each other."""
    if given is not None and said is not None:
        raise BadValue(
            f"'{visible(said, 40)}' says when it was, and so does --at; say it once, and nothing else changes"
        )
    return given if said is None else said


def _show_card_for_note(note: str, known: Items) -> None:
    if flags := read_note(note, known).red_flags:
        show_card_first(flags, known.guide)


def _observed(
    checkin: Checkin, none: bool, has_note: bool, record: Record, guide: Guide
) -> tuple[Observation, ...]:
    """What to save; `--none` adds a 0 for all that was above it."""
    if not none:
        return checkin.observations
    named = [observation.item for observation in checkin.observations]
    added = zeros(series_by_item(record.treatment, record.entries), guide, named)
    if not (added or named or has_note):
        raise BadValue(
            "No symptom in the log is above 0; name what you looked at: meso log redness=0 swelling=0"
        )
    return (*checkin.observations, *added)


def _answer(logged: Logged, checkin: Checkin, options: Shared) -> None:
    context = look(options, named=logged.treatment.name)
    entry = logged.entry
    note = noted_in(entry, context.case) if entry else Noted()
    below_card = checkin.needs_card or bool(note.red_flags)
    receipt = Receipt(
        entry,
        logged.told,
        note,
        read_as=checkin.read_as,
        elsewhere=not logged.expected,
        said_above=said_by_card() if below_card else (),
    )
    terminal.show(logged_document(receipt, context), options, below_card=below_card)
    daily_backup(paths.database(options))


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


def _repeated(checkin: Checkin, at: str | None, none: bool, named: str | None) -> str:
    """The command to type again, as it was probably meant; a note is left out of messages."""
    words = ["meso", "log", *checkin.to_repeat]
    if none:
        words.append("--none")
    if at is not None:
        words += ["--at", visible(at)]
    if named is not None:
        words += ["--treatment", visible(named)]
    return shlex.join(words)
