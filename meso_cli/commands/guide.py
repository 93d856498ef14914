"""`meso guide`."""

from typing import Annotated

import typer

from meso_cli.commands import terminal
from meso_cli.commands.looking import look
from meso_cli.commands.shared import Shared, shared
from meso_cli.errors import BadValue, NothingFound
from meso_cli.guide.reading import read_guide
from meso_cli.guide.words import read_days, read_words
from meso_cli.views.guide import day_document, whole_document

_LAST_DAY = 365


def guide(
    ctx: typer.Context,
    day: Annotated[int | None, typer.Option(metavar="N", help="One recovery day, from 0.")] = None,
    week: Annotated[bool, typer.Option("--week", help="The next seven days.")] = False,
) -> None:
    """What is usual, what to avoid and what to do, day by day.

    Without an option the whole course, with today marked where a treatment is recorded.

    \b
    Examples:
      meso guide
      meso guide --day 3
      meso guide --week
    """
    options, knowledge, today = shared(ctx), read_guide(), _today(shared(ctx))
    if day is not None and not 0 <= day <= _LAST_DAY:
        raise BadValue(f"Day {day} is not in the guide; it goes from day 0 to {_LAST_DAY}.")
    if day is None and not week:
        document = whole_document(knowledge, read_words, read_days(), today)
    else:
        first = day if day is not None else today or 0
        days = range(first, first + 7) if week else range(first, first + 1)
        document = tuple(
            block for number in days for block in day_document(number, knowledge, read_words, read_days())
        )
    terminal.show(document, options)


def _today(options: Shared) -> int | None:
    """The recovery day, or None where no treatment is recorded."""
    try:
        return look(options).status.day
    except NothingFound:
        return None
