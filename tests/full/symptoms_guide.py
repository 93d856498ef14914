"""What HL7's Symptoms guide 1.0.0 (CC0) demands of an Observation, as a partial profile a validator reads.

Its own profiles are published as FHIR Shorthand; these are the constraints that bear on what we send.
"""

from typing import Any

SYMPTOM = "http://hl7.org/fhir/uv/symptoms/CodeSystem/SymptomTemporary"
PROFILES = {"75325-1": "present", "111551-8": "absent"}
FORBIDDEN = ("dataAbsentReason", "interpretation", "specimen", "device", "referenceRange")
IN_COMPONENTS = ("dataAbsentReason", "interpretation", "referenceRange")


def url_of(name: str) -> str:
    """The address that a resource claims the profile by."""
    return f"urn:meso-cli:test:symptom-{name}"


def profile(code: str) -> dict[str, Any]:
    """A StructureDefinition with the guide's differences from Observation."""
    name = PROFILES[code]
    elements: list[dict[str, Any]] = [
        _element("status", 1, "1"),
        {
            **_element("category", 1, "*"),
            "slicing": {"discriminator": [{"type": "value", "path": "$this"}], "rules": "open"},
        },
        {
            "id": "Observation.category:symptom",
            "path": "Observation.category",
            "sliceName": "symptom",
            "min": 1,
            "max": "1",
            "patternCodeableConcept": {"coding": [{"system": SYMPTOM, "code": "symptom"}]},
        },
        _element("code", 1, "1"),
        {**_element("code.coding", 1, "1"), "patternCoding": {"system": "http://loinc.org", "code": code}},
        {**_element("subject", 1, "1"), "type": _to("Patient")},
        {**_element("effective[x]", 1, "1"), "type": [{"code": "dateTime"}, {"code": "Period"}]},
        {**_element("performer", 1, "1"), "type": _to("Patient", "RelatedPerson")},
        {**_element("value[x]", 1, "1"), "type": [{"code": "CodeableConcept"}]},
        *(_element(path, 0, "0") for path in FORBIDDEN),
        *(_element(f"component.{path}", 0, "0") for path in IN_COMPONENTS),
        {**_element("component.value[x]", 1, "1"), "type": [{"code": "CodeableConcept"}]},
    ]
    return {
        "resourceType": "StructureDefinition",
        "url": url_of(name),
        "name": f"Symptom{name.title()}",
        "status": "active",
        "fhirVersion": "4.0.1",
        "kind": "resource",
        "abstract": False,
        "type": "Observation",
        "baseDefinition": "http://hl7.org/fhir/StructureDefinition/Observation",
        "derivation": "constraint",
        "differential": {"element": elements},
    }


def _element(path: str, least: int, most: str) -> dict[str, Any]:
    return {"id": f"Observation.{path}", "path": f"Observation.{path}", "min": least, "max": most}


def _to(*kinds: str) -> list[dict[str, Any]]:
    targets = [f"http://hl7.org/fhir/StructureDefinition/{kind}" for kind in kinds]
    return [{"code": "Reference", "targetProfile": targets}]
