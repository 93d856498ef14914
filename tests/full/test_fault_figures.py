"""The fault figures in their full size; a smaller round is part of every run (tests/faults)."""

import subprocess
import sys

from tests.faults.machine import PROJECT


def test_nothing_is_lost_in_the_figures() -> None:
    """Processes killed, terminals at once, nonsense typed, very many entries carried: none did harm."""
    command = [sys.executable, "-m", "tests.faults.figures"]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
