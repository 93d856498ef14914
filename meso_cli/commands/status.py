"""`meso status`."""

from typing import Annotated

import typer

from meso_cli.commands import terminal
from meso_cli.commands.looking import look
from meso_cli.commands.shared import Shared, shared
from meso_cli.errors import Exit
from meso_cli.model.case import Context
from meso_cli.model.status import WarningSign
from meso_cli.model.tiers import Tier, reaches

_CODES: tuple[tuple[Tier, int], ...] = (
    ("emergency", Exit.CHECK_EMERGENCY),
    ("urgent", Exit.CHECK_URGENT),
    ("contact", Exit.CHECK_CONTACT),
)


def status(
    ctx: typer.Context,
    at: Annotated[
        str | None, typer.Option(metavar="WHEN", help="Ask about another moment: 'sat 10am'.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Everything as JSON.")] = False,
    brief: Annotated[bool, typer.Option("--brief", help="One line, for a prompt.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="Leave nothing out.")] = False,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help="The brief line, and an exit code: 10 contact, 11 urgent, 12 emergency, 13 silent.",
        ),
    ] = False,
    treatment: Annotated[str | None, typer.Option(metavar="ID", help="Another treatment: t1.")] = None,
) -> None:
    """The recovery day, warnings, restrictions, care and symptoms.

    \b
    Examples:
      meso status
      meso status --at "sat 10am"
      meso status --brief
    """
    options = shared(ctx)
    context = look(options, at, treatment)
    if json:
        from meso_cli.export.status_json import status_json

        terminal.write(status_json(context))
    elif brief or check:
        from meso_cli.views.brief import brief as line

        terminal.write(line(context) + "\n")
    else:
        show_status(context, options, everything=everything)
    if check:
        raise typer.Exit(check_code(context))


def show_status(context: Context, options: Shared, *, everything: bool = False) -> None:
    """The screen."""
    from meso_cli.views.status import status_document

    terminal.show(status_document(context, everything=everything), options)


def check_code(context: Context) -> int:
    """The exit code of `--check`: the most serious warning of all open treatments, then silence.

    What was reported and nothing can judge asks for the practitioner.
    """
    found = context.status
    warnings: list[WarningSign] = [
        *found.warnings,
        *(row for other in found.others for row in other.warnings),
    ]
    for tier, code in _CODES:
        if any(reaches(warning.tier, tier) for warning in warnings):
            return code
    if found.unjudged or any(other.unjudged for other in found.others):
        return Exit.CHECK_CONTACT
    return Exit.CHECK_SILENT if found.overdue or any(other.overdue for other in found.others) else Exit.FINE
