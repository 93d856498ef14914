"""The state of every restriction at a moment: by time, then what holds it."""

import datetime as dt

from meso_cli.model.guide import Guide, Restriction
from meso_cli.model.records import Instruction, Record
from meso_cli.model.status import RestrictionState, State, WarningSign
from meso_cli.model.tiers import reaches
from meso_cli.recovery.assessment import Assessment
from meso_cli.recovery.windows import guide_until, latest_instructions, planned_window
from meso_cli.signs.logs import Logs


def restriction_states(assessed: Assessment) -> tuple[RestrictionState, ...]:
    """Every restriction of the guide, in its order."""
    said = said_about(assessed.record)
    return tuple(
        restriction_state(restriction, said.get(restriction.id), assessed)
        for restriction in assessed.guide.restrictions.values()
    )


def restriction_state(
    restriction: Restriction, instruction: Instruction | None, assessed: Assessment
) -> RestrictionState:
    """One restriction: a hold turns "allowed" into "caution" and moves no time.

    What is caution by time stays so, and names the warnings that hold it as well.
    """
    treatment, guide = assessed.case.treatment, assessed.guide
    until = guide_until(restriction, treatment, guide)
    window = planned_window(restriction.earliest, until, instruction)
    by_time = window.state(assessed.hours)
    held_by = _held_by(restriction, by_time, assessed)

    def shown(hours: float) -> dt.datetime:
        return treatment.moment(hours).astimezone(assessed.view.now.tzinfo)

    return RestrictionState(
        id=restriction.id,
        kind=restriction.kind,
        state="caution" if by_time == "allowed" and held_by else by_time,
        by_time=by_time,
        earliest=None if window.earliest is None else shown(window.earliest),
        until=None if window.until is None else shown(window.until),
        held_by=held_by,
        unchecked=_unchecked(restriction, assessed) if by_time == "allowed" else (),
        set_by="practitioner" if instruction else "guide",
        guide_until=None if restriction.id in guide.added else shown(until),
        said=instruction,
        guide_earliest=None if restriction.id in guide.added else shown(restriction.earliest),
    )


def said_about(record: Record) -> dict[str, Instruction]:
    """The practitioner's word in force about each restriction that there is one about."""
    return latest_instructions((*_clinic_says(record), *record.instructions))


def _clinic_says(record: Record) -> tuple[Instruction, ...]:
    """What the clinic's plan in force says; words of anybody since it was loaded go before it."""
    if record.plan is None:
        return ()
    from meso_cli.recovery.plan import instructions  # few treatments have one

    return instructions(record.plan, record.treatment)


def _held_by(restriction: Restriction, by_time: State, assessed: Assessment) -> tuple[str, ...]:
    """The warnings that hold it from the hour of caution on, then the items that do once it is allowed.

    Logs dated after the clock can hold, but check nothing.
    """
    if by_time == "avoid":
        return ()
    guide = assessed.guide
    held = [warning.id for warning in assessed.warnings if holds(warning, restriction, guide)]
    if by_time == "allowed":
        for logs in (assessed.logs, assessed.ahead):
            held += _holding_items(restriction, guide, logs)
    return tuple(dict.fromkeys(held))


def holds(warning: WarningSign, restriction: Restriction, guide: Guide) -> bool:
    """Whether a standing warning holds this restriction."""
    if reaches(warning.tier, guide.rules.hold_all_from):
        return True
    return reaches(warning.tier, guide.rules.hold_group_from) and warning.holds in restriction.held_with


def _hold_items(restriction: Restriction, guide: Guide) -> dict[str, int]:
    return dict(guide.holds[restriction.hold].lowest) if restriction.hold else {}


def _holding_items(restriction: Restriction, guide: Guide, logs: Logs) -> tuple[str, ...]:
    """The items whose latest value, of any age, still holds it."""
    lowest = _hold_items(restriction, guide)
    return tuple(item for item in lowest if item in logs and logs[item][-1].value >= lowest[item])


def _unchecked(restriction: Restriction, assessed: Assessment) -> tuple[str, ...]:
    items = _hold_items(restriction, assessed.guide)
    return tuple(item for item in items if item not in assessed.logs)
