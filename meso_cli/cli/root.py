"""`meso` alone, and `meso --version`."""

from typing import Annotated, Any

import typer

from meso_cli import __version__
from meso_cli.cli.options import call_of
from meso_cli.commands.support import terminal
from meso_cli.commands.support.guard import say_what_is_left_out


def root(
    ctx: typer.Context,
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Versions of meso, its guide, its database and SQLite.", is_eager=True
        ),
    ] = False,
) -> Any:
    """Recovery after microneedling: the day, what to avoid and until when, warning signs.

    Offline, from cited sources. It informs; it does not diagnose. In an emergency: meso urgent
    """
    if version:
        terminal.write(versions())
        raise typer.Exit
    say_what_is_left_out(call_of(ctx), ctx.invoked_subcommand)
    if ctx.invoked_subcommand is None:
        from meso_cli.commands.daily.status import status_or_first_steps

        status_or_first_steps(call_of(ctx))


def versions() -> str:
    """One line per part that has a version."""
    import sqlite3

    from meso_cli.guide.reading import read_guide
    from meso_cli.store.schema import MIGRATIONS

    guide = read_guide()
    return (
        f"meso {__version__}\n"
        f"guide {guide.id} {guide.version}, last reviewed {guide.reviewed.isoformat()}\n"
        f"schema {MIGRATIONS[-1]}\n"
        f"SQLite {sqlite3.sqlite_version}\n"
    )
