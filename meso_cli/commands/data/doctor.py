"""Examining all that belongs to meso, and repairing what can be repaired."""

import datetime as dt
from collections.abc import Iterator
from itertools import chain

from meso_cli.commands.data.content import guide_checks
from meso_cli.commands.data.places import settings_file
from meso_cli.commands.support import paths, terminal
from meso_cli.commands.support.call import Call
from meso_cli.config.editing import unfinished
from meso_cli.errors import Exit, MesoError
from meso_cli.guide import files
from meso_cli.guide.check import check as check_guide
from meso_cli.guide.compiling import edited
from meso_cli.guide.files import guide_folder
from meso_cli.guide.reading import guide_called
from meso_cli.model.checkup import Check
from meso_cli.store.maintenance.diagnostics import FIX, abandoned
from meso_cli.store.maintenance.diagnostics import examine as examined
from meso_cli.store.maintenance.repair import repair
from meso_cli.text import ended
from meso_cli.views.checkup import checkup_document
from meso_cli.when.saying import weekday_date

_REVIEWED = dt.timedelta(days=365)


def fix(call: Call) -> None:
    """Repairs what can be repaired, and says each thing as it is done; what resists is told."""
    done: Iterator[str] = chain(repair(call.database, call.now), _tidy_settings(call.now))
    try:
        for sentence in done:
            terminal.remark(sentence)
    except MesoError as error:
        terminal.remark(f"meso: {error}")


def examine(call: Call, *, json: bool) -> int:
    """Examines the records, every backup, the guide and the settings; returns the exit code."""
    of_records = examined(call.database, call.now, guide_checks())
    checks = (*of_records, _guide(call.now.date()), _settings(call))
    if json:
        from meso_cli.export.checkup_json import checkup_json

        terminal.write_document(checkup_json(checks, call.now))
    else:
        terminal.show(checkup_document(checks), call)
    return Exit.DAMAGED if any(check.condition == "damaged" for check in checks) else Exit.FINE


def _tidy_settings(now: dt.datetime) -> Iterator[str]:
    for file in abandoned(unfinished(paths.config_file()), now):
        file.unlink()
        yield f"Removed {file}, which was half written."


def _guide(today: dt.date) -> Check:
    problems = [found for id in files.GUIDES for found in check_guide(guide_folder(id), today)]
    if problems:
        todo = "install meso again; its data was changed."
        return Check("guide", "attention", f"{len(problems)} problems, such as: {problems[0]}", todo)
    if changed := edited():
        found = f"{changed[0]}.toml was edited, and what was compiled from it before is what counts"
        return Check("guide", "attention", found, "install meso again, or compile: CONTRIBUTING.md says how.")
    reviewed = min(guide_called(id).reviewed for id in files.GUIDES)
    if today - reviewed > _REVIEWED:
        todo = "look for a newer version of meso."
        return Check("guide", "attention", f"last reviewed {weekday_date(reviewed)}, over a year ago", todo)
    return Check("guide", "fine", f"complete and cited; last reviewed {weekday_date(reviewed)}")


def _settings(call: Call) -> Check:
    file = settings_file()
    if problems := call.configured.problems:
        found = " ".join(ended(problem) for problem in problems)
        return Check("settings", "attention", found, "see which settings hold: meso config")
    if left := abandoned(unfinished(file.path), call.now):
        return Check("settings", "attention", f"an interrupted change left {left[0]}", FIX)
    return Check(
        "settings", "fine", str(file.path) if file.is_there else "no settings file; defaults are used"
    )
