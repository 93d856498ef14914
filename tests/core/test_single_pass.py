"""A record of ten thousand entries is judged as quickly as it is read, and as it would be without haste."""

import random
import sys
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meso_cli.model.records import Entry, Observation, Record, Treatment
from meso_cli.model.status import Status
from tests.core.plainly import STANDS_FOR
from tests.core.recoveries import GUIDE, TREATED, seen, treatments
from tests.searching import examples

ITEMS = (*GUIDE.symptoms, *GUIDE.symptoms, "fever", "pus", "collapse", "water", "cleanse", "spf")


def bursts(treated: Treatment, seed: int) -> Record:
    """Entries that come in bursts, with seconds, some typed later than others, values that often stay."""
    chance = random.Random(seed)
    items = chance.sample(ITEMS, 4)
    hours = chance.uniform(0, 200)
    entries = []
    for number in range(1, chance.randrange(2, 40)):
        hours = max(0.0, hours + chance.choice((0, 0.003, 0.01, 0.02, 1, 7, 13, 30, -0.01, -5)))
        values = {item: chance.choice((0, 1, 1, 1, 2, 3)) for item in items if chance.random() < 0.7}
        observed = tuple(
            Observation(item, value if item in GUIDE.symptoms else value % 2)
            for item, value in values.items()
        )
        entries.append(Entry(number, "", treated.moment(hours).replace(microsecond=0), observed))
    if chance.random() < 0.3:
        chance.shuffle(entries)
    return Record(treated, tuple(entries))


def judged(record: Record) -> Iterator[Status]:
    """The status after the last entry, a day and a week later."""
    last = max(record.treatment.hours(entry.at) for entry in record.entries)
    for later in (0, 20, 170):
        yield seen(record, last + later)


@settings(max_examples=examples(120))
@given(treatments, st.integers(0, 10**9))
def test_haste_changes_no_judgement(treated: Treatment, seed: int) -> None:
    """The same status, to the last log that a warning rests on, as by the plain loops."""
    record = bursts(treated, seed)
    fast = list(judged(record))
    with pytest.MonkeyPatch.context() as patch:
        for name, plain in STANDS_FOR.items():
            patch.setattr(name, plain)
        assert fast == list(judged(record))


SHAPES: dict[str, tuple[float, float, Callable[[int], int]]] = {
    "level and up, day 3": (60, 20, lambda _: 2),
    "level from the first hours": (1, 30, lambda _: 2),
    "level, within the course": (72, 160, lambda _: 1),
    "long after": (400, 200, lambda _: 1),
    "up once": (60, 100, lambda place: 1 + (place > 20)),
    "gone and back": (60, 40, lambda place: 0 if place < 10 else 2),
    "to and fro": (60, 100, lambda place: place % 3),
}
"""First hour, number of hours, the grade of each log."""


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_entries_are_twice_the_work(shape: str) -> None:
    """Whatever was logged, no rule looks at every entry for every entry: counted in lines, not timed."""
    few, many = steps(shape, 100), steps(shape, 200)
    assert many < 2.5 * few


def steps(shape: str, number: int) -> int:
    """How many lines run to judge so many entries that mention every symptom."""
    begin, hours, grade = SHAPES[shape]
    treated = Treatment(1, "u", TREATED, device="pen")
    record = Record(
        treated,
        tuple(
            Entry(
                place,
                "",
                treated.moment(begin + hours * place / number).replace(microsecond=0),
                tuple(Observation(item, grade(place)) for item in GUIDE.symptoms),
            )
            for place in range(1, number + 1)
        ),
    )
    counted = 0

    def count(frame: FrameType, event: str, arg: object) -> Any:  # noqa: ARG001  # the signature is Python's
        nonlocal counted
        counted += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        seen(record, begin + hours + 10)
    finally:
        sys.settrace(before)
    return counted
