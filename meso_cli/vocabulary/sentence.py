"""A line as it was typed, in words; a value given with = or : stays with its word."""

import re
from collections.abc import Iterator, Mapping, Sequence

from meso_cli.values import NamedTuple
from meso_cli.vocabulary.folding import Word, ends_with_break, words_of
from meso_cli.vocabulary.language import UNABLE
from meso_cli.vocabulary.values import fold_value, is_known

_GIVES = re.compile(r"=|(?<![0-9]):|:(?![0-9])")
_GIVES_NEXT = re.compile(r"(?:^|[a-z] ?)[=:]$", re.IGNORECASE)
_FIRST_VALUE = re.compile(r"[^\s,;]*(?:,[0-9]+)*")
_LONGEST_VALUE = 3
_SEE_ANY = ["see", "any"]
_LIST = re.compile(r"(?:^|(?<=[\s;·]))(?:none|no):(?=\s|$)", re.IGNORECASE)
_LIST_ENDS = re.compile(r"[;·\n.!?=]")


class Sentence(NamedTuple):
    """The words of a line, and the values that were given with some of them, by their places.

    `denied`: the places of a list of what is not there, as screens have it: "none: redness, swelling".
    """

    words: tuple[Word, ...]
    given: Mapping[int, str]
    denied: frozenset[int] = frozenset()

    def said(self, places: Sequence[int]) -> str:
        """What was typed at these places."""
        return " ".join(dict.fromkeys(self.words[place].typed for place in places))

    def without(self, first: int, end: int) -> "Sentence":
        """The same without the words at the places [first, end)."""
        kept = [place for place in range(len(self.words)) if not first <= place < end]
        given = {at: self.given[place] for at, place in enumerate(kept) if place in self.given}
        denied = frozenset(at for at, place in enumerate(kept) if place in self.denied)
        return Sentence(tuple(self.words[place] for place in kept), given, denied)


def sentence_of(typed: Sequence[str]) -> Sentence:
    """The line whose parts a shell gave: `redness=2 "open sore" pus:yes`."""
    words: list[Word] = []
    given: dict[int, str] = {}
    denied: set[int] = set()
    breaks = False
    parts = tuple(_parts(typed))
    for number, (part, is_list) in enumerate(parts):
        rest = part
        if is_list:
            found = _joined(part, breaks=breaks)
            denied |= {*range(len(words), len(words) + len(found))}
            words += found
            breaks = not part or ends_with_break(part)
            continue
        if number + 1 < len(parts) and _GIVES_NEXT.search(part):  # "redness: moderate", "redness = 2", apart
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
    return Sentence(tuple(_seeing_none(words)), given, frozenset(denied))


def _seeing_none(words: Sequence[Word]) -> Iterator[Word]:
    """ "Cannot see any swelling" is no loss of sight."""
    for place, word in enumerate(words):
        behind = [each.text for each in words[place + 1 : place + 3]]
        is_none = word.text in UNABLE and behind == _SEE_ANY
        yield word._replace(text="no", stem="no") if is_none else word


def _parts(typed: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """The parts, and whether each is what stands behind a "none:" or "no:"."""
    is_list = False
    for part in typed:
        rest = part
        if is_list:
            end = _end_of_list(part)
            yield part[:end], True
            is_list, rest = end == len(part), part[end:]
        while match := _LIST.search(rest):
            if before := rest[: match.start()]:
                yield before, False
            end = _end_of_list(rest, match.end())
            yield from (("", True), (rest[match.end() : end], True))  # with a break before it
            is_list, rest = end == len(rest), rest[end:]
        if rest:
            yield rest, False


def _end_of_list(text: str, begin: int = 0) -> int:
    end = _LIST_ENDS.search(text, begin)
    return end.start() if end else len(text)


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
