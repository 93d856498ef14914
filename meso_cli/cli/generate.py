"""Writes what is generated and committed: `python -m meso_cli.cli.generate`. Tests compare it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from meso_cli import __version__
from meso_cli.cli import spec
from meso_cli.config.reading import SETTINGS
from meso_cli.export.roff import roff
from meso_cli.export.shells.bash import bash
from meso_cli.export.shells.fish import fish
from meso_cli.export.shells.places import tree
from meso_cli.export.shells.zsh import zsh
from meso_cli.guide.compiling import compiled
from meso_cli.guide.files import data_folder
from meso_cli.guide.reading import read_guide
from meso_cli.wording.manual import pages

COMMAND = "python -m meso_cli.cli.generate"


def generated() -> dict[Path, str]:
    """Each generated file with what belongs in it."""
    described = spec.described()
    return {
        spec.FILE: spec.text(described),
        **dict(compiled()),
        **_completion(described),
        **_manual(described),
    }


def _completion(described: Mapping[str, Any]) -> dict[Path, str]:
    """The scripts, under the names that their shells look for."""
    folder, places = data_folder() / "completion", tree(described)
    return {folder / "meso": bash(places), folder / "_meso": zsh(places), folder / "meso.fish": fish(places)}


def _manual(described: Mapping[str, Any]) -> dict[Path, str]:
    """A page for the whole and one for each command."""
    variables = {name: setting.variable for name, setting in SETTINGS.items()}
    release, date = f"meso {__version__}", read_guide().reviewed.isoformat()
    return {
        data_folder() / "man" / f"{page.name}.1": roff(page, release, date)
        for page in pages(described, variables)
    }


if __name__ == "__main__":
    for file, text in compiled():  # the guide first: the spec names what is in it
        file.write_text(text, "utf-8")
    for file, text in generated().items():
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
