"""The records that an export is made of, and one treatment of them."""

from collections.abc import Mapping

from meso_cli.export.fhir.elements import Known, Record
from meso_cli.model.case import Case
from meso_cli.model.coding import Codes
from meso_cli.model.guide import Guide
from meso_cli.values import NamedTuple


class Recorded(NamedTuple):
    """Everything of a file: its portable records, deleted ones too; the cases of the treatments that are not.

    `only`: the uuid of the one treatment that is wanted.
    """

    records: tuple[Record, ...]
    cases: Mapping[str, Case]
    guide: Guide
    version: str
    only: str | None = None


class Treated(NamedTuple):
    """One treatment: its record and guide, its case unless it was deleted, its Patient and its CarePlan."""

    row: Record
    guide: Guide
    case: Case | None
    codes: Codes
    patient: Known
    plan: Known
