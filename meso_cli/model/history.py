"""A look back at what was recorded."""

from meso_cli.model.records import Acknowledgement, Entry, Treatment
from meso_cli.model.trend import Ending
from meso_cli.values import NamedTuple


class History(NamedTuple):
    """Every treatment of a time, and of the chosen one the entries and what somebody was told.

    `endings` are of the whole treatment, whatever of it was asked for.
    """

    treatments: tuple[Treatment, ...]
    treatment: Treatment
    entries: tuple[Entry, ...]
    told: tuple[Acknowledgement, ...]
    endings: tuple[Ending, ...] = ()
