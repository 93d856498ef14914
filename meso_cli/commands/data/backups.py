"""Backups: made, listed, and put back."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from meso_cli.commands.data.content import guide_checks
from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.writes import saved
from meso_cli.errors import NothingFound
from meso_cli.store.errors import shown
from meso_cli.store.file import DatabaseFile
from meso_cli.store.filenames import backup_folder
from meso_cli.store.maintenance import backup as copies
from meso_cli.store.maintenance.differences import differences
from meso_cli.store.maintenance.ownership import check_ours
from meso_cli.store.maintenance.record_check import check_records
from meso_cli.store.maintenance.restore import restore as put_back
from meso_cli.text import counted, counts_words, visible
from meso_cli.views.blocks import Block, Grid, Row, Say, Section

_NAMED = 12
"""How many names are listed; the rest is counted."""


def back_up(call: Call, target: Path | None) -> None:
    """Makes a checked backup now: in the backup folder, or as a new file."""
    named = target or copies.daily_name(call.path, call.now.date())
    copies.back_up(call.database, named, replace=target is None)
    terminal.show((Say(f"Backed up to {shown(named)}: {_words(copies.counts(named))}, checked."),), call)


def restore(call: Call, source: str, *, yes: bool) -> None:
    """Puts a backup in the place of the present records, after a yes; what is replaced is kept beside it."""
    database = call.path
    check_ours(database)
    chosen = _named(source, database)
    then, now = _words(copies.counts(chosen)), _words(copies.state_of(call.database))
    terminal.show((*_what_would_change(call.database, chosen), *_not_understood(chosen)), call)
    terminal.sure(f"Replace the present records ({now}) by {_name_of(chosen)} ({then})?", call, yes=yes)
    aside = put_back(chosen, call.database, call.now)
    with saved(f"{_name_of(chosen)} was restored"):
        blocks: list[Block] = [Say(f"Restored {_name_of(chosen)}: {then}.")]
        if aside is not None:
            blocks.append(
                Say(f"What was there is kept; to go back to it: meso restore {aside.name}", "muted")
            )
        terminal.show(blocks, call)


def _name_of(backup: Path) -> str:
    """What `meso restore` calls it."""
    return visible(backup.stem if backup.suffix == ".db" else backup.name)


def show_list(call: Call, *, json: bool) -> None:
    """Every backup, and what it holds."""
    database = call.path
    found, folder = copies.backups(database), backup_folder(database)
    if json:
        from meso_cli.export.backups_json import backups_json

        rows = ((_name_of(one.path), one.path, one.counts) for one in copies.newest_first(found))
        terminal.write_document(backups_json(folder, rows, copies.state_of(call.database)))
    if not found:
        raise NothingFound(f"There is no backup in {shown(folder)} yet.")
    if not json:
        terminal.show(_listed(found, call.database), call)


def _listed(found: Sequence[copies.Backup], database: DatabaseFile) -> tuple[Block, ...]:
    rows = tuple((_name_of(one.path), _words(one.counts)) for one in found)
    return (
        Grid("Backups", ("Backup", "holds"), rows),
        Say(f"The present records hold {_words(copies.state_of(database))}."),
        Say("To go back to one: meso restore NAME", "muted"),
    )


def _what_would_change(database: DatabaseFile, chosen: Path) -> tuple[Block, ...]:
    """What would change, by name, so that nobody has to compare counts."""
    found = differences(database, chosen)
    rows = (
        Row("would go", _names(found.only_here)),
        Row("would come back", _names(found.only_there)),
        Row("would be as it was", _names(found.changed)),
    )
    told = tuple(row for row in rows if row.text)
    return (Section(f"What {_name_of(chosen)} would change", told or (Row("", "nothing that is shown"),)),)


def _not_understood(chosen: Path) -> Iterator[Block]:
    """What in a backup meso would not have written: it is restored with the rest, and a line says so."""
    found = check_records(chosen, guide_checks())
    if found.invalid:
        name, why, _ = found.named[0]
        yield Say(f"{counted(found.invalid, 'record')} in it not understood, such as {name}: {why}.")


def _names(names: tuple[str, ...]) -> str:
    more = f" + {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return " · ".join(names[:_NAMED]) + more


def _named(source: str, database: Path) -> Path:
    found = next((one.path for one in copies.backups(database) if _name_of(one.path) == source), None)
    if found is not None:
        return found
    if Path(source).is_file():
        return Path(source)
    raise NothingFound("There is no such backup; meso restore lists them.")


def _words(counts: dict[str, int] | None) -> str:
    if counts is None:
        return "nothing that can be read"
    return counts_words(counts)
