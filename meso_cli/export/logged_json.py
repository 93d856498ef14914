"""What `meso log` saved, as JSON: `meso.log/1`, described by `data/schema/log.schema.json`."""

from meso_cli.export.json_text import document, time_value
from meso_cli.export.status_json import warning_value
from meso_cli.model.case import Context
from meso_cli.model.records import Acknowledgement, Entry

SCHEMA = "meso.log/1"


def logged_json(
    entry: Entry | None, told: tuple[Acknowledgement, ...], read_as: tuple[str, ...], context: Context
) -> str:
    """The entry's number and moment (null where only `told` was saved), and every warning that stands now."""
    status, case = context.status, context.case
    zone = status.at.tzinfo
    return document(
        {
            "schema": SCHEMA,
            "at": time_value(status.at),
            "treatment": case.treatment.name,
            "entry": entry and {"id": entry.id, "at": time_value(entry.at, zone)},
            "told": [row.warning for row in told],
            "read_as": list(read_as),
            "warnings": [warning_value(warning, case, zone) for warning in status.warnings],
            "others": [
                {
                    "id": other.id,
                    "warnings": [
                        warning_value(warning, context.others[other.id], zone) for warning in other.warnings
                    ],
                }
                for other in status.others
            ],
        }
    )
