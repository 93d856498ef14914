"""Every number of the guide but the restrictions' decides something, and here is what.

`PROBES` asks a question on each side of each number and writes down the design's answer (design,
sections 4 to 6). The guide gives those answers; the guide with any one number moved, an hour by a
minute and a grade or a count by one, does not.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from itertools import chain, pairwise
from typing import Any, NamedTuple

import pytest

from meso_cli.guide.files import guide_folder
from meso_cli.guide.words import read_item_names
from meso_cli.model.guide import Combination, Guide
from meso_cli.model.settings import Settings
from meso_cli.model.status import Status
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.recovery.assessment import assess
from meso_cli.recovery.restrictions import restriction_state
from meso_cli.signs.course import course_of
from meso_cli.signs.evaluate import evaluate, standing
from meso_cli.signs.logs import series_by_item
from meso_cli.signs.modifiers import known
from meso_cli.signs.scene import scene_of
from meso_cli.vocabulary.checkin import read_checkin
from meso_cli.vocabulary.items import Items
from tests.core.making import MINUTE, Said, patient, seen
from tests.core.recoveries import GUIDE, case, treatment

JUST = MINUTE / 2
"""Less than a minute, so that no boundary moves by one unnoticed."""
DAY = 24.0


class Probe(NamedTuple):
    """A question to a guide and the answer that the design gives."""

    ask: Callable[[Guide], object]
    answer: object


# What stands after these logs. A tier is that of the warning; a mapping names each kind's own.
Stands = Mapping[str, object]
WARNINGS: dict[str, tuple[tuple[Said, ...], Stands]] = {
    # above course
    "grade 3 is not urgent by itself": (((10, "bruising=3"),), {"bruising": "watch"}),
    "grade 4 is": (((10, "bruising=4"),), {"bruising": "urgent"}),
    "swelling 2 over its course": (((50, "swelling=2"),), {"swelling": "contact"}),
    "swelling 3": (((10, "swelling=3"),), {"swelling": "urgent"}),
    "itching 2 past its limit": (((170, "itching=2"),), {"itching": "contact"}),
    "itching 3": (((10, "itching=3"),), {"itching": "urgent"}),
    "inflammatory over by one": (((30, "warmth=2"),), {"warmth": "watch"}),
    "inflammatory over by two": (((30, "warmth=3"),), {"warmth": "urgent"}),
    "over by one before 48 h": (((48 - JUST, "pain=2"),), {"pain": "watch"}),
    "over by one from 48 h on": (((48, "pain=2"),), {"pain": "contact"}),
    "over again before 6 h": (((30, "pain=2"), (36 - JUST, "pain=2")), {"pain": "watch"}),
    "over again 6 h later": (((30, "pain=2"), (36, "pain=2")), {"pain": "contact"}),
    "over again 36 h later": (((2, "pain=3"), (38, "pain=2")), {"pain": "contact"}),
    "over again after 36 h": (((2, "pain=3"), (38 + JUST, "pain=2")), {"pain": "watch"}),
    "other over by one": (((10, "glands=2"),), {"glands": "watch"}),
    "other over by two": (((10, "bleeding=3"),), {"bleeding": "contact"}),
    "grade 3 before 48 h": (((40, "bruising=3"), (48 - JUST, "bruising=3")), {"bruising": "watch"}),
    "grade 3 from 48 h on": (((40, "bruising=3"), (48, "bruising=3")), {"bruising": "contact"}),
    "grade 3, over for less than 6 h": (((50, "scabs=3"), (56 - JUST, "scabs=3")), {"scabs": "watch"}),
    "grade 3, over for 6 h": (((50, "scabs=3"), (56, "scabs=3")), {"scabs": "contact"}),
    "grade 2, over for 6 h": (((80, "tightness=2"), (86, "tightness=2")), {"tightness": "watch"}),
    "redness 4 before 24 h": (((24 - JUST, "redness=4"),), {"redness": "contact"}),
    "redness 4 from 24 h on": (((24, "redness=4"),), {"redness": "urgent"}),
    "redness 3 before 24 h": (((24 - JUST, "redness=3"),), {}),
    "grade 2 over, from 48 h on": (((100, "tightness=2"),), {"tightness": "watch"}),
    "other over again before 24 h": (
        ((80, "tightness=2"), (104 - JUST, "tightness=2")),
        {"tightness": "watch"},
    ),
    "other over again 24 h later": (((80, "tightness=2"), (104, "tightness=2")), {"tightness": "contact"}),
    # outlasting
    "redness 1 at the limit": (((160, "redness=1"), (168, "redness=1")), {"redness": "contact"}),
    "a new 1 before 6 h": (((170, "itching=1"), (176 - JUST, "itching=1")), {"itching": "watch"}),
    "a new 1 after 6 h": (((170, "itching=1"), (176, "itching=1")), {"itching": "contact"}),
    "a new 2": (((170, "itching=2"),), {"itching": "contact"}),
    "redness 2 at the limit": (((168, "redness=2"),), {"redness": "urgent"}),
    "redness never above 1 before 72 h": (((72 - JUST, "redness=1"),), {}),
    "redness never above 1 from 72 h on": (((72, "redness=1"),), {"redness": "watch"}),
    "redness once above 1 before 120 h": (((10, "redness=2"), (120 - JUST, "redness=1")), {}),
    "redness once above 1 from 120 h on": (((10, "redness=2"), (120, "redness=1")), {"redness": "watch"}),
    # rebound
    "the same is no rise": (((50, "redness=1"), (60, "redness=1")), {}),
    "one over the last value before it": (((40, "redness=0"), (50, "redness=1")), {}),
    "two over the last value before it": (((40, "redness=0"), (50, "redness=2")), {"redness": "contact"}),
    "redness 1 to 2 inside its course": (((50, "redness=1"), (60, "redness=2")), {"redness": "watch"}),
    "redness 0 to 2": (((50, "redness=0"), (60, "redness=2")), {"redness": "contact"}),
    "redness 0 to 1": (((50, "redness=0"), (60, "redness=1")), {"redness": "watch"}),
    "swelling 0 to 2": (((50, "swelling=0"), (60, "swelling=2")), {"swelling": "urgent"}),
    "pain to 2 before 48 h": (
        ((30, "pain=1"), (48 - JUST, "pain=2")),
        {"pain": {"above-course": "watch", "rebound": "watch"}},
    ),
    "pain to 2 from 48 h on": (
        ((30, "pain=1"), (48, "pain=2")),
        {"pain": {"above-course": "contact", "rebound": "contact"}},
    ),
    "still up before 6 h": (
        ((50, "redness=1"), (60, "redness=2"), (66 - JUST, "redness=2")),
        {"redness": "watch"},
    ),
    "still up 6 h later": (
        ((50, "redness=1"), (60, "redness=2"), (66, "redness=2")),
        {"redness": "contact"},
    ),
    "faint, up before 24 h": (
        (
            (10, "redness=2"),
            (50, "redness=0"),
            (62, "redness=0"),
            (74, "redness=1"),
            (98 - JUST, "redness=1"),
        ),
        {"redness": "watch"},
    ),
    "faint, still up 24 h later": (
        ((10, "redness=2"), (50, "redness=0"), (62, "redness=0"), (74, "redness=1"), (98, "redness=1")),
        {"redness": "contact"},
    ),
    "faint, after a single 0": (
        ((10, "redness=2"), (50, "redness=0"), (74, "redness=1"), (98, "redness=1")),
        {"redness": "watch"},
    ),
    "faint, the first 0 less than 12 h before": (
        (
            (10, "redness=2"),
            (50, "redness=0"),
            (55, "redness=0"),
            (62 - JUST, "redness=1"),
            (87, "redness=1"),
        ),
        {"redness": "watch"},
    ),
    "faint, the first 0 12 h before": (
        ((10, "redness=2"), (50, "redness=0"), (55, "redness=0"), (62, "redness=1"), (87, "redness=1")),
        {"redness": "contact"},
    ),
    # combinations
    "inflamed again before 48 h": (
        ((40, "redness=0 pain=1"), (48 - JUST, "redness=1 pain=2")),
        {"pain": "watch"},
    ),
    "inflamed again from 48 h on": (
        ((40, "redness=0 pain=1"), (48, "redness=1 pain=2")),
        {"inflamed-again": "urgent"},
    ),
    "inflamed again, 24 h apart": (
        ((60, "redness=0 pain=0"), (64, "pain=1"), (88, "redness=1")),
        {"inflamed-again": "urgent"},
    ),
    "inflamed again, more than 24 h apart": (
        ((60, "redness=0 pain=0"), (64, "pain=1"), (88 + JUST, "redness=1")),
        {"redness": "watch", "pain": "watch"},
    ),
    "two inflamed before 48 h": (((48 - JUST, "pain=2 warmth=2"),), {"inflamed": "contact"}),
    "two inflamed from 48 h on": (((48, "redness=3 swelling=2"),), {"inflamed": "urgent"}),
    "three inflamed before 48 h": (((30, "pain=2 warmth=2 redness=3"),), {"inflamed": "urgent"}),
    "one inflamed from 48 h on": (((50, "pain=2"),), {"pain": "contact"}),
    "one inflamed before 48 h": (((30, "pain=2"),), {"pain": "watch"}),
    "pain 1 beside one inflamed": (((60, "pain=1 redness=3"),), {"inflamed": "urgent"}),
    "pain 0 beside one inflamed": (((60, "pain=0 redness=3"),), {"redness": "contact"}),
    "two inflamed, 24 h apart": (((60, "pain=2"), (84, "redness=2")), {"inflamed": "urgent"}),
    "two inflamed, more than 24 h apart": (
        ((60, "pain=2"), (84 + JUST, "redness=2")),
        {"pain": "contact", "redness": "contact"},
    ),
}

# Design, section 6: the steps of each course, and from when it should only settle.
COURSES: dict[str, tuple[tuple[tuple[float, int], ...], float | None]] = {
    "redness": (((24, 3), (72, 2), (168, 1)), 48),
    "swelling": (((48, 2), (72, 1)), 48),
    "warmth": (((24, 2), (48, 1)), 48),
    "pain": (((24, 2), (72, 1)), 24),
    "bleeding": (((24, 1),), None),
    "tightness": (((3 * DAY, 2), (7 * DAY, 1)), 72),
    "sensitivity": (((3 * DAY, 2), (7 * DAY, 1)), 72),
    "bruising": (((10 * DAY, 2), (14 * DAY, 1)), 72),
    "flaking": (((10 * DAY, 2), (14 * DAY, 1)), 7 * DAY),
    "itching": (((7 * DAY, 2),), 5 * DAY),
    "scabs": (((7 * DAY, 2), (10 * DAY, 1)), 5 * DAY),
    "breakouts": (((10 * DAY, 2), (28 * DAY, 1)), 10 * DAY),
    "glands": (((7 * DAY, 1),), 5 * DAY),
}
SLOWER = {"redness": ((48, 3), (72, 2), (168, 1)), "swelling": ((60, 2), (72, 1))}
RF = {"tightness": ((72, 2), (336, 1)), "sensitivity": ((72, 2), (336, 1))}

# Care: from, until (None: no end), how often a day (None: advice that is not ticked off).
CARE: dict[str, tuple[float, float | None, int | None]] = {
    "follow-practitioner": (0, None, None),
    "keep-clean": (0, 168, None),
    "cleanse": (0, None, 2),
    "moisturise": (24, None, 3),
    "calming": (24, 168, None),
    "spf": (24, None, 1),
    "water": (0, 672, 8),
    "cool-pack": (0, 48, 1),
    "movement": (0, 168, 1),
    "blot-bleeding": (0, 24, None),
    "pain-relief": (0, 72, None),
    "monitor": (0, None, 1),
}
PHASES = {"haemostasis": 0, "inflammation": 1, "proliferation": 3, "remodelling": 21}
LOWEST_THAT_HOLDS = {
    "picking": {"scabs": 1, "flaking": 1},
    "makeup": {"redness": 2, "flaking": 2, "scabs": 1, "open-sore": 1},
    "exercise": {"redness": 2, "swelling": 2},
    "minoxidil": {"scabs": 1, "open-sore": 1},
}
LOWEST_ON_BROWN_SKIN = {
    "makeup": {"redness": 2, "warmth": 1, "swelling": 1},
    "exercise": {"redness": 2, "warmth": 1, "swelling": 1},
}


def stands(said: tuple[Said, ...], kinds: bool, guide: Guide, at: float | None = None) -> dict[str, Any]:
    """The warnings after the last of what was said; with each kind's own tier, if asked for."""
    record = patient(*said)
    when = record.treatment.moment(max(hours for hours, _ in said) if at is None else at)
    logs = series_by_item(record.treatment, record.entries)
    found = evaluate(scene_of(record.treatment, guide, logs), when)
    warnings = standing(found, guide)
    if not kinds:
        return {warning.id: warning.tier for warning in warnings}
    return {warning.id: {row.kind: row.tier for row in found[warning.id] if row.tier} for warning in warnings}


