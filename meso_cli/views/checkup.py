"""The answer to `meso doctor`: one line per subject, then what to do."""

from meso_cli.model.checkup import Check, Condition
from meso_cli.views.blocks import Document, Role, Row, Say, Section

_SAID: dict[Condition, tuple[str, Role]] = {
    "fine": ("", ""),
    "attention": ("look at this: ", "caution"),
    "damaged": ("damaged: ", "urgent"),
}


def checkup_document(checks: tuple[Check, ...]) -> Document:
    """Each subject with what was found; what needs doing once more at the end."""
    rows = tuple(_row(check) for check in checks)
    wanting = tuple(Row(check.subject, check.todo) for check in checks if check.todo)
    if wanting:
        return Section("Examined", rows), Section("What to do", wanting)
    if all(check.condition == "fine" for check in checks):
        return Section("Examined", rows), Say("Nothing needs repair.", "muted")
    return (Section("Examined", rows),)


def _row(check: Check) -> Row:
    said, role = _SAID[check.condition]
    return Row(check.subject, f"{said}{check.found}", role=role)
