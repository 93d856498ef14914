"""The result of an import."""

from collections.abc import Mapping

from meso_cli.values import NamedTuple


class Tally(NamedTuple):
    """How many records of one kind were added, replaced by later ones, kept as later, or equal."""

    added: int = 0
    replaced: int = 0
    kept: int = 0
    same: int = 0


class Merged(NamedTuple):
    """One tally per kind, and the names ("#12", "t1") of the first records that differed on both sides.

    `gone` was there and is deleted now, `back` was deleted and is there again, because something
    was recorded in it later. `undoable`: whether `undo` can take it back row by row.
    """

    tallies: Mapping[str, Tally]
    replaced: tuple[str, ...]
    kept: tuple[str, ...]
    gone: tuple[str, ...]
    back: tuple[str, ...]
    undoable: bool

    @property
    def changed(self) -> bool:
        """Whether anything is different now."""
        return bool(self.back) or any(tally.added or tally.replaced for tally in self.tallies.values())
