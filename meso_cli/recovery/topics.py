"""What may be said of a topic at a moment: its state, and the times at which that changes. Pure."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Literal

from meso_cli.model.case import Case
from meso_cli.model.guide import CareItem, Guide, Restriction, Topic
from meso_cli.model.records import Instruction
from meso_cli.model.status import RestrictionState, State, Status
from meso_cli.model.words import Library, Words
from meso_cli.recovery.assessment import assessment_of
from meso_cli.recovery.restrictions import instructions_in_force, restriction_state
from meso_cli.recovery.windows import GuideWindow, guide_window, planned_window
from meso_cli.values import NamedTuple


class TopicState(NamedTuple):
    """A topic at one moment. Times are aware; None is "no end known", or no time at all.

    `state` None: no source gives a time, and nobody has said one. `until` is where caution ends or,
    for what is fine, its condition; `is_conditional`: that condition counts now. `rule` is the state
    of a window, with what holds it. `instruction` is the practitioner's instruction in force.
    """

    id: str
    kind: Literal["rule", "advisory", "fine", "ask"]
    state: State | None
    earliest: dt.datetime | None
    until: dt.datetime | None
    is_conditional: bool = False
    rule: RestrictionState | None = None
    instruction: Instruction | None = None


def topics_of(guide: Guide, library: Library) -> Mapping[str, Topic]:
    """Everything that is a topic, by id: the guide's own, its care, and what to settle before a session."""
    before = {
        id: Topic(id, words.title or id, "ask", subject="before") for id, words in library("before").items()
    }
    care = {row.id: _care(row) for row in guide.care.values()}
    return {**before, **care, **guide.topics()}


def _care(row: CareItem) -> Topic:
    return Topic(row.id, row.label, "fine", earliest=row.from_hours, subject="care")


def topic_label(id: str, guide: Guide, words: Words) -> str:
    """What a topic is called: its own label, that of the care, or the title of a before-you-go row."""
    row = guide.topics().get(id) or guide.care.get(id)
    return row.label if row else words.title or id


def with_windows(case: Case) -> Case:
    """The case with the windows among its topics as restrictions, to be labelled and worded alike."""
    windows = {id: row.restriction for id, row in case.guide.topics().items() if row.kind == "window"}
    return _with(windows, case)


def with_instructed_topics(case: Case, ids: Iterable[str]) -> Case:
    """The case with these topics as restrictions, as far as the guide knows them: somebody gave them a time.

    About what it only calls fine, or to be asked, the guide has no time of its own.
    """
    topics = case.guide.topics()
    named = {id: topics[id] for id in ids if id in topics}
    rows = {
        id: row.restriction if row.kind == "window" else row._replace(until=None).restriction
        for id, row in named.items()
    }
    unsaid = {id for id, row in named.items() if row.kind != "window" and not row.earliest}
    found = _with(rows, case)
    return found._replace(guide=found.guide._replace(added=case.guide.added | unsaid))


def _with(rows: Mapping[str, Restriction], case: Case) -> Case:
    guide, library = case.guide, case.library

    def read(subject: str) -> Mapping[str, Words]:
        found = library(subject)
        return {**library("topics"), **found} if subject == "restrictions" else found

    return case._replace(guide=guide._replace(restrictions={**guide.restrictions, **rows}), library=read)


def answering(topic: Topic, area: str | None, topics: Mapping[str, Topic]) -> Topic:
    """The topic that answers for the area that was needled."""
    if topic.elsewhere is None or area in topic.areas:
        return topic
    return topics[topic.elsewhere]


def topic_state(topic: Topic, case: Case, status: Status) -> TopicState:
    """The topic for the treatment of a case at the moment of its status, in the zone of that moment."""
    instruction = instructions_in_force(case.record).get(topic.id)
    if topic.kind == "window":
        return _window(topic, instruction, case, status)
    if topic.kind == "ask" and instruction is None:
        return TopicState(topic.id, "ask", None, None, None)
    return _by_time(topic, instruction, case.guide, status)


def _window(topic: Topic, instruction: Instruction | None, case: Case, status: Status) -> TopicState:
    rule = restriction_state(topic.restriction, instruction, assessment_of(case, status))
    waits = any(state.not_now for state in status.restrictions)  # another treatment's warning, too
    rule = rule._replace(not_now=rule.not_now or waits)
    return TopicState(
        topic.id, rule.kind, rule.state, rule.earliest, rule.until, rule=rule, instruction=instruction
    )


def _by_time(topic: Topic, instruction: Instruction | None, guide: Guide, status: Status) -> TopicState:
    """What is fine, and what the practitioner gave a time: nothing that was logged holds it."""
    treatment, hours = status.treatment, status.elapsed_hours
    window = planned_window(GuideWindow(topic.earliest, topic.earliest), instruction)
    state = window.state(hours)
    ends = None if topic.until is None else guide_window(topic.restriction, treatment, guide).until
    until = ends if state == "allowed" else window.until

    def shown(at: float | None) -> dt.datetime | None:
        return None if at is None else treatment.moment(at).astimezone(status.at.tzinfo)

    return TopicState(
        topic.id,
        "ask" if topic.kind == "ask" else "fine",
        state,
        shown(window.earliest),
        shown(until),
        is_conditional=topic.kind == "fine" and state == "allowed" and (ends is None or hours < ends),
        instruction=instruction,
    )
