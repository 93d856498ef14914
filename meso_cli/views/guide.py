"""The guide to read: day by day, before you go again, late signs. It needs no record."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from meso_cli.model.case import Case
from meso_cli.model.guide import Guide
from meso_cli.model.status import RestrictionState, State, Verdict
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.model.words import Library
from meso_cli.recovery.days import (
    DAY,
    DayOf,
    care_of,
    expected_in_general,
    expected_on,
    last_days,
    states_in_general,
    told_on,
)
from meso_cli.recovery.status import phase_on
from meso_cli.text import inside
from meso_cli.views.blocks import Block, Document, Role, Row, Say, Section
from meso_cli.when.saying import clock, span, weekday_date
from meso_cli.wording.modifiers import longer_words
from meso_cli.wording.values import label_of


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


def day_document(of: DayOf, case: Case, view: Viewpoint, days: Mapping[str, int]) -> Document:
    """One day of a recorded treatment: its phase, what is usual, what to avoid, what to do."""
    hours = case.treatment.hours
    due = care_of(hours(of.begin), hours(of.end), case.guide)
    return (
        *_headed(of.day, case.guide, case.library, days, weekday_date(of.begin.date())),
        *_states(of, case.guide, view),
        *_usual(expected_on(of, case), case.guide),
        Section("To do", (Row("", " · ".join(row.glance for row in due)),), "good"),
    )


def general_day_document(day: int, guide: Guide, library: Library, days: Mapping[str, int]) -> Document:
    """One day where no treatment is recorded: as if it had been at the end of day 0, with both ends."""
    due = care_of(day * DAY, (day + 1) * DAY, guide)
    return (
        *_headed(day, guide, library, days, ""),
        *_general(day, guide),
        *_usual(expected_in_general(day, guide), guide),
        Section("To do", (Row("", " · ".join(row.glance for row in due)),), "good"),
    )


def _headed(day: int, guide: Guide, library: Library, days: Mapping[str, int], date: str) -> Iterator[Block]:
    phase = phase_on(guide, day)
    said = library("days")[told_on(day, days)]
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
    "Allowed if you have no": "caution",
}
_ALLOWED = "Allowed"
_NOT_NOW, _NOT_YET, _CAUTION, _ASK, _LOOK = _TITLES
_GROUPS: Mapping[Verdict, str] = {
    "not-now": _NOT_NOW,
    "not-yet": _NOT_YET,
    "caution": _CAUTION,
    "ask-first": _ASK,
    "ask": _ASK,
}


def _group(state: RestrictionState) -> str:
    if state.verdict == "allowed":
        return _LOOK if state.unchecked else _ALLOWED
    return _GROUPS[state.verdict]


def _until(state: RestrictionState, of: DayOf, guide: Guide, view: Viewpoint) -> str:
    label = guide.restrictions[state.id].label
    end = state.earliest if state.state == "avoid" else state.until
    if end is None or state.not_now or not of.begin < end < of.end:
        return label
    return f"{label} (until {clock(end.astimezone(view.now.tzinfo))})"


def _general(day: int, guide: Guide) -> Iterator[Block]:
    """By default, then what is stricter with the longer ends."""
    plain, longer = states_in_general(day, guide)
    groups: tuple[tuple[str, State], ...] = ((_NOT_YET, "avoid"), (_CAUTION, "caution"))
    for title, state in groups:
        rows = [_labels(guide, [id for id, found in plain.items() if found == state])]
        more = [id for id, found in longer.items() if found == state and plain[id] != state]
        if more:
            rows.append(f"{longer_words(guide)}: {_labels(guide, more)}")
        if any(rows):
            yield Section(title, tuple(Row("", row) for row in rows if row), _TITLES[title])


def _labels(guide: Guide, ids: Iterable[str]) -> str:
    return " · ".join(guide.restrictions[id].label for id in ids)


def _usual(expected: Mapping[str, int], guide: Guide) -> Iterator[Block]:
    """The highest usual grade at the start of the day, for each symptom that still has one."""
    grades = (f"{inside(guide.symptoms[id].label)} {grade}" for id, grade in expected.items() if grade)
    yield Section("Usual at most", (Row("", ", ".join(grades) or "nothing is left"),))


def before_document(event: dt.date, today: dt.date, guide: Guide) -> Document:
    """Counted back from an event: the last day for a session, by what would still apply at the event."""
    ends = last_days(event, guide)
    first = min(plain for plain, _ in ends.values())
    sure = min(longest for _, longest in ends.values())
    longer = f" {longer_words(guide)}: by {weekday_date(sure)} (the longer times)." if sure != first else ""
    return (
        Say(f"Before {weekday_date(event)} (in {(event - today).days} days)", "title"),
        Say(f"For nothing to be restricted then, be treated by {weekday_date(first)}.{longer}"),
        Section("Treated after this day, it would still apply then", tuple(_later(ends, guide))),
    )


def _later(ends: Mapping[str, tuple[dt.date, dt.date]], guide: Guide) -> Iterator[Row]:
    groups: dict[tuple[dt.date, dt.date], list[str]] = {}
    for id, days in sorted(ends.items(), key=lambda row: row[1]):
        groups.setdefault(days, []).append(guide.restrictions[id].label)
    for (plain, longest), labels in groups.items():
        longer = f" (longer times: {weekday_date(longest, year=False)})" if longest != plain else ""
        yield Row(weekday_date(plain, year=False), f"{' · '.join(labels)}{longer}")


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
