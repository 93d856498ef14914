"""One spelling for what people write in many: case, joints, apostrophes, endings."""

import re
from collections.abc import Iterator
from functools import lru_cache

from meso_cli.values import NamedTuple

_APOSTROPHES = re.compile("['\u2019\u2018`\u00b4]")
_JOINTS = re.compile(r"[\s_-]+")
_AROUND = " .:=!?;,\"'()[]{}\u2026\u00b7"
_PARTS = re.compile(r"[,;!?()\n\u2026\u00b7]|(?:[^\s,;!?()=\u2026\u00b7]|(?<=[0-9]),(?=[0-9]))+")
_IS = re.compile("['\u2019\u2018`\u00b4]s\\b", re.IGNORECASE)
_FOLDED = re.compile("[a-z]+(?: [a-z]+)*")
_BREAKS = frozenset(",;!?()\n\u2026\u00b7")
_PICTURES = re.compile("([\u2600-\u27bf\U0001f300-\U0001f3fa\U0001f400-\U0001faff])")
_PICTURE_FORMS = re.compile("[\ufe0f\u200d\U0001f3fb-\U0001f3ff]")
"""Which colour a picture has, or how it is drawn."""
_SPOKEN_BREAKS = re.compile(
    r"(?<!\S)(?:comma|full stop|new line|exclamation mark|question mark)(?!\S)", re.IGNORECASE
)
"""What a telephone writes where somebody dictates the sign itself."""
_BETWEEN_WORDS = re.compile(r"(?<=[a-z]{2})[/+](?=[a-z]{2})", re.IGNORECASE)
_VOWELS = frozenset("aeiouy")
_SHORTEST_STEM = 3


def fold(words: str) -> str:
    """Words as one name: "Bad smell", "bad_smell" and "bad-smell" are "bad smell"."""
    if _FOLDED.fullmatch(words):  # most names are: there are thousands, and a call folds each
        return words
    return _JOINTS.sub(" ", _APOSTROPHES.sub("", words.casefold())).strip(_AROUND)


class Word(NamedTuple):
    """One word of a sentence: as it was typed, folded, and its stem.

    `breaks`: whether a comma or the end of a sentence stands before it.
    """

    typed: str
    text: str
    stem: str
    breaks: bool = False


def ends_with_break(text: str) -> bool:
    """Whether a comma or the end of a sentence stands at the end of a text."""
    parts = _PARTS.findall(text)
    return bool(parts) and (parts[-1] in _BREAKS or parts[-1].endswith("."))


def words_of(sentence: str) -> tuple[Word, ...]:
    """The words of a sentence; punctuation is kept as breaks between them."""
    return tuple(_words_of(sentence))


def _words_of(sentence: str) -> Iterator[Word]:
    if _FOLDED.fullmatch(sentence) and not _SPOKEN_BREAKS.search(sentence):
        yield from (Word(text, text, stem(text)) for text in sentence.split(" "))
        return
    breaks = False
    if not sentence.isascii():
        sentence = _PICTURES.sub(r" \1 ", _PICTURE_FORMS.sub("", sentence))
    sentence = _BETWEEN_WORDS.sub(", ", _SPOKEN_BREAKS.sub(",", sentence))  # "red/itchy", "red, itchy"
    for part in _PARTS.findall(sentence):
        typed = part.strip(_AROUND)
        for text in fold(_IS.sub("", typed)).split():  # "the skin's dry", "when's"
            yield Word(typed, text, stem(text), breaks)
            breaks = False
        breaks = breaks or part in _BREAKS or part.endswith(".")


@lru_cache(4096)
def stem(word: str) -> str:
    """A word without the endings that change no meaning here: itchy, itches and itching are itch."""
    if not word.isascii() or not word.isalpha() or len(word) <= _SHORTEST_STEM:
        return word
    return _bare(_without_ending(singular(word)))


def singular(word: str) -> str:
    """A word without the ending of a plural."""
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_ending(word: str) -> str:
    for ending in ("iness", "ness", "ing", "ed", "y"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= _SHORTEST_STEM and _VOWELS & set(rest):
            return rest
    return word


def _bare(word: str) -> str:
    """Without a doubled last letter or a silent e: swimming is swim, shaving and shave are shav."""
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in "aeiouls":
        return word[:-1]
    return word[:-1] if word.endswith("e") and len(word) > _SHORTEST_STEM else word
