"""A line as it was typed, in words; a value given with = or : stays with its word."""

import re
from collections.abc import Mapping, Sequence

from meso_cli.values import NamedTuple
from meso_cli.vocabulary.folding import Word, ends_with_break, words_of
from meso_cli.vocabulary.values import fold_value, is_known

_GIVES = re.compile(r"=|(?<![0-9]):|:(?![0-9])")
_GIVES_NEXT = re.compile(r"(?:^|[a-z] ?)[=:]$", re.IGNORECASE)
_FIRST_VALUE = re.compile(r"[^\s,;]*(?:,[0-9]+)*")
_LONGEST_VALUE = 3


class Sentence(NamedTuple):
    """The words of a line, and the values that were given with some of them, by their places."""

    words: tuple[Word, ...]
    given: Mapping[int, str]

    def said(self, places: Sequence[int]) -> str:
        """What was typed at these places."""
        return " ".join(dict.fromkeys(self.words[place].typed for place in places))

    def without(self, first: int, end: int) -> "Sentence":
        """The same without the words at the places [first, end)."""
        kept = [place for place in range(len(self.words)) if not first <= place < end]
        given = {at: self.given[place] for at, place in enumerate(kept) if place in self.given}
        return Sentence(tuple(self.words[place] for place in kept), given)


def sentence_of(typed: Sequence[str]) -> Sentence:
    """The line whose parts a shell gave: `redness=2 "open sore" pus:yes`."""
    words: list[Word] = []
    given: dict[int, str] = {}
    breaks = False
    for number, part in enumerate(typed):
        rest = part
        if number + 1 < len(typed) and _GIVES_NEXT.search(part):  # "redness: moderate", "redness = 2", apart
            rest = part.rstrip(" =:")
        while match := _GIVES.search(rest):
            words += _joined(rest[: match.start()], breaks=breaks)
            value, rest = _value(rest[match.end() :])
            if words:
                given[len(words) - 1] = value
            breaks = True
        found = _joined(rest, breaks=breaks)
        words += found
        breaks = ends_with_break(rest) or (breaks and not found)
    return Sentence(tuple(words), given)


def _joined(text: str, *, breaks: bool) -> tuple[Word, ...]:
    """The words of a text; what stands behind a value begins something new."""
    found = words_of(text)
    return (found[0]._replace(breaks=found[0].breaks or breaks), *found[1:]) if found else ()


def _value(rest: str) -> tuple[str, str]:
    """The value that a text begins with, folded, and what stands behind it: "very severe pus"."""
    if is_known(whole := fold_value(rest)):
        return whole, ""
    parts = rest.split(" ")
    for length in range(min(_LONGEST_VALUE, len(parts) - 1), 1, -1):
        if is_known(said := fold_value(" ".join(parts[:length]))):
            return said, " ".join(parts[length:])
    stripped = rest.lstrip()
    match = _FIRST_VALUE.match(stripped)
    value = match[0] if match else ""
    return fold_value(value), stripped[len(value) :]
