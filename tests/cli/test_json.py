"""`status --json`: the shape that others build on."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from meso_cli.guide.reading import read_guide
from meso_cli.guide.words import read_words
from meso_cli.model.records import HISTORY
from tests.conftest import Answer, Prepared, World

SCHEMAS = Path(__file__).parents[2] / "data" / "schema"


@cache
def schema_of(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    return schema


SCHEMA = schema_of("status")

HISTORIES: dict[str, list[tuple[float, list[str]]]] = {
    "nothing logged": [],
    "an ordinary day": [(20, ["redness=2", "fever=no", "water=2"])],
    "an emergency": [(20, ["breathing"]), (21, ["breathing=no"])],
    "a combination": [(20, ["redness=1", "warmth=0"]), (70, ["redness=0"]), (80, ["redness=2", "warmth=1"])],
    "silence": [(20, ["redness=1"]), (22, ["redness=3"]), (80, ["redness=1", "--at", "23 h ago"])],
    "a late sign": [(20 * 24, ["dark-patches"])],
}


@pytest.mark.parametrize("name", HISTORIES)
@pytest.mark.parametrize("hours", [100, 45 * 24])
def test_every_status_is_as_the_schema_says(treated: World, name: str, hours: int) -> None:
    """Validated strictly: a new field must be written into the schema, too."""
    for after, words in HISTORIES[name]:
        assert treated.at(hours=after).meso("log", *words).code == 0
    treated.at(hours=max(hours, 20 * 24 + 1 if "late" in name else hours)).meso("start", "--area", "neck")
    for words in ([], ["--treatment", "t1"], ["--at", "in 3 days"]):
        answer = treated.meso("status", "--json", *words)
        assert answer.code == 0, answer.err
        jsonschema.validate(json.loads(answer.out), SCHEMA)


def test_null_means_not_recorded(world: World) -> None:
    """What was never said is null, never a default; the area is assumed and says so."""
    world.meso("start")
    found = json.loads(world.at(hours=1).meso("status", "--json").out)
    assert found["treatment"] | {"uuid": "", "guide_version": ""} == {
        "id": "t1",
        "uuid": "",
        "at": "2026-03-02T14:00:00+01:00",
        "area": "face",
        "device": None,
        "depth_mm": None,
        "skin_type": None,
        "history": [],
        "practitioner": None,
        "ended_at": None,
        "guide": "microneedling",
        "guide_version": "",
    }
    assert found["assumed"] == ["area", "device", "depth_mm", "skin_type"]
    assert found["last_entry_at"] is None
    assert {row["severity"] for row in found["symptoms"]} == {None}
    assert {row["done_today"] for row in found["care"]} == {None}


def test_a_warning_names_its_entries_and_sources(treated: World) -> None:
    """Which entry said what and when; who says that it matters."""
    treated.at(hours=20).meso("log", "redness=1")
    treated.at(hours=22).meso("log", "fever=38.4")
    (warning,) = json.loads(treated.meso("status", "--json").out)["warnings"]
    assert warning["because"] == [
        {"entry": 2, "item": "fever", "value": 1, "reading": 38.4, "at": "2026-03-03T12:00:00+01:00"}
    ]
    assert warning["kinds"] == ["reported"]
    assert warning["sources"]
    assert warning["acknowledged"] is None


def test_a_hold_keeps_the_time_and_names_what_holds(treated: World) -> None:
    """Scabs hold makeup after its time: caution, `until` as it was, `held_by`; unlogged: `unchecked`."""
    treated.at(hours=50).meso("log", "scabs=1", "redness=0", "flaking=0")
    rows = {row["id"]: row for row in json.loads(treated.meso("status", "--json").out)["restrictions"]}
    assert rows["makeup"]["state"] == "caution"
    assert rows["makeup"]["until"] == "2026-03-04T14:00:00+01:00"
    assert rows["makeup"]["held_by"] == ["scabs"]
    assert rows["exercise"]["state"] == "allowed"
    assert rows["exercise"]["unchecked"] == ["swelling"]


def test_json_is_never_dressed(treated: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """No colour, whatever the environment says; times carry their offset."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    answer = treated.meso("status", "--json")
    assert "\x1b" not in answer.out
    assert json.loads(answer.out)["at"].endswith("+01:00")


