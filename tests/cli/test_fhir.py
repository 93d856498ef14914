"""The FHIR export: present, absent and unrecorded told apart; the same records give the same Bundle."""

import json
import sys
from typing import Any

import pytest

from meso_cli.guide.codes import read_codes
from meso_cli.guide.reading import read_guide
from tests.conftest import World

Json = dict[str, Any]


def bundle_of(world: World, *words: str) -> Json:
    answer = world.meso("export", "--format", "fhir", *words)
    assert answer.code == 0, answer.err
    found = json.loads(answer.out)
    assert isinstance(found, dict)
    return found


def of_kind(bundle: Json, kind: str) -> list[Json]:
    return [entry["resource"] for entry in bundle["entry"] if entry["resource"]["resourceType"] == kind]


def code_of(resource: Json) -> str | None:
    coding = resource["code"].get("coding")
    return coding[0]["code"] if coding else None


@pytest.fixture
def logged(treated: World) -> World:
    treated.meso("edit", "t1", "--practitioner", "Dr Lee", "--note", "first <b>session</b>")
    treated.meso("plan", "set", "makeup", "12h", "--by", "Dr Lee")
    words = ("redness=3", "swelling=0", "fever=38.5", "pus=no", "water=2", "--note", "is it normal?\u202e")
    assert treated.at(hours=3).meso("log", *words).code == 0
    return treated


def test_present_absent_unrecorded(logged: World) -> None:
    """A value is present with its severity, a denied one absent, what nobody logged is nothing at all."""
    found = {
        (row.get("valueCodeableConcept", {}).get("text"), code_of(row)): row
        for row in of_kind(bundle_of(logged), "Observation")
    }
    assert set(found) == {
        ("redness", "75325-1"),
        ("swelling", "111551-8"),
        ("fever", "75325-1"),
        ("pus", "111551-8"),
        (None, "8310-5"),
    }
    redness = found["redness", "75325-1"]
    assert redness["valueCodeableConcept"]["coding"][0]["code"] == "247441003"
    assert redness["component"][0]["valueCodeableConcept"]["text"] == "3 severe"
    assert redness["effectiveDateTime"] == "2026-03-02T17:00:00+01:00"
    assert "coding" not in found["pus", "111551-8"]["valueCodeableConcept"], "no certain code, so none"
    assert found[None, "8310-5"]["valueQuantity"]["value"] == 38.5
    notes = [note["text"] for row in found.values() for note in row.get("note", ())]
    assert notes == ["is it normal?\ufffd"], "a note goes with one value of its entry"


def test_who_and_what(logged: World) -> None:
    """A pseudonymous patient; the treatment in words; what to avoid; red flags that nobody asked about."""
    bundle = bundle_of(logged)
    (patient,) = of_kind(bundle, "Patient")
    assert set(patient) == {"resourceType", "identifier", "active"}
    (procedure,) = of_kind(bundle, "Procedure")
    assert procedure["code"] == {"text": "Microneedling (pen)"}
    assert {"text": "Note: first <b>session</b>"} in procedure["note"]
    (plan,) = of_kind(bundle, "CarePlan")
    makeup = next(row["detail"] for row in plan["activity"] if row["detail"]["code"]["text"] == "Makeup")
    assert makeup["description"] == "avoid until 12 h, then with caution until 48 h; set by Dr Lee"
    never = plan["note"][0]["text"]
    assert "trouble breathing" in never
    assert "fever" not in never


def test_the_same_to_the_byte(logged: World) -> None:
    """No clock in it: later, and after a look, the Bundle is the same. A change makes another Provenance."""
    before = logged.meso("export", "--format", "fhir").out
    assert logged.at(hours=70).meso("export", "--format", "fhir").out == before
    logged.meso("edit", "1", "redness=2")
    after = bundle_of(logged)
    (then,), (now,) = (of_kind(bundle, "Provenance") for bundle in (json.loads(before), after))
    assert then["meta"] != now["meta"]
    changed = [row for row in of_kind(after, "Observation") if row["status"] == "amended"]
    assert [row["component"][0]["valueCodeableConcept"]["text"] for row in changed] == ["2 moderate"]


