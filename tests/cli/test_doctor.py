"""The doctor finds what SQLite keeps to itself, says what to do, and mends without losing anything."""

import json
import os
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from meso_cli.guide import compiling
from meso_cli.guide.files import read_toml
from meso_cli.store.schema import MIGRATIONS
from tests.conftest import World

RELEASED = Path(__file__).parents[1] / "store" / "released" / "m001_initial.db"


def conditions(world: World) -> dict[str, str]:
    """Subject -> condition; not of the guide, which was reviewed after the time of these tests."""
    found = json.loads(world.meso("doctor", "--json").out)
    assert found["schema"] == "meso.doctor/1"
    checks = {check["subject"]: check["condition"] for check in found["checks"]}
    del checks["guide"]
    return checks


def files(world: World) -> dict[str, bytes]:
    """Everything around the database."""
    return {str(file): file.read_bytes() for file in world.folder.rglob("*") if file.is_file()}


@pytest.fixture
def much(treated: World) -> World:
    """Enough entries that damage in the middle is noticed by nobody but the doctor."""
    for number in range(40):
        treated.at(minutes=number).meso("log", "water=1", "--note", f"{number} " + "x" * 2000)
    return treated


def test_a_sound_machine(treated: World) -> None:
    """Every subject is fine, nothing is changed, exit 0; also before anything is recorded."""
    before = files(treated)
    assert set(conditions(treated).values()) == {"fine"}
    answer = treated.meso("doctor")
    assert (answer.code, answer.err) == (0, "")
    assert "records: 1 treatment, 0 entries" in answer.out
    assert files(treated) == before
    none = treated.meso("--db", str(treated.folder / "none.db"), "doctor")
    assert (none.code, "nothing is recorded yet" in none.out) == (0, True)


def spoiled_in_the_middle(world: World) -> bytes:
    whole = bytearray(world.database.read_bytes())
    middle = len(whole) // 2 // 4096 * 4096
    whole[middle : middle + 4096] = b"\xff" * 4096
    world.database.write_bytes(whole)
    return bytes(whole)


def test_damage_in_the_middle_is_found(much: World) -> None:
    """Exit 4 and the way out; `--fix` touches nothing, and restore brings back the last backup."""
    much.meso("backup")
    before = much.meso("history", "--json").out
    spoiled = spoiled_in_the_middle(much)
    answer = much.meso("doctor")
    assert answer.code == 4
    assert "file: damaged" in answer.out
    assert "meso restore" in answer.out
    assert much.meso("doctor", "--fix").code == 4
    assert much.database.read_bytes() == spoiled
    assert much.meso("restore", "2026-03-02", "--yes").code == 0
    assert much.meso("history", "--json").out == before
    assert set(conditions(much).values()) == {"fine"}


def test_a_cut_file_is_found(much: World) -> None:
    """What every command refuses the doctor refuses too, with the same sentence."""
    os.truncate(much.database, 20_000)
    answer = much.meso("doctor")
    assert (answer.code, "records: damaged" in answer.out) == (4, True)
    assert conditions(much)["backups"] == "fine"


def with_index(world: World, old: str, new: str) -> None:
    """Say that an index is another one than it is, past SQLite's own care."""
    with closing(sqlite3.connect(world.database)) as connection, connection:
        connection.execute("PRAGMA writable_schema = ON")
        sql = "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = 'observations_shown'"
        connection.execute(sql, (old, new))


def test_a_damaged_index_is_rebuilt(treated: World) -> None:
    """No entry is lost by it, and the file as it was is kept."""
    treated.at(hours=1).meso("log", "redness=2", "--note", "kept")
    before = treated.meso("history", "--json").out
    with_index(treated, "deleted_at IS NULL", "deleted_at IS NULL AND 0")
    with closing(sqlite3.connect(treated.database)) as connection, connection:
        connection.execute("REINDEX")
    with_index(treated, "deleted_at IS NULL AND 0", "deleted_at IS NULL")
    assert "an index is damaged" in treated.meso("doctor").out
    answer = treated.meso("doctor", "--fix")
    assert (answer.code, "Rebuilt the indexes" in answer.err) == (0, True), answer
    assert treated.meso("history", "--json").out == before
    assert [kept for kept in treated.meso("restore").out.splitlines() if "before-repair" in kept]


def test_others_who_may_read_are_shut_out(treated: World) -> None:
    """The file, its backups and their folder; the folder that a person chose keeps its permissions."""
    folder = treated.database.with_name("meso.db.backups")
    backup = folder / "2026-03-02.db"
    for path, mode in ((treated.database, 0o644), (backup, 0o640), (folder, 0o755)):
        path.chmod(mode)
    treated.database.parent.chmod(0o755)
    assert conditions(treated)["privacy"] == "attention"
    assert treated.meso("doctor", "--fix").code == 0
    assert conditions(treated)["privacy"] == "fine"
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (treated.database, backup, folder)]
    assert modes == [0o600, 0o600, 0o700]
    assert stat.S_IMODE(treated.database.parent.stat().st_mode) == 0o755
    treated.database.parent.chmod(0o777)
    assert conditions(treated)["privacy"] == "attention"


def test_what_interrupted_commands_left(treated: World) -> None:
    """Half-made files go, an hour later: a command may still be at work on a fresh one."""
    old, fresh = (treated.database.with_name(f".meso-meso.db-{name * 16}.new-journal") for name in "ab")
    for file, minutes in ((old, 61), (fresh, 59)):
        file.write_text("half")
        moment = treated.now.timestamp() - minutes * 60
        os.utime(file, (moment, moment))
    left_by_config = treated.folder / ".config.toml.ab_12cd3"
    left_by_config.write_text("region =")
    os.utime(left_by_config, (0, 0))
    found = conditions(treated)
    assert (found["left over"], found["settings"]) == ("attention", "attention")
    assert treated.meso("doctor", "--fix").code == 0
    assert (old.exists(), fresh.exists(), left_by_config.exists()) == (False, True, False)


