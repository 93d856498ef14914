"""`meso edit`."""

from typing import Annotated

import typer

from meso_cli.cli.options import call_of
from meso_cli.commands.correct import edit as command
from meso_cli.commands.support.description import Described
from meso_cli.commands.support.numbers import is_treatment


def edit(
    ctx: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="ID", help="An entry (12) or a treatment (t1).", show_default=False)
    ],
    items: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ITEM=[VALUE]]...", help="redness=1; fever= removes it.", show_default=False),
    ] = None,
    at: Annotated[str | None, typer.Option(metavar="WHEN", help="When it was.")] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="The note; empty removes it.")] = None,
    area: Annotated[
        str | None, typer.Option(metavar="AREA", help="Of a treatment; empty removes it.")
    ] = None,
    device: Annotated[str | None, typer.Option(metavar="KIND", help="Of a treatment.")] = None,
    depth: Annotated[str | None, typer.Option(metavar="MM", help="Of a treatment.")] = None,
    skin_type: Annotated[str | None, typer.Option(metavar="1-6", help="Of a treatment.")] = None,
    history: Annotated[list[str] | None, typer.Option(metavar="FACT", help="Of a treatment.")] = None,
    practitioner: Annotated[str | None, typer.Option(metavar="NAME", help="Of a treatment.")] = None,
    phone: Annotated[str | None, typer.Option(metavar="NUMBER", help="Of a treatment.")] = None,
    out_of_hours: Annotated[str | None, typer.Option(metavar="NUMBER", help="Of a treatment.")] = None,
    product: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Of a treatment.")] = None,
) -> None:
    """Correct an entry or a treatment. Without a change on a terminal: in your editor.

    The editor is the one that VISUAL or EDITOR names; one with a window of its own must wait
    (EDITOR="code --wait"). Saving corrects; closing without a change leaves all as it is.

    \b
    Examples:
      meso edit 12
      meso edit 12 redness=1 fever=
      meso edit 12 --at "yesterday 20:15"
      meso edit t1 --depth 1.5 --at "2 days ago 15:00"
    """
    said = Described(
        area, device, depth, skin_type, history, practitioner, phone, out_of_hours, product, note
    )
    if is_treatment(name):
        command.edit_treatment(call_of(ctx), name, tuple(items or ()), at, said)
    else:
        command.edit_entry(call_of(ctx), name, tuple(items or ()), at, said)
