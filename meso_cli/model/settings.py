"""What the config decides."""

import datetime as dt
from typing import NamedTuple


class Settings(NamedTuple):
    """The region's emergency number and where a day starts.

    `skin_type`, `area` and `device` are what a new treatment takes where nothing else is said;
    `accessible` is plain output always.
    """

    region: str | None = None
    day_start: dt.timedelta = dt.timedelta()
    skin_type: int | None = None
    area: str | None = None
    device: str | None = None
    accessible: bool = False
