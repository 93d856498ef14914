"""The practitioner's plan: beside the guide, and what changing it came to."""

from collections.abc import Iterable, Iterator

from meso_cli.model.guide import Guide
from meso_cli.model.plan import ClinicPlan
from meso_cli.model.status import RestrictionState, Status
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.recovery.comparing import Compared
from meso_cli.text import inside, visible
from meso_cli.views.blocks import Block, Document, Grid, Role, Row, Say, Section
from meso_cli.views.logged import UNDO
from meso_cli.when.saying import moment, span, weekday_date
from meso_cli.wording.contacts import whom_to_call
from meso_cli.wording.restrictions import NOT_NOW, both_voices, sayer, window_words
from meso_cli.wording.values import label_of, treatment_words

_NOTE_SHOWN = 200
_ROLES: dict[str | None, Role] = {"looser": "caution"}
_CONTACTS = {"name": "name", "phone": "phone", "out_of_hours": "out-of-hours number"}
HOW_TO_SET = "To record what your practitioner said: meso plan set makeup 12h --by NAME"


def plan_document(
    rows: tuple[Compared, ...], status: Status, guide: Guide, plan: ClinicPlan | None
) -> Document:
    """Both voices side by side, what follows from them, and what the clinic added."""
    theirs = [row for row in rows if row.instruction]
    states = {state.id: state for state in status.restrictions}
    return (
        Say(f"The practitioner's plan for {treatment_words(status.treatment)}", "title"),
        *(_side_by_side(theirs, states, guide, status.view) if theirs else _nothing_said(plan)),
        *_added(plan, status.view),
        *_guide_alone([row for row in rows if not row.instruction], guide),
        Say(HOW_TO_SET, "muted"),
    )


def _nothing_said(plan: ClinicPlan | None) -> Iterator[Block]:
    if plan is None:
        yield Say("Your practitioner's instructions are not recorded; the guide speaks alone.")


def _side_by_side(
    rows: list[Compared], states: dict[str, RestrictionState], guide: Guide, view: Viewpoint
) -> Iterator[Block]:
    yield Grid(
        "Guide and plan",
        ("Activity", "guide", "plan", "which is", "said by"),
        tuple(_cells(row, states[row.id], guide, view) for row in rows),
        tuple(_ROLES.get(row.differs, "") for row in rows),
    )
    yield state_section("So it is", (states[row.id] for row in rows), guide, view)
    notes = tuple(
        Row(guide.restrictions[row.id].label, visible(row.instruction.note, _NOTE_SHOWN))
        for row in rows
        if row.instruction and row.instruction.note
    )
    if notes:
        yield Section("Notes", notes)


def _cells(row: Compared, state: RestrictionState, guide: Guide, view: Viewpoint) -> tuple[str, ...]:
    said_at = f", {moment(row.instruction.at, view)}" if row.instruction else ""
    return (
        guide.restrictions[row.id].label,
        window_words(row.guide),
        _length_words(row.instruction.hours) if row.instruction else "",
        row.differs or "",
        f"{sayer(state)}{said_at}",
    )


def _length_words(hours: float | None) -> str:
    return "open" if hours is None else span(hours)


def state_section(title: str, states: Iterable[RestrictionState], guide: Guide, view: Viewpoint) -> Section:
    """What holds for each of these restrictions, in moments."""
    rows = (Row(guide.restrictions[state.id].label, state_words(state, guide, view)) for state in states)
    return Section(title, tuple(rows))


def state_words(state: RestrictionState, guide: Guide, view: Viewpoint) -> str:
    """One restriction from now on: "not until Fri 6 Mar 14:00, then with caution until ..."."""
    if not state.not_now:
        return _by_time(state, guide, view)
    return NOT_NOW if state.by_time == "allowed" else f"{NOT_NOW}; afterwards: {_by_time(state, guide, view)}"


def _by_time(state: RestrictionState, guide: Guide, view: Viewpoint) -> str:
    held = ", ".join(inside(label_of(item, guide)) for item in state.held_by)
    if state.by_time == "allowed":
        return f"ask first, because of {held}" if held else "allowed"
    if state.earliest is None:
        return "not until your practitioner says"
    caution = f"with caution until {moment(state.until, view)}" if state.until else "with caution"
    if state.by_time == "caution":
        return f"{caution}; ask first ({held})" if held else caution
    then = "" if state.until == state.earliest else f", then {caution}"
    return f"not until {moment(state.earliest, view)}{then}"


