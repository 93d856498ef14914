"""The command line as a value: what completion, man pages and the door before Typer are checked against.

`spec.json` is what `described()` gives, written by `python -m meso_cli.cli.generate` and compared with the
Typer tree by a test. It is read without Typer:

    {"program", "help", "options": [...], "everywhere": [...], "commands": {name: command},
     "values": {kind: {value: label}}, "item_values": {item: kind}, "setting_values": {setting: kind},
     "dynamic": [kind, ...]}

`options` are the root's own; `everywhere` stand before and after every command, too, and are left out
there. A command is {"line", "group", "help", "options", "arguments", "commands"}; an option is {"names",
"help", "metavar", "repeats", "kinds", "choices", "environment"}, where a flag's metavar is null; an argument
is {"name", "help", "metavar", "repeats", "required", "kinds", "choices"}. `kinds` are keys of `values`,
"files", "commands", "assignments" (an item with its value), or `dynamic`: the person's own records;
`choices` are all that can stand there.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("spec.json")

_LONGEST_LINE = 400
DYNAMIC = ("treatments", "entries", "backups")
_BY_METAVAR: Mapping[str, tuple[str, ...]] = {
    "AREA": ("areas",),
    "KIND": ("devices",),
    "1-6": ("skin_types",),
    "FACT": ("history",),
    "FILE": ("files",),
    "[FILE]": ("files",),
    "PATH": ("files",),
    "[PATH]": ("files",),
    "ITEM": ("items",),
    "[ITEM[=VALUE]]...": ("assignments",),
    "[ITEM=[VALUE]]...": ("assignments",),
    "[SYMPTOM]...": ("items",),
    "WARNING": ("warnings",),
    "ACTIVITY LENGTH": ("restrictions",),
    "[ACTIVITY]": ("restrictions",),
    "[BACKUP]": ("backups", "files"),
    "[KEY]": ("settings",),
}
_SETTINGS = {
    "region": "regions",
    "area": "areas",
    "device": "devices",
    "skin_type": "skin_types",
    "accessible": "yes_or_no",
}
_BY_NAME: Mapping[str, tuple[str, ...]] = {
    "--treatment": ("treatments",),
    "can activity": ("restrictions", "topics"),
    "why name": ("restrictions", "items", "warnings", "topics"),
    "history name": ("treatments", "entries"),
    "edit name": ("entries", "treatments"),
    "delete name": ("entries", "treatments"),
    "end name": ("treatments",),
    "man name": ("commands",),
}


def read_spec() -> dict[str, Any]:
    """What was generated last."""
    spec: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
    return spec


def text(spec: Mapping[str, Any]) -> str:
    """The spec as the file holds it: one option per line, so that changes can be read and merged."""
    return _lines(spec, "") + "\n"


def _lines(value: Any, indent: str) -> str:
    short = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, list | dict) or (len(short) <= _LONGEST_LINE and not _nests(value)):
        return short
    deeper = indent + "  "
    if isinstance(value, list):
        return "[\n" + ",\n".join(deeper + _lines(part, deeper) for part in value) + f"\n{indent}]"
    rows = (f"{deeper}{json.dumps(key)}: {_lines(part, deeper)}" for key, part in value.items())
    return "{\n" + ",\n".join(rows) + f"\n{indent}}}"


def _nests(value: Any) -> bool:
    return any(isinstance(part, dict) for part in (value.values() if isinstance(value, dict) else value))


def described() -> dict[str, Any]:
    """The spec of the Typer tree and the guide as they are now."""
    import typer

    from meso_cli.cli import options
    from meso_cli.cli.app import app
    from meso_cli.cli.catalogue import CATALOGUE

    root: Any = typer.main.get_command(app)
    shared = {option.flag for option in options.SHARED.values()}
    own = [param for param in root.params if param.opts[0] not in shared]
    return {
        "program": "meso",
        "help": _help(root),
        "options": [_option(param) for param in own],
        "everywhere": [_option(param) for param in root.params if param.opts[0] in shared],
        "commands": {
            name: {
                "line": listed.line,
                "group": listed.group,
                **_command(name, root.get_command(None, name), shared),
            }
            for name, listed in CATALOGUE.items()
        },
        **_values(),
        "dynamic": list(DYNAMIC),
    }


def _command(path: str, command: Any, shared: Iterable[str]) -> dict[str, Any]:
    params = [param for param in command.params if param.opts[0] not in shared]
    return {
        "help": _help(command),
        "options": [_option(param) for param in params if param.param_type_name == "option"],
        "arguments": [_argument(path, param) for param in params if param.param_type_name == "argument"],
        "commands": {
            name: {
                "line": below.get_short_help_str(200),
                **_command(f"{path} {name}", below, shared),
            }
            for name, below in getattr(command, "commands", {}).items()
        },
    }


def _help(command: Any) -> str:
    """The help as it is read: `\\b` tells Typer alone to leave the lines as they are."""
    from meso_cli.cli.item_list import with_items

    lines = with_items(command.help or "").replace("\b", "").strip().splitlines()
    return "\n".join(line.rstrip() for line in lines).replace("\n\n\n", "\n\n")


def _option(param: Any) -> dict[str, Any]:
    metavar = None if param.is_flag else param.metavar or "N"
    return {
        "names": [*param.opts, *param.secondary_opts],
        "help": param.help,
        "metavar": metavar,
        "repeats": param.multiple,
        "kinds": _kinds(param.opts[-1], metavar),
        "choices": _choices(metavar),
        "environment": param.envvar,
    }


def _argument(path: str, param: Any) -> dict[str, Any]:
    return {
        "name": param.name,
        "help": param.help,
        "metavar": param.metavar,
        "repeats": param.nargs == -1,
        "required": param.required,
        "kinds": _kinds(f"{path} {param.name}", param.metavar),
        "choices": _choices(param.metavar),
    }


def _kinds(name: str, metavar: str | None) -> list[str]:
    return list(_BY_NAME.get(name) or _BY_METAVAR.get(metavar or "", ()))


def _choices(metavar: str | None) -> list[str]:
    """A metavar such as `json|csv` names all that can stand there."""
    return metavar.split("|") if metavar and "|" in metavar else []


def _values() -> dict[str, Any]:
    from meso_cli.config.reading import SETTINGS
    from meso_cli.guide.reading import read_guide
    from meso_cli.guide.words import read_regions, read_words
    from meso_cli.model.guide import GRADES
    from meso_cli.model.records import AREAS, DEVICES, HISTORY, SKIN_TYPES
    from meso_cli.recovery.topics import topics_of

    guide = read_guide()
    counted = {id: row for id, row in guide.care.items() if row.per_day is not None}
    kinds: dict[str, Mapping[str, Any]]
    kinds = {"grades": guide.symptoms, "yes_or_no": guide.signs, "counts": counted}
    topics = topics_of(guide, read_words)
    return {
        "values": {
            "items": {id: row.label for rows in kinds.values() for id, row in rows.items()},
            "grades": {str(grade): word for grade, word in enumerate(GRADES)},
            "yes_or_no": {"yes": "", "no": ""},
            "counts": {},
            "restrictions": {id: row.label for id, row in guide.restrictions.items()},
            "topics": {id: topics[id].label for id in topics},
            "warnings": {
                id: row.label
                for rows in (guide.symptoms, guide.signs, guide.combinations)
                for id, row in rows.items()
            },
            "areas": dict.fromkeys(AREAS, ""),
            "devices": dict.fromkeys(DEVICES, ""),
            "skin_types": dict.fromkeys(map(str, SKIN_TYPES), ""),
            "history": dict.fromkeys(HISTORY, ""),
            "regions": {id: row.label for id, row in read_regions().items()},
            "settings": dict.fromkeys(SETTINGS, ""),
        },
        "setting_values": {name: _SETTINGS.get(name, "") for name in SETTINGS},
        "item_values": {id: kind for kind, rows in kinds.items() for id in rows},
    }
