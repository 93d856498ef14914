"""The patient diaries in `tests/scenarios`, each a course of recovery that a nurse can read.

The rule: right after each entry, and at each later look (`ask`), exactly the warnings that
`finds` names stand, at exactly these tiers; a part that is folded under a combination is not
named. What else a diary states (reasons, kinds, restrictions and what holds them, what was not
checked, silence, the day) holds too. The diaries were written from the design and the guide's
numbers, not from the code.
"""

import datetime as dt
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple, get_args
from zoneinfo import ZoneInfo

import pytest

from meso_cli.guide.reading import read_guide
from meso_cli.guide.words import read_words
from meso_cli.model.guide import Guide
from meso_cli.model.records import Acknowledgement, Entry, Instruction, Observation, Record, Treatment
from meso_cli.model.settings import Settings
from meso_cli.model.status import Kind, State, Status
from meso_cli.model.tiers import TIERS, rank
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.recovery.cases import case_of
from meso_cli.recovery.status import status

FOLDER = Path(__file__).parent / "scenarios"
DIARIES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.toml"))

Diary = Mapping[str, Any]

HEADS = {"title", "story", "treatment", "plan", "entry", "told", "ask"}
FACTS = {"at", "zone", "device", "depth_mm", "skin_type", "area", "history"}
WARNED = {"after", "comment", "finds", "because", "kinds", "shown_told", "noted"}
KEYS = {
    "plan": {"restriction", "hours", "by"},
    "entry": {"typed", "says"} | WARNED,
    "told": {"after", "about", "tier", "words"},
    "ask": {"restrictions", "held_by", "not_now", "not_checked", "need_no_answer", "silence", "day"} | WARNED,
}
NEEDED = {
    "plan": {"restriction", "by"},
    "entry": {"after", "says", "finds"},
    "told": {"after", "about", "tier"},
    "ask": {"after", "finds"},
}
AREAS = {
    "face",
    "eyes",
    "lips",
    "scalp",
    "neck",
    "chest",
    "back",
    "abdomen",
    "arms",
    "hands",
    "legs",
    "other",
}
DEVICES = {"pen", "roller", "stamp", "rf", "other"}
HISTORY = {"cold-sores", "keloid", "weak-immunity", "diabetes", "blood-thinners", "eczema"}
UNITS = {"d": 24.0, "h": 1.0, "min": 1 / 60}
ANSWERS = {"yes": 1, "no": 0}
GRADES = {"0", "1", "2", "3", "4"}


class Moment(NamedTuple):
    """A moment at which a diary expects something, and the rows typed by then; what is told at the
    hour of an entry is told after it."""

    hours: float
    words: str
    entries: list[Diary]
    told: list[Diary]
    expected: Diary


@cache
def guide() -> Guide:
    return read_guide()


def read(name: str) -> Diary:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def hours(words: str) -> float:
    """The hours that "2 d 6 h" stands for."""
    parts = re.findall(r"(\d+) (d|h|min)(?: |$)", words)
    if not parts or " ".join(map(" ".join, parts)) != words:
        raise ValueError(f'"{words}" is no time like "30 min", "20 h" or "2 d 6 h"')
    return sum(int(number) * UNITS[unit] for number, unit in parts)


def observations(says: str) -> tuple[Observation, ...]:
    """What an entry's words record: item=value, a bare symptom 1, a bare sign yes."""
    return tuple(observation(word) for word in says.split())


def observation(word: str) -> Observation:
    item, _, value = word.partition("=")
    known = guide()
    if item in known.signs:
        if (value or "yes") not in ANSWERS:
            raise ValueError(f"{word}: a sign is yes or no")
        return Observation(item, ANSWERS[value or "yes"])
    if item in known.symptoms and (value or "1") not in GRADES:
        raise ValueError(f"{word}: a symptom is 0 to 4")
    if item in known.symptoms or item in known.care:
        return Observation(item, int(value or "1"))
    raise ValueError(f"{word}: no such symptom, sign or care item")


def typed(row: Diary) -> float:
    """When an entry was typed; unless said, when it was observed."""
    return hours(row.get("typed", row["after"]))


