"""Somebody's own files, folders and devices beside ours, or named in our place: never touched."""

import json
import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import World


def picture(folder: Path) -> dict[str, tuple[int, bytes | None]]:
    """Every name below a folder with its permissions and bytes."""
    return {
        str(file.relative_to(folder)): (
            stat.S_IMODE(file.lstat().st_mode),
            file.read_bytes() if stat.S_ISREG(file.lstat().st_mode) else None,
        )
        for file in sorted(folder.rglob("*"))
    }


def thesis(place: Path) -> None:
    place.write_text("my thesis\n" * 50)
    place.chmod(0o664)


def shared_folder(place: Path) -> None:
    place.mkdir()
    place.chmod(0o775)
    thesis(place / "thesis.txt")


def cookies(place: Path) -> None:
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute("CREATE TABLE cookies (a)")
    place.chmod(0o664)


def pipe(place: Path) -> None:
    os.mkfifo(place)


def loop(place: Path) -> None:
    place.symlink_to(place)


WORDS = (
    ["doctor"],
    ["doctor", "--fix"],
    ["restore", "backup.db", "--yes"],
    ["wipe", "--yes", "--keep-settings"],
)


@pytest.mark.parametrize("make", [thesis, shared_folder, cookies, pipe, loop])
@pytest.mark.parametrize("words", WORDS, ids=" ".join)
def test_what_is_not_ours_is_left_alone(
    treated: World, make: Callable[[Path], None], words: list[str]
) -> None:
    """One sentence or finding, no code of a bug, and not a permission is changed."""
    own = treated.folder / "own"
    own.mkdir()
    make(own / "place")
    assert treated.meso("backup", str(treated.folder / "backup.db")).code == 0
    before = picture(own)
    answer = treated.meso("--db", str(own / "place"), *words)
    assert answer.code in (0, 2, 3, 4, 6), answer
    assert "Traceback" not in answer.err
    assert picture(own) == before


def test_a_device_is_no_database(treated: World) -> None:
    """Not even for root."""
    for words in WORDS:
        answer = treated.meso("--db", "/dev/null", *words)
        assert "not a regular file" in answer.out + answer.err or answer.code == 2
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    assert stat.S_IMODE(Path("/dev/null").stat().st_mode) == 0o666


def test_links_beside_the_records_lead_wipe_nowhere(treated: World) -> None:
    """A backup folder or a draft's folder that is a link, and files of other names in a real one."""
    own = treated.folder / "own"
    own.mkdir()
    thesis(own / "thumbs.db")
    thesis(own / "entry-1.txt")
    folder = treated.database.with_name("meso.db.backups")
    thesis(folder / "album.db")
    treated.database.with_name("meso.db.edit-x").symlink_to(own)
    hard = own / "another-name-of-the-backup"
    os.link(folder / "2026-03-02.db", hard)
    before = picture(own)
    answer = treated.meso("wipe", "--yes")
    assert (answer.code, "2026-03-02.db, it has another name elsewhere" in answer.err) == (6, True), answer
    assert picture(own) == before
    assert [file.name for file in folder.iterdir()] == ["album.db"]


def test_a_backup_folder_that_is_a_link(treated: World) -> None:
    """Its permissions are its owner's, and so are its files: old days are not removed, nor is it wiped."""
    own, folder = treated.folder / "own", treated.database.with_name("meso.db.backups")
    folder.rename(own)
    own.chmod(0o755)
    thesis(own / "thumbs.db")
    folder.symlink_to(own)
    assert treated.meso("doctor", "--fix").code == 0
    assert stat.S_IMODE(own.stat().st_mode) == 0o755
    for day in range(1, 10):
        thesis(own / f"2026-01-0{day}.db")
    half_made = own / ".meso-meso.db-0123456789abcdef.new"
    thesis(half_made)
    os.utime(half_made, (0, 0))
    before = picture(own)
    assert treated.at(days=1).meso("log", "redness=1").code == 0
    assert treated.meso("doctor", "--fix").code == 0
    assert picture(own).items() - before.items() == {
        ("2026-03-03.db", (0o600, picture(own)["2026-03-03.db"][1]))
    }
    before = picture(own)
    answer = treated.meso("wipe", "--yes")
    assert (answer.code, f"a link to {own}" in answer.err) == (6, True), answer
    assert picture(own) == before
    assert not treated.database.exists()


@pytest.mark.parametrize(
    "name", ["data/meso.db", "data/meso.db-journal", "data/meso.db.backups/2026-03-02.db"]
)
def test_an_export_never_replaces_the_records(treated: World, name: str) -> None:
    """Neither them nor their journal nor a backup, with --force or without, through a link or not."""
    link = treated.folder / "link"
    link.symlink_to(treated.folder / "data")
    before = picture(treated.folder)
    for target in (treated.folder / name, link / Path(name).relative_to("data")):
        answer = treated.meso("export", "-o", str(target), "--force")
        assert (answer.code, "belongs to your records" in answer.err) == (2, True)
    assert picture(treated.folder) == before


