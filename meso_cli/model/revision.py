"""How often and when what shapes a treatment's times was changed."""

import datetime as dt

from meso_cli.values import NamedTuple


class Revision(NamedTuple):
    """When a treatment was recorded, and when it, a plan or a word of its practitioner last changed. In UTC.

    Both are stamps of the file, never the clock; the second only grows, an undo counts as a change.
    """

    recorded: dt.datetime
    changed: dt.datetime

    @property
    def number(self) -> int:
        """A number that grows with each change: the seconds between the two."""
        return max(0, (self.changed - self.recorded) // dt.timedelta(seconds=1))
