"""An explanation of `meso why` as JSON: `meso.why/1`, described by `data/schema/why.schema.json`."""

import datetime as dt
from typing import Any

from meso_cli.export.json_text import document, time_value
from meso_cli.export.status_json import log_value, restriction_value, warning_value
from meso_cli.model.case import Case
from meso_cli.model.words import Source, Words
from meso_cli.recovery.topics import with_windows
from meso_cli.wording import rules
from meso_cli.wording.explaining import Explained, Yours, rests_on, rule_of, tier_of, title_of, todo_of

SCHEMA = "meso.why/1"
_SAID = ("question", "text", "condition", "stake", "ask", "why", "instead", "advice", "derived", "differ")


def why_json(explained: Explained, yours: Yours | None, case: Case | None, at: dt.datetime) -> str:
    """Everything about one id; `yours` null: no treatment is recorded."""
    id, library, tier = explained.id, explained.library, tier_of(explained)
    words = library(explained.subject)[id]
    risks = [library("history")[risk] for risk in rules.history_about(id, explained.guide)]
    cited = dict.fromkeys(source for each in (words, *risks) for source in each.sources)
    value: dict[str, Any] = {
        "schema": SCHEMA,
        "at": time_value(yours.status.at if yours else at),
        "id": id,
        "subject": explained.subject,
        "title": title_of(explained),
        "rule": list(rule_of(explained)),
        "tier": tier,
        "to_do": list(todo_of(explained, tier)) if tier else [],
        "words": {name: getattr(words, name) for name in _SAID},
        "history": [_risk(risk) for risk in risks],
        "yours": _yours(id, yours, case) if yours and case else None,
        "sources": [_source(explained.sources[source]) for source in cited],
    }
    return document(value)


def _yours(id: str, yours: Yours, case: Case) -> dict[str, Any]:
    status, zone = yours.status, yours.status.at.tzinfo
    states = [state for state in status.restrictions if state.id == id]
    usual = [state.expected_max for state in status.symptoms if yours.last and state.id == id]
    done = [state.done_today for state in status.care if state.id == id]
    return {
        "treatment": status.treatment.name,
        "warnings": [warning_value(row, case, zone) for row in status.warnings if rests_on(row, id)],
        "last": log_value(yours.last, zone) if yours.last else None,
        "usual_then": usual[0] if usual else None,
        "done_today": done[0] if done else None,
        "restriction": restriction_value(states[0], with_windows(case)) if states else None,
    }


def _risk(risk: Words) -> dict[str, Any]:
    """What a risk of the history has to do with it."""
    return {"id": risk.id, "text": risk.text, "derived": risk.derived}


def _source(source: Source) -> dict[str, Any]:
    return {**source._asdict(), "checked": source.checked.isoformat()}
