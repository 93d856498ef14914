"""What everyday answers ask the file stays quick however much it holds: each question goes by an index."""

import re
import sqlite3
from collections.abc import Sequence
from typing import Any

import pytest

from meso_cli.store import reading
from meso_cli.store.rows import fetch
from tests.conftest import World

EVERYDAY = (
    "status", "status --brief", "status --at yesterday", "can swim", "remind --check", "log redness=1",
    "completion entries",
)  # fmt: skip  # one list per line reads as the list it is
# Of one treatment: their number is small, and their index knows it.
_SORTED = re.compile(r"USE TEMP B-TREE FOR (?:RIGHT PART OF )?ORDER BY")


@pytest.fixture
def plans(treated: World, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """Each statement that reads with SQLite's plan for it, while a command runs."""
    found: dict[str, list[str]] = {}

    def explained(connection: sqlite3.Connection, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        found[sql] = [row[3] for row in fetch(connection, f"EXPLAIN QUERY PLAN {sql}", values)]
        return fetch(connection, sql, values)

    treated.at(hours=20).meso("log", "redness=2", "fever=no")
    treated.at(hours=44)
    monkeypatch.setattr(reading, "fetch", explained)
    return found


@pytest.mark.parametrize("line", EVERYDAY)
def test_every_question_goes_by_an_index(treated: World, plans: dict[str, list[str]], line: str) -> None:
    """No table is read from end to end, and ten thousand entries come in their order: none is sorted."""
    assert treated.meso(*line.split()).code in (0, 1, 13, 20)
    assert plans
    for sql, steps in plans.items():
        assert not [step for step in steps if step.startswith("SCAN")], sql
        if "FROM entries" in sql:
            assert not [step for step in steps if _SORTED.search(step)], sql


def test_observations_are_read_from_their_index_alone(treated: World, plans: dict[str, list[str]]) -> None:
    """A row of the table would be one more page for each of thirty thousand observations."""
    treated.meso("status")
    steps = [step for about in plans.values() for step in about if "observations" in step]
    assert steps
    for step in steps:
        assert "USING COVERING INDEX observations_shown" in step
