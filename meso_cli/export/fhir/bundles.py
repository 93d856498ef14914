"""Resources as Bundles that a server takes: sent twice, nothing doubles.

A transaction creates what is not there yet (`ifNoneExist`), or with `update` puts each resource in the place
of the one with its identifier, so that corrections arrive. A collection has no requests: for a mail.
"""

from collections.abc import Iterator
from typing import Any, Final

from meso_cli.export.fhir.elements import Json, Known, Resource, full_url
from meso_cli.export.fhir.people import provenance
from meso_cli.export.fhir.recorded import Recorded
from meso_cli.model.coding import Codes
from meso_cli.values import NamedTuple

FEWEST: Final = 4
"""A Bundle that is split holds at least so many: Provenance, and something for it to be about."""


class Shape(NamedTuple):
    """How the Bundles are to be: at most `split` entries each (None: one Bundle)."""

    update: bool = False
    collection: bool = False
    split: int | None = None
    provenance: bool = True


def bundles(made: list[Resource], recorded: Recorded, codes: Codes, shape: Shape) -> Iterator[Json]:
    """One Bundle, or several that are sent in this order."""
    size = len(made) if shape.split is None else max(1, shape.split - int(shape.provenance))
    for begin in range(0, len(made), size):
        part = made[begin : begin + size]
        if shape.provenance:
            part = [*part, provenance(part, recorded, codes)]
        yield _bundle(part, codes, shape)


def _bundle(part: list[Resource], codes: Codes, shape: Shape) -> Json:
    here = {row.known for row in part}
    return {
        "resourceType": "Bundle",
        "type": "collection" if shape.collection else "transaction",
        "entry": [_entry(row, here, codes, shape) for row in part],
    }


def _entry(row: Resource, here: set[Known], codes: Codes, shape: Shape) -> Json:
    content: Any = row.content
    for path, known in row.refers:
        place = content
        for key in path:
            place = place[key]
        place["reference"] = full_url(known) if known in here else f"{known.kind}?{_search(known, codes)}"
    entry: Json = {"fullUrl": full_url(row.known), "resource": content}
    if shape.collection:
        return entry
    search = _search_of(row, codes)
    if shape.update:
        return {**entry, "request": {"method": "PUT", "url": f"{row.kind}?{search}"}}
    # The query alone, without the kind and the question mark: some servers paste these in front.
    return {**entry, "request": {"method": "POST", "url": row.kind, "ifNoneExist": search}}


def _search_of(row: Resource, codes: Codes) -> str:
    if row.tagged:
        return f"_tag={codes.ids}:provenance|{row.id}"
    known = row.content["identifier"][0]
    return f"identifier={known['system']}|{known['value']}"


_NAMES: Final = {"Patient": "patient", "Device": "device", "Procedure": "procedure", "CarePlan": "care-plan"}


def _search(known: Known, codes: Codes) -> str:
    return f"identifier={codes.ids}:{_NAMES[known.kind]}|{known.id}"
