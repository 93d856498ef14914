"""How fast a person gets an answer: whole processes of an installed wheel, against the floor.

    python tests/benchmarks/bench.py [--pairs 25] [--runs 3] [--cpu] [--million] [--bulk 100000] [--peers]

Each command runs in turn with `floor.py` (a Typer app that prints three Rich tables) in the same environment;
the ratio is taken pair by pair, so that it holds when the machine's speed drifts. Quote the medians. With
`--runs 3` every row is measured three times, each time after all the others, and keeps its limit if each run
does. `--cpu` counts processor time instead of the clock's, for a machine that is busy with other things.

What is done in bulk has limits in entries a second on the machine whose floor takes `FLOOR_THEN` ms. So its
rate is given as it is and, in a column of its own, scaled to such a floor; the limit judges the scaled one.
The tables are Markdown, as in the README. Exit code 1: a limit was missed.
"""

import argparse
import itertools
import os
import pty
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
sys.path.insert(0, str(PROJECT))

from tests.benchmarks.peers import PEERS  # noqa: E402  # run as a script, it has no package

SMALL, ONE, HUNDRED, MILLION = "ten-thousand.db", "one-treatment.db", "hundred.db", "million.db"


class Row(NamedTuple):
    """A command, whether on a terminal, its database, the ratio that it aims at and the one it keeps to."""

    command: str
    on_terminal: bool
    database: str
    aim: float
    limit: float


ROWS = (
    Row("status --brief", False, SMALL, 0.42, 0.48),
    Row("status --check", False, SMALL, 0.42, 0.48),
    Row("status", False, SMALL, 0.50, 0.60),
    Row("status --json", False, SMALL, 0.50, 0.60),
    Row("can swim --json", False, SMALL, 0.50, 0.60),
    Row("remind --check", False, SMALL, 0.50, 0.60),
    Row("status", True, SMALL, 0.75, 0.90),
    Row("log redness=1", True, SMALL, 1.10, 1.25),
    Row("completion entries", False, SMALL, 0.30, 0.40),
    Row("status", True, ONE, 1.00, 1.25),
)
ANSWERS = (0, 1, 10, 11, 12, 13, 20)
"""Exit codes that are no failure: `can` says no, `status --check` and `remind --check` what there is."""
BULK = (("import", 12_000, 8_000), ("import again", 12_000, 8_000), ("export", 50_000, 35_000))
"""Entries of three observations a second, where the floor takes `FLOOR_THEN`: aim and limit."""
FLOOR_THEN = 0.105
"""Seconds that the floor took on the machine on which those were set."""


class Took(NamedTuple):
    """What one process took: seconds and MiB at its peak."""

    seconds: float
    peak: float


class Measured(NamedTuple):
    """The median seconds of so many pairs, the highest peak in MiB, and the median of their ratios."""

    seconds: float
    peak: float
    ratio: float


class Bench:
    """Where it runs, and how time is counted."""

    def __init__(self, folder: Path, *, pairs: int, cpu: bool) -> None:
        self.folder, self.pairs, self._cpu = folder, pairs, cpu
        self.python = installed_wheel(folder)
        self.environment = clean_environment(folder)
        self.meso = str(self.python.with_name("meso"))
        self.floor = [str(self.python), str(HERE / "floor.py"), "status"]

    def filled(self, name: str, entries: int, *flags: str) -> None:
        """A database with that many entries."""
        command = [str(self.python), str(HERE / "filled.py"), str(self.folder / name), str(entries), *flags]
        subprocess.run(command, check=True, env=self.environment)

    def measured(
        self, ours: Sequence[str], theirs: Sequence[str], run: Callable[["Bench", Sequence[str]], Took]
    ) -> Measured:
        """So many pairs of two commands, the second on a terminal."""
        run(self, ours), on_terminal(self, theirs)
        pairs = [(run(self, ours), on_terminal(self, theirs)) for _ in range(self.pairs)]
        mine = [one.seconds for one, _ in pairs]
        ratio = statistics.median(one.seconds / two.seconds for one, two in pairs)
        return Measured(statistics.median(mine), max(one.peak for one, _ in pairs), ratio)

    def floors(self) -> list[float]:
        """What the floor takes now, in seconds, a few times."""
        return [on_terminal(self, self.floor).seconds for _ in range(5)]

    def ended(self, pid: int, started: float, command: Sequence[str]) -> Took:
        """Waits for a process, which must succeed."""
        _, status, used = os.wait4(pid, 0)
        passed = time.perf_counter() - started
        if os.waitstatus_to_exitcode(status) not in ANSWERS:
            sys.exit(f"failed: {' '.join(command)}")
        return Took(used.ru_utime + used.ru_stime if self._cpu else passed, used.ru_maxrss / 1024)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=int, default=25)
    parser.add_argument("--runs", type=int, default=1, help="the whole table so many times")
    parser.add_argument("--cpu", action="store_true", help="processor time instead of the clock's")
    parser.add_argument("--million", action="store_true", help="status with 1,000,000 against 100 entries")
    parser.add_argument("--bulk", type=int, default=0, help="import and export so many entries")
    parser.add_argument("--peers", action="store_true", help="other programs, where they are installed")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), pairs=options.pairs, cpu=options.cpu)
        kept = against_the_floor(bench, options.runs)
        if options.million:
            kept &= million_against_hundred(bench)
        if options.peers:
            peers(bench)
        if options.bulk:
            kept &= in_bulk(bench, options.bulk)
    sys.exit(0 if kept else 1)


