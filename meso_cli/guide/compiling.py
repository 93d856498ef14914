"""The tables of the shipped guide that everyday answers need, written as Python modules.

Parsing TOML costs a sixth of `status --brief`. People edit `data/`; `python -m meso_cli.cli.generate` brings
the modules up to date, and a test says so where they are not.
"""

import pprint
from collections.abc import Iterator
from pathlib import Path

from meso_cli.guide.files import COMPILED, guide_folder, read_toml, tables

_HEADER = (
    '"""Generated from data/ by `python -m meso_cli.cli.generate`: edit the TOML files there and run it."""\n'
)
_WIDTH = 108


def compiled() -> Iterator[tuple[Path, str]]:
    """Each module with its text, from the TOML files as they are now."""
    folder = Path(__file__).with_name("shipped")
    for module in dict.fromkeys(COMPILED.values()):
        names = [name for name, where in COMPILED.items() if where == module]
        content = {name: read_toml(guide_folder() / f"{name}.toml") for name in names}
        written = pprint.pformat(content, width=_WIDTH, sort_dicts=False).replace(
            "datetime.date(", "dt.date("
        )
        imports = "import datetime as dt\n" if "dt.date(" in written else ""
        types = "from typing import Any, Final\n"
        yield (
            folder / f"{module}.py",
            f"{_HEADER}\n{imports}{types}\nTABLES: Final[dict[str, Any]] = \\\n{written}\n",
        )


def edited() -> tuple[str, ...]:
    """The files that say something else than what was compiled from them: these edits do not count."""
    return tuple(name for name in COMPILED if read_toml(guide_folder() / f"{name}.toml") != tables(name))
