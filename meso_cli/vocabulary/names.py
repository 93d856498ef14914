"""Names found in a sentence: the longest first, anywhere in it, none over another.

A name is known as it stands, without its small words, and by the stems of its words in any order
("lips are swollen" is "swollen lip"), as long as that leads to one meaning alone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from meso_cli.vocabulary.folding import Word, fold, singular, words_of
from meso_cli.vocabulary.language import FILLERS, GONE, NEUTRAL

Meaning = TypeVar("Meaning")
_Key = tuple[str, ...]
_SHORTEST_PLURAL = 5
_SMALL = FILLERS | NEUTRAL


class Found(NamedTuple, Generic[Meaning]):
    """A meaning and the places of the words that named it."""

    places: tuple[int, ...]
    meaning: Meaning


class Names(Generic[Meaning]):
    """Every name of a kind of thing, each with what it means; the first meaning of a name stays.

    Unless they are `loose`, a name of one word is known by no other ending than that of its plural:
    "fitness" is no fit, and "helped" no cry for help.
    """

    def __init__(self, named: Iterable[tuple[str, Meaning]], *, loose: bool = False) -> None:
        self._loose = loose
        self._meanings: dict[str, Meaning] = {}
        for name, meaning in named:
            self._meanings.setdefault(fold(name), meaning)

    def __contains__(self, name: str) -> bool:
        return fold(name) in self._meanings

    def __iter__(self) -> Iterator[str]:
        return iter(self._meanings)

    def get(self, name: str) -> Meaning | None:
        """What one of the names means, spelt in any case and with any joints."""
        return self._meanings.get(fold(name))

    def whole(self, phrase: str) -> Meaning | None:
        """What a phrase means that is one name from its first to its last word, small words aside."""
        return self.get(phrase) or self._by_words(words_of(phrase))

    def find(
        self,
        words: Sequence[Word],
        apart: frozenset[str] = frozenset(),
        known: Sequence[Found[Meaning]] = (),
    ) -> tuple[Found[Meaning], ...]:
        """What the words name beside what is `known`, in the order of the sentence.

        A name that holds none of the words `apart` does not reach over one: "in the sun with a hat" is
        no sun hat.
        """
        every = tuple(range(len(words)))
        content = tuple(place for place in every if words[place].text not in FILLERS)
        bare = tuple(place for place in content if words[place].text not in NEUTRAL)
        search: _Search[Meaning] = _Search(words, apart, known)
        for length in range(min(self._longest, len(words)), 0, -1):
            search.through(every, length, self._with_small_words)
            search.through(content, length, self._by_words)
            search.through(bare, length, self._by_words)
        return tuple(sorted(search.found, key=lambda found: found.places))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word that stands in a name."""
        return frozenset(word for name in self._meanings for word in name.split())

    @cached_property
    def _longest(self) -> int:
        return max((name.count(" ") + 1 for name in self._meanings), default=0)

    def _with_small_words(self, words: Sequence[Word]) -> Meaning | None:
        """A name that holds a small word, as it stands: "is this normal", "after sun"."""
        if not any(word.text in FILLERS for word in words):
            return None
        return self._meanings.get(" ".join(word.text for word in words))

    def _by_words(self, words: Sequence[Word]) -> Meaning | None:
        content = [word for word in words if word.text not in FILLERS]
        as_typed = self._meanings.get(" ".join(word.text for word in content))
        if as_typed is not None:
            return as_typed
        bare = self._without_small_words.get(tuple(word.text for word in content))
        return bare if bare is not None else self._by_stems.get(self._stems(content))

    @cached_property
    def _without_small_words(self) -> Mapping[_Key, Meaning]:
        return _unambiguous(
            (tuple(word for word in name.split() if word not in FILLERS), meaning)
            for name, meaning in self._meanings.items()
            if _keeps_its_meaning(name)
        )

    @cached_property
    def _by_stems(self) -> Mapping[_Key, Meaning]:
        return _unambiguous(
            (self._stems([word for word in words_of(name) if word.text not in FILLERS]), meaning)
            for name, meaning in self._meanings.items()
            if _keeps_its_meaning(name)
        )

    def _stems(self, words: Sequence[Word]) -> _Key:
        if len(words) == 1 and not self._loose:
            one = singular(words[0].text)
            return (one if len(one) >= _SHORTEST_PLURAL else words[0].text,)
        return tuple(sorted(word.stem for word in words))


def _keeps_its_meaning(name: str) -> bool:
    """Whether a name is the same without its small words, in any order.

    Not "is this normal", nor "after sun"; and lips that have gone big are not big lips that have gone.
    """
    words = name.split()
    if not GONE.isdisjoint(words):
        return False
    distinctive = [word for word in words if word not in _SMALL]
    return len(distinctive) > 1 or FILLERS.isdisjoint(words)


def _unambiguous(pairs: Iterable[tuple[_Key, Meaning]]) -> dict[_Key, Meaning]:
    """Each key with its meaning, but for those that would have two."""
    meanings: dict[_Key, Meaning] = {}
    doubtful: set[_Key] = {()}
    for key, meaning in pairs:
        if meanings.setdefault(key, meaning) != meaning:
            doubtful.add(key)
    return {key: meaning for key, meaning in meanings.items() if key not in doubtful}


class _Search(Generic[Meaning]):
    """One search through a sentence; keeps which words are taken."""

    def __init__(self, words: Sequence[Word], apart: frozenset[str], known: Sequence[Found[Meaning]]) -> None:
        self._words = words
        self._apart = {place for place, word in enumerate(words) if word.text in apart}
        self._taken = {place for found in known for place in found.places}
        self.found: list[Found[Meaning]] = [*known]

    def through(
        self, places: Sequence[int], length: int, meaning_of: Callable[[Sequence[Word]], Meaning | None]
    ) -> None:
        """Every run of so many of the `places` that is not taken yet."""
        for start in range(len(places) - length + 1):
            run = tuple(places[start : start + length])
            if not self._is_free(run):
                continue
            meaning = meaning_of([self._words[at] for at in run])
            if meaning is not None:
                self._taken |= {*run}
                self.found.append(Found(run, meaning))

    def _is_free(self, run: tuple[int, ...]) -> bool:
        if not self._taken.isdisjoint(run):
            return False
        between = {*range(run[0] + 1, run[-1])} - {*run}
        if not self._apart.isdisjoint(between):
            return False
        return not any(self._words[at].breaks for at in range(run[0] + 1, run[-1] + 1))