def moments(diary: Diary) -> list[Moment]:
    """All that a diary expects, in the order of time; a look comes after an entry of that hour."""
    entries, told = diary.get("entry", []), diary.get("told", [])
    after_entries = [
        Moment(
            typed(row),
            f"after {row.get('typed', row['after'])}: {row['says']}",
            entries[:number],
            [about for about in told if hours(about["after"]) < typed(row)],
            row,
        )
        for number, row in enumerate(entries, start=1)
    ]
    looks = [
        Moment(
            asked,
            f"asked at {row['after']}",
            [entry for entry in entries if typed(entry) <= asked],
            [about for about in told if hours(about["after"]) <= asked],
            row,
        )
        for row in diary.get("ask", [])
        for asked in [hours(row["after"])]
    ]
    return sorted(after_entries + looks, key=lambda moment: moment.hours)


def record(diary: Diary, entries: Sequence[Diary], told: Iterable[Diary]) -> Record:
    """What the diary's patient has recorded once `entries` are typed, numbered as typed, and `told` said."""
    facts = dict(diary["treatment"])
    begun = dt.datetime.fromisoformat(facts.pop("at")).replace(tzinfo=ZoneInfo(facts.pop("zone")))
    facts["history"] = tuple(facts.get("history", ()))
    treatment = Treatment(id=1, uuid="treatment-1", at=begun, **facts)
    logged = tuple(
        Entry(number, f"entry-{number}", treatment.moment(hours(row["after"])), observations(row["says"]))
        for number, row in enumerate(entries, start=1)
    )
    plan = tuple(
        Instruction(row["restriction"], row.get("hours"), by=row["by"], note=None, at=begun)
        for row in diary.get("plan", [])
    )
    acknowledged = tuple(
        Acknowledgement(
            row["about"],
            row["tier"],
            sum(typed(entry) <= hours(row["after"]) for entry in entries),
            treatment.moment(hours(row["after"])),
            row.get("words", ""),
        )
        for row in told
    )
    return Record(treatment, logged, plan, acknowledged)


def differences(expected: Diary, found: Status) -> Iterator[str]:
    """What a status states otherwise than a diary, in sentences."""
    yield from warning_differences(expected, found)
    yield from restriction_differences(expected, found)
    if missing := set(expected.get("not_checked", ())) - set(found.not_checked):
        yield f"not checked: {spoken(missing)} missing; found {spoken(found.not_checked)}"
    if needless := set(expected.get("need_no_answer", ())) & set(found.not_checked):
        yield f"not checked: {spoken(needless)} should not be listed"
    silence = found.silence.last if found.silence else ""
    if expected.get("silence", silence) != silence:
        yield f"silence: expected {expected['silence'] or 'none'}; found {silence or 'none'}"
    if expected.get("day", found.day) != found.day:
        yield f"day: expected {expected['day']}; found {found.day}"


def warning_differences(expected: Diary, found: Status) -> Iterator[str]:
    warnings = {warning.id: warning for warning in found.warnings}
    tiers = {id: warning.tier for id, warning in warnings.items()}
    if tiers != expected["finds"]:
        yield f"warnings: expected {listed(expected['finds'])}; found {listed(tiers)}"
    for id, facts in expected.get("noted", {}).items():
        if id in warnings and set(warnings[id].history) != set(facts):
            yield f"history of {id}: expected {spoken(facts)}; found {spoken(warnings[id].history)}"
    told = {id for id, warning in warnings.items() if warning.acknowledged}
    if "shown_told" in expected and told != set(expected["shown_told"]):
        yield f"shown as told: expected {spoken(expected['shown_told'])}; found {spoken(told)}"
    highest = max((rank(tier) for tier in tiers.values()), default=None)
    reasons = {log.item for w in found.warnings if rank(w.tier) == highest for log in w.because}
    if missing := set(expected.get("because", ())) - reasons:
        yield f"reasons: {spoken(missing)} missing; found {spoken(reasons)}"
    for id, kinds in expected.get("kinds", {}).items():
        if id in warnings and set(warnings[id].kinds) != set(kinds):
            yield f"kinds of {id}: expected {spoken(kinds)}; found {spoken(warnings[id].kinds)}"


def restriction_differences(expected: Diary, found: Status) -> Iterator[str]:
    rows = {row.id: row for row in found.restrictions}
    for id, state in expected.get("restrictions", {}).items():
        if rows[id].state != state:
            yield f"{id}: expected {state}; found {rows[id].state}, held by {spoken(rows[id].held_by)}"
    for id, holders in expected.get("held_by", {}).items():
        if set(rows[id].held_by) != set(holders):
            yield f"{id} held by: expected {spoken(holders)}; found {spoken(rows[id].held_by)}"
    if "not_now" in expected and {row.not_now for row in found.restrictions} != {expected["not_now"]}:
        yield f"not now: expected {expected['not_now']} for every restriction"


