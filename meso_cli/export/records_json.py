"""Everything that was recorded as one JSON document, a record a line: `meso.export/1`.

The document is valid JSON for any program. Because each record has its own line, both ways take
the memory of one record, however many there are.
"""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from typing import IO, Any, Final

from meso_cli.errors import BadValue, Damaged
from meso_cli.export.json_text import dumps
from meso_cli.text import visible

SCHEMA: Final = "meso.export/1"
Placed = tuple[str, dict[str, Any]]
"""A record after its place in the document ("Line 12")."""

_END: Final = "]}"
LONGEST_LINE: Final = 16 * 1024 * 1024
"""Bytes; far beyond any record of ours. A longer line is refused before it is read."""


def export_lines(records: Iterable[dict[str, Any]], at: dt.datetime, version: str) -> Iterator[str]:
    """The document's lines, each with its line feed."""
    header = {"schema": SCHEMA, "exported_at": at.isoformat(timespec="seconds"), "meso": version}
    yield f'{dumps(header)[:-1]}, "records": [\n'
    before = None
    for record in records:
        if before is not None:
            yield f"{before},\n"
        before = dumps(record)
    if before is not None:
        yield f"{before}\n"
    yield f"{_END}\n"


def read_lines(file: IO[bytes]) -> Iterator[Placed]:
    """The records of a document, each after its place ("Line 12").

    Raises `BadValue` for what is no such document or is cut off, `Damaged` for one of a newer
    version. Nothing of a line is quoted: it holds health data.
    """
    _check_header(_line(file, 1))
    number = 1
    while (line := _line(file, number := number + 1)) != _END:
        if not line:
            raise _wrong(number, "the file is cut off there; export it again")
        yield f"Line {number}", _object(line.removesuffix(","), number)
    if file.read(1).strip():
        raise _wrong(number + 1, "something follows the end of the document")


def _line(file: IO[bytes], number: int) -> str:
    raw = file.readline(LONGEST_LINE + 1)
    if len(raw) > LONGEST_LINE:
        raise _wrong(number, "it is far too long to be a record")
    try:
        return raw.decode("utf-8").strip()
    except UnicodeDecodeError:
        raise _wrong(number, "it is not UTF-8 text") from None


def _check_header(line: str) -> None:
    try:
        header = _object(line + _END, 1)
    except BadValue:
        header = {}
    schema = header.get("schema")
    if schema == SCHEMA and header.get("records") == []:
        return
    if isinstance(schema, str) and schema.startswith("meso.export/") and schema != SCHEMA:
        raise Damaged(
            f"That export was made by a newer version of meso ({visible(schema, 40)}): install that version. "
            "Nothing was imported."
        )
    raise BadValue(
        "That is no export of meso: make one with `meso export -o FILE` (it has a record a line, and must "
        "not be formatted anew), or name a database file. Nothing was imported."
    )


def _object(text: str, number: int) -> dict[str, Any]:
    try:
        value = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise _wrong(number, "it is not valid JSON") from None
    if not isinstance(value, dict):
        raise _wrong(number, "it is no record")
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number of JSON")


def _wrong(number: int, what: str) -> BadValue:
    return BadValue(f"Line {number} cannot be imported: {what}. Nothing was imported.")
