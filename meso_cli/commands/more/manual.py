"""The manual: a page on a terminal, its source in a pipe."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.config.reading import SETTINGS
from meso_cli.errors import NothingFound
from meso_cli.guide.files import data_folder
from meso_cli.text import visible
from meso_cli.views.manual import manual_document
from meso_cli.wording.manual import Spec, pages

_PAGE = "meso"


def manual(call: Call, command: str | None, spec: Spec) -> None:
    """Shows the page of the whole, or of one command; `spec` describes the command line.

    A command below another (`plan set`) stands on the page of that one.
    """
    name = _named(command, spec["commands"])
    file = data_folder() / "man" / f"{name}.1"
    if not terminal.is_on_stdout() and not call.options.plain:
        terminal.write_document(file.read_text("utf-8"))
    elif terminal.wants_plain(call) or not _shown_by_man(file):
        variables = {setting: row.variable for setting, row in SETTINGS.items()}
        (page,) = (page for page in pages(spec, variables) if page.name == name)
        terminal.show(manual_document(page), call)


def _named(command: str | None, known: Mapping[str, Any]) -> str:
    if command is None:
        return _PAGE
    wanted, *below = command.casefold().removeprefix("meso-").removeprefix("meso ").split() or [""]
    if wanted == _PAGE and not below:
        return _PAGE
    if wanted not in known or (below and " ".join(below) not in known[wanted]["commands"]):
        raise NothingFound(
            f"There is no page about '{visible(command, 40)}'; commands are {', '.join(known)}"
        )
    return f"{_PAGE}-{wanted}"


def _shown_by_man(file: Path) -> bool:
    """Whether a program that reads such pages has shown it."""
    for program in ("man", "mandoc"):
        if found := shutil.which(program):
            return subprocess.run([found, str(file)], check=False).returncode == 0
    return False
