"""The practitioner's plan beside the guide."""

from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.context import look
from meso_cli.recovery.comparing import compared
from meso_cli.views.plan import plan_document
from meso_cli.views.scare import verdict_first
from meso_cli.views.status import elsewhere


def show_plan(call: Call, treatment: str | None, *, json: bool) -> None:
    """Guide and plan side by side: what differs, who said it and when."""
    context = look(call, named=treatment)
    rows, case = compared(context.case), context.case
    if json:
        from meso_cli.export.plan_json import plan_json

        terminal.write_document(plan_json(rows, context.status, case.guide, case.plan))
        return
    document = plan_document(rows, context.status, case.guide, case.plan)
    terminal.show((*verdict_first(context), *document, *elsewhere(context.status)), call)
