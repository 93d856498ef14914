"""What may be said of each topic, to the minute around each of its hours, whatever was recorded."""

import datetime as dt
from collections.abc import Iterator

import pytest

from meso_cli.guide.words import read_words
from meso_cli.model.guide import Topic
from meso_cli.model.plan import AddedActivity, ClinicPlan
from meso_cli.model.practitioner import Practitioner
from meso_cli.model.records import Instruction, Record, Treatment
from meso_cli.model.status import RestrictionState
from meso_cli.recovery.topics import TopicState, answering, topic_state, topics_of, with_windows
from tests.core.making import patient, seen, state
from tests.core.recoveries import GUIDE, TREATED, case

TOPICS = topics_of(GUIDE, read_words)
MINUTE = 1 / 60
MODIFIED: dict[str, dict[str, object]] = {
    "none": {"device": "pen", "depth_mm": 1.0, "skin_type": 2},
    "deep": {"device": "pen", "depth_mm": 1.5, "skin_type": 2},
    "rf": {"device": "rf", "depth_mm": 1.0, "skin_type": 2},
    "pih_prone": {"device": "pen", "depth_mm": 1.0, "skin_type": 4},
}


def treated(modifier: str = "none", **more: object) -> Treatment:
    return Treatment(1, "", TREATED, **{**MODIFIED[modifier], **more})  # type: ignore[arg-type]  # from the table


def at(topic: Topic, hours: float, record: Record) -> TopicState:
    return topic_state(topic, case(record), seen(record, hours))


def boundaries() -> Iterator[tuple[str, str, float, float | None]]:
    """Each topic under each modifier: from when it may be done, and when the caution or condition ends."""
    for topic in TOPICS.values():
        for modifier in MODIFIED:
            until = topic.extended.get(modifier, topic.until)
            yield topic.id, modifier, topic.earliest, until


def wanted(topic: Topic, hours: float, until: float | None) -> tuple[str | None, bool]:
    """The state, and whether a condition counts."""
    if topic.kind == "ask":
        return None, False
    if hours < topic.earliest:
        return "avoid", False
    if topic.kind == "window":
        return ("caution" if until is not None and hours < until else "allowed"), False
    return "allowed", until is None or hours < until


@pytest.mark.parametrize(("id", "modifier", "earliest", "until"), list(boundaries()))
def test_each_topic_a_minute_before_at_and_after_each_boundary(
    id: str, modifier: str, earliest: float, until: float | None
) -> None:
    """Avoid, then caution or a condition, then allowed; `ask` has no state at any hour."""
    topic, record = TOPICS[id], Record(treated(modifier))
    for boundary in {earliest, until or earliest}:
        for hours in (max(0, boundary - MINUTE), boundary, boundary + MINUTE):
            found = at(topic, hours, record)
            assert (found.state, found.is_conditional) == wanted(topic, hours, until), hours


def test_the_times_of_a_window_are_moments() -> None:
    """Injectables after radio-frequency: from day 7 with caution, allowed after three weeks."""
    found = at(TOPICS["injectables"], 200, Record(treated("rf")))
    assert (found.kind, found.state) == ("rule", "caution")
    assert found.earliest == treated("rf").moment(168)
    assert found.until == treated("rf").moment(504)


def test_what_is_fine_knows_when_it_begins() -> None:
    """Before its hour it is avoid, and the hour is told."""
    found = at(TOPICS["moisturiser"], 2, patient())
    assert (found.state, found.earliest, found.until) == ("avoid", treated().moment(24), treated().moment(24))


def test_a_window_is_held_as_a_restriction_is() -> None:
    """By what was logged on the skin, and by a standing warning; what is fine is held by neither."""
    record = patient((330, "scabs=1 fever"))
    held = at(TOPICS["injectables"], 400, record)
    assert isinstance(held.rule, RestrictionState)
    assert (held.state, set(held.rule.held_by)) == ("caution", {"fever", "scabs"})
    assert at(TOPICS["walking"], 400, record).state == "allowed"


