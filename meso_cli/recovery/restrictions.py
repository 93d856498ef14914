"""The state of every restriction at a moment: by time, then what holds it."""

import datetime as dt

from meso_cli.model.guide import Guide, Restriction
from meso_cli.model.records import Instruction, Record
from meso_cli.model.status import RestrictionState, StandingWarning, State
from meso_cli.model.tiers import reaches
from meso_cli.recovery.assessment import Assessment
from meso_cli.recovery.windows import guide_window, latest_instructions, planned_window
from meso_cli.signs.logs import Logs
from meso_cli.signs.modifiers import known


def restriction_states(assessed: Assessment) -> tuple[RestrictionState, ...]:
    """Every restriction of the guide, in its order."""
    instructions = instructions_in_force(assessed.record)
    return tuple(
        restriction_state(restriction, instructions.get(restriction.id), assessed)
        for restriction in assessed.guide.restrictions.values()
    )


def restriction_state(
    restriction: Restriction, instruction: Instruction | None, assessed: Assessment
) -> RestrictionState:
    """One restriction: a hold turns "allowed" into "caution" and moves no time.

    What is caution by time stays so, and names the warnings that hold it as well.
    """
    treatment, guide = assessed.case.treatment, assessed.guide
    own = guide_window(restriction, treatment, guide)
    window = planned_window(own, instruction)
    by_time, kind = window.state(assessed.hours), restriction.kind
    if by_time == "allowed" and restriction.then:
        by_time, kind, window = "caution", restriction.then, window._replace(until=None)
    held_by = _held_by(restriction, by_time, assessed)
    is_added = restriction.id in guide.added

    def shown(hours: float | None) -> dt.datetime | None:
        return None if hours is None else treatment.moment(hours).astimezone(assessed.view.now.tzinfo)

    return RestrictionState(
        id=restriction.id,
        kind=kind,
        state="caution" if by_time == "allowed" and held_by else by_time,
        by_time=by_time,
        earliest=shown(window.earliest),
        until=shown(window.until),
        held_by=held_by,
        unchecked=_unchecked(restriction, assessed) if by_time == "allowed" else (),
        set_by="practitioner" if instruction else "guide",
        guide_until=None if is_added else shown(own.until),
        instruction=instruction,
        guide_earliest=None if is_added else shown(own.earliest),
        not_now=any(reaches(row.tier, guide.rules.hold_all_from) for row in assessed.warnings),
    )


def instructions_in_force(record: Record) -> dict[str, Instruction]:
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
        for logs in (assessed.logs, assessed.future_dated):
            held += _holding_items(restriction, assessed, logs)
    return tuple(dict.fromkeys(held))


def holds(warning: StandingWarning, restriction: Restriction, guide: Guide) -> bool:
    """Whether a standing warning holds this restriction."""
    if reaches(warning.tier, guide.rules.hold_all_from):
        return True
    return (
        reaches(warning.tier, guide.rules.hold_group_from) and warning.hold_group in restriction.hold_groups
    )


def _hold_items(restriction: Restriction, assessed: Assessment) -> dict[str, int]:
    if restriction.hold is None:
        return {}
    guide = assessed.guide
    return guide.holds[restriction.hold].lowest_with(known(assessed.case.treatment, guide))


def _holding_items(restriction: Restriction, assessed: Assessment, logs: Logs) -> tuple[str, ...]:
    """The items whose latest value, of any age, still holds it."""
    lowest = _hold_items(restriction, assessed)
    return tuple(item for item in lowest if item in logs and logs[item][-1].value >= lowest[item])


def _unchecked(restriction: Restriction, assessed: Assessment) -> tuple[str, ...]:
    items = _hold_items(restriction, assessed)
    return tuple(item for item in items if item not in assessed.logs)
