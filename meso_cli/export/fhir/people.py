"""Who recorded, and with what: Patient, Device, Provenance."""

from collections.abc import Iterable

from meso_cli.export.fhir.elements import Known, Resource, concept, identifier, stamp, uuid
from meso_cli.export.fhir.recorded import Recorded
from meso_cli.model.coding import Codes


def patient(recorded: Recorded, codes: Codes) -> Resource:
    """Pseudonymous: no name, no birth date; known by a number that follows from the records."""
    id = _patient_id(recorded)
    content = {"resourceType": "Patient", "identifier": [identifier("patient", id, codes)], "active": True}
    return Resource("Patient", id, content)


def _patient_id(recorded: Recorded) -> str:
    """One person keeps one file: the first treatment ever recorded in it names them, deleted or not."""
    treatments = (row for row in recorded.records if row["record"] == "treatment")
    return uuid("patient", min(treatments, key=lambda row: (row["created_at"], row["uuid"]))["uuid"])


def device(recorded: Recorded, codes: Codes) -> Resource:
    """This program, with the guide that it judged by."""
    id = _device_id(recorded)
    version = f"{recorded.version}, guide {recorded.guide.id} {recorded.guide.version}"
    content = {
        "resourceType": "Device",
        "identifier": [identifier("device", id, codes)],
        "deviceName": [{"name": "meso", "type": "user-friendly-name"}],
        "type": {"text": "Self-tracking software"},
        "version": [{"value": version}],
    }
    return Resource("Device", id, content)


def _device_id(recorded: Recorded) -> str:
    return uuid("device", recorded.version, recorded.guide.version)


def provenance(targets: Iterable[Resource], recorded: Recorded, codes: Codes) -> Resource:
    """Who said and who wrote these: the patient, and this program. It is of the last change, not of now."""
    named = [row.known for row in targets]
    at = max(stamp(record) for record in recorded.records)
    person = next((row for row in named if row.kind == "Patient"), None)
    id = uuid("provenance", at, recorded.version, *(row.id for row in named))
    agents = [
        {"type": concept(codes.roles["author"]), "who": {}},
        {"type": concept(codes.roles["assembler"]), "who": {}},
    ]
    content = {
        "resourceType": "Provenance",
        "meta": {"tag": [{"system": f"{codes.ids}:provenance", "code": id}]},
        "target": [{} for _ in named],
        "recorded": at,
        "agent": agents,
    }
    people = (person or Known("Patient", _patient_id(recorded)), Known("Device", _device_id(recorded)))
    return Resource(
        "Provenance",
        id,
        content,
        (
            *((("target", place), row) for place, row in enumerate(named)),
            *((("agent", place, "who"), who) for place, who in enumerate(people)),
        ),
        tagged=True,
    )
