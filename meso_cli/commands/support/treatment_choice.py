"""Which treatment a command concerns: the one of a moment, or the one that is named."""

import datetime as dt
import re

from meso_cli.errors import BadValue, NothingFound
from meso_cli.model.records import Treatment
from meso_cli.recovery.treatments import CLOCK_TOLERANCE, concerned
from meso_cli.store.reading import Reader

_NAME = r"t?([0-9]{1,18})"


def treatment_at(at: dt.datetime, store: Reader) -> Treatment | None:
    """The treatment that a moment is about, unless another is named."""
    return concerned(store.open_at(at.astimezone(dt.UTC) + CLOCK_TOLERANCE), store.last_ended(at))


def treatment_named(name: str, store: Reader) -> Treatment:
    """The treatment called `t1` (or `1`); `NothingFound` otherwise, `BadValue` for a blank name."""
    if not name.strip():
        raise BadValue("The name of the treatment is empty; treatments are called t1, t2, ...")
    match = re.fullmatch(_NAME, name.strip().lower())
    treatment = store.treatment(int(match[1])) if match else None
    if treatment is None:
        raise NothingFound("There is no such treatment; treatments are called t1, t2, ...")
    return treatment
