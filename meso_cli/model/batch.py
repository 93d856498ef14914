"""Records on their way in from elsewhere, some hundred at a time."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from meso_cli.values import NamedTuple

_MOST: Final = 512
_LONGEST: Final = 256 * 1024
"""Bytes or characters from which on a batch is full: of long notes it holds few."""
_OF_NUMBERS: Final = 64
"""What a record counts for beside its texts."""


class Batch(NamedTuple):
    """Consecutive records from one source, in the form of `store.exchange.portable`."""

    unit: str
    """What is counted there: "Line" or "Record"."""
    first: int
    records: list[dict[str, Any]]

    def place(self, index: int) -> str:
        """Where one of them stands: "Line 12"."""
        return f"{self.unit} {self.first + index}"


def batched(unit: str, first: int, records: Iterable[tuple[int, dict[str, Any]]]) -> Iterator[Batch]:
    """Groups records into batches; each record comes with its length before it.

    What comes before an error is given first: of two things that are wrong the earlier one is told.
    """
    batch: list[dict[str, Any]] = []
    length = 0
    try:
        for size, record in records:
            batch.append(record)
            length += size
            if length >= _LONGEST or len(batch) >= _MOST:
                yield Batch(unit, first, batch)
                first, batch, length = first + len(batch), [], 0
    except Exception:
        if batch:
            yield Batch(unit, first, batch)
        raise
    if batch:
        yield Batch(unit, first, batch)


def measured(records: Iterable[dict[str, Any]]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each record after about its length; one that holds lists is a batch of its own."""
    for record in records:
        values = record.values()
        nested = any(type(value) in (list, dict) and value for value in values)
        texts = sum([len(value) for value in values if type(value) is str])
        yield _LONGEST if nested else _OF_NUMBERS + texts, record
