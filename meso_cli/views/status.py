"""The status screen: the day, warnings, what not to do and until when, care, symptoms."""

from collections.abc import Iterator

from meso_cli.model.case import Context
from meso_cli.model.guide import Guide
from meso_cli.model.records import HOUR, elapsed
from meso_cli.model.status import Status, SymptomState
from meso_cli.model.tiers import reaches
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.signs.course import expected_at
from meso_cli.text import inside, visible
from meso_cli.views.blocks import Block, Document, Grid, Headline, Row, Say, Section
from meso_cli.views.restrictions import restriction_blocks
from meso_cli.views.warnings import Standing, role_of, warning_cards
from meso_cli.when.saying import ago, clock, hours, moment, span, weekday_date, zone_words
from meso_cli.when.zones import local, zone_of
from meso_cli.wording.contacts import whom_to_call
from meso_cli.wording.values import label_of, listed, treatment_words, value_words, without_guide

_NOT_CHECKED_SHOWN = 3
_AHEAD_SHOWN = 3
_CHANGES_SHOWN = 3
_LONGEST_ITEM = 40
_A_DAY = 24


def status_document(context: Context, *, everything: bool = False) -> Document:
    """The whole screen; `everything` leaves nothing out to fit it on one."""
    status, guide = context.status, context.case.guide
    scare = _scare(context)
    if scare and not everything:
        return _in_scare(scare, context)
    return (
        *scare,
        headline(status),
        *asked_about(status.view),
        *elsewhere(status),
        *_silence(status),
        *warning_blocks(context),
        *_unjudged(context),
        *dated_ahead(status),
        *_checked(context, everything),
        *_changes(status, guide, everything),
        *restriction_blocks(status, guide, everything=everything),
        *_care(status, guide, everything),
        *_symptoms(context, everything),
        *assumed_blocks(status, guide),
        *_others(status),
    )


def _scare(context: Context) -> tuple[Block, ...]:
    """A red flag that stands, in any treatment; what words it is read only then."""
    if not context.status.warnings and not context.status.others:
        return ()
    from meso_cli.views.scare import scare_blocks

    return scare_blocks(context)


def _in_scare(scare: Document, context: Context) -> Document:
    """A screen about the scare alone; the rest is named in one line."""
    from meso_cli.views.scare import WAITS

    status = context.status
    return (
        *scare,
        headline(status),
        *asked_about(status.view),
        *elsewhere(status),
        *_silence(status),
        *_unjudged(context),
        *dated_ahead(status),
        Say(WAITS, "muted"),
    )


def headline(status: Status) -> Headline:
    """The recovery day beside the elapsed time, the phase, and which treatment it is of."""
    treatment = status.treatment
    ended = f", ended {moment(treatment.ended_at, status.view)}" if treatment.ended_at else ""
    return Headline(
        f"Day {status.day} · {hours(status.elapsed_hours)}",
        status.phase.label,
        f"{treatment_words(treatment)} · {moment(treatment.at, status.view)}{ended}",
    )


def warning_blocks(context: Context) -> Iterator[Block]:
    """Every warning of this treatment, then those of other open ones from contact up."""
    status, case = context.status, context.case
    numbers = whom_to_call(context.region, case.treatment.practitioner)
    own = status.treatment.name if status.others else ""
    standing = [Standing(own, warning, case, numbers) for warning in status.warnings]
    for other in status.others:
        theirs = context.others[other.id]
        numbers = whom_to_call(context.region, theirs.treatment.practitioner)
        standing += [
            Standing(other.id, warning, theirs, numbers)
            for warning in other.warnings
            if reaches(warning.tier, "contact")
        ]
    yield from warning_cards(standing, status.view)


def asked_about(view: Viewpoint) -> Iterator[Block]:
    """Which moment is shown, where one was asked for."""
    if view.asked:
        strictest = ", when that day is strictest; see the times below" if view.whole_day else ""
        yield Say(f"Shown as at {clock(view.now)} on {weekday_date(view.now.date())}{strictest}.", "muted")


