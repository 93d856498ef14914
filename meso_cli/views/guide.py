"""The guide to read: day by day, before you go again, late signs. It needs no record."""

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Mapping

from meso_cli.model.case import Case
from meso_cli.model.guide import Guide, Restriction
from meso_cli.model.status import RestrictionState, State
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.model.words import Library
from meso_cli.recovery.windows import Window
from meso_cli.signs.course import expected_at
from meso_cli.values import NamedTuple
from meso_cli.views.blocks import Block, Document, Role, Row, Say, Section
from meso_cli.when.saying import clock, span, weekday_date
from meso_cli.wording.values import inside, label_of

DAY = 24


def whole_document(guide: Guide, library: Library, days: Mapping[str, int], today: int | None) -> Document:
    """The course from day 0 on, then when each restriction lifts, late signs, and before you go again."""
    return (
        Say(guide.title, "title"),
        Say(library("about")["scope"].text or "", "muted"),
        Section("Day by day", tuple(_course(library, days, today))),
        Section("Restrictions lift after", tuple(_lifts(guide))),
        Section(f"Late signs, from day {guide.rules.late_from_day} on", tuple(_late_signs(guide, library))),
        Section("What people ask (meso can NAME, meso why NAME)", tuple(_topics(guide))),
        Section("Before you go again", tuple(_titled(library, "before"))),
        Say(library("about")["intended-use"].text or "", "muted"),
    )


class DayOf(NamedTuple):
    """A recovery day of a treatment, [begin, end), and the strictest state of each restriction in it."""

    day: int
    begin: dt.datetime
    end: dt.datetime
    states: tuple[RestrictionState, ...]


def day_document(of: DayOf, case: Case, view: Viewpoint, days: Mapping[str, int]) -> Document:
    """One day of a recorded treatment: its phase, what is usual, what to avoid, what to do."""
    first, last = (case.treatment.hours(moment) for moment in (of.begin, of.end))
    symptoms = case.guide.symptoms.values()
    expected = {row.id: expected_at(row, case.treatment, case.guide, of.begin) for row in symptoms}
    return (
        *_headed(of.day, case.guide, case.library, days, weekday_date(of.begin.date())),
        *_states(of, case.guide, view),
        *_usual(expected, case.guide),
        Section("To do", (Row("", _care(first, last, case.guide)),), "good"),
    )


def general_day_document(day: int, guide: Guide, library: Library, days: Mapping[str, int]) -> Document:
    """One day where no treatment is recorded: as if it had been at the end of day 0, with both ends."""
    hours = max(0, (day - 1) * DAY)
    expected = {
        row.id: next((step.grade for step in row.course if hours < step.until), 0)
        for row in guide.symptoms.values()
    }
    return (
        *_headed(day, guide, library, days, ""),
        *_general(hours, guide),
        *_usual(expected, guide),
        Section("To do", (Row("", _care(day * DAY, (day + 1) * DAY, guide)),), "good"),
    )


def _headed(day: int, guide: Guide, library: Library, days: Mapping[str, int], date: str) -> Iterator[Block]:
    phase = [row for row in guide.phases if row.from_day <= day][-1]
    said = library("days")[[id for id, first in days.items() if first <= day][-1]]
    yield Say(" · ".join(part for part in (f"Day {day}", phase.label, date) if part), "title")
    yield Say(library("phases")[phase.id].text or "", "muted")
    yield Section("Usual", (Row("", said.text or ""),))


def _states(of: DayOf, guide: Guide, view: Viewpoint) -> Iterator[Block]:
    """The strictest of the day; what ends in the course of it, with the time."""
    groups: dict[str, list[str]] = {title: [] for title in (*_TITLES, _ALLOWED)}
    for state in of.states:
        groups[_group(state)].append(_until(state, of, guide, view))
    unchecked = dict.fromkeys(item for state in of.states for item in state.unchecked)
    nothing = " or ".join(inside(label_of(item, guide)) for item in unchecked)
    for title, names in groups.items():
        if names:
            full = f"{title} {nothing} (never logged)" if title == _LOOK else title
            yield Section(full, (Row("", " · ".join(names)),), _TITLES.get(title, ""))


_TITLES: Mapping[str, Role] = {
    "Not now, until you have been seen": "avoid",
    "Not yet": "avoid",
    "With caution": "caution",
    "Ask your practitioner first": "caution",
    "Allowed if there is no": "caution",
}
_ALLOWED = "Allowed"
_NOT_NOW, _NOT_YET, _CAUTION, _ASK, _LOOK = _TITLES


def _group(state: RestrictionState) -> str:
    if state.not_now:
        return _NOT_NOW
    if state.state == "avoid":
        return _NOT_YET
    if state.state == "caution":
        return _ASK if state.by_time == "allowed" else _CAUTION
    return _LOOK if state.unchecked else _ALLOWED


def _until(state: RestrictionState, of: DayOf, guide: Guide, view: Viewpoint) -> str:
    label = guide.restrictions[state.id].label
    end = state.earliest if state.state == "avoid" else state.until
    if end is None or state.not_now or not of.begin < end < of.end:
        return label
    return f"{label} (until {clock(end.astimezone(view.now.tzinfo))})"


