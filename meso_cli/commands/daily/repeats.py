"""The command that saves what was understood, where it could not be saved."""

import datetime as dt
import os
import shlex
from contextlib import suppress
from typing import Literal

from meso_cli.commands.daily.entries import Typed
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.treatment_choice import treatment_at
from meso_cli.errors import BadValue, MesoError
from meso_cli.model.records import elapsed
from meso_cli.recovery.treatments import CLOCK_TOLERANCE
from meso_cli.store.reading import reading
from meso_cli.text import visible
from meso_cli.values import NamedTuple
from meso_cli.vocabulary.checkin import Checkin
from meso_cli.when.reading import Moment, WholeDay, read

_PART_OF_DAY = dt.timedelta(hours=12)
_LATER = {True: dt.timedelta(hours=3), False: dt.timedelta(hours=18)}
"""How long after its begin the example in a part of a day lies, and in anything longer."""


class When(NamedTuple):
    """What the command says after `--at`; None: nothing, as what was logged is of now.

    "as-typed": with the words that were typed. "example": nobody said the hour. "now": the words cannot
    be read, or name no time for a log.
    """

    words: str | None = None
    kind: Literal["as-typed", "example", "now"] = "as-typed"


def repeated(checkin: Checkin, typed: Typed, call: Call, at: str | None) -> str:
    """The command to type again, as it was probably meant: it would be accepted, and record nothing else.

    Somebody's own words stay out of messages, but for a note that was answered, and would be lost.
    """
    words = ["meso", "log", *checkin.to_repeat]
    if typed.none:
        words.append("--none")
    if typed.note and _is_answered(typed):
        words += ["--note", visible(typed.note)]
    if at is not None:
        words += ["--at", visible(at)]
    if typed.treatment is not None:
        words += ["--treatment", visible(typed.treatment)]
    database = call.options.db
    if database is not None and database != os.environ.get("MESO_DB"):
        words += ["--db", visible(database)]
    return shlex.join(words)


def left_out(typed: Typed) -> str:
    """What of the person's own words the command does not hold: ", with your note"."""
    own = ("your note" if typed.note and not _is_answered(typed) else "", "--told" if typed.told else "")
    named = " and ".join(filter(None, own))
    return f", with {named}" if named else ""


def _is_answered(typed: Typed) -> bool:
    return typed == Typed(note=typed.note, treatment=typed.treatment)


def when_again(typed: Typed, call: Call) -> When:
    """The time of what was typed, as `log` takes it."""
    words = typed.at if typed.at is not None else typed.said_at
    if words is None:
        return When()
    begun = _begun(call)
    start, day_start = begun[0] if begun else None, call.settings.day_start
    try:
        found = read(words, at=call.now, toward="past", start=start, day_start=day_start)
    except BadValue:
        return When(kind="now")
    if isinstance(found, WholeDay) and typed.at is None and found.is_present(call.now):
        return When()
    at = found.at if isinstance(found, Moment) else _example(found, call.now)
    is_before_all = bool(begun) and all(elapsed(at, first) > CLOCK_TOLERANCE for first in begun)
    if is_before_all or elapsed(call.now, at) > CLOCK_TOLERANCE or visible(words) != words:
        return When(kind="now")
    return When(words) if isinstance(found, Moment) else When(_exactly(at, call.now), "example")


def _example(day: WholeDay, now: dt.datetime) -> dt.datetime:
    """A moment of that day, not after now unless the day is still to come."""
    is_part = elapsed(day.start, day.end) <= _PART_OF_DAY
    at = day.start + _LATER[is_part]
    return (at if day.start > now else min(at, now)).astimezone(now.tzinfo)


def _exactly(at: dt.datetime, now: dt.datetime) -> str:
    days = (now.date() - at.date()).days
    date = {0: "today", 1: "yesterday"}.get(days, at.date().isoformat())
    return f"{date} {at:%H:%M}"


def _begun(call: Call) -> tuple[dt.datetime, ...]:
    """When the treatments began, the present one first; none where they cannot be read."""
    with suppress(MesoError), call.database.hardly_waiting(), reading(call.database) as store:
        present = treatment_at(call.now, store)
        return tuple(row.at for row in (present, *store.treatments()) if row is not None)
    return ()
