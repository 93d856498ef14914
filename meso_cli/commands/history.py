"""`meso history`."""

from typing import Annotated

import typer

from meso_cli.commands import clock, paths, terminal
from meso_cli.commands.looking import HOW_TO_START, settings, treatment_at, treatment_named
from meso_cli.commands.named import entry_named, is_treatment
from meso_cli.commands.shared import shared
from meso_cli.errors import BadValue, NothingFound
from meso_cli.guide.reading import read_guide
from meso_cli.model.guide import Guide
from meso_cli.model.records import Acknowledgement, Entry, Treatment, elapsed
from meso_cli.store.reading import Reader, reading
from meso_cli.text import visible
from meso_cli.when.reading import WholeDay, read


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
        str | None, typer.Option(metavar="WHEN", help="Only entries since then: '3 days ago'.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Your treatments, and the entries of one.

    \b
    Examples:
      meso history
      meso history t1 --item redness --since "3 days ago"
      meso history 12
    """
    options, guide, now, own = shared(ctx), read_guide(), clock.now(), settings()
    with reading(paths.database(options)) as store:
        treatments = store.treatments()
        treatment, entries, told = _chosen(name, store)
        plan = store.plan(treatment.id)
    if plan is not None:
        from meso_cli.recovery.plan import extended

        guide = extended(guide, plan)
    if item is not None:
        item = _item(item, guide)
        entries = tuple(entry for entry in entries if any(seen.item == item for seen in entry.observations))
        told = tuple(row for row in told if row.warning == item)
    if since is not None:
        begun = treatment.at if treatment else None
        moment = read(since, at=now, toward="past", start=begun, day_start=own.day_start)
        first = moment.start if isinstance(moment, WholeDay) else moment.at
        entries = tuple(entry for entry in entries if elapsed(first, entry.at).total_seconds() >= 0)
        told = tuple(row for row in told if elapsed(first, row.at).total_seconds() >= 0)
    if json:
        from meso_cli.export.history_json import history_json

        terminal.write(history_json(treatments, treatment, entries, told, own, now))
        return
    from meso_cli.views.history import history_document

    terminal.show(history_document(treatments, treatment, entries, told, guide, own, now), options)


def _chosen(
    name: str | None, store: Reader
) -> tuple[Treatment, tuple[Entry, ...], tuple[Acknowledgement, ...]]:
    if name is not None and not is_treatment(name):
        treatment, entry = entry_named(name, store)
        return treatment, (entry,), ()
    if name is not None:
        chosen: Treatment | None = treatment_named(name, store)
    else:
        chosen = treatment_at(clock.now(), store) or next(iter(store.treatments()), None)
    if chosen is None:
        raise NothingFound(f"No treatment yet. {HOW_TO_START}")
    record = store.record(chosen.id)
    return chosen, record.entries, record.acknowledgements


def _item(item: str, guide: Guide) -> str:
    """The id of a symptom, sign or care item that is meant."""
    if item in guide.symptoms or item in guide.signs or item in guide.care:
        return item
    from meso_cli.guide.words import read_item_aliases

    meant = read_item_aliases().get(item.strip().lower())
    if meant is None:
        raise BadValue(f"There is no item '{visible(item, 40)}'; see: meso log --help")
    return meant
