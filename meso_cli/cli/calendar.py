"""`meso calendar`."""

from pathlib import Path
from typing import Annotated

import typer

from meso_cli.cli.options import call_of
from meso_cli.commands.share import calendar as command


def calendar(
    ctx: typer.Context,
    file: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="A private file, not standard output."),
    ] = None,
    detailed: Annotated[bool, typer.Option("--detailed", help="Titles that say what it is about.")] = False,
    treatment: Annotated[str | None, typer.Option(metavar="ID", help="Another treatment: t1.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace FILE.")] = False,
) -> None:
    """When each restriction lifts, and a daily check-in, for your phone's calendar.

    An iCalendar file (.ics). Titles are neutral; imported again after a correction, its dates move.

    \b
    Examples:
      meso calendar -o care.ics
      meso calendar --detailed -o care.ics --force
    """
    if file is None:
        command.to_stdout(call_of(ctx), treatment, detailed=detailed)
    else:
        command.to_file(call_of(ctx), file, treatment, detailed=detailed, force=force)
