"""Backups that can be trusted: checked, rotated by better ones alone, restored without loss."""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from meso_cli.cli.catalogue import CATALOGUE
from meso_cli.errors import Exit
from meso_cli.store.maintenance import restore as restoring
from tests.conftest import World


def backups(world: World) -> list[str]:
    return sorted(path.name for path in world.database.with_name("meso.db.backups").iterdir())


def test_the_first_write_of_a_day_is_backed_up(treated: World) -> None:
    """One a day, the last seven are kept, readable by their owner alone."""
    assert backups(treated) == ["2026-03-02.db"]
    treated.at(hours=1).meso("log", "redness=1")
    assert backups(treated) == ["2026-03-02.db"]
    for day in range(1, 10):
        treated.at(days=day).meso("log", "redness=0")
    assert backups(treated) == [f"2026-03-{day:02}.db" for day in range(5, 12)]
    folder = treated.database.with_name("meso.db.backups")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_restore_brings_back_everything_up_to_the_backup(treated: World) -> None:
    """A damaged file: every command refuses and names the way out; what is replaced is kept."""
    treated.at(hours=20).meso("log", "redness=2", "fever")
    assert treated.meso("backup").code == 0
    before = treated.meso("history", "--json").out
    whole = treated.database.read_bytes()
    spoiled = whole[: len(whole) // 2]
    treated.database.write_bytes(spoiled)
    refused = treated.meso("status")
    assert refused.code == 4
    assert "meso restore" in refused.err
    assert treated.database.read_bytes() == spoiled
    listed = treated.meso("restore")
    assert "2026-03-03: holds 1 treatment, 1 entry" in listed.out
    assert treated.meso("restore", "2026-03-03").code == 5
    done = treated.meso("restore", "2026-03-03", "--yes")
    assert done.code == 0, done.err
    assert treated.meso("history", "--json").out == before
    (kept,) = treated.database.parent.glob("meso.db.replaced-*")
    assert kept.read_bytes() == spoiled


def test_the_newest_backup_is_the_first_one_in_json(treated: World) -> None:
    """As the schema says: by when each was written, what a restore put aside among them."""
    for day in (1, 2):
        treated.at(days=day).meso("log", "redness=0")
    assert treated.meso("restore", "2026-03-03", "--yes").code == 0
    (aside,) = treated.database.parent.glob("meso.db.replaced-*")
    folder = treated.database.with_name("meso.db.backups")
    written = ["2026-03-04.db", "2026-03-02.db", "2026-03-03.db"]  # copied back in another order
    for moment, file in enumerate((aside, *(folder / name for name in reversed(written)))):
        os.utime(file, (moment, moment))
    names = [Path(row["path"]).name for row in treated.as_json("restore")["backups"]]
    assert names == [*written, aside.name]


def test_restore_says_what_would_change(treated: World) -> None:
    """What goes, what comes back, what is as it was then, by name; nothing happens before the yes."""
    for redness in ("redness=2", "redness=1"):
        treated.at(hours=20).meso("log", redness)
    treated.meso("backup")
    treated.meso("log", "fever=no")
    treated.meso("edit", "1", "redness=3")
    treated.meso("delete", "2")
    before = treated.database.read_bytes()
    answer = treated.meso("restore", "2026-03-03")
    assert answer.code == 5
    for line in ("would go: #3", "would come back: #2", "would be as it was: #1"):
        assert f"- {line}\n" in answer.out
    assert treated.database.read_bytes() == before
    treated.meso("restore", "2026-03-03", "--yes")
    assert "nothing that is shown" in treated.meso("restore", "2026-03-03").out


def test_a_bad_copy_never_takes_the_place_of_a_good_one(treated: World) -> None:
    """Damage in the middle is found by the backup: the write is told as saved, the old copies stay."""
    for number in range(40):
        treated.meso("log", "water=1", "--note", f"{number} " + "x" * 2000)
    good = backups(treated)
    spoiled = bytearray(treated.database.read_bytes())
    middle = len(spoiled) // 2 // 4096 * 4096
    spoiled[middle : middle + 4096] = b"\xff" * 4096
    treated.database.write_bytes(spoiled)
    answer = treated.at(days=1).meso("backup")
    assert answer.code == 4
    assert backups(treated) == good


def test_a_backup_that_cannot_be_made_is_only_a_remark(treated: World) -> None:
    """The entry is saved: exit 0, and a line on stderr."""
    folder = treated.database.with_name("meso.db.backups")
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    folder.write_text("in the way")
    answer = treated.at(hours=1).meso("log", "redness=1")
    assert answer.code == 0
    assert "Logged #1" in answer.out
    assert "backup could not be made" in answer.err


def test_a_backup_to_a_named_file_replaces_nothing(treated: World, tmp_path: Path) -> None:
    """An existing file stays as it is."""
    target = tmp_path / "stick" / "meso.db"
    assert treated.meso("backup", str(target)).code == 0
    assert treated.meso("--db", str(target), "history").code == 0
    before = target.read_bytes()
    again = treated.meso("backup", str(target))
    assert again.code == 2
    assert "exists already" in again.err
    assert target.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\0" + b"\0" * 5000])
def test_what_is_no_backup_is_not_restored(treated: World, content: bytes, tmp_path: Path) -> None:
    """The present records stay as they were."""
    bad = tmp_path / "bad.db"
    bad.write_bytes(content)
    before = treated.database.read_bytes()
    answer = treated.meso("restore", str(bad), "--yes")
    assert answer.code == 4, answer
    assert treated.database.read_bytes() == before
    assert treated.meso("restore", "2001-01-01").code == 3


def test_restore_works_where_no_file_is_left(treated: World) -> None:
    """The file is gone, its backups are not."""
    before = treated.meso("history", "--json").out
    treated.database.unlink()
    assert treated.meso("restore", "2026-03-02", "--yes").code == 0
    assert treated.meso("history", "--json").out == before


def test_a_journal_left_by_a_crash_does_not_spoil_what_is_restored(treated: World) -> None:
    """It goes aside with the file that it belongs to."""
    journal = treated.database.with_name("meso.db-journal")
    journal.write_bytes(b"left over")
    assert treated.meso("restore", "2026-03-02", "--yes").code == 0
    assert not journal.exists()
    assert treated.meso("status").code == 0


def test_paths_say_what_lies_where(world: World) -> None:
    """Also before anything is there."""
    answer = world.meso("paths")
    assert answer.code == 0
    assert f"records: {world.database} (not there yet)" in answer.out
    world.meso("start")
    assert f"records: {world.database}\n" in world.meso("paths").out


NEED_NO_RECORDS = {"urgent", "guide", "demo", "paths", "config", "restore", "wipe", "completion", "man"}
"""Commands that must work, or find their own way, whatever is wrong with the file."""
WORDS = {
    "log": ["redness=1"],
    "can": ["swim"],
    "why": ["redness"],
    "edit": ["1", "redness=1"],
    "delete": ["1"],
    "import": ["all.json"],
}


@pytest.mark.parametrize("name", [name for name in CATALOGUE if name not in NEED_NO_RECORDS])
def test_every_command_refuses_a_damaged_file(treated: World, name: str) -> None:
    """Exit 4, the way out named, no byte changed; what restore brings back is all up to the backup."""
    treated.at(hours=1).meso("log", "redness=1")
    treated.meso("export", "-o", "all.json")
    treated.meso("backup")
    before = treated.meso("history", "--json").out
    treated.database.write_bytes(treated.database.read_bytes()[:30_000])
    spoiled = treated.database.read_bytes()
    answer = treated.meso(name, *WORDS.get(name, []))
    assert answer.code == 4, answer
    assert "meso restore" in answer.out + answer.err
    assert treated.database.read_bytes() == spoiled
    assert treated.meso("restore", "2026-03-02", "--yes").code == 0
    assert treated.meso("history", "--json").out == before


def test_a_restore_can_be_taken_back(treated: World) -> None:
    """What was replaced is private, listed, and named by the answer and by undo, which takes nothing else."""
    treated.at(hours=1).meso("log", "redness=1")
    before = treated.meso("history", "--json").out
    treated.database.chmod(0o644)
    answer = treated.meso("restore", "2026-03-02", "--yes")
    way = answer.out.split("to go back to it: ")[1].split()
    (kept,) = treated.database.parent.glob("meso.db.replaced-*")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert way == ["meso", "restore", kept.name]
    assert kept.name in treated.meso("restore").out
    refused = treated.meso("undo")
    assert (refused.code, kept.name in refused.err) == (2, True)
    assert "t1" in treated.meso("history").out
    assert treated.meso(*way[1:], "--yes").code == 0
    assert treated.meso("history", "--json").out == before


def test_a_restore_waits_for_a_write(treated: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another command writes, nothing is replaced under its feet."""
    monkeypatch.setattr(restoring, "WRITE_SECONDS", 0.05)
    before = treated.database.read_bytes()
    with closing(sqlite3.connect(treated.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        answer = treated.meso("restore", "2026-03-02", "--yes")
        other.execute("ROLLBACK")
    assert (answer.code, "locked" in answer.err) == (6, True)
    assert treated.database.read_bytes() == before


def test_a_restore_names_a_plan_that_would_go(treated: World) -> None:
    """A clinic's plan is part of a treatment."""
    treated.meso("backup")
    (treated.folder / "clinic.toml").write_text('[clinic]\nname = "A"\nissued = 2026-01-01\n')
    assert treated.meso("plan", "load", "clinic.toml").code == 0
    assert "would be as it was: t1" in treated.meso("restore", "2026-03-02").out


@pytest.mark.parametrize(
    "line",
    [
        "log redness=1",
        "start --another",
        "edit 1 redness=1",
        "delete 1",
        "end",
        "undo",
        "redo",
        "plan set sauna 3d",
    ],
)
def test_a_write_is_backed_up_whatever_becomes_of_its_answer(treated: World, line: str) -> None:
    """Nobody could read the answer: it is saved, said to be, and the day's backup is made."""
    treated.meso("log", "redness=2")
    treated.meso("log", "redness=3")
    if line == "redo":
        treated.meso("undo")
    answer = treated.at(days=1).shell(f"meso {line} >&-")
    assert answer.code == Exit.SYSTEM, answer.err
    assert "The output could not be written" in answer.err
    assert "2026-03-03.db" in backups(treated)


def test_undo_after_a_restore_names_the_way_back(treated: World) -> None:
    """A restore keeps no images for undo; what stands in its place is named, and it works."""
    treated.meso("backup")
    treated.meso("log", "redness=1")
    treated.meso("restore", "2026-03-02", "--yes")
    answer = treated.meso("undo")
    assert "too large" not in answer.err
    way_back = answer.err.strip().rpartition("meso restore ")[2]
    assert treated.meso("restore", way_back, "--yes").code == 0
    assert "#1" in treated.meso("history").out


def test_a_redo_is_a_write_too(treated: World) -> None:
    """The first write of a day may be a redo: it has its backup like any other."""
    treated.at(hours=1).meso("log", "redness=1")
    treated.meso("undo")
    assert treated.at(days=2).meso("redo").code == 0
    assert "2026-03-04.db" in backups(treated)
