"""What differs between two databases, by the names that a person knows."""

from pathlib import Path

from meso_cli.errors import MesoError
from meso_cli.store.file import DatabaseFile
from meso_cli.store.reading import reading
from meso_cli.values import NamedTuple

_Content = dict[str, tuple[str, object]]


class Differences(NamedTuple):
    """Names (t1, #12) of what only the one holds, only the other holds, and both hold differently."""

    only_here: tuple[str, ...]
    only_there: tuple[str, ...]
    changed: tuple[str, ...]


def differences(here: DatabaseFile, there: Path) -> Differences:
    """What is shown of each file, compared by uuid; a file that cannot be read holds nothing."""
    ours, theirs = _shown(here), _shown(there)
    return Differences(
        tuple(name for uuid, (name, _) in ours.items() if uuid not in theirs),
        tuple(name for uuid, (name, _) in theirs.items() if uuid not in ours),
        tuple(name for uuid, (name, held) in ours.items() if uuid in theirs and theirs[uuid][1] != held),
    )


def _shown(database: Path | DatabaseFile) -> _Content:
    """Every treatment with its plan and what was told, and every entry, after its name."""
    found: _Content = {}
    try:
        with reading(database) as store:
            for treatment in store.treatments():
                record = store.record(treatment.id)
                found[treatment.uuid] = treatment.name, (*treatment[2:], *record[2:])
                found.update({entry.uuid: (f"#{entry.id}", entry[2:]) for entry in record.entries})
    except MesoError:
        return {}
    return found
