"""What a page for a practitioner says, in words: facts, answers, warnings, plan, care. No layout."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence

from meso_cli.model.case import Case, Context
from meso_cli.model.guide import Guide
from meso_cli.model.records import ASSUMED_AREA, Observation
from meso_cli.model.status import Log, Status
from meso_cli.model.summary import CareDays, SignAnswers, Summary
from meso_cli.model.tiers import rank
from meso_cli.model.trend import ItemTrend
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.recovery.comparing import Compared
from meso_cli.text import counted, inside
from meso_cli.when.saying import absolute, moment, offset, span
from meso_cli.wording.contacts import whom_to_call
from meso_cli.wording.trend import ahead_words, days_words, trend_words, values_words
from meso_cli.wording.values import device_words, label_of, listed, said_words, without_guide

SELF_REPORTED = "Self-reported, not a diagnosis"
NOT_RECORDED = "not recorded"
_DAYS_NAMED = 3


def history_words(risks: Iterable[str], case: Case) -> str:
    """The recorded risks that bear on a warning: "cold sores before"."""
    known = case.library("history")
    return ", ".join(inside(known[risk].title or risk) if risk in known else risk for risk in risks)


def facts(case: Case) -> Iterator[tuple[str, str]]:
    """The treatment as it was recorded; what was not is said."""
    treatment = case.treatment
    yield "Treated", absolute(treatment.at, treatment.at)
    yield "Area", treatment.area or f"{NOT_RECORDED}, {ASSUMED_AREA} assumed"
    depth = f"depth {NOT_RECORDED}" if treatment.depth_mm is None else f"{treatment.depth_mm:g} mm"
    device = device_words(treatment.device) if treatment.device else f"device {NOT_RECORDED}"
    yield "Device", f"{device}, {depth}"
    yield "Skin type", f"{treatment.skin_type} (Fitzpatrick)" if treatment.skin_type else NOT_RECORDED
    yield "History", history_words(treatment.history, case) or "nothing recorded"
    yield "Products", ", ".join(treatment.products) or NOT_RECORDED
    who = treatment.practitioner
    yield "Practitioner", whom_to_call(None, who).practitioner if who else NOT_RECORDED
    if treatment.ended_at is not None:
        yield "Ended", absolute(treatment.ended_at, treatment.at)


def logged_words(summary: Summary, case: Case) -> str:
    """How much there is to go by: "Logged on 8 of 9 days; fever asked on 5"."""
    signs = case.guide.signs
    fever = next((row for row in summary.signs if row.id in signs and signs[row.id].reading), None)
    window = range(summary.first_day, summary.last_day + 1)
    days = sum(day in window for day in fever.asked_days) if fever else 0
    asked = f"; {label_of(fever.id, case.guide)} asked on {days}" if fever else ""
    return f"Logged on {len(summary.logged_days)} of {counted(summary.days, 'day')}{asked}"


def missing_words(summary: Summary, today: int) -> str:
    """The days without an entry, nothing where there is none."""
    window = range(summary.first_day, summary.last_day + 1)
    missing = [day for day in window if day not in set(summary.logged_days)]
    so_far = ["today so far"] if missing and missing[-1] == today else []
    before = [day for day in missing if day != today]
    return f"Not logged: {', '.join([*([days_words(before)] if before else []), *so_far])}" if missing else ""


def when_words(at: dt.datetime, case: Case, day: int, view: Viewpoint) -> str:
    """ "day 3, Thu 5 Mar 09:00", in the treatment's own zone: the days are counted there."""
    there = Viewpoint(view.now.astimezone(case.treatment.at.tzinfo), asked=True)
    return f"day {day}, {moment(at, there)}"


