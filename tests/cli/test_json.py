"""`status --json`: the shape that others build on."""

import json
from pathlib import Path

import jsonschema
import pytest

from tests.conftest import World

SCHEMA = json.loads((Path(__file__).parents[2] / "data" / "schema" / "status.schema.json").read_text("utf-8"))

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
        {"entry": 2, "item": "fever", "value": 1, "at": "2026-03-03T12:00:00+01:00"}
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
