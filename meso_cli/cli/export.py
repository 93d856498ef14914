"""`meso export`."""

from pathlib import Path
from typing import Annotated

import typer

from meso_cli.cli.options import call_of
from meso_cli.commands.share import exports
from meso_cli.commands.share.exports import Wanted
from meso_cli.export import formats
from meso_cli.export.fhir.bundles import Shape


def export(
    ctx: typer.Context,
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar=formats.metavar(formats.EXPORT), help=formats.help_line(formats.EXPORT)
        ),
    ] = "json",
    file: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="A private file, not standard output."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace FILE.")] = False,
    treatment: Annotated[
        str | None, typer.Option(metavar="ID", help="Only one treatment: t1 (csv, fhir).")
    ] = None,
    for_spreadsheet: Annotated[
        bool, typer.Option("--for-spreadsheet", help="Guard cells that look like formulas (csv).")
    ] = False,
    update: Annotated[
        bool, typer.Option("--update", help="Corrections replace what was sent before (fhir).")
    ] = False,
    collection: Annotated[
        bool, typer.Option("--collection", help="A file to hand over, not to post (fhir).")
    ] = False,
    split: Annotated[
        int | None, typer.Option(metavar="N", help="At most N entries a Bundle (fhir).", show_default=False)
    ] = None,
    no_provenance: Annotated[
        bool, typer.Option("--no-provenance", help="For servers that look up identifiers alone (fhir).")
    ] = False,
) -> None:
    """Everything that you recorded, for another machine or another program.

    json holds all of it, deleted entries too, and comes back in with `meso import`;
    csv is a table with one row an observation; fhir is for a clinic's own system.

    \b
    Examples:
      meso export -o meso.json
      meso export --format csv --for-spreadsheet -o log.csv
      meso export --format fhir -o bundle.json
      meso export | ssh other meso import -
    """
    shape = Shape(update, collection, split, not no_provenance)
    wanted = Wanted(form, treatment, for_spreadsheet, shape)
    if file is None:
        exports.to_stdout(call_of(ctx), wanted)
    else:
        exports.to_file(call_of(ctx), wanted, file, force=force)
