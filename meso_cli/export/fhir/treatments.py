"""A treatment and what to avoid after it: Procedure, CarePlan."""

import datetime as dt
from collections.abc import Iterator, Mapping

from meso_cli.export.fhir.elements import WRONG, Json, Record, Resource, identifier, moment, text, uuid
from meso_cli.export.fhir.recorded import Treated
from meso_cli.model.records import ASSUMED_AREA
from meso_cli.recovery.restrictions import instructions_in_force
from meso_cli.recovery.windows import Window, guide_window, planned_window
from meso_cli.wording.values import device_words


def procedure(of: Treated) -> Resource:
    """The treatment. Its code is words alone: no terminology has one for it."""
    row, codes = of.row, of.codes
    id = uuid("procedure", row["uuid"])
    device = row["device"] and device_words(row["device"])
    notes = [f"{label}: {words}" for label, words in _facts(row) if words]
    content = {
        "resourceType": "Procedure",
        "identifier": [identifier("procedure", id, codes)],
        "status": WRONG if row["deleted_at"] else "completed",
        "code": {"text": f"Microneedling ({device})" if device else "Microneedling"},
        "subject": {},
        "performedDateTime": moment(row["at"], row["at_offset"]),
        "bodySite": [{"text": row["area"] or ASSUMED_AREA}],
    }
    who = row["practitioner_name"]
    if who and who.strip():
        content["performer"] = [{"actor": {"display": text(who)}}]
    if notes:
        content["note"] = [{"text": text(note)} for note in notes]
    return Resource("Procedure", id, content, ((("subject",), of.patient),))


def _facts(row: Record) -> Iterator[tuple[str, str]]:
    yield "Depth", f"{row['depth_mm']:g} mm" if row["depth_mm"] is not None else ""
    yield "Skin type (Fitzpatrick)", str(row["skin_type"] or "")
    yield "History", ", ".join(map(str, row["history"]))
    yield "Products", ", ".join(map(str, row["products"]))
    yield "Note", row["note"] or ""


def care_plan(of: Treated, entries: list[Record], observations: Mapping[str, list[Record]]) -> Resource:
    """What to avoid until when, by the guide and the practitioner; which red flags nobody answered."""
    row, codes, id = of.row, of.codes, of.plan.id
    ended = row["ended_at"]
    period = {"start": moment(row["at"], row["at_offset"])}
    if ended:
        period["end"] = moment(ended, row["ended_offset"])
    content: Json = {
        "resourceType": "CarePlan",
        "identifier": [identifier("care-plan", id, codes)],
        "status": WRONG if row["deleted_at"] else "completed" if ended else "active",
        "intent": "plan",
        "title": "Recovery after microneedling",
        "subject": {},
        "period": period,
    }
    activities = list(_activities(of))
    if activities:
        content["activity"] = activities
    answered = {
        seen["item"]
        for entry in entries
        if not entry["deleted_at"]
        for seen in observations.get(entry["uuid"], [])
        if not seen["deleted_at"]
    }
    never = [sign.label for sign in of.guide.signs.values() if sign.is_red_flag and sign.id not in answered]
    if never and not row["deleted_at"]:
        content["note"] = [{"text": f"Red flags never asked about: {', '.join(never)}."}]
    return Resource("CarePlan", id, content, ((("subject",), of.patient),))


def _activities(of: Treated) -> Iterator[Json]:
    case = of.case
    if case is None:
        return
    instructions = instructions_in_force(case.record)
    for row in case.guide.restrictions.values():
        theirs = instructions.get(row.id)
        window = planned_window(guide_window(row, case.treatment, case.guide), theirs)
        by = (theirs.by or "the practitioner") if theirs else "the guide"
        detail: Json = {
            "code": {"text": text(row.label)},
            "status": "scheduled",
            "doNotPerform": True,
            "scheduledPeriod": _period(of.row, window),
            "description": text(f"{_times(window)}; set by {by}"),
        }
        yield {"detail": detail}


def _period(row: Record, window: Window) -> Json:
    period: Json = {"start": moment(row["at"], row["at_offset"])}
    if window.until is not None:
        end = dt.datetime.fromisoformat(row["at"]) + dt.timedelta(hours=window.until)
        period["end"] = moment(end.isoformat(), row["at_offset"])
    return period


def _times(window: Window) -> str:
    if window.earliest is None:
        return "avoid, no end known"
    until = "no end known" if window.until is None else f"{window.until:g} h"
    if window.earliest == window.until:
        return f"avoid until {until}"
    avoid = f"avoid until {window.earliest:g} h, then " if window.earliest else ""
    return f"{avoid}with caution until {until}"