def warning_probes() -> Iterator[tuple[str, Probe]]:
    for name, (said, answer) in WARNINGS.items():
        kinds = any(isinstance(tier, dict) for tier in answer.values())
        yield (
            name,
            Probe(partial(stands, said, kinds), answer),
        )
    breathless: tuple[Said, ...] = ((5, "breathing"), (10, "breathing=0"))
    for at, left in ((34 - JUST, {"breathing": "urgent"}), (34, {})):
        yield (
            f"an emergency lingers at {at} h",
            Probe(partial(stands, breathless, False, at=at), left),
        )

    yield "look again 6 h after a flush", Probe(lambda guide: look_again(guide, (3, "redness=4")), 9)


def look_again(guide: Guide, *said: Said) -> float:
    """By how many hours after the treatment the first warning wants another log."""
    record = patient(*said)
    found = seen(record, max(hours for hours, _ in said), guide).warnings[0].look_again
    assert found is not None
    return round(record.treatment.hours(found) * 60) / 60


def course_probes() -> Iterator[tuple[str, Probe]]:
    plain = {id: steps for id, (steps, _) in COURSES.items()}
    versions: dict[str, tuple[dict[str, object], dict[str, tuple[tuple[float, int], ...]]]] = {
        "plain": ({}, plain),
        "deep": ({"depth_mm": 1.5}, plain | SLOWER),
        "neck": ({"area": "neck"}, plain | SLOWER),
        "deep neck": ({"depth_mm": 1.5, "area": "neck"}, plain | SLOWER),
        "rf": ({"device": "rf"}, plain | RF),
    }
    for name, (facts, courses) in versions.items():
        for id, steps in courses.items():
            grades = [grade for _, grade in steps] + [0]
            for (hours, _), before, on in zip(steps, grades, grades[1:], strict=False):
                for at, answer in ((hours - JUST, before), (hours, on)):
                    yield (
                        f"{name} {id} at {at} h",
                        Probe(partial(normal, id=id, hours=at, facts=facts), answer),
                    )
    for id, (_, settles) in COURSES.items():
        if settles is None:
            continue
        for low, kinds in ((settles - JUST, set()), (settles, {"rebound"})):
            said: tuple[Said, ...] = ((low, f"{id}=0"), (settles + 1, f"{id}=1"))
            yield (
                f"{id} low at {low} h, then up",
                Probe(partial(rebounds, id=id, said=said), kinds),
            )


