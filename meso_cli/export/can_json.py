"""An answer of `meso can` as JSON: `meso.can/1`, one restriction with what it comes to."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from meso_cli.export.json_text import document, time_value
from meso_cli.export.status_json import instruction_value, restriction_value
from meso_cli.model.case import Case
from meso_cli.model.status import Status
from meso_cli.recovery.answers import Answer
from meso_cli.recovery.topics import TopicState, topic_label, topics_of, with_windows
from meso_cli.vocabulary.questions import Question

SCHEMA = "meso.can/1"


def can_json(answer: Answer, question: Question, status: Status, case: Case) -> str:
    """`allowed` true, false or null (nobody can say); `also` the ids of the other rows that were named."""
    value: dict[str, Any] = {
        **_head(status.at),
        "allowed": answer.is_allowed,
        "verdict": answer.verdict,
        "also": list(answer.also),
        "beside": [{"id": row.id, "verdict": row.verdict} for row in answer.beside],
        **_heard(question),
    }
    if answer.rule is not None:
        value |= restriction_value(answer.rule, with_windows(case))
    elif answer.topic is not None:
        value |= _topic_value(answer.topic, case)
    return document(value)


def all_json(status: Status, case: Case) -> str:
    """Every restriction of the treatment at that moment."""
    restrictions = [restriction_value(state, case) for state in status.restrictions]
    return document({**_head(status.at), "restrictions": restrictions})


def ingredients_json(status: Status, judged: Sequence[tuple[str, Answer | None, bool]]) -> str:
    """A product: `allowed` false where an ingredient falls under a rule that stands, else null."""
    rows = [
        {
            "name": name,
            "id": answer.id if answer else None,
            "verdict": answer.verdict if answer else "plain" if is_plain else None,
            "also": list(answer.also) if answer else [],
        }
        for name, answer, is_plain in judged
    ]
    is_restricted = any(answer is not None and answer.is_allowed is False for _, answer, _ in judged)
    return document({**_head(status.at), "allowed": False if is_restricted else None, "ingredients": rows})


def _head(at: dt.datetime) -> dict[str, Any]:
    return {"schema": SCHEMA, "at": time_value(at)}


def _heard(question: Question) -> dict[str, Any]:
    return {"read_as": list(question.read_as), "not_read": list(question.left), "guessed": question.guessed}


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
        "said": instruction_value(topic.instruction),
        "sources": list(words.sources),
    }


def unknown_json(at: dt.datetime, question: Question, near: Iterable[str]) -> str:
    """No rule about it, or no treatment yet: null, never a yes."""
    return document({**_head(at), "allowed": None, **_heard(question), "near": list(near)})
