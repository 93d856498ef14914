"""What was logged: an Observation a symptom or sign, a temperature beside it, or a note alone."""

from collections.abc import Iterator

from meso_cli.export.fhir.elements import (
    CORRECTED,
    DONE,
    WRONG,
    Json,
    Known,
    Record,
    Resource,
    coding,
    concept,
    identifier,
    moment,
    stamp,
    text,
    uuid,
)
from meso_cli.export.fhir.recorded import Treated
from meso_cli.model.guide import GRADES
from meso_cli.model.records import ASSUMED_AREA
from meso_cli.text import inside
from meso_cli.wording.values import label_of


def observed(of: Treated, entry: Record, seen: list[Record]) -> Iterator[Resource]:
    """One Observation per symptom or sign, a temperature beside it; care is not sent."""
    note = entry["note"]
    for row in sorted(seen, key=lambda row: str(row["item"])):
        item = of.guide.item(row["item"])
        if item is not None and item.kind == "care":
            continue
        yield _observation(of, entry, row, note)
        note = None
        if row["reading"] is not None:
            yield _temperature(of, entry, row)
    if note:
        yield _note(of, entry, note)


def _observation(of: Treated, entry: Record, row: Record, note: str | None) -> Resource:
    codes, item, value = of.codes, row["item"], row["value"]
    id = uuid("observation", row["uuid"])
    role = codes.roles["present" if value else "absent"]
    symptom: Json = {"text": text(inside(label_of(item, of.guide)))}
    if item in codes.items:
        symptom = {"coding": [coding(codes.items[item])], **symptom}
    content = _base(of, "observation", id, entry, row)
    content |= {
        "category": [concept(codes.roles["category"])],
        "code": concept(role),
        "valueCodeableConcept": symptom,
    }
    if value and item in of.guide.symptoms:
        content["component"] = [
            {"code": concept(codes.roles["severity"]), "valueCodeableConcept": _severity(of, value)}
        ]
    if note:
        content["note"] = [{"text": text(note)}]
    return _placed(of, id, content)


def _severity(of: Treated, grade: int) -> Json:
    known = of.codes.severity.get(grade)
    words = f"{grade} {GRADES[grade]}" if grade < len(GRADES) else str(grade)
    return {"coding": [coding(known)], "text": words} if known else {"text": words}


def _temperature(of: Treated, entry: Record, row: Record) -> Resource:
    codes, id = of.codes, uuid("temperature", row["uuid"])
    content = _base(of, "temperature", id, entry, row)
    quantity = {"value": row["reading"], "unit": "°C", "system": codes.units, "code": "Cel"}
    content |= {
        "category": [concept(codes.roles["vital-signs"])],
        "code": concept(codes.roles["temperature"]),
        "valueQuantity": quantity,
    }
    return _placed(of, id, content)


def _note(of: Treated, entry: Record, note: str) -> Resource:
    id = uuid("note", entry["uuid"])
    content = _base(of, "note", id, entry, entry)
    content |= {"code": {"text": "Patient's note"}, "valueString": text(note)}
    return _placed(of, id, content)


def _base(of: Treated, name: str, id: str, entry: Record, row: Record) -> Json:
    gone = any(part["deleted_at"] for part in (of.row, entry, row))
    changed = any(part["updated_at"] != part["created_at"] for part in (entry, row))
    return {
        "resourceType": "Observation",
        "identifier": [identifier(name, id, of.codes)],
        "basedOn": [{}],
        "status": WRONG if gone else CORRECTED if changed else DONE,
        "subject": {},
        "effectiveDateTime": moment(entry["observed_at"], entry["observed_offset"]),
        "issued": max(stamp(entry), stamp(row)),
        "performer": [{}],
        "bodySite": {"text": of.row["area"] or ASSUMED_AREA},
    }


def _placed(of: Treated, id: str, content: Json) -> Resource:
    refers: tuple[tuple[tuple[str | int, ...], Known], ...] = (
        (("basedOn", 0), of.plan),
        (("subject",), of.patient),
        (("performer", 0), of.patient),
    )
    return Resource("Observation", id, content, refers)
