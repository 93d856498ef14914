"""`meso guide`."""

from typing import Annotated

import typer

from meso_cli.cli.options import call_of
from meso_cli.commands import guide as command


def guide(
    ctx: typer.Context,
    day: Annotated[int | None, typer.Option(metavar="N", help="One recovery day, from 0.")] = None,
    week: Annotated[bool, typer.Option("--week", help="The next seven days.")] = False,
) -> None:
    """What is usual, what to avoid and what to do, day by day.

    Without an option the whole course, with today marked where a treatment is recorded.

    \b
    Examples:
      meso guide
      meso guide --day 3
      meso guide --week
    """
    if day is None and not week:
        command.show_whole(call_of(ctx))
    else:
        command.show_days(call_of(ctx), day, number=7 if week else 1)
