"""A write: recorded in one transaction, answered, and backed up whatever becomes of the answer."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.errors import MesoError
from meso_cli.text import ended, visible

if TYPE_CHECKING:
    from meso_cli.store.writing import Transaction


_PATIENCE = 2.0
"""Seconds for which a person waits without a word."""


@contextmanager
def recorded(call: Call, command: str, *, create: bool = False) -> "Iterator[Transaction]":
    """The transaction of a command, which undo calls `command`: all of it is on the disk, or nothing.

    Ask a person before, not inside: other commands' writes wait meanwhile.
    """
    from meso_cli.store.writing import writing  # reading needs nothing of it

    with writing(call.database, command=command, now=call.now, create=create) as store:
        yield store


@contextmanager
def said_if_long(call: Call) -> Iterator[None]:
    """Says why nothing happens while another program holds the records: a silent wait looks like an end."""
    import threading

    said = f"Waiting for another program that uses {visible(str(call.path))} ..."
    soon = threading.Timer(_PATIENCE, terminal.remark, (said,))
    soon.daemon = True
    soon.start()
    try:
        yield
    finally:
        soon.cancel()


@contextmanager
def answering(call: Call, what: str) -> Iterator[None]:
    """The answer to a write stands in this block; `what` ("#12 was saved") begins an error's sentence.

    The day's backup follows, also where nobody could read the answer.
    """
    try:
        with saved(what):
            yield
    finally:
        _back_up(call)


@contextmanager
def saved(what: str) -> Iterator[None]:
    """Whatever goes wrong in this block must not read as if nothing had been saved.

    What there is to do about an error is left out: it ends in "repeat the command", and so everything
    would be recorded twice.
    """
    try:
        yield
    except MesoError as error:
        error.what = f"{what}, but the answer failed: {ended(error.what)}"
        error.remedy = error.outcome = ""
        raise
    except Exception as error:
        error.add_note(what)
        raise


def _back_up(call: Call) -> None:
    """A checked copy, unless today has one; a failure is only a remark."""
    from meso_cli.store.maintenance.backup import back_up_daily  # after the answer: nobody waits for it

    try:
        back_up_daily(call.database, call.now.date())
    except MesoError as error:
        terminal.remark(f"meso: Saved, but today's backup could not be made: {ended(error.what)}")
