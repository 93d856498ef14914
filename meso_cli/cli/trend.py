"""`meso trend`."""

from typing import Annotated

import typer

from meso_cli.cli.options import call_of
from meso_cli.commands.look_back import trend as command


def trend(
    ctx: typer.Context,
    symptoms: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SYMPTOM]...", help="Only these; one alone is drawn large, with its notes."),
    ] = None,
    days: Annotated[
        str | None, typer.Option(metavar="N", help="Only the last N recovery days: 14.", show_default=False)
    ] = None,
    treatment: Annotated[str | None, typer.Option(metavar="ID", help="Another treatment: t1.")] = None,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """How it went: each symptom, day by day, against its usual course.

    \b
    Examples:
      meso trend
      meso trend redness
      meso trend --days 14 --treatment t1
    """
    command.show_trend(call_of(ctx), command.TrendRequest(symptoms or (), days, treatment), json=json)
