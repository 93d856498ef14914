"""The tables of the shipped guide that everyday answers need, written as Python modules.

Parsing TOML costs a sixth of `status --brief`. People edit `data/`; `python -m meso_cli.cli.generate` brings
the modules up to date, and a test says so where they are not.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from meso_cli.guide.files import COMPILED, guide_folder, read_toml, tables

_HEADER = (
    '"""Generated from data/ by `python -m meso_cli.cli.generate`: edit the TOML files there and run it."""\n'
)
_WIDTH = 240
"""Characters: most rows fit on a line, so that an edited number is one changed line."""


def compiled() -> Iterator[tuple[Path, str]]:
    """Each module with its text, from the TOML files as they are now."""
    folder = Path(__file__).with_name("shipped")
    for module in dict.fromkeys(COMPILED.values()):
        names = [name for name, where in COMPILED.items() if where == module]
        content = {name: read_toml(guide_folder() / f"{name}.toml") for name in names}
        written = "\n".join(_lines("", content)).rstrip(",").replace("datetime.date(", "dt.date(")
        imports = "import datetime as dt\n" if "dt.date(" in written else ""
        types = "from typing import Any, Final\n"
        yield (
            folder / f"{module}.py",
            f"{_HEADER}\n{imports}{types}\nTABLES: Final[dict[str, Any]] = {written}\n",
        )


def _lines(key: str, value: Any, indent: str = "") -> Iterator[str]:
    """A value as lines of source: a table that is too long for one has a line for each of its keys."""
    if not isinstance(value, dict) or len(f"{indent}{key}{value!r}") <= _WIDTH:
        yield f"{indent}{key}{value!r},"
        return
    yield f"{indent}{key}{{"
    for name, inner in value.items():
        yield from _lines(f"{name!r}: ", inner, f"{indent}    ")
    yield f"{indent}}},"


def edited() -> tuple[str, ...]:
    """The files that say something else than what was compiled from them: these edits do not count."""
    return tuple(name for name in COMPILED if read_toml(guide_folder() / f"{name}.toml") != tables(name))
