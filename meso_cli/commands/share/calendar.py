"""The moments of a follow-up for a calendar."""

from pathlib import Path

from meso_cli.commands.support import output, terminal
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.context import look
from meso_cli.export.calendar_ics import NAME, Dates, calendar_ics
from meso_cli.model.case import Case, Context
from meso_cli.model.tiers import reaches
from meso_cli.recovery.lifts import CheckIns, check_ins, lifts
from meso_cli.store.errors import shown
from meso_cli.store.reading import reading
from meso_cli.text import counted
from meso_cli.views.blocks import Say


def to_stdout(call: Call, treatment: str | None, *, detailed: bool) -> None:
    """The calendar itself, for another program."""
    case, dates = _found(call, treatment)
    text = calendar_ics(case, dates, detailed=detailed)
    if terminal.is_on_stdout():  # to be looked at: the standard's line ends would act there
        terminal.write(text.replace("\r\n", "\n"))
    else:
        terminal.write_bytes(text.encode())


def to_file(call: Call, file: Path, treatment: str | None, *, detailed: bool, force: bool) -> None:
    """The calendar in a private file, and what calendars make of it."""
    output.refuse_ours(file, call.path)
    case, dates = _found(call, treatment)
    output.to_file((calendar_ics(case, dates, detailed=detailed),), file, call.path, force=force)
    terminal.show(tuple(map(Say, _told(file, case, dates, detailed=detailed))), call)


def _found(call: Call, treatment: str | None) -> tuple[Case, Dates]:
    context, own = look(call, named=treatment), call.settings
    case, stands = context.case, _goes_on(context)
    with reading(call.database) as store:
        revision = store.revision(case.treatment.id)
    return case, Dates(lifts(case), check_ins(case, own, stands=stands), revision)


def _goes_on(context: Context) -> bool:
    """Whether follow-up has no known end: a warning stands past its last day, or one that asks for a call."""
    is_past = context.status.day > context.case.guide.rules.follow_up_days
    return any(is_past or reaches(row.tier, "contact") for row in context.status.warnings)


def _told(file: Path, case: Case, dates: Dates, *, detailed: bool) -> tuple[str, ...]:
    daily = " and a daily check-in" if dates.check_ins else ""
    titles = "say what they are about" if detailed else "are neutral (--detailed names them)"
    return (
        f"Wrote {counted(len(dates.lifts), 'date')} of {case.treatment.name}{daily} to {shown(file)}. "
        f"Titles {titles}.",
        *_about_check_ins(case, dates.check_ins),
        f"Import it into a calendar of its own, '{NAME}'. After a correction write it again with --force and "
        "import it again: the dates move. If your calendar shows them twice, or old ones stay, delete that "
        "calendar and import once more.",
        "Google Calendar drops the alarm of an imported file: give the calendar a default notification.",
        "A date is by time alone. How your skin is decides, too: look with meso status.",
    )


def _about_check_ins(case: Case, found: CheckIns | None) -> tuple[str, ...]:
    """Why there are none, or no last one."""
    if found is None:
        return (f"{case.treatment.name} was ended: it has no check-ins any more.",)
    if found.last is None:
        return ("A warning stands, so the check-ins go on without an end. When none does, write it again.",)
    return ()
