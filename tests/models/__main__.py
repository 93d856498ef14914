"""The promise as a table: `python -m tests.models` simulates recoveries and prints how the rules judge them.

Exits 1 if a goal is missed.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from typing import TypeVar

from tests.models.rows import ALARMS, DETECTIONS, AlarmRow, DetectionRow
from tests.models.table import Line, alarm_lines, detection_lines

PEOPLE = 2000
SEED = 20261125
Row = TypeVar("Row", AlarmRow, DetectionRow)


def main() -> int:
    """Print the table."""
    parser = _arguments()
    asked = parser.parse_args()
    alarms, detections = _named(ALARMS, asked.only), _named(DETECTIONS, asked.only)
    if not alarms and not detections:
        parser.error(f"no row's name holds {' or '.join(asked.only)}")
    with ProcessPoolExecutor(asked.processes) as pool:
        lines = chain(
            alarm_lines(alarms, asked.people, asked.seed, pool),
            [Line("")],
            detection_lines(detections, asked.people, asked.seed, pool),
        )
        missed = [line for line in lines if _say(line).missed]
    return 1 if missed else 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.models", description=__doc__)
    parser.add_argument(
        "--people", type=_positive, default=PEOPLE, help="for each row (default: %(default)s)"
    )
    parser.add_argument("--seed", type=int, default=SEED, help="the same seed, the same people")
    parser.add_argument("--only", nargs="+", metavar="WORD", help="rows whose name holds one of these")
    parser.add_argument("--processes", type=_positive, default=os.cpu_count(), help="default: one a core")
    return parser


def _positive(word: str) -> int:
    """One or more; raises ValueError, which argparse words."""
    if int(word) < 1:
        raise ValueError(word)
    return int(word)


def _named(rows: Sequence[Row], only: Sequence[str] | None) -> list[Row]:
    return [row for row in rows if not only or any(word.casefold() in row.name.casefold() for word in only)]


def _say(line: Line) -> Line:
    """Says the line at once: the next may take minutes."""
    sys.stdout.write(f"{line.text}\n")
    sys.stdout.flush()
    return line


if __name__ == "__main__":
    sys.exit(main())
