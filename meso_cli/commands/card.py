"""Printing the red-flag card, whatever else is broken."""

from collections.abc import Sequence
from contextlib import suppress

from meso_cli.commands import terminal
from meso_cli.commands.call import Call
from meso_cli.errors import MesoError
from meso_cli.model.guide import Guide, Region
from meso_cli.views.urgent import WITHOUT_GUIDE, serious_line, urgent_card
from meso_cli.wording.callees import callees


def show_card(
    call: Call, named: Sequence[str] = (), guide: Guide | None = None, *, every_number: bool = False
) -> None:
    """The card on stdout, at once; `named` are the signs that brought it."""
    if named and guide is not None:
        labels = ", ".join(guide.signs[sign].label for sign in named)
        terminal.write(f"You named: {labels}.\n\n")
    terminal.write(card_text(call, every_number=every_number))


def card_text(call: Call, *, every_number: bool = False) -> str:
    """The card with whom to call in the configured region."""
    return urgent_card(_text(), callees(_region(call), None), every_number=every_number)


def show_card_first(call: Call, named: Sequence[str], guide: Guide) -> None:
    """The card before what a command goes on to do.

    An output that is refused must not cost the entry; the command's answer meets it again.
    """
    with suppress(OSError):
        show_card(call, named, guide)
        terminal.write("\n")


def when_serious(call: Call) -> str:
    """One line for whoever was not understood: what to call for, and whom."""
    return serious_line(callees(_region(call), None))


def said_by_card() -> frozenset[str]:
    """The red flags of the guide: the card has said what to do about them, a plan's own signs it has not."""
    from meso_cli.guide.reading import read_guide

    return frozenset(sign.id for sign in read_guide().signs.values() if sign.is_red_flag)


def show_card_for(call: Call, words: Sequence[str]) -> str | None:
    """The card if a red flag stands anywhere in the words of a command line that could not be read.

    Returns the command that would record it, where there is a sign to record.
    """
    import shlex  # on an error only

    from meso_cli.commands.vocabulary import items_of
    from meso_cli.guide.reading import read_guide
    from meso_cli.vocabulary.checkin import read_checkin

    guide = read_guide()
    named = [word.lstrip("-") for word in words if _may_name_an_item(word, guide)]
    checkin = read_checkin(named, items_of(guide))
    if checkin.needs_card:
        show_card(call, checkin.red_flags, guide)
        terminal.write("\n")
    if not checkin.red_flags:
        return None
    return shlex.join(("meso", "log", *checkin.to_repeat))


def _may_name_an_item(word: str, guide: Guide) -> bool:
    """Any word but an option; a sign with dashes before it (`--pus`) is a sign."""
    return not word.startswith("-") or word.lstrip("-").partition("=")[0] in guide.signs


def _text() -> str:
    from meso_cli.guide.files import guide_folder

    try:
        return (guide_folder() / "urgent.txt").read_text("utf-8")
    except (OSError, UnicodeDecodeError, MesoError):
        return WITHOUT_GUIDE


def _region(call: Call) -> Region | None:
    """The configured region, or None: a broken config must not cost the card."""
    from meso_cli.guide.words import read_regions

    try:
        return read_regions().get(call.settings.region or "")
    except MesoError:
        return None
