"""`meso delete` and `meso end`: take an entry or a treatment out of sight; close a follow-up."""

from typing import Annotated

import typer

from meso_cli.commands import clock, paths, terminal
from meso_cli.commands.confirming import sure
from meso_cli.commands.keeping.daily import daily_backup
from meso_cli.commands.looking import look, treatment_named
from meso_cli.commands.named import entry_named, is_treatment
from meso_cli.commands.saved import saved
from meso_cli.commands.shared import shared
from meso_cli.errors import NothingFound
from meso_cli.store.reading import reading
from meso_cli.store.records import end_treatment
from meso_cli.store.writing import writing
from meso_cli.text import counted
from meso_cli.views.blocks import Say
from meso_cli.views.logged import UNDO
from meso_cli.views.warnings import label_of
from meso_cli.views.wording import inside, listed, treatment_words

Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]


def delete(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="ID", help="12 or t1.", show_default=False)],
    yes: Yes = False,
) -> None:
    """Delete an entry, or a treatment with all its entries.

    \b
    Examples:
      meso delete 12
      meso delete t1 --yes
    """
    options, database = shared(ctx), paths.database(shared(ctx))
    of_treatment = is_treatment(name)
    if of_treatment:
        with reading(database) as store:
            treatment = treatment_named(name, store)
            number = len(store.record(treatment.id).entries)
        sure(
            f"Delete {treatment_words(treatment)} and its {counted(number, 'entry', 'entries')}?",
            options,
            yes=yes,
        )
    with writing(database, command="delete", now=clock.now()) as store:
        if of_treatment:
            store.delete("treatments", treatment.id)
            what = treatment.name
        else:
            _, entry = entry_named(name, store)
            store.delete("entries", entry.id)
            what = f"#{entry.id}"
        store.command = f"delete {what}"
    with saved(f"{what} was deleted"):
        terminal.show((Say(f"Deleted {what}."), Say(UNDO, "muted")), options)
    daily_backup(database)


def end(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="A treatment; the present one if left out.", show_default=False),
    ] = None,
    yes: Yes = False,
) -> None:
    """End the follow-up of a treatment: no more reminders of check-ins.

    Logging and status go on; a warning that stands goes on standing.

    \b
    Examples:
      meso end
      meso end t1
    """
    options, now = shared(ctx), clock.now()
    context = look(options, named=name)
    treatment = context.status.treatment
    if treatment.ended_at is not None:
        raise NothingFound(f"{treatment.name} has ended already.")
    if context.status.warnings:
        guide = context.case.guide
        stands = listed(inside(label_of(warning.id, guide)) for warning in context.status.warnings)
        sure(
            f"A warning still stands ({stands}); it goes on standing. End {treatment.name}?", options, yes=yes
        )
    with writing(paths.database(options), command=f"end {treatment.name}", now=now) as store:
        end_treatment(store, treatment.id, now, clock.zone_name(now))
    with saved(f"{treatment.name} was ended"):
        terminal.show((Say(f"Ended {treatment_words(treatment)}."), Say(UNDO, "muted")), options)
    daily_backup(paths.database(options))