def spoken(words: Iterable[str]) -> str:
    return ", ".join(sorted(words)) or "nothing"


def listed(tiers: Mapping[str, str]) -> str:
    return spoken(f"{id} ({tier})" for id, tier in tiers.items())


@pytest.mark.parametrize("name", DIARIES)
def test_what_stands_after_each_entry_is_what_the_diary_says(name: str) -> None:
    """After each entry and at each look exactly the diary's warnings stand, and what else it states."""
    diary = read(name)
    wrong = []
    for moment in moments(diary):
        patient = record(diary, moment.entries, moment.told)
        at = patient.treatment.moment(moment.hours)
        found = status(case_of(patient, guide(), read_words), Settings(), Viewpoint(at))
        wrong += [f"  {moment.words}\n    {line}" for line in differences(moment.expected, found)]
    assert not wrong, "\n".join([f"{name}: {diary['title']}", *wrong])


# The diaries themselves: a misspelt key would check nothing, so each is an error.


def problems(diary: Diary) -> Iterator[str]:
    """What is wrong with a diary as it is written: keys, ids, tiers, times and their order."""
    yield from strange("diary: unknown key", diary, HEADS)
    yield from strange("diary: missing key", {"title", "story", "treatment"}, diary)
    yield from treatment_problems(diary.get("treatment", {}))
    for section, keys in KEYS.items():
        for number, row in enumerate(diary.get(section, []), start=1):
            where = f"{section} {number}"
            yield from strange(f"{where}: unknown key", row, keys)
            yield from strange(f"{where}: missing key", NEEDED[section], row)
            yield from id_problems(where, row)
            yield from word_problems(where, row)
    yield from order_problems(diary.get("entry", []))
    if not diary.get("entry") and not diary.get("ask"):
        yield "diary: has no entry and no ask"


def treatment_problems(facts: Diary) -> Iterator[str]:
    yield from strange("treatment: unknown key", facts, FACTS)
    yield from strange("treatment: missing key", {"at", "zone"}, facts)
    yield from strange("treatment: unknown area", {facts.get("area", "face")}, AREAS)
    yield from strange("treatment: unknown device", {facts.get("device", "other")}, DEVICES)
    yield from strange("treatment: unknown history", facts.get("history", ()), HISTORY)
    if facts.get("skin_type", 1) not in range(1, 7):
        yield "treatment: skin_type is 1 to 6"


def word_problems(where: str, row: Diary) -> Iterator[str]:
    try:
        observations(row.get("says", ""))
        hours(row.get("after", "0 h"))
        hours(row.get("typed", "0 h"))
    except ValueError as error:
        yield f"{where}: {error}"


def order_problems(entries: Iterable[Diary]) -> Iterator[str]:
    """Entries stand in the order in which they were typed, each after it was observed."""
    last = 0.0
    for number, row in enumerate(entries, start=1):
        with suppress(ValueError, KeyError):  # named by the checks of each row
            if typed(row) < max(last, hours(row["after"])):
                yield f"entry {number}: typed before it was observed, or before the entry above it"
            last = typed(row)


def id_problems(where: str, row: Diary) -> Iterator[str]:
    known = guide()
    items = {*known.symptoms, *known.signs}
    subjects = {*items, *known.combinations}
    finds, kinds = row.get("finds", {}), row.get("kinds", {})
    states, holders = row.get("restrictions", {}), row.get("held_by", {})
    asked = [*row.get("because", ()), *row.get("not_checked", ()), *row.get("need_no_answer", ())]
    named = [*states, *holders, row.get("restriction", "makeup")]
    yield from strange(f"{where}: unknown warning", finds, subjects)
    yield from strange(f"{where}: unknown warning", {row["about"]} if "about" in row else (), subjects)
    yield from strange(f"{where}: unknown tier", [*finds.values(), row.get("tier", "watch")], TIERS)
    yield from strange(f"{where}: history of what finds does not name", row.get("noted", {}), finds)
    yield from strange(f"{where}: unknown history", chain(*row.get("noted", {}).values()), HISTORY)
    yield from strange(f"{where}: told of what finds does not name", row.get("shown_told", ()), finds)
    yield from strange(f"{where}: kinds of what finds does not name", kinds, finds)
    yield from strange(f"{where}: unknown kind", chain.from_iterable(kinds.values()), get_args(Kind))
    yield from strange(f"{where}: unknown symptom or sign", asked, items)
    yield from strange(f"{where}: unknown restriction", named, known.restrictions)
    yield from strange(f"{where}: unknown state", states.values(), get_args(State))
    yield from strange(f"{where}: unknown holder", chain.from_iterable(holders.values()), subjects)
    yield from strange(f"{where}: unknown silence", {row.get("silence", "")}, {"", "rising", "flagged"})
    if row.get("because") and not finds:
        yield f"{where}: because gives reasons, but finds names no warning"


