"""Where a person's files lie as JSON: `meso.paths/1`, described by `data/schema/paths.schema.json`."""

from typing import Final

from meso_cli.export.json_text import document
from meso_cli.model.places import Place

SCHEMA: Final = "meso.paths/1"


def paths_json(places: tuple[Place, ...]) -> str:
    """Each place by what is kept there."""
    found = {place.what: {"path": str(place.path), "exists": place.is_there} for place in places}
    return document({"schema": SCHEMA, **found})
