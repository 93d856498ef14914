"""What a person typed to log: read by the guide and, where that does not know it, by their plan."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from meso_cli.commands.support.call import Call
from meso_cli.commands.support.context import own_case
from meso_cli.commands.support.treatment_choice import treatment_at, treatment_named
from meso_cli.commands.support.vocabulary import items_of
from meso_cli.errors import BadValue, MesoError
from meso_cli.guide.reading import read_guide
from meso_cli.model.records import Observation, Record
from meso_cli.store.reading import Reader, reading
from meso_cli.vocabulary.checkin import Checkin, read_checkin
from meso_cli.vocabulary.items import Items

if TYPE_CHECKING:
    from meso_cli.model.plan import ClinicPlan

PlanIn = Callable[[Reader], "ClinicPlan | None"]
"""Finds the plan that counts, in the records."""


def read_said(typed: Sequence[str], call: Call, plan_in: PlanIn) -> tuple[Checkin, Items]:
    """The check-in that was typed, and the names that understood it.

    The records are only looked at for what the guide does not know, and whatever is wrong with
    them costs nothing here: a red flag of the guide's needs no records.
    """
    return _understood(typed, lambda: _plan(call, plan_in))


def names_in(call: Call, plan_in: PlanIn) -> Items:
    """Every name that counts, the plan's too."""
    return _with_plan(_plan(call, plan_in))


def _understood(typed: Sequence[str], plan_of: Callable[[], "ClinicPlan | None"]) -> tuple[Checkin, Items]:
    """A red flag that the guide hears in it stays, whatever the plan makes of the same words."""
    items = items_of(read_guide())
    heard = read_checkin(typed, items)
    plan = None if heard.is_whole else plan_of()
    if plan is None:
        return heard, items
    items = _with_plan(plan)
    again = read_checkin(typed, items)
    flags = tuple(dict.fromkeys((*heard.red_flags, *again.red_flags)))
    return again._replace(red_flags=flags, alarms=heard.alarms or again.alarms), items


def _with_plan(plan: "ClinicPlan | None") -> Items:
    if plan is None:
        return items_of(read_guide())
    from meso_cli.recovery.plan import extended

    return items_of(extended(read_guide(), plan), plan)


def plan_named(call: Call, named: str | None) -> PlanIn:
    """The plan of the treatment that was named, else of the present one."""

    def plan_in(store: Reader) -> "ClinicPlan | None":
        treatment = treatment_named(named, store) if named else treatment_at(call.now, store)
        return None if treatment is None else store.plan(treatment.id)

    return plan_in


def refuse_unknown(observations: Sequence[Observation], record: Record) -> None:
    """An entry may go to another treatment than the one whose plan knows its words."""
    own = own_case(record).guide
    for seen in observations:
        if not any(seen.item in rows for rows in (own.symptoms, own.signs, own.care)):
            raise BadValue(
                f"The plan of {record.treatment.name} has no {seen.item}; "
                "name the treatment whose plan has it: --treatment t1"
            )


def _plan(call: Call, plan_in: PlanIn) -> "ClinicPlan | None":
    try:
        with reading(call.database) as store:
            return plan_in(store)
    except MesoError:
        return None
