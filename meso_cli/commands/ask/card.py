"""Printing the red-flag card, whatever else is broken."""

from collections.abc import Sequence
from contextlib import suppress
from itertools import accumulate

from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.errors import MesoError
from meso_cli.model.case import Context
from meso_cli.model.guide import Guide, Region
from meso_cli.model.practitioner import Practitioner
from meso_cli.model.records import Observation
from meso_cli.values import NamedTuple
from meso_cli.views.urgent import WITHOUT_GUIDE, serious_line, urgent_card
from meso_cli.wording.contacts import Contacts, whom_to_call
from meso_cli.wording.scare import instead_title, instead_words, verdict_words
from meso_cli.wording.values import listed

_NAMED_ROOM = 80
"""Cells for what was named, beside the longest number in two lines of a small terminal."""


def show_card(call: Call) -> None:
    """The whole card on stdout, at once, with every number there is."""
    terminal.write(terminal.broken(card_text(call, every_number=True)))


def card_text(call: Call, *, every_number: bool = False) -> str:
    """The card with whom to call in the configured region."""
    return urgent_card(_text(), whom_to_call(_region(call), None), every_number=every_number)


def show_card_first(
    call: Call, named: Sequence[str], guide: Guide, *, beside: Sequence[Observation] = (), again: bool = False
) -> None:
    """What the named signs ask for, before what a command goes on to do: a call, or a doctor today.

    They are judged together, with what was said `beside` them, and with what was logged, where that can
    be read. Without any sign, as for a word of alarm, the whole card; one line
    where it was shown already. An output that is refused must not cost the entry; the command's answer
    meets it again.
    """
    signs = [guide.signs[sign] for sign in named if sign in guide.signs]
    if not signs and not again:  # a word of alarm says nothing yet of what is there
        with suppress(OSError):
            _write(call, _whole(whom_to_call(_region(call), None)).text)
        return
    from meso_cli.commands.ask.together import Known, what_stands_with  # `urgent` judges nothing
    from meso_cli.signs.named import gravest_of

    known = Known()
    tier = gravest_of((*named, *(seen.item for seen in beside if seen.value)), guide)
    if tier == "urgent":
        known = what_stands_with(call, named, beside)
        tier = known.tier or tier
    said = f" · You named: {_fitting([sign.label for sign in signs])}" if signs else ""
    if known.before:
        said = f"{said}. Logged before: {', '.join(known.before)}"
    _show(call, said, is_urgent=tier == "urgent", again=again, practitioner=known.practitioner)


def _fitting(labels: Sequence[str]) -> str:
    """The labels in a row, as many as a small screen has room for above the card."""
    widths = list(accumulate(len(label) + 2 for label in labels))
    return listed(labels, max(1, sum(width <= _NAMED_ROOM for width in widths)))


def show_card_of(call: Call, tier: str, *, in_a_line: bool) -> None:
    """What a tier asks for, where one of its signs is there and nobody knows which yet."""
    _show(call, "", is_urgent=tier == "urgent", again=in_a_line)


def _show(
    call: Call, said: str, *, is_urgent: bool, again: bool, practitioner: Practitioner | None = None
) -> None:
    with suppress(OSError):
        card = (_urgent_half if is_urgent else _whole)(whom_to_call(_region(call), practitioner))
        verdict = f"{card.verdict}{said}."
        if again:
            _write(call, verdict)
        elif said or is_urgent:
            _write(call, f"{verdict}\n{card.text}")
        else:  # the whole card begins with its verdict
            _write(call, card.text)


def _write(call: Call, card: str) -> None:
    """To stdout; beside a document in JSON, which is alone there, to stderr."""
    if call.answers_json:
        for line in card.splitlines():
            terminal.remark(line)
    else:
        terminal.write(terminal.broken(f"{card}\n"))


class _Card(NamedTuple):
    """What is shown at once: what to do and whom to call, then for what."""

    verdict: str
    text: str


def _whole(numbers: Contacts) -> _Card:
    """The card without what is said about the program."""
    card = urgent_card(_text(), numbers).rstrip().split("\n\n")
    return _Card(f"CALL {numbers.emergency} NOW", "\n".join(card[:-1] or card))


def _urgent_half(numbers: Contacts) -> _Card:
    """For a doctor today; when to call instead. The whole card where the guide's words cannot be read."""
    from meso_cli.guide.words import read_words

    try:
        instead = f"{instead_title(numbers)}: {instead_words(read_words)}"
        return _Card(verdict_words("urgent", numbers, read_words), instead)
    except (MesoError, KeyError):
        return _whole(numbers)


def show_verdict_first(context: Context, call: Call) -> None:
    """Whom to call, where a red flag stands, above an answer that has nothing else to say."""
    from meso_cli.views.scare import verdict_first

    if first := verdict_first(context):
        terminal.show(first, call)


def when_serious(call: Call) -> str:
    """One line for whoever was not understood: what to call for, and whom."""
    return serious_line(whom_to_call(_region(call), None))


def show_card_for(call: Call, words: Sequence[str]) -> str | None:
    """The card if a red flag stands anywhere in the words of a command line that could not be read.

    Returns the command that would record it, where there is a sign to record.
    """
    import shlex  # on an error only

    from meso_cli.commands.support.vocabulary import items_of
    from meso_cli.guide.reading import read_guide
    from meso_cli.vocabulary.checkin import read_checkin

    guide = read_guide()
    named = [word.lstrip("-") for word in words if _may_name_an_item(word, guide)]
    checkin = read_checkin(named, items_of(guide))
    if checkin.needs_card:
        show_card_first(call, checkin.red_flags, guide)
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