def elsewhere(status: Status) -> Iterator[Block]:
    """In which zone the times are shown, where that is not the treatment's."""
    begun = status.treatment.at
    if local(begun, zone_of(status.at)).utcoffset() != begun.utcoffset():
        shown, was = zone_words(status.at), zone_words(begun)
        yield Say(f"Times are shown in {shown}; {status.treatment.name} was recorded in {was}.", "muted")


def _silence(status: Status) -> Iterator[Block]:
    if status.silence:
        last = {"rising": "something was rising", "flagged": "a warning stood"}[status.silence.last]
        yield Say(
            f"Nothing logged since {moment(status.silence.since, status.view)}, when {last}. How is it now?",
            "watch",
        )


def _unjudged(context: Context) -> Iterator[Block]:
    """What was reported and neither the guide nor the plan knows: it must not look like nothing."""
    status = context.status
    named = [("", log) for log in status.unrecognised]
    named += [(f"{other.id}: ", log) for other in status.others for log in other.unrecognised]
    if named:
        items = listed(f"{name}{visible(log.item, _LONGEST_ITEM)} (#{log.entry})" for name, log in named)
        yield Say(f"Reported, and nothing here can judge it: {items}. Ask your practitioner.", "contact")
    for other in context.not_judged:
        yield Say(f"{without_guide(other)}: no warning sign of it can be found here. Update meso.", "contact")


def dated_ahead(status: Status) -> Iterator[Block]:
    """Entries dated after the clock, and how to correct them."""
    if status.future_dated:
        number = len(status.future_dated)
        entries = "1 entry is" if number == 1 else f"{number} entries are"
        names = listed((f"#{entry.id}" for entry in status.future_dated), _AHEAD_SHOWN)
        yield Say(
            f"{entries} dated in the future ({names}): no warning is cleared by that. "
            f"Check the clock; correct with: meso edit {status.future_dated[0].id} --at WHEN",
            "watch",
        )


def _checked(context: Context, everything: bool) -> Iterator[Block]:
    """What was found, how old that is, and what nobody looked at."""
    status, guide = context.status, context.case.guide
    if status.last_entry_at is None:
        yield Say("Nothing logged yet, so nothing is known about warning signs.", "watch")
    else:
        unrecognised = status.unrecognised or any(other.unrecognised for other in status.others)
        of = f" for {status.treatment.name}" if status.others or context.not_judged else ""
        found = "" if status.warnings or unrecognised else f"No warning sign in what you logged{of}. "
        yield Say(f"{found}Last check-in {ago(status.last_entry_at, status.view)}.")
    if status.not_checked:
        daily_first = sorted(status.not_checked, key=lambda item: _ask_order(item, status, guide))
        most = None if everything else _NOT_CHECKED_SHOWN
        names = listed((inside(label_of(item, guide)) for item in daily_first), most)
        yield Say(f"Not checked {_day(status)}: {names}")


def _day(status: Status) -> str:
    """The day that is shown, which is the reader's own where no moment was asked for."""
    return "that day" if status.view.asked else "today"


def _ask_order(item: str, status: Status, guide: Guide) -> int:
    """Aged symptoms first, then the daily signs, those of infection leading, then the late ones."""
    if item in guide.signs:
        sign = guide.signs[item]
        return (1 if sign.tier == "urgent" else 2) if sign.ask == "daily" else 3
    aged = any(state.id == item and state.severity for state in status.symptoms)
    return 0 if aged else 4


def _changes(status: Status, guide: Guide, everything: bool) -> Iterator[Block]:
    """The values that moved; restrictions are counted, since they stand below."""
    if not status.changes:
        return
    from meso_cli.wording.changes import change_words, value_change  # on most days nothing did

    if everything:
        said = " · ".join(change_words(change, guide, status.view) for change in status.changes)
    else:
        values = [value_change(change, guide) for change in status.changes if change.kind == "value"]
        shown = listed(values, _CHANGES_SHOWN)
        said = "; ".join(part for part in (shown, _moved(status, beside=len(values))) if part)
    if said:
        within = guide.rules.changes_within
        since = "since yesterday" if within == _A_DAY else f"in the last {span(within)}"
        yield Say(f"Changed {f'in the {span(within)} before' if status.view.asked else since}: {said}")


