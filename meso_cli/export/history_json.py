"""What was recorded as JSON: `meso.history/1`. Null is "not recorded"."""

import datetime as dt
from typing import Any

from meso_cli.export.json_text import document, time_value
from meso_cli.model.history import History
from meso_cli.model.records import Entry, Treatment
from meso_cli.model.settings import Settings

SCHEMA = "meso.history/1"


def history_json(history: History, own: Settings, now: dt.datetime) -> str:
    """Every treatment, and of the chosen one the entries and what was told, in the reader's zone."""
    value = {
        "schema": SCHEMA,
        "at": time_value(now),
        "treatments": [_treatment(row) for row in history.treatments],
        "treatment": history.treatment.name,
        "entries": [_entry(entry, history.treatment, own, now) for entry in history.entries],
        "told": [
            {
                "warning": row.warning,
                "tier": row.tier,
                "at": time_value(row.at, now.tzinfo),
                "text": row.text,
            }
            for row in history.told
        ],
        "endings": [{"id": row.id, "days_to_zero": row.days_to_zero} for row in history.endings],
    }
    if history.elsewhere is not None:
        value["elsewhere"] = [row._asdict() for row in history.elsewhere]
    return document(value)


def _treatment(treatment: Treatment) -> dict[str, Any]:
    ended = treatment.ended_at
    described = treatment.description._asdict()
    if treatment.practitioner:
        described["practitioner"] = treatment.practitioner._asdict()
    return {
        "id": treatment.name,
        "uuid": treatment.uuid,
        "at": time_value(treatment.at),
        **described,
        "ended_at": time_value(ended),
    }


def _entry(entry: Entry, treatment: Treatment, own: Settings, now: dt.datetime) -> dict[str, Any]:
    return {
        "id": entry.id,
        "uuid": entry.uuid,
        "at": time_value(entry.at, now.tzinfo),
        "day": treatment.day(entry.at, own.day_start),
        "hours": round(treatment.hours(entry.at), 2),
        "observations": {seen.item: seen.value for seen in entry.observations},
        "readings": {seen.item: seen.reading for seen in entry.observations if seen.reading is not None},
        "note": entry.note,
    }
