"""Killed at every system call that makes, renames, removes or syncs a file: `wipe` still finds all of it.

strace kills a real process as it enters the call. A kill at the next call is a kill after this one, so
that each state of the folder that a command goes through is left behind once.
"""

import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import World

SECRET = "a note that must be gone"
CALLS = (
    "openat",
    "rename",
    "renameat2",
    "link",
    "linkat",
    "unlink",
    "unlinkat",
    "mkdir",
    "rmdir",
    "ftruncate",
    "fsync",
    "fdatasync",
)
RELEASED = Path(__file__).parents[1] / "store" / "released" / "m001_initial.db"


class Moment(NamedTuple):
    """The so-manieth time that a process makes a system call."""

    call: str
    number: int


def nothing(_: World) -> None:
    """A machine on which nothing is recorded."""


def recorded(world: World) -> None:
    """A treatment, a note, the day's backup and another one."""
    for words in (["start", "yesterday 08:00"], ["log", "redness=1", "--note", SECRET], ["backup", "x.db"]):
        assert world.process(*words).code == 0


def recorded_in_a_log(world: World) -> None:
    """The note stands in a write-ahead log, whose program was killed."""
    recorded(world)
    with closing(sqlite3.connect(world.database, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE entries SET note = note || ' twice'")
        beside = [Path(f"{world.database}{end}") for end in ("", "-wal", "-shm")]
        kept = [(file, file.read_bytes()) for file in beside]
    for file, content in kept:  # as they were before the connection was closed
        file.write_bytes(content)


def recorded_elsewhere(world: World) -> None:
    """Records here, and others with a note in an export."""
    recorded(world)
    for words in (
        ["start", "2 days ago 08:00"],
        ["log", "redness=1", "--note", SECRET],
        ["export", "-o", "x.json"],
    ):
        assert world.process("--db", "other/meso.db", *words).code == 0


def only_elsewhere(world: World) -> None:
    """An export with a note, and no records here."""
    recorded_elsewhere(world)
    shutil.rmtree(world.database.parent)


def earlier(world: World) -> None:
    """A database of the first schema, with the note."""
    world.database.parent.mkdir(mode=0o700)
    shutil.copy(RELEASED, world.database)
    with closing(sqlite3.connect(world.database)) as connection, connection:
        connection.execute("UPDATE entries SET note = ?", (SECRET,))


COMMANDS: dict[str, tuple[Callable[[World], None], list[str]]] = {
    "start": (nothing, ["start", "--note", SECRET]),
    "log": (recorded, ["log", "redness=2", "--note", SECRET]),
    "backup": (recorded, ["backup"]),
    "restore": (recorded, ["restore", "x.db", "--yes"]),
    "restore over a log": (recorded_in_a_log, ["restore", "x.db", "--yes"]),
    "write over a log": (recorded_in_a_log, ["log", "redness=2"]),
    "import": (recorded_elsewhere, ["import", "x.json"]),
    "first import": (only_elsewhere, ["import", "x.json"]),
    "dry_run import": (recorded_elsewhere, ["import", "x.json", "--dry-run"]),
    "migration": (earlier, ["log", "redness=1", "--note", SECRET]),
    "export": (recorded, ["export", "-o", "data/out.json"]),
    "config": (recorded, ["config", "region", "gb"]),
}


def traced(world: World, words: list[str], *options: str) -> int:
    """Runs one command under strace; its exit code, or the signal that ended it (negative)."""
    command = ["strace", "-f", "-qq", *options, sys.executable, "-m", "meso_cli", *words]
    stable = {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}  # the same calls each time
    environment = {**world.environment, **stable, "PATH": "/usr/bin:/bin"}
    return subprocess.run(command, env=environment, capture_output=True, check=False).returncode


def moments(world: World, words: list[str], log: Path) -> Iterator[Moment]:
    """Each call that makes, renames, removes or syncs a file; the command is run to its end."""
    assert traced(world, words, "-e", f"trace={','.join(CALLS)}", "-o", str(log)) == 0
    made: Counter[str] = Counter()
    for line in log.read_text("utf-8", errors="replace").splitlines():
        found = re.match(r"[0-9]+ +([a-z0-9]+)\(", line)
        if found is None:
            continue
        made[found[1]] += 1
        if found[1] != "openat" or "O_CREAT" in line:
            yield Moment(found[1], made[found[1]])


def put_back(whole: Path, folder: Path) -> None:
    """What was in the folder before the command; the folder itself stays, since it is the current one."""
    for file in folder.iterdir():
        shutil.rmtree(file) if file.is_dir() else file.unlink()
    shutil.copytree(whole, folder, dirs_exist_ok=True)


def holding_the_note(folder: Path) -> list[Path]:
    """The files in which the note stands."""
    return [file for file in folder.rglob("*") if file.is_file() and SECRET.encode() in file.read_bytes()]


@pytest.mark.parametrize(("prepare", "words"), COMMANDS.values(), ids=COMMANDS)
def test_no_byte_of_a_note_is_left(
    world: World, prepare: Callable[[World], None], words: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The records can be read after the kill; after `wipe` nothing is left, or it is named with exit 6."""
    prepare(world)
    aside = tmp_path_factory.mktemp("aside")
    whole = shutil.copytree(world.folder, aside / "whole")
    found = list(moments(world, words, aside / "calls"))
    assert len(found) > (2 if words[0] == "config" else 5)
    for moment in found:
        put_back(whole, world.folder)
        inject = f"inject={moment.call}:signal=SIGKILL:when={moment.number}"
        code = traced(world, words, "-o", "/dev/null", "-e", f"trace={moment.call}", "-e", inject)
        assert code == -signal.SIGKILL, moment
        if world.database.exists():
            assert world.process("history").code in (0, 3), moment
        answer = world.process("wipe", "--yes")
        assert answer.code in (0, 3, 6), (moment, answer)
        exported = world.database.parent / "out.json"  # somebody's own file, once it is there
        left = [file for file in holding_the_note(world.database.parent) if file != exported]
        assert all(answer.code == 6 and str(file) in answer.err for file in left), (moment, answer, left)
        if answer.code != 6 and world.database.parent.exists():
            assert set(world.database.parent.iterdir()) <= {exported}, (moment, answer)
        assert [file.name for file in world.folder.iterdir() if "config" in file.name] == [], moment
