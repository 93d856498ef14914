"""Completion for shells: the scripts as they were generated, and the person's own numbers for them."""

from collections.abc import Iterator

from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.treatment_choice import treatment_at
from meso_cli.errors import BadValue, MesoError
from meso_cli.store.reading import reading
from meso_cli.text import visible

SCRIPTS = {"bash": "meso", "zsh": "_meso", "fish": "meso.fish"}
"""Each shell with the name that it looks for."""
OWN = ("treatments", "entries", "backups")
_MOST = 30
_NOTE_SHOWN = 30


def completion(call: Call, what: str) -> None:
    """Prints the script of a shell; or the person's own treatments, entries or backups, a line each."""
    wanted = what.strip().casefold()
    if wanted in SCRIPTS:
        from meso_cli.guide.files import data_folder

        terminal.write_bytes((data_folder() / "completion" / SCRIPTS[wanted]).read_bytes())
    elif wanted in OWN:
        # A tab parts a number from what it is: `write` would show it.
        terminal.write_bytes("".join(f"{line}\n" for line in _own(wanted, call)).encode("utf-8", "replace"))
    else:
        raise BadValue(f"'{visible(what, 40)}' is not a shell that meso knows; say {', '.join(SCRIPTS)}")


def _own(kind: str, call: Call) -> tuple[str, ...]:
    """A shell that completes wants no message: where nothing can be read there is nothing to offer."""
    try:
        return tuple(_backups(call) if kind == "backups" else _recorded(kind, call))
    except MesoError:
        return ()


def _recorded(kind: str, call: Call) -> Iterator[str]:
    with reading(call.database) as store:
        if kind == "treatments":
            for row in store.treatments():
                about = ", ".join(word for word in (row.area, row.device) if word)
                yield f"{row.name}\t{row.at.date().isoformat()} {about}".rstrip()
        elif (treatment := treatment_at(call.now, store)) is not None:
            for entry in store.record(treatment.id).entries[: -_MOST - 1 : -1]:
                values = " ".join(f"{seen.item}={seen.value}" for seen in entry.observations)
                at = entry.at.astimezone(call.now.tzinfo)
                said = visible(values or entry.note or "", _NOTE_SHOWN)
                yield f"{entry.id}\t{at:%d %b %H:%M} {said}"


def _backups(call: Call) -> Iterator[str]:
    from meso_cli.store.filenames import backup_folder, is_backup
    from meso_cli.store.maintenance.ownership import listed

    for file in listed(backup_folder(call.path)):
        if is_backup(file.name) and file.suffix == ".db":
            yield file.stem