def against_the_floor(bench: Bench, runs: int) -> bool:
    """Every row of everyday commands, so many times; True where each kept its limit each time."""
    bench.filled(SMALL, 10_000)
    bench.filled(ONE, 10_000, "--one-treatment")
    found: dict[Row, list[Measured]] = {row: [] for row in ROWS}
    for run, row in itertools.product(range(runs), ROWS):
        print(f"run {run + 1} of {runs}: {row.command}", file=sys.stderr)
        command = [bench.meso, "--db", str(bench.folder / row.database), *row.command.split()]
        found[row].append(bench.measured(command, bench.floor, on_terminal if row.on_terminal else piped))
    print("| what | time | peak | ratio | aim | limit |\n|---|---|---|---|---|---|")
    for row, measured in found.items():
        where = "on a terminal" if row.on_terminal else "piped"
        more = ", 10,000 entries in one treatment" if row.database == ONE else ""
        line(f"`{row.command}` {where}{more}", measured, (row.aim, row.limit))
    line("the floor", [bench.measured(bench.floor, bench.floor, on_terminal)._replace(ratio=1.0)])
    return all(one.ratio <= row.limit for row, measured in found.items() for one in measured)


def million_against_hundred(bench: Bench) -> bool:
    """The same status, whatever else the file holds."""
    bench.filled(HUNDRED, 100)
    bench.filled(MILLION, 1_000_000)
    large, small = ([bench.meso, "--db", str(bench.folder / name), "status"] for name in (MILLION, HUNDRED))
    measured = bench.measured(large, small, on_terminal)
    line("`status`, 1,000,000 against 100 entries", [measured], (1.03, 1.10))
    return measured.ratio <= 1.10


def in_bulk(bench: Bench, entries: int) -> bool:
    """Everything out of one file, into a new one, and once more into that; the floor between them."""
    bench.filled("bulk.db", entries)
    document, fresh = bench.folder / "bulk.json", bench.folder / "new" / "fresh.db"
    fresh.parent.mkdir()
    lines = {
        "export": [bench.meso, "--db", str(bench.folder / "bulk.db"), "export", "-o", str(document)],
        "import": [bench.meso, "--db", str(fresh), "import", str(document)],
        "import again": [bench.meso, "--db", str(fresh), "import", str(document)],
    }
    floors, took = bench.floors(), {}
    for name, command in lines.items():
        took[name] = piped(bench, command)
        floors += bench.floors()
    floor = statistics.median(floors)
    then = f"scaled to a floor of {FLOOR_THEN * 1000:.0f} ms"
    print(f"\nIn bulk, {entries:,} entries; the floor took {floor * 1000:.0f} ms in the same run:\n")
    print(f"| what | time | peak | entries a second | {then} | aim, scaled | limit, scaled |")
    print("|---|---|---|---|---|---|---|")
    kept = True
    for name, aim, limit in BULK:
        seconds, peak = took[name]
        rate = entries / seconds
        scaled = rate * floor / FLOOR_THEN
        kept &= scaled >= limit
        print(
            f"| {name} | {seconds:.1f} s | {peak:.0f} MiB | {rate:,.0f} | {scaled:,.0f} "
            f"| {aim:,} | {limit:,}{'' if scaled >= limit else ', missed'} |"
        )
    return kept


def peers(bench: Bench) -> None:
    """Other programs of the kind, each with 10,000 entries of its own."""
    for peer in PEERS:
        command, environment = peer.prepared(bench.folder)
        if command is None:
            print(f"| {peer.name} | not installed | | | | |")
            continue
        ours, bench.environment = bench.environment, bench.environment | environment
        line(f"{peer.name}: `{' '.join(peer.command)}`", [bench.measured(command, bench.floor, on_terminal)])
        bench.environment = ours


def line(what: str, measured: Sequence[Measured], goals: tuple[float, float] | None = None) -> None:
    """One row of the table: a ratio for each run; of the times the median, of the peaks the highest."""
    took, peak = statistics.median(one.seconds for one in measured), max(one.peak for one in measured)
    ratios = " ".join(f"{one.ratio:.2f}" for one in measured)
    aim, limit = (f"{goal:.2f}" for goal in goals) if goals else ("", "")
    missed = ", missed" if goals and max(one.ratio for one in measured) > goals[1] else ""
    print(
        f"| {what} | {took * 1000:.0f} ms | {peak:.0f} MiB | {ratios} | {aim} | {limit}{missed} |", flush=True
    )


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


def piped(bench: Bench, command: Sequence[str]) -> Took:
    """One whole process whose output goes into a pipe, which is read to its end."""
    started = time.perf_counter()
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.dup2(write, 1)
        os.close(read)
        os.execvpe(command[0], list(command), bench.environment)
    os.close(write)
    while os.read(read, 65536):
        pass
    os.close(read)
    return bench.ended(pid, started, command)


def on_terminal(bench: Bench, command: Sequence[str]) -> Took:
    """One whole process on a pseudo-terminal, from fork to exit."""
    started = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.execvpe(command[0], list(command), bench.environment)
    while True:
        try:
            if not os.read(terminal, 65536):
                break
        except OSError:
            break
    took = bench.ended(pid, started, command)
    os.close(terminal)
    return took


if __name__ == "__main__":
    main()
