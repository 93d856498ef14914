"""Everything that was recorded as one JSON document, one record per line: `meso.export/1`.

The document is valid JSON for any program. Because each record has its own line, both ways take
the memory of some records, however many there are.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Any, Final

from meso_cli.errors import BadValue, Damaged
from meso_cli.export.json_stream import LONGEST, Stream, loads
from meso_cli.export.json_text import dumps, lines
from meso_cli.export.record_lines import END, NOTHING, RecordLines, no_record, wrong
from meso_cli.model.batch import Batch, batched, measured
from meso_cli.text import visible

SCHEMA: Final = "meso.export/1"

_RECORDS: Final = "records"


def export_lines(
    records: Iterable[tuple[tuple[str, ...], Sequence[Any]]], at: dt.datetime, version: str
) -> Iterator[str]:
    """The document of records, given as keys and values, in parts of whole lines."""
    header = {"schema": SCHEMA, "exported_at": at.isoformat(timespec="seconds"), "meso": version}
    yield f'{dumps(header)[:-1]}, "{_RECORDS}": [\n'
    before = None
    for part in lines(records):
        if before is not None:
            yield f"{before},\n"
        before = part
    if before is not None:
        yield f"{before}\n"
    yield f"{END}\n"


def read_records(file: IO[bytes]) -> Iterator[Batch]:
    """The records of a document, some hundred at a time.

    A record a line, as we write them, is read once. What another program has formatted is read twice:
    its schema may stand behind the records. Raises `BadValue` for what is no such document or is cut
    off, `Damaged` for one of a newer version. Nothing of a record is quoted: it holds health data.
    """
    if _is_header(file.readline(LONGEST + 1)):
        return RecordLines(file).batches()
    file.seek(0)
    _check_schema(_beside_records(Stream(file)))
    file.seek(0)
    return batched("Record", 1, measured(_one_by_one(Stream(file))))


def _is_header(line: bytes) -> bool:
    """Whether a document begins as we begin it."""
    try:
        header = loads(line.decode("utf-8") + END)
    except ValueError:
        return False
    return isinstance(header, dict) and header.get("schema") == SCHEMA and header.get(_RECORDS) == []


def _one_by_one(stream: Stream) -> Iterator[dict[str, Any]]:
    records = (value for key, value in _members(stream) if key == _RECORDS)
    for number, value in enumerate(records, start=1):
        if not isinstance(value, dict):
            raise no_record(f"Record {number}")
        yield value


def _beside_records(stream: Stream) -> dict[str, Any]:
    """The other members of a document, which is read to its end."""
    found: dict[str, Any] = {}
    number = 0
    try:
        for key, value in _members(stream):
            if key == _RECORDS:
                number += 1
            else:
                found[key] = value
    except ValueError:
        if not number:
            raise _no_export() from None
        raise wrong(f"What follows record {number}", "it is not valid JSON, or cut off") from None
    return found


def _members(stream: Stream) -> Iterator[tuple[str, Any]]:
    """The members of the document, each record by itself; `ValueError` for what is no such document."""
    seen = set()
    separator = "{"
    while stream.next() == separator:
        stream.take(separator)
        key = stream.value()
        if not isinstance(key, str) or key in seen:
            raise ValueError("a key is not text, or appears twice")
        seen.add(key)
        stream.take(":")
        if key == _RECORDS:
            yield from ((key, record) for record in stream.items())
        else:
            yield key, stream.value()
        separator = ","
    stream.take("}")
    if stream.next() or _RECORDS not in seen:
        raise ValueError("something follows the end, or there are no records")


def _check_schema(header: dict[str, Any]) -> None:
    schema = header.get("schema")
    if schema == SCHEMA:
        return
    if isinstance(schema, str) and schema.startswith("meso.export/"):
        raise Damaged(
            f"That export was made by a newer version of meso ({visible(schema, 40)})",
            "Install that version.",
            NOTHING,
        )
    raise _no_export()


def _no_export() -> BadValue:
    remedy = "make one with `meso export -o FILE`, or name a database file"
    return BadValue("That is not a meso export", remedy, NOTHING)
