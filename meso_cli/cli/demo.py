"""`meso demo`."""

import typer

from meso_cli.cli.options import call_of
from meso_cli.commands.more import demo as command


def demo(ctx: typer.Context) -> None:
    """Six days of a made-up recovery, then its status.

    It lives in a throwaway file; your own records are not touched.
    """
    command.demo(call_of(ctx))
