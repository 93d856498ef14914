"""The tables of a clinic's plan, by the names that its file gives them.

The rows are those of `meso_cli.model.plan`, in hours, wherever the plan came from.
"""

from collections.abc import Iterator, Mapping

from meso_cli.guide.checking.problem import Place
from meso_cli.model.plan import AddedActivity, AddedCare, AddedSign, ChangedWindow, ClinicPlan
from meso_cli.text import visible
from meso_cli.values import NamedTuple

OPEN = "open"
"""How a file writes the length of what lasts until the clinic says otherwise."""
_LONGEST_ID = 40

AddedRow = AddedActivity | AddedCare | AddedSign


class Draft(NamedTuple):
    """A plan that is not checked yet, and the file that its problems are told of."""

    file: str
    plan: ClinicPlan

    def place(self, table: str, id: str) -> Place:
        """Where a row stands."""
        return Place(self.file, f"{table}.{visible(id, _LONGEST_ID)}")

    def added(self) -> Iterator[tuple[str, AddedRow]]:
        """The rows that the guide does not have, each with its table."""
        tables: Mapping[str, tuple[AddedRow, ...]] = {
            "activities": self.plan.activities,
            "care": self.plan.care,
            "signs": self.plan.signs,
        }
        for table, rows in tables.items():
            for row in rows:
                yield table, row

    def rows(self) -> Iterator[tuple[Place, ChangedWindow | AddedRow]]:
        """Every row with its place."""
        for window in self.plan.windows:
            yield self.place("windows", window.restriction), window
        for table, row in self.added():
            yield self.place(table, row.id), row


def length(hours: float | None) -> str:
    """A length as a plan's file writes it: "3d", "12h", "90min", "open"."""
    if hours is None:
        return OPEN
    for unit, in_hours in (("d", 24), ("h", 1)):
        if hours % in_hours == 0:
            return f"{hours / in_hours:g}{unit}"
    return f"{round(hours * 60)}min"
