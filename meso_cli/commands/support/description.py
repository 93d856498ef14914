"""What somebody says about a treatment, in the words of `start` and `edit`."""

from collections.abc import Sequence

from meso_cli.model.practitioner import Practitioner
from meso_cli.model.records import Description
from meso_cli.values import NamedTuple
from meso_cli.vocabulary import fields


class Described(NamedTuple):
    """Each as it was typed; None was not said, and an empty one says "not recorded"."""

    area: str | None = None
    device: str | None = None
    depth: str | None = None
    skin_type: str | None = None
    history: Sequence[str] | None = None
    practitioner: str | None = None
    phone: str | None = None
    out_of_hours: str | None = None
    product: Sequence[str] | None = None
    note: str | None = None

    @property
    def first_said(self) -> str | None:
        """The name of the first that was said, as its option is typed."""
        said = (name for name, value in self._asdict().items() if value is not None)
        return next((name.replace("_", "-") for name in said), None)


def description(said: Described, known: Description) -> Description:
    """What is known with what was said in its place; `BadValue` for what cannot be understood."""
    who = known.practitioner or Practitioner()
    return Description(
        area=known.area if said.area is None else fields.area(said.area),
        device=known.device if said.device is None else fields.device(said.device),
        depth_mm=known.depth_mm if said.depth is None else fields.depth_mm(said.depth),
        skin_type=known.skin_type if said.skin_type is None else fields.skin_type(said.skin_type),
        history=known.history if said.history is None else fields.history(said.history),
        practitioner=fields.practitioner(
            who.name if said.practitioner is None else said.practitioner,
            who.phone if said.phone is None else said.phone,
            who.out_of_hours if said.out_of_hours is None else said.out_of_hours,
        ),
        products=known.products if said.product is None else fields.products(said.product),
        note=known.note if said.note is None else fields.text(said.note, "note"),
    )
