"""Sentences of the guide that state a number of a rule: they say what the rule says, or this fails.

Sentences made in code are generated from the numbers. Those in `words/` are written by hand: a length in one
is a number of its own row, or one of another row, named here, or it stands nowhere else and is listed here.
`differ` and `words/before.toml` report what sources say, and are left alone.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from meso_cli.cli import spec
from meso_cli.commands.daily.start import _SAME_SESSION
from meso_cli.guide.files import guide_folder, read_toml
from meso_cli.guide.reading import read_guide
from meso_cli.guide.words import read_words
from meso_cli.model.records import AREAS, DEVICES, HISTORY, HOUR, SKIN_TYPES
from meso_cli.wording.manual import EXIT_CODES

README = Path(__file__).parents[2] / "README.md"
SUBJECTS = (
    "restrictions", "topics", "holds", "symptoms", "signs", "combinations", "care", "phases", "days",
    "modifiers",
)  # fmt: skip  # one list per line reads as the list it is

OF_ANOTHER_ROW = {
    "care movement text: 48 hours": "restrictions exercise until",
    "care spf text: a week": "restrictions sun until",
    "days d1 text: 24 hours": "care moisturise from_hours",
    "restrictions sun instead: 24 hours": "restrictions sunscreen until",
    "symptoms bruising instead: two days": "care cool-pack until_hours",
    "symptoms redness instead: 24 hours": "care moisturise from_hours",
    "symptoms swelling instead: 24 hours": "care moisturise from_hours",
    "symptoms tightness instead: 24 hours": "care moisturise from_hours",
    "topics outside condition: 24 hours": "restrictions sunscreen until",
    "topics window-light condition: 24 hours": "restrictions sunscreen until",
}
"""Where a row repeats the number of another: which number that is."""

NOWHERE_ELSE = frozenset(
    {
        "care cleanse text: 24 hours",
        "care cool-pack text: ten minutes",
        "care monitor derived: eight weeks",
        "care monitor text: eight weeks",
        "care monitor text: two weeks",
        "care spf derived: four weeks",
        "care spf derived: two weeks",
        "care spf text: two hours",
        "care spf text: two weeks",
        "days d10 derived: 7 to 10 days",
        "modifiers rf text: 2 to 3 days",
        "modifiers rf text: a week",
        "phases haemostasis text: a day",
        "restrictions hot-shower derived: a day",
        "restrictions makeup derived: a week",
        "restrictions sun instead: two hours",
        "signs cold-sore advice: two weeks",
        "signs collapse derived: a minute",
        "signs collapse question: a minute",
        "signs dark-patches derived: a day",
        "signs faint advice: a minute",
        "signs faint question: a minute",
        "signs heavy-bleeding derived: ten minutes",
        "signs heavy-bleeding question: ten minutes",
        "symptoms bruising text: a week",
        "symptoms flaking derived: 72 hours",
        "symptoms pain text: 3 to 6 hours",
        "symptoms swelling text: 24 to 48 hours",
        "symptoms tightness why: 48 hours",
        "topics bare-ice instead: an hour",
        "topics bare-ice instead: ten minutes",
        "topics dentist ask: two days",
        "topics dentist derived: two days",
        "topics dusty-work derived: two to three days",
        "topics event ask: two weeks",
        "topics event derived: two weeks and four",
        "topics event stake: two weeks",
        "topics flying condition: two days",
        "topics hair-dye ask: a week",
        "topics hair-dye ask: two weeks",
        "topics hair-dye derived: one week and two",
        "topics lash-brow ask: a week",
        "topics lash-brow ask: two weeks",
        "topics led-mask ask: 24 hours",
        "topics led-mask ask: a week",
        "topics panthenol why: two days",
        "topics spicy-food why: an hour",
        "topics vitamin-d stake: a week",
        "topics work text: two days",
    }
)
"""Lengths that no rule has: a source's, or advice that stands in these words alone."""

_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "ten": 10,
}  # fmt: skip  # one list per line reads as the list it is
_UNITS = {"minute": 1 / 60, "hour": 1.0, "day": 24.0, "week": 168.0}
_NUMBER = rf"\d+|{'|'.join(_NUMBERS)}"
_LENGTH = re.compile(
    r"\b(?!(?:(?<=times )|(?<=once )|(?<=twice )|(?<=more ))a )"  # "twice a day" is no length
    rf"(?P<first>{_NUMBER})(?: (?:to|or) (?P<to>{_NUMBER}))?"
    rf" (?P<unit>minute|hour|day|week)s?\b(?:,? and (?P<more>{_NUMBER})\b(?! (?:minute|hour|day|week)))?",
    re.IGNORECASE,
)


