"""`meso log` killed at any moment: what it had told is there, and the file is whole."""

import random
import signal
import statistics
import time
from typing import NamedTuple

from tests.faults.machine import Machine, logged


class Killed(NamedTuple):
    """How many processes were killed, how many had told a number by then, and what is missing."""

    killed: int
    told: int
    lost: tuple[int, ...]
    damaged: int


def kill(machine: Machine, rounds: int, seed: int = 20261123) -> Killed:
    """Start `log` so many times and kill each at a random moment of its life.

    Most moments lie in its second half, when it writes and answers.
    """
    chance, usual = random.Random(seed), _usual_time(machine)
    told: dict[int, str] = {}
    killed = damaged = 0
    for number in range(rounds):
        process = machine.begin("log", "water=1", "--note", f"kill {number}")
        time.sleep(usual * chance.choice((chance.random(), chance.uniform(0.5, 1.1))))
        killed += process.poll() is None
        process.send_signal(signal.SIGKILL)
        said = logged(process.communicate()[0])
        if said is not None:
            told[said] = f"kill {number}"
        if number % 10 == 0:
            damaged += not _whole(machine)
    there = machine.notes()
    lost = tuple(number for number, note in told.items() if there.get(number) != note)
    return Killed(killed, len(told), lost, damaged + (not _whole(machine)))


def _usual_time(machine: Machine) -> float:
    """Seconds that one undisturbed `log` takes."""
    times = []
    for _ in range(5):
        begun = time.monotonic()
        assert machine.meso("log", "water=1") == 0
        times.append(time.monotonic() - begun)
    return statistics.median(times)


def _whole(machine: Machine) -> bool:
    """Whether the next reader finds a sound file."""
    return machine.meso("status") == 0 and bool(machine.notes())
