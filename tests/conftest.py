"""What the tests of the command line share: an own world, a clock that is told, real processes."""

import datetime as dt
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings
from typer.testing import CliRunner

from meso_cli.__main__ import main
from meso_cli.commands.support import clock
from meso_cli.config.reading import SETTINGS
from tests.forks import MAIN, server

BERLIN = ZoneInfo("Europe/Berlin")
SETTINGS_GIVEN = tuple(setting.variable for setting in SETTINGS.values())
PATIENCE = 120
"""Seconds until a process counts as stuck: far more than any takes on a busy machine."""
TREATED = dt.datetime(2026, 3, 2, 14, 0, tzinfo=BERLIN)


# How long an example takes says how busy the machine is, and nothing about the code.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

TESTS = Path(__file__).parent
LANES = {"when": "quick", "core": "quick", "guide": "quick", "vocabulary": "quick", "full": "full"}
"""Folder of `tests` -> the lane (`pytest -m quick`) that its tests belong to."""


MEMORY = Path("/dev/shm")
ROOM = 2 << 30
"""Bytes that must be free there: a few tests write documents of 64 MiB, and failed ones are kept."""


def pytest_configure() -> None:
    """No process of the tests gets what a person has not set: it would write unbuffered, and compile again.

    Folders of tests lie in memory where the system has room there: a file's every commit waits for the
    disk, which says nothing about the code. (What a power cut leaves no test can show.)
    """
    for name in ("PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE"):
        os.environ.pop(name, None)
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free >= ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


TABLES = {
    "test_a_number_that_moves_is_noticed",
    "test_an_english_word_is_no_slip",
    "test_an_everyday_word_brings_nothing",
    "test_each_number_is_somebodys_or_ours",
    "test_each_side_of_each_number",
    "test_each_topic_a_minute_before_at_and_after_each_boundary",
    "test_every_name_reads_as_its_item",
    "test_no_document_takes_much_memory",
}
"""Tests over every name, number or word of a list, or many MiB: thousands, and no part of the quick lane."""


def pytest_itemcollected(item: pytest.Item) -> None:
    """A test's folder says its lane; what is exhaustive, searches or runs the command line is not quick."""
    parts = item.path.relative_to(TESTS).parts
    lane = LANES.get(parts[0])
    searches = isinstance(item, pytest.Function) and is_hypothesis_test(item.function)
    is_table = isinstance(item, pytest.Function) and item.originalname in TABLES
    runs_commands = "world" in getattr(item, "fixturenames", ())
    is_long = (
        "exhaustive" in parts or searches or is_table or runs_commands or item.get_closest_marker("full")
    )
    if lane and not (lane == "quick" and is_long):
        item.add_marker(lane)
    if searches or "exhaustive" in parts:
        item.add_marker("search")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """With `-m quick` nothing else is imported: that alone would take as long as the quick tests."""
    if config.option.markexpr != "quick":
        return None
    is_of_another_lane = collection_path.parent == TESTS and LANES.get(collection_path.name) != "quick"
    return is_of_another_lane or collection_path.name == "exhaustive" or None


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makeitem(collector: pytest.Collector, name: str) -> list[pytest.Item] | None:
    """Nor are the thousands of a table made, to be left out one by one."""
    return [] if collector.config.option.markexpr == "quick" and name in TABLES else None


TOLD = """
import datetime as dt
import sys
from zoneinfo import ZoneInfo
from meso_cli.__main__ import run
from meso_cli.commands.support import clock
from meso_cli.config.reading import SETTINGS
now = dt.datetime.fromisoformat(sys.argv.pop(1)).astimezone(ZoneInfo("Europe/Berlin"))
clock.now = lambda: now
run()
"""
"""A process whose clock is told: the moment is the first word, the command follows."""


class Answer(NamedTuple):
    """What one call gave."""

    code: int
    out: str
    err: str


