"""What `meso doctor` found as JSON: `meso.doctor/1`."""

import datetime as dt

from meso_cli.export.json_text import document, time_value
from meso_cli.model.checkup import Check

SCHEMA = "meso.doctor/1"


def checkup_json(checks: tuple[Check, ...], at: dt.datetime) -> str:
    """A list of subjects; `condition` is fine, attention or damaged."""
    value = {
        "schema": SCHEMA,
        "at": time_value(at),
        "checks": [check._asdict() for check in checks],
    }
    return document(value)
