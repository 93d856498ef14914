"""The status, in the form that somebody asked for, and what `--check` makes of it."""

from typing import Literal

from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.context import NotJudged, look
from meso_cli.errors import Exit, NothingFound
from meso_cli.model.case import Context
from meso_cli.model.status import StandingWarning
from meso_cli.model.tiers import Tier, reaches
from meso_cli.views.blocks import Block

FIRST_STEPS = """\
meso tracks the weeks after microneedling. Record your treatment:
  meso start "today 14:00" --device pen --depth 1.0
then log how it is (meso log redness=2) and look (meso status). See also: meso demo
"""
Form = Literal["screen", "all", "json", "line"]
_CODES: tuple[tuple[Tier, int], ...] = (
    ("emergency", Exit.CHECK_EMERGENCY),
    ("urgent", Exit.CHECK_URGENT),
    ("contact", Exit.CHECK_CONTACT),
)


def form(*, json: bool, line: bool, everything: bool) -> Form:
    """The form that somebody asked for; of several the one for a program."""
    return "json" if json else "line" if line else "all" if everything else "screen"


def status(call: Call, at: str | None, treatment: str | None, form: Form, template: str | None = None) -> int:
    """Shows the status, its line by a `template`; returns the exit code of `--check`."""
    context = _look(call, at, treatment)
    if form == "json":
        from meso_cli.export.status_json import status_json

        terminal.write_document(status_json(context))
    elif form == "line":
        from meso_cli.views.brief import brief, formatted

        terminal.write((brief(context) if template is None else formatted(context, template)) + "\n")
    else:
        show_status(context, call, everything=form == "all")
    return check_code(context)


def _look(call: Call, at: str | None = None, treatment: str | None = None) -> Context:
    """The treatment concerned; where it cannot be judged, the latest that can, beside which it is named.

    A warning of that one must not be silent because of the other.
    """
    try:
        return look(call, at, treatment)
    except NotJudged as error:
        if treatment is not None or not error.others:
            raise
        return look(call, at, error.others[-1].name)


def status_or_first_steps(call: Call) -> int:
    """What `meso` alone shows."""
    try:
        context = _look(call)
    except NothingFound:
        terminal.write(FIRST_STEPS)
    else:
        show_status(context, call)
    return Exit.FINE


def show_status(context: Context, call: Call, *, everything: bool = False) -> None:
    """The screen, which ends with how it went once the last restriction has ended."""
    from meso_cli.views.status import status_document

    if everything:
        context = _with_every_window(context, call)
    terminal.show((*status_document(context, everything=everything), *_finish(context, call)), call)


def _with_every_window(context: Context, call: Call) -> Context:
    """The windows among the topics stand among the restrictions where all of it is asked for."""
    from meso_cli.recovery.status import status, with_others
    from meso_cli.recovery.topics import with_windows

    case, found = with_windows(context.case), context.status
    seen = with_others(status(case, call.settings, found.view), found.others, case.guide)
    return context._replace(case=case, status=found._replace(restrictions=seen.restrictions))


def _finish(context: Context, call: Call) -> tuple[Block, ...]:
    status = context.status
    if status.day < context.case.guide.rules.late_from_day:  # most of the time there is nothing to work out
        return ()
    from meso_cli.recovery.finishing import finish

    end = finish(context.case, status, call.settings)
    if end is None:
        return ()
    from meso_cli.views.finish import finish_document

    return finish_document(end, context.case.guide, status.view)


def check_code(context: Context) -> int:
    """The exit code of `--check`: the most serious warning of all open treatments, then silence.

    What was reported and nothing can judge asks for the practitioner. While a treatment follows a guide that
    this version does not have, no code says less than that.
    """
    found = context.status
    warnings: list[StandingWarning] = [
        *found.warnings,
        *(row for other in found.others for row in other.warnings),
    ]
    for tier, code in _CODES:
        if any(reaches(warning.tier, tier) for warning in warnings):
            return code
    if found.unrecognised or any(other.unrecognised for other in found.others):
        return Exit.CHECK_CONTACT
    if context.not_judged:
        return Exit.DAMAGED
    return Exit.CHECK_SILENT if found.overdue or any(other.overdue for other in found.others) else Exit.FINE