def present_words(row: SignAnswers, case: Case, last: str) -> str:
    """A sign that was ever reported: "fever, 38.5 °C: yes on days 3 and 4; last answer yes, day 4, ..."."""
    reading = row.last.reading if row.last and row.last.value else None
    label = label_of(row.id, case.guide)
    name = f"{label}, {reading:g} °C" if reading is not None else label
    yes = [log for log in row.future_dated if log.value]
    dated = f"yes in #{yes[-1].entry}, dated in the future" if yes else ""
    if not row.yes_days:
        return f"{name}: {dated}"
    later = f"; {dated}" if dated else ""
    answer = "yes" if row.last and row.last.value else "no"
    return f"{name}: yes on {days_words(row.yes_days)}; last answer {answer} ({last}){later}"


def briefly_present(rows: Iterable[SignAnswers], guide: Guide) -> str:
    """Many signs that were ever reported, in a row: "pus (3 days, last day 8), fever (day 2)"."""
    return listed(f"{label_of(row.id, guide)} ({_briefly(row.yes_days)})" for row in rows)


def _briefly(days: Sequence[int]) -> str:
    if not days:
        return "dated in the future"
    return f"day {days[0]}" if len(days) == 1 else f"{len(days)} days, last day {days[-1]}"


def without_chart(item: ItemTrend) -> str:
    """A symptom that has no chart, in a row of others: "flaking (up to 2)", "itching (up to 4, above)".

    Where the days shown do not say, the last value before them: "redness (last 3, day 1)".
    """
    label, ahead = inside(item.label), ahead_words(item)
    dated = f", {ahead}" if ahead else ""
    if not item.recorded:
        last = f"last {item.last.value}, day {item.last_on}" if item.last else ""
        return f"{label} ({', '.join(part for part in (last, ahead) if part)})"
    above = ", above its range" if any(cell.above for cell in item.recorded) else ""
    highest = max(cell.highest.value for cell in item.recorded if cell.highest)
    return f"{label} (up to {highest}{above}{dated})"


def absent_words(rows: Iterable[SignAnswers], guide: Guide) -> Iterator[str]:
    """Signs that were always denied, by how often and how lately: "fever, pus (on 5 days, last day 8)"."""
    groups: dict[tuple[int, int], list[str]] = {}
    for row in rows:
        if not row.asked_days:
            number = row.future_dated[-1].entry
            yield f"{label_of(row.id, guide)} (only in #{number}, dated in the future; clears nothing)"
            continue
        groups.setdefault((len(row.asked_days), row.asked_days[-1]), []).append(label_of(row.id, guide))
    for (number, last), labels in sorted(groups.items(), key=lambda group: (-group[0][0], -group[0][1])):
        days = f"on day {last}" if number == 1 else f"on {number} days, last day {last}"
        yield f"{listed(labels)} ({days})"


def because_words(logs: Sequence[Log], case: Case, day_start: dt.timedelta, most: int) -> str:
    """The entries that a warning rests on, by recovery day, so that paper goes on being true."""
    shown = logs[-most:]
    more = f"{len(logs) - len(shown)} earlier, " if len(shown) < len(logs) else ""
    parts = (
        f"{said_words(log.item, log.value, log.reading, case.guide)}"
        f" (day {case.treatment.day(log.at, day_start)}, #{log.entry})"
        for log in shown
    )
    return more + ", ".join(parts)


def panel_words(item: ItemTrend) -> str:
    """What stands beside a chart: that shows itself what is inside the range, and which days are missing."""
    return "; ".join(part for part in (_drawn_words(item), ahead_words(item)) if part)


def _drawn_words(item: ItemTrend) -> str:
    if not item.recorded:
        return trend_words(item)
    above = [cell.day for cell in item.recorded if cell.above]
    if not above and item.warnings:
        return f"{values_words(item)}; a warning stands"
    if not above:
        return values_words(item)
    days = days_words(above) if len(above) <= _DAYS_NAMED else f"{len(above)} days"
    return f"{values_words(item)}; above on {days}"


