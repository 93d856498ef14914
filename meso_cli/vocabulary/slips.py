"""What was probably meant by a word that nothing is called: one slip of the finger, or a likeness.

A slip is one letter too many, too few or another, or two neighbours exchanged, in a name of five or
more letters, where no other known word is as near, and where no word of everyday English was typed.
"""

from collections.abc import Iterable, Sequence

from meso_cli.values import NamedTuple
from meso_cli.vocabulary.folding import Word, stem
from meso_cli.vocabulary.items import Items
from meso_cli.vocabulary.language import NEGATIONS
from meso_cli.vocabulary.names import Found, Meaning, Names

SHORTEST = 5
_ALIKE = 0.8
_LONGEST = 40


class Guess(NamedTuple):
    """An item that may have been meant by what was typed; a slip is surer than a likeness."""

    typed: str
    item: str
    is_slip: bool
    is_sign: bool = False

    @property
    def typed_as(self) -> str:
        """As `meso log` takes it: a sign is there, a grade is for the person to say."""
        return f"{self.item}=yes" if self.is_sign else self.item


def guesses_for(words: Sequence[Word], left: Sequence[int], items: Items) -> tuple[Guess, ...]:
    """The items that the words at the places `left` of a sentence may mean, each word at most once."""
    slips = slips_in(words, left, items.names, items.spoken.english)
    named = [
        Guess(_said(words, found), found.meaning.id, is_slip=True, is_sign=_is_sign(found.meaning.id, items))
        for found in slips
        if found.meaning.kind == "item"
    ]
    explained = {place for found in slips for place in found.places}
    likely = (_alike(words[place], items) for place in left if place not in explained)
    return (*dict.fromkeys(named), *dict.fromkeys(guess for guess in likely if guess))


def put_right(words: Sequence[Word], left: Sequence[int], items: Items) -> tuple[Word, ...]:
    """The words of a sentence with those slips put right that leave no doubt what was meant."""
    right = list(words)
    for place in left:
        word = words[place]
        found = [
            (name.meaning, meant)
            for meant in (
                () if word.text in items.spoken.english else _a_slip_away(word.text, items.names.words)
            )
            for name in items.names.find(_with(words, place, meant))
            if place in name.places
        ]
        if len({meaning for meaning, _ in found}) == 1:
            right[place] = _with(words, place, found[0][1])[place]
    return tuple(right)


def _with(words: Sequence[Word], place: int, meant: str) -> list[Word]:
    return [*words[:place], words[place]._replace(text=meant, stem=stem(meant)), *words[place + 1 :]]


def slips_in(
    words: Sequence[Word], left: Sequence[int], names: Names[Meaning], english: Iterable[str]
) -> list[Found[Meaning]]:
    """The names that come out where a slip in one of the words at the places `left` is put right."""
    return [
        found
        for place in left
        if words[place].text not in english and (found := _put_right(words, place, names))
    ]


def _put_right(words: Sequence[Word], place: int, names: Names[Meaning]) -> Found[Meaning] | None:
    """The one name that a word a single slip away makes; None where there is none, or several."""
    found: dict[Meaning, Found[Meaning]] = {}
    for meant in _a_slip_away(words[place].text, names.words):
        for name in names.find(_with(words, place, meant)):
            if place in name.places:
                found.setdefault(name.meaning, name)
    return next(iter(found.values())) if len(found) == 1 else None


def _a_slip_away(word: str, known: frozenset[str]) -> list[str]:
    """The known words that lie a single slip away."""
    if not SHORTEST - 1 <= len(word) <= _LONGEST or not word.isalpha() or word in known:
        return []  # what stands in a name is a word, and no slip of another
    from rapidfuzz.distance import OSA  # only where something was not understood

    long = (name for name in known if len(name) >= SHORTEST)
    return [name for name in long if OSA.distance(word, name, score_cutoff=1) == 1]


def _alike(word: Word, items: Items) -> Guess | None:
    """The item whose name looks most like a word; nothing where it is a word of everyday English."""
    if not SHORTEST <= len(word.text) <= _LONGEST:
        return None
    if word.text in items.names.words | NEGATIONS or word.text in items.spoken.english:
        return None
    from rapidfuzz import fuzz, process

    match = process.extractOne(word.text, list(items.names), scorer=fuzz.ratio, score_cutoff=100 * _ALIKE)
    meant = items.item(match[0]) if match else None
    return Guess(word.typed, meant, is_slip=False) if meant else None


def _is_sign(item: str, items: Items) -> bool:
    return item in items.guide.signs


def _said(words: Sequence[Word], found: Found[Meaning]) -> str:
    return " ".join(dict.fromkeys(words[place].typed for place in found.places))
