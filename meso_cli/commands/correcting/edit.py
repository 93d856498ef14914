"""`meso edit`."""

from typing import Annotated

import typer

from meso_cli.commands import terminal
from meso_cli.commands.correcting.entry import edit_entry
from meso_cli.commands.correcting.entry_form import fill_in_entry
from meso_cli.commands.correcting.treatment import Said, edit_treatment
from meso_cli.commands.correcting.treatment_form import fill_in_treatment
from meso_cli.commands.named import is_treatment
from meso_cli.commands.shared import Shared, shared
from meso_cli.errors import BadValue, NeedsInput

WHAT_TO_SAY = "Say what to correct: meso edit 12 redness=1 fever=, or meso edit t1 --depth 1.5"


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
    said = Said(area, device, depth, skin_type, history, practitioner, phone, out_of_hours, product)
    if is_treatment(name):
        _refuse_together(items, f"{name} is a treatment; entries go by number: meso history {name}")
        if not (any_given(said) or at is not None or note is not None):
            _refuse_without_editor(shared(ctx))
            fill_in_treatment(name, shared(ctx))
            return
        edit_treatment(name, said, at, note, shared(ctx))
    else:
        _refuse_together(any_given(said), f"--{any_given(said)} belongs to a treatment; {name} is an entry")
        if not (items or at is not None or note is not None):
            _refuse_without_editor(shared(ctx))
            fill_in_entry(name, shared(ctx))
            return
        edit_entry(name, items or [], at, note, shared(ctx))


def any_given(said: Said) -> str | None:
    """The first option of a treatment that was given, as it is typed."""
    given = (name for name, value in said._asdict().items() if value is not None)
    return next((name.replace("_", "-") for name in given), None)


def _refuse_without_editor(options: Shared) -> None:
    if not terminal.can_open_editor(options):
        raise NeedsInput(WHAT_TO_SAY)


def _refuse_together(given: object, why: str) -> None:
    if given:
        raise BadValue(why)
