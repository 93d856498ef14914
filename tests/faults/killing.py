"""`meso log` killed at any moment: what it had told is there, and the file is whole."""

import random
import signal
import subprocess
from typing import NamedTuple

from tests.faults.machine import Machine, logged

# A process that kills itself before or after its n-th call into SQLite; it says how many such
# moments it had when it lives on.
_DYING = """
import os, signal, sqlite3, sys
from meso_cli.__main__ import main
last, moments = int(sys.argv.pop(1)), 0
def count(frame, event, function):
    global moments
    if not isinstance(getattr(function, "__self__", None), (sqlite3.Connection, sqlite3.Cursor)):
        return
    moments += 1
    if moments == last:
        os.kill(os.getpid(), signal.SIGKILL)
sys.setprofile(count)
try:
    main()
finally:
    sys.setprofile(None)
    print(moments, file=sys.stderr)
"""
_NEVER = 0


class Killed(NamedTuple):
    """How many processes died of it, how many had told a number by then, and what is missing."""

    killed: int
    told: int
    lost: tuple[int, ...]
    damaged: int


def kill(machine: Machine, rounds: int, seed: int = 20261123) -> Killed:
    """Start `log` so many times: half die beside a call into SQLite, half when they have told a number.

    The moment is never a time: a slow machine changes nothing. (Killed at each system call: tests/full.)
    """
    chance, moments = random.Random(seed), 0
    told: dict[int, str] = {}
    killed = damaged = 0
    for number in range(rounds):
        if number % 10 == 0:  # a life grows with the record that it reads
            moments = _moments_of_a_life(machine)
            damaged += not _whole(machine)
        note = f"kill {number}"
        process, output = (
            _killed_when_told(machine, note)
            if number % 2
            else _killed_at(machine, note, chance.randint(1, moments))
        )
        killed += process.returncode == -signal.SIGKILL
        said = logged(output)
        if said is not None:
            told[said] = note
    there = machine.notes()
    lost = tuple(number for number, note in told.items() if there.get(number) != note)
    return Killed(killed, len(told), lost, damaged + (not _whole(machine)))


def _moments_of_a_life(machine: Machine) -> int:
    """How many moments to die at one `log` has that nobody disturbs."""
    process = machine.python(_DYING, str(_NEVER), "log", "water=1")
    _, err = process.communicate()
    assert process.returncode == 0, err
    return int(err.splitlines()[-1])


def _killed_at(machine: Machine, note: str, moment: int) -> tuple["subprocess.Popen[str]", str]:
    """A `log` that dies at that moment, and what it had said."""
    process = machine.python(_DYING, str(moment), "log", "water=1", "--note", note)
    return process, process.communicate()[0]


def _killed_when_told(machine: Machine, note: str) -> tuple["subprocess.Popen[str]", str]:
    """A `log` that is killed on the line that tells its number, and what it had said."""
    process = machine.begin("log", "water=1", "--note", note)
    assert process.stdout
    output = ""
    while logged(output) is None and (line := process.stdout.readline()):
        output += line
    process.kill()
    return process, output + process.communicate()[0]


def _whole(machine: Machine) -> bool:
    """Whether the next reader finds a sound file."""
    return machine.meso("status") == 0 and bool(machine.notes())
