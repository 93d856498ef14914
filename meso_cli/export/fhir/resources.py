"""Records as FHIR R4 resources: Patient, Device, Procedure, CarePlan, Observation, Provenance.

Symptoms follow HL7's Symptoms guide 1.0.0: present, or absent where it was denied; what was not recorded is
not sent. So the usual range and the program are in no Observation: that guide forbids both. Nothing here
reads a clock: the same records give the same resources.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final
from uuid import NAMESPACE_URL, UUID, uuid5

from meso_cli.errors import NothingFound
from meso_cli.model.case import Case
from meso_cli.model.coding import Code, Codes
from meso_cli.model.guide import GRADES, Guide
from meso_cli.model.records import ASSUMED_AREA
from meso_cli.recovery.restrictions import said_about
from meso_cli.recovery.windows import Window, guide_window, planned_window
from meso_cli.text import inside, visible_lines
from meso_cli.values import NamedTuple
from meso_cli.wording.values import device_words, label_of

Record = Mapping[str, Any]
Json = dict[str, Any]

_DONE: Final = "final"
_CORRECTED: Final = "amended"
_WRONG: Final = "entered-in-error"


class Resource(NamedTuple):
    """A resource with the one value that it is known by, and the others that it refers to.

    `refers`: where in it a reference stands, as keys and positions, with what it names. `tagged`: it is known
    by a tag, as its kind has no identifier.
    """

    kind: str
    id: str
    content: Json
    refers: tuple[tuple[tuple[str | int, ...], "Known"], ...] = ()
    tagged: bool = False

    @property
    def known(self) -> "Known":
        """What another resource names it by."""
        return Known(self.kind, self.id)


class Known(NamedTuple):
    """A kind of resource and the value of its identifier."""

    kind: str
    id: str


class Recorded(NamedTuple):
    """Everything of a file: its portable records, deleted ones too; the cases of the treatments that are not.

    `only`: the uuid of the one treatment that is wanted.
    """

    records: tuple[Record, ...]
    cases: Mapping[str, Case]
    guide: Guide
    version: str
    only: str | None = None


def resources(recorded: Recorded, codes: Codes) -> list[Resource]:
    """Every resource in an order in which each refers only to earlier ones, without Provenance."""
    by_kind: dict[str, list[Record]] = {}
    for record in recorded.records:
        by_kind.setdefault(record["record"], []).append(record)
    every = by_kind.get("treatment", [])
    wanted = [row for row in every if recorded.only in (None, row["uuid"])]
    if not wanted:
        raise NothingFound("No treatment is recorded, so there is nothing to export.")
    # One person keeps one file: the first treatment ever recorded in it names them, deleted or not.
    first = min(every, key=lambda row: (row["created_at"], row["uuid"]))
    patient = _patient(first["uuid"], codes)
    made = [patient, _device(recorded, codes)]
    entries: dict[str, list[Record]] = {}
    for entry in by_kind.get("entry", []):
        entries.setdefault(entry["treatment"], []).append(entry)
    observations: dict[str, list[Record]] = {}
    for seen in by_kind.get("observation", []):
        observations.setdefault(seen["entry"], []).append(seen)
    for treatment in wanted:
        maker = _Maker(treatment, recorded, codes, patient.known)
        made += [maker.procedure(), maker.care_plan(entries.get(treatment["uuid"], []), observations)]
        for entry in sorted(
            entries.get(treatment["uuid"], []), key=lambda row: (row["observed_at"], row["uuid"])
        ):
            made += maker.entry(entry, observations.get(entry["uuid"], []))
    return made


def provenance(targets: Iterable[Resource], recorded: Recorded, codes: Codes) -> Resource:
    """Who said and who wrote these: the patient, and this program. It is of the last change, not of now."""
    named = [row.known for row in targets]
    at = max(_stamp(record) for record in recorded.records)
    patient = next((row for row in named if row.kind == "Patient"), None)
    id = _uuid("provenance", at, recorded.version, *(row.id for row in named))
    agents = [
        {"type": _concept(codes.roles["author"]), "who": {}},
        {"type": _concept(codes.roles["assembler"]), "who": {}},
    ]
    content = {
        "resourceType": "Provenance",
        "meta": {"tag": [{"system": f"{codes.ids}:provenance", "code": id}]},
        "target": [{} for _ in named],
        "recorded": at,
        "agent": agents,
    }
    people = (patient or Known("Patient", _patient_of(recorded)), Known("Device", _device_id(recorded)))
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


def _patient_of(recorded: Recorded) -> str:
    every = [row for row in recorded.records if row["record"] == "treatment"]
    return _uuid("patient", min(every, key=lambda row: (row["created_at"], row["uuid"]))["uuid"])


def _patient(first: str, codes: Codes) -> Resource:
    """Pseudonymous: no name, no birth date; known by a number that follows from the records."""
    id = _uuid("patient", first)
    return Resource(
        "Patient",
        id,
        {"resourceType": "Patient", "identifier": [_identifier("patient", id, codes)], "active": True},
    )


def _device_id(recorded: Recorded) -> str:
    return _uuid("device", recorded.version, recorded.guide.version)


def _device(recorded: Recorded, codes: Codes) -> Resource:
    id = _device_id(recorded)
    version = f"{recorded.version}, guide {recorded.guide.id} {recorded.guide.version}"
    content = {
        "resourceType": "Device",
        "identifier": [_identifier("device", id, codes)],
        "deviceName": [{"name": "meso", "type": "user-friendly-name"}],
        "type": {"text": "Self-tracking software"},
        "version": [{"value": version}],
    }
    return Resource("Device", id, content)


class _Maker:
    """Makes what belongs to one treatment."""

    def __init__(self, treatment: Record, recorded: Recorded, codes: Codes, patient: Known) -> None:
        self._row, self._codes, self._patient = treatment, codes, patient
        self._case = recorded.cases.get(treatment["uuid"])
        self._guide = self._case.guide if self._case else recorded.guide
        self._plan = Known("CarePlan", _uuid("care-plan", treatment["uuid"]))

    def procedure(self) -> Resource:
        """The treatment. Its code is words alone: no terminology has one for it."""
        row, codes = self._row, self._codes
        id = _uuid("procedure", row["uuid"])
        device = row["device"] and device_words(row["device"])
        notes = [text for label, text in self._facts() if text for text in (f"{label}: {text}",)]
        content = {
            "resourceType": "Procedure",
            "identifier": [_identifier("procedure", id, codes)],
            "status": _WRONG if row["deleted_at"] else "completed",
            "code": {"text": f"Microneedling ({device})" if device else "Microneedling"},
            "subject": {},
            "performedDateTime": _moment(row["at"], row["at_offset"]),
            "bodySite": [{"text": row["area"] or ASSUMED_AREA}],
        }
        who = row["practitioner_name"]
        if who and who.strip():
            content["performer"] = [{"actor": {"display": _text(who)}}]
        if notes:
            content["note"] = [{"text": _text(note)} for note in notes]
        return Resource("Procedure", id, content, ((("subject",), self._patient),))

    def _facts(self) -> Iterator[tuple[str, str]]:
        row = self._row
        yield "Depth", f"{row['depth_mm']:g} mm" if row["depth_mm"] is not None else ""
        yield "Skin type (Fitzpatrick)", str(row["skin_type"] or "")
        yield "History", ", ".join(map(str, row["history"]))
        yield "Products", ", ".join(map(str, row["products"]))
        yield "Note", row["note"] or ""

    def care_plan(self, entries: list[Record], observations: Mapping[str, list[Record]]) -> Resource:
        """What to avoid until when, by the guide and the practitioner; which red flags nobody answered."""
        row, codes, id = self._row, self._codes, self._plan.id
        ended = row["ended_at"]
        period = {"start": _moment(row["at"], row["at_offset"])}
        if ended:
            period["end"] = _moment(ended, row["ended_offset"])
        content: Json = {
            "resourceType": "CarePlan",
            "identifier": [_identifier("care-plan", id, codes)],
            "status": _WRONG if row["deleted_at"] else "completed" if ended else "active",
            "intent": "plan",
            "title": "Recovery after microneedling",
            "subject": {},
            "period": period,
        }
        activities = list(self._activities())
        if activities:
            content["activity"] = activities
        answered = {
            seen["item"]
            for entry in entries
            if not entry["deleted_at"]
            for seen in observations.get(entry["uuid"], [])
            if not seen["deleted_at"]
        }
        never = [
            sign.label for sign in self._guide.signs.values() if sign.is_red_flag and sign.id not in answered
        ]
        if never and not row["deleted_at"]:
            content["note"] = [{"text": f"Red flags never asked about: {', '.join(never)}."}]
        return Resource("CarePlan", id, content, ((("subject",), self._patient),))

    def _activities(self) -> Iterator[Json]:
        case = self._case
        if case is None:
            return
        said = said_about(case.record)
        for row in case.guide.restrictions.values():
            theirs = said.get(row.id)
            window = planned_window(guide_window(row, case.treatment, case.guide), theirs)
            by = (theirs.by or "the practitioner") if theirs else "the guide"
            detail: Json = {
                "code": {"text": _text(row.label)},
                "status": "scheduled",
                "doNotPerform": True,
                "scheduledPeriod": self._period(window),
                "description": _text(f"{_times(window)}; set by {by}"),
            }
            yield {"detail": detail}

    def _period(self, window: Window) -> Json:
        period: Json = {"start": _moment(self._row["at"], self._row["at_offset"])}
        if window.until is not None:
            end = dt.datetime.fromisoformat(self._row["at"]) + dt.timedelta(hours=window.until)
            period["end"] = _moment(end.isoformat(), self._row["at_offset"])
        return period

    def entry(self, entry: Record, seen: list[Record]) -> Iterator[Resource]:
        """One Observation a symptom or sign, a temperature beside it; care is not sent."""
        wrong = bool(entry["deleted_at"] or self._row["deleted_at"])
        note = entry["note"]
        for row in sorted(seen, key=lambda row: str(row["item"])):
            item = self._guide.item(row["item"])
            if item is not None and item.kind == "care":
                continue
            yield self._observation(entry, row, note, wrong=wrong)
            note = None
            if row["reading"] is not None:
                yield self._temperature(entry, row, wrong=wrong)
        if note:
            yield self._note(entry, note, wrong=wrong)

    def _observation(self, entry: Record, row: Record, note: str | None, *, wrong: bool) -> Resource:
        codes, item, value = self._codes, row["item"], row["value"]
        id = _uuid("observation", row["uuid"])
        role = codes.roles["present" if value else "absent"]
        symptom: Json = {"text": _text(inside(label_of(item, self._guide)))}
        if item in codes.items:
            symptom = {"coding": [_coding(codes.items[item])], **symptom}
        content = self._base("observation", id, entry, row, wrong=wrong)
        content |= {
            "category": [_concept(codes.roles["category"])],
            "code": _concept(role),
            "valueCodeableConcept": symptom,
        }
        if value and item in self._guide.symptoms:
            content["component"] = [
                {"code": _concept(codes.roles["severity"]), "valueCodeableConcept": self._severity(value)}
            ]
        if note:
            content["note"] = [{"text": _text(note)}]
        return self._placed(id, content)

    def _severity(self, grade: int) -> Json:
        known = self._codes.severity.get(grade)
        words = f"{grade} {GRADES[grade]}" if grade < len(GRADES) else str(grade)
        return {"coding": [_coding(known)], "text": words} if known else {"text": words}

    def _temperature(self, entry: Record, row: Record, *, wrong: bool) -> Resource:
        codes, id = self._codes, _uuid("temperature", row["uuid"])
        content = self._base("temperature", id, entry, row, wrong=wrong)
        quantity = {"value": row["reading"], "unit": "°C", "system": codes.units, "code": "Cel"}
        content |= {
            "category": [_concept(codes.roles["vital-signs"])],
            "code": _concept(codes.roles["temperature"]),
            "valueQuantity": quantity,
        }
        return self._placed(id, content)

    def _note(self, entry: Record, note: str, *, wrong: bool) -> Resource:
        id = _uuid("note", entry["uuid"])
        content = self._base("note", id, entry, entry, wrong=wrong)
        content |= {"code": {"text": "Patient's note"}, "valueString": _text(note)}
        return self._placed(id, content)

    def _base(self, name: str, id: str, entry: Record, row: Record, *, wrong: bool) -> Json:
        gone = wrong or bool(row["deleted_at"])
        changed = any(part["updated_at"] != part["created_at"] for part in (entry, row))
        return {
            "resourceType": "Observation",
            "identifier": [_identifier(name, id, self._codes)],
            "basedOn": [{}],
            "status": _WRONG if gone else _CORRECTED if changed else _DONE,
            "subject": {},
            "effectiveDateTime": _moment(entry["observed_at"], entry["observed_offset"]),
            "issued": max(_stamp(entry), _stamp(row)),
            "performer": [{}],
            "bodySite": {"text": self._row["area"] or ASSUMED_AREA},
        }

    def _placed(self, id: str, content: Json) -> Resource:
        refers: tuple[tuple[tuple[str | int, ...], Known], ...] = (
            (("basedOn", 0), self._plan),
            (("subject",), self._patient),
            (("performer", 0), self._patient),
        )
        return Resource("Observation", id, content, refers)


def _times(window: Window) -> str:
    if window.earliest is None:
        return "avoid, no end known"
    until = "no end known" if window.until is None else f"{window.until:g} h"
    if window.earliest == window.until:
        return f"avoid until {until}"
    avoid = f"avoid until {window.earliest:g} h, then " if window.earliest else ""
    return f"{avoid}with caution until {until}"


def _uuid(*names: str) -> str:
    """The one number that follows from these names, everywhere and always."""
    return str(uuid5(NAMESPACE_URL, ":".join(("urn:meso-cli", *names))))


def full_url(known: Known) -> str:
    """How a Bundle calls a resource: by another number than its identifier, which some servers rewrite."""
    return f"urn:uuid:{uuid5(UUID(known.id), known.kind)}"


def _identifier(name: str, id: str, codes: Codes) -> Json:
    return {"system": f"{codes.ids}:{name}", "value": id}


def _coding(code: Code) -> Json:
    named = {"display": code.display} if code.display else {}
    return {"system": code.system, "code": code.code, **named}


def _concept(code: Code) -> Json:
    return {"coding": [_coding(code)]}


def _stamp(record: Record) -> str:
    return str(record["updated_at"])


def _moment(utc: str, offset: int) -> str:
    """A moment on its own wall clock: "2026-03-02T14:00:00+01:00"."""
    zone = dt.timezone(dt.timedelta(minutes=offset))
    return dt.datetime.fromisoformat(utc).astimezone(zone).isoformat(timespec="seconds")


def _text(words: str) -> str:
    """Somebody's words as FHIR takes them: never empty, nothing but what can be shown."""
    return visible_lines(words).strip() or "-"
