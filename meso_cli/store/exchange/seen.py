"""Which uuids stood in a document so far: two records with one uuid, and nobody can tell which is meant."""

import sqlite3
from contextlib import suppress
from typing import Final

from meso_cli.errors import BadValue
from meso_cli.store.exchange.validation import Refusal
from meso_cli.store.rows import fetch

_AT_ONCE: Final = 20_000
_TWICE: Final = "its uuid stands in the file twice"


class Seen:
    """The latest in memory, all others on the disk, sorted a batch: so they go in quickly."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._latest: dict[str, str] = {}
        # Beyond a certain size on the disk, unlike a Python set; gone with the connection.
        connection.execute("CREATE TEMP TABLE seen (uuid TEXT PRIMARY KEY) WITHOUT ROWID")

    def add(self, uuid: str, place: str) -> None:
        """Raises Refusal where it stood among the latest; `check` finds the others."""
        if uuid in self._latest:
            raise Refusal(_TWICE)
        self._latest[uuid] = place
        if len(self._latest) >= _AT_ONCE:
            self.check()

    def check(self) -> None:
        """Raises BadValue with the place of the first that stood in the document before."""
        uuids, before = sorted(self._latest), self._connection.total_changes
        with suppress(sqlite3.IntegrityError):
            self._connection.executemany("INSERT INTO temp.seen VALUES (?)", ((uuid,) for uuid in uuids))
        left = set(uuids[self._connection.total_changes - before :])
        for uuid, place in self._latest.items() if left else ():
            if uuid in left and fetch(self._connection, "SELECT 1 FROM temp.seen WHERE uuid = ?", (uuid,)):
                raise wrong(place, _TWICE)
        self._latest.clear()


def wrong(place: str, what: str) -> BadValue:
    """What is said of a record that cannot come in, by its place ("Line 12")."""
    return BadValue(f"{place} cannot be imported: {what}. Nothing was imported.")
