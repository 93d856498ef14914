"""The screen of a scare: what to do, why, when to call instead; the rest in one line."""

from collections.abc import Iterable, Iterator

from meso_cli.model.case import Context
from meso_cli.views.blocks import Alarm, Block, Row, Say, Section
from meso_cli.wording.scare import Alarmed, alarmed, height_of

_BELOW_CARD = 3
"""Lines that are left for what to do and why below the whole card."""
_TO_DO = "What to do"
WAITS = "Everything else waits until you have been seen: meso status --all"


def alarm(context: Context, *, answer: str = "", card_above: bool = False) -> Alarm | None:
    """The scare in one block; `answer` is what was asked, `card_above`: the card says when to call."""
    found = alarmed(context)
    return _block(found, answer, card_above=card_above) if found else None


def scare_blocks(context: Context, answer: str = "") -> tuple[Block, ...]:
    """The scare where a red flag stands, in any treatment; nothing where none does."""
    if not context.status.warnings and not context.status.others:
        return ()
    found = alarm(context, answer=answer)
    return (found,) if found else ()


def verdict_first(context: Context) -> tuple[Say, ...]:
    """The first line of any other answer while a red flag stands."""
    if not context.status.warnings and not context.status.others:
        return ()
    found = alarmed(context)
    return (Say(found.verdict, found.tier),) if found else ()


def _fitting(lines: Iterable[str], room: int) -> Iterator[str]:
    """The lines that fit, the first of them behind the title."""
    for place, line in enumerate(lines):
        room -= height_of(line if place else f"{_TO_DO}: {line}")
        if room >= 0:
            yield line


def _block(found: Alarmed, answer: str, *, card_above: bool) -> Alarm:
    todo, why = found.todo, found.why
    if card_above and found.tier == "emergency":  # the whole card fills the screen, and asks for the call
        why = why[:1]
        room = _BELOW_CARD - sum(map(height_of, why))
        todo = tuple(_fitting(todo[1:], room))
    parts = (
        (_TO_DO, todo),
        ("Why", why),
        (found.instead_of, () if card_above else found.instead),
    )
    sections = tuple(
        Section(title, tuple(Row("", line, narrow=found.in_few_words.get(line, "")) for line in lines))
        for title, lines in parts
    )
    return Alarm(found.tier, found.verdict, answer, sections, is_opened=card_above)
