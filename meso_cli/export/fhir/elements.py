"""What FHIR resources are made of: how one refers to another, identifiers, codes, moments, words."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final
from uuid import NAMESPACE_URL, UUID, uuid5

from meso_cli.model.coding import Code, Codes
from meso_cli.text import visible_lines
from meso_cli.values import NamedTuple

Record = Mapping[str, Any]
Json = dict[str, Any]

DONE: Final = "final"
CORRECTED: Final = "amended"
WRONG: Final = "entered-in-error"


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


def uuid(*names: str) -> str:
    """The one number that follows from these names, everywhere and always."""
    return str(uuid5(NAMESPACE_URL, ":".join(("urn:meso-cli", *names))))


def full_url(known: Known) -> str:
    """How a Bundle calls a resource: by another number than its identifier, which some servers rewrite."""
    return f"urn:uuid:{uuid5(UUID(known.id), known.kind)}"


def identifier(name: str, id: str, codes: Codes) -> Json:
    """The one value that a resource is known by, in a system of ours."""
    return {"system": f"{codes.ids}:{name}", "value": id}


def coding(code: Code) -> Json:
    """A code of a terminology."""
    named = {"display": code.display} if code.display else {}
    return {"system": code.system, "code": code.code, **named}


def concept(code: Code) -> Json:
    """A code where a concept is wanted."""
    return {"coding": [coding(code)]}


def stamp(record: Record) -> str:
    """When a record was last changed."""
    return str(record["updated_at"])


def moment(utc: str, offset: int) -> str:
    """A moment on its own wall clock: "2026-03-02T14:00:00+01:00"."""
    zone = dt.timezone(dt.timedelta(minutes=offset))
    return dt.datetime.fromisoformat(utc).astimezone(zone).isoformat(timespec="seconds")


def text(words: str) -> str:
    """Somebody's words as FHIR takes them: never empty, nothing but what can be shown."""
    return visible_lines(words).strip() or "-"