def normal(guide: Guide, id: str, hours: float, facts: Mapping[str, object]) -> int:
    treated = treatment(**facts)
    return course_of(guide.symptoms[id], known(treated, guide)).expected_max(hours)


def rebounds(guide: Guide, id: str, said: tuple[Said, ...]) -> set[str]:
    kinds = stands(said, True, guide).get(id, {})
    return set(kinds) & {"rebound"}


def list_probes() -> Iterator[tuple[str, Probe]]:
    """The numbers of what is not checked, overdue, changed, of trends, of follow-up and of fever."""

    def listed(item: str, hours: float, *said: Said) -> Callable[[Guide], object]:
        return lambda guide: item in seen(patient(*said), hours, guide).not_checked

    yield "a no is fresh before 24 h", Probe(listed("fever", 54 - JUST, (30, "fever=0")), False)
    yield "a no is old after 24 h", Probe(listed("fever", 54, (30, "fever=0")), True)
    # The treatment is at 14:00 and the clocks go forward in the night to day 2, at two.
    yield "a question of the first days, day 1", Probe(listed("seizure", 34 - JUST), True)
    yield "a question of the first days, day 2", Probe(listed("seizure", 34), False)
    yield "a late question, day 6", Probe(listed("numbness", 153 - JUST), False)
    yield "a late question, day 7", Probe(listed("numbness", 153), True)

    def status(hours: float, *said: Said) -> Callable[[Guide], Status]:
        return lambda guide: seen(patient(*said), hours, guide)

    def trend(apart: float) -> Callable[[Guide], object]:
        found = status(60, (10, "bruising=2"), (10 + apart, "bruising=1"))
        return lambda guide: {row.id: row.trend for row in found(guide).symptoms}["bruising"]

    yield "two logs within 48 h", Probe(trend(48), "falling")
    yield "two logs more than 48 h apart", Probe(trend(48 + JUST), "unknown")

    def is_(what: Callable[[Status], bool], of: Callable[[Guide], Status]) -> Callable[[Guide], object]:
        return lambda guide: what(of(guide))

    for hours, answer in ((46 - JUST, False), (46, True)):
        asked = is_(lambda found: found.overdue, status(hours, (10, "redness=1")))
        yield f"silent at {hours} h", Probe(asked, answer)
    for hours, answer in ((37 - JUST, True), (37, False)):
        asked = is_(has_moved, status(hours, (10, "bruising=2"), (13, "bruising=1")))
        yield f"changed at {hours} h", Probe(asked, answer)
    for hours, answer in ((28 * DAY + 9 - JUST, True), (28 * DAY + 9, False)):
        asked = is_(lambda found: found.in_follow_up, status(hours))
        yield f"followed at {hours} h", Probe(asked, answer)
    for value, answer in (("37.9", False), ("38.0", True)):
        yield f"{value} as a fever", Probe(partial(is_fever, value=value), answer)