KEYS = {
    "": "schema at treatment day elapsed_hours phase last_entry_at assumed restrictions care symptoms "
    "warnings not_checked silence changes others",
    "treatment": "id uuid at area device depth_mm skin_type history practitioner guide guide_version",
    "phase": "id label",
    "restrictions": "id kind label state earliest until held_by unchecked instead why set_by guide_until "
    "said sources",
    "care": "id label due done_today",
    "symptoms": "id severity observed_at expected_max trend",
    "warnings": "id kinds tier title advice since because acknowledged history sources",
    "others": "id day next_lift warnings",
}


def test_every_promised_field_is_there(treated: World) -> None:
    """The contract, written out: a field may be added, never renamed or dropped."""
    treated.at(hours=20).meso("log", "pus", "redness=2")
    treated.at(hours=22).meso("start", "--area", "neck")
    treated.meso("log", "fever=38.4", "--treatment", "t2")
    found = json.loads(treated.meso("status", "--json").out)
    for name, promised in KEYS.items():
        part = found[name] if name else found
        rows = part if isinstance(part, list) else [part]
        assert rows, name
        for row in rows:
            assert set(promised.split()) <= row.keys(), name
    (warning,) = found["warnings"]
    assert [because.keys() for because in warning["because"]] == [{"entry", "item", "value", "reading", "at"}]


def test_lists_are_whole(treated: World) -> None:
    """Every restriction, symptom and care item is listed, logged or not, in the guide's order."""
    found = json.loads(treated.meso("status", "--json").out)
    guide = read_guide()
    assert [row["id"] for row in found["restrictions"]] == list(guide.restrictions)
    assert [row["id"] for row in found["symptoms"]] == list(guide.symptoms)
    assert {row["id"] for row in found["care"]} <= set(guide.care)


def test_zero_is_not_null(treated: World) -> None:
    """A symptom that was looked at and is absent is 0; one that was never logged is null."""
    treated.at(hours=20).meso("log", "swelling=0")
    rows = {row["id"]: row for row in json.loads(treated.meso("status", "--json").out)["symptoms"]}
    assert (rows["swelling"]["severity"], rows["redness"]["severity"]) == (0, None)
    assert (rows["redness"]["observed_at"], rows["redness"]["expected_max"]) == (None, None)


