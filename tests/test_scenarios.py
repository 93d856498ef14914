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
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, get_args
from zoneinfo import ZoneInfo

import pytest

from meso_cli.guide.reading import read_guide
from meso_cli.model.guide import Guide
from meso_cli.model.records import Entry, Instruction, Observation, Record, Settings, Treatment
from meso_cli.model.status import Kind, State, Status
from meso_cli.model.tiers import TIERS, rank
from meso_cli.recovery.status import status

FOLDER = Path(__file__).parent / "scenarios"
DIARIES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.toml"))

Diary = Mapping[str, Any]

HEADS = {"title", "story", "treatment", "plan", "entry", "ask"}
FACTS = {"at", "zone", "device", "depth_mm", "skin_type", "area", "history"}
EXPECTED = {"finds", "because", "kinds", "restrictions", "held_by", "not_checked", "need_no_answer", "silence", "day"}
KEYS = {
    "plan": {"restriction", "hours", "by"},
    "entry": {"after", "typed", "says", "comment", "finds", "because", "kinds"},
    "ask": {"after", "comment"} | EXPECTED,
}
NEEDED = {"plan": {"restriction", "by"}, "entry": {"after", "says", "finds"}, "ask": {"after", "finds"}}
CHOICES = {
    "area": "face eyes lips scalp neck chest back abdomen arms hands legs other".split(),
    "device": "pen roller stamp rf other".split(),
    "history": "cold-sores keloid weak-immunity diabetes blood-thinners eczema".split(),
}
UNITS = {"d": 24.0, "h": 1.0, "min": 1 / 60}
ANSWERS = {"yes": 1, "no": 0}


class Moment(NamedTuple):
    """A moment at which a diary expects something, and the rows typed by then."""

    hours: float
    words: str
    entries: list[Diary]
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


def observations(says: str) -> Iterator[Observation]:
    """What an entry's words record: item=value, a bare symptom 1, a bare sign yes."""
    for word in says.split():
        item, _, value = word.partition("=")
        known = guide()
        if item in known.signs:
            if (value or "yes") not in ANSWERS:
                raise ValueError(f"{word}: a sign is yes or no")
            yield Observation(item, ANSWERS[value or "yes"])
        elif item in known.symptoms:
            if (value or "1") not in ("0", "1", "2", "3", "4"):
                raise ValueError(f"{word}: a symptom is 0 to 4")
            yield Observation(item, int(value or "1"))
        elif item in known.care:
            yield Observation(item, int(value or "1"))
        else:
            raise ValueError(f"{word}: no such symptom, sign or care item")


def typed(row: Diary) -> float:
    """When an entry was typed; unless said, when it was observed."""
    return hours(row.get("typed", row["after"]))


def moments(diary: Diary) -> list[Moment]:
    """All that a diary expects, in the order of time; a look comes after an entry of that hour."""
    entries = diary.get("entry", [])
    after_entries = [
        Moment(typed(row), f"after {row.get('typed', row['after'])}: {row['says']}", entries[: number + 1], row)
        for number, row in enumerate(entries)
    ]
    looks = [
        Moment(asked, f"asked at {row['after']}", [entry for entry in entries if typed(entry) <= asked], row)
        for row in diary.get("ask", [])
        for asked in [hours(row["after"])]
    ]
    return sorted(after_entries + looks, key=lambda moment: moment.hours)


def record(diary: Diary, entries: Iterable[Diary]) -> Record:
    """What the diary's patient has recorded once `entries` are typed, numbered as typed."""
    facts = dict(diary["treatment"])
    begun = dt.datetime.fromisoformat(facts.pop("at")).replace(tzinfo=ZoneInfo(facts.pop("zone")))
    facts["history"] = tuple(facts.get("history", ()))
    treatment = Treatment(id=1, uuid="treatment-1", at=begun, **facts)
    return Record(
        treatment,
        entries=tuple(
            Entry(number, f"entry-{number}", treatment.moment(hours(row["after"])), tuple(observations(row["says"])))
            for number, row in enumerate(entries, start=1)
        ),
        plan=tuple(
            Instruction(row["restriction"], row.get("hours"), by=row["by"], note=None, at=begun)
            for row in diary.get("plan", [])
        ),
    )


