"""The person or the clinic that treated."""

from meso_cli.values import NamedTuple


class Practitioner(NamedTuple):
    """Whom to call; every part may be unknown."""

    name: str | None = None
    phone: str | None = None
    out_of_hours: str | None = None
