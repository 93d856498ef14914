"""The quiet end, and looking more often than it tells anything."""

import datetime as dt

import pytest

from meso_cli.model.records import Record
from meso_cli.model.settings import Settings
from meso_cli.recovery.finishing import finish
from meso_cli.recovery.looking_again import next_look
from tests.core.making import Said, patient, seen
from tests.core.recoveries import TREATED, case, treatment

CALM = "redness=0 swelling=0 flaking=0 scabs=0 warmth=0"
WEEKS = 28 * 24


def test_the_end_comes_with_the_last_restriction() -> None:
    """At its very moment and not before: how each symptom did, what can still come, the next session."""
    record = patient((4, "redness=2 itching=1"), (100, "redness=0"), (600, CALM), of=treatment(skin_type=2))
    assert finish(case(record), seen(record, WEEKS - 0.1), Settings()) is None
    end = finish(case(record), seen(record, WEEKS), Settings())
    assert end is not None
    assert end.ended_at == end.next_session == record.treatment.moment(WEEKS)
    assert [(row.id, row.days_to_zero) for row in end.endings] == [("redness", 4), ("itching", None)]
    assert {"dark-patches", "raised-scar"} <= set(end.late_signs)


@pytest.mark.parametrize("said", ["fever", "scabs=1", "dark-patches", "redness=1", "worried"])
def test_there_is_no_end_while_something_stands(said: str) -> None:
    """A warning or a hold: nothing is summed up as if it were over."""
    record = patient((600, CALM), (WEEKS - 1, said), of=treatment(skin_type=2))
    assert finish(case(record), seen(record, WEEKS + 1), Settings()) is None


def test_an_open_instruction_has_no_end() -> None:
    """What the practitioner left open is not over."""
    from meso_cli.model.records import Instruction

    record = patient((600, CALM), of=treatment(skin_type=2))
    held = record._replace(instructions=(Instruction("makeup", None, "Dr Lee", None, TREATED),))
    assert finish(case(held), seen(held, WEEKS + 1), Settings()) is None


def look(*said: Said, at: float | None = None) -> dt.datetime | None:
    """The next useful look after the last of these, on day 4 from 10:00 (92 h) on."""
    record: Record = patient(*said)
    entry = record.entries[-1]
    return next_look(case(record), entry, seen(record, said[-1][0] if at is None else at), Settings())


def test_the_third_look_alike_says_when_the_next_is_useful() -> None:
    """This evening while that is to come, else tomorrow's; the second look says nothing."""
    alike = [(hours, "redness=1 pus=0") for hours in (66.0, 68.0, 69.0)]
    assert look(*alike[:2]) is None
    assert look(*alike) == TREATED.replace(hour=20) + dt.timedelta(days=3)
    late = [(hours, "itching=1") for hours in (66.0, 68.0, 77.5)]
    assert look(*late) == TREATED.replace(hour=20) + dt.timedelta(days=4)


@pytest.mark.parametrize(
    "said",
    [
        # up, then as it was; down, too, is a change
        [(66.0, "redness=1"), (68.0, "redness=2"), (69.0, "redness=1")],
        [(66.0, "redness=2"), (68.0, "redness=1"), (69.0, "redness=1")],
        # more than the day before
        [(40.0, "itching=0"), (66.0, "itching=1"), (68.0, "itching=1"), (69.0, "itching=1")],
        # a sign that stands
        [(66.0, "redness=1 worried"), (68.0, "redness=1"), (69.0, "redness=1")],
        # care is no look, nor is a note
        [(66.0, "redness=1"), (68.0, "redness=1"), (69.0, "water=1")],
        # two days
        [(40.0, "redness=1"), (44.0, "redness=1"), (66.0, "redness=1")],
    ],
)
def test_nobody_is_sent_away_when_something_moved(said: list[Said]) -> None:
    """Whatever rose or stands is worth every look; an ordinary day is not talked about."""
    assert look(*said) is None
