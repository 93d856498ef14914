"""A clinic's side: an independent validator, and a real FHIR server that takes the Bundles in.

`python -m pytest -m full tests/full/test_fhir_programs.py` does all of it; the programs come from PyPI, each
into an environment of its own.
"""

import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PATIENCE, World
from tests.full.outside import programs
from tests.full.symptoms_guide import PROFILES, profile, url_of

Json = dict[str, Any]
PROGRAMS = ("sekmet-fhir==0.1.1", "pyrofile-validator==0.3.0")


@pytest.fixture
def logged(world: World) -> World:
    """A treatment with a plan, a symptom, a denied one, a temperature, a note, an entry that was deleted."""
    start = ("start", "--device", "pen", "--depth", "1.5", "--skin-type", "4", "--practitioner", "Dr Lee")
    assert world.meso(*start, "--product", "serum", "--note", "<b>first</b>").code == 0
    world.meso("plan", "set", "makeup", "12h", "--by", "Dr Lee")
    world.meso("plan", "set", "exercise", "open")
    for hours, words in (
        (3, ("redness=3", "swelling=1", "fever=no", "water=3")),
        (27, ("redness=2", "worried", "--note", "is it normal?")),
        (51, ("redness=1", "fever=38.5", "numbness=no")),
        (52, ("--note", "only a note")),
        (53, ("pain=4",)),
    ):
        assert world.at(hours=hours).meso("log", *words).code == 0
    assert world.meso("delete", "5", "--yes").code in (0, 2)
    return world


def bundle_of(world: World, *words: str) -> Json:
    answer = world.meso("export", "--format", "fhir", *words)
    assert answer.code == 0, answer.err
    found = json.loads(answer.out)
    assert isinstance(found, dict)
    return found


def judged(bundle: Json, folder: Path) -> list[str]:
    """What the validator says against R4, the Bundle's rules and the Symptoms guide."""
    profiles = folder / "profiles"
    profiles.mkdir(exist_ok=True)
    for code, name in PROFILES.items():
        (profiles / f"{name}.json").write_text(json.dumps(profile(code)))
    for entry in bundle["entry"]:
        for coding in entry["resource"].get("code", {}).get("coding", []):
            if coding["code"] in PROFILES:
                entry["resource"]["meta"] = {"profile": [url_of(PROFILES[coding["code"]])]}
    config = {"localPackagePaths": [str(profiles)], "evidenceOutputDir": str(folder / "evidence")}
    (folder / "pyrofile.json").write_text(json.dumps(config))
    (folder / "bundle.json").write_text(json.dumps(bundle))
    program, report = programs("sekmet", *PROGRAMS) / "pyrofile", folder / "report.json"
    words = [
        "bundle",
        str(folder / "bundle.json"),
        "-c",
        str(folder / "pyrofile.json"),
        "--json-output",
        str(report),
    ]
    subprocess.run([program, *words], capture_output=True, check=False, cwd=folder, timeout=PATIENCE)
    # The validator's list of Observation's status ends after four codes, where its source has a "+".
    cut_short = "Code 'entered-in-error' is not in required ValueSet _r4b_status"
    issues = [
        row for row in json.loads(report.read_text("utf-8"))["issues"] if cut_short not in row["message"]
    ]
    return [
        f"{row['severity']} {row.get('rule') or row.get('code')} {row.get('path')}: {row.get('message')}"
        for row in issues
        if row["severity"] in ("error", "fatal")
    ]


@pytest.mark.parametrize("words", [(), ("--update",), ("--collection",), ("--no-provenance",)])
def test_the_bundle_is_valid(logged: World, words: tuple[str, ...]) -> None:
    """R4, the Bundle's own rules, and the Symptoms guide: no error, in every shape."""
    assert judged(bundle_of(logged, *words), logged.folder) == []


def test_the_validator_would_see_it(logged: World) -> None:
    """What the Symptoms guide forbids is refused: a second performer, the program as the device."""
    bundle = bundle_of(logged)
    symptom = next(
        entry["resource"]
        for entry in bundle["entry"]
        if entry["resource"].get("code", {}).get("coding", [{}])[0].get("code") == "75325-1"
    )
    symptom["device"] = {"display": "meso"}
    symptom["performer"] = [*symptom["performer"], {"display": "somebody else"}]
    found = judged(bundle, logged.folder)
    assert any("device" in issue for issue in found)
    assert any("performer" in issue for issue in found)


