"""Everything goes, and only what is ours; what cannot be reached is said."""

import os
import sqlite3
import sys
from contextlib import closing

import pexpect
import pytest

from tests.conftest import PATIENCE, World

SECRET = "a note that must be gone"
TEMPORARY = ".meso-meso.db-0123456789abcdef.new"
LEFT_BY_KILLED_COMMANDS = (
    "data/meso.db-journal",
    "data/meso.db-wal",
    "data/meso.db-shm",
    f"data/{TEMPORARY}",
    f"data/{TEMPORARY}-journal",
    f"data/{TEMPORARY}-wal",
    f"data/meso.db.backups/{TEMPORARY}",
    f"data/meso.db.backups/{TEMPORARY}-journal",
    "data/meso.db.backups/.meso-0123456789abcdef.new-journal",
    "data/meso.db.backups/2026-03-02.db-journal",
    "data/meso.db.backups/2026-03-02.db-wal",
    "data/meso.db.replaced-20260302T140000Z-wal",
    "data/meso.db.edit-ab_12cd3/entry-1.txt",
    "data/meso.db.edit-ab_12cd4/treatment-t1.txt",
    "data/meso.db.edit-ab_12cd4/.treatment-t1.txt.swp",
    "data/meso.db.edit-ab_12cd4/treatment-t1.txt~",
    ".config.toml.ab_12cd3",
)


@pytest.fixture
def lived(treated: World) -> World:
    """A machine with a note, backups of two days, a replaced copy, a journal and settings."""
    treated.at(hours=1).meso("log", "redness=1", "--note", SECRET)
    treated.at(days=1).meso("log", "redness=1")
    treated.meso("restore", "2026-03-02", "--yes")
    treated.config.write_text('region = "gb"\n')
    for name in LEFT_BY_KILLED_COMMANDS:
        (treated.folder / name).parent.mkdir(mode=0o700, exist_ok=True)
        (treated.folder / name).write_text(SECRET)
    return treated


def test_nothing_of_ours_is_left(lived: World) -> None:
    """Every file is named before, is gone after, and no byte of a note is left in the folder."""
    others = lived.database.with_name("mine.txt")
    others.write_text("somebody's")
    assert any(SECRET.encode() in file.read_bytes() for file in lived.folder.rglob("*") if file.is_file())
    answer = lived.meso("wipe", "--yes")
    assert answer.code == 0, answer.err
    for name in ("meso.db", "2026-03-02.db", "meso.db.replaced-", "config.toml", *LEFT_BY_KILLED_COMMANDS):
        assert name in answer.out
    assert "none is left" in answer.out
    assert "your shell's history" in answer.out
    assert [file for file in lived.folder.rglob("*") if file.is_file()] == [others]
    assert list(lived.database.parent.iterdir()) == [others]
    assert lived.meso("wipe", "--yes").code == 3
    assert lived.meso("status").code == 3


def test_it_asks(lived: World) -> None:
    """Without a yes nothing is removed: elsewhere exit 5, on a terminal after the answer."""
    before = sorted(lived.folder.rglob("*"))
    assert lived.meso("wipe").code == 5
    environment = {**lived.environment, "TERM": "xterm"}
    child = pexpect.spawn(sys.executable, ["-m", "meso_cli", "wipe"], env=environment, timeout=PATIENCE)
    child.expect("for good")
    child.sendline("no")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 5
    assert sorted(lived.folder.rglob("*")) == before


def test_settings_can_stay(lived: World) -> None:
    """`--keep-settings`."""
    assert lived.meso("wipe", "--yes", "--keep-settings").code == 0
    assert lived.config.exists()


def test_what_is_not_ours_is_not_removed(lived: World) -> None:
    """Another program's database, or any other file that `--db` names."""
    cookies, diary = lived.folder / "cookies.db", lived.folder / "diary.txt"
    with closing(sqlite3.connect(cookies)) as connection, connection:
        connection.execute("CREATE TABLE cookies (a)")
    diary.write_text("dear diary\n" * 50)
    for path in (cookies, diary):
        before = path.read_bytes()
        answer = lived.meso("--db", str(path), "wipe", "--yes")
        assert (answer.code, answer.err.count("\n")) == (4, 1)
        assert path.read_bytes() == before
    assert lived.config.exists()


