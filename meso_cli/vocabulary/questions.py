"""What a question asks about: "when can I put makeup on", "drink wine tonight".

The longest names count, anywhere in it. What is left over was not understood: the answer may still
be a no, never a yes.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from meso_cli.model.guide import Guide, Topic
from meso_cli.text import visible
from meso_cli.values import NamedTuple
from meso_cli.vocabulary.folding import Word, fold, words_of
from meso_cli.vocabulary.language import (
    ASKING,
    AT_ONCE,
    BESIDE,
    FILLERS,
    JOINING,
    MEASURES,
    NEUTRAL,
    STOPPING,
)
from meso_cli.vocabulary.names import Found, Names
from meso_cli.vocabulary.slips import slips_in
from meso_cli.when.phrases import time_in

Ids = tuple[str, ...]
_AMOUNT = re.compile(r"[0-9]+(?:[.,][0-9]+)?[a-z%]{0,3}")
_BARE_HOUR = re.compile(r"\bat ([01]?[0-9]|2[0-3])$")
"""Of the two that "saturday at 8" may be, the morning's answers: nothing is allowed before it is."""
_ALIKE = 70
_IGNORED = ASKING | FILLERS | NEUTRAL | JOINING


class Topics(NamedTuple):
    """Everything that can be asked about, by every name of it.

    `leads`: which row answers first where one name stands for what must be done and what must not.
    `ambiguous`: names that say too little, each with what they may mean. `stopping`: what nobody leaves
    off on their own, each with the row that says so.
    """

    names: Names[Ids]
    leads: Mapping[str, str] = {}
    ambiguous: Mapping[str, Sequence[str]] = {}
    stopping: Mapping[str, str] = {}

    def near(self, words: str) -> tuple[str, ...]:
        """The names that look most like the words, three at most."""
        from rapidfuzz import fuzz, process  # only where nothing was understood

        said = fold(words)
        if not said:
            return ()
        found = process.extract(said, list(self.names), scorer=fuzz.ratio, limit=3, score_cutoff=_ALIKE)
        return tuple(name for name, _, _ in found)

    def meanings(self, words: str) -> tuple[str, ...]:
        """What words that say too little may mean; nothing for any others."""
        content = " ".join(word.text for word in words_of(words) if word.text not in ASKING | FILLERS)
        return tuple(self.ambiguous.get(fold(words)) or self.ambiguous.get(content) or ())


class Question(NamedTuple):
    """What was asked about, and when.

    `ids` are the rows that were named, `read_as` the words that named them. `left` was not
    understood, and `guessed` says that a name was only found by putting a slip right: then nothing
    is allowed by the answer. `lead` answers before stricter rows. `about_stopping`: it asks whether a
    medicine may be left off.
    """

    ids: Ids = ()
    read_as: tuple[str, ...] = ()
    lead: str | None = None
    left: tuple[str, ...] = ()
    at: str | None = None
    guessed: bool = False
    about_stopping: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether every word was understood as it stands."""
        return not (self.left or self.guessed)


def topic_names(
    guide: Guide, topics: Iterable[Topic], aliases: Mapping[str, Sequence[str]]
) -> dict[str, Ids]:
    """Every way to name what can be asked about: ids, labels and aliases; an alias may add to an id."""
    names: dict[str, Ids] = {fold(alias): tuple(ids) for alias, ids in aliases.items()}
    topics = tuple(topics)
    own = [(row.id, row.label) for row in guide.restrictions.values()]
    own += [(row.id, row.label) for row in topics if row.subject == "topics"]
    for id, label in own:
        # What a plan added answers beside whatever the guide calls so.
        for name, joins in ((fold(id), True), (fold(label), id in guide.added)):
            others = names.get(name, ())
            if id not in others and (joins or not others):
                names[name] = (id, *others)
    for row in topics:
        names.setdefault(fold(row.id), (row.id,))
        names.setdefault(fold(row.label), (row.id,))
    return names


def read_question(asked: str, topics: Topics) -> Question:
    """The question in what was typed; without `ids` where it names nothing that is known."""
    words = _without_measures(words_of(asked))
    whole = topics.names.whole(asked)
    if whole is not None:
        return Question(whole, (_said(words, range(len(words))),), topics.leads.get(fold(asked)))
    found, at, words = _found(words, topics.names)
    left = _left(words, found)
    slips = slips_in(words, left, topics.names, ()) if left else []
    put_right = {place for name in slips for place in name.places}
    every = sorted((*(name for name in found if put_right.isdisjoint(name.places)), *slips), key=_place)
    left = [place for place in left if place not in put_right]
    ids = [id for name in every for id in name.meaning]
    lead = _lead(words, every, topics) if not (left or slips) else None
    governing, stops = _about_stopping(words, every, topics)
    if governing is not None:
        ids = [governing, *(id for name in every if not stops.issuperset(name.places) for id in name.meaning)]
        left = [place for place in left if place not in stops]
        lead = governing  # it is no yes, whatever was not understood
    return Question(
        ids=tuple(dict.fromkeys(ids)),
        read_as=tuple(_said(words, name.places) for name in every),
        lead=lead,
        left=tuple(dict.fromkeys(visible(words[place].typed, 40) for place in left)),
        at=at,
        guessed=bool(slips),
        about_stopping=governing is not None,
    )


def _without_measures(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """ "A glass of wine" is wine."""
    return tuple(
        word
        for place, word in enumerate(words)
        if not (word.text in MEASURES and place + 2 < len(words) and words[place + 1].text == "of")
    )


def _found(
    words: tuple[Word, ...], names: Names[Ids]
) -> tuple[tuple[Found[Ids], ...], str | None, tuple[Word, ...]]:
    """The names in the words, without the words of time, which are said apart."""
    found = names.find(words, BESIDE)
    span = time_in([word.text for word in words])
    if span is None or {*range(*span)} <= {place for name in found for place in name.places}:
        return found, None, words
    at = _BARE_HOUR.sub(r"\g<0>:00", _said(words, range(*span)))
    rest = tuple(word for place, word in enumerate(words) if not span[0] <= place < span[1])
    return names.find(rest, BESIDE), at, rest


def _left(words: Sequence[Word], found: Sequence[Found[Ids]]) -> list[int]:
    taken = {place for name in found for place in name.places}
    return [
        place
        for place, word in enumerate(words)
        if place not in taken
        and word.text not in _IGNORED
        and not _AMOUNT.fullmatch(word.text)
        and tuple(each.text for each in words[place : place + 2]) != AT_ONCE
    ]


def _lead(words: Sequence[Word], found: Sequence[Found[Ids]], topics: Topics) -> str | None:
    """The row that leads, where one name alone was found."""
    if len(found) != 1:
        return None
    said = " ".join(words[place].text for place in found[0].places)
    return topics.leads.get(said)


def _about_stopping(
    words: Sequence[Word], found: Sequence[Found[Ids]], topics: Topics
) -> tuple[str | None, set[int]]:
    """The row that answers whether a medicine may be left off, and the places of the words that ask it."""
    if not any(word.text in STOPPING or word.text == "off" for word in words):
        return None, set()
    from meso_cli.vocabulary.stopping import row_about_stopping, stops_in  # few questions are about that

    return row_about_stopping(words, found, topics.stopping, _IGNORED), stops_in(words)


def _place(name: Found[Ids]) -> int:
    return name.places[0]


def _said(words: Sequence[Word], places: Sequence[int]) -> str:
    return " ".join(dict.fromkeys(words[place].typed for place in places))
