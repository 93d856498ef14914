"""The manual: a page for the whole and one for each command, made from the command line's description."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from meso_cli.values import NamedTuple

Spec = Mapping[str, Any]


class Text(NamedTuple):
    """A paragraph."""

    words: str


class Code(NamedTuple):
    """Lines as somebody types them."""

    lines: tuple[str, ...]


class Term(NamedTuple):
    """What is explained, and its explanation."""

    name: str
    words: str


Part = Text | Code | Term


class Page(NamedTuple):
    """One page of the manual, by the name that `man` knows it by: `meso-log`."""

    name: str
    line: str
    sections: tuple[tuple[str, tuple[Part, ...]], ...]


EXIT_CODES: Mapping[int, str] = {
    0: "Fine. A reader that closed its pipe is fine, too.",
    1: "Not allowed, or not yet (meso can).",
    2: "Usage, or a value that cannot be read.",
    3: "Nothing found: no treatment, entry or rule.",
    4: "The data is damaged, not ours, or newer than this version. It was left untouched.",
    5: "An answer is needed that cannot be asked for here.",
    6: "The system refused: a full disk, a permission, a lock, the output.",
    10: "meso status --check: a warning of tier contact stands.",
    11: "meso status --check: a warning of tier urgent stands.",
    12: "meso status --check: a warning of tier emergency stands.",
    13: "meso status --check: nothing was logged for 36 hours during follow-up.",
    20: "meso remind --check: a check-in is due, or something ends within the hour.",
    70: "A bug of ours; --debug shows more.",
    130: "Interrupted.",
}
SETTINGS: Mapping[str, str] = {
    "region": "Whose emergency number and advice line are shown: a country, such as gb, us or de.",
    "day_start": "When a new day begins for you, 00:00 to 12:00.",
    "skin_type": "The skin type (1 to 6) that start records where you say none.",
    "area": "The area that start records where you say none.",
    "device": "The device that start records where you say none.",
    "accessible": "yes gives plain lines, also on a terminal.",
    "checkin_at": "When the check-in of a day is due, 20:00 if not set.",
}
ENVIRONMENT: Mapping[str, str] = {
    "MESO_DB": "The database file, where --db names none.",
    "MESO_CONFIG": "The file of the settings.",
    "NO_COLOR": "Set to anything: no colour.",
    "TERM": "dumb gives plain lines.",
    "VISUAL, EDITOR": "The editor that meso edit opens.",
    "TZ": "The time zone that times are read and shown in.",
}
_FILES = (
    Term("meso.db", "Your records, in your data folder (meso paths says where). Readable by you alone."),
    Term("meso.db.backups/", "Checked copies: one a day, seven are kept, and one before each upgrade."),
    Term("config.toml", "Your settings, in your config folder."),
)
_TIMES = (
    Text("WHEN is said in words, and read back in full in the answer:"),
    Code(
        (
            "now",
            "18:00",
            "6pm",
            "20 min ago",
            "2h ago",
            "yesterday 20:15",
            "fri 18:00",
            "2 days ago 14:00",
            "day 3 18:00",
            "20 nov 18:00",
            "2026-11-20T18:00",
        )
    ),
    Text(
        "A question (can, status --at) may name a whole day or more: saturday, tonight, tomorrow morning, "
        "this weekend, in 2 days. Then the strictest of it answers. What has two readings (03/04, 10) is "
        "refused with both."
    ),
)
_NOT_A_DOCTOR = (
    "meso informs; it does not diagnose. In an emergency call your emergency number; meso urgent prints when."
)


def pages(spec: Spec, variables: Mapping[str, str]) -> tuple[Page, ...]:
    """Every page. `variables` are the settings with the variable of the environment that gives each."""
    commands = spec["commands"]
    return (_whole(spec, variables), *(_page(name, row, spec) for name, row in commands.items()))


def _whole(spec: Spec, variables: Mapping[str, str]) -> Page:
    about, _ = _help(spec["help"])
    sections: list[tuple[str, Iterable[Part]]] = [
        ("SYNOPSIS", (Code(("meso [OPTIONS] COMMAND [ARGUMENTS]",)),)),
        ("DESCRIPTION", (*about, Text(_NOT_A_DOCTOR))),
        *_groups(spec),
        ("OPTIONS", _options((*spec["options"], *spec["everywhere"], _HELP))),
        ("WHAT CAN BE LOGGED", _items(spec)),
        ("TIMES", _TIMES),
        ("SETTINGS", _settings(variables)),
        ("ENVIRONMENT", (Term(name, words) for name, words in ENVIRONMENT.items())),
        ("FILES", _FILES),
        ("EXIT STATUS", (Term(str(code), words) for code, words in EXIT_CODES.items())),
        ("SEE ALSO", (Text(", ".join(f"meso-{name}(1)" for name in spec["commands"])),)),
    ]
    return Page("meso", "recovery after microneedling, day by day", _filled(sections))


def _page(name: str, command: Mapping[str, Any], spec: Spec) -> Page:
    about, examples = _help(command["help"])
    sections: list[tuple[str, Iterable[Part]]] = [
        ("SYNOPSIS", (Code(tuple(_synopses(f"meso {name}", command))),)),
        ("DESCRIPTION", about),
        ("ARGUMENTS", _arguments(command)),
        ("OPTIONS", _options(command["options"])),
        *((f"MESO {name} {below}".upper(), _below(row)) for below, row in command["commands"].items()),
        ("EVERYWHERE", _options((*spec["everywhere"], _HELP))),
        ("EXAMPLES", examples),
        ("EXIT STATUS", (Text("0 if all is well; meso(1) lists every other code."),)),
        ("SEE ALSO", (Text("meso(1)"),)),
    ]
    return Page(f"meso-{name}", command["line"].rstrip("."), _filled(sections))


_HELP: Mapping[str, Any] = {"names": ["--help", "-h"], "help": "How it is used.", "metavar": None}


def _filled(sections: Iterable[tuple[str, Iterable[Part]]]) -> tuple[tuple[str, tuple[Part, ...]], ...]:
    found = ((title, tuple(parts)) for title, parts in sections)
    return tuple((title, parts) for title, parts in found if parts)


def _groups(spec: Spec) -> Iterator[tuple[str, Iterable[Part]]]:
    commands = spec["commands"]
    for group in dict.fromkeys(row["group"] for row in commands.values()):
        of_group = {name: row["line"] for name, row in commands.items() if row["group"] == group}
        yield group.upper(), tuple(Term(f"meso {name}", line) for name, line in of_group.items())


def _help(text: str) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """What a docstring says, and its examples."""
    about: list[Part] = []
    examples: list[Part] = []
    for paragraph in text.split("\n\n"):
        first, *lines = paragraph.splitlines()
        if first.rstrip(":") == "Examples" or (
            first.endswith(":") and all(line[:1] == " " for line in lines) and lines
        ):
            if first.rstrip(":") != "Examples":
                examples.append(Text(first))
            examples.append(Code(tuple(line.strip() for line in lines)))
        elif lines and all(line.startswith("  ") for line in lines):
            about += [Text(first), Code(tuple(line.strip() for line in lines))]
        else:
            about.append(Text(" ".join(line.strip() for line in (first, *lines))))
    return tuple(about), tuple(examples)


def _synopses(path: str, command: Mapping[str, Any]) -> Iterator[str]:
    words = [path, *(["[OPTIONS]"] if command["options"] else [])]
    words += [_shown(row) for row in command["arguments"]]
    yield " ".join(words)
    for name, row in command["commands"].items():
        yield from _synopses(f"{path} {name}", row)


def _shown(argument: Mapping[str, Any]) -> str:
    return argument["metavar"] or str(argument["name"]).upper()


def _arguments(command: Mapping[str, Any]) -> Iterator[Part]:
    for row in command["arguments"]:
        if row["help"]:
            yield Term(_shown(row), row["help"])


def _options(rows: Iterable[Mapping[str, Any]]) -> Iterator[Part]:
    for row in rows:
        names = ", ".join(row["names"])
        variable = f" Else {row['environment']} names it." if row.get("environment") else ""
        yield Term(f"{names} {row['metavar']}" if row["metavar"] else names, f"{row['help']}{variable}")


def _below(command: Mapping[str, Any]) -> Iterator[Part]:
    about, examples = _help(command["help"])
    yield from (*about, *_arguments(command), *_options(command["options"]), *examples)


def _items(spec: Spec) -> Iterator[Part]:
    labels, after = spec["values"]["items"], spec["item_values"]
    for kind, words in (
        ("grades", "Symptoms, graded 0 none, 1 mild, 2 moderate, 3 severe, 4 very severe"),
        ("yes_or_no", "Signs, yes or no"),
        ("counts", "Care, counted"),
    ):
        named = ", ".join(f"{item} ({labels[item]})" for item, of in after.items() if of == kind)
        yield Term(f"{words}:", named)


def _settings(variables: Mapping[str, str]) -> Iterator[Part]:
    yield Text(
        "meso config lists and changes them. An option goes before the environment, that before the file."
    )
    yield from (Term(f"{name}, {variables[name]}", words) for name, words in SETTINGS.items())
