"""An answer of `meso can` as JSON: `meso.can/1`, one restriction with what it comes to."""

from typing import Any

from meso_cli.activities import Answer
from meso_cli.export.json_text import document
from meso_cli.export.status_json import restriction_value, said_value, time_value
from meso_cli.model.case import Case
from meso_cli.model.status import Status
from meso_cli.recovery.topics import TopicState, topic_label, topics_of, with_windows

SCHEMA = "meso.can/1"


def can_json(answer: Answer, status: Status, case: Case) -> str:
    """`allowed` true, false or null (no rule); `also` the ids of the other rules."""
    value: dict[str, Any] = {
        "schema": SCHEMA,
        "at": status.at.isoformat(timespec="seconds"),
        "allowed": None if answer.verdict == "ask" else answer.is_allowed,
        "verdict": answer.verdict,
        "also": list(answer.also),
    }
    if answer.rule is not None:
        value |= restriction_value(answer.rule, with_windows(case))
    elif answer.topic is not None:
        value |= _topic_value(answer.topic, case)
    return document(value)


def _topic_value(topic: TopicState, case: Case) -> dict[str, Any]:
    """A topic without a window: what is fine, with its condition, or what to ask, with what is at stake."""
    words = case.library(topics_of(case.guide, case.library)[topic.id].subject)[topic.id]
    return {
        "id": topic.id,
        "kind": topic.kind,
        "label": topic_label(topic.id, case.guide, words),
        "state": topic.state,
        "earliest": time_value(topic.earliest),
        "until": time_value(topic.until),
        "condition": words.condition if topic.is_conditional else None,
        "stake": words.stake,
        "ask": words.ask,
        "why": words.why or words.text,
        "said": said_value(topic.said),
        "sources": list(words.sources),
    }


def unknown_json(at: str, near: tuple[str, ...]) -> str:
    """No rule about it: null, never a yes."""
    value = {"schema": SCHEMA, "at": at, "allowed": None, "near": list(near)}
    return document(value)
