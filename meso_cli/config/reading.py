"""What holds: a setting in the environment before one in the file, each checked as it is read."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from meso_cli.config.file import file_values
from meso_cli.errors import BadValue, MesoError
from meso_cli.model.records import AREAS, DEVICES, SKIN_TYPES
from meso_cli.model.settings import Settings
from meso_cli.text import visible

Environment = Mapping[str, str]

_CLOCK: Final = re.compile(r"([01]?[0-9]):([0-5][0-9])")
_CODE: Final = re.compile(r"[a-z][a-z-]*")
# Beyond noon a treatment of the afternoon would have its day 1 on the same evening.
_LATEST_DAY_START: Final = dt.timedelta(hours=12)
_ON: Final = ("1", "true", "yes", "on")
_OFF: Final = ("0", "false", "no", "off")


class Setting(NamedTuple):
    """One setting: its environment variable, what reads its words, what they are, which may be.

    `read` returns None for words that are no such thing.
    """

    variable: str
    read: Callable[[str], Any]
    what: str
    allowed: str


class Given(NamedTuple):
    """A setting's value, and who gave it."""

    value: Any
    by: Literal["file", "environment"]


def _code(words: str) -> str | None:
    return words if _CODE.fullmatch(words) else None


def _clock(words: str) -> dt.timedelta | None:
    match = _CLOCK.fullmatch(words)
    start = dt.timedelta(hours=int(match[1]), minutes=int(match[2])) if match else None
    return start if start is not None and start <= _LATEST_DAY_START else None


def _skin_type(words: str) -> int | None:
    return int(words) if words in {str(known) for known in SKIN_TYPES} else None


def _one_of(known: tuple[str, ...]) -> Callable[[str], str | None]:
    return lambda words: words if words in known else None


def _truth(words: str) -> bool | None:
    return True if words in _ON else False if words in _OFF else None


SETTINGS: Final[Mapping[str, Setting]] = {
    "region": Setting("MESO_REGION", _code, "country code", 'two letters such as "gb"'),
    "day_start": Setting("MESO_DAY_START", _clock, "time of day for a day to begin", '"00:00" to "12:00"'),
    "skin_type": Setting(
        "MESO_SKIN_TYPE", _skin_type, "skin type", "1 (always burns) to 6 (deeply pigmented)"
    ),
    "area": Setting("MESO_AREA", _one_of(AREAS), "area", ", ".join(AREAS)),
    "device": Setting("MESO_DEVICE", _one_of(DEVICES), "device", ", ".join(DEVICES)),
    "accessible": Setting("ACCESSIBLE", _truth, "yes or no", "yes, no, on, off, true, false, 1, 0"),
}
"""Every setting, by its key in the file, which is also the field of `Settings`."""


def read_settings(path: Path, environ: Environment) -> Settings:
    """The settings in force; the defaults for what nobody gave. Raises as `given` does."""
    return Settings(**{name: found.value for name, found in given(path, environ).items()})


def given(path: Path, environ: Environment) -> dict[str, Given]:
    """The settings that somebody gave, and where.

    Raises `BadValue` for what cannot be understood, `SystemRefused` where the file cannot be read.
    """
    values = file_values(path)
    if unknown := values.keys() - SETTINGS.keys():
        names = ", ".join(sorted(visible(key, 40) for key in unknown))
        raise BadValue(f"The config {path} has unknown settings: {names}. Known are {', '.join(SETTINGS)}.")
    found = {name: _in_file(name, value, path) for name, value in values.items()}
    for name in SETTINGS:
        if (override := _in_environment(name, environ)) is not None:
            found[name] = override
    return found


def alone(name: str, path: Path, environ: Environment) -> Any:
    """One setting, whatever else is broken; None where nobody gave it or it cannot be understood."""
    with suppress(MesoError):
        if (found := _in_environment(name, environ)) is not None:
            return found.value
    with suppress(MesoError):
        if (value := file_values(path).get(name)) is not None:
            return _in_file(name, value, path).value
    return None


def understood(name: str, words: str, where: str) -> Any:
    """A setting's value from words; `BadValue` with what is allowed. `where` they stand is told."""
    value = SETTINGS[name].read(words.strip().lower())
    if value is None:
        raise _refused(f"'{visible(words, 40)}'", name, where)
    return value


def _refused(said: str, name: str, where: str) -> BadValue:
    setting = SETTINGS[name]
    return BadValue(f"{said} is no {setting.what} ({where}); allowed: {setting.allowed}.")


def _in_file(name: str, value: Any, path: Path) -> Given:
    words = str(value) if isinstance(value, bool) or value in SKIN_TYPES else value
    where = f"{name} in {path}"
    if not isinstance(words, str):
        raise _refused("What stands there", name, where)
    return Given(understood(name, words, where), "file")


def _in_environment(name: str, environ: Environment) -> Given | None:
    variable = SETTINGS[name].variable
    words = environ.get(variable, "").strip()
    if not words:
        return None
    if name == "accessible":  # not ours alone, so whatever it says but a no is a yes
        return Given(words.lower() not in _OFF, "environment")
    return Given(understood(name, words, variable), "environment")
