"""`meso remind`."""

from typing import Annotated

import typer

from meso_cli.cli.options import call_of
from meso_cli.commands.remind import remind as command


def remind(
    ctx: typer.Context,
    check: Annotated[
        bool, typer.Option("--check", help="Exit code 20 and a line if something is due; else nothing.")
    ] = False,
    notify: Annotated[
        bool, typer.Option("--notify", help="With a message on the desktop; each reason once.")
    ] = False,
    printed: Annotated[
        str | None,
        typer.Option(
            "--print",
            metavar="systemd|cron|launchd",
            help="A schedule that checks once an hour.",
            show_default=False,
        ),
    ] = None,
    install: Annotated[
        list[bool] | None,  # both of them are refused, not the first
        typer.Option(
            "--install/--remove",
            help="Install that schedule for systemd, or take it away.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Reminders: the check-in of a day, and what ends within the hour.

    \b
    Examples:
      meso remind
      meso remind --install
      meso remind --print cron
      meso remind --check --notify
    """
    asked = command.RemindRequest(check, notify, printed, install or ())
    raise typer.Exit(command.remind(call_of(ctx), asked))
