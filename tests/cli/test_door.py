"""The door before Typer gives what Typer gives, and its shapes are Typer's."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from meso_cli import __main__ as entry
from meso_cli.cli.spec import read_spec
from tests.conftest import World
from tests.doors import both, lines

SPEC = read_spec()
SHAPES = (
    "status", "status --brief", "status --check", "status --check --json", "status --json", "status --all",
    "status --plain", "--plain status --no-color", "status --no-input --debug", "--db data/meso.db status",
    "status --db no.db", "status --db data", "--debug status --at tomorrow", "status --treatment t2 --brief",
    "status --treatment t1", "status --at 03/04", "can swim", "can swim --json", "can drink wine tonight",
    "can xyzzy --json", "can mask", "can swim --at tomorrow --treatment t1", "can pus", "log redness=3",
    "log pus", "log redness=9", "log fever=39.5 swelling", "log xyzzy --plain", "log no pus", "urgent",
    "urgent --plain --db no.db", "remind", "remind --check", "remind --notify --check", "completion bash",
    "completion treatments", "completion entries", "completion backups", "completion ksh", "", "--plain",
    "--db no.db",
)  # fmt: skip  # one list per line reads as the list it is


_kept: dict[str, bytes] = {}


def recorded(world: World) -> None:
    """Two treatments that are open, a warning, a note; recorded once, and copied from then on."""
    if not _kept:
        world.meso("start", "--device", "pen", "--depth", "1.0")
        world.at(hours=20).meso("log", "redness=2", "fever=no")
        world.at(hours=30).meso("start", "--area", "neck", "--device", "rf")
        world.at(hours=40).meso("log", "pus", "--note", "[red]hot[/red]")
        _kept["database"] = world.database.read_bytes()
    world.database.parent.mkdir(mode=0o700, exist_ok=True)
    world.database.write_bytes(_kept["database"])
    world.database.chmod(0o600)
    world.at(hours=44)


def nothing(world: World) -> None:
    """No treatment yet."""


def damaged(world: World) -> None:
    recorded(world)
    content = bytearray(world.database.read_bytes())
    content[4096:8192] = b"\xff" * 4096
    world.database.write_bytes(content)


def cut(world: World) -> None:
    recorded(world)
    world.database.write_bytes(world.database.read_bytes()[:50])


def newer(world: World) -> None:
    recorded(world)
    with closing(sqlite3.connect(world.database)) as connection, connection:
        connection.execute("UPDATE _sqlite_migrations SET name = 'm999_later' WHERE rowid = 1")


def folder(world: World) -> None:
    world.database.mkdir(parents=True)


FILES = (nothing, recorded, damaged, cut, newer, folder)


@pytest.mark.parametrize("line", SHAPES)
def test_both_doors_give_the_same(world: World, line: str) -> None:
    """The same words, code and records, whichever way a line takes."""
    recorded(world)
    door, typer = both(world, *line.split())
    assert door == typer


@pytest.mark.parametrize("prepare", FILES, ids=lambda function: function.__name__)
@pytest.mark.parametrize(
    "line", ["", "status --check", "status --json", "can swim", "log redness=1", "urgent", "remind --check"]
)
def test_whatever_the_file_is(world: World, prepare: Callable[[World], None], line: str) -> None:
    """Missing, damaged, newer or none of ours: both say the same."""
    prepare(world)
    door, typer = both(world, *line.split())
    assert door == typer


ENVIRONMENTS = (
    {"ACCESSIBLE": "1"}, {"NO_COLOR": "1"}, {"TERM": "dumb"}, {"MESO_REGION": "gb"},
    {"MESO_REGION": "nowhere"}, {"TZ": "Nowhere/Such"}, {"TZ": "America/New_York"}, {"MESO_DB": ""},
    {"MESO_DB": " "}, {"MESO_DB": "no.db"}, {"MESO_CONFIG": "settings.toml"}, {"MESO_CONFIG": "."},
    {"MESO_DAY_START": "04:00", "MESO_SKIN_TYPE": "9"},
)  # fmt: skip  # the same


@pytest.mark.parametrize("environment", ENVIRONMENTS, ids=str)
@pytest.mark.parametrize("line", ["status --brief", "can swim --json", "log pus"])
def test_whatever_the_environment_says(
    world: World, environment: dict[str, str], line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A setting, a time zone and a path count the same, and so does what is wrong with them."""
    recorded(world)
    Path("settings.toml").write_text('region = "gb"\nday_start = 25\nunknown = 1\n')
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    door, typer = both(world, *line.split())
    assert door == typer


def test_whatever_is_typed(world: World) -> None:
    """Lines as people and programs may type them; thousands more in the full lane."""
    recorded(world)
    for line in lines(seed=1, number=200):
        door, typer = both(world, *line)
        assert door == typer, line


@pytest.mark.parametrize("name", entry.SHAPES)
def test_the_door_knows_options_as_typer_does(name: str) -> None:
    """Each option of a shape is one of the command's, and takes a value there where it does here."""
    here = entry.EVERYWHERE | entry.SHAPES[name][0]
    command = SPEC["commands"].get(name, {"options": [], "arguments": []})  # meso alone has neither
    there = (*SPEC["everywhere"], *command["options"])
    metavars = {written: option["metavar"] for option in there for written in option["names"]}
    assert here == {option: metavars[option] for option in here}
    assert entry.SHAPES[name][1](1) == bool(command["arguments"])


FOR_TYPER = """
help|--version|status --help|status -h|status extra|status --jso|status --brief --brief|status --at
status --at=now|status --db|status --db --json|--json status|can|log|log redness=1 --note x|log -1
can --ingredients water
can -- swim|history|status --|urgent x|status --format"""


@pytest.mark.parametrize("line", FOR_TYPER.strip().replace("\n", "|").split("|"))
def test_typer_reads_whatever_is_not_exactly_a_shape(line: str) -> None:
    """The door judges nothing: help, slips and everything rare are Typer's."""
    assert not entry.through_the_door(line.split())


@pytest.mark.parametrize("line", [[""], ["", "status"], ["can", ""], ["log", ""]])
def test_an_empty_word_is_typers(line: list[str]) -> None:
    """An empty variable of somebody's script is no `meso` alone."""
    assert not entry.through_the_door(line)


def test_a_shell_that_asks_for_completion_is_answered_by_typer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever stands on the line then is no call."""
    monkeypatch.setenv("_MESO_COMPLETE", "complete_bash")
    assert not entry.through_the_door(["status"])
