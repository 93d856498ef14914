"""The guide day by day: what is usual, what to avoid and what to do."""

from meso_cli.commands import terminal
from meso_cli.commands.call import Call
from meso_cli.commands.looking import look
from meso_cli.errors import BadValue, Damaged, NothingFound, SystemRefused
from meso_cli.guide.reading import read_guide
from meso_cli.guide.words import read_days, read_words
from meso_cli.views.guide import day_document, whole_document

_LAST_DAY = 365


def show_whole(call: Call) -> None:
    """The whole course, with today marked where a treatment is recorded."""
    terminal.show(whole_document(read_guide(), read_words, read_days(), _today_if_it_can_be_read(call)), call)


def show_days(call: Call, first: int | None, number: int) -> None:
    """So many days from the first on, or from today where none is named: only that needs the records."""
    if first is not None and not 0 <= first <= _LAST_DAY:
        raise BadValue(f"Day {first} is not in the guide; it goes from day 0 to {_LAST_DAY}.")
    begin = first if first is not None else _today(call) or 0
    guide, days = read_guide(), range(begin, begin + number)
    blocks = (block for day in days for block in day_document(day, guide, read_words, read_days()))
    terminal.show(blocks, call)


def _today_if_it_can_be_read(call: Call) -> int | None:
    """The guide itself needs no record: one that is locked or damaged only costs the mark of today."""
    try:
        return _today(call)
    except (Damaged, SystemRefused) as error:
        terminal.remark(f"meso: today is not marked, because your record could not be read: {error}")
        return None


def _today(call: Call) -> int | None:
    """The recovery day, or None where no treatment is recorded."""
    try:
        return look(call).status.day
    except NothingFound:
        return None
