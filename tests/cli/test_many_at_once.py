"""Eight processes that write in a loop: no entry is lost. (A process a log: tests/faults.)"""

import json
import os
import subprocess
import sys

import pytest

from tests.conftest import PATIENCE, World
from tests.searching import TIMES, examples

WORKER = """
import sys
from typer.testing import CliRunner
from meso_cli.cli.app import app
from meso_cli.store import file
file.READ_SECONDS = 120  # a writer that waits for a busy machine keeps its lock
for number in range(int(sys.argv[1])):
    answer = CliRunner().invoke(app, ["log", "water=1", "--note", f"{sys.argv[2]}-{number}"])
    if answer.exit_code:
        sys.exit(answer.stderr)
    print(answer.stdout.split("Logged #")[1].split(":")[0], flush=True)
"""
PROCESSES, LOGS = 8, examples(12)


def entries(world: World) -> set[int]:
    import sqlite3

    with sqlite3.connect(world.database) as connection:
        found = {row[0] for row in connection.execute("SELECT id FROM entries WHERE deleted_at IS NULL")}
        assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
    connection.close()
    return found


def worker(world: World, name: str, logs: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WORKER, str(logs), name]
    environment = {**os.environ, **world.environment}
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    )


@pytest.mark.search
def test_eight_processes_log_at_once(world: World) -> None:
    """8 processes x 12 logs = 96 entries, each under its own number; more of them in `.ci/full`."""
    assert world.process("start", "yesterday 08:00").code == 0
    workers = [worker(world, str(number), LOGS) for number in range(PROCESSES)]
    told: list[int] = []
    for process in workers:
        out, err = process.communicate(timeout=PATIENCE * TIMES)
        assert process.returncode == 0, err
        told += [int(number) for number in out.split()]
    assert len(told) == len(set(told)) == PROCESSES * LOGS
    assert entries(world) == set(told)
    assert json.loads(world.process("status", "--json").out)["last_entry_at"]