def test_all_of_it_is_written_or_it_is_told(treated: World) -> None:
    """An unbuffered stdout takes a part of a write: the rest is written, or the disk is told to be full."""
    for number in range(60):
        treated.meso("log", "--note", f"{number} " + "x" * 1000)
    whole = treated.shell("meso export").out
    told = "export PYTHONUNBUFFERED=1; "
    assert treated.shell(told + "meso export").out.splitlines()[1:] == whole.splitlines()[1:]
    full = treated.shell(told + "ulimit -f 20; meso export > cut.json")
    assert (full.code, full.err.count("\n")) == (6, 1), full
    late = "import sys, time; time.sleep(0.3); sys.stdout.write(sys.stdin.read())"
    slow = treated.shell(f"{told}meso export | \"$PYTHON\" -c '{late}'")
    assert slow.out.splitlines()[1:] == whole.splitlines()[1:]
    for words in ("export", "export -o out.json", "export --format csv -o out.csv"):
        answer = treated.shell(f"ulimit -f 20; meso {words} > out.txt")
        assert (answer.code, answer.err.count("\n"), "Traceback" in answer.err) == (6, 1, False), answer


def test_a_pipe_that_does_not_wait(treated: World) -> None:
    """A reader may have made the pipe so that writing never blocks: nothing is lost by it."""
    for number in range(80):
        treated.meso("log", "--note", f"{number} " + "x" * 1000)
    whole = treated.shell("meso export").out
    read, write = os.pipe()
    os.set_blocking(write, False)
    process = subprocess.Popen(
        [sys.executable, "-m", "meso_cli", "export"], stdout=write, env={**os.environ, **treated.environment}
    )
    os.close(write)
    with os.fdopen(read, "rb") as reader:
        got = reader.read().decode()
    assert process.wait() == 0
    assert got.splitlines()[1:] == whole.splitlines()[1:]


def test_a_week_of_a_wrong_clock(treated: World) -> None:
    """Backups dated ahead do not push out today's: they are the first to go."""
    for day in range(400, 408):
        assert treated.at(days=day).meso("log", "water=1").code == 0
    folder = treated.database.with_name("meso.db.backups")
    for day in range(1, 8):
        assert treated.at(days=day).meso("log", "water=1").code == 0
        assert (folder / f"{treated.now.date()}.db").exists()
    assert sorted(file.name for file in folder.iterdir()) == [f"2026-03-{day:02}.db" for day in range(3, 10)]


LONG = "x" * 300


@pytest.mark.parametrize(
    "words",
    [
        ["restore", LONG],
        ["import", LONG],
        ["--db", LONG, "paths"],
        ["--db", LONG, "doctor"],
        ["--db", LONG, "wipe", "--yes"],
        ["--db", f"{LONG}/m.db", "start"],
        ["--db", ".", "paths"],
        ["--db", "..", "doctor"],
        ["--db", "a/", "restore"],
        ["--db", "loop", "restore", "--yes"],
        ["--db", "loop", "wipe", "--yes"],
        ["export", "-o", LONG],
        ["backup", LONG],
        ["plan", "load", LONG],
    ],
    ids=lambda words: " ".join(words).replace(LONG, "long"),
)
def test_names_that_no_disk_takes(treated: World, words: list[str]) -> None:
    """A sentence, and no code of a bug."""
    (treated.folder / "loop").symlink_to("loop")
    answer = treated.meso(*words)
    assert answer.code in (0, 2, 3, 6), answer
    assert "bug" not in answer.err


def test_a_settings_file_of_such_a_name(treated: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same for MESO_CONFIG."""
    monkeypatch.setenv("MESO_CONFIG", LONG)
    for words in (["paths"], ["config"], ["status"], ["wipe", "--yes", "--keep-settings"]):
        answer = treated.meso(*words)
        assert answer.code in (0, 6), (words, answer)


def test_names_are_shown_without_their_tricks(treated: World) -> None:
    """A file's name is somebody's words, too."""
    name = "a\x1b[31m\u202eb\nc.db"
    for words in (
        ["backup", name],
        ["restore", name, "--yes"],
        ["restore"],
        ["export", "-o", f"{name}.json"],
    ):
        answer = treated.meso(*words)
        assert answer.code == 0, answer
        assert not set(answer.out + answer.err) & {"\x1b", "\u202e"}
    (treated.database.with_name("meso.db.backups") / f"before-{name}").write_bytes(b"x")
    assert not set(treated.meso("restore").out) & {"\x1b", "\u202e"}


@pytest.mark.parametrize(
    ("zone", "offset"),
    [("UTC-3", "+03:00"), ("/usr/share/zoneinfo/Asia/Tokyo", "+09:00"), (":Asia/Tokyo", "+09:00")],
)
def test_a_time_zone_as_the_system_takes_it(
    world: World, zone: str, offset: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A rule without a name, or a path: the same clock as that of `date`."""
    monkeypatch.setitem(world.environment, "TZ", zone)
    assert world.process("start", "yesterday 08:00").code == 0
    assert json.loads(world.process("status", "--json").out)["treatment"]["at"].endswith(f"T08:00:00{offset}")
