"""A look back at what was recorded."""

from typing import NamedTuple

from meso_cli.model.records import Acknowledgement, Entry, Treatment


class History(NamedTuple):
    """Every treatment of a time, and of the chosen one the entries and what somebody was told."""

    treatments: tuple[Treatment, ...]
    treatment: Treatment
    entries: tuple[Entry, ...]
    told: tuple[Acknowledgement, ...]
