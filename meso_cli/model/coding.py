"""Codes of other people's terminologies, as data."""

from collections.abc import Mapping

from meso_cli.values import NamedTuple


class Code(NamedTuple):
    """One code: its system's address, where we read it, and what it is called there, where we read that."""

    system: str
    code: str
    source: str
    display: str | None = None


class Codes(NamedTuple):
    """Codes by role, by grade and by item; `ids` is the namespace of our identifiers."""

    ids: str
    units: str
    roles: Mapping[str, Code]
    severity: Mapping[int, Code]
    items: Mapping[str, Code]
