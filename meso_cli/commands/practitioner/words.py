"""What is typed after `meso plan set`, read: an activity, and how long. Pure."""

import datetime as dt
from collections.abc import Sequence
from contextlib import suppress

from meso_cli.errors import BadValue
from meso_cli.model.records import HOUR, Treatment, elapsed
from meso_cli.text import visible
from meso_cli.values import NamedTuple
from meso_cli.when.durations import read_duration
from meso_cli.when.reading import WholeDay, read

HOW = "say what and for how long: meso plan set makeup 12h"
_UNTIL = "until"
_OPEN = "open"
_LONGEST_LENGTH = 4


class Length(NamedTuple):
    """How long, in hours since the treatment; None is "open". `until` where a moment was said."""

    hours: float | None
    until: dt.datetime | None = None


def split(words: Sequence[str]) -> tuple[str, str]:
    """The activity and the length of `hot tub until fri 18:00`, quoted or not."""
    said = " ".join(words)
    activity, until, moment = f"{said} ".partition(f" {_UNTIL} ")
    if until:
        return activity, f"{_UNTIL} {moment.strip()}"
    if len(words) < len(("makeup", "12h")):
        raise BadValue(f"'{visible(said, 40)}' says too little; {HOW}")
    return _with_length(said.split())


def _with_length(words: Sequence[str]) -> tuple[str, str]:
    """The activity and the longest length at the end: "sauna 2 weeks", "sauna 1 day 12 h"."""
    for length in range(min(_LONGEST_LENGTH, len(words) - 1), 1, -1):
        with suppress(BadValue):
            read_duration(" ".join(words[-length:]))
            return " ".join(words[:-length]), " ".join(words[-length:])
    return " ".join(words[:-1]), words[-1]


def read_length(words: str, treatment: Treatment, now: dt.datetime, day_start: dt.timedelta) -> Length:
    """The length of "12h", "open" or "until fri 18:00"; `BadValue` where it is none."""
    folded = words.strip().casefold()
    if folded == _OPEN:
        return Length(None)
    if not folded.startswith(f"{_UNTIL} "):
        return Length(read_duration(words) / HOUR)
    said = words.strip()[len(_UNTIL) :].strip()
    read_as = read(said, at=now, toward="future", start=treatment.at, day_start=day_start)
    # A bare day counts whole: until its end, the cautious side.
    until = read_as.end if isinstance(read_as, WholeDay) else read_as.at
    if elapsed(treatment.at, until) < dt.timedelta():
        raise BadValue(f"That is before {treatment.name} began; {HOW}")
    return Length(treatment.hours(until), until)
