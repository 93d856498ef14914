"""What a note names that would be judged if it were logged. Pure.

A note is kept as it is and never read as an observation: words can mean anything. But somebody
who wrote "pus and fever 39" must not go on to read that no warning sign was logged.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from meso_cli.model.guide import Guide, OtherWords
from meso_cli.values import celsius, fold

_WORDS = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*|[^\w\s]|\n")
_ENDS_A_CLAUSE = frozenset({*".,;:!?()\n", "but", "and", "now", "then"})
_DENIALS = frozenset({"no", "without", "nor"})
"""Not "not": "not breathing well" denies nothing."""
_BEFORE_A_NUMBER = frozenset({"of", "is", "was", "at", ":", "="})
_LONGEST_NAME = 4


class Noted(NamedTuple):
    """What to log instead, as `meso log` takes it, and which red flags stand there by their own name.

    `look_for` are the signs that a word of alarm ("infection") makes one look for.
    """

    to_log: tuple[str, ...] = ()
    red_flags: tuple[str, ...] = ()
    look_for: tuple[str, ...] = ()


class _Named(NamedTuple):
    item: str
    by_its_name: bool
    is_denied: bool
    reading: str | None


def read_note(note: str, guide: Guide, other: OtherWords, but: frozenset[str] = frozenset()) -> Noted:
    """The red flags and the words of alarm in a note, whole words only; the items in `but` are logged."""
    words = _WORDS.findall(note.casefold())
    found = {named.item: named for named in _named(words, guide, other) if named.item not in but}
    alarms = (sign for word in words for sign in other.alarms.get(word, ()))
    return Noted(
        to_log=tuple(_as_logged(named) for named in found.values()),
        red_flags=tuple(named.item for named in found.values() if named.by_its_name and not named.is_denied),
        look_for=tuple(sign for sign in dict.fromkeys(alarms) if sign not in found and sign not in but),
    )


def _as_logged(named: _Named) -> str:
    if named.is_denied:
        return f"{named.item}=no"
    return f"{named.item}={named.reading}" if named.reading else named.item


def _named(words: list[str], guide: Guide, other: OtherWords) -> Iterator[_Named]:
    """Every red flag that is named; the longest name counts, so that a cold sore is no open sore."""
    ids = {id: id for id in (*guide.symptoms, *guide.signs)}
    names = {fold(name): item for name, item in {**other.items, **ids}.items()}
    place, is_denied = 0, False
    while place < len(words):
        length = next((n for n in range(_LONGEST_NAME, 0, -1) if _joined(words, place, n) in names), 0)
        if not length:
            is_denied = (is_denied or words[place] in _DENIALS) and words[place] not in _ENDS_A_CLAUSE
            place += 1
            continue
        name = _joined(words, place, length)
        place += length
        sign = guide.signs.get(names[name])
        reading = _temperature(words[place:]) if sign and sign.id == "fever" else None
        if sign and sign.is_red_flag and not _is_below(reading, guide):
            by_its_name = f"-{name}".endswith(f"-{sign.id}")  # "not breathing" as well as "breathing"
            yield _Named(sign.id, by_its_name, is_denied, reading)


def _joined(words: list[str], place: int, length: int) -> str:
    return "-".join(words[place : place + length])


def _temperature(after: list[str]) -> str | None:
    """The temperature that follows: "39", "of 38.5"."""
    number = next((word for word in after if word not in _BEFORE_A_NUMBER), "")
    return number if celsius(number) is not None else None


def _is_below(reading: str | None, guide: Guide) -> bool:
    degrees = celsius(reading) if reading else None
    return degrees is not None and degrees < guide.rules.fever_celsius
