"""`meso urgent`."""

import typer

from meso_cli.cli.options import call_of
from meso_cli.commands.ask.card import show_card


def urgent(ctx: typer.Context) -> None:
    """When to call, and whom: the red-flag card.

    It needs no treatment, no database and no network.
    """
    show_card(call_of(ctx))
