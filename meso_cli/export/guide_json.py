"""The guide as JSON: `meso.guide/1`, the whole, some days, or counted back from an event."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from meso_cli.export.json_text import document, time_value
from meso_cli.model.case import Context
from meso_cli.model.guide import Guide
from meso_cli.model.status import RestrictionState
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

SCHEMA: Final = "meso.guide/1"
Seen = tuple[dt.datetime, Context | None]
"""The moment that a document is about, and the treatment, where there is one."""


def whole_json(guide: Guide, library: Library, days: Mapping[str, int], seen: Seen) -> str:
    """The course, each restriction with its hours, late signs, topics, what to settle before a session."""
    course, signs = library("days"), library("signs")
    return document(
        {
            **_head(guide, *seen),
            "reviewed": guide.reviewed.isoformat(),
            "today": seen[1].status.day if seen[1] else None,
            "course": [
                {"id": id, "from_day": first, "title": course[id].title, "text": course[id].text}
                for id, first in days.items()
            ],
            "restrictions": [
                {
                    "id": row.id,
                    "label": row.label,
                    "kind": row.kind,
                    "earliest_hours": row.earliest,
                    "until_hours": row.until,
                    "extended_earliest_hours": dict(row.extended_earliest),
                    "extended_until_hours": dict(row.extended),
                    "then": row.then,
                }
                for row in guide.restrictions.values()
            ],
            "late_signs": [
                {"id": row.id, "label": row.label, "question": signs[row.id].question}
                for row in guide.signs.values()
                if row.ask == "late"
            ],
            "topics": [
                {"id": row.id, "label": row.label, "kind": row.kind} for row in guide.topics().values()
            ],
            "before": [
                {"id": row.id, "title": row.title, "text": row.text} for row in library("before").values()
            ],
        }
    )


def days_json(days: Iterable[DayOf], context: Context, told: Mapping[str, int]) -> str:
    """Days of a treatment, each with the strictest state of every restriction."""
    head = _head(context.case.guide, context.status.at, context)
    return document({**head, "days": [_day(day, context, told) for day in days]})


def general_days_json(
    days: Sequence[int], guide: Guide, library: Library, told: Mapping[str, int], at: dt.datetime
) -> str:
    """Days where no treatment is recorded, at their strictest: by default, and by the longest ends."""
    rows = []
    for day in days:
        plain, longer = states_in_general(day, guide)
        row = _about(day, guide, library, told)
        row["restrictions"] = [
            {"id": id, "state": state, "longer_state": longer[id]} for id, state in plain.items()
        ]
        row["expected_max"] = expected_in_general(day, guide)
        row["care"] = [care.id for care in care_of(day * DAY, (day + 1) * DAY, guide)]
        rows.append(row)
    return document({**_head(guide, at, None), "days": rows})


def before_json(event: dt.date, guide: Guide, told: Mapping[str, int], seen: Seen, then: DayOf | None) -> str:
    """The last day for a session before an event, for each restriction; `day` what applies then."""
    ends = last_days(event, guide)
    context = seen[1]
    return document(
        {
            **_head(guide, *seen),
            "event": event.isoformat(),
            "treated_by": min(plain for plain, _ in ends.values()).isoformat(),
            "longer_treated_by": min(longest for _, longest in ends.values()).isoformat(),
            "restrictions": [
                {"id": id, "treated_by": plain.isoformat(), "longer_treated_by": longest.isoformat()}
                for id, (plain, longest) in ends.items()
            ],
            "day": _day(then, context, told) if then and context else None,
        }
    )


def _head(guide: Guide, at: dt.datetime, context: Context | None) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "at": time_value(at),
        "guide": guide.id,
        "guide_version": guide.version,
        "treatment": context.case.treatment.name if context else None,
    }


def _about(day: int, guide: Guide, library: Library, told: Mapping[str, int]) -> dict[str, Any]:
    """What is said of a day whoever was treated."""
    phase = phase_on(guide, day)
    usual = library("days")[told_on(day, told)]
    return {
        "day": day,
        "begin": None,
        "end": None,
        "phase": {"id": phase.id, "label": phase.label},
        "usual": usual.text,
    }


def _day(of: DayOf, context: Context, told: Mapping[str, int]) -> dict[str, Any]:
    case, zone = context.case, context.status.at.tzinfo
    hours = case.treatment.hours
    return {
        **_about(of.day, case.guide, case.library, told),
        "begin": time_value(of.begin, zone),
        "end": time_value(of.end, zone),
        "restrictions": [_state(state, zone) for state in of.states],
        "expected_max": expected_on(of, case),
        "care": [row.id for row in care_of(hours(of.begin), hours(of.end), case.guide)],
    }


def _state(state: RestrictionState, zone: dt.tzinfo | None) -> dict[str, Any]:
    return {
        "id": state.id,
        "state": state.state,
        "verdict": state.verdict,
        "earliest": time_value(state.earliest, zone),
        "until": time_value(state.until, zone),
        "held_by": list(state.held_by),
        "unchecked": list(state.unchecked),
        "not_now": state.not_now,
        "set_by": state.set_by,
    }
