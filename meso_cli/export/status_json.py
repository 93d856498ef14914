"""A status as JSON: `meso.status/1`, described by `data/schema/status.schema.json`.

Fields are added, never renamed; null is "not recorded".
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from meso_cli.export.json_text import document, time_value
from meso_cli.model.case import Case, Context
from meso_cli.model.records import ASSUMED_AREA, Instruction, Treatment
from meso_cli.model.status import Log, Other, RestrictionState, StandingWarning, Status
from meso_cli.model.words import Library
from meso_cli.wording.changes import change_words

SCHEMA = "meso.status/1"


def status_json(context: Context) -> str:
    """The whole status, two spaces deep, ending in a newline."""
    return document(status_value(context))


def status_value(context: Context) -> dict[str, Any]:
    """The status as plain values; moments stand in the zone of its `at`."""
    status, case = context.status, context.case
    zone = status.at.tzinfo
    return {
        "schema": SCHEMA,
        "at": time_value(status.at),
        "treatment": _treatment(status),
        "day": status.day,
        "elapsed_hours": round(status.elapsed_hours, 2),
        "phase": {"id": status.phase.id, "label": status.phase.label},
        "in_follow_up": status.in_follow_up,
        "last_entry_at": time_value(status.last_entry_at, zone),
        "assumed": list(status.assumed),
        "restrictions": [restriction_value(state, case) for state in status.restrictions],
        "care": [
            {
                "id": state.id,
                "label": case.guide.care[state.id].label,
                "due": state.due,
                "done_today": state.done_today,
            }
            for state in status.care
        ],
        "symptoms": [
            {
                "id": state.id,
                "severity": state.severity,
                "observed_at": time_value(state.observed_at, zone),
                "expected_max": state.expected_max,
                "trend": state.trend,
            }
            for state in status.symptoms
        ],
        "warnings": [warning_value(warning, case, zone) for warning in status.warnings],
        "not_checked": list(status.not_checked),
        "silence": status.silence
        and {"since": time_value(status.silence.since, zone), "last": status.silence.last},
        "changes": [change_words(change, case.guide, status.view) for change in status.changes],
        "unjudged": [log_value(log, zone) for log in status.unrecognised],
        "ahead": [{"entry": entry.id, "at": time_value(entry.at, zone)} for entry in status.future_dated],
        "others": [_other(other, context.others[other.id], zone) for other in status.others],
        **_not_judged(context.not_judged),
    }


def _not_judged(treatments: Iterable[Treatment]) -> dict[str, Any]:
    """Nothing where every open treatment is judged, as ever."""
    rows = [{"id": treatment.name, "guide": treatment.guide} for treatment in treatments]
    return {"not_judged": rows} if rows else {}


def restriction_value(state: RestrictionState, case: Case) -> dict[str, Any]:
    """One restriction with its reasons; `until` null: no end known."""
    words = case.library("restrictions")[state.id]
    return {
        "id": state.id,
        "kind": state.kind,
        "label": case.guide.restrictions[state.id].label,
        "state": state.state,
        "verdict": state.verdict,
        "earliest": time_value(state.earliest),
        "until": time_value(state.until),
        "held_by": list(state.held_by),
        "unchecked": list(state.unchecked),
        "not_now": state.not_now,
        "instead": words.instead,
        "why": words.why,
        "set_by": state.set_by,
        "guide_until": time_value(state.guide_until),
        "said": instruction_value(state.instruction),
        "sources": list(words.sources),
    }


def instruction_value(instruction: Instruction | None) -> dict[str, Any] | None:
    """The practitioner's instruction; `hours` null: no end known."""
    return instruction and {
        "hours": instruction.hours,
        "by": instruction.by,
        "note": instruction.note,
        "at": time_value(instruction.at),
    }


def warning_value(warning: StandingWarning, case: Case, zone: dt.tzinfo | None) -> dict[str, Any]:
    """One warning with the entries that it rests on."""
    words, told = case.words(warning.id), warning.acknowledged
    return {
        "id": warning.id,
        "kinds": list(warning.kinds),
        "tier": warning.tier,
        "title": case.title(warning.id),
        "advice": case.advice(warning),
        "since": time_value(warning.since, zone),
        "because": [log_value(log, zone) for log in warning.because],
        "acknowledged": told and {"at": time_value(told.at, zone), "text": told.text},
        "history": list(warning.history),
        "look_again": time_value(warning.look_again, zone),
        "sources": list(dict.fromkeys((*words.sources, *_history_sources(warning, case.library)))),
    }


def log_value(log: Log, zone: dt.tzinfo | None) -> dict[str, Any]:
    """One log of an item, with the number of its entry."""
    return {
        "entry": log.entry,
        "item": log.item,
        "value": log.value,
        "reading": log.reading,
        "at": time_value(log.at, zone),
    }


def _history_sources(warning: StandingWarning, library: Library) -> Iterator[str]:
    for risk in warning.history:
        yield from library("history")[risk].sources


def _treatment(status: Status) -> dict[str, Any]:
    treatment: Treatment = status.treatment
    who = treatment.practitioner
    return {
        "id": treatment.name,
        "uuid": treatment.uuid,
        "at": time_value(treatment.at),
        "area": treatment.area or ASSUMED_AREA,
        "device": treatment.device,
        "depth_mm": treatment.depth_mm,
        "skin_type": treatment.skin_type,
        "history": list(treatment.history),
        "practitioner": who and {"name": who.name, "phone": who.phone, "out_of_hours": who.out_of_hours},
        "ended_at": time_value(treatment.ended_at),
        "guide": status.guide,
        "guide_version": status.guide_version,
    }


def _other(other: Other, case: Case, zone: dt.tzinfo | None) -> dict[str, Any]:
    return {
        "id": other.id,
        "day": other.day,
        "open": other.is_open,
        "next_lift": time_value(other.next_lift),
        "warnings": [warning_value(warning, case, zone) for warning in other.warnings],
        "unjudged": [log_value(log, zone) for log in other.unrecognised],
    }
