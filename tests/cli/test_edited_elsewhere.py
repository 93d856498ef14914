"""What another program wrote into the file: shown as not understood, or refused as damaged, never a bug.

And never silent: the doctor finds it, a restore tells it or refuses it.
"""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from meso_cli.errors import Exit
from tests.conftest import Prepared, World

RELEASED = Path(__file__).parents[1] / "store" / "released" / "m001_initial.db"

READING = (
    ["status"],
    ["status", "--json"],
    ["history"],
    ["history", "--json"],
    ["why", "pus"],
    ["plan"],
    ["can", "makeup"],
    ["can"],
    ["guide"],
    ["export"],
    ["doctor"],
    ["restore"],
)
WRITING = (
    ["log", "redness=1"],
    ["edit", "1", "redness=1"],
    ["undo"],
    ["backup"],
    ["plan", "set", "sauna", "3d"],
)


@pytest.fixture
def warned(treated: World, prepared: Prepared) -> World:
    """A warning that was told, an instruction, and a backup."""
    return prepared(treated, _warn)


def _warn(treated: World) -> None:
    treated.at(hours=20).meso("log", "pus", "redness=2")
    assert treated.meso("log", "--told", "pus", "--note", "the clinic").code == 0
    assert treated.meso("plan", "set", "sauna", "10d").code == 0
    assert treated.meso("backup", "good.db").code == 0