def test_a_damaged_database_can_be_removed(lived: World) -> None:
    """It is still ours, and still holds health data."""
    with lived.database.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 4096)
    assert lived.meso("wipe", "--yes").code == 0
    assert not lived.database.exists()


def test_behind_a_link(lived: World) -> None:
    """The link and the file that it leads to, with that one's journal."""
    real = lived.folder / "synced" / "real.db"
    real.parent.mkdir()
    lived.database.rename(real)
    lived.database.symlink_to(real)
    real.with_name("real.db-journal").write_bytes(b"left over")
    assert lived.meso("wipe", "--yes").code == 0
    assert list(real.parent.iterdir()) == []


def test_what_was_replaced_behind_a_link(treated: World) -> None:
    """The link was there before the restore, so the replaced copy lies beside the file behind it."""
    real = treated.folder / "synced" / "real.db"
    real.parent.mkdir()
    treated.database.rename(real)
    treated.database.symlink_to(real)
    treated.at(hours=1).meso("log", "--note", SECRET)
    treated.meso("restore", "2026-03-02", "--yes")
    assert list(real.parent.glob("real.db.replaced-*"))
    assert treated.meso("wipe", "--yes").code == 0
    assert list(real.parent.iterdir()) == []


def test_of_another_database_in_the_folder_nothing_goes(lived: World) -> None:
    """Neither its temporaries nor those of which nobody can tell whose they are; these are told."""
    other = lived.database.with_name("other.db")
    assert lived.meso("--db", str(other), "start").code == 0
    half_made = other.with_name(".meso-other.db-0123456789abcdef.new")
    nobodys = other.with_name(".meso-0123456789abcdef.new")
    for file in (half_made, nobodys):
        file.write_text(SECRET)
    answer = lived.meso("wipe", "--yes")
    assert (answer.code, nobodys.name in answer.err, half_made.name in answer.out) == (6, True, False), answer
    left = {file.name for file in lived.database.parent.iterdir()}
    assert left == {"other.db", "other.db.backups", half_made.name, nobodys.name}


def test_another_name_of_a_file_is_told(lived: World) -> None:
    """A hard link keeps what was recorded: it is not overwritten, it is named, and the code says so."""
    own = lived.folder / "a name of my own"
    own.hardlink_to(lived.database)
    before = own.read_bytes()
    assert "`meso wipe` would not remove all: " in lived.meso("doctor").out
    answer = lived.meso("wipe", "--yes")
    assert (answer.code, f"{lived.database}, it has another name elsewhere" in answer.err) == (6, True), (
        answer
    )
    assert (own.read_bytes(), lived.database.exists()) == (before, False)


def test_two_names_of_ours_are_no_other_name(lived: World) -> None:
    """A restore that was killed leaves the database under two names; both go, and are overwritten."""
    lived.database.with_name("meso.db.replaced-20260302T150000Z").hardlink_to(lived.database)
    descriptor = os.open(lived.database, os.O_RDONLY)
    try:
        assert lived.meso("wipe", "--yes").code == 0
        assert set(os.read(descriptor, 10_000)) == {0}
    finally:
        os.close(descriptor)


@pytest.mark.parametrize("name", ["t1", "1"])
def test_what_a_killed_editor_left_goes(treated: World, name: str) -> None:
    """Of a treatment as of an entry, under the names that `edit` really gives."""
    treated.meso("log", "redness=1", "--note", SECRET)
    kill = treated.folder / "kill"
    kill.write_text("#!/bin/sh\nkill -9 $PPID\n")
    kill.chmod(0o700)
    environment = {**treated.environment, "EDITOR": str(kill), "TERM": "xterm"}
    pexpect.run(f"{sys.executable} -m meso_cli edit {name}", env=environment)
    (draft,) = treated.database.parent.glob("meso.db.edit-*/*")
    assert str(draft) in treated.meso("doctor").out
    assert treated.meso("wipe", "--yes").code == 0
    assert list(treated.database.parent.iterdir()) == []
