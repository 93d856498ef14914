"""The house itself: floors, what a start imports, reasons for exceptions to the rules."""

import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pexpect
import pytest
from importlinter.cli import lint_imports

from meso_cli import __version__
from meso_cli.commands.catalogue import CATALOGUE
from meso_cli.guide.checking.known import FORBIDDEN
from tests.conftest import PATIENCE, World

PROJECT = Path(__file__).parents[1]
CODE = sorted((PROJECT / "meso_cli").rglob("*.py"))
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
import sys
from meso_cli.__main__ import main
try:
    main()
finally:
    print("\\n".join(sys.modules), file=sys.stderr)
"""


def imported(world: World, *words: str) -> set[str]:
    """The modules that one call has loaded when it is over."""
    command = [sys.executable, "-c", IMPORTED, *words]
    done = subprocess.run(command, capture_output=True, text=True, env={**world.environment}, check=True)
    return set(done.stderr.split())


@pytest.fixture
def logged(world: World) -> World:
    """A treatment of yesterday with one calm entry, made by the real clock."""
    assert world.process("start", "yesterday 08:00").code == 0
    assert world.process("log", "redness=1").code == 0
    return world


def test_every_module_imports_only_from_the_floors_above(monkeypatch: pytest.MonkeyPatch) -> None:
    """The layers of pyproject.toml hold, and every module stands on one of them."""
    monkeypatch.chdir(PROJECT)
    assert lint_imports(config_filename="pyproject.toml", no_cache=True) == 0


@pytest.mark.parametrize("words", [["status"], ["status", "--brief"], ["status", "--json"], ["urgent"]])
def test_reading_imports_nothing_slow(logged: World, words: list[str]) -> None:
    """A start is a feature: none of the slow libraries is loaded to read."""
    modules = imported(logged, *words)
    assert not [
        name
        for name in SLOW
        if any(module.split(".")[: len(name.split("."))] == name.split(".") for module in modules)
    ]


@pytest.mark.parametrize("words", [["status"], ["urgent"], ["log", "redness=1"]])
def test_a_terminal_costs_nothing_slow_either(logged: World, words: list[str]) -> None:
    """On a terminal Rich comes on top, and nothing else; the card needs not even that."""
    code = IMPORTED.replace("file=sys.stderr", "file=open('modules', 'w')")
    child = pexpect.spawn(
        sys.executable, ["-c", code, *words], env={**logged.environment, "TERM": "xterm"}, timeout=PATIENCE
    )
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0, child.before
    modules = set((logged.folder / "modules").read_text("utf-8").split())
    assert [name for name in SLOW if name in modules] == []
    assert ("rich.console" in modules) == (words != ["urgent"])


@pytest.mark.parametrize(
    "words", [["status", "--brief"], ["status", "--json"], ["status"], ["urgent"], ["log", "redness=1"]]
)
def test_what_is_piped_needs_no_rich(logged: World, words: list[str]) -> None:
    """Rich is loaded to draw on a terminal, and for nothing else."""
    assert not any(module.split(".")[0] == "rich" for module in imported(logged, *words))


BRIEF = {
    "__main__": "",
    "commands": "catalogue clock configuration group looking paths root shared status terminal",
    "config": "file reading",
    "errors": "",
    "guide": "files reading words",
    "model": "case guide names practitioner records settings status tiers viewpoint",
    "recovery": "ahead assessment care cases changes checks restrictions status treatments windows",
    "signs": "combinations course evaluate flush logs modifiers reported rises scene symptoms",
    "store": "faults file moments reading rows schema",
    "text": "",
    "views": "blocks brief warnings wording",
    "vocabulary": "fields",
    "when": "names saying zones",
}
# The screen in a pipe; on a terminal it loads Rich and views.terminal as well.
STATUS = {
    **BRIEF,
    "views": "blocks plain restrictions status warnings wording",
}


@pytest.mark.parametrize(("words", "pinned"), [(["status", "--brief"], BRIEF), (["status"], STATUS)])
def test_the_modules_of_ours_that_status_loads(
    logged: World, words: list[str], pinned: dict[str, str]
) -> None:
    """Pinned by room, so that a new import on the way to the answer is a decision."""
    ours = {name.removeprefix("meso_cli.") for name in imported(logged, *words) if "meso_cli." in name}
    rooms = {room: {f"{room}.{name}" for name in names.split()} for room, names in pinned.items()}
    assert ours == set(rooms).union(*rooms.values())


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(PROJECT)))
def test_every_exception_to_a_rule_has_its_reason(path: Path) -> None:
    """A `noqa` or `type: ignore` names its code and says why."""
    for line in path.read_text("utf-8").splitlines():
        if "# noqa" in line or "# type: ignore" in line:
            assert re.search(r"# (noqa: [A-Z0-9, ]+|type: ignore\[[a-z, -]+\])  # \S", line), line


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


def test_the_readme_names_every_command() -> None:
    """Nobody has to guess that a command exists."""
    readme = (PROJECT / "README.md").read_text("utf-8")
    assert [name for name in CATALOGUE if f"meso {name}" not in readme] == []


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
