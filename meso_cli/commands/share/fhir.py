"""What was recorded as FHIR, for a clinic's own server."""

import re
import shlex
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from meso_cli import __version__
from meso_cli.commands.support.context import own_case
from meso_cli.commands.support.treatment_choice import treatment_named
from meso_cli.errors import BadValue, SystemRefused
from meso_cli.guide.reading import read_guide

if TYPE_CHECKING:
    from meso_cli.export.fhir.bundles import Shape
    from meso_cli.store.reading import Reader


_AT_ONCE = 200
"""Entries that are checked together: all of a large Bundle would take a gigabyte."""


def checked(shape: "Shape") -> "Shape":
    """The shape, where its parts go together and a Bundle can be checked; else what to do."""
    from meso_cli.export.fhir.bundles import FEWEST

    if shape.collection and (shape.update or shape.split is not None):
        raise BadValue("--collection is a file of its own: it cannot be sent with --update or --split.")
    if shape.split is not None and shape.split < FEWEST:
        raise BadValue(f"--split is how many entries a Bundle may have, {FEWEST} at least.")
    _bundle_class()
    return shape


def bundle_texts(store: "Reader", shape: "Shape", named: str | None) -> Iterator[str]:
    """Each Bundle as one line of JSON, checked against FHIR R4B's own rules."""
    from meso_cli.export.fhir.bundles import bundles
    from meso_cli.export.fhir.recorded import Recorded
    from meso_cli.export.fhir.resources import resources
    from meso_cli.export.json_text import dumps
    from meso_cli.guide.codes import read_codes

    codes, only = read_codes(), treatment_named(named, store).uuid if named else None
    wanted = [row for row in store.treatments() if only in (None, row.uuid)]
    cases = {row.uuid: own_case(store.record(row.id)) for row in wanted}
    recorded = Recorded(tuple(store.portable()), cases, read_guide(), __version__, only)
    check = _bundle_class()
    for bundle in bundles(resources(recorded, codes), recorded, codes, shape):
        for begin in range(0, len(bundle["entry"]), _AT_ONCE):
            check.model_validate({**bundle, "entry": bundle["entry"][begin : begin + _AT_ONCE]})
        yield f"{dumps(bundle)}\n"


def files_for(file: Path, number: int) -> tuple[Path, ...]:
    """The one file, or as many beside each other as there are Bundles: "meso-1.json", "meso-2.json"."""
    if number == 1:
        return (file,)
    return tuple(file.with_name(f"{file.stem}-{place}{file.suffix}") for place in range(1, number + 1))


def earlier_files(file: Path, now: Sequence[Path]) -> tuple[Path, ...]:
    """What an export of this name once wrote beside it, and `now` did not: it would be taken along."""
    split = re.compile(rf"{re.escape(file.stem)}-[1-9][0-9]*{re.escape(file.suffix)}")
    beside = (row for row in file.parent.iterdir() if row.name == file.name or split.fullmatch(row.name))
    return tuple(sorted(row for row in beside if row not in now and row.is_file()))


def _bundle_class() -> Any:
    try:
        from fhir.resources.R4B.bundle import Bundle
    except ImportError:
        raise SystemRefused(
            "The FHIR export needs a package that is not installed",
            f"Install it with: {shlex.quote(sys.executable)} -m pip install 'fhir.resources>=8,<9'",
        ) from None
    return Bundle
