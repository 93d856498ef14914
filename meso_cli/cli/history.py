"""`meso history`."""

from typing import Annotated

import typer

from meso_cli.cli.options import call_of
from meso_cli.commands.look_back import history as command


def history(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="A treatment (t1) or an entry (12).", show_default=False),
    ] = None,
    item: Annotated[
        str | None, typer.Option(metavar="ITEM", help="Only what was said of it: redness.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="WHEN", help="Only what was since then: '3 days ago'.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="WHEN", help="Only what was until then; a bare day is included.")
    ] = None,
    grep: Annotated[
        str | None, typer.Option(metavar="WORD", help="Only entries whose note says it: walk.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Your treatments, and the entries of one.

    \b
    Examples:
      meso history
      meso history t1 --item redness --since "3 days ago"
      meso history --since "1 mar" --until "3 mar"
      meso history --grep walk
      meso history 12
    """
    command.history(call_of(ctx), command.HistoryRequest(name, item, since, until, grep), json=json)
