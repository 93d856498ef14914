"""A guide that is changed and stays complete, in the place of the one that ships, and its screens."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from meso_cli.clinic import plan
from meso_cli.commands.support import vocabulary
from meso_cli.guide import files, reading, words
from meso_cli.guide.check import check
from meso_cli.guide.files import guide_folder
from tests.conftest import World

Tables = dict[str, Any]
Change = Callable[[Tables], object]
Rewrite = Callable[[Path, Change], None]
NUMBERS = sorted(file.stem for file in guide_folder().glob("*.toml"))
WORDS = sorted(f"words/{file.stem}" for file in guide_folder().glob("words/*.toml"))
READ_ONCE = [
    read
    for module in (files, reading, words, plan, vocabulary)
    for read in vars(module).values()
    if hasattr(read, "cache_clear")
]


def forget() -> None:
    """What was read of the guide is read again."""
    for read in READ_ONCE:
        read.cache_clear()


def changed(folder: Path, rewrite: Rewrite, *names: str, by: Change) -> None:
    """Changes these files of a guide, which is complete afterwards."""
    for name in names:
        rewrite(folder / f"{name}.toml", by)
    assert [str(problem) for problem in check(folder)] == []


def without(id: str, value: Any) -> Any:
    """A value of a file without each mention of an id."""
    if isinstance(value, dict):
        kept = {key: without(id, item) for key, item in value.items() if id not in (key, item)}
        return {key: item for key, item in kept.items() if item not in ([], {}) or value[key] in ([], {})}
    if isinstance(value, list):
        return [without(id, item) for item in value if item != id]
    return value


def done(world: World, *line: str) -> str:
    answer = world.meso(*line)
    assert answer.code == 0, f"{line}: {answer.err}"
    return answer.out


def every_screen(world: World) -> Iterator[str]:
    """Two treatments on one area, a warning, and what each command that reads shows of them."""
    yield done(world, "start", "--note", "a first one")
    yield done(world, "start", "--another", "--device", "rf", "--depth", "2", "--skin-type", "5")
    world.at(hours=20)
    for item in ("redness=4", "fever"):
        world.meso("log", item)  # where the guide has it
    lines: tuple[tuple[str, ...], ...] = (
        ("status",),
        ("status", "--all"),
        ("status", "--brief"),
        ("status", "--json"),
        ("status", "--treatment", "t1", "--all"),
        ("status", "--at", "day 200"),
        ("can",),
        ("guide",),
        ("guide", "--day", "0"),
        ("guide", "--day", "300"),
        ("plan",),
        ("history",),
    )
    for line in lines:
        yield done(world, *line)


def put(tables: Tables, place: Tables) -> None:
    """The tables of a file, in the place of those that it holds."""
    place.clear()
    place.update(tables)