def times(value: object) -> Iterator[str]:
    """Every string in a JSON value that begins like a time."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from times(item)
    elif isinstance(value, str) and re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T", value):
        yield value


def test_every_time_has_its_offset_also_across_a_clock_change(treated: World) -> None:
    """Shown in the zone of the person: +01:00 before the night of 29 March, +02:00 after it."""
    treated.at(hours=20).meso("log", "pus")
    for hours, offset in ((21, "+01:00"), (28 * 24, "+02:00")):
        found = json.loads(treated.at(hours=hours).meso("status", "--json").out)
        assert found["at"].endswith(offset)
        assert all(re.search(r"[+-][0-9]{2}:[0-9]{2}$", time) for time in times(found))
        ends = {row["id"]: row["until"] for row in found["restrictions"]}
        assert ends["makeup"] == "2026-03-04T14:00:00+01:00"
        assert ends["needling"] == "2026-03-30T15:00:00+02:00"


def test_a_refused_status_prints_no_json(world: World) -> None:
    """A reader gets a whole value or none: errors stay on stderr."""
    answer = world.meso("status", "--json")
    assert (answer.code, answer.out) == (3, "")


@pytest.fixture
def busy(treated: World, prepared: Prepared) -> World:
    """Something of everything that the other documents tell: a plan, what was told, an end, a bad setting."""
    return prepared(treated, _be_busy)


def _be_busy(treated: World) -> None:
    (treated.folder / "clinic.toml").write_text(treated.meso("plan", "example").out, "utf-8")
    treated.config.write_text('area = "fce"\nday_start = "04:00"\naccessible = true\n')
    calls: tuple[tuple[float, tuple[str, ...]], ...] = (
        (1, ("plan", "load", "clinic.toml")),
        (2, ("plan", "set", "exercise", "open", "--note", "until the check-up")),
        (20, ("log", "redness=2", "fever=38.5", "--note", "since the morning")),
        (21, ("log", "--told", "clinic: come in")),
        (22, ("log", "--note", "a note alone")),
        (30, ("start", "--area", "neck", "--practitioner", "Dr Lee")),
        (31, ("end", "t2")),
    )
    for hours, words in calls:
        answer = treated.at(hours=hours).meso(*words)
        assert answer.code == 0, answer.err
    (treated.database.parent / "meso.db.backups" / "2026-01-01.db").write_bytes(b"spoiled")
    treated.at(hours=32)


ANSWERS = {
    "config": (["config"], ["config", "day_start"]),
    "paths": (["paths"],),
    "restore": (["restore"],),
    "doctor": (["doctor"],),
    "history": (["history"], ["history", "t2"], ["history", "1"], ["history", "--item", "fever"]),
    "plan": (["plan", "show"], ["plan", "show", "--treatment", "t2"]),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_every_other_answer_is_as_its_schema_says(busy: World, name: str) -> None:
    """Validated strictly, with everything that it can tell; the name is in the document and the schema."""
    schema = schema_of(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    for words in ANSWERS[name]:
        answer = busy.meso(*words, "--json")
        assert (answer.code, answer.err) == (0, "" if name in ("config", "doctor") else answer.err)
        found = json.loads(answer.out)
        assert found["schema"] == schema["$id"] == f"meso.{name}/1"
        jsonschema.validate(found, schema)


def test_where_nothing_is_recorded(world: World) -> None:
    """Places and settings are told all the same; a list of no backups is empty, exit 3."""
    for name in ("config", "paths"):
        answer = world.meso(name, "--json")
        assert answer.code == 0
        jsonschema.validate(json.loads(answer.out), schema_of(name))
    answer = world.meso("restore", "--json")
    assert answer.code == 3
    found = json.loads(answer.out)
    jsonschema.validate(found, schema_of("restore"))
    assert (found["backups"], found["present"]) == ([], None)


@pytest.mark.parametrize(
    "words", [["config", "region", "gb"], ["config", "--unset", "region"], ["restore", "2026-01-01", "--yes"]]
)
def test_what_changes_something_takes_no_json(busy: World, words: list[str]) -> None:
    """Refused, and nothing is changed."""
    before = busy.config.read_text(), busy.database.read_bytes()
    answer = busy.meso(*words, "--json")
    assert (answer.code, answer.out) == (2, "")
    assert (busy.config.read_text(), busy.database.read_bytes()) == before


def valid(answer: Answer, name: str) -> dict[str, Any]:
    """The document on stdout, which is as its schema says; nothing else stands there."""
    found: dict[str, Any] = json.loads(answer.out)
    validator(name).validate(found)
    return found


@cache
def validator(name: str) -> jsonschema.Draft202012Validator:
    """Made once: a schema is itself checked each time that one is made."""
    jsonschema.Draft202012Validator.check_schema(schema_of(name))
    return jsonschema.Draft202012Validator(schema_of(name))


@pytest.mark.parametrize(
    ("words", "code", "variant"),
    [
        (["makeup"], 1, "rule"),
        (["drink", "wine", "tonight"], 1, "rule"),  # an advisory
        (["contact", "lenses"], 1, "rule"),  # a topic's window
        (["walk"], 0, "topic"),
        (["hug", "my", "dog"], None, None),
        (["paracetamol"], 0, "topic"),
        (["botox"], None, None),
        (["use", "blorp", "retinol"], 1, "rule"),
        (["zzzz"], 3, "unknown"),
        ([], 0, "every"),
        (["--ingredients", "aqua, retinol, zzz"], 1, "product"),
        (["--ingredients", "aqua"], 3, "product"),
        (["--ingredients", ""], 3, "product"),
    ],
)
def test_can_answers_as_its_schema_says(
    busy: World, words: list[str], code: int | None, variant: str | None
) -> None:
    """A rule, a topic, a product, all of it, or that nobody can say: the same moment, schema and code."""
    answer = busy.meso("can", *words, "--treatment", "t1", "--json")
    found = valid(answer, "can")
    assert code is None or answer.code == code, answer
    if variant is not None:
        one = {**schema_of("can"), "oneOf": [{"$ref": f"#/$defs/{variant}"}]}
        jsonschema.validate(found, one)


@pytest.mark.parametrize("words", [["makeup"], ["zzzz"], [], ["--ingredients", "aqua, retinol"]])
def test_can_without_a_treatment_answers_or_refuses_in_json(world: World, words: list[str]) -> None:
    """Never text on stdout: a document that says null, or nothing and a sentence on stderr."""
    answer = world.meso("can", *words, "--json")
    assert answer.code == 3
    assert answer.err.startswith("meso: ")
    if answer.out:
        assert valid(answer, "can")["allowed"] is None


def test_every_why_is_as_its_schema_says(busy: World) -> None:
    """Each id of the guide, with a treatment."""
    guide = read_guide()
    rows = (guide.restrictions, guide.symptoms, guide.signs, guide.combinations, guide.topics(), guide.care)
    for id in (*(id for row in rows for id in row), *HISTORY, *read_words("before")):
        answer = busy.meso("why", id, "--json", "--treatment", "t1")
        assert answer.code == 0, answer.err
        assert valid(answer, "why")["id"] == id
    fever = valid(busy.meso("why", "fever", "--json", "--treatment", "t1"), "why")
    assert (fever["tier"], fever["yours"]["last"]["reading"]) == ("urgent", 38.5)
    assert [row["id"] for row in fever["yours"]["warnings"]] == ["fever"]


def test_why_without_a_treatment(world: World) -> None:
    """The rule is told; what is yours is null; what no rule is about is refused."""
    for id in ("redness", "makeup", "fever", "bare-ice", "spf"):
        assert valid(world.meso("why", id, "--json"), "why")["yours"] is None
    answer = world.meso("why", "zzzz", "--json")
    assert (answer.code, answer.out) == (3, "")


def test_what_schemas_share_is_the_same_in_each() -> None:
    """A restriction, a warning and a log look alike wherever they stand."""
    shared = [schema_of(name)["$defs"] for name in ("status", "can", "why", "log")]
    for name in ("restriction", "log", "warning", "time"):
        found = {re.sub(r', "minItems": 1', "", json.dumps(defs[name])) for defs in shared if name in defs}
        assert len(found) == 1, name


GUIDE_LINES: tuple[list[str], ...] = (
    [],
    ["--day", "0"],
    ["--day", "3"],
    ["--day", "300"],
    ["--week"],
    ["--before", "12 dec"],
)


@pytest.mark.parametrize("words", GUIDE_LINES, ids=" ".join)
def test_the_guide_is_as_its_schema_says(busy: World, words: list[str]) -> None:
    """With the recorded treatment, and it says the same day as the screen."""
    answer = busy.meso("guide", *words, "--json")
    assert answer.code == 0, answer.err
    found = valid(answer, "guide")
    assert found["treatment"] == "t1"
    if "--week" in words:
        assert [row["day"] for row in found["days"]] == [*range(1, 8)]


@pytest.mark.parametrize("words", GUIDE_LINES, ids=" ".join)
def test_the_guide_without_a_treatment(world: World, words: list[str]) -> None:
    """Both ends of each restriction; nothing is of a person's."""
    answer = world.meso("guide", *words, "--json")
    assert (answer.code, answer.err) == (0, "")
    assert valid(answer, "guide")["treatment"] is None


