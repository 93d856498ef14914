"""The house itself: floors, what a start imports, reasons for exceptions to the rules."""

import ast
import re
import subprocess
import sys
import tokenize
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

import pexpect
import pytest
from importlinter.cli import lint_imports

from meso_cli import __version__
from meso_cli.cli.catalogue import CATALOGUE
from meso_cli.guide.checking.known import FORBIDDEN
from tests.conftest import PATIENCE, World

PROJECT = Path(__file__).parents[1]
CODE = sorted((PROJECT / "meso_cli").rglob("*.py"))
TESTS = sorted((PROJECT / "tests").rglob("*.py"))
SLOW = [
    "pydantic",
    "sqlite_utils",
    "dateutil",
    "importlib.resources",
    "jinja2",
    "icalendar",
    "email",
    "asyncio",
]
IMPORTED = """
import datetime as dt
import sys
from meso_cli.__main__ import main
from meso_cli.commands.support import clock
now = dt.datetime.fromisoformat(sys.argv.pop(1))
clock.now = lambda: now
try:
    main()
finally:
    print("\\n".join(sys.modules), file=open("modules", "w"))
"""
"""A process whose clock is told by its first word, and which writes down what it has loaded."""


@pytest.fixture(scope="module")
def logged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """The day after a treatment, with two calm entries."""
    with pytest.MonkeyPatch.context() as patch:
        world = World(tmp_path_factory.mktemp("logged"), patch)
        for hours, words in ((0, ["start"]), (20, ["log", "redness=1"]), (24, ["log", "redness=1"])):
            assert world.at(hours=hours).meso(*words).code == 0
        yield world


@pytest.fixture(scope="module")
def imported(logged: World) -> Callable[[str], set[str]]:
    """Gives the modules that a call has loaded when it is over, its output in a pipe."""

    @cache
    def run(line: str) -> set[str]:
        command = [sys.executable, "-c", IMPORTED, logged.now.isoformat(), *line.split()]
        subprocess.run(command, capture_output=True, env=logged.environment, cwd=logged.folder, check=True)
        return loaded(logged)

    return run


def loaded(world: World) -> set[str]:
    """What the last such process had loaded."""
    return set((world.folder / "modules").read_text("utf-8").split())


def test_every_module_imports_only_from_the_floors_above(monkeypatch: pytest.MonkeyPatch) -> None:
    """The layers of pyproject.toml hold, and every module stands on one of them."""
    monkeypatch.chdir(PROJECT)
    assert lint_imports(config_filename="pyproject.toml", no_cache=True) == 0


def slow_of(modules: set[str]) -> list[str]:
    """Those of the slow libraries that are among the modules."""
    return [name for name in SLOW if any(f"{module}.".startswith(f"{name}.") for module in modules)]


@pytest.mark.parametrize("line", ["status", "status --brief", "status --json", "urgent"])
def test_reading_imports_nothing_slow(imported: Callable[[str], set[str]], line: str) -> None:
    """A start is a feature: none of the slow libraries is loaded to read."""
    assert slow_of(imported(line)) == []


BEFORE_TYPER = (
    "typer",
    "rich",
    "click",
    "tomllib",
    "shutil",
    "platformdirs",
    "inspect",
    "json",
    "uuid",
    "copy",
)


@pytest.mark.parametrize("line", ["status --brief", "status --check", "status"])
def test_the_door_leads_past_all_that_is_slow(imported: Callable[[str], set[str]], line: str) -> None:
    """A prompt asks all day: neither Typer nor Rich is loaded for it, nor a parser."""
    loaded = imported(line)
    assert [name for name in (*BEFORE_TYPER, *SLOW) if name in loaded] == []


def test_values_are_of_the_kind_that_is_cheap_to_make() -> None:
    """Python's own NamedTuples took a tenth of a start; only a generic one needs them."""
    python_own = [
        str(path.relative_to(PROJECT))
        for path in CODE
        if re.search(r"from typing import .*\bNamedTuple\b", path.read_text("utf-8"))
    ]
    assert python_own == ["meso_cli/values.py", "meso_cli/vocabulary/names.py"]


@pytest.mark.parametrize("line", ["status", "urgent", "log redness=1"])
def test_a_terminal_costs_nothing_slow_either(logged: World, line: str) -> None:
    """On a terminal Rich comes on top, and nothing else; the card needs not even that."""
    child = pexpect.spawn(
        sys.executable,
        ["-c", IMPORTED, logged.now.isoformat(), *line.split()],
        env={**logged.environment, "TERM": "xterm"},
        cwd=str(logged.folder),
        timeout=PATIENCE,
    )
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0, child.before
    assert slow_of(loaded(logged)) == []
    assert ("rich.console" in loaded(logged)) == (line != "urgent")


