"""People's words for a length of time."""

import datetime as dt
import re

from meso_cli.errors import BadValue
from meso_cli.text import visible
from meso_cli.when.quantities import Quantity, month_or_minute, quantities, total

LONGEST = dt.timedelta(days=3660)
_LONGEST_TEXT = 100


def read_duration(words: str) -> dt.timedelta:
    """The length that `words` name: `72h`, `3d`, `90min`, `1w`, `1d 12h`.

    Zero is a length. BadValue for anything else, for more than ten years, and for a bare `m`,
    which is minutes to some and months to others.
    """
    text = re.sub(r"(?<=\d),(?=\d)", ".", " ".join(words.lower().replace(", ", " ").split()))
    said = f"'{visible(words, 40)}'"
    parts = quantities(text) if words.isascii() and len(text) <= _LONGEST_TEXT else ()
    if not parts:
        raise BadValue(f"{said} is not a length of time", _instead(text))
    if month_or_minute(parts):
        raise _two_readings(said, parts)
    return _bounded(parts, said)


def _instead(text: str) -> str:
    """What to type in place of `text`."""
    if text.isascii() and text.isdigit() and len(text) < len("10000"):
        return f"say the unit: {text}h or {text}d"
    if "month" in text or "year" in text:
        return "months and years differ in length: say weeks or days, as in 4w or 28d"
    return 'write it like 72h, 3d, 90min, 1w or "1d 12h"'


def _two_readings(said: str, parts: tuple[Quantity, ...]) -> BadValue:
    number = next(f"{part.number:g}" for part in parts if part.word == "m")
    return BadValue(
        f"{said} can be {number} minutes or {number} months", f"write {number}min, or weeks, as in 4w"
    )


def _bounded(parts: tuple[Quantity, ...], said: str) -> dt.timedelta:
    try:
        length = total(parts)
    except OverflowError:
        length = dt.timedelta.max
    if length > LONGEST:
        raise BadValue(f"{said} is longer than ten years", "write it like 72h, 3d, 90min or 1w")
    return length