def differences(expected: Diary, found: Status) -> Iterator[str]:
    """What a status states otherwise than a diary, in sentences."""
    warnings = {warning.id: warning for warning in found.warnings}
    tiers = {id: warning.tier for id, warning in warnings.items()}
    if tiers != expected["finds"]:
        yield f"warnings: expected {listed(expected['finds'])}; found {listed(tiers)}"
    highest = max((rank(tier) for tier in tiers.values()), default=None)
    reasons = {log.item for w in found.warnings if rank(w.tier) == highest for log in w.because}
    if missing := set(expected.get("because", ())) - reasons:
        yield f"reasons: {spoken(missing)} missing; found {spoken(reasons)}"
    for id, kinds in expected.get("kinds", {}).items():
        if id in warnings and set(warnings[id].kinds) != set(kinds):
            yield f"kinds of {id}: expected {spoken(kinds)}; found {spoken(warnings[id].kinds)}"
    states = {row.id: row for row in found.restrictions}
    for id, state in expected.get("restrictions", {}).items():
        if states[id].state != state:
            yield f"{id}: expected {state}; found {states[id].state}, held by {spoken(states[id].held_by)}"
    for id, holders in expected.get("held_by", {}).items():
        if set(states[id].held_by) != set(holders):
            yield f"{id} held by: expected {spoken(holders)}; found {spoken(states[id].held_by)}"
    if missing := set(expected.get("not_checked", ())) - set(found.not_checked):
        yield f"not checked: {spoken(missing)} missing; found {spoken(found.not_checked)}"
    if needless := set(expected.get("need_no_answer", ())) & set(found.not_checked):
        yield f"not checked: {spoken(needless)} should not be listed"
    silence = found.silence.last if found.silence else ""
    if expected.get("silence", silence) != silence:
        yield f"silence: expected {expected['silence'] or 'none'}; found {silence or 'none'}"
    if expected.get("day", found.day) != found.day:
        yield f"day: expected {expected['day']}; found {found.day}"


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
        patient = record(diary, moment.entries)
        at = patient.treatment.moment(moment.hours)
        found = status(patient, guide(), Settings(), at)
        wrong += [f"  {moment.words}\n    {line}" for line in differences(moment.expected, found)]
    assert not wrong, "\n".join([f"{name}: {diary['title']}", *wrong])


# The diaries themselves: a misspelt key would check nothing, so each is an error.


def problems(diary: Diary) -> Iterator[str]:
    """What is wrong with a diary as it is written: keys, ids, tiers, times and their order."""
    yield from wrong_words("diary", set(diary) - HEADS, "unknown key")
    for key in sorted({"title", "story", "treatment"} - set(diary)):
        yield f"diary: {key} is missing"
    if not diary.get("entry") and not diary.get("ask"):
        yield "diary: has no entry and no ask"
    yield from treatment_problems(diary.get("treatment", {}))
    last = 0.0
    for section, keys in KEYS.items():
        for number, row in enumerate(diary.get(section, []), start=1):
            where = f"{section} {number}"
            yield from wrong_words(where, set(row) - keys, "unknown key")
            yield from wrong_words(where, NEEDED[section] - set(row), "missing key")
            yield from row_problems(where, row)
            if section == "entry" and "after" in row:
                try:
                    if typed(row) < max(last, hours(row["after"])):
                        yield f"{where}: typed before it was observed, or before the entry above it"
                    last = typed(row)
                except ValueError as error:
                    yield f"{where}: {error}"


def treatment_problems(facts: Diary) -> Iterator[str]:
    yield from wrong_words("treatment", set(facts) - FACTS, "unknown key")
    yield from wrong_words("treatment", {"at", "zone"} - set(facts), "missing key")
    for key in ("area", "device"):
        yield from wrong_words("treatment", {facts.get(key, CHOICES[key][0])} - set(CHOICES[key]), f"unknown {key}")
    yield from wrong_words("treatment", set(facts.get("history", ())) - set(CHOICES["history"]), "unknown history")
    if facts.get("skin_type", 1) not in range(1, 7):
        yield "treatment: skin_type is 1 to 6"


