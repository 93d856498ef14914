"""Questions about how somebody is: "is this infected", "why is my face peeling". No rule answers them."""

from collections.abc import Sequence

from meso_cli.values import NamedTuple
from meso_cli.vocabulary.folding import Word, words_of
from meso_cli.vocabulary.items import Items, Meant
from meso_cli.vocabulary.language import OF_ONESELF
from meso_cli.vocabulary.names import Found, Names
from meso_cli.vocabulary.questions import Question, Topics

_WHY = "why"


class Worry(NamedTuple):
    """What is asked about: an `item` that can be logged, or, where it is None, whether and whom to call."""

    item: str | None = None


def may_worry(asked: str, question: Question) -> bool:
    """Whether a question is worth a look at the names of what can be logged, of which there are thousands."""
    return (
        not question.is_whole or not question.ids or any(word.text in OF_ONESELF for word in words_of(asked))
    )


def worry_in(asked: str, items: Items) -> Worry | None:
    """What a sentence says of how somebody is, whatever else it asks; the gravest part of it."""
    return _gravest(*_said(words_of(asked), items), items)


def worry_alone(asked: str, items: Items, topics: Topics) -> Worry | None:
    """The same, where nothing else is asked: whatever may be done was named by no words but those.

    Peeling is what skin does and what somebody may have done to it: then a "why", or a word of concern,
    tells which.
    """
    words = words_of(asked)
    named, concerns = _said(words, items)
    worry = _gravest(named, concerns, items)
    places = {place for found in named for place in found.places} | {*concerns}
    rows = topics.names.find(words)
    if worry is None or any(not places.issuperset(row.places) for row in rows):
        return None
    is_asked_so = bool(concerns) or words[0].text == _WHY
    return worry if is_asked_so or not rows else None


def _said(words: Sequence[Word], items: Items) -> tuple[list[Found[Meant]], tuple[int, ...]]:
    """The symptoms, signs and words of alarm in it, and the places of its words of concern."""
    care = items.guide.care
    named = [found for found in items.names.find(words) if found.meaning.kind in ("item", "alarm")]
    concerns: Names[bool] = Names((name, True) for name in items.spoken.concerns)
    return (
        [found for found in named if found.meaning.id not in care],
        tuple(place for found in concerns.find(words) for place in found.places),
    )


def _gravest(named: Sequence[Found[Meant]], concerns: Sequence[int], items: Items) -> Worry | None:
    meant = [found.meaning for found in named]
    if any(each.kind == "alarm" or items.is_red_flag(each.id) for each in meant):
        return Worry()
    if meant:
        return Worry(meant[0].id)
    return Worry() if concerns else None
