"""`meso start`."""

from pathlib import Path
from typing import Annotated

import typer

from meso_cli.cli.options import call_of
from meso_cli.commands.daily import start as command
from meso_cli.commands.support.description import Described


def start(
    ctx: typer.Context,
    when: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WHEN]", help="'today 14:00', '2 days ago 14:00'; now if left out.", show_default=False
        ),
    ] = None,
    area: Annotated[
        str | None, typer.Option(metavar="AREA", help="face (assumed), eyes, lips, scalp, neck, ...")
    ] = None,
    device: Annotated[
        str | None, typer.Option(metavar="KIND", help="pen, roller, stamp, rf or other.")
    ] = None,
    depth: Annotated[str | None, typer.Option(metavar="MM", help="Needle depth in millimetres: 1.0")] = None,
    skin_type: Annotated[str | None, typer.Option(metavar="1-6", help="Fitzpatrick skin type.")] = None,
    history: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FACT", help="cold-sores, keloid, weak-immunity, diabetes, blood-thinners, eczema."
        ),
    ] = None,
    practitioner: Annotated[str | None, typer.Option(metavar="NAME", help="Who did it.")] = None,
    phone: Annotated[str | None, typer.Option(metavar="NUMBER", help="Their number.")] = None,
    out_of_hours: Annotated[str | None, typer.Option(metavar="NUMBER", help="Their number at night.")] = None,
    product: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="A product that was used; may be repeated.")
    ] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="A note.")] = None,
    plan: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Your clinic's plan; see: meso plan --help")
    ] = None,
    another: Annotated[
        bool, typer.Option("--another", help="A second treatment of the same area within 6 hours.")
    ] = False,
) -> None:
    """Record a treatment; see when each restriction lifts.

    \b
    Examples:
      meso start
      meso start "2 days ago 14:00" --device pen --depth 1.0
      meso start "yesterday 10:30" --device rf --skin-type 4 --phone "020 7946 0000"
      meso start --plan clinic.toml
    """
    described = Described(
        area, device, depth, skin_type, history, practitioner, phone, out_of_hours, product, note
    )
    command.start(call_of(ctx), when or (), described, plan, another=another)