def has_moved(status: Status) -> bool:
    return ("bruising", 2, 1) in {(*row.ids, row.before, row.now) for row in status.changes}


def is_fever(guide: Guide, value: str) -> bool:
    return bool(read_checkin([f"fever={value}"], Items(guide, read_item_names)).observations)


def care_probes() -> Iterator[tuple[str, Probe]]:
    def due(id: str, hours: float, done: int | None = None) -> Callable[[Guide], object]:
        record = patient(*(((hours, f"{id}={done}"),) if done is not None else ()))
        return lambda guide: {row.id: row.due for row in seen(record, hours, guide).care}[id]

    for id, (begins, ends, per_day) in CARE.items():
        yield f"{id} from {begins} h", Probe(due(id, begins), True)
        if begins:
            yield f"{id} before {begins} h", Probe(due(id, begins - JUST), False)
        if ends is not None:
            yield f"{id} before {ends} h", Probe(due(id, ends - JUST), True)
            yield f"{id} at {ends} h", Probe(due(id, ends), False)
        if per_day is not None:
            yield f"{id} all but one done", Probe(due(id, 25, per_day - 1), True)
            yield f"{id} all done", Probe(due(id, 25, per_day), False)


def phase_probes() -> Iterator[tuple[str, Probe]]:
    def phase(hours: float) -> Callable[[Guide], object]:
        return lambda guide: seen(patient(), hours, guide).phase.id

    for (before, _), (id, day) in pairwise(PHASES.items()):
        # Day 1 begins ten hours after the treatment; from the third day on an hour was lost.
        begins = 10 + (day - 1) * DAY - (day > 2)
        yield f"{before} before day {day}", Probe(phase(begins - JUST), before)
        yield f"{id} from day {day}", Probe(phase(begins), id)