def _moved(status: Status, beside: int) -> str:
    """How many restrictions changed by time: "4 more allowed, 2 now with caution"; less beside values."""
    said = {"lifted": "more allowed", "eased": "now with caution"}
    if beside:
        said = {} if beside >= _CHANGES_SHOWN else {"lifted": said["lifted"]}
    counts = {kind: sum(len(change.ids) for change in status.changes if change.kind == kind) for kind in said}
    return ", ".join(f"{number} {said[kind]}" for kind, number in counts.items() if number)


def _care(status: Status, guide: Guide, everything: bool) -> Iterator[Block]:
    due = [state for state in status.care if state.due]
    if not due:
        return
    steps = []
    for state in due:
        item = guide.care[state.id]
        if item.per_day is None:
            if everything:
                steps.append(item.glance)
        elif item.per_day == 1:
            steps.append(item.glance)
        else:
            steps.append(f"{item.glance} {state.done_today or 0}/{item.per_day}")
    yield Section(_day(status).capitalize(), (Row("", ", ".join(steps)),), "good")


def _symptoms(context: Context, everything: bool) -> Iterator[Block]:
    status, guide = context.status, context.case.guide
    known = [state for state in status.symptoms if state.severity is not None]
    above_zero = [state for state in known if everything or state.severity]
    if above_zero:
        aged = any(_is_old(state, guide, status.view) for state in above_zero)
        headings = ("Symptom", "grade" if aged else "now", "usual up to", "logged", "trend")
        rows = tuple(_symptom_row(state, context) for state in above_zero)
        roles = tuple(role_of(state.id, status.warnings) for state in above_zero)
        yield Grid("Symptoms against their usual course", headings, rows, roles)
    if not everything and (zero := [state for state in known if not state.severity]):
        yield Say(f"None: {_by_age(zero, guide, status.view)}", "muted")


def _by_age(states: list[SymptomState], guide: Guide, view: Viewpoint) -> str:
    """Labels by how long ago they were logged, the newest first."""
    newest_first = sorted(states, key=lambda state: state.observed_at or view.now, reverse=True)
    groups: dict[str, list[str]] = {}
    for state in newest_first:
        groups.setdefault(_age(state, view), []).append(inside(guide.symptoms[state.id].label))
    return "; ".join(f"{', '.join(labels)} {age}" for age, labels in groups.items())


def _is_old(state: SymptomState, guide: Guide, view: Viewpoint) -> bool:
    """Whether a value is too old to say how it is now."""
    return (
        state.observed_at is not None
        and elapsed(state.observed_at, view.now) > guide.rules.stale_after * HOUR
    )


def _symptom_row(state: SymptomState, context: Context) -> tuple[str, ...]:
    """A value beside what was usual at its hour; an old one beside what is usual today."""
    case, view = context.case, context.status.view
    guide, label = case.guide, case.guide.symptoms[state.id].label
    value = value_words(state.id, state.severity or 0, guide)
    if _is_old(state, guide, view):
        usual = expected_at(guide.symptoms[state.id], case.treatment, guide, view.now)
        return label, f"last {value}", f"{usual} {_day(context.status)}", _age(state, view), ""
    return (
        label,
        value,
        str(state.expected_max),
        _age(state, view),
        "" if state.trend == "unknown" else state.trend,
    )


def _age(state: SymptomState, view: Viewpoint) -> str:
    return ago(state.observed_at, view) if state.observed_at else ""


def assumed_blocks(status: Status, guide: Guide) -> Iterator[Block]:
    """What was not recorded, and what would differ if it were otherwise."""
    if status.assumed:
        from meso_cli.wording.modifiers import assumed_words

        assumed = ", ".join(assumed_words(fact, guide) for fact in status.assumed)
        yield Say(f"Not recorded, so assumed: {assumed}.", "muted")


def _others(status: Status) -> Iterator[Block]:
    for other in status.others:
        if not other.is_open:
            yield Say(
                f"{other.id} has ended, its warning stands: meso status --treatment {other.id}",
                "muted",
            )
            continue
        lift = f", next restriction lifts {moment(other.next_lift, status.view)}" if other.next_lift else ""
        silent = ", no check-in for long" if other.overdue else ""
        seen = f"{other.id} is on day {other.day}{silent}{lift}"
        yield Say(f"{seen}: meso status --treatment {other.id}", "muted")