def test_deleted_is_never_missing(logged: World) -> None:
    """What was taken back is entered in error, with a value, an entry or a whole treatment."""
    everything = {row["identifier"][0]["value"] for row in of_kind(bundle_of(logged), "Observation")}
    logged.meso("edit", "1", "swelling=")
    removed = [
        row for row in of_kind(bundle_of(logged), "Observation") if row["status"] == "entered-in-error"
    ]
    assert [row["valueCodeableConcept"]["text"] for row in removed] == ["swelling"]
    logged.meso("delete", "1")
    found = of_kind(bundle_of(logged), "Observation")
    assert {row["identifier"][0]["value"] for row in found} == everything
    assert {row["status"] for row in found} == {"entered-in-error"}


def test_every_shape(logged: World) -> None:
    """A create is conditional on the identifier; an update is a put there; a collection asks nothing."""
    for entry in bundle_of(logged)["entry"]:
        request = entry["request"]
        assert request["method"] == "POST"
        assert "?" not in request["ifNoneExist"]
        tagged = entry["resource"]["resourceType"] == "Provenance"
        assert request["ifNoneExist"].startswith("_tag=" if tagged else "identifier=")
        assert "urn:uuid" not in json.dumps(entry["resource"].get("identifier", []))
    update = bundle_of(logged, "--update", "--no-provenance")
    assert {entry["request"]["method"] for entry in update["entry"]} == {"PUT"}
    assert of_kind(update, "Provenance") == []
    collection = bundle_of(logged, "--collection")
    assert collection["type"] == "collection"
    assert not any("request" in entry for entry in collection["entry"])
    lines = logged.meso("export", "--format", "fhir", "--split", "5").out.splitlines()
    assert [len(json.loads(line)["entry"]) for line in lines] == [5, 5, 2]
    assert "Patient?identifier=" in lines[1]
    assert len({entry["fullUrl"] for line in lines for entry in json.loads(line)["entry"]}) == 12


def test_one_treatment_of_one_person(logged: World) -> None:
    """Each treatment alone is of the same patient."""
    logged.at(days=40).meso("start", "--device", "pen")
    both = bundle_of(logged)
    assert len(of_kind(both, "Procedure")) == 2
    assert len(of_kind(both, "Patient")) == 1
    alone = bundle_of(logged, "--treatment", "t2")
    assert len(of_kind(alone, "Procedure")) == 1
    assert of_kind(alone, "Patient") == of_kind(both, "Patient")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--split", "2"], "4 at least"),
        (["--collection", "--update"], "--collection is a file of its own"),
        (["--for-spreadsheet"], "--for-spreadsheet needs --format csv"),
        (["--format", "json", "--update"], "--update needs --format fhir"),
        (["--format", "xml"], "choose json, csv or fhir"),
    ],
)
def test_refused(logged: World, words: list[str], said: str) -> None:
    """Each with the way out."""
    answer = logged.meso("export", "--format", "fhir", *words)
    assert (answer.code, said in answer.err, answer.out) == (2, True, "")


def test_the_package_is_not_there(logged: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one command that installs it; nothing is written."""
    for name in ("fhir", "fhir.resources", "fhir.resources.R4B", "fhir.resources.R4B.bundle"):
        monkeypatch.setitem(sys.modules, name, None)
    answer = logged.meso("export", "--format", "fhir", "-o", "bundle.json")
    assert (answer.code, "pip install 'fhir.resources" in answer.err) == (6, True)
    assert not (logged.folder / "bundle.json").exists()


def test_codes_are_of_items_and_cited() -> None:
    """Each code belongs to something that can be logged, and says where it was read."""
    codes, guide = read_codes(), read_guide()
    assert set(codes.items) <= {*guide.symptoms, *guide.signs}
    assert all(row.source for table in (codes.roles, codes.severity, codes.items) for row in table.values())
    assert set(codes.severity) == {1, 2, 3, 4}


def test_nothing_recorded(treated: World) -> None:
    """A treatment without a log is a treatment without an Observation."""
    bundle = bundle_of(treated)
    assert of_kind(bundle, "Observation") == []
    assert len(of_kind(bundle, "CarePlan")) == 1


def test_what_an_earlier_export_left_is_named(logged: World) -> None:
    """Fewer Bundles than the last time: whoever sends the folder must know which are of another export."""
    out = logged.meso("export", "--format", "fhir", "--split", "5", "-o", "f.json").out
    assert "FHIR Bundles: f-1.json to f-" in out
    answer = logged.meso("export", "--format", "fhir", "-o", "f.json")
    assert answer.code == 0
    assert "Of an earlier export, and not of this one: f-1.json, f-2.json" in answer.err
    assert "earlier" not in logged.meso("export", "--format", "fhir", "-o", "other.json").err