def test_what_was_left_in_the_editor(treated: World) -> None:
    """It holds health data and somebody's words: named, and never removed by --fix."""
    draft = treated.database.with_name("meso.db.edit-x1") / "entry-1.txt"
    draft.parent.mkdir(mode=0o700)
    draft.write_text("redness = lots")
    draft.chmod(0o600)
    answer = treated.meso("doctor", "--fix")
    assert (answer.code, f"what you left in the editor: {draft}" in answer.out) == (0, True)
    assert draft.exists()


def test_backups_are_opened(treated: World) -> None:
    """None: one is made. One that cannot be read: it is named, and never counted as one."""
    folder = treated.database.with_name("meso.db.backups")
    shutil.rmtree(folder)
    assert conditions(treated)["backups"] == "attention"
    assert "checked backup" in treated.meso("doctor", "--fix").err
    assert conditions(treated)["backups"] == "fine"
    (folder / "2026-03-02.db").write_bytes(b"no database")
    answer = treated.meso("doctor")
    assert "2026-03-02.db cannot be read" in answer.out


def test_what_a_restore_put_aside_is_no_backup(treated: World) -> None:
    """With only that left the doctor asks for a backup, and `--fix` makes the one that it asked for."""
    assert treated.meso("restore", "2026-03-02", "--yes").code == 0
    shutil.rmtree(treated.database.with_name("meso.db.backups"))
    assert conditions(treated)["backups"] == "attention"
    assert "Made a checked backup" in treated.meso("doctor", "--fix").err
    assert conditions(treated)["backups"] == "fine"


def test_an_earlier_schema_is_moved_on(world: World) -> None:
    """The doctor says so, `--fix` does it, and the copy is kept."""
    world.database.parent.mkdir(mode=0o700)
    shutil.copy(RELEASED, world.database)
    world.at(days=60)
    before = world.meso("history", "--json").out
    assert conditions(world)["schema"] == "attention"
    assert world.meso("doctor", "--fix").code == 0
    assert conditions(world)["schema"] == "fine"
    assert world.meso("history", "--json").out == before
    assert f"before-{MIGRATIONS[-1]}" in world.meso("restore").out


def test_what_meso_did_not_make_is_named(treated: World) -> None:
    """A trigger may change what is recorded: no command uses the file, and it is not ours to remove."""
    with closing(sqlite3.connect(treated.database)) as connection, connection:
        connection.execute("CREATE TRIGGER spy AFTER INSERT ON entries BEGIN SELECT 1; END")
    before = treated.database.read_bytes()
    answer = treated.meso("doctor", "--fix")
    assert (answer.code, "did not make" in answer.out, "the trigger spy" in answer.out) == (4, True, True)
    assert treated.database.read_bytes() == before


def test_a_clock_that_was_set_back(treated: World) -> None:
    """Records from a moment that has not come: the clock is told, the records stay."""
    treated.at(days=3).meso("log", "redness=1")
    treated.at(days=1)
    assert conditions(treated)["clock"] == "attention"
    assert treated.meso("log", "redness=1").code == 0
    assert treated.meso("undo").code == 0


def test_entries_of_a_deleted_treatment_are_not_counted(treated: World) -> None:
    """Nor does one of them in the future count: no command could name it."""
    treated.at(hours=20).meso("log", "redness=2")
    treated.at(days=3).meso("log", "redness=1")
    treated.at(days=4).meso("delete", "t1", "--yes")
    treated.at(days=1)
    answer = treated.meso("doctor")
    assert "records: 0 treatments, 0 entries" in answer.out
    assert "an entry is dated" not in answer.out
    treated.at(days=5)
    assert conditions(treated)["clock"] == "fine"
    assert "0 treatments, 0 entries, checked" in treated.meso("backup").out


def test_settings_that_cannot_be_read(treated: World) -> None:
    """Named like everything else, not a crash."""
    treated.config.write_text("region = ")
    assert conditions(treated)["settings"] == "attention"


def test_a_guide_that_was_long_not_reviewed(treated: World) -> None:
    """The strict check runs over the installed guide; after a year without a review it is said."""
    assert "guide: complete and cited" in treated.at(days=300).meso("doctor").out
    assert "over a year ago" in treated.at(days=700).meso("doctor").out


def test_a_link_is_told(treated: World) -> None:
    """A database elsewhere behind a link: both places are named; restore keeps the link."""
    real = treated.folder / "synced" / "real.db"
    real.parent.mkdir()
    treated.database.rename(real)
    treated.database.symlink_to(real)
    assert "a link to" in treated.meso("doctor").out
    treated.at(hours=1).meso("log", "redness=1")
    assert treated.meso("restore", "2026-03-02", "--yes").code == 0
    assert treated.database.is_symlink()
    assert "No entry of t1" in treated.meso("history").out
    assert [file.name for file in real.parent.glob("real.db.replaced-*")] == [
        "real.db.replaced-20260302T140000Z"
    ]


def test_an_edit_that_does_not_count_is_told(treated: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was compiled from the guide's files counts; whoever edits a file there must know."""
    monkeypatch.setattr(compiling, "read_toml", lambda path: {} if path.stem == "rules" else read_toml(path))
    answer = treated.at(days=300).meso("doctor")
    assert "rules.toml was edited, and what was compiled from it before is what counts" in answer.out
