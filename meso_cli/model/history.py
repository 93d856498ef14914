"""A look back at what was recorded."""

from meso_cli.model.records import Acknowledgement, Entry, Treatment
from meso_cli.model.trend import Ending
from meso_cli.values import NamedTuple


class Elsewhere(NamedTuple):
    """Another treatment with the words searched for: entries by number, and whether its own note has them."""

    treatment: str
    entries: tuple[int, ...]
    in_its_note: bool


class History(NamedTuple):
    """The treatments of a period, and the entries and acknowledgements of the chosen one.

    `endings` are of the whole treatment, whatever of it was asked for. `elsewhere`: where else the words are
    that were looked for; None where none were.
    """

    treatments: tuple[Treatment, ...]
    treatment: Treatment
    entries: tuple[Entry, ...]
    told: tuple[Acknowledgement, ...]
    endings: tuple[Ending, ...] = ()
    elsewhere: tuple[Elsewhere, ...] | None = None
