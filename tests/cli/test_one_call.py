"""A command reads the clock, the settings and the database once, and imports no Typer to do its work."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from meso_cli.cli.catalogue import CATALOGUE
from meso_cli.commands.support import clock, terminal
from meso_cli.commands.support.call import Call
from meso_cli.config import file as config_file
from meso_cli.store import file, migrations, rows, schema
from tests.conftest import World

LINES = {
    "start": "start --another",
    "log": "log redness=1 fever=no",
    "status": "status",
    "can": "can cleanser",
    "why": "why redness",
    "guide": "guide",
    "urgent": "urgent",
    "history": "history --since yesterday",
    "trend": "trend",
    "edit": "edit 1 redness=1",
    "delete": "delete 1",
    "undo": "undo",
    "redo": "redo",
    "end": "end",
    "plan": "plan set makeup 12h",
    "calendar": "calendar",
    "report": "report -o report.html",
    "export": "export",
    "import": "import export.json",
    "backup": "backup",
    "restore": "restore 2026-03-02 --yes",
    "doctor": "doctor",
    "paths": "paths",
    "wipe": "wipe --yes",
    "remind": "remind",
    "config": "config",
    "completion": "completion treatments",
    "man": "man log",
    "demo": "demo",
}


def as_before(path: Path) -> None:
    """The same records in a file of the version before."""
    older = path.with_name("older.db")
    with closing(sqlite3.connect(older)) as connection, connection:
        migrations.migrate(connection, upto=len(schema.MIGRATIONS) - 1)
        connection.commit()
        connection.execute("ATTACH ? AS today", (str(path),))
        for table in schema.USER_TABLES:
            columns = ", ".join(rows.columns(connection, table))
            connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM today.{table}")
    older.replace(path)


class Reads:
    """How often each was read."""

    def __init__(self, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
        self.clock = self.settings = self.opened = 0
        self.patience: list[float] = []
        connect, read = sqlite3.connect, config_file.file_text

        def now() -> Any:
            self.clock += 1
            return world.now

        def settings(path: Path) -> str | None:
            self.settings += 1
            return read(path)

        def opened(path: Any, *args: Any, **options: Any) -> sqlite3.Connection:
            if str(path).partition("?")[0].endswith("/data/meso.db"):
                self.opened += 1
                self.patience.append(options.get("timeout", 0))
            connection: sqlite3.Connection = connect(path, *args, **options)
            return connection

        monkeypatch.setattr(clock, "now", now)
        monkeypatch.setattr(config_file, "file_text", settings)
        monkeypatch.setattr(sqlite3, "connect", opened)


def prepared(world: World, line: str) -> World:
    """A world in which each of the lines has something to do, on a day that has no backup yet."""
    world.meso("log", "redness=2")
    world.meso("plan", "set", "sauna", "3d")
    world.meso("export", "-o", "export.json")
    world.meso("backup")
    world.meso("log", "redness=3")
    if line == "redo":
        world.meso("undo")
    return world.at(days=1)


@pytest.mark.parametrize("name", CATALOGUE)
def test_a_command_reads_each_once(treated: World, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One clock, so that nobody's log has two todays; one look at the settings; one open database."""
    prepared(treated, LINES[name])
    reads = Reads(treated, monkeypatch)
    answer = treated.meso(*LINES[name].split())
    assert (answer.code, answer.err) == (0, "")
    assert reads.clock <= 1
    assert reads.settings <= 1
    assert reads.opened <= 1


@pytest.mark.parametrize(
    "line",
    [
        "doctor --fix", "doctor --json", "import --dry-run export.json", "import copy.db", "restore",
        "restore --json", "export -o again.json", "log redness=1", "import export.json",
    ],
)  # fmt: skip  # one list per line reads as the list it is
@pytest.mark.parametrize("older", [False, True])
def test_it_is_opened_once_however_it_is_asked(
    treated: World, line: str, older: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file of an earlier version, too: it is read from a copy, or copied aside and upgraded."""
    prepared(treated, line).meso("backup", "copy.db")
    if older:
        as_before(treated.database)
    reads = Reads(treated, monkeypatch)
    answer = treated.meso(*line.split())
    assert answer.code == 0, answer
    assert reads.opened == 1


@pytest.mark.parametrize("name", CATALOGUE)
def test_what_writes_takes_its_turn_from_the_beginning(
    treated: World, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A log among many terminals looks at the plan before it writes: that look waits for the others, too.

    What only asks gives up after two seconds. What repairs or replaces the whole file has its own locks.
    """
    prepared(treated, LINES[name])
    reads, before = Reads(treated, monkeypatch), treated.database.read_bytes()
    treated.meso(*LINES[name].split())
    if name in ("restore", "wipe"):
        return
    writes = CATALOGUE[name].writes or name == "plan"  # of which only some commands write
    assert writes == (treated.database.read_bytes() != before) or name == "import"
    assert set(reads.patience) <= {file.WRITE_SECONDS if writes else file.READ_SECONDS}


def test_a_look_at_the_plan_writes_nothing(treated: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is a question like any other."""
    reads = Reads(treated, monkeypatch)
    treated.meso("plan", "show")
    assert reads.patience == [file.READ_SECONDS]


WITHOUT_TYPER = """
import sys
from importlib import import_module
from pathlib import Path
import meso_cli.commands
folder = Path(meso_cli.commands.__file__).parent
for file in sorted(folder.rglob("*.py")):
    import_module(".".join(("meso_cli.commands", *file.relative_to(folder).with_suffix("").parts)))
print(*(name for name in sys.modules if name.partition(".")[0] in ("typer", "click", "rich")))
"""


def test_the_work_of_every_command_needs_no_typer() -> None:
    """Whatever calls these functions pays for what they do, and not for reading a command line."""
    done = subprocess.run([sys.executable, "-c", WITHOUT_TYPER], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_who_was_waited_for_answers_of_now(treated: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check-in that somebody leaves open over night is saved as of its end, not of its begin."""
    with closing(Call()) as call:
        begun = call.now
        assert call.now is begun
        treated.at(hours=9)
        assert call.now is begun
        monkeypatch.setattr("builtins.input", lambda: "2")
        monkeypatch.setattr(terminal, "can_ask", lambda _: True)
        assert terminal.ask("redness", call, "redness=2") == "2"
        assert call.now == treated.now != begun
