"""The backup of the day, after its first write and its answer."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from meso_cli.commands import clock, terminal
from meso_cli.errors import MesoError
from meso_cli.text import ended


def daily_backup(database: Path) -> None:
    """A checked copy, unless today has one; a failure is only a remark."""
    from meso_cli.store.maintenance.backup import back_up_daily  # after the answer: nobody waits for it

    try:
        back_up_daily(database, clock.now().date())
    except MesoError as error:
        terminal.remark(f"meso: Saved, but today's backup could not be made: {ended(error.what)}")


@contextmanager
def then_backed_up(database: Path) -> Iterator[None]:
    """The answer to a write stands in this block; the day's copy is made whatever becomes of it."""
    try:
        yield
    finally:
        daily_backup(database)
