"""The codes of the FHIR export, read only when somebody exports."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from meso_cli.guide.files import data_folder, read_toml
from meso_cli.model.coding import Code, Codes


@cache
def read_codes() -> Codes:
    """Every code with its system's address."""
    tables = read_toml(data_folder() / "fhir" / "codes.toml")
    systems = tables["systems"]

    def codes(rows: Mapping[str, Any]) -> dict[str, Code]:
        return {name: Code(**{**row, "system": systems[row["system"]]}) for name, row in rows.items()}

    severity = {int(grade): code for grade, code in codes(tables["severity"]).items()}
    return Codes(tables["ids"], systems["units"], codes(tables["roles"]), severity, codes(tables["items"]))
