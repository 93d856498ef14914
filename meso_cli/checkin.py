"""What a person typed after `meso log`, read as observations. Pure.

One rule comes before all others: a red flag that was named is found even when the rest cannot be
read, so that its card is printed whatever happens next.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from meso_cli.errors import BadValue
from meso_cli.model.guide import Guide, OtherWords
from meso_cli.model.records import Observation
from meso_cli.signs.logs import Logs
from meso_cli.text import visible
from meso_cli.values import (
    DENIALS,
    GRADE_WORDS,
    NO,
    NUMBER,
    YES,
    Unreadable,
    celsius,
    count,
    fold,
    fold_value,
    grade,
    is_bare_value,
)

_BETWEEN_ITEMS = re.compile(r",(?![0-9])\s*")
_SUGGESTED = 2


class Checkin(NamedTuple):
    """What was understood, and what was not.

    `red_flags` are named signs that get the card, saved or not, as does `is_alarm`: a word like
    "infection". `problems` are sentences, and nothing is saved while there is one; `corrected` is
    the command as it was probably meant, a red flag that could not be read as a yes; `read_as`
    says how an unusual value was read.
    """

    observations: tuple[Observation, ...]
    red_flags: tuple[str, ...]
    problems: tuple[str, ...]
    corrected: tuple[str, ...]
    read_as: tuple[str, ...]
    is_alarm: bool = False

    @property
    def needs_card(self) -> bool:
        """Whether the red-flag card comes before anything else."""
        return bool(self.red_flags) or self.is_alarm


Other = Callable[[], OtherWords]


def read_checkin(typed: Sequence[str], guide: Guide, other: Other) -> Checkin:
    """The observations in `typed`: ITEM, ITEM=VALUE or ITEM:VALUE, each item once.

    `other` is called for other words only when something was typed that is no id.
    """
    return _Reader(guide, other).read(typed)


class _Reader:
    """One reading; gathers findings while it walks over what was typed."""

    def __init__(self, guide: Guide, other: Other) -> None:
        self.guide = guide
        self.read_other = other
        self.is_alarm = False
        self.loggable_care = {item.id for item in guide.care.values() if item.per_day is not None}
        self.observations: dict[str, Observation] = {}
        self.red_flags: list[str] = []
        self.problems: list[str] = []
        self.corrected: list[str] = []
        self.unread_flags: list[str] = []
        self.read_as: list[str] = []

    def read(self, typed: Sequence[str]) -> Checkin:
        rest = [part for token in typed for part in _parts(token)]
        while rest:
            token = rest.pop(0)
            name, given, value = _split(token)
            if not given and (item := self._denied(name, rest)):
                rest.pop(0)
                self._correct(f"{item}=no", f"'{visible(token)} {item}' is two words")
                continue
            item = self._item(name)
            if len(parts := token.split()) > 1 and (item is None or self._goes_on(token)):
                rest[:0] = parts  # several words in one pair of quotes
            elif (
                item is None and not given and rest and (joined := self._item(f"{name}-{_split(rest[0])[0]}"))
            ):
                self._two_words(joined, token, rest.pop(0))
            elif item is None and not given and (denied := _denied(name)):
                rest[:0] = denied
            elif item is None and not given and (absent := self._denied_as_one(name)):
                self.corrected.append(f"{absent}=no")
                self.problems.append(f"'{visible(token, 40)}' is no item; say: {absent}=no")
            elif item is None and not given and is_bare_value(name):
                self._value_of_nothing(token, name)
            elif item is None:
                self._unknown(token, name)
            elif not given and (loose := self._loose_value(rest)):
                self._red_flag(item)
                self._correct(f"{item}={loose}", f"'{item} {loose}' is two words")
            else:
                self._observe(item, value if given else None, token)
        return Checkin(
            tuple(self.observations.values()),
            tuple(dict.fromkeys(self.red_flags)),
            tuple(self.problems),
            (*self.corrected, *self._unread_as_yes()),
            tuple(self.read_as),
            self.is_alarm,
        )

    def _unread_as_yes(self) -> list[str]:
        missing = dict.fromkeys(item for item in self.unread_flags if item not in self.observations)
        return [f"{item}=yes" for item in missing]

    def _item(self, name: str) -> str | None:
        """The id of a loggable item, by its id or an alias."""
        if name in self.guide.symptoms or name in self.guide.signs or name in self.loggable_care:
            return name
        return self.aliases.get(name)

    def _goes_on(self, token: str) -> bool:
        """Whether items follow a value in the same quotes: "redness=2 pus", not "very severe"."""
        after = re.split("[=:]", token, maxsplit=1)[1:]
        return any(self._item(_split(word)[0]) for value in after for word in value.split()[1:])

    def _two_words(self, item: str, first: str, second: str) -> None:
        """The name of an item, typed with a space: "open sore=yes"."""
        _, given, value = _split(second)
        if value not in NO:
            self._red_flag(item)
        said = f"{item}={value}" if given else item
        self._correct(said, f"'{visible(first)} {visible(second, 40)}' is two words")

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        return {fold(words): item for words, item in self.read_other().items.items()}

    def _denied(self, name: str, rest: Sequence[str]) -> str | None:
        """The item that "no fever" denies; not where the two are a name of their own: "not breathing"."""
        if name not in DENIALS or not rest:
            return None
        denied = fold(rest[0])
        return None if self._item(f"{name}-{denied}") else self._item(denied)

    def _denied_as_one(self, name: str) -> str | None:
        """The item of "nofever"."""
        items = (self._item(name.removeprefix(word)) for word in DENIALS if name.startswith(word))
        return next(filter(None, items), None)

    def _loose_value(self, rest: list[str]) -> str:
        """Takes the value that was typed apart from its item ("redness 2"), if there is one."""
        taken: list[str] = []
        while rest and (is_bare_value(word := fold(rest[0])) or (word in YES | NO and len(rest) == 1)):
            taken.append(fold(rest.pop(0)))
        return "-".join(taken)

    def _observe(self, item: str, value: str | None, token: str) -> None:
        try:
            observation = self._observation(item, value)
        except Unreadable as why:
            self.problems.append(str(why))
            return
        if item in self.guide.signs and observation.value:
            self._red_flag(item)
        if item in self.observations:
            self.problems.append(f"'{item}' is there twice; say it once")
            return
        self.observations[item] = observation
        self.corrected.append(visible(token))

    def _observation(self, item: str, value: str | None) -> Observation:
        if item in self.guide.symptoms:
            return Observation(item, 1 if value is None else grade(item, value))
        if item in self.guide.signs:
            return Observation(item, 1) if value is None else self._sign(item, value)
        return Observation(item, 1 if value is None else count(item, value))

    def _sign(self, item: str, value: str) -> Observation:
        if value in NO:
            return Observation(item, 0)
        if value in YES:
            if value not in ("yes", "y", "true", "1"):
                self.read_as.append(f"{item}={value} was read as yes")
            return Observation(item, 1)
        degrees = celsius(value) if item == "fever" else None
        if degrees is None:
            self._red_flag(item, unread=True)
            readings = " or a temperature" if item == "fever" else ""
            shown = visible(value, 40)
            raise Unreadable(f"{item}={shown} cannot be read; say yes or no{readings}: {item}=yes")
        limit = self.guide.rules.fever_celsius
        if degrees < limit:
            raise Unreadable(
                f"{degrees:g} °C is below {limit:g} °C, which is where fever begins here; "
                "nothing was recorded. If you have no fever, say so: fever=no"
            )
        self.read_as.append(f"fever={visible(value)} was read as yes, {degrees:g} °C")
        return Observation(item, 1, degrees)

    def _red_flag(self, item: str, *, unread: bool = False) -> None:
        sign = self.guide.signs.get(item)
        if sign is not None and sign.is_red_flag:
            self.red_flags.append(item)
            if unread:
                self.unread_flags.append(item)

    def _correct(self, token: str, why: str) -> None:
        self.corrected.append(token)
        self.problems.append(f"{why}; join them: {token}")

    def _value_of_nothing(self, token: str, name: str) -> None:
        kind = "a number" if NUMBER.fullmatch(name) else "a grade"
        value = name if name in GRADE_WORDS else "2"
        all_gone = "; if no symptom is left: --none" if name == "none" else ""
        self.problems.append(f"'{visible(token, 40)}' is {kind}; say of what: redness={value}{all_gone}")

    def _unknown(self, token: str, name: str) -> None:
        if (signs := self.read_other().alarms.get(name)) is not None:
            self.is_alarm = True
            self.problems.append(f"'{name}' is no sign; log what you see: {' '.join(signs)}")
            return
        from difflib import get_close_matches  # on a typo only

        names = {**self.aliases, **{id: id for id in (*self.guide.symptoms, *self.guide.signs)}}
        names |= {id: id for id in self.loggable_care}
        swapped = [names[known] for known in names if _is_swapped(name, known)]
        near = swapped or [names[match] for match in get_close_matches(name, names, n=_SUGGESTED, cutoff=0.7)]
        if near:
            self._red_flag(near[0], unread=True)  # a mistyped red flag still gets its card
        hint = f"did you mean {' or '.join(dict.fromkeys(near))}?" if near else "see: meso log --help"
        self.problems.append(f"there is no item '{visible(token, 40)}'; {hint}")


def zeros(logs: Logs, guide: Guide, but: Sequence[str]) -> tuple[Observation, ...]:
    """A 0 for every symptom whose latest value is above it, but for the items named in `but`."""
    return tuple(
        Observation(id, 0) for id in guide.symptoms if id not in but and id in logs and logs[id][-1].value > 0
    )


def refuse(checkin: Checkin) -> None:
    """Raise `BadValue` with every problem and, where it can be given, the corrected command."""
    if not checkin.problems:
        return
    sentence = "; ".join(dict.fromkeys(checkin.problems))
    raise BadValue(sentence[0].upper() + sentence[1:])


def _parts(token: str) -> list[str]:
    """What commas keep apart: "pus, fever"; the one in 38,5 belongs to its number."""
    parts = [part for part in _BETWEEN_ITEMS.split(token) if part.strip()]
    return parts if "," in token else [token]


def _denied(name: str) -> list[str]:
    """The two words of "no-fever"; nothing where it says something else."""
    first, _, item = name.partition("-")
    return [first, item] if first in DENIALS and item else []


def _is_swapped(name: str, known: str) -> bool:
    """Whether two neighbours changed places: "psu". In three letters that is too far for a near match."""
    if len(name) != len(known) or name == known:
        return False
    first = next(place for place in range(len(name)) if name[place] != known[place])
    return (
        name[first : first + 2] == known[first : first + 2][::-1] and name[first + 2 :] == known[first + 2 :]
    )


def _split(token: str) -> tuple[str, bool, str]:
    """A token's name, whether a value was given with it, and that value; both folded."""
    name, equals, value = token.partition("=")
    if not equals:
        name, equals, value = token.partition(":")
    return fold(name), bool(equals), fold_value(value)