def strange(complaint: str, words: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    """A complaint for each word that is not among the known ones."""
    return (f"{complaint}: {word}" for word in sorted(set(words) - set(known)))


@pytest.mark.parametrize("name", DIARIES)
def test_diary_is_written_without_mistakes(name: str) -> None:
    """A key, id, tier or time that means nothing is an error, so no expectation is lost in silence."""
    mistakes = list(problems(read(name)))
    assert not mistakes, "\n".join([name, *mistakes])


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ('after = "2 h"\nsays = "redness"\nfind = {}', "unknown key: find"),
        ('after = "2 h"\nsays = "redness"', "missing key: finds"),
        ('after = "2 h"\nsays = "rednes=1"\nfinds = {}', "rednes=1: no such symptom, sign or care item"),
        ('after = "2 h"\nsays = "redness=5"\nfinds = {}', "redness=5: a symptom is 0 to 4"),
        ('after = "2 h"\nsays = "pus=2"\nfinds = {}', "pus=2: a sign is yes or no"),
        ('after = "2 h"\nsays = "pus"\nfinds = { pus = "red" }', "unknown tier: red"),
        ('after = "2 h"\nsays = "pus"\nfinds = { puss = "urgent" }', "unknown warning: puss"),
        ('says = "pus"\nfinds = {}', "missing key: after"),
        (
            'after = "2 h"\ntyped = "1 h"\nsays = "pus"\nfinds = {}',
            "typed before it was observed, or before the entry above it",
        ),
        ('after = "2h"\nsays = "pus"\nfinds = {}', '"2h" is no time like "30 min", "20 h" or "2 d 6 h"'),
    ],
)
def test_mistake_in_a_diary_is_named(row: str, complaint: str) -> None:
    """The check above finds a misspelt key, item, value, tier, warning or time and says which."""
    head = 'title = "t"\nstory = "s"\ntreatment = { at = "2026-03-02T14:00:00", zone = "Europe/Berlin" }\n'
    assert f"entry 1: {complaint}" in list(problems(tomllib.loads(f"{head}[[entry]]\n{row}")))


def test_diaries_cover_every_rule() -> None:
    """Enough normal and adverse courses; every tier, kind, combination, sign and silence in one."""
    expected = [moment.expected for name in DIARIES for moment in moments(read(name))]
    found = {(id, tier) for row in expected for id, tier in row["finds"].items()}
    known = guide()

    assert sum(name.startswith("normal/") for name in DIARIES) >= 10
    assert sum(name.startswith("adverse/") for name in DIARIES) >= 15
    assert {tier for _, tier in found} == set(TIERS)
    assert {kind for row in expected for kind in chain(*row.get("kinds", {}).values())} == set(get_args(Kind))
    assert {row.get("silence") for row in expected} >= {"rising", "flagged"}
    assert {fact for row in expected for fact in chain(*row.get("noted", {}).values())} == HISTORY
    assert {bool(row["shown_told"]) for row in expected if "shown_told" in row} == {True, False}
    assert set(known.combinations) - {id for id, _ in found} == set()
    assert {(sign.id, sign.tier) for sign in known.signs.values()} - found == set()


def test_normal_diaries_find_nothing_above_watch() -> None:
    """A normal recovery alarms nobody: at most "look again this evening"."""
    rows = [row.expected for name in DIARIES if name.startswith("normal/") for row in moments(read(name))]
    assert {tier for row in rows for tier in row["finds"].values()} <= {"watch"}