def said(id: str, hours: float | None) -> Record:
    return Record(treated(), instructions=(Instruction(id, hours, "Dr Lee", None, TREATED),))


@pytest.mark.parametrize(
    ("id", "said_hours", "hours", "expected"),
    [
        ("injectables", 400, 399, "avoid"),  # stricter: both ends move out
        ("injectables", 400, 400, "allowed"),
        ("injectables", 48, 48, "caution"),  # looser: the guide's end stays as caution
        ("injectables", 48, 336, "allowed"),
        ("injectables", None, 9999, "avoid"),  # until they say so
        ("moisturiser", 0, 2, "caution"),
        ("moisturiser", 48, 47, "avoid"),
        ("hair-dye", 72, 71, "avoid"),  # the guide has no time, so theirs alone counts
        ("hair-dye", 72, 72, "allowed"),
    ],
)
def test_the_practitioner_governs(id: str, said_hours: float | None, hours: float, expected: str) -> None:
    """Their word about a topic is laid over the guide's hours, as over a restriction's."""
    found = at(TOPICS[id], hours, said(id, said_hours))
    assert found.state == expected
    assert found.instruction is not None


def test_where_something_else_was_needled_another_topic_answers() -> None:
    """A topic about some areas names the one for the others; without areas it answers itself."""
    row = Topic("x", "X", "fine", areas=("scalp",), elsewhere="walking")
    assert answering(row, "scalp", TOPICS) is row
    assert answering(row, "face", TOPICS).id == "walking"
    assert answering(row, None, TOPICS).id == "walking"
    assert answering(TOPICS["glasses"], "face", TOPICS).id == "glasses"


def test_care_and_what_comes_before_a_session_are_topics() -> None:
    """Care is fine from when it is due; a row of before-you-go gives no time. Ids of topics go first."""
    assert (TOPICS["cool-pack"].kind, TOPICS["cool-pack"].subject) == ("fine", "care")
    assert at(TOPICS["moisturise"], 23, patient()).state == "avoid"
    assert (TOPICS["metal-allergy"].kind, TOPICS["metal-allergy"].subject) == ("ask", "before")
    assert {TOPICS[id].subject for id in GUIDE.topics()} == {"topics"}


def test_windows_stand_among_the_restrictions_only_where_that_is_asked_for() -> None:
    """The status screen keeps to the restrictions."""
    windows = {id for id, row in GUIDE.topics().items() if row.kind == "window"}
    assert windows
    assert not windows & GUIDE.restrictions.keys()
    opened = with_windows(case(patient()))
    assert windows < opened.guide.restrictions.keys()
    assert all(opened.library("restrictions")[id].why for id in windows)


def clinic(activity: AddedActivity) -> Record:
    plan = ClinicPlan(
        Practitioner("The clinic"), dt.date(2026, 3, 1), activities=(activity,), loaded_at=TREATED
    )
    return Record(treated(), plan=plan)


def test_a_plan_that_adds_what_the_guide_only_asks_about_is_their_word_about_it() -> None:
    """The shipped example's hair dye: the clinic's hours, and nothing of the guide's beside them."""
    record = clinic(AddedActivity("hair-dye", "Hair dye", 168, 336, "It stings."))
    row = state(record, "hair-dye", 200)
    assert (row.state, row.set_by, row.guide_until) == ("caution", "practitioner", None)
    assert at(TOPICS["hair-dye"], 100, record).state == "avoid"


def test_a_plan_that_adds_a_window_of_the_guide_is_laid_over_it() -> None:
    """A looser clinic leaves the time between the two voices as caution, and both are shown."""
    record = clinic(AddedActivity("injectables", "Botox", 48, 48, "We do it."))
    row = state(record, "injectables", 100)
    assert (row.state, row.set_by) == ("caution", "practitioner")
    assert row.guide_until == treated().moment(336)
    assert at(TOPICS["injectables"], 100, record).state == "caution"
