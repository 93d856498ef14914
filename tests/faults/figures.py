"""The fault figures: `python -m tests.faults.figures` prints them, and exits 1 if anything was lost.

500 processes killed, 8 terminals x 100 logs, 10,000 command lines of nonsense, 200,000 entries
carried to another file: a few minutes.
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from typer.testing import CliRunner

from tests.faults.carrying import MOST_MIB, carry
from tests.faults.crowding import crowd
from tests.faults.fuzzing import fuzz
from tests.faults.killing import kill
from tests.faults.machine import Machine


def main() -> int:
    """Run all three and say what was found."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--kills", type=int, default=500)
    asked.add_argument("--terminals", type=int, default=8)
    asked.add_argument("--logs", type=int, default=100)
    asked.add_argument("--lines", type=int, default=10_000)
    asked.add_argument("--entries", type=int, default=200_000)
    counts = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="meso-faults-") as folder:
        fine = [
            _killed(_machine(folder, "killed"), counts.kills),
            _crowded(_machine(folder, "crowded"), counts.terminals, counts.logs),
            _carried(_machine(folder, "carried"), counts.entries),
            _fuzzed(_machine(folder, "fuzzed"), counts.lines),
        ]
    return 0 if all(fine) else 1


def _machine(folder: str, name: str) -> Machine:
    own = Path(folder) / name
    own.mkdir()
    return Machine(own)


def _killed(machine: Machine, rounds: int) -> bool:
    begun = time.monotonic()
    found = kill(machine, rounds)
    _say(
        f"kill -9: {rounds} rounds, {found.killed} died of it, {found.told} had told their entry: "
        f"{len(found.lost)} lost, {found.damaged} times damaged",
        begun,
    )
    return not found.lost and not found.damaged


def _crowded(machine: Machine, terminals: int, logs: int) -> bool:
    begun = time.monotonic()
    found = crowd(machine, terminals, logs)
    _say(f"{terminals} x {logs} logs at once: {len(found.failed)} refused, {found.lost} lost", begun)
    for why in dict.fromkeys(found.failed):
        _say(f"  {why.strip()}", begun)
    return not found.failed and not found.lost


def _carried(machine: Machine, entries: int) -> bool:
    begun = time.monotonic()
    found = carry(machine, entries)
    _say(
        f"{entries} entries exported, imported, exported: {'equal' if found.equal else 'NOT EQUAL'}, "
        f"at most {found.export_mib:.0f} and {found.import_mib:.0f} MiB of memory",
        begun,
    )
    return found.equal and max(found.export_mib, found.import_mib) < MOST_MIB


def _fuzzed(machine: Machine, lines: int) -> bool:
    from meso_cli.cli.app import app

    os.environ.update({name: machine.environment[name] for name in ("MESO_DB", "MESO_CONFIG")})
    os.chdir(machine.folder)  # some of the words are names of files
    CliRunner().invoke(app, ["export", "-o", "export.json"])

    def run(words: list[str]) -> tuple[int, str]:
        answer = CliRunner().invoke(app, words, input="")
        return answer.exit_code, answer.stderr

    begun = time.monotonic()
    found = fuzz(run, machine.database, lines)
    codes = ", ".join(f"{code}: {count}" for code, count in sorted(found.codes.items()))
    _say(f"{lines} command lines of nonsense: {len(found.wrong)} did wrong (exit codes {codes})", begun)
    for line, why in found.wrong[:10]:
        _say(f"  {why}: {line}", begun)
    os.chdir(machine.folder.parent.parent)
    return not found.wrong


def _say(text: str, begun: float) -> None:
    sys.stdout.write(f"{text} [{time.monotonic() - begun:.0f} s]\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