def hold_probes() -> Iterator[tuple[str, Probe]]:
    def holder(id: str, item: str, value: int, skin_type: int) -> Callable[[Guide], object]:
        record = patient((10, f"{item}={value}"), of=treatment(skin_type=skin_type))
        late = Viewpoint(record.treatment.moment(60 * DAY))

        def held_by(guide: Guide) -> object:
            warned = assess(case(record, guide), Settings(), late)
            rule = guide.restrictions.get(id) or guide.topics()[id].restriction
            return restriction_state(rule, None, warned._replace(warnings=())).held_by

        return held_by

    for skin_type, table in ((3, LOWEST_THAT_HOLDS), (4, LOWEST_ON_BROWN_SKIN)):
        for id, items in table.items():
            for item, lowest in items.items():
                skin = f"skin type {skin_type}: {item} {lowest}"
                yield f"{skin} holds {id}", Probe(holder(id, item, lowest, skin_type), (item,))
                less = Probe(holder(id, item, lowest - 1, skin_type), ())
                yield f"{skin} - 1 does not hold {id}", less


def modifier_probes() -> Iterator[tuple[str, Probe]]:
    def modified(**facts: object) -> Callable[[Guide], object]:
        return lambda guide: set(known(treatment(**facts), guide))

    yield "1.49 mm is not deep", Probe(modified(depth_mm=1.49), set())
    yield "1.5 mm is", Probe(modified(depth_mm=1.5), {"deep"})
    yield "skin type 3", Probe(modified(skin_type=3), set())
    yield "skin type 4", Probe(modified(skin_type=4), {"pih_prone"})


