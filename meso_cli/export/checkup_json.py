"""What `meso doctor` found as JSON: `meso.doctor/1`."""

import datetime as dt

from meso_cli.export.json_text import document
from meso_cli.model.checkup import Check

SCHEMA = "meso.doctor/1"


def checkup_json(checks: tuple[Check, ...], at: dt.datetime) -> str:
    """A list of subjects; `condition` is fine, attention or damaged."""
    value = {
        "schema": SCHEMA,
        "at": at.isoformat(timespec="seconds"),
        "checks": [check._asdict() for check in checks],
    }
    return document(value)