def row_problems(where: str, row: Diary) -> Iterator[str]:
    try:
        hours(row.get("after", "0 h"))
        tuple(observations(row.get("says", "")))
    except ValueError as error:
        yield f"{where}: {error}"
    known = guide()
    subjects = {*known.symptoms, *known.signs, *known.combinations}
    finds, kinds = row.get("finds", {}), row.get("kinds", {})
    named = {*row.get("restrictions", {}), *row.get("held_by", {}), *([row["restriction"]] if "restriction" in row else [])}
    holders = {id for ids in row.get("held_by", {}).values() for id in ids}
    items = {*row.get("because", ()), *row.get("not_checked", ()), *row.get("need_no_answer", ())}
    yield from wrong_words(where, set(finds) - subjects, "unknown warning")
    yield from wrong_words(where, set(finds.values()) - set(TIERS), "unknown tier")
    yield from wrong_words(where, set(kinds) - set(finds), "kinds of a warning that finds does not name")
    yield from wrong_words(where, {k for ks in kinds.values() for k in ks} - set(get_args(Kind)), "unknown kind")
    yield from wrong_words(where, items - {*known.symptoms, *known.signs}, "unknown symptom or sign")
    yield from wrong_words(where, named - set(known.restrictions), "unknown restriction")
    yield from wrong_words(where, set(row.get("restrictions", {}).values()) - set(get_args(State)), "unknown state")
    yield from wrong_words(where, holders - subjects, "unknown holder")
    yield from wrong_words(where, {row.get("silence", "")} - {"", "rising", "flagged"}, "unknown silence")
    if row.get("because") and not finds:
        yield f"{where}: because gives reasons, but finds names no warning"


def wrong_words(where: str, words: Iterable[str], what: str) -> Iterator[str]:
    for word in sorted(words):
        yield f"{where}: {what}: {word}"


@pytest.mark.parametrize("name", DIARIES)
def test_diary_is_written_without_mistakes(name: str) -> None:
    """A key, id, tier or time that means nothing is an error, so no expectation is lost in silence."""
    mistakes = list(problems(read(name)))
    assert not mistakes, "\n".join([name, *mistakes])


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ('after = "2 h"\nsays = "redness"\nfind = {}', "entry 1: unknown key: find"),
        ('after = "2 h"\nsays = "redness"', "entry 1: missing key: finds"),
        ('after = "2 h"\nsays = "rednes=1"\nfinds = {}', "entry 1: rednes=1: no such symptom, sign or care item"),
        ('after = "2 h"\nsays = "redness=5"\nfinds = {}', "entry 1: redness=5: a symptom is 0 to 4"),
        ('after = "2 h"\nsays = "pus=2"\nfinds = {}', "entry 1: pus=2: a sign is yes or no"),
        ('after = "2 h"\nsays = "pus"\nfinds = { pus = "red" }', "entry 1: unknown tier: red"),
        ('after = "2 h"\nsays = "pus"\nfinds = { puss = "urgent" }', "entry 1: unknown warning: puss"),
        ('after = "2h"\nsays = "pus"\nfinds = {}', 'entry 1: "2h" is no time like "30 min", "20 h" or "2 d 6 h"'),
    ],
)
def test_mistake_in_a_diary_is_named(row: str, complaint: str) -> None:
    """The check above finds a misspelt key, item, value, tier, warning or time and says which."""
    head = 'title = "t"\nstory = "s"\n[treatment]\nat = "2026-03-02T14:00:00"\nzone = "Europe/Berlin"\n[[entry]]\n'
    assert complaint in list(problems(tomllib.loads(head + row)))


def test_diaries_cover_every_rule() -> None:
    """Enough normal and adverse courses; every tier, kind, combination, red flag and silence in one."""
    expected = [moment.expected for name in DIARIES for moment in moments(read(name))]
    found = {(id, tier) for row in expected for id, tier in row["finds"].items()}
    ids = {id for id, _ in found}
    kinds = {kind for row in expected for kinds in row.get("kinds", {}).values() for kind in kinds}
    known = guide()

    assert sum(name.startswith("normal/") for name in DIARIES) >= 10
    assert sum(name.startswith("adverse/") for name in DIARIES) >= 15
    assert {tier for _, tier in found} == set(TIERS)
    assert set(known.combinations) - ids == set()
    assert kinds == set(get_args(Kind))
    assert {row.get("silence") for row in expected} >= {"rising", "flagged"}
    red_flags = {item for row in expected for item in (o.item for o in observations(row.get("says", "")) if o.value)}
    assert {sign.id for sign in known.signs.values() if sign.is_red_flag} - red_flags == set()
    alone = {id for id, tier in found if id in known.signs and known.signs[id].tier == tier}
    assert set(known.signs) - alone == set(), "a sign that no diary finds at its own tier"


def test_normal_diaries_find_nothing_above_watch() -> None:
    """A normal recovery alarms nobody: at most "look again this evening"."""
    normal = [row for name in DIARIES if name.startswith("normal/") for row in map(_expected, moments(read(name)))]
    assert {tier for row in normal for tier in row["finds"].values()} <= {"watch"}


def _expected(moment: Moment) -> Diary:
    return moment.expected
