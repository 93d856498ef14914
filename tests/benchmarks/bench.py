"""How fast a person gets an answer: whole processes of an installed wheel, against the floor.

    python tests/benchmarks/bench.py [--pairs 25] [--million]

Each command runs in turn with `floor.py` (a Typer app that prints three Rich tables) in the same
environment and on a pseudo-terminal; the ratio is taken pair by pair, so that it holds when the
machine's speed drifts. Quote the medians.
"""

import argparse
import os
import pty
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from pathlib import Path

Timer = Callable[[list[str], dict[str, str]], float]

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
# Command, whether it stands on a terminal, and the ratio that it must keep to.
COMMANDS = (
    ("status", True, 1.25),
    ("status", False, 0.90),
    ("status --brief", True, 0.90),
    ("status --json", False, None),
    ("log redness=1", True, 1.40),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=int, default=25)
    parser.add_argument("--million", action="store_true", help="status with 1,000,000 against 100 entries")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        python = installed_wheel(Path(folder))
        environment = clean_environment(Path(folder))
        meso = [str(python.with_name("meso"))]
        floor = [str(python), str(HERE / "floor.py"), "status"]
        database = filled(python, Path(folder) / "ten-thousand.db", 10_000, environment)
        print(f"{'command':24} {'meso':>8} {'floor':>8} {'ratio':>6}  limit")
        for command, on_terminal, limit in COMMANDS:
            ours = [*meso, "--db", database, *command.split()]
            name = command if on_terminal else f"{command}, piped"
            row(name, ours, floor, options.pairs, environment, limit, on_pty if on_terminal else piped)
        one = filled(python, Path(folder) / "one.db", 10_000, environment, "--one-treatment")
        row("status, one treatment", [*meso, "--db", one, "status"], floor, options.pairs, environment, None)
        if options.million:
            small = filled(python, Path(folder) / "hundred.db", 100, environment)
            large = filled(python, Path(folder) / "million.db", 1_000_000, environment)
            ours, theirs = ([*meso, "--db", path, "status"] for path in (large, small))
            row("million against hundred", ours, theirs, options.pairs, environment, 1.10)


def installed_wheel(folder: Path) -> Path:
    """A new environment with nothing but the wheel of this checkout; returns its python."""
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / "bin" / "python"
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", PROJECT], check=True
    )
    return python


def clean_environment(folder: Path) -> dict[str, str]:
    """The caller's environment without what would slow a start or read the caller's data."""
    dropped = {"PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "MESO_DB", "MESO_CONFIG", "NO_COLOR"}
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return {**kept, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24", "XDG_CONFIG_HOME": str(folder)}


def filled(python: Path, path: Path, entries: int, environment: dict[str, str], *flags: str) -> str:
    """A database with that many entries."""
    subprocess.run([python, HERE / "filled.py", path, str(entries), *flags], check=True, env=environment)
    return str(path)


def row(
    name: str,
    ours: list[str],
    other: list[str],
    pairs: int,
    environment: dict[str, str],
    limit: float | None,
    time_ours: Timer | None = None,
) -> None:
    """Time the two in turn and print their medians and the median of the ratios."""
    time_ours = time_ours or on_pty
    time_ours(ours, environment), on_pty(other, environment)
    times = [(time_ours(ours, environment), on_pty(other, environment)) for _ in range(pairs)]
    mine, theirs = (statistics.median(column) * 1000 for column in zip(*times, strict=True))
    ratio = statistics.median(one / two for one, two in times)
    shown = f"{limit:.2f}" if limit else "-"
    print(f"{name:24} {mine:5.0f} ms {theirs:5.0f} ms {ratio:6.2f}  {shown}", flush=True)


def piped(command: list[str], environment: dict[str, str]) -> float:
    """One whole process whose output goes into a pipe."""
    started = time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    return time.perf_counter() - started


def on_pty(command: list[str], environment: dict[str, str]) -> float:
    """One whole process on a pseudo-terminal, from fork to exit."""
    started = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.execvpe(command[0], command, environment)
    while True:
        try:
            if not os.read(terminal, 65536):
                break
        except OSError:
            break
    _, status = os.waitpid(pid, 0)
    os.close(terminal)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"failed: {' '.join(command)}")
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
