"""`meso log`."""

from typing import Annotated

import typer

from meso_cli.cli.options import call_of
from meso_cli.commands.daily import log as command
from meso_cli.commands.daily.entries import Typed


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
    none: Annotated[
        bool, typer.Option("--none", help="No symptom is left: what was above is now 0.")
    ] = False,
    told: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="Somebody was told about a warning: 'clinic: come tomorrow'."),
    ] = None,
    about: Annotated[
        str | None, typer.Option(metavar="WARNING", help="Which one, where several stand: pus; or all.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="As JSON: the entry, the warnings.")] = False,
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

    \b
    What can be logged, by these names or in your own words:
      {items}
    """
    call = call_of(ctx)
    call.answers_json = json
    command.log(call, Typed(tuple(items or ()), at, note, none, told, about, treatment))