class Server:
    """A FHIR server on this machine: what is posted, what is found."""

    def __init__(self, base: str) -> None:
        self.base = base

    def send(self, bundle: Json) -> list[int]:
        """Posts a Bundle; the status of each entry."""
        answer = self._call("", json.dumps(bundle).encode())
        return [int(entry["response"]["status"].split()[0]) for entry in answer["entry"]]

    def find(self, query: str) -> list[Json]:
        """Every resource that a search finds."""
        answer = self._call(f"/{query}{'&' if '?' in query else '?'}_count=500")
        return [entry["resource"] for entry in answer.get("entry", [])]

    def is_up(self) -> bool:
        try:
            return bool(self._call("/metadata"))
        except (OSError, urllib.error.URLError):
            return False

    def _call(self, path: str, body: bytes | None = None) -> Json:
        asked = urllib.request.Request(
            self.base + path,
            body,
            {"Content-Type": "application/fhir+json", "Accept": "application/fhir+json"},
        )
        with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:
            found = json.load(answer)
        assert isinstance(found, dict)
        return found


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server of its own with nothing in it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home = tmp_path / "server"
    home.mkdir()
    serve = [programs("sekmet", *PROGRAMS) / "sekmet", "serve", "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen(
        list(map(str, serve)), cwd=home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        found = Server(f"http://127.0.0.1:{port}/fhir")
        deadline = time.monotonic() + PATIENCE
        while not found.is_up():
            assert time.monotonic() < deadline, "the server did not begin"
            time.sleep(0.2)
        yield found
    finally:
        process.terminate()
        process.wait()


def test_sent_twice_nothing_doubles(logged: World, server: Server) -> None:
    """The second time each entry is there already; Provenance, too."""
    bundle = bundle_of(logged)
    assert set(server.send(bundle)) == {201}
    before = {
        kind: len(server.find(kind)) for kind in ("Patient", "Device", "Procedure", "CarePlan", "Observation")
    }
    assert set(server.send(bundle)) == {200}
    assert {kind: len(server.find(kind)) for kind in before} == before
    assert before["Patient"] == 1


def test_corrections_arrive(logged: World, server: Server) -> None:
    """After an edit and a deletion `--update` puts the new values in the place of the old ones."""
    server.send(bundle_of(logged))
    number = len(server.find("Observation"))
    assert logged.at(hours=60).meso("edit", "1", "redness=2").code == 0
    assert logged.meso("delete", "2").code == 0
    assert set(server.send(bundle_of(logged))) <= {200, 201}
    assert not [row for row in server.find("Observation") if row["status"] == "amended"], (
        "a create changes nothing"
    )
    assert set(server.send(bundle_of(logged, "--update"))) <= {200, 201}
    found = server.find("Observation")
    assert len(found) == number
    (corrected,) = [row for row in found if row["status"] == "amended"]
    assert corrected["component"][0]["valueCodeableConcept"]["text"] == "2 moderate"
    gone = {row["valueCodeableConcept"]["text"] for row in found if row["status"] == "entered-in-error"}
    assert gone == {"redness", "anything that worries you", "pain"}


def test_split_for_servers_with_limits(logged: World, server: Server) -> None:
    """Several files, sent in order: what is in another one is found by its identifier. Twice: nothing new."""
    answer = logged.meso("export", "--format", "fhir", "--split", "6", "-o", "part.json")
    assert answer.code == 0, answer.err
    files = sorted(logged.folder.glob("part-*.json"), key=lambda file: int(file.stem.split("-")[1]))
    assert len(files) > 2
    for expected in (201, 200):
        for file in files:
            bundle = json.loads(file.read_text("utf-8"))
            assert len(bundle["entry"]) <= 6
            assert set(server.send(bundle)) == {expected}
    (patient,) = server.find("Patient")
    for row in server.find("Observation"):
        assert row["subject"]["reference"].endswith(f"Patient/{patient['id']}")


def at_home_of(world: World, name: str) -> World:
    """Another person's machine."""
    world.environment["MESO_DB"] = str(world.folder / name / "meso.db")
    os.environ["MESO_DB"] = world.environment["MESO_DB"]
    world.database = Path(world.environment["MESO_DB"])
    return world


def test_a_clinic_tells_three_patients_apart(world: World, server: Server) -> None:
    """Each patient's present, absent and unrecorded fever is found by search."""
    told = {"has": "fever=38.5", "has-not": "fever=no", "nobody-asked": "redness=2"}
    patients: dict[str, str] = {}
    for name, words in told.items():
        person = at_home_of(world, name).at(hours=0)
        assert person.meso("start", "--device", "pen").code == 0
        assert person.at(hours=5).meso("log", words).code == 0
        bundle = bundle_of(person)
        assert set(server.send(bundle)) <= {200, 201}
        (known,) = bundle["entry"][0]["resource"]["identifier"]
        patients[name] = f"{known['system']}|{known['value']}"
    assert len(server.find("Patient")) == 3
    assert len(server.find("Device")) == 1, "one program wrote all three"

    def fevers(name: str) -> list[str]:
        (patient,) = server.find(f"Patient?identifier={urllib.parse.quote(patients[name])}")
        found = server.find(f"Observation?subject=Patient/{patient['id']}")
        about = [row for row in found if row.get("valueCodeableConcept", {}).get("text") == "fever"]
        return [row["code"]["coding"][0]["code"] for row in about]

    assert fevers("has") == ["75325-1"]
    assert fevers("has-not") == ["111551-8"]
    assert fevers("nobody-asked") == []
    feverish = server.find(
        "Observation?code=http://loinc.org%7C75325-1&value-concept=http://snomed.info/sct%7C386661006"
    )
    assert len({row["subject"]["reference"] for row in feverish}) == 1
