"""What a person typed to log: read by the default guide and, where that does not know it, by their own."""

from collections.abc import Callable, Sequence

from meso_cli.commands.support.call import Call
from meso_cli.commands.support.context import has_guide, own_case
from meso_cli.commands.support.treatment_choice import treatment_at, treatment_named
from meso_cli.commands.support.vocabulary import items_of
from meso_cli.errors import BadValue, MesoError
from meso_cli.guide import files
from meso_cli.guide.reading import guide_called, read_guide
from meso_cli.model.records import DEFAULT_GUIDE, Observation, Record, Treatment
from meso_cli.store.reading import Reader, reading
from meso_cli.vocabulary.checkin import Checkin, read_checkin
from meso_cli.vocabulary.items import Items

TreatmentIn = Callable[[Reader], Treatment | None]
"""Finds the treatment whose guide and plan count, in the records."""


def read_said(typed: Sequence[str], call: Call, treatment_in: TreatmentIn) -> tuple[Checkin, Items]:
    """The check-in that was typed, and the names that understood it.

    The records are only looked at for what the guide does not know, and whatever is wrong with
    them costs nothing here: a red flag of the guide's needs no records.
    """
    return _understood(typed, lambda: _own_items(call, treatment_in))


def names_in(call: Call, treatment_in: TreatmentIn) -> Items:
    """Every name that counts, the plan's too."""
    return _own_items(call, treatment_in) or items_of(read_guide())


def _understood(typed: Sequence[str], own_items: Callable[[], Items | None]) -> tuple[Checkin, Items]:
    """A red flag that the default guide hears in it stays, whatever their own makes of the same words.

    Where meso has another guide, it may be theirs; but no card waits for the records.
    """
    items = items_of(read_guide())
    heard = read_checkin(typed, items)
    is_settled = heard.is_whole and (heard.needs_card or len(files.GUIDES) == 1)
    own = None if is_settled else own_items()
    if own is None:
        return heard, items
    again = read_checkin(typed, own)
    flags = tuple(dict.fromkeys((*heard.red_flags, *again.red_flags)))
    return again._replace(red_flags=flags, alarms=heard.alarms or again.alarms), own


def treatment_meant(call: Call, named: str | None) -> TreatmentIn:
    """The treatment that was named, else the present one."""

    def treatment_in(store: Reader) -> Treatment | None:
        return treatment_named(named, store) if named else treatment_at(call.now, store)

    return treatment_in


def refuse_unknown(observations: Sequence[Observation], record: Record) -> None:
    """An entry may go to another treatment than the one whose plan knows its words."""
    own = own_case(record).guide
    for seen in observations:
        if not any(seen.item in rows for rows in (own.symptoms, own.signs, own.care)):
            raise BadValue(
                f"The plan of {record.treatment.name} has no {seen.item}; "
                "name the treatment whose plan has it: --treatment t1"
            )


def _own_items(call: Call, treatment_in: TreatmentIn) -> Items | None:
    """What the treatment's own guide and plan name; None: the default guide alone, or not known."""
    try:
        with reading(call.database) as store:
            treatment = treatment_in(store)
            plan = None if treatment is None else store.plan(treatment.id)
    except MesoError:
        return None
    if treatment is None or not has_guide(treatment) or (plan is None and treatment.guide == DEFAULT_GUIDE):
        return None
    guide = guide_called(treatment.guide)
    if plan is None:
        return items_of(guide)
    from meso_cli.recovery.plan import extended

    return items_of(extended(guide, plan), plan)