PROBES = dict(
    chain(
        warning_probes(),
        course_probes(),
        list_probes(),
        care_probes(),
        phase_probes(),
        hold_probes(),
        modifier_probes(),
    )
)


@cache
def answers() -> dict[str, object]:
    """What the guide as it is answers to every probe."""
    return {name: probe.ask(GUIDE) for name, probe in PROBES.items()}


def likely(where: str) -> list[str]:
    """The probes, those first whose name shares most words with the place of a number."""
    words = set(where.split())
    return sorted(PROBES, key=lambda name: -len(words.intersection(name.split())))


@pytest.mark.parametrize("name", PROBES)
def test_each_side_of_each_number(name: str) -> None:
    """What holds just before a boundary, at it and after it is what the design says."""
    probe = PROBES[name]
    assert probe.ask(GUIDE) == probe.answer


# Moving the numbers.

PARTS = ("symptoms", "holds", "combinations", "care", "phases", "modifiers", "rules")
"""Files of the guide whose numbers are moved; those of the restrictions have tests of their own."""
IN_STEPS = {"fever_celsius": 0.1}
WHOLE = {
    "urgent_grade", "inflammatory_urgent_over", "other_contact_over", "other_contact_grade", "flat_grade",
    "new_grade", "beside",
    "rise", "jump", "contact_grade", "mild_rise", "mild_grade", "faint_zeros", "once_until_day",
    "late_from_day", "follow_up_days", "number", "per_day", "from_day",
    "grade", "lowest", "lowest_when", "early",
}  # fmt: skip  # one list per line reads as the list it is
HOURS = {
    "until", "settles_from", "slower_first_step", "flat_from", "any_from", "within", "from_hours",
    "until_hours", "early_until", "early_repeat_from", "early_repeat_to", "other_contact_grade_from",
    "other_contact_grade_apart", "other_repeat_apart", "new_until", "look_again", "still_up_after",
    "faint_still_up_after", "faint_first_zero_before", "emergency_lingers", "stale_after", "silent_after",
    "changes_within", "trend_within",
}  # fmt: skip  # one list per line reads as the list it is