def nothing_stands(status: Status, case: Case, never: Collection[str]) -> str:
    """What no warning means: only what was logged was looked at."""
    if status.last_entry_at is None:
        logged = "logged up to now" if status.future_dated else "logged"
        return f"Nothing is {logged}, so nothing is known about warning signs."
    aged = [inside(label_of(item, case.guide)) for item in status.not_checked if item not in never]
    last = span(case.guide.rules.stale_after)
    unchecked = f" Asked before, but not in the last {last}: {listed(aged, 8)}." if aged else ""
    rest = " What was never asked stands above." if never else ""
    return f"No warning stands in what was logged.{unchecked}{rest}"


def beside_standing(context: Context) -> Iterator[str]:
    """What bears on it that is no warning: silence, what no rule judges, dates ahead, other treatments."""
    status, case = context.status, context.case
    there = Viewpoint(status.at, asked=True)
    if status.silence:
        since, last = moment(status.silence.since, there), status.silence.last
        yield f"Nothing logged since {since}; the last log was {last}."
    if status.unrecognised:
        names = listed(label_of(log.item, case.guide) for log in status.unrecognised)
        yield f"Reported, and judged by no rule: {names}."
    if status.future_dated:
        names = listed((f"#{entry.id}" for entry in status.future_dated), 4)
        yield (
            f"Dated after this page was made (check the clock): {names}. "
            "What they report counts; what they deny clears nothing."
        )
    for other in status.others:
        gravest = max((row.tier for row in other.warnings), key=rank, default="")
        signs = f", {counted(len(other.warnings), 'warning')} standing ({gravest})" if gravest else ""
        state = "Another treatment is open" if other.is_open else "An earlier treatment has ended"
        yield f"{state}: {other.id}, day {other.day}{signs}."
    for treatment in context.not_judged:
        yield f"Another treatment is open, and nothing of it was judged: {without_guide(treatment)}."


def entry_words(observations: Iterable[Observation], case: Case) -> str:
    """What one entry says, the telling first: "redness 2 moderate; none: pain; no: fever; care: water 3"."""
    guide = case.guide
    there: list[str] = []
    zero: list[str] = []
    denied: list[str] = []
    care: list[str] = []
    for seen in observations:
        said = said_words(seen.item, seen.value, seen.reading, guide)
        label = inside(label_of(seen.item, guide))
        if seen.item in guide.care:
            care.append(said)
        elif seen.value:
            there.append(said)
        else:
            (denied if seen.item in guide.signs else zero).append(label)
    groups = (("", there), ("none: ", zero), ("no: ", denied), ("care: ", care))
    return "; ".join(f"{name}{listed(group)}" for name, group in groups if group)


def instruction_length(row: Compared) -> str:
    """The practitioner's own time."""
    if row.instruction is None:
        return ""
    return "open" if row.instruction.hours is None else span(row.instruction.hours)


def care_words(row: CareDays, case: Case) -> str:
    """ "9 of 12 days, 20 of 24 times"; what was not logged may have been done."""
    per_day = case.guide.care[row.id].per_day or 1
    times = f", {row.times} of {row.days_due * per_day} times" if per_day > 1 else ""
    return f"{row.days_logged} of {counted(row.days_due, 'day')}{times}"


def open_questions(rows: Iterable[Compared], case: Case) -> Iterator[str]:
    """What the record leaves to the practitioner: an end that nobody has said."""
    for row in rows:
        if row.instruction is not None and row.instruction.hours is None:
            yield f"{case.guide.restrictions[row.id].label}: until when? It is recorded as open."


def method(case: Case, intended_use: str, now: dt.datetime) -> Iterator[str]:
    """What the page rests on, and what it is not."""
    guide = case.guide
    yield (
        "The patient logged all of this; nobody has checked it. A day without a log is unknown, not absent."
    )
    yield (
        f"The usual range is that of meso's guide {guide.version} for this treatment, from published sources "
        "and, where these leave a gap, numbers of its own."
    )
    there = now.astimezone(case.treatment.at.tzinfo)
    if there.utcoffset() != now.utcoffset():
        yield f"Days and times are those of the place of the treatment (UTC{offset(there)})."
    yield intended_use
