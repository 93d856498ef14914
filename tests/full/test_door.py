"""Both doors, over thousands of lines and on a terminal."""

import sys

import pexpect
import pytest

from tests.cli.test_door import recorded
from tests.conftest import PATIENCE, TOLD, World
from tests.doors import both, lines

BY_TYPER = TOLD.replace("from meso_cli.__main__ import run", "from meso_cli.cli.app import app").replace(
    "\nrun()", '\napp(prog_name="meso")'
)


@pytest.mark.parametrize("seed", range(2, 12))
def test_whatever_is_typed(world: World, seed: int) -> None:
    """Lines as people and programs may type them."""
    recorded(world)
    for line in lines(seed, number=200):
        door, typer = both(world, *line)
        assert door == typer, line


@pytest.mark.parametrize(
    "line", ["status", "status --all", "status --no-color", "can swim", "urgent", "log pus"]
)
def test_on_a_terminal(world: World, line: str) -> None:
    """The screens are drawn the same, to the byte."""
    recorded(world)
    content = world.database.read_bytes()
    screens = []
    for program in (TOLD, BY_TYPER):
        world.database.write_bytes(content)
        child = pexpect.spawn(
            sys.executable,
            ["-c", program, world.now.isoformat(), *line.split()],
            env={**world.environment, "TERM": "xterm-256color"},
            cwd=str(world.folder),
            timeout=PATIENCE,
        )
        child.expect(pexpect.EOF)
        child.close()
        screens.append((child.before, child.exitstatus))
    assert screens[0] == screens[1]


@pytest.mark.parametrize(
    "line", ["status --brief >&-", "status >/dev/full", "can swim --json | true", "log pus 2>&-"]
)
def test_whatever_becomes_of_the_output(world: World, line: str) -> None:
    """A closed or full output ends with the same code and the same sentence."""
    recorded(world)
    typer = (
        line.replace(" ", ' --at="now" ', 1) if line.startswith("can") else f"--db={world.database} {line}"
    )
    answers = [world.shell(f"meso {typed}; echo $?") for typed in (line, typer)]
    assert answers[0].err == answers[1].err
    assert answers[0].out.split()[-1] == answers[1].out.split()[-1]