def _general(hours: float, guide: Guide) -> Iterator[Block]:
    """By default, then what is stricter with the longer ends."""
    plain, longer = (
        {row.id: window.state(hours) for row in guide.restrictions.values() for window in (ends(row),)}
        for ends in (_default, _longest)
    )
    groups: tuple[tuple[str, State], ...] = ((_NOT_YET, "avoid"), (_CAUTION, "caution"))
    for title, state in groups:
        rows = [_labels(guide, [id for id, found in plain.items() if found == state])]
        more = [id for id, found in longer.items() if found == state and plain[id] != state]
        if more:
            rows.append(f"{LONGER}: {_labels(guide, more)}")
        if any(rows):
            yield Section(title, tuple(Row("", row) for row in rows if row), _TITLES[title])


LONGER = "After radio-frequency or deep needling, or on skin type 4 to 6"


def _labels(guide: Guide, ids: Iterable[str]) -> str:
    return " · ".join(guide.restrictions[id].label for id in ids)


def _default(row: Restriction) -> Window:
    return Window(row.earliest, row.until)


def _longest(row: Restriction) -> Window:
    return Window(
        max((row.earliest, *row.extended_earliest.values())), max((row.until, *row.extended.values()))
    )


def _usual(expected: Mapping[str, int], guide: Guide) -> Iterator[Block]:
    """The highest usual grade at the begin of the day, for each symptom that still has one."""
    grades = (f"{inside(guide.symptoms[id].label)} {grade}" for id, grade in expected.items() if grade)
    yield Section("Usual at most", (Row("", ", ".join(grades) or "nothing is left"),))


def _care(first: float, last: float, guide: Guide) -> str:
    due = (
        row.glance
        for row in guide.care.values()
        if row.from_hours < last and (row.until_hours is None or first < row.until_hours)
    )
    return " · ".join(due)


def before_document(event: dt.date, today: dt.date, guide: Guide) -> Document:
    """Counted back from an event: the last day for a session, by what would still apply at the event."""
    rows = [row for row in guide.restrictions.values() if row.kind == "rule" and row.then is None]
    rows = [row for row in rows if row.id not in _NEXT_SESSION]
    ends = {row.id: (_last_day(event, row.until), _last_day(event, _longest(row).until or 0)) for row in rows}
    first = min(plain for plain, _ in ends.values())
    sure = min(longest for _, longest in ends.values())
    return (
        Say(f"Before {weekday_date(event)} (in {(event - today).days} days)", "title"),
        Say(
            f"For nothing to be restricted then, be treated by {weekday_date(first)}. {LONGER}: by "
            f"{weekday_date(sure)} (the longer times)."
        ),
        Section("Treated after this day, it would still apply then", tuple(_later(ends, guide))),
    )


_NEXT_SESSION = ("needling", "home-roller")
"""About the session after it, not about the event."""


def _later(ends: Mapping[str, tuple[dt.date, dt.date]], guide: Guide) -> Iterator[Row]:
    groups: dict[tuple[dt.date, dt.date], list[str]] = {}
    for id, days in sorted(ends.items(), key=lambda row: row[1]):
        groups.setdefault(days, []).append(guide.restrictions[id].label)
    for (plain, longest), labels in groups.items():
        longer = f" (longer times: {weekday_date(longest, year=False)})" if longest != plain else ""
        yield Row(weekday_date(plain, year=False), f"{' · '.join(labels)}{longer}")


def _last_day(event: dt.date, hours: float) -> dt.date:
    """The last day on which a session, at its very end, is over these hours when the event's day begins."""
    return event - dt.timedelta(days=math.ceil(hours / DAY) + 1)


def _course(library: Library, days: Mapping[str, int], today: int | None) -> Iterator[Row]:
    words = library("days")
    reached = [id for id, first in days.items() if today is not None and first <= today]
    for id, first in days.items():
        mark = f" (today is day {today})" if reached and id == reached[-1] else ""
        yield Row(f"from day {first}{mark}", f"{words[id].title}. {words[id].text}")


def _lifts(guide: Guide) -> Iterator[Row]:
    """The restrictions in the order in which they end by default; longer ends are told by `why`."""
    ends: dict[float, list[str]] = {}
    lifting = (row for row in guide.restrictions.values() if row.then is None)
    for row in sorted(lifting, key=lambda row: row.until):
        ends.setdefault(row.until, []).append(row.label)
    for hours, labels in ends.items():
        yield Row(span(hours), " · ".join(labels))


_ASKED: Mapping[str, str] = {"window": "not at first", "fine": "fine", "ask": "ask"}


def _topics(guide: Guide) -> Iterator[Row]:
    """What the guide answers beside its restrictions, by the kind of answer."""
    for kind, said in _ASKED.items():
        labels = dict.fromkeys(row.label for row in guide.topics().values() if row.kind == kind)
        yield Row(said, " · ".join(labels))


def _late_signs(guide: Guide, library: Library) -> Iterator[Row]:
    words = library("signs")
    for sign in guide.signs.values():
        if sign.ask == "late":
            yield Row(sign.label, words[sign.id].question or "")


def _titled(library: Library, subject: str) -> Iterator[Row]:
    return (Row(row.title or "", row.text or "") for row in library(subject).values())
