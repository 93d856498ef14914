"""What version 0.1.0 wrote, a database and an export, as a person would bring them to this version.

`tests/store/released/README.md` says what is in them: told warnings, a clinic's plan, an ended treatment,
corrections, a deleted entry, steps that were undone.
"""

import datetime as dt
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import BERLIN, World

RELEASED = Path(__file__).parents[1] / "store" / "released"
EXPORT = RELEASED / "0.1.0.json"


def records(text: str) -> list[dict[str, Any]]:
    """The records of an export, in order; its header says when and by what it was made."""
    found: list[dict[str, Any]] = json.loads(text)["records"]
    return found


EXPORTED = records(EXPORT.read_text("utf-8"))


@pytest.fixture
def brought(world: World) -> World:
    """A machine with the database, at the moment when 0.1.0 last had it."""
    world.now = dt.datetime(2026, 3, 12, 10, 0, tzinfo=BERLIN)
    world.database.parent.mkdir(mode=0o700)
    shutil.copy(RELEASED / "0.1.0.db", world.database)
    world.database.chmod(0o600)
    return world


def exported(world: World) -> list[dict[str, Any]]:
    answer = world.meso("export")
    assert answer.code == 0, answer
    return records(answer.out)


def test_it_is_exported_equal(brought: World) -> None:
    """Every record, in the same order, with the same numbers; reading changes no byte of the file."""
    before = brought.database.read_bytes()
    assert exported(brought) == EXPORTED
    assert brought.database.read_bytes() == before


def test_it_is_read(brought: World) -> None:
    """What was told, by the clinic's plan, in an ended treatment, deleted, undone: all as it was meant."""
    first, second = (json.loads(brought.meso("history", name, "--json").out) for name in ("t1", "t2"))
    assert first["treatments"][0]["ended_at"].startswith("2026-03-02T08:00")
    assert [entry["id"] for entry in first["entries"]] == [1, 2, 4]
    assert first["entries"][0]["note"] == "“tight” – [bold] =1+1\nsecond line"
    assert [entry["id"] for entry in second["entries"]] == [5, 6, 8]
    for name, told in (("t1", "paracetamol, call again at 39"), ("t2", "doctor at 11")):
        assert told in brought.meso("history", name).out
    status = json.loads(brought.meso("status", "--json").out)
    assert [row["id"] for row in status["warnings"]] == ["lost-dressing"]
    assert status["unjudged"] == []
    said = {row["id"]: row["said"] for row in status["restrictions"] if row["said"]}
    assert {"makeup", "sauna", "hair-dye", "exercise"} <= said.keys()
    assert (
        brought.meso("status").code == brought.meso("plan").code == brought.meso("can", "hair-dye").code * 0
    )


def test_its_steps_are_undone_and_redone(brought: World) -> None:
    """The journal goes on where it stopped."""
    assert "edit #8" in brought.meso("redo").out
    assert brought.meso("undo").code == 0
    for step in ("log #8", "plan set exercise", "log #6", "told about pus", "log #5", "start t2", "end t1"):
        assert step in brought.meso("undo").out


def test_it_is_moved_on(brought: World) -> None:
    """The next write moves it to today's schema, where that is another; all that was there is there."""
    assert brought.meso("log", "redness=1").code == 0
    own = {record["uuid"] for record in EXPORTED}
    assert [record for record in exported(brought) if record["uuid"] in own] == EXPORTED
    assert brought.meso("undo").code == 0
    report = json.loads(brought.meso("doctor", "--json").out)
    found = {check["subject"]: check["condition"] for check in report["checks"]}
    assert [found[subject] for subject in ("records", "file", "rows", "schema")] == ["fine"] * 4


def test_it_is_restored(brought: World) -> None:
    """A backup that 0.1.0 made goes back in place."""
    assert brought.meso("restore", str(RELEASED / "0.1.0.db"), "--yes").code == 0
    assert exported(brought) == EXPORTED


@pytest.mark.parametrize("name", ["0.1.0.json", "0.1.0.db"])
def test_it_is_imported_into_an_empty_database(world: World, name: str) -> None:
    """The export, or the database itself: what is exported again is equal to it."""
    world.now = dt.datetime(2026, 3, 12, 10, 0, tzinfo=BERLIN)
    answer = world.meso("import", str(RELEASED / name))
    assert answer.code == 0, answer
    assert exported(world) == EXPORTED
    assert world.meso("import", str(RELEASED / name)).code == 0
    assert exported(world) == EXPORTED
