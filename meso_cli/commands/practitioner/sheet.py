"""A clinic's sheet for its patients, from its plan's file."""

from pathlib import Path

from meso_cli.commands.ask.card import card_text
from meso_cli.commands.practitioner.plan_file import checked_plan
from meso_cli.commands.support import output, terminal
from meso_cli.commands.support.call import Call
from meso_cli.errors import BadValue
from meso_cli.export.report.sheet import Given, sheet
from meso_cli.guide.reading import read_guide
from meso_cli.guide.words import read_words
from meso_cli.store.errors import shown
from meso_cli.store.maintenance.ownership import real
from meso_cli.text import visible
from meso_cli.views.blocks import Say


def to_stdout(call: Call, plan: Path, at: str | None) -> None:
    """The sheet itself, for another program."""
    if terminal.is_on_stdout():
        raise BadValue("A page of HTML is nothing to read on a terminal; name a file: -o sheet.html")
    terminal.write_document(_filled(call, plan, at))


def to_file(call: Call, plan: Path, file: Path, at: str | None, *, force: bool) -> None:
    """The sheet in a private file."""
    output.refuse_ours(file, call.path)
    if real(file) == real(plan):
        raise BadValue(f"{shown(file)} is the plan itself; name another file for the sheet.")
    output.to_file((_filled(call, plan, at),), file, call.path, force=force)
    whom = "for one treatment" if at else "for any patient: it holds nobody's data"
    terminal.show((Say(f"Wrote the sheet of {visible(plan.name, 60)} to {shown(file)}, {whom}."),), call)


def _filled(call: Call, plan: Path, at: str | None) -> str:
    from meso_cli.export.report.rendering import html
    from meso_cli.when.reading import read_begin

    found, own = checked_plan(plan), call.settings
    treated = None
    if at is not None:
        treated = read_begin(at, at=call.now, command="meso plan sheet --at", day_start=own.day_start)
    return html("sheet.html", sheet=sheet(Given(found, read_guide(), read_words, card_text(call), treated)))
