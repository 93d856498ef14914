"""What commands record, row by row, on top of a transaction."""

import datetime as dt
from collections.abc import Iterable, Sequence

from meso_cli.model.practitioner import Practitioner
from meso_cli.model.records import Acknowledgement, Description, Instruction, Observation
from meso_cli.store.rows import Value
from meso_cli.store.timestamps import columns, utc_text
from meso_cli.store.writing import Transaction
from meso_cli.values import NamedTuple

NOTHING_SAID = Description()


def add_treatment(
    tx: Transaction, at: dt.datetime, zone: str | None = None, described: Description = NOTHING_SAID
) -> int:
    """Record a treatment; returns its number. None is "not recorded".

    `at` is aware; `zone` is the IANA name of its zone, where known.
    """
    return tx.insert("treatments", {**_moment("at", "at", at, zone), **_described(described)})


def correct_treatment(
    tx: Transaction, treatment_id: int, at: dt.datetime, zone: str | None, described: Description
) -> None:
    """Write a treatment as it should have been."""
    tx.update("treatments", treatment_id, {**_moment("at", "at", at, zone), **_described(described)})


def set_practitioner(tx: Transaction, treatment_id: int, who: Practitioner | None) -> None:
    """Record whom to call about a treatment."""
    tx.update("treatments", treatment_id, _contacts(who))


def end_treatment(tx: Transaction, treatment_id: int, at: dt.datetime, zone: str | None = None) -> None:
    """Record when a treatment's follow-up ended."""
    tx.update("treatments", treatment_id, _moment("ended_at", "ended", at, zone))


def delete_treatment(tx: Transaction, treatment_id: int) -> None:
    """Hide a treatment with all its entries; raises NothingFound where there is none."""
    tx.delete("treatments", treatment_id)


def delete_entry(tx: Transaction, entry_id: int) -> None:
    """Hide an entry; raises NothingFound where there is none."""
    tx.delete("entries", entry_id)


class Seen(NamedTuple):
    """What one entry says: values, a note, or both."""

    observations: Iterable[Observation] = ()
    note: str | None = None


NOTHING = Seen()


def add_entry(
    tx: Transaction, treatment_id: int, at: dt.datetime, zone: str | None = None, seen: Seen = NOTHING
) -> int:
    """Record what was observed at the aware moment `at`; returns the entry's number."""
    moment = _moment("observed_at", "observed", at, zone)
    entry_id = tx.insert("entries", {"treatment_id": treatment_id, **moment, "note": seen.note})
    for observation in seen.observations:
        tx.insert("observations", {"entry_id": entry_id, "item": observation.item, **_measured(observation)})
    return entry_id


def move_entry(tx: Transaction, entry_id: int, at: dt.datetime, zone: str | None) -> None:
    """Correct when an entry was observed."""
    tx.update("entries", entry_id, _moment("observed_at", "observed", at, zone))


def set_note(tx: Transaction, entry_id: int, note: str | None) -> None:
    """Correct an entry's note; None takes it out."""
    tx.update("entries", entry_id, {"note": note})


def set_observation(tx: Transaction, entry_id: int, observation: Observation) -> None:
    """Add an item to an entry, or correct it."""
    known = tx.find("observations", entry_id=entry_id, item=observation.item)
    values = _measured(observation)
    if known is None:
        tx.insert("observations", {"entry_id": entry_id, "item": observation.item, **values})
    else:
        tx.update("observations", known, {**values, "deleted_at": None})


def remove_observation(tx: Transaction, entry_id: int, item: str) -> None:
    """Make an item of an entry "not recorded" again; nothing happens where it is."""
    known = tx.find("observations", entry_id=entry_id, item=item, deleted_at=None)
    if known is not None:
        tx.delete("observations", known)


def set_instruction(
    tx: Transaction, treatment_id: int, instruction: Instruction, zone: str | None = None
) -> int:
    """Record what the practitioner said about a restriction, instead of what was said before."""
    clear_instruction(tx, treatment_id, instruction.restriction)
    values: dict[str, Value] = {
        "treatment_id": treatment_id,
        "restriction": instruction.restriction,
        "hours": None if instruction.until else instruction.hours,
        "until_at": utc_text(instruction.until) if instruction.until else None,
        "said_by": instruction.by,
        "note": instruction.note,
    }
    return tx.insert("instructions", {**values, **_moment("said_at", "said", instruction.at, zone)})


def clear_instruction(tx: Transaction, treatment_id: int, restriction: str) -> bool:
    """Take an instruction back; False when none was in force."""
    known = tx.find("instructions", treatment_id=treatment_id, restriction=restriction, deleted_at=None)
    if known is not None:
        tx.delete("instructions", known)
    return known is not None


def add_acknowledgement(
    tx: Transaction, treatment_id: int, told: Acknowledgement, zone: str | None = None
) -> int:
    """Record that somebody was told about a warning."""
    values: dict[str, Value] = {
        "treatment_id": treatment_id,
        "warning": told.warning,
        "tier": told.tier,
        "entry_id": told.entry,
        "text": told.text,
    }
    return tx.insert("acknowledgements", {**values, **_moment("at", "at", told.at, zone)})


def _described(described: Description) -> dict[str, Value]:
    return {
        "area": described.area,
        "device": described.device,
        "depth_mm": described.depth_mm,
        "skin_type": described.skin_type,
        "history": _array(described.history),
        **_contacts(described.practitioner),
        "products": _array(described.products),
        "note": described.note,
    }


def _contacts(who: Practitioner | None) -> dict[str, Value]:
    name, phone, out_of_hours = who or Practitioner()
    return {
        "practitioner_name": name,
        "practitioner_phone": phone,
        "practitioner_out_of_hours": out_of_hours,
    }


def _moment(name: str, prefix: str, at: dt.datetime, zone: str | None) -> dict[str, Value]:
    utc, offset, known_zone = columns(at, zone)
    return {name: utc, f"{prefix}_offset": offset, f"{prefix}_zone": known_zone}


def _measured(observation: Observation) -> dict[str, Value]:
    # Two decimals are more than a thermometer shows, and come back from the file unchanged.
    reading = None if observation.reading is None else round(observation.reading, 2)
    return {"value": observation.value, "reading": reading}


def _array(words: Sequence[str]) -> str:
    if not words:
        return "[]"
    import json  # milliseconds, and most treatments need it for nothing

    return json.dumps(list(words), ensure_ascii=False)
