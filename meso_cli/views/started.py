"""The answer to `meso start`: what was recorded, when each restriction lifts, the daily care."""

from collections.abc import Iterator

from meso_cli.model.case import Context
from meso_cli.model.guide import CareItem, Guide
from meso_cli.model.status import RestrictionState, Status
from meso_cli.values import NamedTuple
from meso_cli.views.blocks import Block, Document, Row, Say, Section
from meso_cli.views.logged import UNDO
from meso_cli.views.restrictions import restriction_blocks
from meso_cli.views.scare import verdict_first
from meso_cli.views.status import assumed_blocks, warning_blocks
from meso_cli.when.saying import absolute, moment, span
from meso_cli.wording.values import treatment_words


class TooSoon(NamedTuple):
    """The treatment before, by its name, and its rule about the next session, which was not over.

    `elsewhere`: its area, where that is another one.
    """

    before: str
    rule: RestrictionState
    elsewhere: str | None = None


class Started(NamedTuple):
    """What there is to say about a start beside the status.

    `is_first`: the person's first treatment, so say what this is for. `from_settings`: the facts that
    nobody gave for this one treatment. `from_plan`: what the clinic's plan adds.
    """

    is_first: bool
    from_settings: tuple[str, ...] = ()
    from_plan: Document = ()
    too_soon: TooSoon | None = None


def started_document(started: Started, context: Context) -> Document:
    """What was recorded, warnings of other treatments first."""
    status, guide = context.status, context.case.guide
    treatment, from_settings = status.treatment, started.from_settings
    intended_use = context.case.library("about")["intended-use"].text or ""
    return (
        *verdict_first(context),
        *warning_blocks(context),
        Say(f"Recorded {treatment_words(treatment)}: {absolute(treatment.at, status.at)}.", "title"),
        *((Say(f"From your settings: {', '.join(from_settings)}."),) if from_settings else ()),
        *((Say(intended_use, "muted"),) if started.is_first else ()),
        *restriction_blocks(status, guide, everything=True),
        _care(guide),
        *started.from_plan,
        *assumed_blocks(status, guide),
        Say("Next: meso log asks how it is, meso status shows what it means.", "muted"),
        *_not_yet(started.too_soon, status),
        Say(f"{treatment.name} is recorded for {absolute(treatment.at, status.at)}. {UNDO}", "muted"),
    )


def _not_yet(too_soon: TooSoon | None, status: Status) -> Iterator[Block]:
    """It was done, so it is recorded; but it may also be a correction that was meant."""
    if too_soon is None:
        return
    before, rule, elsewhere = too_soon
    until = moment(rule.earliest, status.view) if rule.earliest else "your practitioner says"
    by = "your practitioner" if rule.set_by == "practitioner" else "the guide"
    if elsewhere is not None:
        of = f"The next session on the {elsewhere} ({before}) is 'not yet' until {until} by {by}"
        yield Say(f"{of}; this is another area.", "watch")
        return
    yield Say(
        f"Needling again was 'not yet' until {until} by {by}. "
        f"If you meant to correct {before}: meso undo, then meso edit {before}",
        "watch",
    )


def _care(guide: Guide) -> Block:
    """Every care item, by the time that it is for."""
    windows: dict[str, list[str]] = {}
    for item in guide.care.values():
        often = f" {item.per_day} times a day" if item.per_day and item.per_day > 1 else ""
        windows.setdefault(_window(item), []).append(f"{item.glance}{often}")
    return Section("Care", tuple(Row(when, " · ".join(steps)) for when, steps in windows.items()), "good")


def _window(item: CareItem) -> str:
    if item.until_hours is None:
        return f"from {span(item.from_hours)}" if item.from_hours else "every day"
    if item.from_hours:
        return f"{span(item.from_hours)} to {span(item.until_hours)}"
    return f"first {span(item.until_hours)}"
