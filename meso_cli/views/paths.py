"""The answer to `meso paths`."""

from meso_cli.model.places import Place
from meso_cli.views.blocks import Document, Row, Section


def paths_document(places: tuple[Place, ...]) -> Document:
    """A line a place."""
    return (Section("Paths", tuple(Row(place.what, place_words(place)) for place in places)),)


def place_words(place: Place) -> str:
    """Where something lies, or will."""
    return f"{place.path}{'' if place.is_there else ' (not there yet)'}"
