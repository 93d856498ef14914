"""`meso why`."""

from typing import Annotated

import typer

from meso_cli.cli.options import call_of
from meso_cli.commands.ask import why as command


def why(
    ctx: typer.Context,
    name: Annotated[
        list[str],
        typer.Argument(metavar="ID", help="redness, fever, makeup, inflamed, spf, ...", show_default=False),
    ],
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    treatment: Annotated[str | None, typer.Option(metavar="ID", help="Another treatment: t1.")] = None,
) -> None:
    """Why? The rule behind a warning or a restriction, your data, and the sources.

    \b
    Examples:
      meso why redness
      meso why makeup
    """
    command.why(call_of(ctx), " ".join(name), treatment, json=json)
