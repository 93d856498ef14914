"""Many terminals at once: every `log` that said its number kept its entry."""

from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from tests.faults.machine import Machine, logged

# A writer that waits for a busy machine keeps its lock: how long a reader waits is no matter here.
_PATIENT = """
from meso_cli.store import file
file.READ_SECONDS = 120
from meso_cli.__main__ import main
main()
"""


class Crowded(NamedTuple):
    """How many commands ran, how many failed, and which entries are missing or doubled."""

    commands: int
    failed: tuple[str, ...]
    lost: int


def crowd(machine: Machine, terminals: int, logs: int) -> Crowded:
    """So many terminals log so many times each, a process a time, all at once."""
    before = len(machine.notes())

    def sit(terminal: int) -> list[tuple[int | None, str, str]]:
        found = []
        for number in range(logs):
            note = f"terminal {terminal}, {number}"
            process = machine.python(_PATIENT, "log", "water=1", "--note", note)
            out, err = process.communicate()
            found.append((logged(out) if process.returncode == 0 else None, note, err))
        return found

    with ThreadPoolExecutor(terminals) as pool:
        answers = [answer for found in pool.map(sit, range(terminals)) for answer in found]
    there = machine.notes()
    kept = sum(number is not None and there.get(number) == note for number, note, _ in answers)
    failed = tuple(err for number, _, err in answers if number is None)
    assert len(there) - before == kept, "an entry is there that nobody was told of"
    return Crowded(len(answers), failed, len(answers) - len(failed) - kept)