def moved(name: str, number: float) -> Iterator[tuple[str, Any]]:
    """A number of that name a step higher, and a step lower where that can be."""
    if name in IN_STEPS:
        step = IN_STEPS[name]
    elif name == "at_least":  # of a modifier: a depth in mm, or a skin type
        step = 1 if isinstance(number, int) else 0.01
    elif name in WHOLE:
        step = 1
    else:
        assert name in HOURS, f"{name} is new: say in which steps it moves, and probe it"
        step = MINUTE
    yield f"+{step:.3g}", number + step
    if number >= step:
        yield f"-{step:.3g}", number - step


def variants(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    """The value with one of the numbers in it moved, for each number, and where that was."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        yield from moved(name, value)
    elif name == "early":  # its keys are the numbers
        for number, tier in value.items():
            rest = {key: kept for key, kept in value.items() if key != number}
            for where, changed in moved(name, number):
                yield f"{number} {where}", {**rest, changed: tier}
    else:
        for part in parts(name, value):
            for where, changed in variants(part.name, part.value):
                yield f"{part.key} {where}", part.put(changed)


class Part(NamedTuple):
    """One thing that a row, a tuple or a mapping is made of, and how to put another in its place."""

    key: object
    name: str
    value: object
    put: Callable[[Any], Any]


def parts(name: str, whole: Any) -> Iterator[Part]:
    if hasattr(whole, "_fields"):
        for field, value in whole._asdict().items():
            # A number that this kind of combination does not read is left alone.
            if value or not isinstance(whole, Combination):
                yield Part(field, field, value, partial(_with_field, whole, field))
    elif isinstance(whole, tuple):
        for at, value in enumerate(whole):
            yield Part(at, name, value, partial(_with_item, whole, at))
    elif isinstance(whole, dict):
        for key, value in whole.items():
            yield Part(key, name, value, partial(_with_key, whole, key))


def _with_field(row: Any, field: str, new: object) -> Any:
    return row._replace(**{field: new})


def _with_item(items: tuple[object, ...], at: int, new: object) -> tuple[object, ...]:
    return (*items[:at], new, *items[at + 1 :])


def _with_key(mapping: dict[object, object], key: object, new: object) -> dict[object, object]:
    return {**mapping, key: new}


def moved_guides() -> Iterator[tuple[str, Guide]]:
    for part in PARTS:
        for where, changed in variants(part, getattr(GUIDE, part)):
            yield f"{part} {where}", GUIDE._replace(**{part: changed})


# No phase before the first: that one cannot move.
MOVED = {where: guide for where, guide in moved_guides() if not where.startswith("phases 0")}


@pytest.mark.parametrize("where", MOVED)
def test_a_number_that_moves_is_noticed(where: str) -> None:
    """No number of the guide can change by a minute, a grade or a count without a probe that fails."""
    guide = MOVED[where]
    assert any(PROBES[name].ask(guide) != answers()[name] for name in likely(where)), (
        f"nobody notices {where}"
    )


def numbers(tables: object) -> int:
    """How many numbers stand in what was read from a file."""
    if isinstance(tables, Mapping):
        return sum(map(numbers, tables.values()))
    if isinstance(tables, list):
        return sum(map(numbers, tables))
    return isinstance(tables, int | float) and not isinstance(tables, bool)


@pytest.mark.parametrize("part", PARTS)
def test_every_number_is_moved(part: str) -> None:
    """The walk over the guide reaches every number that its files hold: none is left unguarded."""
    written = numbers(tomllib.loads((guide_folder() / f"{part}.toml").read_text("utf-8")))
    walked = {where.rpartition(" ")[0] for where, _ in moved_guides() if where.split()[0] == part}
    assert len(walked) >= written > 0