def _added(plan: ClinicPlan | None, view: Viewpoint) -> Iterator[Block]:
    if plan is None:
        return
    loaded = f", loaded {moment(plan.loaded_at, view)}" if plan.loaded_at else ""
    yield Say(f"Clinic's plan: {plan.name}, issued {weekday_date(plan.issued)}{loaded}.")
    if plan.care:
        yield Section("Care", (Row("", " · ".join(care.label for care in plan.care)),), "good")
    if plan.signs:
        signs = (Row(row.label, f"{row.tier}: {row.advice}", f"meso log {row.id}") for row in plan.signs)
        yield Section("Signs to report", tuple(signs))


def _guide_alone(rows: list[Compared], guide: Guide) -> Iterator[Block]:
    ends: dict[str, list[str]] = {}
    for row in rows:
        ends.setdefault(window_words(row.guide), []).append(inside(guide.restrictions[row.id].label))
    parts = (f"{', '.join(labels)} {words}" for words, labels in ends.items())
    yield Section("The guide alone", (Row("", "; ".join(parts)),))


def set_document(
    words: str, ids: tuple[str, ...], status: Status, guide: Guide, verb: str = "Set"
) -> Document:
    """What was set or cleared, for each restriction that the words name."""
    states = [state for state in status.restrictions if state.id in ids]
    alone = [id for id in ids if id not in {state.id for state in states}]
    labels = " and ".join(guide.restrictions[id].label for id in ids)
    several = (Say(f"'{visible(words, 40)}' names {labels}: each of them.", "watch"),) if len(ids) > 1 else ()
    return (
        Say(f"{verb} for {treatment_words(status.treatment)}: {labels}.", "title"),
        *several,
        *((_voiced(states, guide, status.view),) if states else ()),
        *(Say(f"The guide answers alone again: meso can {id}") for id in alone),
        Say(UNDO, "muted"),
    )


def _voiced(states: Iterable[RestrictionState], guide: Guide, view: Viewpoint) -> Section:
    labelled = ((guide.restrictions[state.id].label, state) for state in states)
    rows = (Row(label, state_words(state, guide, view), _voices(state, view)) for label, state in labelled)
    return Section("So it is", tuple(rows))


def _voices(state: RestrictionState, view: Viewpoint) -> str:
    return both_voices(state, view) if state.instruction else "says the guide"


def loaded_document(plan: ClinicPlan, status: Status, guide: Guide, lost: tuple[str, ...]) -> Document:
    """What a loaded plan changes and adds, which contacts it filled, which signs nobody judges now."""
    theirs = [state for state in status.restrictions if state.set_by == "practitioner"]
    return (
        Say(f"Loaded for {treatment_words(status.treatment)}.", "title"),
        *((_voiced(theirs, guide, status.view),) if theirs else ()),
        *added_blocks(plan, status),
        *lost_blocks(lost),
        Say(UNDO, "muted"),
    )


def added_blocks(plan: ClinicPlan, status: Status) -> Iterator[Block]:
    """What a plan adds to the guide, and which contacts it filled."""
    yield from _added(plan, status.view)
    if plan.filled:
        whom = whom_to_call(None, status.treatment.practitioner).practitioner
        filled = ", ".join(_CONTACTS[name] for name in plan.filled)
        yield Say(f"Whom to call: {whom} ({filled} from the plan).")


def lost_blocks(lost: tuple[str, ...]) -> Iterator[Block]:
    """Signs that were reported and that no plan asks about any more."""
    if lost:
        yield Say(
            f"Reported, and no longer in the plan, so no warning stands for it: {', '.join(lost)}. "
            "Ask your practitioner.",
            "watch",
        )


def unloaded_document(plan: ClinicPlan, lost: tuple[str, ...]) -> Document:
    """What went with a plan that was taken back."""
    what = "its times, activities, care, signs and numbers"
    return (
        Say(f"Took the plan of {plan.name} back: {what}."),
        *lost_blocks(lost),
        Say(UNDO, "muted"),
    )


def check_document(name: str, plan: ClinicPlan) -> Document:
    """That a file has nothing wrong with it, and what it holds."""
    parts = (
        f"changed times {len(plan.windows)}",
        f"added activities {len(plan.activities)}",
        f"care {len(plan.care)}",
        f"signs {len(plan.signs)}",
    )
    return (Say(f"{name} can be loaded: {plan.name}; {', '.join(parts)}."),)


def problems_section(name: str, problems: Iterable[object]) -> Section:
    """All that is wrong with a plan's file, one per line."""
    return Section(f"Problems in {name}", tuple(Row("", str(problem)) for problem in problems))