class World:
    """One person's machine: an own folder, an own clock; each call is a command as typed."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.database = folder / "data" / "meso.db"
        self.config = folder / "config.toml"
        self.now = TREATED
        self.environment = {
            "MESO_DB": str(self.database),
            "MESO_CONFIG": str(self.config),
            "TZ": "Europe/Berlin",
            "HOME": str(folder),
            "XDG_DATA_HOME": str(folder / "xdg-data"),
            "XDG_CONFIG_HOME": str(folder / "xdg-config"),
        }
        for name in (*SETTINGS_GIVEN, "NO_COLOR", "FORCE_COLOR", "TERM"):
            monkeypatch.delenv(name, raising=False)
        for name, value in self.environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(clock, "now", lambda: self.now)
        monkeypatch.chdir(folder)

    def at(self, **after: float) -> "World":
        """The same world, so long after the treatment (`hours=20`)."""
        self.now = (TREATED.astimezone(dt.UTC) + dt.timedelta(**after)).astimezone(BERLIN)
        return self

    def meso(self, *words: str, typed: str | bytes | None = None) -> Answer:
        """One call in this process, through the door that it would take."""
        with CliRunner().isolation(input=typed) as (out, err, _), pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "argv", ["meso", *words])
            with pytest.raises(SystemExit) as stop:
                main()
            sys.stdout.flush()
            assert isinstance(stop.value.code, int)
            return Answer(
                stop.value.code, *(text.getvalue().decode().replace("\r\n", "\n") for text in (out, err))
            )

    def as_json(self, *words: str) -> dict[str, Any]:
        """What one call gives with --json; it must succeed."""
        answer = self.meso(*words, "--json")
        assert answer.code == 0, answer.err
        document = json.loads(answer.out)
        assert isinstance(document, dict)
        return document

    def process(
        self,
        *words: str | bytes,
        typed: bytes = b"",
        timeout: float | None = None,
        preexec_fn: Callable[[], object] | None = None,
        umask: int = -1,
    ) -> Answer:
        """One call as a process of its own, with the real clock; one that has limits starts a real Python."""
        environment = {**os.environ, **self.environment}
        if timeout is None and preexec_fn is None and umask == -1:
            return self.forked(MAIN, *map(os.fsdecode, words), typed=typed)
        # Under a limit of its files' size Python would leave half a module for whoever comes next.
        environment["PYTHONDONTWRITEBYTECODE"] = "1"
        done = subprocess.run(
            [sys.executable, "-m", "meso_cli", *words],
            input=typed,
            capture_output=True,
            env=environment,
            check=False,
            timeout=timeout,
            preexec_fn=preexec_fn,
            umask=umask,
        )
        return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())

    def forked(self, code: str, *words: str, typed: bytes = b"") -> Answer:
        """Code in a process of its own that has imported meso already; killed, its code is below 0."""
        environment = {**os.environ, **self.environment}
        done = server().run(code, *words, typed=typed, environment=environment, folder=self.folder)
        return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())

    def told(self, *words: str, code: str = "") -> Answer:
        """One call as a process of its own, at the world's time; `code` runs before it."""
        return self.forked(TOLD.replace("run()\n", f"{code}\nrun()\n"), self.now.isoformat(), *words)

    def shell(self, line: str) -> Answer:
        """A line as typed into a shell, at the world's time: redirections and pipes, `meso status >&-`."""
        names = {"PYTHON": sys.executable, "TOLD": TOLD, "NOW": self.now.isoformat()}
        done = subprocess.run(
            ["bash", "-c", f'set -o pipefail; meso() {{ "$PYTHON" -c "$TOLD" "$NOW" "$@"; }}; {line}'],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env={**os.environ, **self.environment, **names},
            check=False,
        )
        return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """A machine on which nothing is recorded yet; its clock stands at the treatment."""
    return World(tmp_path, monkeypatch)


Prepared = Callable[[World, Callable[[World], object]], World]


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """`prepared(world, make)`: the world as `make` leaves it, which runs once; later worlds get its files."""
    made: dict[Callable[[World], object], tuple[Path, dt.datetime]] = {}

    def prepared(world: World, make: Callable[[World], object]) -> World:
        if make not in made:
            make(world)
            kept = tmp_path_factory.mktemp("prepared") / "files"
            made[make] = Path(shutil.copytree(world.folder, kept)), world.now
        else:
            kept, world.now = made[make]
            shutil.copytree(kept, world.folder, dirs_exist_ok=True)
        return world

    return prepared


@pytest.fixture
def treated(world: World, prepared: Prepared) -> World:
    """A machine with one treatment, about which everything is known, at day 0 14:00."""
    return prepared(world, _treat)


def _treat(world: World) -> None:
    answer = world.meso("start", "--device", "pen", "--depth", "1.0", "--skin-type", "2", "--area", "face")
    assert answer.code == 0, answer.err
