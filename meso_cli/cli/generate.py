"""Writes what is generated and committed: `python -m meso_cli.cli.generate`. Tests compare it."""

from pathlib import Path

from meso_cli.cli import spec
from meso_cli.guide.compiling import compiled

COMMAND = "python -m meso_cli.cli.generate"


def generated() -> dict[Path, str]:
    """Each generated file with what belongs in it."""
    return {spec.FILE: spec.text(spec.described()), **dict(compiled())}


if __name__ == "__main__":
    for file, text in compiled():  # the guide first: the spec names what is in it
        file.write_text(text, "utf-8")
    for file, text in generated().items():
        file.write_text(text, "utf-8")
