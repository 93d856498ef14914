"""What the store's tests share: a started file, and other processes."""

import datetime as dt
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol, TypeVar
from zoneinfo import ZoneInfo

import pytest

import meso_cli
from meso_cli.model.records import Description, Observation
from meso_cli.store import edits
from meso_cli.store.writing import Transaction, writing

BERLIN = ZoneInfo("Europe/Berlin")
NOBODY = 65534
T = TypeVar("T")
Ordinary = Callable[[], AbstractContextManager[None]]


class Write(Protocol):
    """Runs a change as one command and gives what it gives."""

    def __call__(self, change: Callable[[Transaction], T], command: str = "log") -> T: ...


class Python(Protocol):
    """Starts a Python that can import meso_cli."""

    def __call__(
        self, code: str, *arguments: object, stdin: int | None = None
    ) -> "subprocess.Popen[str]": ...


@pytest.fixture
def now() -> dt.datetime:
    """The moment of every command in these tests."""
    return dt.datetime(2026, 3, 4, 14, 0, tzinfo=BERLIN)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a database would be; nothing is there yet."""
    return tmp_path / "data" / "meso.db"


@pytest.fixture
def write(path: Path, now: dt.datetime) -> Write:
    """`write(change)`: run `change(transaction)` as one command, a minute after the last one."""
    minutes = iter(range(1_000_000))

    def run(change: Callable[[Transaction], T], command: str = "log") -> T:
        moment = now + dt.timedelta(minutes=next(minutes))
        with writing(path, command=command, now=moment, create=True) as tx:
            return change(tx)

    return run


@pytest.fixture
def started(path: Path, now: dt.datetime) -> Path:
    """A file with treatment 1 and entry 1 (redness 2, a note that must never leak)."""
    with writing(path, command="start t1", now=now, create=True) as tx:
        treatment = edits.add_treatment(tx, now, "Europe/Berlin", Description(area="face"))
    with writing(path, command="log #1", now=now) as tx:
        edits.add_entry(
            tx, treatment, now, "Europe/Berlin", edits.Seen([Observation("redness", 2)], "SECRET words")
        )
    return path


@pytest.fixture
def python() -> Iterator[Python]:
    """`python(code, *arguments)`: start another Python that can import meso_cli."""
    root = Path(meso_cli.__file__).parents[1]
    running: list[subprocess.Popen[str]] = []

    def start(code: str, *arguments: object, stdin: int | None = None) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [sys.executable, "-c", code, *map(str, arguments)],
            env={**os.environ, "PYTHONPATH": str(root)},
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        running.append(process)
        return process

    yield start
    for process in running:
        process.kill()
        process.communicate()


@pytest.fixture
def outside() -> Iterator[Path]:
    """A folder that an ordinary user may enter: pytest's own belong to root alone."""
    folder = Path(tempfile.mkdtemp(prefix="meso-store-"))
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    yield folder
    folder.chmod(0o700)
    shutil.rmtree(folder)


@pytest.fixture
def ordinary() -> Ordinary:
    """`with ordinary():` permissions count, as they never do for root."""

    @contextmanager
    def block() -> Iterator[None]:
        root = os.geteuid() == 0
        if root:
            os.seteuid(NOBODY)
        try:
            yield
        finally:
            if root:
                os.seteuid(0)

    return block
