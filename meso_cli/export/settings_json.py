"""The settings as JSON: `meso.config/1`, described by `data/schema/config.schema.json`."""

from typing import Final

from meso_cli.export.json_text import document
from meso_cli.model.places import Place
from meso_cli.model.settings import SettingState, as_typed

SCHEMA: Final = "meso.config/1"


def settings_json(rows: tuple[SettingState, ...], problems: tuple[str, ...], file: Place) -> str:
    """Each setting with who gave it (null: not set), and a sentence for each that is left out."""
    return document(
        {
            "schema": SCHEMA,
            "file": str(file.path),
            "exists": file.is_there,
            "settings": [
                {"key": row.name, "value": as_typed(row.value), "from": row.by, "variable": row.variable}
                for row in rows
            ],
            "problems": list(problems),
        }
    )
