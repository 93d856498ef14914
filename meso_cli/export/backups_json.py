"""The backups as JSON: `meso.restore/1`, described by `data/schema/restore.schema.json`."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from meso_cli.export.json_text import document

SCHEMA: Final = "meso.restore/1"
Counts = Mapping[str, int] | None
"""How many rows a file holds per table; None where it cannot be read."""


def backups_json(folder: Path, found: Iterable[tuple[str, Path, Counts]], present: Counts) -> str:
    """Each backup by the name that `meso restore` takes, the newest first, and what the records hold."""
    return document(
        {
            "schema": SCHEMA,
            "folder": str(folder),
            "present": _holds(present),
            "backups": [
                {"name": name, "path": str(path), "holds": _holds(counts)} for name, path, counts in found
            ],
        }
    )


def _holds(counts: Counts) -> dict[str, int] | None:
    return None if counts is None else {name: counts[name] for name in ("treatments", "entries")}
