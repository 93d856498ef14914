"""Fill a database with many entries: python filled.py FILE ENTRIES [--one-treatment].

By default they are spread over treatments of 200 entries, all ended but the last, as in a file
that is kept for years; the last treatment began two days ago. Runs in the environment of the
installed wheel.
"""

import datetime as dt
import sys
from pathlib import Path

from meso_cli.model.records import Observation
from meso_cli.store.records import add_entry, add_treatment, end_treatment
from meso_cli.store.writing import writing

A_TREATMENT = 200
OBSERVATIONS = (Observation("redness", 1), Observation("flaking", 1), Observation("fever", 0))
HOUR = dt.timedelta(hours=1)


def fill(path: Path, entries: int, *, one_treatment: bool) -> None:
    now = dt.datetime.now(dt.UTC).replace(microsecond=0)
    each = entries if one_treatment else A_TREATMENT
    sessions = max(1, entries // each)
    for number in range(sessions):
        is_last = number == sessions - 1
        begun = now - 44 * HOUR - (sessions - 1 - number) * dt.timedelta(days=1)
        with writing(path, command="fill", now=begun, create=number == 0) as store:
            treatment = add_treatment(
                store, begun, "Europe/Berlin", area="face", device="pen", depth_mm=1.0, skin_type=2
            )
            for entry in range(each):
                at = begun + 43 * HOUR * entry / each
                add_entry(store, treatment, at, "Europe/Berlin", OBSERVATIONS)
            if not is_last:
                end_treatment(store, treatment, begun + 44 * HOUR, "Europe/Berlin")


if __name__ == "__main__":
    fill(Path(sys.argv[1]), int(sys.argv[2]), one_treatment="--one-treatment" in sys.argv)
