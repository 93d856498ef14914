"""How it went as JSON: `meso.trend/1`. Null is "not recorded"."""

from typing import Any

from meso_cli.export.json_text import document, time_value
from meso_cli.model.trend import DayCell, Earlier, ItemTrend, Trend
from meso_cli.wording.trend import trend_sentence

SCHEMA = "meso.trend/1"


def trend_json(of: Trend, items: tuple[ItemTrend, ...]) -> str:
    """The items chosen, a day at a time; times stand in the reader's zone."""
    value = {
        "schema": SCHEMA,
        "at": time_value(of.at),
        "treatment": of.treatment.name,
        "first_day": of.first_day,
        "last_day": of.last_day,
        "today": of.today,
        "items": [_item(item, of) for item in items],
        "warnings": [{"id": warning.id, "tier": warning.tier} for warning in of.warnings],
        "left_off": {"days": of.first_day, "entries": of.entries_before},
        "ahead": [{"entry": entry.id, "at": time_value(entry.at, of.at.tzinfo)} for entry in of.future_dated],
    }
    return document(value)


def _item(item: ItemTrend, of: Trend) -> dict[str, Any]:
    return {
        "id": item.id,
        "kind": item.kind,
        "label": item.label,
        "sentence": trend_sentence(item),
        "days_logged": item.days_logged,
        "highest": item.ever,
        "days_to_zero": item.days_to_zero,
        "days": [_day(cell, of) for cell in item.days],
        "warnings": [warning.id for warning in item.warnings],
        "earlier": [_earlier(row) for row in item.earlier],
    }


def _day(cell: DayCell, of: Trend) -> dict[str, Any]:
    return {
        "day": cell.day,
        "max": cell.highest.value if cell.highest else None,
        "expected_max": cell.expected_max,
        "state": cell.state,
        "warned": cell.warned,
        "values": [
            {
                "entry": log.entry,
                "at": time_value(log.at, of.at.tzinfo),
                "hours": round(log.hours, 2),
                "value": log.value,
            }
            for log in cell.logs
        ],
    }


def _earlier(row: Earlier) -> dict[str, Any]:
    return {
        "treatment": row.treatment.name,
        "days_logged": row.days_logged,
        "highest": row.highest,
        "days_to_zero": row.days_to_zero,
    }
