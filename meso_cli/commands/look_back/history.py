"""What was recorded: the treatments, and the entries of one."""

import datetime as dt
from collections.abc import Iterator

from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.context import HOW_TO_START, look, own_case
from meso_cli.commands.support.numbers import entry_named, is_treatment
from meso_cli.commands.support.treatment_choice import treatment_at, treatment_named
from meso_cli.commands.support.vocabulary import items_of
from meso_cli.errors import BadValue, NothingFound
from meso_cli.model.guide import Guide
from meso_cli.model.history import Elsewhere, History
from meso_cli.model.records import Entry, Record, Treatment, elapsed
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.recovery.trend import endings
from meso_cli.store.reading import Reader, reading
from meso_cli.text import visible
from meso_cli.values import NamedTuple
from meso_cli.vocabulary.items import Items
from meso_cli.when.reading import Moment, WholeDay, read

_MINUTE = dt.timedelta(minutes=1)
_NO_TIME = dt.timedelta()


class HistoryRequest(NamedTuple):
    """What somebody wants to see, as typed: of which treatment or entry, about which item, of which time.

    `grep` is what a note must say.
    """

    name: str | None
    item: str | None
    since: str | None
    until: str | None
    grep: str | None = None


def history(call: Call, asked: HistoryRequest, *, json: bool) -> None:
    """Shows the treatments, and the entries of the one that is asked for."""
    found, guide = _found(call, asked)
    if json:
        from meso_cli.export.history_json import history_json

        terminal.write_document(history_json(found, call.settings, call.now))
        return
    from meso_cli.views.history import history_document
    from meso_cli.views.scare import verdict_first
    from meso_cli.views.status import elsewhere

    document = history_document(found, guide, call.settings, Viewpoint(call.now))
    context = look(call, named=found.treatment.name)
    terminal.show((*verdict_first(context), *document, *elsewhere(context.status)), call)


def _found(call: Call, asked: HistoryRequest) -> tuple[History, Guide]:
    """What is asked for, with the guide that words it."""
    with reading(call.database) as store:
        period = _period(asked, store, call)
        record, endings_of = _chosen(asked.name, period.last_moment(call.now), store)
        treatment, entries, told = record.treatment, record.entries, record.acknowledgements
        treatments = tuple(row for row in store.treatments() if row == treatment or period.overlaps(row))
        plan = store.plan(treatment.id)
        elsewhere = None if asked.grep is None else tuple(_elsewhere(asked.grep, treatment, period, store))
    case = own_case(endings_of._replace(plan=plan))
    guide, ended = case.guide, endings(case, call.settings)
    entries = tuple(entry for entry in entries if period.holds(entry.at))
    told = tuple(row for row in told if period.holds(row.at))
    if asked.item is not None:
        item = _item(asked.item, items_of(guide, plan))
        entries = tuple(about for entry in entries if (about := _alone(item, entry)).observations)
        told = tuple(row for row in told if row.warning == item)
        ended = tuple(row for row in ended if row.id == item)
    if asked.grep is not None:
        entries, told = _saying(asked.grep, entries), ()
    return History(treatments, treatment, entries, told, ended, elsewhere), guide


def _alone(item: str, entry: Entry) -> Entry:
    """What an entry says about one item, with its note."""
    return entry._replace(observations=tuple(seen for seen in entry.observations if seen.item == item))


def _saying(words: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries whose note holds the words."""
    return tuple(entry for entry in entries if _says(words, entry.note))


def _says(words: str, note: str | None) -> bool:
    """Whether a note holds the words, in any case and however they are spaced."""
    wanted = " ".join(words.split()).casefold()
    if not wanted:
        raise BadValue("--grep takes a word to look for in notes", 'try --grep "walk"')
    return wanted in " ".join((note or "").split()).casefold()


def _elsewhere(words: str, shown: Treatment, period: "_Period", store: Reader) -> Iterator[Elsewhere]:
    """Where the words also are: in the notes of treatments, and in entries of those that are not shown."""
    for row in store.treatments():
        others = store.record(row.id).entries if row != shown else ()
        entries = tuple(entry.id for entry in _saying(words, others) if period.holds(entry.at))
        in_its_note = _says(words, row.note) and period.overlaps(row)
        if entries or in_its_note:
            yield Elsewhere(row.name, entries, in_its_note)


class _Period(NamedTuple):
    """The moments asked about, [since, until); None is without an end."""

    since: dt.datetime | None
    until: dt.datetime | None

    def holds(self, at: dt.datetime) -> bool:
        """Whether a moment lies in it."""
        after = self.since is None or elapsed(self.since, at) >= _NO_TIME
        return after and (self.until is None or elapsed(at, self.until) > _NO_TIME)

    def overlaps(self, treatment: Treatment) -> bool:
        """Whether a treatment had begun by its end, and was not ended before."""
        begun = self.until is None or elapsed(treatment.at, self.until) > _NO_TIME
        ended = self.since and treatment.ended_at and elapsed(treatment.ended_at, self.since) > _NO_TIME
        return begun and not ended

    def last_moment(self, now: dt.datetime) -> dt.datetime:
        """The moment whose treatment is meant where none is named."""
        return now if self.until is None or elapsed(now, self.until) > _NO_TIME else self.until - _MINUTE


def _period(asked: HistoryRequest, store: Reader, call: Call) -> _Period:
    """Both ends as they were typed: a bare day begins at its start and ends with it."""
    name = asked.name
    named = treatment_named(name, store) if name and is_treatment(name) else treatment_at(call.now, store)
    begun = named.at if named else None

    def said(words: str) -> Moment | WholeDay:
        return read(words, at=call.now, toward="past", start=begun, day_start=call.settings.day_start)

    first = said(asked.since) if asked.since is not None else None
    last = said(asked.until) if asked.until is not None else None
    period = _Period(
        first.start if isinstance(first, WholeDay) else first and first.at,
        # Until 18:00 is with what was logged at 18:00.
        last.end if isinstance(last, WholeDay) else last and last.at.replace(second=0) + _MINUTE,
    )
    if period.since and period.until and elapsed(period.since, period.until) <= _NO_TIME:
        raise BadValue("--since is after --until; swap them.")
    return period


def _chosen(name: str | None, at: dt.datetime, store: Reader) -> tuple[Record, Record]:
    """The treatment with what is to be shown of it, and the whole of it."""
    if name is not None and not is_treatment(name):
        treatment, entry = entry_named(name, store)
        return Record(treatment, (entry,)), Record(treatment)
    if name is not None:
        chosen: Treatment | None = treatment_named(name, store)
    else:
        chosen = treatment_at(at, store) or next(iter(store.treatments()), None)
    if chosen is None:
        raise NothingFound(f"No treatment yet. {HOW_TO_START}")
    record = store.record(chosen.id)
    return record, record


def _item(item: str, items: Items) -> str:
    """The id of a symptom, sign or care item that is meant."""
    meant = items.item(item)
    if meant is None:
        raise BadValue(f"There is no item '{visible(item, 40)}'; see: meso log --help")
    return meant
