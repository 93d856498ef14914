"""What the fields of a record can be, as people type them; `BadValue` says what would be understood."""

import re
from collections.abc import Iterable, Mapping

from meso_cli.errors import BadValue
from meso_cli.model.guide import Region
from meso_cli.model.practitioner import Practitioner
from meso_cli.model.records import AREAS, DEVICES, HISTORY, SKIN_TYPES
from meso_cli.text import visible

_DEPTH = r"([0-9]{1,2}(?:[.,][0-9]{1,3})?)\s*(?:mm)?"
_DEEPEST_MM = 10
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}
_DEVICE_WORDS = {
    "dermaroller": "roller",
    "dermapen": "pen",
    "skinpen": "pen",
    "dermastamp": "stamp",
    "radiofrequency": "rf",
    "radio frequency": "rf",
}
LONGEST_TEXT = 1_000_000
"""Characters."""


def choice(words: str | None, known: Iterable[str], what: str) -> str | None:
    """One of the known words, whatever its case; None and blank stay None."""
    if words is None or not words.strip():
        return None
    folded = words.strip().casefold()
    names = tuple(known)
    if folded in names:
        return folded
    from difflib import get_close_matches  # on a typo only

    near = get_close_matches(folded, names, n=1)
    hint = f"did you mean {near[0]}?" if near else "it is one of: " + ", ".join(names)
    raise BadValue(f"'{visible(words, 40)}' is not a valid {what}", hint)


def area(words: str | None) -> str | None:
    """An area of the body that the guide knows."""
    return choice(words, AREAS, "area")


def device(words: str | None) -> str | None:
    """A kind of device."""
    named = _DEVICE_WORDS.get((words or "").strip().casefold().replace("-", " "), words)
    return choice(named, DEVICES, "device")


NO_REGION = "none"
"""What stands for a region where somebody wants no numbers of any."""


def region(words: str | None, regions: Mapping[str, Region]) -> str | None:
    """The code of a region, by its code or by one of its names: gb, UK, Germany, the U.S.A.; none."""
    if words is None or words.strip().casefold() in ("", NO_REGION):
        return None
    named = " ".join(words.casefold().replace(".", "").split()).removeprefix("the ")
    by_name = {
        name.casefold(): row.id for row in regions.values() for name in (row.label, *row.names, row.id)
    }
    if named in by_name:
        return by_name[named]
    from difflib import get_close_matches  # on a typo only

    near = get_close_matches(named, by_name, n=1)
    hint = f"did you mean {near[0]}?" if near else "say a country, such as UK or Germany, or leave it out"
    raise BadValue(f"'{visible(words, 40)}' is not a region whose numbers meso knows", hint)


def depth_mm(words: str | None) -> float | None:
    """A needle length in millimetres, above 0 up to 10: `1.5`, `1,5`, `1.5mm`."""
    if words is None or not words.strip():
        return None
    match = re.fullmatch(_DEPTH, words.strip().lower())
    depth = float(match[1].replace(",", ".")) if match else 0.0
    if 0 < depth <= _DEEPEST_MM:
        return depth
    raise BadValue(
        f"'{visible(words, 40)}' is not a valid needle depth",
        f"say millimetres above 0 and up to {_DEEPEST_MM}, such as 1.0",
    )


def skin_type(words: str | None) -> int | None:
    """A Fitzpatrick skin type, 1-6 or I-VI."""
    if words is None or not words.strip():
        return None
    folded = words.strip().casefold()
    number = _ROMAN.get(folded) or (int(folded) if folded in {str(known) for known in SKIN_TYPES} else None)
    if number is None:
        raise BadValue(
            f"'{visible(words, 40)}' is not a valid skin type",
            "say 1 (always burns) to 6 (deeply pigmented)",
        )
    return number


def history(words: Iterable[str]) -> tuple[str, ...]:
    """Facts of the history, given one by one or with commas, each once."""
    parts = [part for given in words for part in given.split(",") if part.strip()]
    named = (choice(part.strip().replace(" ", "-"), HISTORY, "history") for part in parts)
    return tuple(dict.fromkeys(name for name in named if name))


def products(words: Iterable[str]) -> tuple[str, ...]:
    """Products that were used, as they were typed; blank ones are left out."""
    return tuple(name for given in words if (name := text(given, "product")))


def practitioner(name: str | None, phone: str | None, out_of_hours: str | None) -> Practitioner | None:
    """Whom to call, if any of it was given."""
    parts = (text(name, "name"), text(phone, "phone"), text(out_of_hours, "out-of-hours number"))
    return Practitioner(*parts) if any(parts) else None


def text(words: str | None, what: str) -> str | None:
    """Free text as it was typed; blank is None. It must be real text that can be stored."""
    if words is None or not words.strip():
        return None
    try:
        words.encode("utf-8")
    except UnicodeEncodeError as error:
        raise BadValue(f"The {what} is not valid UTF-8 text; type it again.") from error
    if "\0" in words:
        raise BadValue(f"The {what} holds a NUL byte; leave it out.")
    if len(words) > LONGEST_TEXT:
        raise too_long(what)
    return words


def too_long(what: str) -> BadValue:
    """What is said of a text beyond the limit."""
    return BadValue(f"The {what} is longer than {LONGEST_TEXT:,} characters", "shorten it.")
