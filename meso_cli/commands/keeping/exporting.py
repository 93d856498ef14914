"""`meso export`."""

from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path
from typing import IO, Annotated

import typer

from meso_cli import __version__
from meso_cli.commands import clock, paths, terminal
from meso_cli.commands.configuration import settings
from meso_cli.commands.keeping import output
from meso_cli.commands.looking import own_case, treatment_named
from meso_cli.commands.shared import Shared, shared
from meso_cli.errors import BadValue
from meso_cli.store.faults import shown
from meso_cli.store.reading import Reader, reading
from meso_cli.text import held, visible
from meso_cli.views.blocks import Say

FORMATS = ("json", "csv")


def export(
    ctx: typer.Context,
    form: Annotated[str, typer.Option("--format", metavar="json|csv", help="json is everything.")] = "json",
    file: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="A private file, not standard output."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace FILE.")] = False,
    treatment: Annotated[str | None, typer.Option(metavar="ID", help="Only one treatment: t1 (csv).")] = None,
    for_spreadsheet: Annotated[
        bool, typer.Option("--for-spreadsheet", help="Guard cells that look like formulas (csv).")
    ] = False,
) -> None:
    """Everything that you recorded, for another machine or another program.

    json holds all of it, deleted entries too, and comes back in with `meso import`;
    csv is a table with one row an observation.

    \b
    Examples:
      meso export -o meso.json
      meso export --format csv --for-spreadsheet -o log.csv
      meso export | ssh other meso import -
    """
    options = shared(ctx)
    if form not in FORMATS:
        raise BadValue(f"'{visible(form, 40)}' is no format; choose json or csv.")
    if form == "json" and (treatment is not None or for_spreadsheet):
        raise BadValue("json holds everything; --treatment and --for-spreadsheet need --format csv.")
    database = paths.database(options)
    if file is None:
        with _gathered(database, form, treatment, for_spreadsheet) as whole:
            output.to_stdout(whole)
        return
    output.refuse_ours(file, database)
    with reading(database) as store, closing(_parts(store, form, treatment, for_spreadsheet)) as parts:
        counts = store.counts()
        output.to_file(parts, file, database, force=force)
    _answer(file, counts, options)


def _gathered(database: Path, form: str, named: str | None, for_spreadsheet: bool) -> IO[bytes]:
    """All of it for standard output; the database is let go of before anybody reads."""
    with reading(database) as store, closing(_parts(store, form, named, for_spreadsheet)) as parts:
        if form == "csv" and terminal.is_on_stdout():
            from meso_cli.export.observations_csv import for_screen

            return output.gathered(for_screen(parts))
        return output.gathered(parts)


def _parts(store: Reader, form: str, named: str | None, for_spreadsheet: bool) -> Generator[str, None, None]:
    yield from _json(store) if form == "json" else _csv(store, named, for_spreadsheet)


def _json(store: Reader) -> Iterator[str]:
    from meso_cli.export.records_json import export_lines

    return export_lines(store.portable(), clock.now(), __version__)


def _csv(store: Reader, named: str | None, for_spreadsheet: bool) -> Iterator[str]:
    from meso_cli.export.observations_csv import observations_csv

    chosen = (treatment_named(named, store),) if named else store.treatments()
    cases = (own_case(store.record(treatment.id)) for treatment in chosen)
    return observations_csv(cases, settings(), for_spreadsheet=for_spreadsheet)


def _answer(file: Path, counts: dict[str, int], options: Shared) -> None:
    what = f"Exported to {shown(file)} ({held(counts)} in the database)."
    terminal.show((Say(f"{what} Only you can read it; it holds health data."),), options)
