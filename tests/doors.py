"""The same line through both doors: the one before Typer, and Typer's own."""

import os
import random
import re
import shutil
import sys
from collections.abc import Iterator
from typing import NamedTuple

from typer.testing import CliRunner

from meso_cli import __main__ as entry
from meso_cli.cli.app import app
from tests.conftest import Answer, World

_UUID = re.compile("[0-9a-f]{8}-[0-9a-f-]{27}")
WORDS = (
    "makeup", "swim", "can", "status", "log", "redness=2", "swelling", "fever=no", "itch:mild", "pus", "wine",
    "tonight", "retinol", "drink", "", " ", "x", "№", "a b", "water=6", "redness", "2", "urgent", "help",
    "#1", "\udcff", "redness=9", "not", "breathing", "sauna",
)  # fmt: skip  # one list per line reads as the list it is
OPTIONS = (
    "--json", "--brief", "--check", "--all", "--plain", "--no-color", "--no-input", "--debug", "--at=now",
    "-h", "--help", "--notify", "--", "-", "--jso", "--note", "--none", "--ingredients", "--version", "--db",
)  # fmt: skip  # the same
VALUED = (
    ("--at", "sat 10am"), ("--at", "tomorrow"), ("--at", ""), ("--at", "03/04"), ("--treatment", "t1"),
    ("--treatment", "t9"), ("--treatment", ""), ("--db", "data/meso.db"), ("--db", "no/such.db"),
    ("--db", ""), ("--db", " "), ("--format", "{day} {warning}"), ("--format", "{nope}"), ("--format", ""),
    ("--at", "-1"),
)  # fmt: skip  # the same


def lines(seed: int, number: int) -> Iterator[list[str]]:
    """So many lines that the door takes, made from what people and programs may type."""
    chance = random.Random(seed)
    while number:
        line = [chance.choice(("status", "status", "can", "can", "log", "urgent", "remind", "completion"))]
        line += chance.choices(
            WORDS, k=0 if line[0] in ("status", "remind") else chance.choice((0, 1, 1, 2, 3))
        )
        for _ in range(chance.choice((0, 1, 1, 2, 3))):
            more = [chance.choice(OPTIONS)] if chance.random() < 0.7 else list(chance.choice(VALUED))
            place = chance.randrange(len(line) + 1)
            line[place:place] = more
        if entry._parted(line) is not None:
            number -= 1
            yield line


class Outcome(NamedTuple):
    """What one call gave, and what is recorded afterwards, without what no two calls have in common."""

    answer: Answer
    files: tuple[str, ...]
    history: str


def both(world: World, *line: str) -> tuple[Outcome, Outcome]:
    """What the line gives before Typer, and what it gives by Typer, from the same files."""
    before = world.folder.with_name("before")
    shutil.rmtree(before, ignore_errors=True)
    shutil.copytree(world.folder, before)
    first = _outcome(world, before_typer(*line), line)
    shutil.rmtree(world.folder)
    shutil.copytree(before, world.folder)
    os.chdir(world.folder)
    return first, _outcome(world, by_typer(*line), line)


def before_typer(*line: str) -> Answer:
    """One call through the door, in this process."""
    code = None
    with CliRunner().isolation() as (out, err, _):
        try:
            is_taken = entry.through_the_door(list(line))
        except SystemExit as stop:
            is_taken, code = True, stop.code
        sys.stdout.flush()
        assert is_taken, f"Typer would have to read {line}"
        assert isinstance(code, int), line
        return Answer(code, out.getvalue().decode(), err.getvalue().decode())


def by_typer(*line: str) -> Answer:
    """One call that Typer reads, in this process."""
    result = CliRunner().invoke(app, list(line))
    return Answer(result.exit_code, result.stdout, result.stderr)


def _outcome(world: World, answer: Answer, line: tuple[str, ...]) -> Outcome:
    files = tuple(sorted(path.name for path in world.folder.rglob("*")))
    history = _UUID.sub("", by_typer("history", "--json").out) if "log" in line else ""
    return Outcome(answer, files, history)
