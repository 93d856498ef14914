"""The promise as a table: `python -m tests.models` simulates recoveries and prints how the rules judge them.

Exits 1 if a goal is missed.
"""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from typing import TypeVar

from tests.models.rows import ALARMS, DETECTIONS, AlarmRow, DetectionRow
from tests.models.table import Line, alarm_lines, detection_lines

PEOPLE = 2000
SEED = 20261125
Row = TypeVar("Row", AlarmRow, DetectionRow)


def main(words: Sequence[str] | None = None) -> int:
    """Print the table."""
    asked = _arguments().parse_args(words)
    missed = 0
    with ProcessPoolExecutor(asked.processes) as pool:
        for line in _lines(asked, pool):
            sys.stdout.write(f"{line.text}\n")
            sys.stdout.flush()
            missed += line.missed
    return 1 if missed else 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.models", description=__doc__)
    parser.add_argument("--people", type=int, default=PEOPLE, help="for each row (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=SEED, help="the same seed, the same people")
    parser.add_argument("--only", nargs="+", metavar="WORD", help="rows whose name holds one of these")
    parser.add_argument("--processes", type=int, default=os.cpu_count(), help="default: one a core")
    return parser


def _lines(asked: argparse.Namespace, pool: Executor) -> Iterator[Line]:
    yield from alarm_lines(_named(ALARMS, asked.only), asked.people, asked.seed, pool)
    yield Line("")
    yield from detection_lines(_named(DETECTIONS, asked.only), asked.people, asked.seed, pool)


def _named(rows: Sequence[Row], only: Sequence[str] | None) -> list[Row]:
    return [row for row in rows if not only or any(word.casefold() in row.name.casefold() for word in only)]


if __name__ == "__main__":
    sys.exit(main())
