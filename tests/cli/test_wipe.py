"""Everything goes, and only what is ours; what cannot be reached is said."""

import sqlite3
import sys
from contextlib import closing

import pexpect
import pytest

from tests.conftest import PATIENCE, World

SECRET = "a note that must be gone"


@pytest.fixture
def lived(treated: World) -> World:
    """A machine with a note, backups of two days, a replaced copy, a journal and settings."""
    treated.at(hours=1).meso("log", "redness=1", "--note", SECRET)
    treated.at(days=1).meso("log", "redness=1")
    treated.meso("restore", "2026-03-02", "--yes")
    treated.database.with_name("meso.db-journal").write_bytes(b"left over")
    treated.database.with_name(".meso-0123.new").write_bytes(b"half made")
    treated.config.write_text('region = "gb"\n')
    return treated


def test_nothing_of_ours_is_left(lived: World) -> None:
    """Every file is named before, is gone after, and no byte of a note is left in the folder."""
    others = lived.database.with_name("mine.txt")
    others.write_text("somebody's")
    assert any(SECRET.encode() in file.read_bytes() for file in lived.folder.rglob("*") if file.is_file())
    answer = lived.meso("wipe", "--yes")
    assert answer.code == 0, answer.err
    for name in (
        "meso.db",
        "meso.db-journal",
        "2026-03-02.db",
        "meso.db.replaced-",
        ".meso-0123.new",
        "config.toml",
    ):
        assert name in answer.out
    assert "none is left" in answer.out
    assert "your shell's history" in answer.out
    assert [file for file in lived.folder.rglob("*") if file.is_file()] == [others]
    assert not lived.database.with_name("meso.db.backups").exists()
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