def lengths(text: str) -> Iterator[tuple[str, set[float]]]:
    """Each length in a text, with its hours: "48 hours, and 72" is one of 48 and 72."""
    for found in _LENGTH.finditer(text):
        numbers = [found[name] for name in ("first", "to", "more") if found[name]]
        unit = _UNITS[found["unit"].lower()]
        yield found[0].lower(), {float(_NUMBERS.get(word.lower(), word)) * unit for word in numbers}


def numbers(value: Any) -> Iterator[float]:
    """Every number in a row."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from numbers(item)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield value


@cache
def rows(subject: str) -> dict[str, Any]:
    return read_toml(guide_folder() / f"{subject}.toml")


def hours(subject: str, row: Any) -> set[float]:
    """The numbers of a row in hours; phases and days are counted in days."""
    return {number * (24 if subject in ("phases", "days") else 1) for number in numbers(row)}


def stated() -> Iterator[tuple[str, set[float], set[float]]]:
    """Each length in words: where it stands, its hours, and the hours that it may have."""
    for subject in SUBJECTS:
        for id, words in read_toml(guide_folder() / "words" / f"{subject}.toml").items():
            for key, text in words.items():
                for phrase, said in lengths(text) if isinstance(text, str) and key != "differ" else ():
                    where = f"{subject} {id} {key}: {phrase}"
                    of, row, *path = OF_ANOTHER_ROW.get(where, f"{subject} {id}").split()
                    value = rows(of).get(row, {})
                    yield where, said, hours(of, value[path[0]] if path else value)


def test_a_length_in_words_is_that_of_its_rule() -> None:
    """After a number has moved, every sentence that states it is named here."""
    wrong = {where for where, said, allowed in stated() if not said <= allowed}
    assert not wrong - NOWHERE_ELSE, "no rule says so: correct the words, or list where the number stands"


def test_each_exception_is_needed() -> None:
    """The tables name what stands in the words."""
    assert {*OF_ANOTHER_ROW, *NOWHERE_ELSE} <= {where for where, _, _ in stated()}


def test_a_temperature_is_that_of_the_rule() -> None:
    """From where on a number is a fever: on the card and in the questions, in both degrees."""
    celsius = read_guide().rules.fever_celsius
    words = read_words("signs")["fever"]
    for text in (words.asked, words.question, (guide_folder() / "urgent.txt").read_text("utf-8")):
        assert re.findall(r"(\d+) °C.{1,3}?([\d.]+) °F", text or "") == [
            (f"{celsius:g}", f"{celsius * 9 / 5 + 32:.1f}")
        ]


def test_skin_types_are_those_of_the_modifier() -> None:
    """Who is prone to dark patches."""
    first = read_guide().modifiers["pih_prone"].at_least
    assert f"Skin types {first:g} to {SKIN_TYPES[-1]} " in (
        read_words("modifiers")["pih_prone"].derived or ""
    )


def test_manual_and_help_state_the_numbers_that_count() -> None:
    """How long silence is, and within how many hours a second treatment is taken for the same one."""
    silent = f"{read_guide().rules.silent_after:g}"
    assert f"nothing was logged for {silent} hours" in EXIT_CODES[13]
    assert f"nothing logged for {silent} h during follow-up" in README.read_text("utf-8")
    assert f"of the same area within {_SAME_SESSION / HOUR:g} hours." in spec.FILE.read_text("utf-8")


def test_help_names_every_device_and_history() -> None:
    """What `start` takes is listed where it is asked for, in the order of the records."""
    options = {row["names"][0]: row["help"] for row in spec.described()["commands"]["start"]["options"]}
    assert options["--device"] == f"{', '.join(DEVICES[:-1])} or {DEVICES[-1]}."
    assert options["--history"] == f"{', '.join(HISTORY)}."
    assert options["--area"].startswith(f"{AREAS[0]} (assumed), {', '.join(AREAS[1:5])}, ")
