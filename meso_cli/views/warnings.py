"""Warnings as cards: what to do and whom to call, what it is, why."""

from collections.abc import Iterable, Iterator, Mapping

from meso_cli.model.case import Case
from meso_cli.model.guide import Guide
from meso_cli.model.status import StandingWarning
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.text import inside
from meso_cli.values import NamedTuple
from meso_cli.views.blocks import Block, Card, Item, Role, Say
from meso_cli.when.saying import moment
from meso_cli.wording.contacts import ANY_ADVICE, ANY_PRACTITIONER, Contacts
from meso_cli.wording.warnings import because, gone_words, history_lines, kinds_words, todo_words, told_words

_REPEATED: tuple[Role, ...] = ("emergency", "urgent", "contact")
_REMINDED = 2


class Standing(NamedTuple):
    """A warning with what words it: the case of its own treatment, and whom to call.

    `name` is that treatment's, empty for the one that is looked at.
    """

    name: str
    warning: StandingWarning
    case: Case
    numbers: Contacts


def role_of(item: str, warnings: Iterable[StandingWarning]) -> Role:
    """The colour of an item's value: that of the gravest warning that it is a part of, on every screen."""
    its = (row for row in warnings if item == row.id or item in {log.item for log in row.because})
    gravest = min(its, key=lambda row: row.place, default=None)
    return gravest.tier if gravest else ""


def warning_cards(standing: Iterable[Standing], view: Viewpoint) -> tuple[Card, ...]:
    """One card per tier, most serious first. A risk of the history is noted once per card."""
    items: dict[Card, list[Item]] = {}
    to_tell: dict[Card, list[str]] = {}
    noted: set[tuple[Card, str, str]] = set()
    for name, warning, case, numbers in sorted(standing, key=lambda row: row.warning.place):
        card = _empty_card(warning, case, numbers)
        new = tuple(risk for risk in warning.history if (card, name, risk) not in noted)
        noted.update((card, name, risk) for risk in new)
        told = warning._replace(history=new)
        items.setdefault(card, []).append(_item(name, told, case, view))
        if warning.tier == "urgent" and numbers.practitioner != ANY_PRACTITIONER:
            to_tell.setdefault(card, []).append(f"Tell your practitioner too: {numbers.practitioner}")
    return tuple(_filled(items, to_tell))


def _filled(items: Mapping[Card, list[Item]], to_tell: Mapping[Card, list[str]]) -> Iterator[Card]:
    """The cards with what belongs on each; a tier's own sentences once."""
    said: set[Role] = set()
    for card, of_card in items.items():
        text = "" if card.role in said else card.text
        said.add(card.role)
        tell = tuple(dict.fromkeys(to_tell.get(card, ())))
        yield card._replace(items=tuple(of_card), also_tell=tell, text=text)


def reminder(blocks: Iterable[Block]) -> Say | None:
    """The gravest card from contact up in one line, for the end of what a screen cannot hold.

    "URGENT: fever, pus (+3). See a doctor today: NHS 111"

    Where there is no card, the first sentence that says as much.
    """
    document = tuple(blocks)
    cards = [block for block in document if isinstance(block, Card) and block.role in _REPEATED]
    if not cards:
        return next((block for block in document if isinstance(block, Say) and block.role in _REPEATED), None)
    worst = min(cards, key=lambda card: _REPEATED.index(card.role))
    names = [inside(item.title) for item in worst.items]
    titles = ", ".join(names[:_REMINDED])
    more = f" (+{len(names) - _REMINDED})" if len(names) > _REMINDED else ""
    return Say(f"{worst.tier}: {titles}{more}. {worst.what_to_do}", worst.role)


def _item(name: str, warning: StandingWarning, case: Case, view: Viewpoint) -> Item:
    title, advice = case.title(warning.id), case.advice(warning)
    lines = (
        *((advice,) if advice else ()),
        *_lines(warning, case.guide, view),
        *history_lines(warning.history, case.library),
    )
    return Item(f"{name}: {title}" if name else title, lines)


def _empty_card(warning: StandingWarning, case: Case, numbers: Contacts) -> Card:
    """The card that a warning belongs to: its tier, what that asks for and whom to call."""
    tier = case.library("tiers")[warning.tier]
    todo = todo_words(warning.tier, tier, is_inflammatory=_is_inflammatory(warning, case.guide))
    # Where no number is known, the title alone says what to do.
    known = {
        "emergency": numbers.emergency,
        "urgent": numbers.advice if numbers.advice != ANY_ADVICE else "",
        "contact": numbers.practitioner if numbers.practitioner != ANY_PRACTITIONER else "",
        "watch": "",
    }[warning.tier]
    return Card(
        warning.tier,
        warning.tier.upper(),
        todo,
        known,
        (),
        otherwise=tier.instead or "",
        text=tier.text or "",
    )


def _is_inflammatory(warning: StandingWarning, guide: Guide) -> bool:
    return any(log.item in guide.inflammatory for log in warning.because)


def _lines(warning: StandingWarning, guide: Guide, view: Viewpoint) -> Iterator[str]:
    kinds = "" if warning.kinds in (("reported",), ("combination",)) else f" ({kinds_words(warning)})"
    if warning.look_again:
        yield f"Look again by {moment(warning.look_again, view)}, and log it"
    yield f"Because of {because(warning.because, guide, view)}{kinds}"
    if gone := gone_words(warning.because, guide, view):
        yield gone
    if warning.since < warning.because[-1].at:
        yield f"Since {moment(warning.since, view)}"
    if warning.acknowledged:
        yield f"Told {told_words(warning.acknowledged, view)}"