@pytest.mark.parametrize("line", ["status --brief", "status --json", "status", "urgent", "log redness=1"])
def test_what_is_piped_needs_no_rich(imported: Callable[[str], set[str]], line: str) -> None:
    """Rich is loaded to draw on a terminal, and for nothing else."""
    assert not any(module.split(".")[0] == "rich" for module in imported(line))


LIMITS = {
    "status": 86, "status --brief": 84, "status --json": 84, "urgent": 52, "log redness=1": 130,
    "completion entries": 30,
}  # fmt: skip  # one list per line reads as the list it is
"""How many modules of ours a call may load: a few more than it needs today."""
TO_READ = ("commands.correct", "commands.daily.entries", "commands.daily.log", "commands.daily.sentences",
    "commands.data", "commands.practitioner", "guide.checking", "store.exchange", "store.maintenance",
    "store.writing", "vocabulary.checkin",
)  # fmt: skip  # one list per line reads as the list it is
NEVER = {
    "status": (*TO_READ, "export"),
    "status --brief": (*TO_READ, "export"),
    "status --json": TO_READ,
    "urgent": (*TO_READ, "export", "recovery", "signs", "store"),
    "log redness=1": ("commands.practitioner", "guide.checking", "store.exchange"),
    "completion entries": (*TO_READ, "config", "guide", "export", "signs"),
}
"""Rooms that a call has no business in."""


@pytest.mark.parametrize("line", LIMITS)
def test_a_call_loads_few_modules_of_ours(imported: Callable[[str], set[str]], line: str) -> None:
    """Each costs a part of a millisecond: more of them, or another room, is a decision."""
    ours = {name.removeprefix("meso_cli.") for name in imported(line) if "meso_cli." in name}
    strangers = [name for name in ours for room in NEVER[line] if f"{name}.".startswith(f"{room}.")]
    assert strangers == []
    assert len(ours) <= LIMITS[line]


@pytest.mark.parametrize(
    "path", [path for path in CODE if path.parent.name == "cli"], ids=lambda path: path.stem
)
def test_a_command_parses_calls_and_shows(path: Path) -> None:
    """What a command does can be called without a command line: its body is eight lines at most."""
    for function in ast.parse(path.read_text("utf-8")).body:
        if isinstance(function, ast.FunctionDef) and any(arg.arg == "ctx" for arg in function.args.args):
            body = function.body[1:] if ast.get_docstring(function) else function.body
            assert (body[-1].end_lineno or 0) - body[0].lineno < 8, function.name


def comments(path: Path) -> Iterator[str]:
    """The comments of a file, each with what is left of its line."""
    with tokenize.open(path) as file:
        yield from (
            token.string
            for token in tokenize.generate_tokens(file.readline)
            if token.type == tokenize.COMMENT
        )


def test_every_exception_to_a_rule_has_its_reason() -> None:
    """A `noqa` or `type: ignore` names its code and says why, in the tests as in the program."""
    reason = r"# (noqa: [A-Z0-9, ]+|type: ignore\[[a-z, -]+\])  # \S"
    bare = [
        f"{path.relative_to(PROJECT)}: {comment}"
        for path in (*CODE, *TESTS)
        for comment in comments(path)
        if re.match(r"# ?(noqa|type: ignore)", comment) and not re.match(reason, comment)
    ]
    assert bare == []


def test_nothing_of_ours_reassures_falsely() -> None:
    """The guide's check covers `data/`; the same words stand in no sentence of the program either."""
    for path in (*CODE, PROJECT / "README.md", PROJECT / "CHANGELOG.md"):
        text = " ".join(path.read_text("utf-8").casefold().replace("-", " ").split())
        said = [words for words in FORBIDDEN if re.search(rf"\b{words}\b", text)]
        assert said == [] or path.name == "known.py", path  # the list itself


def test_the_version_stands_in_one_place(world: World) -> None:
    """`meso_cli.__version__` is what the package and `--version` say."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["setuptools"]["dynamic"]["version"] == {"attr": "meso_cli.__version__"}
    assert metadata.version("meso-cli") == __version__
    assert world.meso("--version").out.splitlines()[0] == f"meso {__version__}"


@pytest.mark.parametrize("name", CATALOGUE)
def test_every_command_is_described(world: World, name: str) -> None:
    """In the help of meso and in its own."""
    assert CATALOGUE[name].line in world.meso("--help").out
    assert world.meso(name, "--help").code == 0


def test_the_wheel_holds_every_package_and_the_guide() -> None:
    """A package that pyproject.toml forgets is missing on a person's machine."""
    declared = set(tomllib.loads((PROJECT / "pyproject.toml").read_text())["tool"]["setuptools"]["packages"])
    packages = {
        ".".join(path.parent.relative_to(PROJECT).parts) for path in CODE if path.name == "__init__.py"
    }
    data = {
        ".".join(("meso_cli", *path.parent.relative_to(PROJECT).parts))
        for path in (PROJECT / "data").rglob("*")
        if path.is_file()
    }
    assert declared == packages | data | {"meso_cli.data"}
