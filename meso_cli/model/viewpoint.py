"""The moment from which a screen is told."""

import datetime as dt

from meso_cli.values import NamedTuple


class Viewpoint(NamedTuple):
    """The aware moment that stands for now: the clock's, or one that somebody `asked` about.

    Seen from one that was asked about, "tomorrow" and "3 h ago" would mislead: the reader's own
    tomorrow is another day. Where a `whole_day` was asked about, `now` is its strictest moment.
    """

    now: dt.datetime
    asked: bool = False
    whole_day: bool = False