def edited(world: World, *statements: str, database: Path | None = None) -> None:
    """What another program does, which has no idea of what belongs together."""
    with closing(sqlite3.connect(database or world.database, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


STRANGE = {
    "tier": "UPDATE acknowledgements SET tier = 'zzz'",
    "grade": "UPDATE observations SET value = 5 WHERE item = 'redness'",
    "sign": "UPDATE observations SET value = 7 WHERE item = 'pus'",
    "endless": "UPDATE instructions SET hours = 9e999",
    "long": "UPDATE instructions SET hours = 1e9",
    "orphan": "UPDATE observations SET entry_id = 3 WHERE item = 'redness'",
    "reading": "UPDATE observations SET reading = 9e999",
    "area": "UPDATE treatments SET area = 'fce', device = char(27) || '[2J'",
    "trigger": "CREATE TRIGGER z AFTER INSERT ON entries BEGIN DELETE FROM entries; END",
    "view": "CREATE VIEW z AS SELECT * FROM entries",
    "index": "CREATE UNIQUE INDEX z ON observations(item)",
}


@pytest.mark.parametrize("words", [*READING, *WRITING], ids=" ".join)
@pytest.mark.parametrize("statement", STRANGE.values(), ids=STRANGE)
def test_no_command_ends_in_a_bug(warned: World, statement: str, words: list[str]) -> None:
    """Whatever a file can hold."""
    edited(warned, statement)
    answer = warned.meso(*words)
    assert answer.code != Exit.BUG, answer
    assert "Traceback" not in answer.err


def test_an_unknown_tier_takes_no_warning_back(warned: World) -> None:
    """The warning stands as if nobody had been told; history and doctor name it, a restore tells it."""
    assert "Told somebody" in warned.meso("history").out
    assert "URGENT: pus (told)" in warned.meso("status", "--brief").out
    edited(warned, STRANGE["tier"])
    assert "URGENT: pus ·" in warned.meso("status", "--brief").out
    assert "zzz, not understood" in warned.meso("history").out
    answer = warned.meso("doctor")
    assert (answer.code, "acknowledgement of t1: its tier is not known" in answer.out) == (0, True)
    assert warned.meso("backup", "strange.db").code == 0
    answer = warned.meso("restore", "strange.db", "--yes")
    assert (answer.code, "1 record in it not understood" in answer.out) == (0, True)


def test_a_value_that_no_symptom_has(warned: World) -> None:
    """It counts as at least very severe, says that it is not understood, and can be corrected."""
    edited(warned, STRANGE["grade"])
    assert "5 (not understood)" in warned.meso("history").out
    assert json.loads(warned.meso("status", "--json").out)["warnings"]
    assert "#1: that item cannot have that value" in warned.meso("doctor").out
    assert warned.meso("edit", "1", "redness=2").code == 0
    assert "rows: all" in warned.meso("doctor").out


@pytest.mark.parametrize("name", ["long", "endless", "reading"])
def test_a_number_beyond_the_calendar_is_damage(warned: World, name: str) -> None:
    """Every answer about that treatment refuses, a restore of it, and a log, which saves nothing."""
    edited(warned, STRANGE[name])
    for words in (["status"], ["history"], ["can", "sauna"], ["doctor"], ["restore", str(warned.database)]):
        answer = warned.meso(*words)
        assert (answer.code, "damaged" in answer.out + answer.err) == (Exit.DAMAGED, True), answer
    before = warned.database.read_bytes()
    assert warned.meso("log", "redness=1").code == Exit.DAMAGED
    assert warned.database.read_bytes() == before
    assert warned.meso("restore", "good.db", "--yes").code == 0
    assert warned.meso("status").code == 0


@pytest.mark.parametrize("item", ["redness", "swelling"])
def test_what_belongs_to_nothing_is_never_taken_for_something(warned: World, item: str) -> None:
    """An observation of an entry that is yet to come does not become a part of it: nothing is saved."""
    edited(warned, STRANGE["orphan"], f"UPDATE observations SET item = '{item}' WHERE entry_id = 3")
    before = warned.database.read_bytes()
    for words in (["log", "redness=1"], ["doctor"], ["backup"], ["restore", str(warned.database), "--yes"]):
        answer = warned.meso(*words)
        assert (answer.code, "belong to nothing" in answer.out + answer.err) == (Exit.DAMAGED, True), answer
    assert warned.database.read_bytes() == before
    assert warned.meso("restore", "good.db", "--yes").code == 0
    assert warned.meso("log", "redness=1").code == 0


def test_what_belongs_to_nothing_in_an_earlier_schema(world: World) -> None:
    """It is damage there, too, for a reading as for a writing."""
    world.database.parent.mkdir(mode=0o700)
    world.database.write_bytes(RELEASED.read_bytes())
    edited(world, "UPDATE observations SET entry_id = 900 WHERE id = 1")
    before = world.database.read_bytes()
    for words in (["history"], ["doctor"], ["log", "redness=1"]):
        answer = world.meso(*words)
        assert (answer.code, "belong to nothing" in answer.out + answer.err) == (Exit.DAMAGED, True), answer
    assert world.database.read_bytes() == before


HIDES_A_FLAG = "CREATE TRIGGER z AFTER INSERT ON observations BEGIN UPDATE observations SET value = 0; END"
SHOWS_NOTHING = (
    "ALTER TABLE observations RENAME TO hidden",
    "CREATE VIEW observations AS SELECT * FROM hidden WHERE 0",
)


@pytest.mark.parametrize("statements", [(HIDES_A_FLAG,), SHOWS_NOTHING], ids=["trigger", "view"])
def test_what_would_change_or_hide_records_is_refused(warned: World, statements: tuple[str, ...]) -> None:
    """By every command, and a backup that holds it is not restored."""
    (warned.folder / "bad.db").write_bytes(warned.database.read_bytes())
    edited(warned, *statements, database=warned.folder / "bad.db")
    before = warned.database.read_bytes()
    answer = warned.meso("restore", "bad.db", "--yes")
    assert (answer.code, "what meso did not make" in answer.err) == (Exit.DAMAGED, True), answer
    assert warned.meso("import", "bad.db").code == Exit.DAMAGED
    assert warned.database.read_bytes() == before
    edited(warned, *statements)
    for words in [["status"], ["log", "pus"], ["history"], ["doctor"], ["export"], ["backup"]]:
        answer = warned.meso(*words)
        assert (answer.code, "what meso did not make" in answer.out + answer.err) == (Exit.DAMAGED, True)
    assert warned.meso("restore", "good.db", "--yes").code == 0
    assert warned.meso("status").code == 0


def test_a_table_that_ignores_what_is_written(warned: World) -> None:
    """Its text differs from ours: a backup with it is not restored, and the doctor calls it damage."""
    bad = warned.folder / "bad.db"
    bad.write_bytes(warned.database.read_bytes())
    edited(
        warned,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = replace(sql, 'UNIQUE (entry_id, item)', "
        "'UNIQUE (entry_id, item) ON CONFLICT IGNORE') WHERE name = 'observations'",
        database=bad,
    )
    answer = warned.meso("restore", "bad.db", "--yes")
    assert (answer.code, "observations, as it is there" in answer.err) == (Exit.DAMAGED, True), answer
    answer = warned.meso("--db", str(bad), "doctor")
    assert (answer.code, "schema: damaged" in answer.out) == (Exit.DAMAGED, True)


def test_a_table_of_somebody_elses_is_left_alone(warned: World) -> None:
    """It changes nothing of ours: named by the doctor, restored with the rest."""
    edited(warned, "CREATE TABLE mine (a)", "CREATE INDEX by_note ON entries(note)")
    answer = warned.meso("doctor")
    assert (answer.code, "did not make: by_note, mine" in answer.out) == (0, True)
    assert warned.meso("backup", "copy.db").code == 0
    assert warned.meso("restore", "copy.db", "--yes").code == 0
