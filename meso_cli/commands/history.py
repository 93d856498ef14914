"""`meso history`."""

import datetime as dt
from typing import Annotated, NamedTuple

import typer

from meso_cli.commands import clock, paths, terminal
from meso_cli.commands.configuration import settings
from meso_cli.commands.looking import HOW_TO_START, own_case, treatment_at, treatment_named
from meso_cli.commands.named import entry_named, is_treatment
from meso_cli.commands.shared import shared
from meso_cli.commands.vocabulary import items_of
from meso_cli.errors import BadValue, NothingFound
from meso_cli.model.history import History
from meso_cli.model.records import Acknowledgement, Entry, Record, Treatment, elapsed
from meso_cli.model.settings import Settings
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.store.reading import Reader, reading
from meso_cli.text import visible
from meso_cli.vocabulary.items import Items
from meso_cli.when.reading import Moment, WholeDay, read

_MINUTE = dt.timedelta(minutes=1)
_NO_TIME = dt.timedelta()


def history(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="A treatment (t1) or an entry (12).", show_default=False),
    ] = None,
    item: Annotated[
        str | None, typer.Option(metavar="ITEM", help="Only entries that mention it: redness.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="WHEN", help="Only what was since then: '3 days ago'.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="WHEN", help="Only what was until then; a bare day is included.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Your treatments, and the entries of one.

    \b
    Examples:
      meso history
      meso history t1 --item redness --since "3 days ago"
      meso history --since "1 mar" --until "3 mar"
      meso history 12
    """
    options, now, own = shared(ctx), clock.now(), settings()
    with reading(paths.database(options)) as store:
        period = _period(since, until, name, store, own)
        treatment, entries, told = _chosen(name, period.last_moment(now), store)
        treatments = tuple(row for row in store.treatments() if row == treatment or period.overlaps(row))
        plan = store.plan(treatment.id)
    guide = own_case(Record(treatment, plan=plan)).guide
    entries = tuple(entry for entry in entries if period.holds(entry.at))
    told = tuple(row for row in told if period.holds(row.at))
    if item is not None:
        item = _item(item, items_of(guide, plan))
        entries = tuple(entry for entry in entries if any(seen.item == item for seen in entry.observations))
        told = tuple(row for row in told if row.warning == item)
    found = History(treatments, treatment, entries, told)
    if json:
        from meso_cli.export.history_json import history_json

        terminal.write(history_json(found, own, now))
        return
    from meso_cli.views.history import history_document

    terminal.show(history_document(found, guide, own, Viewpoint(now)), options)


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


def _period(since: str | None, until: str | None, name: str | None, store: Reader, own: Settings) -> _Period:
    """Both ends as they were typed: a bare day begins at its start and ends with it."""
    now = clock.now()
    named = treatment_named(name, store) if name and is_treatment(name) else treatment_at(now, store)

    def said(words: str) -> Moment | WholeDay:
        return read(words, at=now, toward="past", start=named.at if named else None, day_start=own.day_start)

    first = said(since) if since is not None else None
    last = said(until) if until is not None else None
    period = _Period(
        first.start if isinstance(first, WholeDay) else first and first.at,
        # Until 18:00 is with what was logged at 18:00.
        last.end if isinstance(last, WholeDay) else last and last.at.replace(second=0) + _MINUTE,
    )
    if period.since and period.until and elapsed(period.since, period.until) <= _NO_TIME:
        raise BadValue("--since is after --until; swap them.")
    return period


def _chosen(
    name: str | None, at: dt.datetime, store: Reader
) -> tuple[Treatment, tuple[Entry, ...], tuple[Acknowledgement, ...]]:
    if name is not None and not is_treatment(name):
        treatment, entry = entry_named(name, store)
        return treatment, (entry,), ()
    if name is not None:
        chosen: Treatment | None = treatment_named(name, store)
    else:
        chosen = treatment_at(at, store) or next(iter(store.treatments()), None)
    if chosen is None:
        raise NothingFound(f"No treatment yet. {HOW_TO_START}")
    record = store.record(chosen.id)
    return chosen, record.entries, record.acknowledgements


def _item(item: str, items: Items) -> str:
    """The id of a symptom, sign or care item that is meant."""
    meant = items.item(item)
    if meant is None:
        raise BadValue(f"There is no item '{visible(item, 40)}'; see: meso log --help")
    return meant
