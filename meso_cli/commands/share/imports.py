"""Taking in an export, or the database of another machine."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from meso_cli.commands.data.content import guide_checks
from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.progress import progress, watched
from meso_cli.commands.support.writes import saved
from meso_cli.errors import BadValue, NeedsInput, NothingFound
from meso_cli.export.records_json import read_records
from meso_cli.model.batch import Batch
from meso_cli.store.errors import shown, translated
from meso_cli.store.exchange import importing
from meso_cli.views.imported import imported_document

_MAGIC = b"SQLite format 3\0"
_CHUNK = 1024 * 1024
_BYTES_A_RECORD = 285
LONGEST_STREAM = 1024**3
"""Bytes: two million entries, and what a disk for temporary files can be asked for."""
_BEFORE_A_DOCUMENT = b" \t\r\n\xef\xbb\xbf"


def show_what_would_come(call: Call, source: str) -> None:
    """Says what an import would change, and changes nothing."""
    checks = guide_checks()
    with _records(source, call.path) as records:
        merged = importing.dry_run(call.database, records, checks)
        terminal.show(imported_document(merged, None, dry_run=True), call)


def take_in(call: Call, source: str) -> None:
    """Takes in an export, or the database of another machine."""
    checks = guide_checks()
    with _records(source, call.path) as records, progress(call, "Importing", _estimate(source)) as advance:
        done = importing.import_records(call.database, watched(records, advance), checks, call.now)
    with saved("What was new in it was imported"):
        terminal.show(imported_document(done.merged, done.backup.stem if done.backup else None), call)


@contextmanager
def _records(source: str, database: Path) -> Iterator[Iterator[Batch]]:
    """The records of an export or a database. All of a stream is read before anything is locked."""
    if source == "-":
        with _stdin() as file:
            yield read_records(file)
        return
    path = Path(source)
    _refuse(path, database)
    with translated(path, (OSError,)), path.open("rb") as file:
        is_database = file.read(len(_MAGIC)) == _MAGIC
        file.seek(0)
        yield importing.records_of(path) if is_database else read_records(file)


def _estimate(source: str) -> int:
    """About how many records a file holds; a row with its indexes is about as long as a line of an export."""
    return 0 if source == "-" else Path(source).stat().st_size // _BYTES_A_RECORD


def _refuse(path: Path, database: Path) -> None:
    if not path.exists():
        raise NothingFound(f"There is no file {shown(path)} to import.")
    if not path.is_file():
        raise BadValue(f"{shown(path)} is not a regular file; name an export or a database of meso.")
    if database.exists() and path.samefile(database):
        raise BadValue(f"{shown(path)} is the present database itself; name another one.")


@contextmanager
def _stdin() -> Iterator[IO[bytes]]:
    if sys.stdin is None:  # closed before we were started
        raise NeedsInput("There is no standard input to import from; name a file.")
    with tempfile.SpooledTemporaryFile(_CHUNK) as whole:
        _copy(sys.stdin.buffer, whole)
        whole.seek(0)
        yield whole


def _copy(stream: IO[bytes], whole: IO[bytes]) -> None:
    """All of a stream, which may have no end: no more than its begin where that is no document."""
    read = 0
    while chunk := stream.read(_CHUNK):
        whole.write(chunk)
        read += len(chunk)
        if read > LONGEST_STREAM:
            size = f"{LONGEST_STREAM // 1024**3} GiB"
            raise BadValue(f"Standard input is longer than {size}", "save it to a file and import that")
        if read == len(chunk) and not chunk.lstrip(_BEFORE_A_DOCUMENT).startswith(b"{"):
            return
