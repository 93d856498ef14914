"""Writing an entry in one transaction: when it was, which treatment it belongs to, what it says."""

import datetime as dt
from collections.abc import Iterator, Sequence

from meso_cli.commands.daily.acknowledgement import TypedTold, acknowledged_warnings
from meso_cli.commands.daily.sentences import refuse_unknown
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.context import HOW_TO_START, beside, has_guide, own_case
from meso_cli.commands.support.treatment_choice import treatment_at, treatment_named
from meso_cli.commands.support.writes import recorded
from meso_cli.errors import BadValue, NothingFound
from meso_cli.guide.reading import guide_called
from meso_cli.model.records import Acknowledgement, Entry, Observation, Record, Treatment, elapsed
from meso_cli.model.tiers import reaches
from meso_cli.recovery.acknowledgement import standing_at
from meso_cli.recovery.future_dated import set_apart_future_dated
from meso_cli.recovery.treatments import CLOCK_TOLERANCE
from meso_cli.signs.logs import series_by_item
from meso_cli.store.edits import Seen, add_acknowledgement, add_entry
from meso_cli.store.reading import Reader
from meso_cli.text import visible
from meso_cli.values import NamedTuple
from meso_cli.vocabulary.checkin import NoneLeft, none_left
from meso_cli.when.reading import WholeDay, read, read_past
from meso_cli.when.saying import absolute

_NOTHING_TOLD: tuple[Acknowledgement, ...] = ()


class Typed(NamedTuple):
    """What stands after `meso log`: the words, and the options as they were typed.

    `said_at`: the words of time among the words.
    """

    words: tuple[str, ...] = ()
    at: str | None = None
    note: str | None = None
    none: bool = False
    told: str | None = None
    about: str | None = None
    treatment: str | None = None
    said_at: str | None = None


class Logged(NamedTuple):
    """What was saved, and the treatment that it went to.

    `expected` is false where a person would have thought of another treatment. `entry` is None
    where nothing was observed, only `told`. `read_as`: how `--none` was read.
    """

    entry: Entry | None
    treatment: Treatment
    expected: bool
    told: tuple[Acknowledgement, ...] = ()
    read_as: tuple[str, ...] = ()


def record_entry(
    call: Call, observations: Sequence[Observation], typed: Typed, telling: TypedTold | None
) -> Logged:
    """Save one entry, and what was told about a warning; all is on the disk when this returns.

    Raises `BadValue` for a moment ahead of now or before the first treatment, `NothingFound`
    without a treatment, `WhichWarning` where several stand that could have been told about.
    """
    with recorded(call, "log") as store:
        present = treatment_at(call.now, store)
        at = _moment(typed, present, call)
        read_as = _read_as_now(typed, at, call)
        treatment = _receiving(store, typed.treatment, at, call.now)
        record = store.record(treatment.id)
        refuse_unknown(observations, record)
        left = _none_left(typed, observations, set_apart_future_dated(record, call.now))
        seen = (*observations, *left.zeros)
        entry, told = None, _NOTHING_TOLD
        if seen or typed.note or telling is None:
            number = add_entry(store, treatment.id, at, call.zone, Seen(seen, typed.note))
            entry = Entry(number, "", at, seen, typed.note)
        if telling is not None:  # about what stands with the entry in it
            known = set_apart_future_dated(store.record(treatment.id), call.now)
            elsewhere = _standing_elsewhere(store, treatment, at, call)
            told = acknowledged_warnings(telling, own_case(known), at, elsewhere)
            for each in told:
                add_acknowledgement(store, treatment.id, each, call.zone)
        store.command = _step(entry, told)
    expected = present is not None and present.id == treatment.id and treatment.ended_at is None
    return Logged(entry, treatment, expected, told, tuple(filter(None, (read_as, left.read_as))))


def _standing_elsewhere(
    store: Reader, treatment: Treatment, at: dt.datetime, call: Call
) -> Iterator[tuple[str, str]]:
    """The other treatments in which a warning stood at `at`, each with one that did; read when asked for."""
    for other in beside(store, at):
        if other.id != treatment.id and has_guide(other):
            case = own_case(set_apart_future_dated(store.record(other.id), call.now))
            asking = [row.id for row in standing_at(case, at) if reaches(row.tier, "contact")]
            yield from ((other.name, id) for id in asking[:1])


def _moment(typed: Typed, present: Treatment | None, call: Call) -> dt.datetime:
    """When it was; the present treatment is what "day 3" counts from.

    A day that is said holds the moment of `--at`, or now: "day 3 and still red". Any other time that is
    said beside `--at` may contradict it.
    """
    begun, day_start = present.at if present else None, call.settings.day_start

    def exact(words: str) -> dt.datetime:
        return read_past(words, at=call.now, command="--at", start=begun, day_start=day_start)

    at = call.now if typed.at is None else exact(typed.at)
    if typed.said_at is not None:
        said = read(typed.said_at, at=call.now, toward="past", start=begun, day_start=day_start)
        is_same_day = isinstance(said, WholeDay) and said.is_present(at)
        if not is_same_day and typed.at is not None:
            words = visible(typed.said_at, 40)
            raise BadValue(
                f"'{words}' says when it was, and so does --at; say it once, and nothing else changes"
            )
        at = at if is_same_day else exact(typed.said_at)
    if elapsed(call.now, at) > CLOCK_TOLERANCE:
        raise BadValue(f'{absolute(at, call.now)} has not come yet; log what is or was: --at "20 min ago"')
    return at


def _read_as_now(typed: Typed, at: dt.datetime, call: Call) -> str:
    """What is said of words like "this morning" that are about now: they are not dropped unsaid."""
    is_now = typed.said_at is not None and typed.at is None and at == call.now
    return f"'{visible(typed.said_at or '', 40)}' was read as now" if is_now else ""


def _receiving(store: Reader, named: str | None, at: dt.datetime, now: dt.datetime) -> Treatment:
    """The treatment that an entry of that moment goes to."""
    treatment = treatment_named(named, store) if named is not None else treatment_at(at, store)
    if treatment is None or elapsed(at, treatment.at) > CLOCK_TOLERANCE:
        raise _before(store, treatment, at, now)
    return treatment


def _none_left(typed: Typed, observations: Sequence[Observation], record: Record) -> NoneLeft:
    """What `--none` comes to beside what was named."""
    if not typed.none:
        return NoneLeft(())
    named = [observation.item for observation in observations]
    guide = guide_called(record.treatment.guide)
    return none_left(series_by_item(record.treatment, record.entries), guide, named)


def _step(entry: Entry | None, told: Sequence[Acknowledgement]) -> str:
    """What undo calls it; the words that somebody said stay out of it."""
    about = " and ".join(each.warning for each in told)
    parts = (entry and f"log #{entry.id}", told and f"told about {about}")
    return ", ".join(part for part in parts if part)


def _before(store: Reader, named: Treatment | None, at: dt.datetime, now: dt.datetime) -> Exception:
    first = named or next(iter(store.treatments()), None)
    if first is None:
        return NothingFound(f"No treatment yet. {HOW_TO_START}")
    return BadValue(
        f"{absolute(at, now)} is before {first.name} began ({absolute(first.at, now)}); "
        "say a later time with --at, or record the earlier treatment first: meso start"
    )
