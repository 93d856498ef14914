"""Everything that was recorded, for another machine or another program."""

from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path
from typing import IO

from meso_cli import __version__
from meso_cli.commands import terminal
from meso_cli.commands.call import Call
from meso_cli.commands.keeping import output
from meso_cli.commands.looking import own_case, treatment_named
from meso_cli.errors import BadValue
from meso_cli.store.faults import shown
from meso_cli.store.reading import Reader, reading
from meso_cli.text import held, visible
from meso_cli.values import NamedTuple
from meso_cli.views.blocks import Say

FORMATS = ("json", "csv")


class Wanted(NamedTuple):
    """The form of an export, and what narrows or guards a table."""

    form: str
    treatment: str | None = None
    for_spreadsheet: bool = False


def to_stdout(call: Call, wanted: Wanted) -> None:
    """All of it to standard output."""
    _refuse(wanted)
    with _gathered(call, wanted) as whole:
        output.to_stdout(whole)


def to_file(call: Call, wanted: Wanted, file: Path, *, force: bool) -> None:
    """All of it to a private file."""
    _refuse(wanted)
    output.refuse_ours(file, call.path)
    with reading(call.database) as store, closing(_parts(store, call, wanted)) as parts:
        counts = store.counts()
        output.to_file(parts, file, call.path, force=force)
    what = f"Exported to {shown(file)} ({held(counts)} in the database)."
    terminal.show((Say(f"{what} Only you can read it; it holds health data."),), call)


def _refuse(wanted: Wanted) -> None:
    if wanted.form not in FORMATS:
        raise BadValue(f"'{visible(wanted.form, 40)}' is no format; choose json or csv.")
    if wanted.form == "json" and wanted != Wanted("json"):
        raise BadValue("json holds everything; --treatment and --for-spreadsheet need --format csv.")


def _gathered(call: Call, wanted: Wanted) -> IO[bytes]:
    """All of it for standard output; the database is let go of before anybody reads."""
    with reading(call.database) as store, closing(_parts(store, call, wanted)) as parts:
        if wanted.form == "csv" and terminal.is_on_stdout():
            from meso_cli.export.observations_csv import for_screen

            return output.gathered(for_screen(parts))
        return output.gathered(parts)


def _parts(store: Reader, call: Call, wanted: Wanted) -> Generator[str, None, None]:
    yield from _json(store, call) if wanted.form == "json" else _csv(store, call, wanted)


def _json(store: Reader, call: Call) -> Iterator[str]:
    from meso_cli.export.records_json import export_lines

    return export_lines(store.portable(), call.now, __version__)


def _csv(store: Reader, call: Call, wanted: Wanted) -> Iterator[str]:
    from meso_cli.export.observations_csv import observations_csv

    named = wanted.treatment
    chosen = (treatment_named(named, store),) if named else store.treatments()
    cases = (own_case(store.record(treatment.id)) for treatment in chosen)
    return observations_csv(cases, call.settings, for_spreadsheet=wanted.for_spreadsheet)
