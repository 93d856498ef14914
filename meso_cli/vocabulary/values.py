"""What a typed value can be: a grade, a yes or no, a count, a temperature."""

import re

from meso_cli.model.guide import GRADES, Guide
from meso_cli.text import visible
from meso_cli.vocabulary.folding import fold
from meso_cli.vocabulary.language import NEGATIONS

GRADE_WORDS = {word: grade for grade, word in enumerate(GRADES)}
_GRADES = {**GRADE_WORDS, "no": 0, "n": 0, "yes": 1, **{str(grade): grade for grade in range(len(GRADES))}}
YES = frozenset({"yes", "y", "true", "1", "2", "3", "4", "mild", "moderate", "severe", "very severe"})
NO = frozenset({"no", "n", "false", "0", "none"})
_PLAIN_YES = frozenset({"yes", "y", "true", "1"})
NUMBER = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?")
_TEMPERATURE = re.compile(r"([0-9]{2,3}(?:[.,][0-9]{1,2})?) ?(?:°|degrees)? ?([cf]?)(?:elsius|ahrenheit)?")
_MOST_OF_A_DAY = 99
_CELSIUS = (30.0, 45.0)
_FAHRENHEIT = (86.0, 113.0)


class Unreadable(Exception):
    """A value that cannot be read; the sentence says what would be."""


def fold_value(words: str) -> str:
    """A value's words as one; signs before a number stay, so that `-1` is never read as 1."""
    folded = " ".join(words.casefold().split())
    return fold(folded) if folded[:1].isalpha() else folded


def grade(item: str, value: str) -> int:
    """A symptom's grade, 0 to 4, from a digit or a word. Raises `Unreadable`."""
    if value in _GRADES:
        return _GRADES[value]
    raise Unreadable(
        f"{item}={visible(value, 40)} is not a grade; grades go from 0 (none) to 4 (very severe): {item}=2"
    )


def count(item: str, value: str) -> int:
    """How often something was done, from a number, or a yes (once) or no. Raises `Unreadable`."""
    if value in _PLAIN_YES | NO:
        return int(value in _PLAIN_YES)
    if value.isascii() and value.isdecimal() and len(value) <= len(str(_MOST_OF_A_DAY)):
        return int(value)
    raise Unreadable(
        f"{item}={visible(value, 40)} is not a count; say a number from 0 to {_MOST_OF_A_DAY}: {item}=2"
    )


def is_plain_yes(value: str) -> bool:
    """Whether a yes needs no word about how it was read."""
    return value in _PLAIN_YES


def celsius(value: str) -> float | None:
    """A body temperature in degrees Celsius: 30-45 is Celsius, 86-113 Fahrenheit."""
    match = _TEMPERATURE.fullmatch(value)
    if not match:
        return None
    number, unit = float(match[1].replace(",", ".")), match[2]
    if unit != "f" and _CELSIUS[0] <= number <= _CELSIUS[1]:
        return number
    if unit != "c" and _FAHRENHEIT[0] <= number <= _FAHRENHEIT[1]:
        return round((number - 32) * 5 / 9, 1)
    return None


def is_known(value: str) -> bool:
    """Whether a folded text can be the value of something."""
    return value in _GRADES or value in YES | NO or celsius(value) is not None or value.isdecimal()


def is_value(words: str) -> bool:
    """Whether words alone are read as a value, or as the denial of what follows them."""
    folded = fold(words)
    return bool(NUMBER.fullmatch(folded)) or folded in {*YES, *NO, *NEGATIONS, "very"}


def could_be_logged(item: str, value: int, guide: Guide) -> bool:
    """Whether `log` could have recorded this value; an unknown item may be a later guide's."""
    if item in guide.symptoms:
        return value <= max(GRADE_WORDS.values())
    if item in guide.signs:
        return value <= 1
    return value <= _MOST_OF_A_DAY
