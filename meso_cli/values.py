"""What a typed value can be: a grade, a yes or no, a count, a temperature. Pure."""

import re

from meso_cli.model.guide import GRADES, Guide
from meso_cli.text import visible

GRADE_WORDS = {word.replace(" ", "-"): grade for grade, word in enumerate(GRADES)}
YES = frozenset({"yes", "y", "true", "1", "2", "3", "4", "mild", "moderate", "severe", "very-severe"})
NO = frozenset({"no", "n", "false", "0", "none"})
DENIALS = frozenset({"no", "not", "without"})
NUMBER = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?")
_TEMPERATURE = re.compile(r"([0-9]{2,3}(?:[.,][0-9]{1,2})?)-?°?-?([cf]?)")
_MOST_OF_A_DAY = 99
_CELSIUS = (30.0, 45.0)
_FAHRENHEIT = (86.0, 113.0)


class Unreadable(Exception):
    """A value that cannot be read; the sentence says what would be."""


def fold(words: str) -> str:
    """Words as one name: "Bad smell" is "bad-smell"."""
    return "-".join(words.casefold().replace("_", " ").replace("-", " ").split())


def fold_value(words: str) -> str:
    """A value's words as one; signs before a number stay, so that `-1` is never read as 1."""
    folded = "-".join(words.casefold().split())
    return folded.replace("_", "-") if folded[:1].isalpha() else folded


def grade(item: str, value: str) -> int:
    """A symptom's grade, 0 to 4, from a digit or a word. Raises `Unreadable`."""
    if value in GRADE_WORDS or value in ("no", "n"):
        return GRADE_WORDS.get(value, 0)
    if value == "yes":
        return 1
    if len(value) == 1 and value in "01234":
        return int(value)
    raise Unreadable(
        f"{item}={visible(value, 40)} is no grade; grades go from 0 (none) to 4 (very severe): {item}=2"
    )


def count(item: str, value: str) -> int:
    """How often something was done. Raises `Unreadable`."""
    if value in ("yes", "no"):
        return int(value == "yes")
    if value.isascii() and value.isdecimal() and len(value) <= len(str(_MOST_OF_A_DAY)):
        return int(value)
    raise Unreadable(
        f"{item}={visible(value, 40)} is no count; say a number from 0 to {_MOST_OF_A_DAY}: {item}=2"
    )


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


def is_value(word: str) -> bool:
    """Whether a word alone is read as a value, or as the denial of what follows it."""
    folded = fold(word)
    return is_bare_value(folded) or folded in YES | NO | DENIALS


def could_be_logged(item: str, value: int, guide: Guide) -> bool:
    """Whether `log` could have recorded this value; an unknown item may be a later guide's."""
    if item in guide.symptoms:
        return value <= max(GRADE_WORDS.values())
    if item in guide.signs:
        return value <= 1
    return value <= _MOST_OF_A_DAY


def is_bare_value(word: str) -> bool:
    """Whether a folded word alone can only be somebody's value: a number or (part of) a grade."""
    return bool(NUMBER.fullmatch(word)) or word in GRADE_WORDS or word == "very"
