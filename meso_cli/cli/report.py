"""`meso report`."""

from pathlib import Path
from typing import Annotated

import typer

from meso_cli.cli.options import call_of
from meso_cli.commands.share import page
from meso_cli.commands.share.page import Wanted
from meso_cli.errors import BadValue
from meso_cli.export import formats


def report(
    ctx: typer.Context,
    file: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="A private file, not standard output."),
    ] = None,
    days: Annotated[str | None, typer.Option(metavar="N", help="The last N recovery days.")] = None,
    only: Annotated[
        list[str] | None, typer.Option(metavar="SYMPTOMS", help="These symptoms alone: redness,swelling.")
    ] = None,
    no_notes: Annotated[bool, typer.Option("--no-notes", help="Leave your own words out.")] = False,
    treatment: Annotated[str | None, typer.Option(metavar="ID", help="Another treatment: t1.")] = None,
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar=formats.metavar(formats.REPORT), help=formats.help_line(formats.REPORT)
        ),
    ] = "html",
    show: Annotated[bool, typer.Option("--open", help="Open FILE when it is written.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace FILE.")] = False,
) -> None:
    """A page for your practitioner, to be read in two minutes: what was logged, what stands, and why.

    One file that loads nothing; its first page, on A4 or Letter, says it all.
    Before it is written you are told what is in it.

    \b
    Examples:
      meso report -o report.html
      meso report -o report.html --days 14 --no-notes --open
      meso report --format markdown
    """
    wanted = Wanted(form, days, only or (), no_notes, treatment)
    if file is not None:
        page.to_file(call_of(ctx), wanted, file, force=force, show=show)
    elif show or force:
        raise BadValue("--open and --force need a file: meso report -o report.html")
    else:
        page.to_stdout(call_of(ctx), wanted)
