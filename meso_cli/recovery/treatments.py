"""Which of a person's treatments a moment is about."""

import datetime as dt
from collections.abc import Iterable

from meso_cli.model.records import Treatment

CLOCK_TOLERANCE = dt.timedelta(minutes=5)
"""How far ahead of the clock a treatment or an entry may lie: clocks differ, people round."""


def concerned(open_treatments: Iterable[Treatment], last_ended: Treatment | None) -> Treatment | None:
    """The latest open treatment, whatever its age; else the one that ended last; else None."""
    return max(open_treatments, key=lambda row: (row.at.timestamp(), row.id), default=last_ended)
