"""What can be logged, by everything that people call it."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Literal

from meso_cli.model.guide import Guide
from meso_cli.model.names import ItemNames
from meso_cli.values import NamedTuple
from meso_cli.vocabulary.folding import fold, words_of
from meso_cli.vocabulary.language import FILLERS, NEGATIONS, TROUBLE, UNABLE
from meso_cli.vocabulary.names import Names


class Meant(NamedTuple):
    """What a name stands for: an item, the denial of a sign, a word of alarm, or none of these."""

    kind: Literal["item", "denial", "alarm", "other"]
    id: str


_LABEL = 2
"""Words that a label has; those are names like others."""
_BRACKET = re.compile(r"\s*\([^)]*\)")
_TAIL = re.compile(r"(?:,|:)\s+(?:or|even if|above all)\b.*")


def counting(phrase: str) -> tuple[str, ...]:
    """The words of a phrase that carry its meaning."""
    return tuple(word.text for word in words_of(phrase) if word.text not in FILLERS)


def _with_and_without_tail(phrase: str) -> Iterator[str]:
    """ "Sight suddenly gone, or double?", and "Sight suddenly gone"; a bracket may be left out, too."""
    yield phrase
    yield (bare := _BRACKET.sub("", phrase))
    yield _TAIL.sub("", bare)


class Items:
    """The items of a guide. Other names than ids are read only when something was said that is no id.

    `added`: the words of a clinic's plan for its own signs, each with the sign's id.
    """

    def __init__(
        self, guide: Guide, read_names: Callable[[], ItemNames], added: Mapping[str, str] | None = None
    ) -> None:
        self.guide = guide
        self._read_names = read_names
        self._added = added or {}

    def id(self, words: str) -> str | None:
        """The item whose id was typed, in any case and with any joints."""
        id = fold(words).replace(" ", "-")
        return id if self._is_item(id) else None

    def item(self, words: str) -> str | None:
        """The item that a phrase names from its first to its last word."""
        if (id := self.id(words)) is not None:
            return id
        meant = self.names.whole(words)
        return meant.id if meant is not None and meant.kind == "item" else None

    def is_red_flag(self, item: str) -> bool:
        """Whether an item is a sign that brings the card."""
        sign = self.guide.signs.get(item)
        return sign is not None and sign.is_red_flag

    def takes_temperature(self, item: str) -> bool:
        """Whether a temperature is a value of an item."""
        sign = self.guide.signs.get(item)
        return sign is not None and sign.reading == "celsius"

    @cached_property
    def spoken(self) -> ItemNames:
        """What people say instead of ids."""
        return self._read_names()

    @cached_property
    def names(self) -> Names[Meant]:
        """Every name of every item, every word of alarm, and what somebody is unable to do."""
        return Names(self._named())

    @cached_property
    def shown(self) -> Mapping[str, Mapping[tuple[str, ...], str]]:
        """By its first word, how a screen says an item: its words that count, without commas, and its id."""
        by_first: dict[str, dict[tuple[str, ...], str]] = {}
        labels = {id: row.label for id, row in self.guide.signs.items()}
        labels |= {id: row.label for id, row in self.guide.symptoms.items()}
        for id, label in labels.items():
            said = (label, *self.spoken.shown.get(id, ()))
            phrases = [each for phrase in said for each in _with_and_without_tail(phrase)]
            parted = {phrase for phrase in said if "(" in phrase or "," in phrase}
            ways = [words for each in phrases if len(words := counting(each)) > _LABEL or each in parted]
            verbs = [counting(verb) for verb in self.spoken.unable.get(id, ()) if " " in verb]
            ways += [(word, *verb) for verb in verbs if len(verb) >= _LABEL for word in UNABLE]
            for words in ways:
                by_first.setdefault(words[0], {}).setdefault(words, id)
        return by_first

    @cached_property
    def degrees(self) -> Mapping[str, int]:
        """The grade that a word of degree gives."""
        return {word: grade for grade, words in self.spoken.degrees.items() for word in words}

    def _is_item(self, id: str) -> bool:
        care = self.guide.care.get(id)
        is_counted = care is not None and care.per_day is not None
        return is_counted or id in self.guide.symptoms or id in self.guide.signs

    def _named(self) -> Iterator[tuple[str, Meant]]:
        """Names with what they mean, the ones that matter most first."""
        guide, spoken = self.guide, self.spoken
        care = [row for row in guide.care.values() if row.per_day is not None]
        for id in (*guide.symptoms, *guide.signs, *(row.id for row in care)):
            yield fold(id), Meant("item", id)
        for id, words in spoken.items.items():
            yield from ((fold(word), Meant("item", id)) for word in words)
        for word in spoken.alarms:
            yield fold(word), Meant("alarm", word)
        yield from self._inabilities()
        for sign, words in spoken.denials.items():
            yield from ((fold(word), Meant("denial", sign)) for word in words)
        for word in spoken.others:
            yield fold(word), Meant("other", word)
        for word, id in self._added.items():
            yield fold(word), Meant("item", id)
        labels = {id: row.label for id, row in guide.symptoms.items()}
        labels |= {id: row.label for id, row in guide.signs.items()}
        labels |= {row.id: row.label for row in care}
        for id, label in labels.items():
            if NEGATIONS.isdisjoint((name := fold(label)).split()):  # else in its own order alone: `shown`
                yield name, Meant("item", id)
        for row in care:
            yield fold(row.glance), Meant("item", row.id)

    def _inabilities(self) -> Iterator[tuple[str, Meant]]:
        """ "Cannot breathe" reports the sign, "no trouble breathing" denies it."""
        for sign, verbs in self.spoken.unable.items():
            for verb in verbs:
                if " " in verb:  # in this order alone: "bleeding stopped, not ..." is another thing
                    continue
                for word in UNABLE:
                    yield f"{word} {verb}", Meant("item", sign)
                    for name in self.spoken.denials.get(sign, ()):
                        yield f"{word} {name}", Meant("item", sign)
                for word in TROUBLE:
                    yield f"{word} {verb}", Meant("item", sign)
                    for denial in ("no", "not", "without"):
                        yield f"{denial} {word} {verb}", Meant("denial", sign)
