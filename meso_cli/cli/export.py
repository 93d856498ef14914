"""`meso export`."""

from pathlib import Path
from typing import Annotated

import typer

from meso_cli.cli.options import call_of
from meso_cli.commands.keeping import exporting
from meso_cli.commands.keeping.exporting import Wanted


def export(
    ctx: typer.Context,
    form: Annotated[str, typer.Option("--format", metavar="json|csv", help="json is everything.")] = "json",
    file: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="A private file, not standard output."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace FILE.")] = False,
    treatment: Annotated[str | None, typer.Option(metavar="ID", help="Only one treatment: t1 (csv).")] = None,
    for_spreadsheet: Annotated[
        bool, typer.Option("--for-spreadsheet", help="Guard cells that look like formulas (csv).")
    ] = False,
) -> None:
    """Everything that you recorded, for another machine or another program.

    json holds all of it, deleted entries too, and comes back in with `meso import`;
    csv is a table with one row an observation.

    \b
    Examples:
      meso export -o meso.json
      meso export --format csv --for-spreadsheet -o log.csv
      meso export | ssh other meso import -
    """
    wanted = Wanted(form, treatment, for_spreadsheet)
    if file is None:
        exporting.to_stdout(call_of(ctx), wanted)
    else:
        exporting.to_file(call_of(ctx), wanted, file, force=force)
