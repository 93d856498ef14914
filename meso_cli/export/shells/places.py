"""The description of the command line as completion needs it: what can stand at each place."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from meso_cli.values import NamedTuple

Spec = Mapping[str, Any]

ASSIGNMENTS = "assignments"
"""The kind of a word such as `redness=2`: an item, then its value."""
_HELP = {"names": ["--help", "-h"], "help": "How it is used.", "metavar": None, "kinds": [], "choices": []}


class Option(NamedTuple):
    """One name of an option; `kinds` say what its value may be, `takes` whether it has one."""

    name: str
    help: str
    takes: bool
    kinds: tuple[str, ...]


class Place(NamedTuple):
    """A command, by its whole name ("plan set", "" for the root): what may follow it.

    `arguments` are the kinds of each word by its position, the last for all further ones where `repeats`.
    """

    path: str
    line: str
    options: tuple[Option, ...]
    arguments: tuple[tuple[str, ...], ...]
    repeats: bool
    commands: Mapping[str, str]


class Tree(NamedTuple):
    """All places, and the values of each kind with a few words about each.

    `after_item` is the kind of an item's value, `after_setting` that of a setting's. `dynamic` kinds are
    the person's own records, which only the program itself knows.
    """

    places: tuple[Place, ...]
    values: Mapping[str, Mapping[str, str]]
    after_item: Mapping[str, str]
    after_setting: Mapping[str, str]
    dynamic: tuple[str, ...]

    @property
    def taking(self) -> tuple[str, ...]:
        """The names of the options that have a value, the same in every command."""
        return tuple(sorted({row.name for place in self.places for row in place.options if row.takes}))

    @property
    def paths(self) -> tuple[str, ...]:
        """Every command by its whole name."""
        return tuple(place.path for place in self.places if place.path)


def tree(spec: Spec) -> Tree:
    """What the description says."""
    values = {kind: dict(rows) for kind, rows in spec["values"].items()}
    values["commands"] = {name: command["line"] for name, command in spec["commands"].items()}
    for name, command in spec["commands"].items():
        if command["commands"]:
            values[commands_of(name)] = {below: row["line"] for below, row in command["commands"].items()}
    for kind, words in _choices(spec):
        values[kind] = dict.fromkeys(words, "")
    everywhere = (*spec["everywhere"], _HELP)
    root = Place("", "", _options((*spec["options"], *everywhere)), (), False, values["commands"])
    asked = Place("help", "", (), (("commands",),), False, {})
    below = (place for name, row in spec["commands"].items() for place in _places(name, row, everywhere))
    return Tree(
        (root, asked, *below), values, spec["item_values"], spec["setting_values"], tuple(spec["dynamic"])
    )


def commands_of(path: str) -> str:
    """The kind of the commands below a command; the root's are all."""
    return f"commands_{path}" if path else "commands"


def _places(path: str, command: Mapping[str, Any], everywhere: tuple[Any, ...]) -> Iterator[Place]:
    arguments = command["arguments"]
    yield Place(
        path,
        command["line"],
        _options((*command["options"], *everywhere)),
        tuple(_kinds(argument) for argument in arguments),
        bool(arguments) and arguments[-1]["repeats"],
        {name: row["line"] for name, row in command["commands"].items()},
    )
    for name, row in command["commands"].items():
        yield from _places(f"{path} {name}", row, everywhere)


def _options(rows: tuple[Any, ...]) -> tuple[Option, ...]:
    return tuple(
        Option(name, row["help"], row["metavar"] is not None, _kinds(row))
        for row in rows
        for name in row["names"]
    )


def _kinds(row: Mapping[str, Any]) -> tuple[str, ...]:
    """The kinds of what may stand there; named choices are a kind of their own."""
    return (*row["kinds"], *((_named(row["choices"]),) if row["choices"] else ()))


def _named(choices: list[str]) -> str:
    return "one_of_" + "_".join(choices).replace("-", "_")


def _choices(spec: Spec) -> Iterator[tuple[str, list[str]]]:
    def below(command: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
        for row in (*command["options"], *command["arguments"]):
            if row["choices"]:
                yield _named(row["choices"]), row["choices"]
        for deeper in command["commands"].values():
            yield from below(deeper)

    for command in spec["commands"].values():
        yield from below(command)


def looked_up(name: str, what: str, cases: Iterable[str], before: str = "") -> str:
    """A function of bash or zsh that looks a word up: its body is one `case`."""
    lines = "".join(f"        {case} ;;\n" for case in cases)
    first = f"    {before}\n" if before else ""
    return f'\n{name}() {{\n{first}    case "{what}" in\n{lines}    esac\n}}\n'
