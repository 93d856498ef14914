"""When a treatment or its plan last changed; gives the calendar's SEQUENCE."""

import datetime as dt

from meso_cli.values import NamedTuple


class Revision(NamedTuple):
    """When a treatment was recorded, and when it, its plan or an instruction last changed, in UTC.

    Both come from the file, never from the clock. `changed` only grows: an undo is a change, too.
    """

    recorded: dt.datetime
    changed: dt.datetime

    @property
    def number(self) -> int:
        """A number that grows with each change: the seconds between the two."""
        return max(0, (self.changed - self.recorded) // dt.timedelta(seconds=1))
