"""What holds: a setting in the environment before one in the file, each read by itself.

One that cannot be understood is left out, and said; it costs nothing but itself.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Literal

from meso_cli.config.file import file_values
from meso_cli.errors import BadValue, MesoError
from meso_cli.model.guide import Region
from meso_cli.model.settings import Settings
from meso_cli.text import ended, visible
from meso_cli.values import NamedTuple
from meso_cli.vocabulary import fields

Environment = Mapping[str, str]
Regions = Callable[[], Mapping[str, Region]]
"""The regions whose numbers the guide knows; asked for where a region is given."""

_CLOCK: Final = r"([012]?[0-9]):([0-5][0-9])"
# Beyond noon a treatment of the afternoon would have its day 1 on the same evening.
_LATEST_DAY_START: Final = dt.timedelta(hours=12)
_MOST_NAMED: Final = 5
_ON: Final = ("1", "true", "yes", "on")
_OFF: Final = ("0", "false", "no", "off")


class Setting(NamedTuple):
    """A setting's environment variable, and what reads its words: `BadValue` says what would be understood.

    Which regions there are, the guide knows: `read` is None there.
    """

    variable: str
    read: Callable[[str], Any] | None


class Given(NamedTuple):
    """A setting's value, and who gave it."""

    value: Any
    by: Literal["file", "environment"]


class _Source(NamedTuple):
    """A place where a setting stands, and what is said there."""

    where: str
    name: str
    by: Literal["file", "environment"]
    value: Any


class Configured(NamedTuple):
    """The settings in force, those that somebody gave, and a sentence for each that was left out.

    `attempted` are the settings that somebody meant to give, understood or not.
    """

    settings: Settings
    given: Mapping[str, Given]
    problems: tuple[str, ...]
    attempted: frozenset[str] = frozenset()

    def says(self, name: str) -> bool:
        """Whether somebody said something of a setting."""
        return name in self.attempted


def configured(path: Path, environ: Environment, regions: Regions) -> Configured:
    """The settings of the file and the environment; whatever is wrong with these, nothing is raised."""
    given: dict[str, Given] = {}
    values, problems = _in_file(path)
    sources = tuple(_sources(path, values, environ))
    for source in sources:
        try:
            given[source.name] = Given(_value(source, regions), source.by)
        except MesoError as error:
            problems.append(f"{source.where} is left out: {error}")
    settings = Settings(**{name: found.value for name, found in given.items()})
    return Configured(settings, given, tuple(problems), frozenset(source.name for source in sources))


def understood(name: str, words: str, regions: Regions) -> Any:
    """A setting's value from words; `BadValue` says what would be understood."""
    if not words.strip():
        raise BadValue(f"The value of {name} is blank", f"name one, or unset it: meso config --unset {name}")
    read = SETTINGS[name].read
    return read(words) if read else fields.region(words, regions())


def _in_file(path: Path) -> tuple[Mapping[str, Any], list[str]]:
    """What stands in the file, and what is wrong with it as a whole."""
    try:
        values = file_values(path)
    except MesoError as error:
        return {}, [f"{ended(str(error))} It is left out."]
    unknown = [name for name in values if name not in SETTINGS]
    return values, [_unknown(unknown, path)] if unknown else []


def _sources(path: Path, values: Mapping[str, Any], environ: Environment) -> Iterator[_Source]:
    """Every setting that is said; the one that counts comes last."""
    for name in SETTINGS:
        if name in values:
            yield _Source(f"{name} in {path}", name, "file", values[name])
    for name, setting in SETTINGS.items():
        if words := environ.get(setting.variable, "").strip():
            yield _Source(setting.variable, name, "environment", words)


def _unknown(names: Sequence[str], path: Path) -> str:
    shown = ", ".join(visible(name, 40) for name in names[:_MOST_NAMED])
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return f"{path} has settings that meso does not know: {shown}{more}. Known are {', '.join(SETTINGS)}."


def _value(source: _Source, regions: Regions) -> Any:
    if source.by == "environment" and source.name == "accessible":  # not ours alone: all but a no is a yes
        return source.value.lower() not in _OFF
    if not isinstance(source.value, str | int):
        raise BadValue("it is neither text nor a number")
    return understood(source.name, str(source.value), regions)


def _day_start(words: str) -> dt.timedelta:
    match = re.fullmatch(_CLOCK, words.strip())
    start = dt.timedelta(hours=int(match[1]), minutes=int(match[2])) if match else None
    if start is None or start > _LATEST_DAY_START:
        raise BadValue(f"'{visible(words, 40)}' is not a valid time for a day to begin", "say 00:00 to 12:00")
    return start


def _checkin_at(words: str) -> dt.timedelta:
    match = re.fullmatch(_CLOCK, words.strip())
    if match is None or int(match[1]) > 23:
        raise BadValue(f"'{visible(words, 40)}' is not a time of a day", "say 00:00 to 23:59")
    return dt.timedelta(hours=int(match[1]), minutes=int(match[2]))


def _truth(words: str) -> bool:
    folded = words.strip().casefold()
    if folded not in (*_ON, *_OFF):
        raise BadValue(f"'{visible(words, 40)}' is not a valid answer", "say yes or no")
    return folded in _ON


SETTINGS: Final[Mapping[str, Setting]] = {
    "region": Setting("MESO_REGION", None),
    "day_start": Setting("MESO_DAY_START", _day_start),
    "skin_type": Setting("MESO_SKIN_TYPE", fields.skin_type),
    "area": Setting("MESO_AREA", fields.area),
    "device": Setting("MESO_DEVICE", fields.device),
    "accessible": Setting("ACCESSIBLE", _truth),
    "checkin_at": Setting("MESO_CHECKIN_AT", _checkin_at),
}
"""Every setting, by its key in the file, which is also the field of `Settings`."""
