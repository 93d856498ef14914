"""Everything that was recorded, for another machine or another program."""

from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path
from typing import IO

from meso_cli import __version__
from meso_cli.commands.share import fhir
from meso_cli.commands.support import output, terminal
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.context import own_case
from meso_cli.commands.support.progress import Advance, progress
from meso_cli.commands.support.treatment_choice import treatment_named
from meso_cli.export import formats
from meso_cli.export.fhir.bundles import Shape
from meso_cli.store.errors import shown
from meso_cli.store.reading import Reader, reading
from meso_cli.text import counted, counts_words
from meso_cli.values import NamedTuple
from meso_cli.views.blocks import Say

_OBSERVED = 4
"""Records that an entry mostly is: itself and three observations."""
FORMATS = formats.EXPORT


class Wanted(NamedTuple):
    """The form of an export, and what narrows, guards or shapes it."""

    form: str
    treatment: str | None = None
    for_spreadsheet: bool = False
    shape: Shape = Shape()


def to_stdout(call: Call, wanted: Wanted) -> None:
    """All of it to standard output."""
    wanted = _checked(wanted)
    with _gathered(call, wanted) as whole:
        output.to_stdout(whole)


def to_file(call: Call, wanted: Wanted, file: Path, *, force: bool) -> None:
    """All of it to a private file; Bundles that were split to as many."""
    wanted = _checked(wanted)
    output.refuse_ours(file, call.path)
    if wanted.form == "fhir":
        _bundles_to_files(call, wanted, file, force=force)
        return
    with reading(call.database) as store:
        counts = store.counts()
    with (
        progress(call, "Exporting", _OBSERVED * counts["entries"]) as advance,
        reading(call.database) as store,
        closing(_parts(store, call, wanted)) as parts,
    ):
        output.to_file(_told(parts, advance), file, call.path, force=force)
    what = f"Exported to {shown(file)} ({counts_words(counts)} in the database)."
    terminal.show((Say(f"{what} Only you can read it; it holds health data."),), call)


def _told(parts: Iterator[str], advance: Advance) -> Iterator[str]:
    """The parts as they are; how many lines there were is told."""
    for part in parts:
        yield part
        advance(part.count("\n"))


def _checked(wanted: Wanted) -> Wanted:
    """What is wanted, by the format's own name; `BadValue` for what the format does not take."""
    shape = wanted.shape
    given = {
        "--treatment": wanted.treatment is not None,
        "--for-spreadsheet": wanted.for_spreadsheet,
        "--update": shape.update,
        "--collection": shape.collection,
        "--split": shape.split is not None,
        "--no-provenance": not shape.provenance,
    }
    form = formats.chosen(wanted.form, FORMATS, given).name
    if form == "fhir":
        fhir.checked(shape)
    return wanted._replace(form=form)


def _gathered(call: Call, wanted: Wanted) -> IO[bytes]:
    """All of it for standard output; the database is let go of before anybody reads."""
    with reading(call.database) as store, closing(_parts(store, call, wanted)) as parts:
        if wanted.form == "csv" and terminal.is_on_stdout():
            from meso_cli.export.observations_csv import for_screen

            return output.gathered(for_screen(parts))
        return output.gathered(parts)


def _parts(store: Reader, call: Call, wanted: Wanted) -> Generator[str, None, None]:
    if wanted.form == "fhir":
        yield from fhir.bundle_texts(store, wanted.shape, wanted.treatment)
    else:
        yield from _json(store, call) if wanted.form == "json" else _csv(store, call, wanted)


def _json(store: Reader, call: Call) -> Iterator[str]:
    from meso_cli.export.records_json import export_lines

    return export_lines(store.portable_rows(), call.now, __version__)


def _csv(store: Reader, call: Call, wanted: Wanted) -> Iterator[str]:
    from meso_cli.export.observations_csv import observations_csv

    named = wanted.treatment
    chosen = (treatment_named(named, store),) if named else store.treatments()
    cases = (own_case(store.record(treatment.id)) for treatment in chosen)
    return observations_csv(cases, call.settings, for_spreadsheet=wanted.for_spreadsheet)


def _bundles_to_files(call: Call, wanted: Wanted, file: Path, *, force: bool) -> None:
    with reading(call.database) as store:
        texts = tuple(fhir.bundle_texts(store, wanted.shape, wanted.treatment))
    files = fhir.files_for(file, len(texts))
    for target in files:
        output.refuse_ours(target, call.path)
        output.refuse_existing(target, force=force)
    for text, target in zip(texts, files, strict=True):
        output.to_file((text,), target, call.path, force=force)
    where = f" to {shown(file)}" if len(files) == 1 else f": {shown(files[0])} to {shown(files[-1])}"
    order = "" if len(files) == 1 else " Send them in this order."
    what = f"Exported {counted(len(texts), 'FHIR Bundle')}{where}.{order}"
    terminal.show((Say(f"{what} Only you can read it; it holds health data, your own words too."),), call)
    if stale := fhir.earlier_files(file, files):
        names = ", ".join(map(shown, stale))
        terminal.remark(
            f"meso: Of an earlier export, and not of this one: {names}. Delete what you do not need."
        )
