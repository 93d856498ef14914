"""Amounts of time in words: `90 min`, `1d 12h`, `half an hour`."""

import datetime as dt
import re

from meso_cli.values import NamedTuple

UNITS = {
    "s": dt.timedelta(seconds=1),
    "m": dt.timedelta(minutes=1),
    "h": dt.timedelta(hours=1),
    "d": dt.timedelta(days=1),
    "w": dt.timedelta(weeks=1),
}
# Not three decimals: 1.000 is a thousand to many.
_NUMBER = r"\d+(?:\.\d{1,2})?|half(?: an?)?(?= )|an?(?= )"
_UNIT = r"(?:seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|wks?|w)(?![a-z])"
_ONE = rf"(?:{_NUMBER}) ?{_UNIT}"
_SOME = rf"{_ONE}(?:(?: and)? ?{_ONE})*"
_PARTS = rf"({_NUMBER}) ?({_UNIT})"


class Quantity(NamedTuple):
    """One number with its unit: a key of `UNITS`, and the `word` that was typed for it."""

    number: float
    unit: str
    word: str

    @property
    def length(self) -> dt.timedelta:
        """The elapsed time; OverflowError where Python has no such timedelta."""
        return self.number * UNITS[self.unit]


def quantities(text: str) -> tuple[Quantity, ...]:
    """The amounts that tidied lower-case `text` consists of; none where it is anything else.

    The same unit twice is a slip of the fingers, not a sum.
    """
    if not re.fullmatch(_SOME, text, re.ASCII):
        return ()
    found = tuple(Quantity(_number(n), word[0], word) for n, word in re.findall(_PARTS, text, re.ASCII))
    return found if len({part.unit for part in found}) == len(found) else ()


def total(parts: tuple[Quantity, ...]) -> dt.timedelta:
    """The elapsed time of all `parts`; OverflowError where Python has no such timedelta."""
    return sum((part.length for part in parts), dt.timedelta())


def month_or_minute(parts: tuple[Quantity, ...]) -> bool:
    """Whether an `m` among `parts` may be months to somebody; beside hours it is minutes."""
    return any(part.word == "m" for part in parts) and not any(part.unit in "hs" for part in parts)


def _number(word: str) -> float:
    if word.startswith("half"):
        return 0.5
    if word.startswith("a"):
        return 1
    return float(word) if "." in word else int(word)
