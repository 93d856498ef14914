"""Checks of what people ask about beside the restrictions: its hours and its words fit its kind."""

from collections.abc import Iterator, Mapping

from meso_cli.guide.checking.draft import Draft
from meso_cli.guide.checking.problem import Place, Problem, listed
from meso_cli.model.guide import Topic
from meso_cli.model.records import AREAS

FILE = "topics.toml"
WORDS = "words/topics.toml"

# What each kind reads, beside the label, `areas` and `elsewhere`: hours, and words that it must and may have.
HOURS: Mapping[str, tuple[str, ...]] = {
    "window": ("advisory", "earliest", "until", "extended", "hold", "hold_groups"),
    "fine": ("earliest", "until", "extended"),
    "ask": (),
}
MUST_SAY: Mapping[str, tuple[str, ...]] = {
    "window": ("why", "instead"),
    "fine": ("text",),
    "ask": ("stake", "ask"),
}
MAY_SAY: Mapping[str, tuple[str, ...]] = {"window": (), "fine": ("why", "condition"), "ask": ()}
_SAID = ("text", "why", "instead", "condition", "stake", "ask")


def kinds_have_their_hours(draft: Draft) -> Iterator[Problem]:
    """A window has an end, a condition that ends ends later than it begins, and `ask` has no hours."""
    for row in draft.topics.values():
        place, read = Place(FILE, row.id), HOURS.get(row.kind)
        if read is None:
            continue
        for name in HOURS["window"]:
            if name not in read and not draft.lacks(FILE, row.id, name):
                yield place.problem(f"kind {row.kind} does not read {name}", "remove it, or correct the kind")
        if row.kind == "window" and draft.lacks(FILE, row.id, "until"):
            yield place.problem("a window has no until", "add the hours, or make it another kind")
        if row.kind == "fine":
            yield from _condition_ends(place, row)


def _condition_ends(place: Place, row: Topic) -> Iterator[Problem]:
    if row.until is not None and row.until <= row.earliest:
        yield place.problem(
            f"its condition ends ({row.until:g}) before it is allowed ({row.earliest:g})", "correct the hours"
        )
    for modifier, until in row.extended.items():
        if row.until is None or until < row.until:
            yield place.problem(f"extended.{modifier} ({until:g}) extends nothing", "add until, or remove it")


def areas_have_an_answer_elsewhere(draft: Draft) -> Iterator[Problem]:
    """A topic about some areas alone names the topic that answers for the others."""
    for row in draft.topics.values():
        place = Place(FILE, row.id)
        for area in row.areas:
            if area not in AREAS:
                yield place.problem(
                    f"areas names {area}, which is not a known one", f"use some of {', '.join(AREAS)}"
                )
        if draft.lacks(FILE, row.id, "areas") != draft.lacks(FILE, row.id, "elsewhere"):
            yield place.problem("areas and elsewhere go together", "add the other, or remove both")
        if row.elsewhere is not None and not draft.knows(row.elsewhere, FILE):
            yield place.problem(
                f"elsewhere names {row.elsewhere}, which is not a topic",
                f"use one of {listed(draft.ids(FILE))}",
            )


def kinds_have_their_words(draft: Draft) -> Iterator[Problem]:
    """A window says why and what instead, `fine` that it is, `ask` what is at stake and whom to ask."""
    for id in draft.words["topics"]:
        topic, place = draft.topics.get(id), Place(WORDS, id)
        if topic is None or topic.kind not in MUST_SAY:
            continue
        must, may = MUST_SAY[topic.kind], MAY_SAY[topic.kind]
        for name in _SAID:
            is_said = not draft.lacks(WORDS, id, name)
            if name in must and not is_said:
                yield place.problem(f"kind {topic.kind} needs {name}, which is missing", "add it")
            if is_said and name not in (*must, *may):
                yield place.problem(
                    f"kind {topic.kind} does not say {name}", "remove it, or correct the kind"
                )
        if topic.kind == "fine" and topic.until is not None and draft.lacks(WORDS, id, "condition"):
            yield place.problem(
                "its condition has an end and no words", f"add condition, or remove until in {FILE}"
            )


TOPIC_CHECKS = (kinds_have_their_hours, areas_have_an_answer_elsewhere, kinds_have_their_words)
