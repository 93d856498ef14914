"""How far something long has come: a bar on the terminal's stderr, gone when it is done."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.model.batch import Batch

LONG = 20_000
"""Records from which on somebody would wonder; below, the answer is there at once."""
Advance = Callable[[int], None]


@contextmanager
def progress(call: Call, what: str, records: int) -> Iterator[Advance]:
    """Gives what is told how many records are done; draws a bar where a person looks and it takes long.

    A thread draws it: whoever stops the terminal keeps no other command waiting. So open no transaction
    around it; one inside is over before the last drawing.
    """
    if records < LONG or not terminal.can_draw_beside(call):
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress

    console = Console(file=sys.stderr, no_color=True if call.options.no_color else None)
    with Progress(console=console, transient=True) as bar:
        task = bar.add_task(what, total=records)
        yield lambda done: bar.update(task, advance=done)


def watched(batches: Iterator[Batch], advance: Advance) -> Iterator[Batch]:
    """The batches as they are; each is told once it is dealt with."""
    for batch in batches:
        yield batch
        advance(len(batch.records))
