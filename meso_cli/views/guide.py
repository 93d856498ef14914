"""The guide to read: day by day, before you go again, late signs. It needs no record."""

from collections.abc import Iterator, Mapping

from meso_cli.model.guide import Guide
from meso_cli.model.words import Library
from meso_cli.views.blocks import Block, Document, Row, Say, Section
from meso_cli.when.saying import span
from meso_cli.wording.values import inside

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


def day_document(day: int, guide: Guide, library: Library, days: Mapping[str, int]) -> Document:
    """One day: its phase, what is usual, what to avoid, what to do."""
    phase = [row for row in guide.phases if row.from_day <= day][-1]
    said = library("days")[[id for id, first in days.items() if first <= day][-1]]
    return (
        Say(f"Day {day} · {phase.label}", "title"),
        Say(library("phases")[phase.id].text or "", "muted"),
        Section("Usual", (Row("", said.text or ""),)),
        *_restricted(day, guide),
        Section("Usual at most", (Row("", _expected(day, guide)),)),
        Section("To do", (Row("", _care(day, guide)),), "good"),
    )


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


def _restricted(day: int, guide: Guide) -> Iterator[Block]:
    """By the start of that day, counted from the treatment."""
    hours = day * DAY
    avoid = [row.label for row in guide.restrictions.values() if hours < row.earliest]
    careful = [row.label for row in guide.restrictions.values() if row.earliest <= hours < row.until]
    if avoid:
        yield Section("Not yet", (Row("", " · ".join(avoid)),), "avoid")
    if careful:
        yield Section("With caution", (Row("", " · ".join(careful)),), "caution")


def _expected(day: int, guide: Guide) -> str:
    """The highest usual grade at the start of that day, for each symptom that still has one."""
    grades = (
        (inside(row.label), next((step.grade for step in row.course if day * DAY < step.until), 0))
        for row in guide.symptoms.values()
    )
    return ", ".join(f"{label} {grade}" for label, grade in grades if grade) or "nothing is left"


def _care(day: int, guide: Guide) -> str:
    hours = day * DAY
    due = (
        row.glance
        for row in guide.care.values()
        if row.from_hours <= hours and (row.until_hours is None or hours < row.until_hours)
    )
    return " · ".join(due)
