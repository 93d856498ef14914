"""One treatment with its own guide, and what is shown of it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from meso_cli.model.guide import Guide, Item, Region
from meso_cli.model.records import Record, Treatment
from meso_cli.model.status import StandingWarning, Status
from meso_cli.model.words import Library, Words
from meso_cli.values import NamedTuple

if TYPE_CHECKING:  # few treatments have one, and NamedTuples take time to make
    from meso_cli.model.plan import ClinicPlan


class Case(NamedTuple):
    """A record with the guide that it is judged by, and that guide's words.

    Both hold what the treatment's own plan adds, so two clinics may call different things by one
    id. Made by `recovery.cases.case_of` alone.
    """

    record: Record
    guide: Guide
    library: Library

    @property
    def treatment(self) -> Treatment:
        """The treatment that it is about."""
        return self.record.treatment

    @property
    def plan(self) -> "ClinicPlan | None":
        """The clinic's plan in force."""
        return self.record.plan

    def words(self, item: str) -> Words:
        """The words of a symptom, sign, combination or care of the guide; KeyError for any other id."""
        return self.library(self._item(item).subject)[item]

    def title(self, item: str) -> str:
        """The heading of those words: their own title, or the item's label."""
        return self.words(item).title or self._item(item).label

    def advice(self, warning: StandingWarning) -> str | None:
        """Advice for a warning; a sign that has ended but still counts has its own text."""
        sign = self.guide.signs.get(warning.id)
        if sign and sign.tier != warning.tier:
            return self.library("rules")["reported"].advice
        return self.words(warning.id).advice

    def _item(self, id: str) -> Item:
        found = self.guide.item(id)
        if found is None:
            raise KeyError(id)
        return found


class Context(NamedTuple):
    """A status with what is needed to word it: its case, those of `status.others` by name, the region.

    `not_judged`: the other open treatments that follow a guide which this version of meso does not have.
    """

    status: Status
    case: Case
    others: Mapping[str, Case] = {}
    region: Region | None = None
    not_judged: tuple[Treatment, ...] = ()
