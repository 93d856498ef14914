"""Records as FHIR R4 resources: Patient, Device, Procedure, CarePlan, Observation, Provenance.

Symptoms follow HL7's Symptoms guide 1.0.0: present, or absent where it was denied; what was not recorded is
not sent. So the usual range and the program are in no Observation: that guide forbids both. Nothing here
reads a clock: the same records give the same resources.
"""

from collections.abc import Iterable

from meso_cli.errors import NothingFound
from meso_cli.export.fhir.elements import Known, Record, Resource, uuid
from meso_cli.export.fhir.observations import observed
from meso_cli.export.fhir.people import device, patient
from meso_cli.export.fhir.recorded import Recorded, Treated
from meso_cli.export.fhir.treatments import care_plan, procedure
from meso_cli.model.coding import Codes


def resources(recorded: Recorded, codes: Codes) -> list[Resource]:
    """Every resource in an order in which each refers only to earlier ones, without Provenance."""
    by_kind = _grouped(recorded.records, "record")
    wanted = [row for row in by_kind.get("treatment", []) if recorded.only in (None, row["uuid"])]
    if not wanted:
        raise NothingFound("No treatment is recorded, so there is nothing to export.")
    person = patient(recorded, codes)
    made = [person, device(recorded, codes)]
    entries = _grouped(by_kind.get("entry", []), "treatment")
    observations = _grouped(by_kind.get("observation", []), "entry")
    for row in wanted:
        of, own = _treated(row, recorded, codes, person.known), entries.get(row["uuid"], [])
        made += [procedure(of), care_plan(of, own, observations)]
        for entry in sorted(own, key=lambda entry: (entry["observed_at"], entry["uuid"])):
            made += observed(of, entry, observations.get(entry["uuid"], []))
    return made


def _grouped(rows: Iterable[Record], key: str) -> dict[str, list[Record]]:
    """Records by what they belong to."""
    found: dict[str, list[Record]] = {}
    for row in rows:
        found.setdefault(row[key], []).append(row)
    return found


def _treated(row: Record, recorded: Recorded, codes: Codes, person: Known) -> Treated:
    case = recorded.cases.get(row["uuid"])
    plan = Known("CarePlan", uuid("care-plan", row["uuid"]))
    return Treated(row, case.guide if case else recorded.guide, case, codes, person, plan)
