"""The records of a document that has one on each line, read by blocks of lines."""

from collections.abc import Iterator
from itertools import islice
from typing import IO, Any, Final

from meso_cli.errors import BadValue
from meso_cli.export.json_stream import LONGEST, loads
from meso_cli.model.batch import Batch, batched

END: Final = "]}"
"""The last line."""
NOTHING: Final = "Nothing was imported."
_FIRST: Final = 2
"""The number of the first record's line: the document's own members stand before it."""
_BLOCK: Final = 128 * 1024
"""Bytes that are parsed together."""
_BY_ITSELF: Final = 256
"""How many lines are read one by one where a block is not as nearly all are."""
Record = dict[str, Any]


class RecordLines:
    """The lines of a document, from the second on."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._number = _FIRST
        self._is_over = False

    def batches(self) -> Iterator[Batch]:
        """The records, some hundred at a time. Raises `BadValue` with the line that is not one of them."""
        while not self._is_over:
            if records := self._block():
                yield Batch("Line", self._number, records)
                self._number += len(records)
            else:
                yield from batched("Line", self._number, islice(self._each(), _BY_ITSELF))

    def _block(self) -> list[Record] | None:
        """The records of the next lines; nothing is read where these have to be looked at one by one."""
        begin = self._file.tell()
        block = self._file.read(_BLOCK)
        records = _parsed(block if block.endswith(b"\n") else block + self._file.readline(LONGEST))
        if records is None:
            self._file.seek(begin)
        return records

    def _each(self) -> Iterator[tuple[int, Record]]:
        """Each record after the length of its line."""
        while (line := self._line()) != END:
            if not line:
                raise self._wrong("the file is cut off there; export it again")
            try:
                value = loads(line.removesuffix(","))
            except ValueError:
                raise self._wrong("it is not valid JSON") from None
            if not isinstance(value, dict):
                raise no_record(f"Line {self._number}")
            self._number += 1
            yield len(line), value
        self._is_over = True
        if self._file.read(1).strip():
            self._number += 1
            raise self._wrong("something follows the end of the document")

    def _line(self) -> str:
        raw = self._file.readline(LONGEST + 1)
        if len(raw) > LONGEST:
            raise self._wrong("it is far too long to be a record")
        try:
            return raw.decode("utf-8").strip()
        except UnicodeDecodeError:
            raise self._wrong("it is not UTF-8 text") from None

    def _wrong(self, what: str) -> BadValue:
        return wrong(f"Line {self._number}", what)


def wrong(place: str, what: str) -> BadValue:
    """What is wrong with the record at a place ("Line 12")."""
    return BadValue(f"{place} cannot be imported: {what}", outcome=NOTHING)


def no_record(place: str) -> BadValue:
    """At that place there is something else."""
    return wrong(place, "it is not a record")


def _parsed(block: bytes) -> list[Record] | None:
    """The records of whole lines, parsed together; None where that could be another than line by line.

    Between two lines stand a brace, a comma and a brace. Without another list than the one that is put around
    them, and as no text of JSON goes on over the end of a line, each line then begins a record. So it holds
    exactly one, as long as there are as many records as lines.
    """
    count = block.count(b"\n")
    if b"[" in block or not block.startswith(b"{") or block.count(b"},\n{") != count - 1:
        return None
    try:
        records = loads(f"[{block.decode('utf-8').rstrip().removesuffix(',')}]")
    except ValueError:
        return None
    return records if len(records) == count else None
