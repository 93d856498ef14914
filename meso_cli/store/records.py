"""What commands record, row by row, on top of a transaction."""

import datetime as dt
from collections.abc import Iterable, Sequence

from meso_cli.model.records import Acknowledgement, Instruction, Observation, Practitioner
from meso_cli.store.moments import columns
from meso_cli.store.rows import Value
from meso_cli.store.writing import Transaction


def add_treatment(
    tx: Transaction,
    at: dt.datetime,
    zone: str | None = None,
    *,
    area: str | None = None,
    device: str | None = None,
    depth_mm: float | None = None,
    skin_type: int | None = None,
    history: Sequence[str] = (),
    practitioner: Practitioner | None = None,
    products: Sequence[str] = (),
    note: str | None = None,
) -> int:
    """Record a treatment; returns its number. None is "not recorded".

    `at` is aware; `zone` is the IANA name of its zone, where known.
    """
    name, phone, out_of_hours = practitioner or Practitioner()
    described: dict[str, Value] = {
        "area": area,
        "device": device,
        "depth_mm": depth_mm,
        "skin_type": skin_type,
        "history": _array(history),
        "practitioner_name": name,
        "practitioner_phone": phone,
        "practitioner_out_of_hours": out_of_hours,
        "products": _array(products),
        "note": note,
    }
    return tx.insert("treatments", {**_moment("at", "at", at, zone), **described})


def end_treatment(tx: Transaction, treatment_id: int, at: dt.datetime, zone: str | None = None) -> None:
    """Record when a treatment's follow-up ended."""
    tx.update("treatments", treatment_id, _moment("ended_at", "ended", at, zone))


def add_entry(
    tx: Transaction,
    treatment_id: int,
    at: dt.datetime,
    zone: str | None = None,
    observations: Iterable[Observation] = (),
    note: str | None = None,
) -> int:
    """Record what was observed at the aware moment `at`; returns the entry's number."""
    moment = _moment("observed_at", "observed", at, zone)
    entry_id = tx.insert("entries", {"treatment_id": treatment_id, **moment, "note": note})
    for observation in observations:
        tx.insert("observations", {"entry_id": entry_id, "item": observation.item, **_measured(observation)})
    return entry_id


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
        "hours": instruction.hours,
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
