"""An answer of `meso can` as JSON: `meso.can/1`, one restriction with what it comes to."""

from typing import Any

from meso_cli.activities import Answer
from meso_cli.export.json_text import document
from meso_cli.export.status_json import restriction_value
from meso_cli.model.case import Case
from meso_cli.model.status import Status

SCHEMA = "meso.can/1"


def can_json(answer: Answer, status: Status, case: Case) -> str:
    """`allowed` true, false or null (no rule); `also` the ids of the other rules."""
    value: dict[str, Any] = {
        "schema": SCHEMA,
        "at": status.at.isoformat(timespec="seconds"),
        "allowed": answer.is_allowed,
        "verdict": answer.verdict,
        "also": list(answer.also),
    }
    if answer.rule is not None:
        value |= restriction_value(answer.rule, case)
    elif answer.early is not None:
        words = case.library("allowed")[answer.early.id]
        start = status.treatment.moment(answer.early.from_hours).astimezone(status.at.tzinfo)
        value |= {
            "id": answer.early.id,
            "kind": "allowed",
            "label": answer.early.label,
            "state": "allowed" if answer.is_allowed else "caution",
            "until": start.isoformat(timespec="seconds"),
            "why": words.text,
            "sources": list(words.sources),
        }
    return document(value)


def unknown_json(at: str, near: tuple[str, ...]) -> str:
    """No rule about it: null, never a yes."""
    value = {"schema": SCHEMA, "at": at, "allowed": None, "near": list(near)}
    return document(value)
