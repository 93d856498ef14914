"""A clinic's plan as the JSON document that the file keeps."""

import datetime as dt
import json
from typing import Any, get_args

from meso_cli.model.plan import (
    AddedActivity,
    AddedCare,
    AddedSign,
    ChangedWindow,
    ClinicPlan,
    PlanAsk,
    PlanTier,
)
from meso_cli.model.practitioner import Practitioner
from meso_cli.text import visible

_MAY_BE_OPEN = ("hours", "earliest", "until")
_NUMBERS = (*_MAY_BE_OPEN, "from_hours", "until_hours", "per_day")
_CHOICES = {"tier": get_args(PlanTier), "ask": get_args(PlanAsk)}
# Hours: far beyond the ten years that can be typed.
_TOO_LARGE = 1_000_000


def document_of(plan: ClinicPlan) -> str:
    """The plan as JSON; when it was loaded stands in columns of its own."""
    value = {
        "clinic": plan.contacts._asdict(),
        "issued": plan.issued.isoformat(),
        "windows": [row._asdict() for row in plan.windows],
        "activities": [row._asdict() for row in plan.activities],
        "care": [row._asdict() for row in plan.care],
        "signs": [row._asdict() for row in plan.signs],
        "filled": plan.filled,
    }
    return json.dumps(value, ensure_ascii=False)


def plan_of(document: str, loaded_at: dt.datetime | None) -> ClinicPlan:
    """The plan that a document holds. ValueError where it is none: the file may come from anywhere."""
    try:
        value = json.loads(document)
        return ClinicPlan(
            contacts=_row(Practitioner, value["clinic"]),
            issued=dt.date.fromisoformat(value["issued"]),
            windows=tuple(_row(ChangedWindow, row) for row in value["windows"]),
            activities=tuple(_row(AddedActivity, row) for row in value["activities"]),
            care=tuple(_row(AddedCare, row) for row in value["care"]),
            signs=tuple(_row(AddedSign, row) for row in value["signs"]),
            loaded_at=loaded_at,
            filled=tuple(name for name in Practitioner._fields if name in value.get("filled", ())),
        )
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("the document of a plan lacks what it needs") from error


def _row(kind: Any, row: dict[str, Any]) -> Any:
    """A row of that kind, its texts fit to show."""
    return kind(**{name: _value(kind, name, value) for name, value in row.items()})


def _value(kind: Any, name: str, value: Any) -> Any:
    if value is None and (name in _MAY_BE_OPEN or kind._field_defaults.get(name, 0) is None):
        return None
    if name in _NUMBERS:
        sound = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < _TOO_LARGE
    elif name == "words":
        sound = isinstance(value, list)
    else:
        sound = isinstance(value, str) and value in _CHOICES.get(name, (value,))
    if not sound:
        raise ValueError(f"the document of a plan has no such {name}")
    return (
        tuple(map(visible, value)) if name == "words" else visible(value) if isinstance(value, str) else value
    )
