"""`meso guide`."""

from typing import Annotated

import typer

from meso_cli.cli.options import call_of
from meso_cli.commands.ask import guide as command


def guide(
    ctx: typer.Context,
    day: Annotated[int | None, typer.Option(metavar="N", help="One recovery day, from 0.")] = None,
    week: Annotated[bool, typer.Option("--week", help="The next seven days.")] = False,
    before: Annotated[
        str | None, typer.Option(metavar="DATE", help="Count back from an event: '12 dec'.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """What is usual, what to avoid and what to do, day by day.

    Without an option the whole course, with today marked where a treatment is recorded. A day shows
    its strictest state for your treatment; without one, both the usual and the longer times.

    \b
    Examples:
      meso guide
      meso guide --day 3
      meso guide --week
      meso guide --before "12 dec"
    """
    command.show(call_of(ctx), command.Days(day, week, before), json=json)
