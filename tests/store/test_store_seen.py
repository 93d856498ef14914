"""A uuid that stands twice in a document is found, however far apart, and the first of them is named."""

import random
import sqlite3
from contextlib import closing

import pytest

from meso_cli.errors import BadValue
from meso_cli.store.exchange import seen
from meso_cli.store.exchange.validation import Refusal


def refused(uuids: list[str], at_once: int, monkeypatch: pytest.MonkeyPatch) -> str | None:
    """The place of the record that is refused; None where all come in."""
    monkeypatch.setattr(seen, "_AT_ONCE", at_once)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        among = seen.Seen(connection)
        try:
            for number, uuid in enumerate(uuids):
                place = f"Line {number}"
                among.add(uuid, place)
            among.check()
        except Refusal:
            try:
                among.check()  # as `merge` does before it tells any error
            except BadValue as error:
                return str(error).split(" cannot")[0]
            return place
        except BadValue as error:
            return str(error).split(" cannot")[0]
        return None


@pytest.mark.parametrize("at_once", [1, 2, 3, 7, 100])
def test_the_first_that_stands_twice_is_named(at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is in memory and whatever on the disk: as if each were looked up at once."""
    chance = random.Random(7)
    for _ in range(40):
        uuids = [str(chance.randrange(40)) for _ in range(12)]
        first = next((f"Line {place}" for place, uuid in enumerate(uuids) if uuid in uuids[:place]), None)
        assert refused(uuids, at_once, monkeypatch) == first, uuids