def test_a_day_of_the_guide_allows_nothing_that_can_forbids(busy: World) -> None:
    """The states of the document are those of `can` at its strictest moment."""
    (day,) = valid(busy.meso("guide", "--day", "1", "--json"), "guide")["days"]
    allowed = {row["id"] for row in day["restrictions"] if row["state"] == "allowed"}
    answer = valid(busy.meso("can", "--at", day["begin"], "--treatment", "t1", "--json"), "can")
    at_its_begin = {row["id"]: row["state"] for row in answer["restrictions"]}
    assert all(at_its_begin[id] == "allowed" for id in allowed)


@pytest.mark.parametrize(
    "words", [["redness=2"], ["pus", "fever"], ["--told", "rang GP", "--about", "all"], ["--note", "calm"]]
)
def test_log_answers_as_its_schema_says(busy: World, words: list[str]) -> None:
    """The entry's number and every warning, alone on stdout: a red flag's card goes to stderr."""
    answer = busy.meso("log", *words, "--json")
    assert answer.code == 0, answer.err
    found = valid(answer, "log")
    assert [row["id"] for row in found["warnings"]] == [
        row["id"] for row in busy.as_json("status", "--treatment", found["treatment"])["warnings"]
    ]
    assert (found["entry"] is None) is ("--told" in words)
    assert ("NOW" in answer.err) is ("pus" in words)


def test_what_log_refuses_prints_no_json(busy: World) -> None:
    """The message and the card stand on stderr, and nothing is saved."""
    for words, code in ((["rednes"], 2), ([], 5), (["fever=blue"], 2)):
        answer = busy.meso("log", *words, "--json")
        assert (answer.code, answer.out) == (code, "")
        assert answer.err
