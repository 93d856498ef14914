"""The fault figures in small, at each run of the tests: nothing is lost, nothing ends in a traceback."""

from pathlib import Path

from tests.conftest import World
from tests.faults.carrying import MOST_MIB, carry
from tests.faults.crowding import crowd
from tests.faults.fuzzing import fuzz
from tests.faults.killing import kill
from tests.faults.machine import Machine


def test_what_was_told_survives_kill_9(tmp_path: Path) -> None:
    """`log` killed 20 times at any moment of its life: each number that it told is there, with its note."""
    found = kill(Machine(tmp_path), 20)
    assert found.killed >= 10
    assert found.told >= 10
    assert (found.lost, found.damaged) == ((), 0)


def test_many_terminals_at_once(tmp_path: Path) -> None:
    """8 terminals log 5 times each, all at once, a process a time: 40 entries, none refused."""
    found = crowd(Machine(tmp_path), terminals=8, logs=5)
    assert (found.commands, found.failed, found.lost) == (40, (), 0)


def test_memory_does_not_grow_with_the_entries(tmp_path: Path) -> None:
    """20,000 entries go out and come in equal, in a fraction of what 200,000 may take."""
    found = carry(Machine(tmp_path), 20_000)
    assert found.equal
    assert max(found.export_mib, found.import_mib) < MOST_MIB / 3


def test_command_lines_of_nonsense(world: World) -> None:
    """1,000 lines, half of them nearly right: codes of the table, nothing changed on an error."""
    assert world.meso("start", "yesterday 08:00").code == 0
    assert world.meso("export", "-o", "export.json").code == 0

    def run(words: list[str]) -> tuple[int, str]:
        answer = world.meso(*words, typed="")
        return answer.code, answer.err

    found = fuzz(run, world.database, 1_000)
    assert found.wrong == ()
    assert min(found.codes.get(code, 0) for code in (0, 2, 3, 5)) > 5
